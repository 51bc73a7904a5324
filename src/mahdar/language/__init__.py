"""What every language pack provides: words, tags, cues."""
