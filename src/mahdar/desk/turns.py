"""Pages take turns, so that articles that other programs send do not wait for the pages of many readers.

Python runs one thread at a time: each page that is being made takes its share of that from what hands articles to the
coders, and more of them at once are made no sooner.
"""

import threading
from collections.abc import Callable
from functools import wraps
from typing import Any, Final, TypeVar

AT_ONCE: Final = 2  # pages: one is made while another asks the archive
_Page = TypeVar("_Page", bound=Callable[..., Any])
_turns: Final = threading.BoundedSemaphore(AT_ONCE)


def in_turn(page: _Page) -> _Page:
    """A page that is made when it is its turn; not for what waits for another process."""

    @wraps(page)
    def made(*given: Any, **named: Any) -> Any:
        with _turns:
            return page(*given, **named)

    return made  # type: ignore[return-value]
