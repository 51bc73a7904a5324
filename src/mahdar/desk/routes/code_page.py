"""An article pasted or uploaded, coded at once and shown without being kept."""

import itertools
from pathlib import PurePath
from typing import Annotated, Any, Final, NamedTuple

import msgspec
from fastapi import APIRouter, Form, HTTPException, Request, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from markupsafe import Markup

from mahdar.desk import held
from mahdar.desk.coders import Coders, Fields
from mahdar.desk.corrected import Corrected
from mahdar.desk.reader import told
from mahdar.desk.refusals import in_words
from mahdar.desk.routes.article import download
from mahdar.desk.shelf import Shelf
from mahdar.desk.web import language, page, wording
from mahdar.desk.who import author
from mahdar.errors import InputError, MahdarError
from mahdar.reading import Article, Options, uploaded
from mahdar.reading.article import MAX_BYTES
from mahdar.record.types import Record
from mahdar.record.write import from_json, to_json
from mahdar.views.wording import Wording

router = APIRouter()

KINDS: Final = ("text", "page", "jsonl")
LONGEST: Final = 60_000  # characters of an article
MANY: Final = 20  # articles of one file
LINKED: Final = 2_000  # articles of an archive that is linked as soon as one is added


class Done(NamedTuple):
    """What came of an article: where it is shown, or why it is not."""

    key: str
    title: str
    events: int
    wrong: Markup


@router.get("/code", response_class=HTMLResponse)
def form(request: Request) -> HTMLResponse:
    """Where to paste or upload."""
    return page(request, "code.html", here="code", given={}, wrong="")


@router.post("/code", response_class=HTMLResponse)
def post(
    request: Request,
    text: Annotated[str, Form()] = "",
    title: Annotated[str, Form(max_length=1000)] = "",
    published: Annotated[str, Form(max_length=40)] = "",
    publisher: Annotated[str, Form(max_length=200)] = "",
    url: Annotated[str, Form(max_length=2000)] = "",
    file: UploadFile | None = None,
) -> Response:
    """Code what was sent: one article is shown, of several a list."""
    given = {"text": text, "title": title, "published": published, "publisher": publisher, "url": url}
    say = wording(language(request))
    shelf: Shelf = request.app.state.shelf
    coders: Coders = request.app.state.coders
    if file is not None and file.filename:
        found = _of_file(file, published)
    elif text.strip():
        text = text.replace("\r\n", "\n")
        found = [Article("text", "1", text, published or None, title or None, url or None, publisher or None)]
    else:
        return page(request, "code.html", 400, here="code", given=given, wrong=say.say("code", "nothing"))
    done = [_done(one, shelf, coders, say) for one in found[:MANY]]
    if len(done) == 1:
        if not done[0].key:
            return page(request, "code.html", 400, here="code", given=given, wrong=done[0].wrong)
        return RedirectResponse(f"/code/{done[0].key}", 303)
    more = say.fill("code", "more", n=MANY) if len(found) > MANY else ""
    return page(request, "coded_list.html", here="code", done=done, more=more)


@router.get("/code/{key}", response_class=HTMLResponse)
def result(request: Request, key: str) -> HTMLResponse:
    """The article that was coded, as the archive would show it."""
    kept = _kept(request, key)
    if kept is None:
        gone = wording(language(request)).say("code", "gone")
        return page(request, "code.html", 404, here="code", given={}, wrong=gone)
    record, text = kept
    shown: dict[str, Any] = told(request, text, Corrected(record, {}, [], frozenset(), None))
    library = held.library(request)
    known = bool(library.ask("SELECT 1 FROM articles WHERE sha256 = ?", [record.doc.sha256]))
    return page(
        request, "coded.html", here="code", key=key, kept=False, known=known,
        may_write=author(request, "editor") is not None, **shown,
    )  # fmt: skip


@router.get("/code/{key}/record.json")
def record(request: Request, key: str) -> Response:
    """The record of an article that was coded."""
    kept = _kept(request, key)
    if kept is None:
        raise HTTPException(404)
    return download(to_json(kept[0]) + b"\n", "application/json", f"mahdar-{kept[0].doc.sha256[:12]}.json")


@router.post("/code/add")
def add(request: Request, key: Annotated[str, Form(max_length=64)]) -> Response:
    """Put the article into the archive."""
    if author(request, "editor") is None:
        raise HTTPException(403)
    kept = _kept(request, key)
    if kept is None:
        return result(request, key)
    library = held.library(request)
    with library.writing() as archive:
        archive.add([kept])
        if archive.info()["articles"] <= LINKED:  # a large one takes minutes: `mahdar archive link`
            archive.link()
    return RedirectResponse(f"/article/{kept[0].doc.sha256}", 303)


def _kept(request: Request, key: str) -> tuple[Record, str] | None:
    shelf: Shelf = request.app.state.shelf
    return shelf.get(key)


def _of_file(file: UploadFile, published: str) -> list[Article | InputError]:
    """The articles of a file, one more than are coded where it has so many."""
    name = PurePath(file.filename or "").name[:100] or "file"
    data = file.file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        return [InputError(f"larger than {MAX_BYTES:,} bytes.", name, "Use mahdar code.", "large", most=MAX_BYTES)]
    read = list(itertools.islice(uploaded(data, name, Options(published or None), KINDS), MANY + 1))
    return read or [InputError("no article in it.", name, code="no-article")]


def _done(one: Article | InputError, shelf: Shelf, coders: Coders, w: Wording) -> Done:
    if isinstance(one, MahdarError):
        return Done("", one.where, 0, in_words(one, w))
    try:
        if len(one.text) > LONGEST:
            raise InputError(f"longer than {LONGEST:,} characters.", one.where, "Use mahdar code.", "long", n=LONGEST)
        coded = _coded(one, coders)
    except MahdarError as error:
        return Done("", one.title or one.where, 0, in_words(error, w))
    return Done(shelf.put(coded, one.text), coded.doc.title or coded.doc.id, len(coded.events), Markup())


def _coded(article: Article, coders: Coders) -> Record:
    """The record of an article, which begins its notes with those of the reader.

    Raises:
        InputError: the text cannot be coded.
        Full, Failed: it could not be coded now.
    """
    fields = Fields(article.text, article.id, article.published, article.title, article.url, article.publisher)
    record = from_json(coders.submit(fields).result())
    return msgspec.structs.replace(record, notes=[*article.notes, *record.notes])
