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
        given = (told or "")[:40]
        raise InputError(f'"{given}" is no day.', where, "Write it as 2021-12-15.", "date", value=given) from None
