"""Records in the layouts that other programs read."""
