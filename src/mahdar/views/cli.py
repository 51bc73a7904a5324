"""The command line: `mahdar code`, `mahdar explain`, `mahdar eval`, and the commands of the archive."""

import argparse
import gc
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from mahdar import __version__, compiled
from mahdar.errors import EMPTY, InputError, MahdarError
from mahdar.files import unwritten
from mahdar.views.archiving import add_commands
from mahdar.views.batching import Shared, add_command
from mahdar.views.dossiering import add_dossier
from mahdar.views.output import FORMATS, Output
from mahdar.views.reviewing import add_review
from mahdar.views.serving import add_serve

if TYPE_CHECKING:
    from mahdar.coder import Coder
    from mahdar.reading import Article, Options, Outcome
    from mahdar.reading.article import Late
    from mahdar.record.types import Record

_GARBAGE = 20_000
T = TypeVar("T")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit status: 0 all well, 1 some inputs refused, 2 an unusable call."""
    args = _parser().parse_args(argv)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        args.skipped = Counter()  # what is no article for us, by language or kind
        status: int = args.run(args)
        if args.skipped:
            from mahdar.language.identify import by_language

            _say(f"skipped: {by_language(args.skipped)}.")
        sys.stdout.flush()
        return status
    except MahdarError as error:
        _say(str(error))
        _drop_output()
        return 2
    except BrokenPipeError:
        _drop_output()
        return 0
    except OSError as error:  # of standard output: other places tell theirs themselves
        _say(str(unwritten(error, str(error.filename or "standard output"))))
        _drop_output()
        return 2
    except KeyboardInterrupt:
        print("mahdar: stopped.", file=sys.stderr)
        return 130


def _drop_output() -> None:
    """Let go of what standard output does not take, or it is tried again at the end."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _version() -> str:
    return f"mahdar {__version__} ({'compiled' if compiled() else 'interpreted'})"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="mahdar", description="Codes Arabic political news into events with speakers, status and exact citations."
    )
    parser.add_argument("--version", action="version", version=_version())
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    code = commands.add_parser("code", help="code articles: files of any kind, folders, or - for standard input")
    _add_reading(code)
    code.add_argument(
        "--lang", choices=("ar", "auto"), default="auto", help="language of the articles (default: told from the text)"
    )
    code.add_argument("--format", choices=FORMATS, help="default: table on a terminal, else jsonl")
    code.add_argument("-o", "--output", metavar="OUT", help="write here instead of standard output")
    code.set_defaults(run=_code)
    read = commands.add_parser(
        "read", help="only read: the articles as JSON lines, with the text that offsets count in"
    )
    _add_reading(read)
    read.set_defaults(run=_read)
    watch = commands.add_parser("watch", help="poll feeds politely and write each new article once, as JSON lines")
    watch.add_argument("feed", nargs="+", metavar="FEED", help="address of http, https or file")
    watch.add_argument(
        "-o", "--output", default="-", metavar="OUT", help="JSONL file or folder (default: standard output)"
    )
    watch.add_argument("--state", metavar="FILE", help="what was seen (default: OUT.state.json, or in the folder)")
    watch.add_argument("--interval", type=float, default=900, metavar="SECONDS", help="between polls (default: 900)")
    watch.add_argument("--once", action="store_true", help="ask every feed that is due once, then end")
    watch.add_argument("--code", action="store_true", help="code each new article: lines are records, not articles")
    watch.add_argument("--allow-private", action="store_true", help="also ask this machine and local networks")
    watch.set_defaults(run=_watch)
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
    add_commands(commands, _add_reading, _articles, lambda args, found: _coded(args, found))
    add_command(commands, Shared(_add_reading, _unread, _options, _say))
    add_dossier(commands, _add_reading, lambda args: _coded(args, _articles(args)))
    add_review(commands)
    add_serve(commands)
    return parser


def _add_reading(parser: argparse.ArgumentParser, paths: str = "+") -> None:
    parser.add_argument("path", nargs=paths, metavar="PATH")
    parser.add_argument("--published", metavar="YYYY-MM-DD", help="publication date of inputs that carry none")
    parser.add_argument(
        "--map",
        metavar="FIELD=COLUMN,...",
        default="",
        help="which columns hold the fields, as text=body,published=date",
    )


def _options(args: argparse.Namespace) -> "Options":
    from mahdar.reading import Options
    from mahdar.reading.columns import columns

    return Options(args.published or None, columns(args.map))


def _say(message: str) -> None:
    """One line on standard error, whatever signs a name or a text in it has."""
    print("mahdar:", "".join(c if c.isprintable() else repr(c)[1:-1] for c in message), file=sys.stderr)


def _coder() -> "Coder":
    from mahdar.coder import Coder

    coder = Coder("ar")
    gc.set_threshold(_GARBAGE)  # articles leave little behind: collecting seldom saves 4 % of the time
    return coder


def _code(args: argparse.Namespace) -> int:
    output = Output(args.format or ("table" if args.output is None and sys.stdout.isatty() else "jsonl"), args.output)
    args.refused = n = 0
    try:
        for record, text in _coded(args, _articles(args)):
            output.write(record, text)
            n += 1
        output.close()
    except BaseException:
        output.abandon()
        raise
    if n == args.refused == args.skipped.total() == 0:
        raise InputError("nothing to code.", " ".join(args.path), "Name text files, folders or JSONL files.")
    return 1 if args.refused else 0


def _articles(args: argparse.Namespace) -> Iterator["Outcome"]:
    """The articles that a call names, and what could not be read; what is skipped is counted."""
    from mahdar.reading import articles

    return _wanted(args, articles(args.path, _options(args)))


def _unread(args: argparse.Namespace) -> Iterator["Outcome | Late"]:
    """The same with pages as they are."""
    from mahdar.reading.paths import unread

    return _wanted(args, unread(args.path, _options(args), args.meter))


def _wanted(args: argparse.Namespace, found: Iterable[T]) -> Iterator[T]:
    from mahdar.reading import Skipped

    for one in found:
        if isinstance(one, Skipped):
            args.skipped[one.label] += 1
        else:
            yield one


def _coded(
    args: argparse.Namespace, articles: Iterable["Article | MahdarError | T"]
) -> Iterator["tuple[Record, str] | T"]:
    """The records of articles, and whatever else stands among them; what is refused is told on standard error and
    counted.
    """
    from mahdar.reading import Article
    from mahdar.reading.code import code, fault

    coder: Coder | None = None
    for article in articles:
        if isinstance(article, MahdarError):
            _say(str(article))
            args.refused += 1
            continue
        if not isinstance(article, Article):
            yield article
            continue
        coder = coder or _coder()
        try:
            record = code(coder, article)
        except MahdarError as error:
            _say(f"{article.where}: {error}")
            if error.code == EMPTY:
                args.skipped[EMPTY] += 1  # nothing is lost by it
            else:
                args.refused += 1
            continue
        except Exception as error:
            _say(f"{article.where}: {fault(error)}. Report it with the article's text.")
            args.refused += 1
            continue
        yield record, article.text


def _read(args: argparse.Namespace) -> int:
    from mahdar.reading.write import line

    refused = 0
    for article in _articles(args):
        if isinstance(article, MahdarError):
            _say(str(article))
            refused += 1
        else:
            sys.stdout.write(line(article))
    return 1 if refused else 0


def _watch(args: argparse.Namespace) -> int:
    from mahdar.reading.watch import SHORTEST, Settings, watch

    if args.interval < SHORTEST:
        raise InputError(f"--interval {args.interval:g} is too short.", mend=f"Give {SHORTEST:g} seconds or more.")
    state = args.state
    if state is None and args.output != "-":
        folder = args.output.endswith("/") or Path(args.output).is_dir()
        state = str(Path(args.output) / ".state.json") if folder else f"{args.output}.state.json"
    settings = Settings(args.output, state, args.interval, args.once, args.allow_private)
    if args.code:
        settings = settings._replace(written=_record_line(_coder()))
    return 1 if watch(args.feed, settings, _say) else 0


def _record_line(coder: "Coder") -> "Callable[[Article], str]":
    """What makes of an article the line of its record."""
    from mahdar.reading.code import code, fault
    from mahdar.record.write import to_json

    def written(article: "Article") -> str:
        try:
            return to_json(code(coder, article)).decode("utf-8") + "\n"
        except MahdarError:
            raise
        except Exception as error:
            raise InputError(fault(error)) from error

    return written


def _explain(args: argparse.Namespace) -> int:
    from mahdar.reading import Options, articles
    from mahdar.views.explain import explain

    article = next(articles([args.path], Options(args.published or None)))
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
