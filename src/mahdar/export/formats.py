"""The formats that records are exported in, by name: what the command line asks before it loads any writer."""

from typing import Final

DYADIC: Final = ("polecat", "icews", "gdelt", "cameo")
"""Layouts of one row a pair of parties; `layouts.LAYOUTS` holds them."""
FILES: Final = ("plover", *DYADIC, "csv")
"""Formats that are one file of text."""
FOLDERS: Final = ("parquet",)
"""Formats that are a folder of files."""
