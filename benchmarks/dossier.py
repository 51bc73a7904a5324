"""How much of an expected dossier a dossier has, and how long one over an archive takes.

python -m benchmarks.dossier [-v]               of examples/grain.jsonl beside tests/data/dossier/grain.toml, and of
                                                border.jsonl and fish.jsonl beside their .toml there; -v names what is
                                                not there
python -m benchmarks.dossier --archive N        makes an archive of N articles and times a dossier over it
"""

import argparse
import json
import random
import tempfile
import time
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from mahdar.archive import Archive
from mahdar.coder import Coder
from mahdar.dossier import Dossier, dossier
from mahdar.dossier.types import Citation, Meeting
from mahdar.record.types import Record
from mahdar.views.cli import main as mahdar

ROOT: Final = Path(__file__).parent.parent
SETS: Final = ("grain", "border", "fish")
# Which kinds of position are as good as an expected one: what a diplomat calls a promise may be told as an agreement.
ALSO: Final[dict[str, tuple[str, ...]]] = {
    "promise": ("agreement",),
    "commitment": ("promise", "agreement", "acceptance"),
    "accusation": ("criticism", "concern"),
    "acceptance": ("agreement", "offer", "concession"),
    "offer": ("promise",),
    "red-line": ("refusal", "threat"),
    "refusal": ("red-line",),
    "answer": ("refusal", "admission"),
}


class Expected:
    """An expected dossier beside the one made of the same articles."""

    def __init__(self, name: str, coder: Coder) -> None:
        folder = ROOT / "examples" if name == "grain" else ROOT / "tests" / "data" / "dossier"
        lines = (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        articles = [json.loads(line) for line in lines]
        self.texts = {a["id"]: a["text"] for a in articles}
        self.wanted: dict[str, Any] = tomllib.loads(
            (ROOT / "tests" / "data" / "dossier" / f"{name}.toml").read_text(encoding="utf-8")
        )
        self.made: Dossier = dossier(
            (coder.code(a["text"], id=a["id"], published=a["published"], publisher=a["publisher"]), a["text"])
            for a in articles
        )
        self.by_id = {p.id: p for p in self.made.positions}

    def tells(self, cited: Iterable[Citation], place: dict[str, str]) -> bool:
        """Whether citations touch the words of an expected line."""
        start = self.texts[place["doc"]].index(place["words"])
        end = start + len(place["words"])
        return any(c.doc == place["doc"] and c.start < end and start < c.end for c in cited)

    def positions(self) -> Iterator[tuple[str, bool]]:
        """The expected positions: kind, and whether one of the party and a fitting kind is cited from there."""
        for p in self.wanted["position"]:
            if p.get("optional"):
                continue
            kinds = {p["kind"], *([p["alt"]] if isinstance(p.get("alt"), str) else p.get("alt", ()))}
            kinds |= {other for k in kinds for other in ALSO.get(k, ())}
            parties = set(p["party"].split(","))
            held = {x for q in self.made.positions for x in q.parties if q.kind in kinds and self.tells(q.cited, p)}
            yield p["kind"], parties <= held

    def parts(self) -> Iterator[bool]:
        """The expected positions whose condition is noted: it and the consequence, if noted, told as such."""
        for p in self.wanted["position"]:
            if "condition" in p:
                told = (q for q in self.made.positions if q.party == p["party"] and self.tells(q.cited, p))
                yield any(
                    p["condition"] in (q.condition or "") and p.get("consequence", "") in (q.consequence or "")
                    for q in told
                )

    def pairs(self) -> Iterator[bool]:
        """The expected accusations with their answers."""
        for p in self.wanted["pair"]:
            yield any(
                self.tells(self.by_id[x.accusation].cited, p["accusation"])
                and self.tells(self.by_id[x.answer].cited, p["answer"])
                for x in self.made.exchanges
            )

    def meetings(self) -> Iterator[tuple[dict[str, Any], Meeting | None]]:
        """The expected meetings, and the one made of most of the same words."""
        for m in self.wanted["meeting"]:
            shared = [(sum(self.tells(x.cited, t) for t in m["told_by"]), x) for x in self.made.meetings]
            best = max(shared, key=lambda s: (s[0], {p.party for p in s[1].participants} == set(m["participants"])))
            yield m, best[1] if best[0] else None

    def commitments(self) -> Iterator[bool]:
        """The expected commitments, with the right outcome."""
        for c in self.wanted["commitment"]:
            states = [
                x.state
                for x in self.made.commitments
                if c["party"] in x.parties and self.tells(self.by_id[x.position].cited, c)
            ]
            yield c["outcome"] in states

    def changes(self) -> Iterator[bool]:
        """The expected changes of position that are not optional."""
        for c in self.wanted.get("change", ()):
            if not c.get("optional"):
                yield any(p.changes and self.tells(p.cited, c["to"]) for p in self.made.positions)

    def contradictions(self) -> Iterator[bool]:
        """The expected contradictions: both places in one claim or exchange."""
        told = [[c for s in claim.sides for c in s.cited] for claim in self.made.claims]
        told += [[*self.by_id[x.accusation].cited, *self.by_id[x.answer].cited] for x in self.made.exchanges]
        for c in self.wanted["contradiction"]:
            if not c.get("optional"):
                yield any(self.tells(cited, c["a"]) and self.tells(cited, c["b"]) for cited in told)

    def copies(self) -> Iterator[bool]:
        """The expected copies."""
        of = {d.id: d.copy_of or d.id for d in self.made.documents}
        for c in self.wanted.get("copy", ()):
            yield len({of.get(doc) for doc in c["docs"]}) == 1


def right(meeting: dict[str, Any], made: Meeting | None) -> dict[str, bool]:
    """What of a meeting is right."""
    if made is None:
        return {"found": False}
    return {
        "found": True,
        "participants": {p.party for p in made.participants} == set(meeting["participants"]),
        "state": made.state == meeting["state"],
        "start": made.since == meeting.get("start"),
        "format": made.format == meeting["format"],
    }


def table(coder: Coder, name: str = "grain") -> str:
    """The shares of what is expected that is there, as a Markdown table."""
    e = Expected(name, coder)
    rows: list[tuple[str, int, int]] = []
    kinds: Counter[str] = Counter()
    good: Counter[str] = Counter()
    for kind, there in e.positions():
        kinds[kind] += 1
        good[kind] += there
    rows.append(("positions", good.total(), kinds.total()))
    rows += [(f"· {k}", good[k], n) for k, n in sorted(kinds.items())]
    met = [right(m, made) for m, made in e.meetings() if not m.get("optional")]
    rows += [
        (f"meetings: {what}", sum(m.get(what, False) for m in met), len(met))
        for what in ("found", "participants", "state", "start", "format")
    ]
    for what, told in (
        ("conditions with what follows", e.parts()),
        ("accusations with their answers", e.pairs()),
        ("commitments with their outcome", e.commitments()),
        ("changes of position", e.changes()),
        ("contradictions", e.contradictions()),
        ("copies", e.copies()),
    ):
        if answers := list(told):
            rows.append((what, sum(answers), len(answers)))
    lines = ["| what | there | expected |", "|---|---|---|"]
    return "\n".join([*lines, *(f"| {what} | {there} | {n} |" for what, there, n in rows)])


def missing(coder: Coder, name: str) -> Iterator[str]:
    """What is expected and not there, a line each."""
    e = Expected(name, coder)
    listed = ("position", e.positions()), ("pair", e.pairs()), ("commitment", e.commitments())
    for what, told in (*listed, ("change", e.changes()), ("contradiction", e.contradictions())):
        must = [x for x in e.wanted.get(what, ()) if what in ("pair", "commitment") or not x.get("optional")]
        for x, there in zip(must, told, strict=True):
            if not (there[1] if isinstance(there, tuple) else there):
                yield f"{what}: {x}"
    for m, made in e.meetings():
        if wrong := [k for k, good in right(m, made).items() if not good]:
            yield f"meeting, {', '.join(wrong)}: {m['told_by'][0]} {made and (made.since, made.state)}"


def articles(n: int) -> Iterator[tuple[str, str, str]]:
    """Articles of sentences drawn from those of the repository: id, day in two years, text."""
    draw = random.Random(0)
    pool = [line for file in ("train", "dev") for line in _sentences(ROOT / "gold" / f"{file}.jsonl")]
    own = _sentences(ROOT / "examples" / "grain.jsonl")
    for k in range(n):
        mine = own if k % 4 == 0 else pool
        day = f"202{draw.randint(1, 2)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
        yield f"a{k}", day, "\n".join(draw.sample(mine, 8))


def _sentences(file: Path) -> list[str]:
    texts = (json.loads(line)["text"] for line in file.read_text(encoding="utf-8").splitlines())
    return [line for text in texts for line in text.split("\n") if len(line) > 40]


def timed(n: int) -> str:
    """How long a dossier over a dyad and a year of an archive of `n` articles takes, from the command line's entry."""
    coder = Coder("ar")

    def coded() -> Iterator[tuple[Record, str]]:
        for id, day, text in articles(n):
            yield coder.code(text, id=id, published=day), text

    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "archive.duckdb")
        with Archive(path) as archive:
            archive.add(coded())
            archive.link()
        out = str(Path(folder) / "dossier.json")
        call = ["dossier", "--archive", path, "--about", "RUS,UKR", "--from", "2022-01-01", "--to", "2022-12-31"]
        lines = ["| form | seconds | documents | positions | meetings |", "|---|---|---|---|---|"]
        for form in ("json", "html", "md"):
            began = time.perf_counter()
            mahdar([*call, "--format", form, "-o", out])
            took = time.perf_counter() - began
            if form == "json":
                d = json.loads(Path(out).read_text(encoding="utf-8"))
                sizes = [len(d[k]) for k in ("documents", "positions", "meetings")]
            lines.append(f"| {form} | {took:.2f} | {' | '.join(map(str, sizes))} |")
    return "\n".join(lines)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--archive", type=int, metavar="N")
    parser.add_argument("-v", action="store_true")
    asked = parser.parse_args()
    if asked.archive:
        print(timed(asked.archive))
    else:
        coder = Coder("ar")
        for name in SETS:
            print(f"{name}\n\n{table(coder, name)}\n")
            if asked.v:
                print(*missing(coder, name), "", sep="\n")
