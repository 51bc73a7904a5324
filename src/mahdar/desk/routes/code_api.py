"""Articles coded for other programs."""

from fastapi import APIRouter, Request, Response

from mahdar.desk.coders import Coders, Fields, Full
from mahdar.desk.metrics import Metrics
from mahdar.desk.openapi import schema_of
from mahdar.desk.shapes import ToCode
from mahdar.errors import MahdarError

router = APIRouter(prefix="/api", tags=["code"])


@router.post("/code", responses=schema_of("Record"))
async def code(request: Request, article: ToCode) -> Response:
    """The record of an article: events, statements, parties, times. Nothing is kept."""
    coders: Coders = request.app.state.coders
    metrics: Metrics = request.app.state.metrics
    outcome = "failed"
    try:
        record = await coders.code(Fields(**article.model_dump()))
        outcome = "coded"
    except Full:
        outcome = "full"
        raise
    except MahdarError:
        outcome = "refused"
        raise
    finally:
        metrics.coded(outcome)
    return Response(record, media_type="application/json")
