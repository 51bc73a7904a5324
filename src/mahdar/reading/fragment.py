"""Pieces of HTML, as feeds carry them, to plain text."""

import re
from typing import Final

from lxml import etree, html

_BLOCKS: Final = frozenset(
    "address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ol "
    "p pre section table td th tr ul".split()
)
_UNSEEN: Final = frozenset("script style template noscript iframe object svg math textarea select head".split())
_MARKUP: Final = re.compile(r"<[A-Za-z!/]|&(?:#\d+|#x[0-9a-fA-F]+|\w+);")


def flat(markup: str) -> str:
    """The words of a piece of HTML, one block a line; text without markup stays as it is."""
    if not _MARKUP.search(markup):
        return markup.strip()
    try:
        root = html.fragment_fromstring(markup.replace("\x00", ""), create_parent="div")
    except (etree.LxmlError, ValueError):
        return re.sub(r"<[^<>]*>", " ", markup).strip()
    out: list[str] = []
    hidden = 0
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        tag = element.tag
        block = tag in _BLOCKS
        if event == "start":
            hidden += tag in _UNSEEN
            if block:
                out.append("\n")
            if not hidden and element.text:
                out.append(" ".join(_spaced(element.text)))
            continue
        if event == "end":
            hidden -= tag in _UNSEEN
            if block:
                out.append("\n")
        if not hidden and element.tail and element is not root:
            out.append(" ".join(_spaced(element.tail)))
    lines = (" ".join(line.split()) for line in "".join(out).split("\n"))
    return "\n".join(line for line in lines if line)


def _spaced(text: str) -> list[str]:
    """The words of a text, with an empty one where it begins or ends in a space, so that joined they keep it."""
    words = text.split()
    if not words:
        return ["", ""]
    return [*([""] if text[0].isspace() else []), *words, *([""] if text[-1].isspace() else [])]
