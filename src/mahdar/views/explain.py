"""How a sentence was read: tokens, phrases, clauses, frames tried and why each slot was filled or refused."""

from collections.abc import Iterator

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
        raise InputError(f"there is no sentence {number}.", mend=f"The text has sentences 0 to {len(article.pieces) - 1}.")
    piece = article.pieces[number]
    yield f"sentence {number} ({piece.kind}) [{piece.start}, {piece.end})"
    yield isolated(text[piece.start : piece.end])
    s = next((s for s in article.sentences if s.n == number), None)
    if s is None:
        yield f"not coded: {piece.kind}"
        return
    yield from _words(s)
    yield from _phrases(s, text)
    yield from _clauses(s)
    yield from _statements(s)
    yield "frames"
    for a in s.attempts:
        yield f"  {isolated(s.words[a.word].token.raw)} {a.frame}: {a.outcome}"
    yield "events"
    for d in s.drafts:
        actor = "+".join(f"{p.code}/{p.sector or '-'} {isolated(p.name)} ({p.how})" for p in d.actor) or "-"
        recipient = "+".join(f"{p.code}/{p.sector or '-'} {isolated(p.name)} ({p.how})" for p in d.recipient) or "-"
        said = f" said by {s.said[d.said].speaker.code}" if d.said >= 0 and s.said[d.said].speaker else ""  # type: ignore[union-attr]
        yield f"  {isolated(text[d.trigger[0] : d.trigger[1]])} {d.type}{'/' + d.mode if d.mode else ''} {actor} > {recipient} {d.status}{said}  because {d.because}"


def _words(s: SentenceReading) -> Iterator[str]:
    yield "words"
    for w in s.words:
        r = w.r
        if w.token.kind == "mark":
            continue
        bits = [r.pos, isolated(r.lemma)]
        if r.of:
            bits.append(f"{r.form} of {isolated(r.of)}")
        bits += [x for x in (f"{r.person}{r.gender}{r.number}" if r.person else f"{r.gender}{r.number}", r.tense, r.voice if r.pos == "verb" else "") if x]
        bits += [f"+{x}" for x in (r.conj, r.prep, r.fut) if x]
        if r.definite:
            bits.append("definite")
        if r.pron:
            bits.append(f"pronoun {isolated(r.pron)}")
        if w.entry is not None:
            bits.append(f"= {w.entry.kind} {w.entry.code} {w.entry.en}")
        if w.time:
            bits.append("time")
        yield f"  {w.n:3} {isolated(w.token.raw)}  {' '.join(bits)}"


def _phrases(s: SentenceReading, text: str) -> Iterator[str]:
    yield "phrases"
    for u in s.units:
        a, b = s.words[u.start].token.start, s.words[u.end - 1].token.end
        yield f"  {u.n:3} {u.kind}{' after ' + isolated(u.prep) if u.prep else ''} {isolated(text[a:b])}"


def _clauses(s: SentenceReading) -> Iterator[str]:
    yield "clauses"
    for v in s.verbs:
        args = " ".join(f"{k}={[u.n for u in us]}" for k, us in v.args.items())
        yield (
            f"  {isolated(s.words[v.word].token.raw)} subject={[u.n for u in v.subjects]} object={[u.n for u in v.objects]} {args}"
            f"{' clause at ' + str(v.clause) if v.clause >= 0 else ''}{' passive' if v.passive else ''}{' dropped subject' if v.subject_dropped else ''}"
        )


def _statements(s: SentenceReading) -> Iterator[str]:
    yield "statements"
    for x in s.said:
        cue = isolated(" ".join(w.token.raw for w in s.words[x.cue : x.cue_end]))
        who = f"{x.speaker.code} {isolated(x.speaker.name)}" if x.speaker else "nobody known"
        yield f"  {cue} by {who}: words {x.first}-{x.last - 1}{' direct' if x.direct else ''}"
