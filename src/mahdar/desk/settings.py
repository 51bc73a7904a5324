"""What a desk is told when it starts."""

from ipaddress import ip_address
from pathlib import Path
from typing import Final, NamedTuple

HOST: Final = "127.0.0.1"
PORT: Final = 8642


class Settings(NamedTuple):
    """Where a desk finds things and whom it serves.

    `archive`: the file of the archive; `database`: address of the database of users and reviews, SQLite beside the
    archive where None; `host`: the address that it listens on; `names`: further names that it is called by, as a proxy
    before it is; `open`: whether everybody who reaches it may read; `coders`: processes that code, one a core where
    None.
    """

    archive: Path
    database: str | None = None
    host: str = HOST
    names: tuple[str, ...] = ()
    open: bool = False
    coders: int | None = None

    @property
    def at_home(self) -> bool:
        """Whether only this machine can reach it: then there is one user, who may write without a name."""
        return not self.names and self.loopback  # with a name, somebody passes on what others ask

    @property
    def loopback(self) -> bool:
        """Whether it listens to this machine alone."""
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"

    @property
    def store(self) -> str:
        """The address of the database of users and reviews."""
        return self.database or f"sqlite:///{self.archive.with_name(self.archive.name + '.desk.sqlite')}"
