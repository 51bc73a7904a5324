"""The command `serve`: the desk in a browser."""

import argparse
import os
import sys
from pathlib import Path
from typing import Any, Final

from mahdar.errors import InputError

_DEFAULT: Final = "mahdar.duckdb"
_PORTS: Final = 65_535


def add_serve(commands: Any) -> None:
    """Declare the command."""
    serve = commands.add_parser("serve", help="the archive as web pages and an API")
    serve.add_argument("--archive", metavar="FILE", default=os.environ.get("MAHDAR_ARCHIVE", _DEFAULT))
    serve.add_argument("--host", default="127.0.0.1", help="address to listen on (default: this machine alone)")
    serve.add_argument("--port", type=int, default=8642)
    serve.add_argument("--database", metavar="URL", help="of users and reviews (default: SQLite beside the archive)")
    serve.set_defaults(run=_serve)


def _serve(args: argparse.Namespace) -> int:
    import uvicorn

    from mahdar.desk.app import create_app
    from mahdar.desk.settings import Settings

    path = Path(args.archive)
    if not path.exists():
        raise InputError("no such archive.", str(path), "Make one: mahdar archive add --archive FILE ARTICLES.")
    if not 0 < args.port <= _PORTS:
        raise InputError(f"{args.port} is no port.", "--port", f"Give one from 1 to {_PORTS}.")
    app = create_app(Settings(path, args.database, args.host))
    print(f"mahdar: http://{args.host}:{args.port}/", file=sys.stderr)
    uvicorn.run(app, host=args.host, port=args.port, log_level="warning")
    return 0
