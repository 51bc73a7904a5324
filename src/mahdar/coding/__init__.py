"""From read sentences to coded events."""
