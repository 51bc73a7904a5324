"""Whether the desk is well, how much it does, and what its API is."""

from typing import Any, Final, Literal

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse
from prometheus_client import CONTENT_TYPE_PLAIN_0_0_4
from sqlalchemy import Engine, text
from sqlalchemy.exc import SQLAlchemyError

from mahdar import __version__
from mahdar.desk.library import Busy, Library
from mahdar.desk.metrics import Metrics
from mahdar.desk.openapi import kind
from mahdar.desk.shapes import Health
from mahdar.desk.web import page
from mahdar.errors import MahdarError

router = APIRouter(tags=["service"])

_METHODS: Final = ("get", "post", "put", "delete")


@router.get("/health", responses={503: {"model": Health, "description": "A part is down."}})
def health(request: Request, response: Response) -> Health:
    """Whether the desk can do its work."""
    archive, database = _archive(request.app.state.library), _database(request.app.state.database)
    down = "down" in (archive, database)
    response.status_code = 503 if down else 200
    return Health(status="down" if down else "ok", version=__version__, archive=archive, database=database)


@router.get(
    "/metrics",
    response_class=Response,
    responses={200: {"description": "Text of Prometheus.", "content": {"text/plain": {}}}},
)
def metrics(request: Request) -> Response:
    """What happened since the desk began, for Prometheus."""
    told: Metrics = request.app.state.metrics
    return Response(told.told(), media_type=CONTENT_TYPE_PLAIN_0_0_4)


@router.get("/api", response_class=HTMLResponse, include_in_schema=False)
def api(request: Request) -> HTMLResponse:
    """The API to read."""
    spec: dict[str, Any] = request.app.openapi()
    operations = [
        {"path": path, "method": method, **told}
        for path, methods in spec["paths"].items()
        for method, told in methods.items()
        if method in _METHODS
    ]
    tags = list(dict.fromkeys(o["tags"][0] for o in operations))
    base = str(request.base_url).rstrip("/")
    return page(request, "api.html", here="api", operations=operations, tags=tags, base=base, spec=spec, kind=kind)


def _archive(library: Library) -> Literal["ok", "busy", "down"]:
    try:
        library.ask("SELECT 1")
    except Busy:
        return "busy"
    except MahdarError:
        return "down"
    return "ok"


def _database(database: Engine) -> Literal["ok", "down"]:
    try:
        with database.connect() as db:
            db.execute(text("SELECT 1"))
    except SQLAlchemyError:
        return "down"
    return "ok"
