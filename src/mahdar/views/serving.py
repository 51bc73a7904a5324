"""The commands of the desk: `serve`, and `user` for those who may use it."""

import argparse
import datetime as dt
import getpass
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from mahdar.errors import InputError

if TYPE_CHECKING:
    from mahdar.desk.people import People
    from mahdar.desk.settings import Settings

_DEFAULT: Final = "mahdar.duckdb"
_PORTS: Final = 65_535
_ROLES: Final = ("reader", "reviewer", "editor")


def add_serve(commands: Any) -> None:
    """Declare the commands."""
    serve = commands.add_parser("serve", help="the archive as web pages and an API")
    _place(serve)
    serve.add_argument("--host", default="127.0.0.1", help="address to listen on (default: this machine alone)")
    serve.add_argument("--port", type=int, default=8642)
    serve.add_argument(
        "--name",
        action="append",
        default=[],
        metavar="HOST",
        help="a name that it is called by, behind a proxy on this machine or with TLS; may be given several times",
    )
    serve.add_argument("--tls-cert", metavar="FILE", help="speak https: the certificate and its chain, PEM")
    serve.add_argument("--tls-key", metavar="FILE", help="and its key, PEM, without a password")
    serve.add_argument("--open", action="store_true", help="who is not signed in may read too")
    serve.add_argument("--coders", type=int, metavar="N", help="processes that code (default: one a core)")
    serve.set_defaults(run=_serve)
    user = commands.add_parser("user", help="who may use a desk that others reach: add, list, remove, password, token")
    parts = user.add_subparsers(required=True, metavar="WHAT")
    add = parts.add_parser("add", help="a new user; the password is asked for, or read from standard input")
    add.add_argument("name", metavar="NAME")
    add.add_argument("--role", choices=_ROLES, default="reviewer", help="readers code and read, reviewers also review,"
                     " editors also add to the archive (default: reviewer)")  # fmt: skip
    add.set_defaults(run=_add)
    listed = parts.add_parser("list", help="all users")
    listed.set_defaults(run=_list)
    remove = parts.add_parser("remove", help="take a user out, with sessions and tokens; reviews stay")
    remove.add_argument("name", metavar="NAME")
    remove.set_defaults(run=_remove)
    password = parts.add_parser("password", help="give a user another password; ends all sessions")
    password.add_argument("name", metavar="NAME")
    password.set_defaults(run=_password)
    token = parts.add_parser("token", help="a token for a program that acts for a user, shown once")
    token.add_argument("name", metavar="NAME")
    token.add_argument("--days", type=int, default=365, help="how long it holds (default: 365)")
    token.add_argument("--revoke", action="store_true", help="take back all tokens of the user instead")
    token.set_defaults(run=_token)
    for part in (add, listed, remove, password, token):
        _place(part)


def _place(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--archive", metavar="FILE", default=os.environ.get("MAHDAR_ARCHIVE", _DEFAULT))
    parser.add_argument("--database", metavar="URL", help="of users and reviews (default: SQLite beside the archive)")


def _settings(args: argparse.Namespace) -> "Settings":
    from mahdar.desk.settings import Settings

    path = Path(args.archive)
    if not path.exists() and (args.database is None or args.run is _serve):
        raise InputError("no such archive.", str(path), "Make one: mahdar archive add --archive FILE ARTICLES.")
    return Settings(path, args.database)


def _serve(args: argparse.Namespace) -> int:
    from mahdar.desk.app import create_app
    from mahdar.desk.serve import server
    from mahdar.desk.tls import context

    if not 0 < args.port <= _PORTS:
        raise InputError(f"{args.port} is no port.", "--port", f"Give one from 1 to {_PORTS}.")
    if args.coders is not None and args.coders < 1:
        raise InputError(f"{args.coders} processes cannot code.", "--coders", "Give 1 or more.")
    if bool(args.tls_cert) != bool(args.tls_key):
        raise InputError("a certificate needs its key.", "--tls-cert, --tls-key", "Give both files, or neither.")
    tls = context(args.tls_cert, args.tls_key) if args.tls_cert else None
    settings = _settings(args)._replace(host=args.host, names=tuple(args.name), open=args.open, coders=args.coders)
    app = create_app(settings)
    host = f"[{args.host}]" if ":" in args.host else args.host
    print(f"mahdar: http{'s' if tls else ''}://{host}:{args.port}/", file=sys.stderr)
    if not settings.at_home:
        if not app.state.people.all():
            print("mahdar: nobody can sign in yet: mahdar user add NAME.", file=sys.stderr)
        if not tls and not settings.loopback:
            told = "passwords travel readable: give --tls-cert and --tls-key, or put a proxy with https before it."
            print(f"mahdar: {told}", file=sys.stderr)
    app.state.coders.start()
    app.state.dossiers.start()
    try:
        server(app, args.host, args.port, proxied=bool(settings.names) and not tls, tls=tls).run()
    finally:
        app.state.coders.close()
        app.state.dossiers.close()
    return 0


def _people(args: argparse.Namespace) -> "People":
    from mahdar.desk.people import People
    from mahdar.desk.store import connect

    return People(connect(_settings(args).store))


def _add(args: argparse.Namespace) -> int:
    people = _people(args)
    user = people.add(args.name, _asked(args.name), args.role)
    print(f"mahdar: {user.name} may sign in as {user.role}.", file=sys.stderr)
    return 0


def _list(args: argparse.Namespace) -> int:
    for user in _people(args).all():
        made = dt.datetime.fromtimestamp(user.made, dt.UTC).date()
        print(user.name, user.role, made, f"{user.tokens} tokens", sep="\t")
    return 0


def _remove(args: argparse.Namespace) -> int:
    _people(args).remove(args.name)
    return 0


def _password(args: argparse.Namespace) -> int:
    _people(args).password(args.name, _asked(args.name))
    return 0


def _token(args: argparse.Namespace) -> int:
    people = _people(args)
    if args.revoke:
        print(f"mahdar: {people.revoke(args.name)} tokens taken back.", file=sys.stderr)
        return 0
    print(people.token(args.name, args.days))
    return 0


def _asked(name: str) -> str:
    """A password, typed twice on a terminal, else a line of standard input.

    Raises:
        InputError: typed differently.
    """
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    password = getpass.getpass(f"Password of {name}: ")
    if getpass.getpass("Once more: ") != password:
        raise InputError("the two are not the same.", mend="Try again.")
    return password
