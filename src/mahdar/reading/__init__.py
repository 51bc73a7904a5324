"""Articles from files of any kind.

>>> from mahdar.reading import Options, articles
>>> found = articles(["news.html", "archive.warc.gz"], Options(published="2024-02-15"))
"""

from mahdar.reading.article import Article, Options, OtherLanguage, Outcome, Skipped
from mahdar.reading.paths import articles, uploaded

__all__ = ["Article", "Options", "OtherLanguage", "Outcome", "Skipped", "articles", "uploaded"]
