"""How a sentence was read: words, phrases, clauses, statements, frames tried and what came of each."""

from collections.abc import Iterator

from mahdar.analysis.clause import Clause
from mahdar.analysis.party import Party
from mahdar.coder import Coder, SentenceReading
from mahdar.errors import InputError
from mahdar.views.table import isolated


def explain(coder: Coder, text: str, number: int, published: str | None) -> Iterator[str]:
    """The reading of sentence `number` of a text, line by line.

    Raises:
        InputError: there is no such sentence.
    """
    article = coder.read(text, published)
    if not 0 <= number < len(article.pieces):
        raise InputError(
            f"there is no sentence {number}.", mend=f"The text has sentences 0 to {len(article.pieces) - 1}."
        )
    piece = article.pieces[number]
    yield f"sentence {number} ({piece.kind}) [{piece.start}, {piece.end})"
    yield isolated(text[piece.start : piece.end])
    s = next((s for s in article.sentences if s.n == number), None)
    if s is None:
        yield f"not coded: {piece.kind}"
        return
    yield from _words(s)
    yield from _clauses(s)
    yield from _statements(s)
    yield "frames tried"
    for a in s.attempts:
        yield f"  {isolated(s.words[a.word].token.raw)} {a.frame}: {a.outcome}"
    yield "events"
    for d in s.drafts:
        said = s.said[d.said].speaker if d.said >= 0 else None
        by = f" says {said.code}" if said else ""
        mode = f"/{d.mode}" if d.mode else ""
        sides = f"{_who(d.actor)} > {_who(d.recipient)}"
        yield f"  {isolated(text[slice(*d.trigger)])} {d.type}{mode} {sides} {d.status}{by} because {d.frame.id}"


def _who(parties: tuple[Party, ...]) -> str:
    return "+".join(f"{p.code}/{p.sector or '-'} {isolated(p.name)} ({p.how})" for p in parties) or "-"


def _words(s: SentenceReading) -> Iterator[str]:
    yield "words"
    for w in s.words:
        if w.token.kind == "mark":
            continue
        r = w.r
        bits = [r.pos, isolated(r.lemma)]
        if r.of:
            bits.append(f"{r.form} of {isolated(r.of)}")
        bits += [x for x in (f"{r.person or ''}{r.gender}{r.number}", r.tense, r.voice if r.pos == "verb" else "") if x]
        bits += [
            f"{name} {isolated(x)}"
            for name, x in (("and", r.conj), ("with", r.prep), ("future", r.fut), ("pronoun", r.pron))
            if x
        ]
        if r.definite and w.hit is None:
            bits.append("definite")
        if w.entry is not None:
            bits.append(f"= {w.entry.kind} {w.entry.code}")
        yield f"  {w.n:3} {isolated(w.token.raw)} {' '.join(bits)}{' (time)' if w.time else ''}"


def _clauses(s: SentenceReading) -> Iterator[str]:
    yield "clauses"

    def phrase(a: int, b: int) -> str:
        return isolated(" ".join(w.token.raw for w in s.words[a:b]))

    for c in s.clauses:
        depth = "  " * (1 + len(c.ancestors()))
        verb = isolated(s.words[c.verb.start].token.raw) if c.verb is not None else "no verb"
        yield f"{depth}{c.n} {c.kind}: {verb}{' (passive)' if c.passive else ''}{_linked(c)}"
        for name, group in (("subject", c.subject), ("object", c.objects), *c.args.items()):
            for x in group:
                yield f"{depth}  {name}: {phrase(x.start, x.end)}"


def _linked(c: Clause) -> str:
    return f", goes on from {c.previous.n}" if c.previous is not None else ""


def _statements(s: SentenceReading) -> Iterator[str]:
    yield "statements"
    for x in s.said:
        speaker = f"{x.speaker.code} {isolated(x.speaker.name)}" if x.speaker else "?"
        cue = isolated(" ".join(w.token.raw for w in s.words[x.cue : x.cue_end])) or "carried on"
        yield f"  {speaker} {cue}: {isolated(' '.join(w.token.raw for w in s.words[x.first : x.last]))}"
