"""Who sits at the desk, and whether they may write."""

from typing import Final

from fastapi import Request

from mahdar.desk.settings import Settings

HERE: Final = "local"  # the one who works at the machine itself


def author(request: Request) -> str | None:
    """The name under which a reader writes; None for who may not write."""
    user = getattr(request.state, "user", None)
    if user is not None:
        return str(getattr(user, "name", user))
    settings: Settings = request.app.state.settings
    return HERE if settings.at_home else None
