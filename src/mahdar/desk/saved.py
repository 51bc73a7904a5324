"""Saved views: a page with its filters under a name, each user's own."""

from datetime import UTC, datetime
from typing import Final, NamedTuple

from fastapi import Request
from sqlalchemy import Column, DateTime, Engine, Integer, String, Table, UniqueConstraint, delete, insert, select
from sqlalchemy.exc import IntegrityError

from mahdar.desk.store import METADATA

LONGEST: Final = 80  # characters of a name
LONGEST_QUERY: Final = 2_000
MOST: Final = 100  # views of a user

_VIEWS: Final = Table(
    "saved_views",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("owner", String(200), nullable=False, index=True),
    Column("name", String(LONGEST), nullable=False),
    Column("page", String(20), nullable=False),
    Column("query", String(LONGEST_QUERY), nullable=False),
    Column("made", DateTime, nullable=False),
    UniqueConstraint("owner", "name"),
)


class Saved(NamedTuple):
    """A saved view; `href` leads to it."""

    id: int
    name: str
    page: str
    query: str

    @property
    def href(self) -> str:
        """Its address."""
        return ("/" if self.page == "today" else f"/{self.page}") + self.query


def owner(request: Request) -> str:
    """Whose views a request is about; "" where there are no users."""
    return str(getattr(request.state, "user", None) or "")


def views(request: Request) -> list[Saved]:
    """The views of who asks, by name."""
    with _database(request).connect() as db:
        rows = db.execute(
            select(_VIEWS.c.id, _VIEWS.c.name, _VIEWS.c.page, _VIEWS.c.query)
            .where(_VIEWS.c.owner == owner(request))
            .order_by(_VIEWS.c.name, _VIEWS.c.id)
        )
        return [Saved(*row) for row in rows]


def save(request: Request, name: str, page: str, query: str) -> bool:
    """Keep a view, in place of one of the same name; whether there was room for it."""
    whose = owner(request)
    mine = (_VIEWS.c.owner == whose) & (_VIEWS.c.name == name)
    if len(views(request)) >= MOST and name not in {v.name for v in views(request)}:
        return False
    told = {"owner": whose, "name": name, "page": page, "query": query, "made": datetime.now(UTC).replace(tzinfo=None)}
    try:
        with _database(request).begin() as db:
            db.execute(delete(_VIEWS).where(mine))
            db.execute(insert(_VIEWS).values(told))
    except IntegrityError:  # saved by the same user at the same moment: that one stays
        return True
    return True


def forget(request: Request, number: int) -> bool:
    """Take out a view of who asks; whether there was one."""
    with _database(request).begin() as db:
        done = db.execute(delete(_VIEWS).where((_VIEWS.c.owner == owner(request)) & (_VIEWS.c.id == number)))
    return bool(done.rowcount)


def _database(request: Request) -> Engine:
    database: Engine = request.app.state.database
    return database
