"""Folding, tokens and sentences, with offsets into the original."""
