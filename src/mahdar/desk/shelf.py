"""What was coded for a reader and is in no archive: kept in memory for a while, the newest only."""

import hashlib
import threading
from collections import OrderedDict
from typing import Final

from mahdar.record.types import Record
from mahdar.record.write import to_json

MOST: Final = 64  # articles
CHARACTERS: Final = 4_000_000  # of all of them together


class Shelf:
    """Records with their texts, each under a key that only who has coded the article knows."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: OrderedDict[str, tuple[Record, str]] = OrderedDict()

    def put(self, record: Record, text: str) -> str:
        """Keep an article; returns its key, the same for the same record."""
        key = hashlib.sha256(to_json(record)).hexdigest()[:32]
        with self._lock:
            self._kept[key] = record, text
            self._kept.move_to_end(key)
            size = sum(len(t) for _, t in self._kept.values())
            while len(self._kept) > 1 and (len(self._kept) > MOST or size > CHARACTERS):
                size -= len(self._kept.popitem(last=False)[1][1])
        return key

    def get(self, key: str) -> tuple[Record, str] | None:
        """An article; None where it is not kept any more."""
        with self._lock:
            return self._kept.get(key)
