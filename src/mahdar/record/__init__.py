"""The document contract: typed, strict on the way in, byte-stable on the way out."""

from mahdar.record.types import Record
from mahdar.record.write import from_json, to_json

__all__ = ["Record", "from_json", "to_json"]
