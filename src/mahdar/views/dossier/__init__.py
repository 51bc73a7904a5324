"""A dossier for readers: Markdown, a page to print, a brief."""
