"""A process that codes articles, telling which one it is at, so that one that hangs or crashes it can be named."""

import os
import resource
import signal
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from mahdar.errors import EMPTY, MahdarError
from mahdar.reading.article import Article, Late, Outcome, Skipped

if TYPE_CHECKING:
    from mahdar.coder import Coder


SHORT: Final = 97
"""The exit status of a process that wants more memory than it may have."""


class Lost(NamedTuple):
    """Why an article has no record; `refused`: by its reader or the coder, otherwise it failed."""

    reason: str
    refused: bool


class Other(NamedTuple):
    """No article for us: `Skipped`, or a text without a word."""

    label: str


Coded = bytes | Lost | Other
"""What came of an article: its record, JSON without a line end, or why there is none."""
Found = Outcome | Late
"""What readers found: also pages that are still to be read."""
Keep = Callable[[Sequence[Found], list[Coded]], Any]
"""Takes articles, out of their pages where those could be read, and what came of each."""


class Job(NamedTuple):
    """Articles to code.

    Args:
        articles: as they were read, or what was wrong with them already then.
        keep: called in the worker; its value goes to the parent.
        passed: articles to pass over by number, with the reason.
    """

    articles: Sequence[Found]
    keep: Keep
    passed: dict[int, str]


class Answer(NamedTuple):
    """What `keep` of a job gave."""

    value: Any


def work(jobs: Connection, pipe: Connection, made: Callable[[], "Coder"], memory: int) -> None:
    """Code jobs as they come, to the end of their pipe; tells through the other the answer of each, and before that the
    number of the article that it is at.

    Args:
        made: makes the coder of this process.
        memory: megabytes that this process may take; who wants more ends it, with status `SHORT`.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides
    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    wanted = memory * 1_000_000
    resource.setrlimit(resource.RLIMIT_DATA, (wanted if most == resource.RLIM_INFINITY else min(wanted, most), most))
    try:
        coder = made()
        with suppress(EOFError, BrokenPipeError):  # the parent is gone
            while True:
                job: Job = jobs.recv()
                pipe.send(Answer(job.keep(*_coded(job, pipe, coder))))
    except MemoryError:
        os._exit(SHORT)  # at once: there is no telling what is half done


def _coded(job: Job, pipe: Connection, coder: "Coder") -> tuple[list[Found], list[Coded]]:
    articles, coded = list(job.articles), list[Coded]()
    for n, found in enumerate(articles):
        if isinstance(found, MahdarError):
            coded.append(Lost(str(found), refused=True))
        elif n in job.passed:
            coded.append(Lost(job.passed[n], refused=False))
        else:
            pipe.send(n)
            articles[n], came = one(coder, found)
            coded.append(came)
    return articles, coded


def one(coder: "Coder", found: Article | Late) -> tuple[Found, Coded]:
    """An article out of its page, if that could be read, and what comes of it.

    Raises:
        MemoryError: which is for whoever runs the process to see to.
    """
    from mahdar.reading.code import code, fault
    from mahdar.reading.paths import finished
    from mahdar.record.write import to_json

    article: Found = found
    try:
        article = finished(found)
        if isinstance(article, Skipped):
            return article, Other(article.label)
        if not isinstance(article, Article):
            return article, Lost(str(article), refused=True)
        return article, to_json(code(coder, article))
    except MahdarError as error:
        if error.code == EMPTY:
            return article, Other(EMPTY)
        return article, Lost(str(error), refused=True)
    except MemoryError:
        raise
    except Exception as error:
        return article, Lost(fault(error), refused=False)
