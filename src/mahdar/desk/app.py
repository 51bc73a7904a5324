"""The desk as a web application."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from importlib.resources import files
from typing import Final

from fastapi import Depends, FastAPI
from fastapi.staticfiles import StaticFiles

from mahdar import __version__
from mahdar.desk import faults, forms, openapi
from mahdar.desk.coders import Coders
from mahdar.desk.library import Library
from mahdar.desk.metrics import Metrics
from mahdar.desk.negotiations import Dossiers
from mahdar.desk.people import People
from mahdar.desk.routes import (
    api,
    article,
    code_api,
    code_page,
    dossier,
    health,
    map,
    network,
    review,
    review_api,
    session,
    timeline,
    today,
    trends,
    views,
    views_api,
)
from mahdar.desk.security import Guard
from mahdar.desk.settings import Settings
from mahdar.desk.shelf import Shelf
from mahdar.desk.store import connect

_REST: Final = 0.5  # seconds between looks whether the archive can be let go


def create_app(settings: Settings) -> FastAPI:
    """The application over one archive."""
    library = Library(settings.archive)
    coders = Coders(settings.coders)
    metrics = Metrics(coders)

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
        coders.close()
        app.state.dossiers.close()
        library.close()

    app = FastAPI(
        title="Mahdar",
        version=__version__,
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        dependencies=[Depends(forms.checked)],
    )
    app.state.library, app.state.coders, app.state.metrics = library, coders, metrics
    app.state.database = connect(settings.store)
    app.state.people = People(app.state.database)
    app.state.tries = session.tries()
    app.state.settings = settings
    app.state.shelf = Shelf()
    app.state.dossiers = Dossiers(library)
    app.add_middleware(Guard, settings=settings, people=app.state.people, metrics=metrics, processes=coders.processes)
    faults.install(app)
    openapi.describe(app, with_users=not settings.at_home)
    app.mount("/static", StaticFiles(directory=str(files("mahdar") / "desk" / "static")), name="static")
    for routes in (
        today,
        timeline,
        network,
        map,
        trends,
        views,
        article,
        code_page,
        dossier,
        review,
        api,
        views_api,
        review_api,
        code_api,
        health,
        session,
    ):
        app.include_router(routes.router)
    return app
