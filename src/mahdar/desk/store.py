"""The database of what people add: users, sessions, saved views, reviews. SQLite, or PostgreSQL for a team."""

from typing import Final

from sqlalchemy import URL, Engine, MetaData, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from mahdar.errors import InputError

METADATA: Final = MetaData()
_POSTGRES: Final = ("postgresql", "postgres")  # as everybody writes it, without the name of the driver
LARGEST: Final = 2**31 - 1
"""The largest number that a column of numbers holds."""
_WAIT: Final = 5  # seconds for a connection to another machine


def connect(address: str) -> Engine:
    """A database with all its tables, made where they are not there yet.

    Raises:
        InputError: an address that is none, a driver that is not installed, or a database that does not answer.
    """
    try:
        url = _url(address)
        remote = url.get_backend_name() == "postgresql"
        engine = create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": _WAIT} if remote else {})
        if engine.dialect.name == "sqlite":
            event.listen(engine, "connect", _careful)
        METADATA.create_all(engine)
    except ArgumentError as error:
        raise InputError(
            "no address of a database.", "--database", "Write postgresql://user@host/name or sqlite:///file."
        ) from error
    except ModuleNotFoundError as error:
        raise InputError(f"{error.name} is not there.", "--database", "pip install 'mahdar[postgres]'.") from error
    except SQLAlchemyError as error:
        raise InputError(f"the database does not answer: {str(error).splitlines()[0]}", "--database") from error
    return engine


def _url(address: str) -> URL:
    url = make_url(address)
    return url.set(drivername="postgresql+psycopg") if url.drivername in _POSTGRES else url


def _careful(connection: object, record: object) -> None:
    """SQLite as several threads and programs want it: readers go on while one writes, references hold."""
    cursor = connection.cursor()  # type: ignore[attr-defined]
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "busy_timeout=5000"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
