"""Mahdar: who did what to whom in Arabic political news, and who says so.

>>> import mahdar
>>> record = mahdar.code("التقى الرئيس المصري نظيره التركي في القاهرة.", published="2024-02-14")
>>> [e.type for e in record.events]
['CONSULT']
"""

from typing import TYPE_CHECKING

__version__ = "0.1.0"
__all__ = ["__version__", "code", "compiled"]

if TYPE_CHECKING:
    from mahdar.views.notebook import Coded


def code(
    text: str,
    *,
    id: str = "1",
    published: str | None = None,
    title: str | None = None,
    url: str | None = None,
    publisher: str | None = None,
) -> "Coded":
    """Code one article.

    Args:
        text: the article as plain text.
        published: ISO date or date-time; without it relative times stay unresolved.

    Returns:
        The record, with `to_frame()` and a notebook view.

    Raises:
        InputError: an empty text, another language, or a date that is none.
    """
    from mahdar.views.notebook import Coded, coder

    return Coded(coder().code(text, id=id, published=published, title=title, url=url, publisher=publisher), text)


def compiled() -> bool:
    """Whether this is the compiled coder, several times faster than the interpreted one and the same in all else."""
    from importlib.util import find_spec

    spec = find_spec("mahdar.coder")
    return spec is not None and spec.origin is not None and not spec.origin.endswith(".py")
