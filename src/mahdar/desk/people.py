"""Who may use a desk that others reach: users, their sessions in a browser, and tokens for programs."""

import hashlib
import re
import secrets
import threading
import time
import unicodedata
from collections.abc import Callable
from typing import Final, Literal, NamedTuple, get_args

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import BigInteger, Column, Engine, ForeignKey, String, Table, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from mahdar.desk.store import METADATA
from mahdar.errors import InputError

Role = Literal["reader", "reviewer", "editor"]
ROLES: Final[tuple[Role, ...]] = get_args(Role)  # each may do what those before it may
SHORTEST: Final = 12  # characters of a password
LONGEST: Final = 1_000
_NAME: Final = re.compile(r"[\w.@-]{1,64}")
_IDLE: Final = 7 * 24 * 3600  # seconds after which an unused session ends
_LASTS: Final = 30 * 24 * 3600  # seconds after which any session ends
_STEP: Final = 3600  # seconds between notes that a session is used
_DAY: Final = 24 * 3600
_AT_ONCE: Final = 2  # passwords tried at a time: each takes 64 MB

# Times are seconds since 1970. Of what a client shows only the SHA-256 is kept: enough for what is long and random.
_USERS: Final = Table(
    "users",
    METADATA,
    Column("name", String(64), primary_key=True),
    Column("role", String(16), nullable=False),
    Column("password", String(200), nullable=False),
    Column("made", BigInteger, nullable=False),
)
_SESSIONS: Final = Table(
    "sessions",
    METADATA,
    Column("key", String(64), primary_key=True),
    Column("name", ForeignKey("users.name", ondelete="CASCADE"), nullable=False, index=True),
    Column("made", BigInteger, nullable=False),
    Column("used", BigInteger, nullable=False),
)
_TOKENS: Final = Table(
    "tokens",
    METADATA,
    Column("key", String(64), primary_key=True),
    Column("name", ForeignKey("users.name", ondelete="CASCADE"), nullable=False, index=True),
    Column("until", BigInteger, nullable=False),
)


class User(NamedTuple):
    """Somebody who may use the desk."""

    name: str
    role: Role

    def may(self, role: Role) -> bool:
        """Whether a user may do what a role is for."""
        return ROLES.index(self.role) >= ROLES.index(role)


class Listed(NamedTuple):
    """A user as listed: `made`: seconds since 1970; `tokens`: how many are valid."""

    name: str
    role: Role
    made: int
    tokens: int


class People:
    """The users of a desk, in a database."""

    def __init__(
        self, database: Engine, now: Callable[[], float] = time.time, hasher: PasswordHasher | None = None
    ) -> None:
        self._database, self._now = database, now
        self._hasher: Final = hasher or PasswordHasher()
        self._nobody: Final = self._hasher.hash(secrets.token_hex())
        self._trying: Final = threading.Semaphore(_AT_ONCE)

    # -- users ------------------------------------------------------------------------------------

    def add(self, name: str, password: str, role: Role = "reviewer") -> User:
        """A new user.

        Raises:
            InputError: a name or password that cannot be one, an unknown role, a name that is taken.
        """
        user = User(_named(name), role)
        if role not in ROLES:
            raise InputError(f'"{role}" is no role.', "--role", f"One of {', '.join(ROLES)}.")
        hashed = self._hashed(password)
        try:
            with self._database.begin() as db:
                db.execute(insert(_USERS).values(name=user.name, role=role, password=hashed, made=self._second()))
        except IntegrityError:
            raise InputError(f'there is a user "{user.name}" already.', mend="Choose another name.") from None
        return user

    def remove(self, name: str) -> None:
        """Take a user out, with sessions and tokens; what the user wrote stays.

        Raises:
            InputError: no such user.
        """
        with self._database.begin() as db:
            for table in (_SESSIONS, _TOKENS):
                db.execute(delete(table).where(table.c.name == _folded(name)))
            if not db.execute(delete(_USERS).where(_USERS.c.name == _folded(name))).rowcount:
                raise self._unknown(name)

    def password(self, name: str, password: str) -> None:
        """Give a user another password, and end all sessions.

        Raises:
            InputError: no such user, or a password that cannot be one.
        """
        hashed = self._hashed(password)
        with self._database.begin() as db:
            changed = db.execute(update(_USERS).where(_USERS.c.name == _folded(name)).values(password=hashed))
            if not changed.rowcount:
                raise self._unknown(name)
            db.execute(delete(_SESSIONS).where(_SESSIONS.c.name == _folded(name)))

    def all(self) -> list[Listed]:
        """All users by name."""
        with self._database.connect() as db:
            rows = db.execute(select(_USERS.c.name, _USERS.c.role, _USERS.c.made).order_by(_USERS.c.name)).all()
            valid = db.execute(select(_TOKENS.c.name).where(_TOKENS.c.until > self._second())).scalars().all()
        return [Listed(name, role, made, valid.count(name)) for name, role, made in rows]

    def _unknown(self, name: str) -> InputError:
        known = ", ".join(u.name for u in self.all())
        return InputError(f'no user "{name}".', mend=f"Users: {known or 'none'}.")

    def _hashed(self, password: str) -> str:
        if not SHORTEST <= len(password) <= LONGEST:
            raise InputError(f"a password has {SHORTEST} to {LONGEST:,} characters.", mend="Some words in a row do.")
        return self._hasher.hash(_encoded(password))

    # -- sessions ---------------------------------------------------------------------------------

    def sign_in(self, name: str, password: str) -> str | None:
        """What a browser shows from now on to be this user; None where name and password do not fit.

        Takes as long for names that there are not.
        """
        with self._database.connect() as db:
            row = db.execute(select(_USERS.c.name, _USERS.c.password).where(_USERS.c.name == _folded(name))).first()
        stored = row.password if row else self._nobody
        try:
            with self._trying:
                self._hasher.verify(stored, _encoded(password[: LONGEST + 1]))
        except (VerificationError, InvalidHashError):
            return None
        if row is None:
            return None
        key, now = secrets.token_urlsafe(32), self._second()
        with self._database.begin() as db:
            db.execute(delete(_SESSIONS).where((_SESSIONS.c.made <= now - _LASTS) | (_SESSIONS.c.used <= now - _IDLE)))
            db.execute(insert(_SESSIONS).values(key=_kept(key), name=row.name, made=now, used=now))
            if self._hasher.check_needs_rehash(stored):
                hashed = self._hasher.hash(_encoded(password))
                db.execute(update(_USERS).where(_USERS.c.name == row.name).values(password=hashed))
        return key

    def signed_in(self, key: str) -> User | None:
        """The user whose session it is, if it has not ended."""
        now = self._second()
        with self._database.connect() as db:
            row = db.execute(
                select(_USERS.c.name, _USERS.c.role, _SESSIONS.c.used)
                .join_from(_SESSIONS, _USERS)
                .where(_SESSIONS.c.key == _kept(key), _SESSIONS.c.made > now - _LASTS, _SESSIONS.c.used > now - _IDLE)
            ).first()
        if row is None:
            return None
        if now - row.used > _STEP:
            with self._database.begin() as db:
                db.execute(update(_SESSIONS).where(_SESSIONS.c.key == _kept(key)).values(used=now))
        return User(row.name, row.role)

    def sign_out(self, key: str) -> None:
        """End a session."""
        with self._database.begin() as db:
            db.execute(delete(_SESSIONS).where(_SESSIONS.c.key == _kept(key)))

    # -- tokens -----------------------------------------------------------------------------------

    def token(self, name: str, days: int = 365) -> str:
        """A token for a program that acts for a user; it is not kept and cannot be shown again.

        Raises:
            InputError: no such user, or a number of days that cannot be.
        """
        if not 0 < days <= 3650:
            raise InputError(f"{days} days cannot be.", "--days", "Give 1 to 3650.")
        key, now = f"mahdar_{secrets.token_urlsafe(32)}", self._second()
        with self._database.begin() as db:
            if db.execute(select(_USERS.c.name).where(_USERS.c.name == _folded(name))).first() is None:
                raise self._unknown(name)
            db.execute(delete(_TOKENS).where(_TOKENS.c.until <= now))
            db.execute(insert(_TOKENS).values(key=_kept(key), name=_folded(name), until=now + days * _DAY))
        return key

    def revoke(self, name: str) -> int:
        """Take back all tokens of a user; returns how many there were.

        Raises:
            InputError: no such user.
        """
        with self._database.begin() as db:
            if db.execute(select(_USERS.c.name).where(_USERS.c.name == _folded(name))).first() is None:
                raise self._unknown(name)
            return int(db.execute(delete(_TOKENS).where(_TOKENS.c.name == _folded(name))).rowcount)

    def bearer(self, key: str) -> User | None:
        """The user for whom a program acts that shows a token, if it is valid."""
        with self._database.connect() as db:
            row = db.execute(
                select(_USERS.c.name, _USERS.c.role)
                .join_from(_TOKENS, _USERS)
                .where(_TOKENS.c.key == _kept(key), _TOKENS.c.until > self._second())
            ).first()
        return User(row.name, row.role) if row else None

    def _second(self) -> int:
        return int(self._now())


def _kept(key: str) -> str:
    """What is kept of a session or token."""
    return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()


def _encoded(password: str) -> bytes:
    """A password as bytes, the same however a keyboard composes its letters."""
    return unicodedata.normalize("NFKC", password).encode("utf-8", "replace")


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()


def _named(name: str) -> str:
    """A name as it is kept.

    Raises:
        InputError: one that cannot be.
    """
    folded = _folded(name)
    if not _NAME.fullmatch(folded):
        raise InputError(f'"{name}" cannot be a name.', mend="Letters, digits, dot, hyphen, underscore, @; at most 64.")
    return folded
