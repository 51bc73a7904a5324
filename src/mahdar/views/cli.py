"""The command line: `mahdar code`, `mahdar explain`, `mahdar eval`, and the commands of the archive."""

import argparse
import gc
import glob
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mahdar import __version__, compiled
from mahdar.errors import InputError, MahdarError
from mahdar.views.archiving import add_commands
from mahdar.views.batching import add_command
from mahdar.views.output import FORMATS, Output

if TYPE_CHECKING:
    from mahdar.coder import Coder
    from mahdar.record.types import Record

TEXT_SUFFIXES = {".txt", ".text", ""}
MAX_BYTES = 5_000_000
_GARBAGE = 20_000


class Article(NamedTuple):
    """An article to code, and where it came from for messages."""

    where: str
    id: str
    text: str
    published: str | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = None


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit status: 0 all well, 1 some inputs refused, 2 an unusable call."""
    args = _parser().parse_args(argv)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        status: int = args.run(args)
        sys.stdout.flush()
        return status
    except MahdarError as error:
        print(f"mahdar: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print("mahdar: stopped.", file=sys.stderr)
        return 130


def _version() -> str:
    return f"mahdar {__version__} ({'compiled' if compiled() else 'interpreted'})"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="mahdar", description="Codes Arabic political news into events with speakers, status and exact citations."
    )
    parser.add_argument("--version", action="version", version=_version())
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    code = commands.add_parser("code", help="code articles: text files, folders, JSONL, or - for standard input")
    code.add_argument("path", nargs="+", metavar="PATH")
    code.add_argument("--published", metavar="YYYY-MM-DD", help="publication date of inputs that carry none")
    code.add_argument(
        "--lang", choices=("ar", "auto"), default="auto", help="language of the articles (default: told from the text)"
    )
    code.add_argument("--format", choices=FORMATS, help="default: table on a terminal, else jsonl")
    code.add_argument("-o", "--output", metavar="OUT", help="write here instead of standard output")
    code.set_defaults(run=_code)
    explain = commands.add_parser("explain", help="tell how one sentence was read")
    explain.add_argument("path", metavar="FILE")
    explain.add_argument("--sentence", type=int, default=0, metavar="N", help="number of the sentence, from 0")
    explain.add_argument("--published", metavar="YYYY-MM-DD")
    explain.set_defaults(run=_explain)
    evaluate = commands.add_parser("eval", help="score the coder, or coded records, against gold")
    evaluate.add_argument("gold", metavar="GOLD")
    evaluate.add_argument(
        "coded", nargs="?", metavar="CODED", help="records to score; without it the gold texts are coded now"
    )
    evaluate.add_argument("--json", action="store_true", help="print all figures as JSON")
    evaluate.add_argument("--by-type", action="store_true")
    evaluate.add_argument("--misses", type=int, default=0, metavar="N", help="show N errors")
    evaluate.set_defaults(run=_eval)
    add_commands(commands, _coded)
    add_command(commands, lambda args: _articles(args.path, args.published))
    return parser


def _coder() -> "Coder":
    from mahdar.coder import Coder

    coder = Coder("ar")
    gc.freeze()  # the pack stays to the end, and articles leave little behind:
    gc.set_threshold(_GARBAGE)  # collecting seldom saves 4 % of the time
    return coder


def _code(args: argparse.Namespace) -> int:
    output = Output(args.format or ("table" if args.output is None and sys.stdout.isatty() else "jsonl"), args.output)
    args.refused = n = 0
    try:
        for record, text in _coded(args):
            output.write(record, text)
            n += 1
        output.close()
    except BaseException:
        output.abandon()
        raise
    if n == 0 and args.refused == 0:
        raise InputError("nothing to code.", " ".join(args.path), "Name text files, folders or JSONL files.")
    return 1 if args.refused else 0


def _coded(args: argparse.Namespace) -> Iterator[tuple["Record", str]]:
    """The records of the articles that a call names; what is refused is told on standard error and counted."""
    coder: Coder | None = None
    for article in _articles(args.path, args.published):
        if isinstance(article, MahdarError):
            print(f"mahdar: {article}", file=sys.stderr)
            args.refused += 1
            continue
        coder = coder or _coder()
        try:
            record = coder.code(
                article.text,
                id=article.id,
                published=article.published,
                title=article.title,
                url=article.url,
                publisher=article.publisher,
            )
        except MahdarError as error:
            print(f"mahdar: {article.where}: {error}", file=sys.stderr)
            args.refused += 1
            continue
        except Exception as error:  # a fault of ours in one article must not lose the rest
            what = f"a fault of mahdar {__version__} ({type(error).__name__}: {error})."
            print(f"mahdar: {article.where}: {what} Report it with the article's text.", file=sys.stderr)
            args.refused += 1
            continue
        yield record, article.text


def _articles(paths: Sequence[str], published: str | None) -> Iterator[Article | MahdarError]:
    for name in paths:
        if name == "-":
            yield from _from_bytes("standard input", "-", sys.stdin.buffer.read(MAX_BYTES + 1), "", published)
            continue
        found = (
            sorted(glob.glob(name, recursive=True))
            if any(c in name for c in "*?[") and not Path(name).exists()
            else [name]
        )
        if not found:
            yield InputError("no file matches.", name)
        for one in found:
            yield from _from_path(Path(one), published)


def _from_path(path: Path, published: str | None) -> Iterator[Article | MahdarError]:
    try:
        if path.is_dir():
            files = sorted(
                p
                for p in path.rglob("*")
                if p.is_file()
                and not p.name.startswith(".")
                and p.suffix.lower() in {".txt", ".text", ".jsonl", ".ndjson"}
            )
            if not files:
                yield InputError("the folder holds no .txt or .jsonl file.", str(path))
            for f in files:
                yield from _from_path(f, published)
            return
        if path.suffix.lower() in (".jsonl", ".ndjson"):
            with path.open("rb") as lines:
                for n, line in enumerate(lines, 1):
                    if line.strip():
                        yield _from_line(f"{path}:{n}", line, published)
            return
        with path.open("rb") as source:
            data = source.read(MAX_BYTES + 1)
    except OSError as error:
        yield InputError(f"cannot read: {error.strerror}.", str(path))
        return
    yield from _from_bytes(str(path), path.stem, data, path.suffix.lower(), published)


def _from_bytes(
    where: str, id: str, data: bytes, suffix: str, published: str | None
) -> Iterator[Article | MahdarError]:
    first = data.lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n", 1)[0].strip()
    if first.startswith(b"{") and first.endswith(b"}"):
        for n, line in enumerate(data.split(b"\n"), 1):
            if line.strip():
                yield _from_line(f"{where}:{n}", line, published)
        return
    if len(data) > MAX_BYTES:
        yield InputError(f"larger than {MAX_BYTES:,} bytes.", where, "Split it into articles, one JSON object a line.")
        return
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        yield InputError(
            f"not UTF-8 (byte {error.start}).", where, "Convert it, for example: iconv -f cp1256 -t utf-8."
        )
        return
    yield Article(where, id, text, published)


def _from_line(where: str, line: bytes, published: str | None) -> Article | MahdarError:
    import msgspec

    if len(line) > MAX_BYTES:
        return InputError(f"larger than {MAX_BYTES:,} bytes. Line skipped.", where)
    try:
        d = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return InputError(f"not JSON: {error}. Line skipped.", where)
    if not isinstance(d, dict):
        return InputError("not a JSON object. Line skipped.", where, 'Write {"id": ..., "text": ...}.')
    for key in ("id", "text", "published", "title", "url", "publisher"):
        value = d.get(key)
        if value is not None and not (isinstance(value, str) or (key == "id" and isinstance(value, int))):
            return InputError(f'field "{key}" is not a string. Line skipped.', where)
    if d.get("text") is None:
        return InputError('no field "text". Line skipped.', where)
    n = where.rsplit(":", 1)[-1]
    return Article(
        where,
        str(d["id"]) if d.get("id") is not None else n,
        d["text"],
        d.get("published") or published,
        d.get("title"),
        d.get("url"),
        d.get("publisher"),
    )


def _explain(args: argparse.Namespace) -> int:
    from mahdar.views.explain import explain

    article = next(iter(_articles([args.path], args.published)))
    if isinstance(article, MahdarError):
        raise article
    for line in explain(_coder(), article.text, args.sentence, article.published):
        print(line)
    return 0


def _eval(args: argparse.Namespace) -> int:
    import json

    from mahdar.evaluate.reliability import judged, reliability
    from mahdar.evaluate.score import Miss, load, score
    from mahdar.record.write import to_json
    from mahdar.views.scores import print_reliability, print_scores

    for path in (args.gold, args.coded):
        if path and not Path(path).is_file():
            raise InputError("no such file.", path)
    gold = load(Path(args.gold))
    if args.coded:
        coded = load(Path(args.coded))
    else:
        coder = _coder()
        coded = {
            i: json.loads(to_json(coder.code(d["text"], id=i, published=d.get("published")))) for i, d in gold.items()
        }
    misses: list[Miss] = []
    result = score(gold, coded, misses)
    trust = reliability(judged(gold, coded))
    if args.json:
        result["reliability"] = {**trust._asdict(), "bins": [b._asdict() for b in trust.bins]} if trust else None
        print(json.dumps(result, ensure_ascii=False, indent=1))
    else:
        print_scores(result, misses[: args.misses], args.by_type)
        print_reliability(trust)
    return 0


if __name__ == "__main__":
    sys.exit(main())
