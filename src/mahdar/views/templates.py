"""Templates: everything that is filled in is escaped, and shown without signs that turn direction."""

from collections.abc import Sequence
from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.ext import Extension

from mahdar.views.shown import shown


@lru_cache
def environment(package: str, folder: str, extensions: Sequence[type[Extension]] = ()) -> Environment:
    """The templates in a folder of a package; a name that nobody fills in is an error."""
    return Environment(
        loader=PackageLoader(package, folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=extensions,
        finalize=lambda value: shown(value) if type(value) is str else value,
    )
