"""The desk as a web application."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from importlib.resources import files
from typing import Final

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse
from fastapi.staticfiles import StaticFiles

from mahdar import __version__
from mahdar.desk import security
from mahdar.desk.library import Busy, Library
from mahdar.desk.negotiations import Dossiers
from mahdar.desk.routes import article, code_page, dossier, review, review_api, today
from mahdar.desk.settings import Settings
from mahdar.desk.shelf import Shelf
from mahdar.desk.store import connect
from mahdar.desk.web import page

_REST: Final = 0.5  # seconds between looks whether the archive can be let go


def create_app(settings: Settings) -> FastAPI:
    """The application over one archive."""
    library = Library(settings.archive)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async def rest() -> None:
            while True:
                await asyncio.sleep(_REST)
                library.rest()

        resting = asyncio.create_task(rest())
        yield
        resting.cancel()
        with suppress(asyncio.CancelledError):
            await resting
        library.close()

    app = FastAPI(title="Mahdar", version=__version__, lifespan=lifespan, docs_url=None, redoc_url=None)
    app.state.library = library
    app.state.database = connect(settings.store)
    app.state.settings = settings
    app.state.shelf = Shelf()
    app.state.dossiers = Dossiers(library)
    security.protect(app, settings)
    app.mount("/static", StaticFiles(directory=str(files("mahdar") / "desk" / "static")), name="static")
    for routes in (today, article, code_page, dossier, review, review_api):
        app.include_router(routes.router)

    @app.exception_handler(Busy)
    async def busy(request: Request, error: Busy) -> HTMLResponse:
        made = page(request, "message.html", 503, heading="busy")
        made.headers["Retry-After"] = "5"
        return made

    @app.exception_handler(404)
    async def missing(request: Request, error: Exception) -> HTMLResponse:
        return page(request, "message.html", 404, heading="missing")

    return app
