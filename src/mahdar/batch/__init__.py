"""Coding many articles: on all cores of a machine into an output folder, or a table at a time for other engines."""

from mahdar.batch.table import code_batch

__all__ = ["code_batch"]
