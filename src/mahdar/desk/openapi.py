"""The description of the API that other programs read, exact to the types of records and dossiers."""

from typing import Any, Final

import msgspec
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from markupsafe import Markup, escape

from mahdar import __version__
from mahdar.desk import shapes
from mahdar.dossier.types import Dossier
from mahdar.record.types import Record

_DESCRIPTION: Final = (
    "Coded Arabic political news: who did what to whom, when, where, who says so, and whether it happened, is planned,"
    " is only possible or is denied. Answers are JSON in UTF-8; what is wrong is told as {error, where, mend, code}."
)
# What any operation may answer instead, and what one that is sent something may answer besides.
_FAULTS: Final = (401, 403, 404, 421, 422, 431, 500, 503)
_SENT: Final = (400, 408, 413, 415, 429)
_ANSWERS: Final = {
    400: "The body cannot be read.",
    401: "Nobody is signed in, or the token is not valid.",
    403: "Not for this user, or sent by a page of another site.",
    404: "There is no such thing.",
    408: "The request took too long.",
    413: "The request is too large.",
    415: "The body must be JSON, and say so in Content-Type.",
    421: "The desk does not go by the name in Host.",
    422: "The request cannot be answered as it is.",
    429: "Too much at a time.",
    431: "The headers or the query are too large.",
    500: "A fault of mahdar.",
    503: "Too busy: Retry-After tells when to try again. Or the archive went away or is of another version: mend tells"
    " what whoever runs the desk can do.",
}


class ArticleRecord(msgspec.Struct, frozen=True):
    """An article as it was coded, and its text."""

    record: Record
    text: str


def schema_of(name: str) -> dict[int | str, dict[str, Any]]:
    """An answer that is a type of the record or of the dossier."""
    schema = {"$ref": f"#/components/schemas/{name}"}
    return {200: {"description": "Successful Response", "content": {"application/json": {"schema": schema}}}}


def describe(app: FastAPI, with_users: bool) -> None:
    """Have an application describe its API. `with_users`: whether who asks must show who it is."""

    def told() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _made(app, with_users)
        return app.openapi_schema

    app.openapi = told  # type: ignore[method-assign]


def _made(app: FastAPI, with_users: bool) -> dict[str, Any]:
    spec = get_openapi(title="Mahdar", version=__version__, description=_DESCRIPTION, routes=app.routes)
    spec["paths"] = {p: x for p, x in spec["paths"].items() if p.startswith(("/api/", "/health", "/metrics"))}
    _, ours = msgspec.json.schema_components(
        (Record, Dossier, ArticleRecord), ref_template="#/components/schemas/{name}"
    )
    schemas = spec.setdefault("components", {}).setdefault("schemas", {})
    clash = schemas.keys() & ours.keys()
    if clash:
        raise ValueError(f"two types are called {', '.join(sorted(clash))}")
    schemas |= ours
    schemas["Fault"] = shapes.Fault.model_json_schema()
    for path, methods in spec["paths"].items():
        for method, told in methods.items():
            if path != "/health":
                _add_faults(told["responses"], method == "get")
    used = _named(spec["paths"], schemas)
    spec["components"]["schemas"] = {k: schemas[k] for k in sorted(used)}
    if with_users:
        spec["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
        spec["security"] = [{"token": []}]
        spec["paths"]["/health"]["get"]["security"] = []
    return spec


def _add_faults(responses: dict[str, Any], asks: bool) -> None:
    """Tell what an operation may answer instead; `asks`: that nothing is sent to it."""
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Fault"}}}
    for status in sorted(_FAULTS if asks else _FAULTS + _SENT):
        responses[str(status)] = {"description": _ANSWERS[status], "content": content}


def kind(schema: dict[str, Any]) -> Markup:
    """What a schema allows, in a few words; types with a name lead to where they are told."""
    if "$ref" in schema:
        return Markup('<a href="#{0}">{0}</a>').format(schema["$ref"].rpartition("/")[2])
    for choice in ("anyOf", "oneOf"):
        if choice in schema:
            return Markup(" | ").join(kind(s) for s in schema[choice] if s.get("type") != "null")
    if "enum" in schema:
        return Markup(" | ").join(str(x) for x in schema["enum"] if x is not None)
    if "const" in schema:
        return escape(schema["const"])
    if schema.get("type") == "array":
        return kind(schema.get("items") or {}) + "[]"
    told = schema.get("type", "any")
    names = [told] if isinstance(told, str) else [x for x in told if x != "null"]
    return escape(schema.get("format") or " | ".join(names))


def _named(told: Any, schemas: dict[str, Any]) -> set[str]:
    """All types that something refers to, and those that they refer to."""
    found: set[str] = set()
    left = [told]
    while left:
        here = left.pop()
        if isinstance(here, dict):
            name = str(here.get("$ref", "")).rpartition("/")[2]
            if name and name not in found:
                found.add(name)
                left.append(schemas[name])
            left += here.values()
        elif isinstance(here, list):
            left += here
    return found
