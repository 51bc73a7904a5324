"""A coder for what a batch must survive: texts with a mark hang it, kill its process or make it fail."""

import os
import signal
from typing import Any

from mahdar.coder import Coder
from mahdar.record.types import Record

HANG, CRASH, EXIT, FAULT = "علامة التوقف", "علامة الانهيار", "علامة الخروج", "علامة الخلل"


class TrialCoder(Coder):
    def code(self, text: str, **about: Any) -> Record:
        if HANG in text:
            signal.pause()
        if CRASH in text:
            os.kill(os.getpid(), signal.SIGSEGV)
        if EXIT in text:
            os._exit(3)
        if FAULT in text:
            raise ZeroDivisionError("trial")
        return super().code(text, **about)


def trial_coder() -> Coder:
    return TrialCoder("ar")
