"""Who says what in a sentence: the cue, whose words they are, and how far they go."""
