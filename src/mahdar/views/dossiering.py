"""The commands `dossier` and `brief`: the state of a negotiation over articles, or over what an archive has of it."""

import argparse
import datetime as dt
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from mahdar.errors import InputError
from mahdar.files import write_whole, writing

if TYPE_CHECKING:
    from mahdar.dossier import Dossier, Joined
    from mahdar.record.types import Record

    Coded = Iterator[tuple[Record, str]]

_FORMS: Final = ("json", "md", "html")
_UI: Final = ("ar", "en")


def add_dossier(
    commands: Any,
    add_reading: Callable[..., None],
    coded: Callable[[argparse.Namespace], "Coded"],
) -> None:
    """Declare the commands. `add_reading`: declares what to read; `coded`: codes the articles that a call names."""
    for name, forms, help in (
        ("dossier", _FORMS, "what each party wants and said, meetings, contradictions: over articles or an archive"),
        ("brief", ("md", "json"), "the dossier on one page"),
    ):
        parser = commands.add_parser(name, help=help)
        add_reading(parser, paths="*")
        parser.add_argument("--archive", metavar="FILE", help="articles of this archive instead of PATH")
        parser.add_argument("--about", metavar="CODE,...", default="", help="parties: RUS,USA,NATO (default: all)")
        parser.add_argument("--issue", metavar="WORDS", help="only this issue, in Arabic or English")
        parser.add_argument("--from", dest="since", metavar="YYYY-MM-DD")
        parser.add_argument("--to", dest="until", metavar="YYYY-MM-DD")
        parser.add_argument("--ui", choices=_UI, default="en", help="language of headings (default: en)")
        parser.add_argument("--format", choices=forms, default="md", help="default: md")
        parser.add_argument("-o", "--output", metavar="OUT", help="write here instead of standard output")
        parser.set_defaults(run=lambda args, brief=name == "brief": _run(args, coded, brief))


def _run(args: argparse.Namespace, coded: Callable[[argparse.Namespace], "Coded"], brief: bool) -> int:
    from mahdar.dossier import dossier
    from mahdar.language.pack import uncollected
    from mahdar.views.days import day

    args.refused = 0
    since, until = day(args.since, "--from"), day(args.until, "--to")
    about = tuple(dict.fromkeys(code.strip().upper() for code in args.about.split(",") if code.strip()))
    if bool(args.path) == bool(args.archive):
        raise InputError("no articles, or both files and an archive.", mend="Name files, or --archive FILE.")
    joined: Joined | None = None
    articles = [] if args.archive else list(coded(args))
    with uncollected():  # all of it is kept until it is written
        if args.archive:
            articles, joined = _archived(args.archive, about, since, until)
        made = dossier(articles, about=about, issue=args.issue, since=since, until=until, joined=joined)
        _write(_shown(made, articles, args, brief), args.output)
    return 1 if args.refused else 0


def _shown(made: "Dossier", articles: "list[tuple[Record, str]]", args: argparse.Namespace, brief: bool) -> str:
    from mahdar.views.dossier import markdown

    if args.format == "json":
        import msgspec

        from mahdar.views.dossier.brief import brief as sections
        from mahdar.views.wording import Wording

        told: Any = sections(made, Wording(args.ui, str)) if brief else made
        return msgspec.json.format(msgspec.json.encode(told), indent=1).decode("utf-8") + "\n"
    if args.format == "html":
        from mahdar.views.dossier.html import page

        by_sha = {record.doc.sha256: (record, text) for record, text in articles}
        return page(made, {d.id: by_sha[d.sha256] for d in made.documents}, args.ui)
    return markdown.brief_markdown(made, args.ui) if brief else markdown.markdown(made, args.ui)


def _archived(
    path: str, about: tuple[str, ...], since: dt.date | None, until: dt.date | None
) -> "tuple[list[tuple[Record, str]], Joined]":
    from mahdar.archive import Archive
    from mahdar.dossier.archived import archived

    with Archive(path, read_only=True) as archive:
        return archived(lambda sql, values: archive.query(sql, values).to_pylist(), path, about, since, until)


def _write(text: str, output: str | None) -> None:
    if output is None:
        sys.stdout.write(text)
        return
    with writing(output, "Name a file in a folder that exists."):
        write_whole(Path(output), text.encode("utf-8"))
