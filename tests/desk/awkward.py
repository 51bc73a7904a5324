"""In a module of its own, so that a process that codes with it begins quickly."""

import os
import time
from typing import Any

from mahdar.errors import InputError


class Awkward:
    """A coder that does what its text says."""

    def code(self, text: str, **told: Any) -> Any:
        if text == "hang":
            time.sleep(60)
        if text == "exit":
            os._exit(9)
        if text == "fault":
            raise ZeroDivisionError
        if text == "refuse":
            raise InputError("no.", "text", "Write another.")
        if text == "slow":
            time.sleep(0.5)
        return {"text": text}


def awkward() -> Any:
    return Awkward()
