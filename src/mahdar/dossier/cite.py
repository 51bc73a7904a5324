"""Citations: where in the articles a line stands."""

from bisect import bisect_right
from collections.abc import Iterable

from mahdar.dossier.acts import Act, Read
from mahdar.dossier.types import Citation

MOST = 12  # citations of one line


def cite(read: Read, start: int, end: int) -> Citation:
    """A stretch of an article, in the sentence in which it begins."""
    record = read.source.record
    sentence = max(0, bisect_right(record.sentences, start, key=lambda s: s.start) - 1)
    return Citation(doc=read.source.id, sentence=sentence, start=start, end=end, words=read.source.text[start:end])


def cite_acts(acts: Iterable[Act]) -> list[Citation]:
    """The clauses of acts, each place once, at most `MOST`, in order of the reports."""
    ordered = sorted(acts, key=lambda a: a.told)
    places = {(a.read.source.n, a.start, a.end): a for a in ordered}
    return [cite(a.read, a.start, a.end) for a in list(places.values())[:MOST]]
