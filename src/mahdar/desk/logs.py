"""Logs of one line an entry, whatever signs a client sent."""

import logging
import sys
import traceback
from typing import Final

LOG: Final = logging.getLogger("mahdar.desk")
_LONG: Final = 500  # characters of what an error tells


class OneLine(logging.Formatter):
    """An entry as one line: line ends, controls and signs that turn direction are escaped."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        told = f"{self.formatTime(record)} {record.levelname.lower()} {record.getMessage()}"
        if record.exc_info and record.exc_info[1] is not None:
            told += f" ({cause(record.exc_info[1])})"
        return plain(told)


def cause(error: BaseException) -> str:
    """What an error is and where it arose."""
    steps = traceback.extract_tb(error.__traceback__)
    own = next((s for s in reversed(steps) if "mahdar" in s.filename), steps[-1] if steps else None)
    place = f" at {own.filename}:{own.lineno}" if own else ""
    told = str(error)
    return f"{type(error).__name__}: {told[:_LONG]}{'...' if len(told) > _LONG else ''}{place}"


def plain(text: str) -> str:
    """Text on one line, signs that do not print escaped."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


def set_up() -> None:
    """Send warnings and errors of the desk and of its server to standard error, a line each."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(OneLine())
    for name in ("mahdar.desk", "uvicorn", "asyncio"):
        log = logging.getLogger(name)
        log.handlers = [handler]
        log.setLevel(logging.WARNING)
        log.propagate = False
