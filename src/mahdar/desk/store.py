"""The database of what people add: users, sessions, saved views, reviews. SQLite, or PostgreSQL for a team."""

from typing import Final

from sqlalchemy import Engine, MetaData, create_engine, event
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from mahdar.errors import InputError

METADATA: Final = MetaData()


def connect(address: str) -> Engine:
    """A database with all its tables, made where they are not there yet.

    Raises:
        InputError: an address that is none, or a database that does not answer.
    """
    try:
        engine = create_engine(address, pool_pre_ping=True)
        if engine.dialect.name == "sqlite":
            event.listen(engine, "connect", _careful)
        METADATA.create_all(engine)
    except ArgumentError as error:
        raise InputError(
            f'"{address}" is no address of a database.', "--database", "Write postgresql+psycopg://user@host/name."
        ) from error
    except (SQLAlchemyError, ModuleNotFoundError) as error:
        raise InputError(f"the database does not answer: {str(error).splitlines()[0]}", "--database") from error
    return engine


def _careful(connection: object, record: object) -> None:
    """SQLite as several threads and programs want it: readers go on while one writes, references hold."""
    cursor = connection.cursor()  # type: ignore[attr-defined]
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "busy_timeout=5000"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
