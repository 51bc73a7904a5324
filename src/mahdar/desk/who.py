"""Who sits at the desk, and whether they may write."""

from typing import Final

from fastapi import Request

from mahdar.desk.people import Role
from mahdar.desk.security import may, user

HERE: Final = "local"  # the one who works at the machine itself


def author(request: Request, role: Role = "reviewer") -> str | None:
    """The name under which a reader writes what takes a role; None for who may not."""
    if not may(request, role):
        return None
    person = user(request)
    return person.name if person else HERE
