"""The desk: an archive as web pages and as an API that people keep open all day."""
