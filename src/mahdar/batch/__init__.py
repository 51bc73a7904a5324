"""Coding many articles: into a folder, on one machine or a cluster of them; or a table at a time for other engines."""

from mahdar.batch.table import SCHEMA, code_batch

__all__ = ["SCHEMA", "code_batch"]
