"""Compiles a pack's data files into one file that loads in milliseconds."""

import hashlib
import re
import sys
import tomllib
from collections.abc import Container, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from mahdar.coding.frames import Frame, Light, noun_key, read_frames
from mahdar.errors import PackError
from mahdar.packs.ar.entries import build, verb_lemma
from mahdar.packs.shape import Lexicon, Tables
from mahdar.packs.tables import HOME
from mahdar.text.fold import plain
from mahdar.world import names

PACKS = ("ar",)
FORMAT = 4
_OPENING = b"\x9d" + bytes([FORMAT])  # an array of thirteen, the format first


class Compiled(Struct, array_like=True):
    """The tables of a pack, in the shape in which they are used."""

    format: int
    version: str
    lexicon: Lexicon
    choice: dict[str, float]
    frames: list[Frame]
    lights: list[Light]
    world: Tables
    layout: dict[str, Any]
    cues: dict[str, Any]
    times: dict[str, Any]
    relations: dict[str, list[str]]
    modes: list[dict[str, Any]]
    contexts: list[dict[str, Any]]


def compile_pack(code: str) -> Compiled:
    """The compiled tables of a pack, the same for the same data files.

    Raises:
        PackError: no such pack, or wrong data, named by file and entry.
    """
    if code not in PACKS:
        raise PackError(f'no pack for "{code}".', mend=f"Installed: {', '.join(PACKS)}.")
    folder = HOME / "packs" / code
    builder = build(folder / "lexicon")
    for head, plurals, cls in names.head_nouns():
        if any(number == "p" for _, _, number in builder.nominals.get(plain(head), ())):
            continue  # a plural that the lexicon has
        builder.noun(head, "f" if head.endswith("ة") else "m", plurals, cls)
    groups = tomllib.loads((folder / "groups.toml").read_text(encoding="utf-8"))
    frames: list[Frame] = []
    lights: list[Light] = []
    for f in sorted((folder / "frames").iterdir(), key=lambda f: f.name):
        if f.name.endswith(".toml"):
            file = read_frames(f.read_text(encoding="utf-8"), f"packs/{code}/frames/{f.name}")
            frames += [_folded(frame, builder.nominals, groups) for frame in file.frame]
            lights += [
                msgspec.structs.replace(
                    x,
                    verb=verb_lemma(x.verb),
                    words=_words(x.words, x.id or x.verb, builder.nominals, groups),
                    example=[],
                )
                for x in file.light
            ]
    for frame in frames:
        for noun in frame.noun:
            for word in noun.split()[:1]:
                key = plain(word)
                if key in builder.particles:
                    continue  # لا صحة, ليس عادلا
                stem = key.removesuffix("ة") if key.endswith("ة") else key.removesuffix("ات")
                if key not in builder.nominals and (stem == key or stem not in builder.nominals):
                    builder.noun(word, "f" if word.endswith("ة") else "m", ["ات"], "act")
    world = names.build()
    toml = {
        n: tomllib.loads((folder / f"{n}.toml").read_text(encoding="utf-8"))
        for n in ("layout", "cues", "times", "relations", "modes", "contexts")
        if (folder / f"{n}.toml").is_file()
    }
    return Compiled(
        format=FORMAT,
        version=digest(code),
        lexicon=msgspec.convert(
            (builder.verbs, builder.nominals, builder.particles, builder.lemmas, sorted(builder.common)), Lexicon
        ),
        choice=_choice(folder / "choice.tsv"),
        frames=frames,
        lights=lights,
        world=world.tables(),
        layout=_layout(toml["layout"]),
        cues=toml["cues"],
        times=toml["times"],
        relations=toml["relations"]["relation"],
        modes=toml.get("modes", {}).get("mode", []),
        contexts=toml.get("contexts", {}).get("context", []),
    )


def _choice(path: Path) -> dict[str, float]:
    """The learned weights of readings; none where the pack has no file of them."""
    if not path.is_file():
        return {}
    lines = path.read_text(encoding="utf-8").splitlines()
    return {k: float(w) for k, _, w in (x.partition("\t") for x in lines if not x.startswith("#"))}


def _folded(f: Frame, known: Container[str], groups: Mapping[str, Sequence[str]]) -> Frame:
    return msgspec.structs.replace(
        f,
        verb=[verb_lemma(v) for v in f.verb],
        noun=[noun_key(n, known) for n in f.noun],
        words={k: tuple(_words(v, f.id, known, groups)) for k, v in f.words.items()},
        not_words={k: tuple(_words(v, f.id, known, groups)) for k, v in f.not_words.items()},
        example=[],
        source="",
    )


def _words(wanted: Sequence[str], where: str, known: Container[str], groups: Mapping[str, Sequence[str]]) -> list[str]:
    """The words of a list in a frame, a group named in it (@force) replaced by its members."""
    out: list[str] = []
    for w in wanted:
        if w.startswith("@") and w[1:] not in groups:
            raise PackError(f"no group of words {w!r}.", where, f"One of {', '.join(sorted(groups))} of groups.toml.")
        out += groups[w[1:]] if w.startswith("@") else [w]
    return list(dict.fromkeys(noun_key(w, known) for w in out))


def _layout(raw: dict[str, Any]) -> dict[str, Any]:
    """The patterns by what is done with them: those that only open a line need not be looked for at each of its
    letters, and each of the rest is looked for by itself, since one that begins with letters is found by these.
    """

    def either(patterns: list[str]) -> str:
        return "|".join(f"(?:{p})" for p in patterns) or "(?!)"

    kinds = ("boilerplate", "dateline", "inline_dateline", "caption", "credit", "agency")
    of = {k: [p["match"] for p in raw[k]] for k in kinds}
    for patterns in of.values():
        for p in patterns:
            re.compile(p)
    return {
        **{k: either(of[k]) for k in ("dateline", "inline_dateline", "credit", "agency")},
        **{f"{k}_opening": either([p for p in of[k] if p.startswith("^")]) for k in ("boilerplate", "caption")},
        **{k: [p for p in of[k] if not p.startswith("^")] for k in ("boilerplate", "caption")},
        "abbreviations": raw["abbreviations"],
    }


def sources(code: str) -> list[Path]:
    """The data and code files that a compiled pack comes from."""
    folder = HOME / "packs" / code
    data = [*folder.rglob("*.tsv"), *folder.rglob("*.toml"), *(HOME / "world" / "data").iterdir()]
    code_files = [
        *folder.glob("*.py"),
        HOME / "packs" / "compile.py",
        HOME / "packs" / "shape.py",
        HOME / "world" / "names.py",
        HOME / "coding" / "frames.py",
    ]
    return sorted([*data, *code_files])


def digest(code: str) -> str:
    """A short hash over the pack's sources: the version of the pack."""
    h = hashlib.sha256()
    for p in sources(code):
        h.update(p.name.encode() + b"\0" + p.read_bytes())
    return h.hexdigest()[:12]


def pack_path(code: str) -> Path:
    """Where the compiled pack lies."""
    return HOME / "packs" / code / "pack.bin"


def write_pack(code: str) -> Path:
    """Compile a pack and put it where `load_pack` finds it."""
    path = pack_path(code)
    path.write_bytes(msgspec.msgpack.encode(compile_pack(code)))
    return path


def load_pack(code: str) -> Compiled:
    """The compiled tables; compiled anew, and kept where that is possible, when a source is newer.

    Raises:
        PackError: no such pack, or wrong data.
    """
    path = pack_path(code)
    if code in PACKS and path.exists():
        made = path.stat().st_mtime_ns
        if all(s.stat().st_mtime_ns <= made for s in sources(code)):
            data = path.read_bytes()
            if data.startswith(_OPENING):
                return msgspec.msgpack.decode(data, type=Compiled)
    encoded = msgspec.msgpack.encode(compile_pack(code))
    try:
        path.write_bytes(encoded)
    except OSError:
        pass
    return msgspec.msgpack.decode(encoded, type=Compiled)


if __name__ == "__main__":
    for name in sys.argv[1:] or PACKS:
        print(write_pack(name))
