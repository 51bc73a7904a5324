"""The command `review`: what reviewers said at the desk, as gold."""

import argparse
import sys
from pathlib import Path
from typing import Any

from mahdar.errors import InputError
from mahdar.files import write_whole, writing
from mahdar.views.archiving import add_place


def add_review(commands: Any) -> None:
    """Declare the command."""
    review = commands.add_parser("review", help="what reviewers said at the desk: export it as gold")
    parts = review.add_subparsers(required=True, metavar="WHAT")
    export = parts.add_parser("export", help="reviewed articles as `mahdar eval` reads them")
    add_place(export)
    export.add_argument("--database", metavar="URL", help="of reviews (default: SQLite beside the archive)")
    export.add_argument("--by", metavar="NAME", help="only what this reviewer said (default: the latest of everybody)")
    export.add_argument("--unfinished", action="store_true", help="also articles that nobody declared to be complete")
    export.add_argument("-o", "--output", metavar="OUT", help="write here instead of standard output")
    export.set_defaults(run=_export)


def _export(args: argparse.Namespace) -> int:
    from mahdar.desk import gold, reviews
    from mahdar.desk.library import Library
    from mahdar.desk.settings import Settings
    from mahdar.desk.store import connect

    path = Path(args.archive)
    if not path.exists():
        raise InputError("no such archive.", str(path), "Name one: --archive FILE.")
    library = Library(path)
    log = reviews.read(connect(Settings(path, args.database).store))
    made = b"".join(gold.lines(library.article, log, args.by, args.unfinished))
    library.close()
    if not made:
        told = f" by {args.by}" if args.by else ""
        raise InputError(f"no article is declared complete{told}.", mend="Do so at /review, or add --unfinished.")
    if args.output is None:
        sys.stdout.write(made.decode("utf-8"))
        return 0
    with writing(args.output, "Name a file in a folder that exists."):
        write_whole(Path(args.output), made)
    return 0
