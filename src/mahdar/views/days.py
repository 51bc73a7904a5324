"""Days as people write them."""

import datetime as dt

from mahdar.errors import InputError


def day(told: str | None, where: str) -> dt.date | None:
    """The day of an ISO date; None where none is given.

    Raises:
        InputError: no date, named with the option or field that gave it.
    """
    try:
        return dt.date.fromisoformat(told) if told else None
    except ValueError:
        raise InputError(f'"{(told or "")[:40]}" is no day.', where, "Write it as 2021-12-15.") from None
