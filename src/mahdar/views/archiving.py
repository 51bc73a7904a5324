"""The commands of the archive: `archive`, `query`, `events`, `timeline`, `dyad`."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from mahdar.errors import InputError, MahdarError
from mahdar.views.days import day
from mahdar.views.output import FORMATS, Output

if TYPE_CHECKING:
    import pyarrow as pa

    from mahdar.archive import Archive, Met
    from mahdar.archive.coded import Records
    from mahdar.reading import Article
    from mahdar.record.types import Record

    Articles = Iterator[Article | MahdarError]
    Coded = Iterator[tuple[Record, str] | Met]
    Found = Iterator[Article | MahdarError | Met | tuple[Record, str]]
    Code = Callable[[argparse.Namespace, Found], Coded]

_DEFAULT: Final = "mahdar.duckdb"
_FORMS: Final = ("table", "csv", "jsonl")
_LOOK: Final = 100  # articles that are looked up at once: each look-up goes through all that are kept
_PERIODS: Final = ("day", "week", "month", "year")


def add_commands(
    commands: Any,
    add_reading: Callable[[argparse.ArgumentParser], None],
    articles: Callable[[argparse.Namespace], "Articles"],
    coded: "Code",
) -> None:
    """Declare the commands. `add_reading`: declares what to read; `articles`: reads the articles that a call names;
    `coded`: codes them.
    """
    archive = commands.add_parser("archive", help="keep coded articles in one file: add, info, export, link, prune")
    parts = archive.add_subparsers(required=True, metavar="WHAT")
    add = parts.add_parser("add", help="code articles and keep them; what is known is passed over")
    add_reading(add)
    add.add_argument("--no-link", action="store_true", help="leave copies and acts told twice for `archive link`")
    add.add_argument(
        "--coded", action="store_true", help="PATHs are what `mahdar batch --engine ray` wrote: nothing is coded again"
    )
    add.add_argument(
        "--records",
        nargs="+",
        metavar="RECORDS",
        help="what `mahdar batch` or `mahdar code` made of the articles: what has a record there is not coded",
    )
    add.add_argument(
        "--no-coding", action="store_true", help="with --records: articles without a record are named and left out"
    )
    add.add_argument(
        "--other-versions", action="store_true", help="with --records: take those by other versions of the coder too"
    )
    add_place(add)
    add.set_defaults(run=lambda args: _add(args, articles, coded))
    info = parts.add_parser("info", help="how much of what there is")
    add_place(info)
    info.set_defaults(run=_info)
    export = parts.add_parser("export", help="write all records in a format of `mahdar code`")
    export.add_argument("--format", choices=FORMATS, default="jsonl")
    export.add_argument("-o", "--output", metavar="OUT")
    add_place(export)
    export.set_defaults(run=_export)
    link = parts.add_parser("link", help="find copies of articles, and events that are the same act")
    add_place(link)
    link.set_defaults(run=_link)
    copies = parts.add_parser("copies", help="copies and later versions of reports, in order of time")
    copies.add_argument("doc", nargs="?", metavar="ID", help="only those of this article's report")
    _answer(copies)
    copies.set_defaults(run=_copies)
    prune = parts.add_parser("prune", help="take out what a newer coder superseded")
    add_place(prune)
    prune.set_defaults(run=_prune)

    query = commands.add_parser("query", help="ask the archive in SQL")
    query.add_argument("sql", metavar="SQL")
    _answer(query)
    query.set_defaults(run=_query)
    events = commands.add_parser("events", help="events of the archive, in order of time")
    _asked(events)
    events.add_argument("--limit", type=int, metavar="N")
    _answer(events)
    events.set_defaults(run=_events)
    timeline = commands.add_parser("timeline", help="counts of events by period")
    _asked(timeline)
    timeline.add_argument("--reports", action="store_true", help="count every report, not every act once")
    timeline.add_argument("--by", choices=_PERIODS, default="day")
    _answer(timeline)
    timeline.set_defaults(run=_timeline)
    dyad = commands.add_parser("dyad", help="what two parties did to each other, by period")
    dyad.add_argument("one", type=str.upper, metavar="CODE")
    dyad.add_argument("other", type=str.upper, metavar="CODE")
    dyad.add_argument("--reports", action="store_true", help="count every report, not every act once")
    dyad.add_argument("--by", choices=_PERIODS, default="month")
    _answer(dyad)
    dyad.set_defaults(run=_dyad)


def add_place(parser: argparse.ArgumentParser) -> None:
    """Declare where the archive is."""
    parser.add_argument(
        "--archive",
        metavar="FILE",
        default=os.environ.get("MAHDAR_ARCHIVE", _DEFAULT),
        help=f"the archive (default: $MAHDAR_ARCHIVE, else {_DEFAULT})",
    )


def _answer(parser: argparse.ArgumentParser) -> None:
    add_place(parser)
    parser.add_argument("--format", choices=_FORMS, help="default: table on a terminal, else csv")


def _asked(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--actor", type=str.upper, metavar="CODE", help="who acts: RUS, EU, UN ...")
    parser.add_argument("--recipient", type=str.upper, metavar="CODE", help="who is acted upon or addressed")
    parser.add_argument("--between", type=str.upper, nargs=2, metavar="CODE", help="two that take part, whoever acts")
    parser.add_argument("--type", type=str.upper, metavar="TYPE", help="PLOVER type: CONSULT, THREATEN ...")
    parser.add_argument("--mode", type=str.lower, metavar="MODE")
    parser.add_argument("--status", choices=("occurred", "planned", "possible", "negated"))
    parser.add_argument(
        "--says", type=str.upper, metavar="CODE", help="on whose word; - for what the articles say themselves"
    )
    parser.add_argument("--place", metavar="NAME", help="name or code of the place")
    parser.add_argument("--from", dest="since", metavar="YYYY-MM-DD")
    parser.add_argument("--to", dest="until", metavar="YYYY-MM-DD")
    parser.add_argument("--least", type=float, metavar="P", help="least confidence, 0 to 1")


def _questions(args: argparse.Namespace) -> dict[str, Any]:
    names = ("actor", "recipient", "type", "mode", "status", "says", "place", "least")
    asked = {name: getattr(args, name) for name in names}
    for name, option in (("since", "--from"), ("until", "--to")):
        found = day(getattr(args, name), option)
        asked[name] = found.isoformat() if found else None
    return {**asked, "between": tuple(args.between) if args.between else None}


def _add(args: argparse.Namespace, articles: Callable[[argparse.Namespace], "Articles"], coded: "Code") -> int:
    from mahdar.archive import Archive
    from mahdar.batch.parts import records

    if args.coded and args.records:
        raise InputError("what --coded reads has its articles with it.", "--records", "Leave one of them out.")
    if not args.records and (args.no_coding or args.other_versions):
        raise InputError("only records may be missing or of another version.", "archive add", "Name some: --records.")
    args.refused = 0
    with ExitStack() as stack:
        given = stack.enter_context(_records(args)) if args.records else None
        archive = stack.enter_context(Archive(args.archive))
        if args.coded:
            added = archive.add(records(args.path))
        else:
            found = _looked_up(archive, articles(args))
            added = archive.add(coded(args, _recorded(found, given, args) if given else found))
        if not args.no_link:
            archive.link()
    print(
        f"{added.new} added, {added.superseded} coded anew, {added.known} known before; {added.events} events.",
        file=sys.stderr,
    )
    for version, n in sorted(given.foreign.items()) if given else ():
        how = "taken where there is none by this one" if args.other_versions else "not taken"
        print(f"{n} records are by another version, {version}: {how}.", file=sys.stderr)
    return 1 if args.refused else 0


def _records(args: argparse.Namespace) -> "Records":
    from mahdar.archive.coded import Records
    from mahdar.language.pack import pack
    from mahdar.record.assemble import made_by

    return Records(args.records, made_by(pack("ar")), others=args.other_versions)


def _recorded(found: "Iterator[Article | MahdarError | Met]", given: "Records", args: argparse.Namespace) -> "Found":
    """The same with the records of articles that have one; told at the end how many."""
    from mahdar.reading import Article

    taken = without = 0
    for one in found:
        known = given.find(one) if isinstance(one, Article) else None
        if not isinstance(one, Article):
            yield one
        elif isinstance(known, str):  # a batch passed it over: it may hang or crash this process too
            yield InputError(known, one.where)
        elif known is not None:
            taken += 1
            yield known, one.text
        else:
            without += 1
            yield InputError("no record of it.", one.where, "Left out.") if args.no_coding else one
    print(f"{taken} records taken, {without} articles had none.", file=sys.stderr)


def _looked_up(archive: "Archive", articles: "Articles") -> "Iterator[Article | MahdarError | Met]":
    """The articles in order; of those that the archive holds as this coder codes them, only where they were met."""
    from mahdar.archive import Met
    from mahdar.language.pack import pack
    from mahdar.record.assemble import fingerprint, made_by, valid

    while some := list(islice(articles, _LOOK)):
        texts = ["" if isinstance(a, MahdarError) else fingerprint(a.text) for a in some]
        coder = made_by(pack("ar"))
        known = archive.known(texts, coder)
        for a, text in zip(some, texts, strict=True):
            if isinstance(a, MahdarError) or text not in known or not _dated(a):
                yield a
            else:
                yield Met(text, valid(a.id), valid(a.url), valid(a.publisher), a.published, coder)


def _dated(article: "Article") -> bool:
    """Whether its date, if it has one, is one: else it is refused, known or not."""
    from mahdar.record.assemble import publication_day

    try:
        publication_day(article.published)
    except InputError:
        return False
    return True


def _info(args: argparse.Namespace) -> int:
    from mahdar.archive import Archive

    with Archive(args.archive, read_only=True) as archive:
        print(json.dumps(archive.info(), ensure_ascii=False, indent=1))
    return 0


def _export(args: argparse.Namespace) -> int:
    from mahdar.archive import Archive

    with Archive(args.archive, read_only=True) as archive:
        output = Output(args.format, args.output)
        try:
            for record, text in archive.records():
                output.write(record, text)
            output.close()
        except BaseException:
            output.abandon()
            raise
    return 0


def _link(args: argparse.Namespace) -> int:
    from mahdar.archive import Archive

    with Archive(args.archive) as archive:
        copied, again = archive.link()
    print(f"{copied} articles are copies or later versions; {again} events tell an act once more.", file=sys.stderr)
    return 0


def _copies(args: argparse.Namespace) -> int:
    from mahdar.archive import Archive

    with Archive(args.archive, read_only=True) as archive:
        _show(archive.copies(args.doc), args.format)
    return 0


def _prune(args: argparse.Namespace) -> int:
    from mahdar.archive import Archive

    with Archive(args.archive) as archive:
        print(f"{archive.prune()} superseded records taken out.", file=sys.stderr)
    return 0


def _query(args: argparse.Namespace) -> int:
    from mahdar.archive import Archive

    with Archive(args.archive, read_only=True) as archive:
        _show(archive.query(args.sql), args.format)
    return 0


def _events(args: argparse.Namespace) -> int:
    from mahdar.archive import Archive

    if args.limit is not None and args.limit < 0:
        raise InputError(f"{args.limit} is less than none.", "--limit", "Give a number of events.")
    with Archive(args.archive, read_only=True) as archive:
        _show(archive.events(**_questions(args), limit=args.limit), args.format)
    return 0


def _timeline(args: argparse.Namespace) -> int:
    from mahdar.archive import Archive

    with Archive(args.archive, read_only=True) as archive:
        _show(archive.timeline(args.by, reports=args.reports, **_questions(args)), args.format)
    return 0


def _show(answer: "pa.Table", form: str | None) -> None:
    from mahdar.views.answers import show

    show(answer, form)


def _dyad(args: argparse.Namespace) -> int:
    from mahdar.archive import Archive

    with Archive(args.archive, read_only=True) as archive:
        _show(archive.dyad(args.one, args.other, args.by, reports=args.reports), args.format)
    return 0
