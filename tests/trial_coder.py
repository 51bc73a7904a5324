"""A coder for what a batch must survive: texts with a mark hang it, kill its process, make it fail or eat memory; and a
reader of pages that does.
"""

import os
import signal
from typing import Any

from mahdar.coder import Coder
from mahdar.reading import page
from mahdar.record.types import Record

HANG, CRASH, EXIT, FAULT = "علامة التوقف", "علامة الانهيار", "علامة الخروج", "علامة الخلل"
EAT = "علامة الذاكرة"
EATEN = 1000  # megabytes


class TrialCoder(Coder):
    def code(self, text: str, **about: Any) -> Record:
        meet(text)
        return super().code(text, **about)


def meet(text: str) -> None:
    """Come to what a mark in the text wants."""
    if HANG in text:
        signal.pause()
    if CRASH in text:
        os.kill(os.getpid(), signal.SIGSEGV)
    if EXIT in text:
        os._exit(3)
    if FAULT in text:
        raise ZeroDivisionError("trial")
    if EAT in text:
        [bytes(bytearray(1_000_000)) for _ in range(EATEN)]


def trial_coder() -> Coder:
    return TrialCoder("ar")


def trial_reader() -> Coder:
    """A coder of a process that meets the marks already where it reads pages."""
    parse = page.parse

    def tried(text: str, where: str, url: str | None = None) -> page.Page:
        meet(text)
        return parse(text, where, url)

    page.parse = tried
    return Coder("ar")
