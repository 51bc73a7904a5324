"""Make the pictures of the desk in docs/pictures from the example articles, some in Arabic, some in English, one dark.

.venv/bin/python -m scripts.pictures

needs Debian's chromium, or the one that MAHDAR_CHROMIUM names. Each picture is WebP, of the best quality that keeps it
below 60 KB.
"""

import base64
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright
from tests.desk.running import serving

ROOT: Final = Path(__file__).parent.parent
TARGET: Final = ROOT / "docs" / "pictures"
MAHDAR: Final = Path(sys.executable).parent / "mahdar"
MOST: Final = 60_000
WIDTH: Final = 1200
HEIGHT: Final = 760
_QUIET: Final = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")


class View(NamedTuple):
    """A picture: its name, the path of the page (`SHA` is an article of the example), its language and colours."""

    name: str
    path: str
    ui: str
    dark: bool = False


VIEWS: Final = (
    View("today", "/", "en"),
    View("article", "/article/SHA?event=v2", "en"),
    View("timeline", "/timeline", "ar"),
    View("network", "/network?edge=RUS|UKR", "en"),
    View("map", "/map?state=TUR", "ar", dark=True),
    View("dossier", "/dossier/matrix?about=RUS,UKR", "ar"),
    View("trends", "/trends?between=RUS|UKR&from=2022-07-01&by=day", "en"),
    View("review", "/review/SHA?event=v2", "ar"),
    View("code", "/code", "en"),
)


@contextmanager
def desk(folder: Path) -> Iterator[str]:
    """The address of a desk over the example articles, with an archive of its own in a folder."""
    archive = folder / "example.duckdb"
    subprocess.run([MAHDAR, "archive", "add", ROOT / "examples" / "grain.jsonl", "--archive", archive], check=True)
    with serving(archive) as address:
        yield address


def picture(page: Page) -> bytes:
    """What a page shows, as WebP below `MOST` bytes."""
    session = page.context.new_cdp_session(page)
    for quality in range(90, 20, -5):
        told = session.send("Page.captureScreenshot", {"format": "webp", "quality": quality})
        made = base64.b64decode(told["data"])
        if len(made) < MOST:
            return made
    raise ValueError(f"{page.url}: the picture is too large at any quality; make WIDTH or HEIGHT smaller")


def show(browser: Browser, address: str, view: View, sha: str) -> bytes:
    """The picture of a view."""
    page = browser.new_page(
        viewport={"width": WIDTH, "height": HEIGHT}, locale="en-GB", color_scheme="dark" if view.dark else "light"
    )
    path = view.path.replace("SHA", sha)
    page.goto(f"{address}{path}{'&' if '?' in path else '?'}ui={view.ui}")
    if view.name == "code":
        page.fill("[name=published]", "2021-12-15")
        page.fill("[name=text]", (ROOT / "examples" / "moscow-talks.txt").read_text(encoding="utf-8"))
        page.evaluate("const x = document.activeElement; x.blur(); x.scrollTop = 0; scrollTo(0, 0)")
    page.evaluate("document.fonts.ready")
    made = picture(page)
    page.close()
    return made


def main() -> None:
    """Make all pictures anew."""
    chromium = os.environ.get("MAHDAR_CHROMIUM") or shutil.which("chromium")
    if not chromium:
        sys.exit(
            "pictures: no chromium on this machine: install it (`apt-get install chromium`), or set MAHDAR_CHROMIUM"
        )
    with tempfile.TemporaryDirectory() as folder, desk(Path(folder)) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(_QUIET))
        page = browser.new_page()
        page.goto(f"{address}/dossier/sources?all=1")
        sha = (page.get_attribute(".rows a[href^='/article/']", "href") or "").rpartition("/")[2]
        page.close()
        for view in VIEWS:
            made = show(browser, address, view, sha)
            (TARGET / f"{view.name}.webp").write_bytes(made)
            print(f"{view.name}.webp: {len(made):,} bytes")
        browser.close()


if __name__ == "__main__":
    main()
