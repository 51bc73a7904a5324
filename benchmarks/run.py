"""Prints every figure of `docs/benchmarks.md` as Markdown.

    python -m benchmarks.run [GOLD.jsonl ...] [--quick]

Without arguments it scores the gold of this repository; further gold files are scored as well. Peers are installed by
`make bench`, and so is the compiled coder; what is missing is left out and said to be.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.causes import causes
from benchmarks.perturb import PERTURBATIONS
from mahdar.coder import Coder
from mahdar.evaluate.score import score
from mahdar.packs.ar.analyser import Analyser
from mahdar.record.write import to_json
from mahdar.text.fold import plain

ROOT = Path(__file__).parent.parent
GOLD = ROOT / "gold"
COMPILED = ROOT / "build" / "compiled"  # made by scripts/compiled
_PEAK = """
import os, sys
from mahdar.views.cli import main
main(["code", sys.argv[1], "--format", "jsonl", "-o", os.devnull])
# ru_maxrss would count what the parent held when it started this process
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""
MEASURES = ("type", "who", "full", "statement")


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print a Markdown table."""
    print("| " + " | ".join(head) + " |\n|" + "---|" * len(head))
    for row in rows:
        print("| " + " | ".join(f"{x:.3f}" if isinstance(x, float) else str(x) for x in row) + " |")
    print()


def read(path: Path) -> list[dict[str, Any]]:
    """The articles of a gold file."""
    return [json.loads(x) for x in path.read_text(encoding="utf-8").splitlines() if x.strip()]


def coded(coder: Coder, articles: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The records of articles by id."""
    return {a["id"]: json.loads(to_json(coder.code(a["text"], id=a["id"], published=a["published"]))) for a in articles}


def scored(coder: Coder, articles: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The measures of articles coded now."""
    return score({a["id"]: a for a in articles}, coded(coder, articles))


def accuracy(coder: Coder, files: Sequence[Path]) -> None:
    """F1 of types, parties, the full event and statements; accuracy of the rest over events matched by type."""
    print("## Accuracy\n")
    rows = []
    for path in files:
        gold = read(path)
        s = scored(coder, gold)
        f1 = [s[k]["F"] for k in MEASURES]
        of = [s["accuracy"][k] for k in ("status", "by", "mode", "sector", "date", "no_date")]
        rows.append([path.stem, len(gold), sum(len(a["events"]) for a in gold), *f1, *of])
    table(
        [
            *("set", "articles", "events", "type F1", "who F1", "full F1", "statement F1"),
            *("status", "by", "mode", "sector", "date", "no date"),
        ],
        rows,
    )


def errors(coder: Coder, files: Sequence[Path]) -> None:
    """Causes of error."""
    for path in files:
        articles = read(path)
        print(f"## Causes of error in `{path.name}`\n")
        table(["cause", "events", "share of gold"], causes(coder, articles, coded(coder, articles)))


def robustness(coder: Coder, path: Path) -> None:
    """The same figures after changes of spelling that keep the words."""
    print(f"## Robustness\n\n`{path.name}` with its spelling changed.\n")
    gold = read(path)
    rows = []
    for name, change in PERTURBATIONS.items():
        s = scored(coder, [change.article(a) for a in gold])
        rows.append([name, *(s[k]["F"] for k in MEASURES)])
    table(["spelling", "type F1", "who F1", "full F1", "statement F1"], rows)


def speed(coder: Coder, files: Sequence[Path]) -> None:
    """Articles and words a second on one core, and of the analysers installed, on the same text in the same run."""
    print("## Speed\n")
    texts = [(a["text"], a["published"]) for path in files for a in read(path)]
    words = sum(len(t.split()) for t, _ in texts)

    def seconds(work: Callable[[], object]) -> float:
        start = time.process_time()
        work()
        return time.process_time() - start

    coder.code(texts[0][0], published=texts[0][1])
    best = min(seconds(lambda: [coder.code(t, published=d) for t, d in texts]) for _ in range(3))
    forms = [plain(w) for t, _ in texts for w in t.split()]
    analyser = min(
        seconds(lambda: [lexicon.read(w) for lexicon in [Analyser(coder.pack.analyser.lexicon)] for w in forms])
        for _ in range(3)
    )
    rows: list[list[object]] = [
        ["mahdar, whole coder", f"{words / best:,.0f}", f"{len(texts) / best:.1f}", "events, statements, parties"],
        ["mahdar, analyser alone, from a cold start", f"{words / analyser:,.0f}", "", "clitics, lemma, part of speech"],
    ]
    sample = texts[:2]
    few = sum(len(t.split()) for t, _ in sample)
    try:
        from qalsadi.analex import Analex

        peer = Analex()
        t = seconds(lambda: [peer.check_text(text) for text, _ in sample])
        rows.append(["qalsadi 0.5 (two articles)", f"{few / t:,.0f}", "", "clitics, lemma, part of speech"])
    except ImportError:
        rows.append(["qalsadi", "not installed", "", ""])
    try:
        import simplemma

        t = seconds(lambda: [simplemma.lemmatize(w, lang="ar") for text, _ in texts for w in text.split()])
        rows.append(["simplemma", f"{words / t:,.0f}", "", "lemma only"])
    except ImportError:
        rows.append(["simplemma", "not installed", "", ""])
    table(["", "words/s", "articles/s", "gives"], rows)
    print(f"{len(texts)} articles of {words / len(texts):.0f} words on average, one core.\n")


def builds() -> dict[str, dict[str, str]]:
    """The mahdars to measure with the environment in which each is found: interpreted, and compiled where there is one
    of these sources.
    """
    out = {"interpreted": {**os.environ, "PYTHONPATH": str(ROOT / "src")}}
    if COMPILED.is_dir() and stale() is None:
        out["compiled"] = {**os.environ, "PYTHONPATH": str(COMPILED)}
    return out


def stale() -> str | None:
    """A module that is another one in the compiled mahdar than here."""
    for path in sorted((ROOT / "src").rglob("*.py")):
        other = COMPILED / path.relative_to(ROOT / "src")
        if not other.is_file() or other.read_bytes() != path.read_bytes():
            return path.name
    return None


def pace(files: Sequence[Path]) -> None:
    """Articles of 500 words a second, interpreted and compiled in the same run."""
    print("## Articles of 500 words\n")
    rows: list[list[object]] = []
    measured: dict[str, Any] = {}
    for name, env in builds().items():
        command = [sys.executable, str(ROOT / "benchmarks" / "pace.py"), *map(str, files)]
        done = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
        measured = json.loads(done.stdout)
        assert measured["compiled"] == (name == "compiled")
        rows.append([name, f"{measured['first']:.0f}", f"{measured['later']:.0f}"])
    if len(rows) == 1:
        rows.append(["compiled", f"not built from these sources: `sh scripts/compiled` ({stale()})", ""])
    table(["", "articles/s, first pass", "articles/s, words known"], rows)
    print(
        f"{measured['articles']} articles, each made of gold articles joined until it has 500 words"
        f" ({measured['words'] / measured['articles']:.0f} on average), counted as if of 500; one core.\n"
    )


def process() -> None:
    """Start-up and memory of the whole process."""
    print("## Process\n")
    command = [sys.executable, "-m", "mahdar.views.cli", "code", "-"]
    text = GOLD / "dev.jsonl"
    rows: list[list[object]] = []
    for name, env in builds().items():
        runs = []
        for _ in range(5):
            start = time.perf_counter()
            subprocess.run(command, env=env, input=b"", capture_output=True, check=False)
            runs.append(time.perf_counter() - start)
        measured = subprocess.run(
            [sys.executable, "-c", _PEAK, str(text)], env=env, capture_output=True, text=True, check=True, cwd=ROOT
        )
        rows.append([name, f"{min(runs):.2f} s", f"{int(measured.stdout) / 1024:.0f} MB"])
    table(["", "start-up, empty text (best of 5)", f"peak memory, coding {text.name}"], rows)


def stages(coder: Coder, path: Path) -> None:
    """Where the time goes."""
    import cProfile
    import pstats

    profile = cProfile.Profile()
    articles = read(path)
    profile.enable()
    scored(coder, articles)
    profile.disable()
    stats = pstats.Stats(profile)
    total: dict[str, float] = {}
    for (file, _, _), (_, _, own, _, _) in stats.stats.items():  # type: ignore[attr-defined]
        name = file.split("mahdar/")[-1] if "mahdar/" in file else "standard library and msgspec"
        total[name] = total.get(name, 0) + own
    whole = sum(total.values())
    print("## Where the time goes\n")
    table(["module", "share"], [[k, f"{v / whole:.0%}"] for k, v in sorted(total.items(), key=lambda x: -x[1])[:12]])


def main() -> None:
    """Print all tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="*", type=Path)
    parser.add_argument("--quick", action="store_true", help="accuracy only")
    args = parser.parse_args()
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, cwd=ROOT).stdout
    cpu = next(
        (x.split(":")[1].strip() for x in Path("/proc/cpuinfo").read_text().splitlines() if x.startswith("model name")),
        platform.processor(),
    )
    print(f"Commit {commit.strip()}, Python {platform.python_version()}, {cpu}, {time.strftime('%Y-%m-%d')}.\n")
    coder = Coder("ar")
    own = [GOLD / f"{n}.jsonl" for n in ("train", "dev", "test")]
    accuracy(coder, [*own, *args.gold])
    if not args.quick:
        errors(coder, own[:2])
        robustness(coder, GOLD / "dev.jsonl")
        speed(coder, own)
        pace(own)
        process()
        stages(coder, GOLD / "dev.jsonl")


if __name__ == "__main__":
    main()
