"""The JSON Schema of the record, generated from its types."""

import json
import sys
from pathlib import Path

import msgspec

from mahdar.record.types import SCHEMA, Record


def json_schema() -> str:
    """The schema as indented JSON text, ending in a newline."""
    schema = msgspec.json.schema(Record)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = f"Record {SCHEMA}"
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(json_schema(), encoding="utf-8")
