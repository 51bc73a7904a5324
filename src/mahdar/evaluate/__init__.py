"""Scores against gold records, and examples beside rules."""
