"""Mentions, times, phrases, clauses, parties and statements of a sentence."""
