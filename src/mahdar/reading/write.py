"""Articles as JSON lines, which `mahdar code` reads again."""

import json

from mahdar.reading.article import Article


def line(article: Article) -> str:
    """One line, with its end; offsets of records count the characters of its `text`."""
    fields = {
        "id": article.id,
        "published": article.published,
        "title": article.title,
        "url": article.url,
        "publisher": article.publisher,
        "language": article.language,
        "encoding": article.encoding,
        "kind": article.kind,
        "notes": list(article.notes),
        "text": article.text,
    }
    written = json.dumps({k: v for k, v in fields.items() if v}, ensure_ascii=False)
    for separator in ("\u2028", "\u2029", "\x85"):  # line ends to some readers
        written = written.replace(separator, f"\\u{ord(separator):04x}")
    return written.encode("utf-8", "replace").decode("utf-8") + "\n"
