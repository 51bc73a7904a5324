"""The views over the archive in a browser: their main paths, in both languages, by mouse and keyboard, on a phone."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mahdar.archive import Archive
from mahdar.coder import Coder
from tests.desk.running import serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.enable_socket
PAGES = ("/", "/?tab=statements", "/timeline", "/network?edge=RUS|UKR", "/map?town=إسطنبول", "/trends?between=RUS|UKR")


@pytest.mark.parametrize("ui", ["ar", "en"])
def test_from_filters_to_an_article(server: str, tab: "Page", ui: str) -> None:
    tab.goto(f"{server}/?ui={ui}")
    tab.locator("input[name=party]").fill("تركيا")
    tab.locator("input[name=words]").fill("الحبوب")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**party=**")
    assert tab.locator(".chips li").count() == 3
    shown = tab.locator(".act").count()
    tab.locator(".chips a").first.click()
    tab.wait_for_url("**/?party=TUR")
    assert tab.locator(".act").count() > shown
    tab.locator(".act .q a").first.click()
    tab.wait_for_url("**/article/**")


@pytest.mark.parametrize("ui", ["ar", "en"])
def test_the_timeline_by_mouse_and_keyboard(server: str, tab: "Page", ui: str) -> None:
    tab.goto(f"{server}/timeline?ui={ui}")
    cells = tab.locator(".lanes svg a")
    # the first lane's cells: earlier ones stand left in English, right in Arabic
    first, second = (cells.nth(n).bounding_box() for n in (0, 2))
    assert first and second
    assert (first["x"] < second["x"]) == (ui == "en")
    tab.locator(".lanes svg a[tabindex='0']").focus()
    tab.keyboard.press("ArrowDown")
    told = tab.evaluate("document.activeElement.getAttribute('aria-label')")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**from=**")
    assert tab.locator(".act").count() > 0
    assert told.partition(": ")[2]
    tab.go_back()
    tab.get_by_role("link", name="أسابيع" if ui == "ar" else "weeks").click()
    tab.wait_for_url("**by=week")
    assert tab.locator(".lanes svg a").count() > 0


@pytest.mark.parametrize("ui", ["ar", "en"])
def test_what_is_behind_an_edge(server: str, tab: "Page", ui: str) -> None:
    tab.goto(f"{server}/network?ui={ui}")
    tab.locator('.edge[data-one="RUS"][data-other="UKR"] .hit').click(force=True)
    tab.wait_for_url("**edge=**")
    assert tab.locator("#edge .act").count() > 3
    assert tab.locator(".edge.chosen").count() == 1
    tab.locator('.node[data-node="TUR"]').hover()
    assert tab.locator(".chart.picked .node.near").count() < tab.locator(".node").count()


@pytest.mark.parametrize("ui", ["ar", "en"])
def test_a_state_of_the_map(server: str, tab: "Page", ui: str) -> None:
    tab.goto(f"{server}/map?ui={ui}")
    tab.locator('[data-code="TUR"]').click()
    tab.wait_for_url("**state=TUR**")
    assert tab.locator("#chosen .act").count() > 3
    assert "TUR" not in tab.locator("#chosen h2").inner_text()


@pytest.mark.parametrize("ui", ["ar", "en"])
def test_states_of_the_map_by_keyboard(server: str, tab: "Page", ui: str) -> None:
    tab.goto(f"{server}/map?ui={ui}")
    turkey, ukraine = ("تركيا", "أوكرانيا") if ui == "ar" else ("Turkey", "Ukraine")
    told = "document.activeElement.getAttribute('aria-label')"
    tab.locator(".map").focus()
    tab.keyboard.press("Tab")
    assert tab.evaluate(told).startswith(f"{turkey}: ")  # that of most acts
    assert tab.locator(".pointed").text_content() == tab.evaluate(told)
    tab.keyboard.press("ArrowUp")
    assert tab.evaluate(told).startswith(f"{ukraine}: ")
    tab.keyboard.press("PageUp")
    met = [tab.evaluate(told)]
    for _ in range(tab.locator(".state").count() - 1):
        tab.keyboard.press("PageDown")
        met.append(tab.evaluate(told))
    assert sorted(met) == sorted(x.get_attribute("aria-label") or "" for x in tab.locator(".state").all())
    tab.keyboard.press("Enter")
    tab.wait_for_url("**state=**")
    assert tab.locator("#chosen .act").count() > 0
    # the same as a list: the name leads to the state, its number to the acts
    tab.get_by_role("link", name=turkey, exact=True).click()
    tab.wait_for_url("**state=TUR**")
    tab.locator(f".ranked a[aria-label^='{turkey}: ']").first.click()
    tab.wait_for_url("**/?**place=TUR**")
    assert tab.locator(".act").count() > 3


@pytest.mark.parametrize("ui", ["ar", "en"])
def test_a_town_of_the_map(server: str, tab: "Page", ui: str) -> None:
    tab.goto(f"{server}/map?ui={ui}&type=CONSULT")
    istanbul = tab.locator(".town:has([data-town='إسطنبول'])")
    label = istanbul.locator("text")
    assert not label.is_visible()
    istanbul.locator("circle").hover()
    assert label.is_visible()
    tab.mouse.move(0, 0)
    # by keyboard: Tab to the states, then to the first point, arrows to others, each with its name
    tab.locator(".map").focus()
    tab.keyboard.press("Tab")
    tab.keyboard.press("Tab")
    first = tab.evaluate("document.activeElement.getAttribute('aria-label')")
    assert tab.locator(".town:focus text").text_content() == first
    assert tab.locator(".town:focus text").is_visible()
    tab.keyboard.press("ArrowRight")
    assert tab.evaluate("document.activeElement.getAttribute('aria-label')") != first
    tab.get_by_role("link", name="إسطنبول" if ui == "ar" else "Istanbul").first.press("Enter")
    tab.wait_for_url("**town=**")
    n = (label.text_content() or "").rpartition(" ")[2]
    assert tab.locator("#chosen .act").count() == int(n) > 1
    tab.locator("#chosen p a").first.click()
    tab.wait_for_url("**/?**place=**")
    assert tab.locator(".act").count() == int(n)


_CLOSE = ("غزة", "رفح", "القدس", "رام الله", "تل أبيب", "نابلس", "جنين", "بيروت", "دمشق", "عمان", "الخليل", "حيفا")
_COVERED = """() => [...document.querySelectorAll(".map .town")].filter((a) => {
  const box = a.querySelector("circle").getBoundingClientRect();
  const met = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return !met || met.closest("a") !== a;
}).map((a) => a.getAttribute("aria-label"))"""


@pytest.fixture(scope="module")
def close(coder: Coder, tmp_path_factory: pytest.TempPathFactory) -> "Iterator[str]":
    """The address of a desk over acts in towns that lie close together."""
    path = tmp_path_factory.mktemp("close") / "archive.duckdb"
    with Archive(path) as archive:
        for n, town in enumerate(_CLOSE):
            text = f"التقى الرئيس المصري نظيره التركي في {town} أمس."
            archive.add([(coder.code(text, id=str(n), published="2024-02-15"), text)])
        archive.link()
    with serving(path) as address:
        yield address


def test_towns_close_together_by_mouse_and_keyboard(close: str, tab: "Page") -> None:
    tab.goto(f"{close}/map?ui=en")
    towns = tab.locator(".map .town")
    assert towns.count() >= 10
    tab.locator(".map").scroll_into_view_if_needed()
    assert tab.evaluate(_COVERED) == []
    tab.locator(".map .town[tabindex='0']").focus()
    met = []
    for _ in range(towns.count()):
        met.append(tab.evaluate("document.activeElement.getAttribute('aria-label')"))
        tab.keyboard.press("PageDown")
    assert sorted(met) == sorted(a.get_attribute("aria-label") or "" for a in towns.all())
    tab.keyboard.press("PageUp")
    assert tab.evaluate("document.activeElement.getAttribute('aria-label')") == met[-2]
    towns.nth(3).locator("circle").click()
    tab.wait_for_url("**town=**")
    assert tab.locator("#chosen .act").count() == 1


@pytest.mark.parametrize("ui", ["ar", "en"])
def test_the_picture_and_data_of_trends(server: str, tab: "Page", ui: str) -> None:
    tab.goto(f"{server}/trends?ui={ui}")
    tab.locator(".chips a").first.click()
    tab.wait_for_url("**between=**")
    for suffix in (".svg", ".csv"):
        with tab.expect_download() as download:
            tab.locator(f'a[href^="/trends{suffix}"]').click()
        assert download.value.suggested_filename == f"trends{suffix}"


def test_a_view_saved_and_removed(server: str, tab: "Page") -> None:
    tab.goto(f"{server}/?ui=en&party=TUR")
    tab.locator(".save input[name=name]").fill("Ankara’s acts")
    tab.get_by_role("button", name="Save this view").click()
    tab.get_by_role("link", name="Ankara’s acts").click()
    tab.wait_for_url("**/?party=TUR")
    tab.get_by_role("button", name="Remove Ankara’s acts").click()
    tab.get_by_role("link", name="Ankara’s acts").wait_for(state="detached")


def test_what_is_new_comes_without_a_new_page(archive: Path, coder: Coder, tmp_path: Path, tab: "Page") -> None:
    path = tmp_path / "grows.duckdb"
    shutil.copy(archive, path)
    text = "هددت روسيا بالرد على أوكرانيا."
    with serving(path) as address:
        tab.clock.install()
        tab.goto(f"{address}/?ui=en&party=UKR")
        tab.evaluate("window.same = true")
        tab.wait_for_timeout(2_500)  # the desk lets go of the file
        with Archive(path) as grows:
            grows.add([(coder.code(text, id="late", published="2022-08-04"), text)])
        tab.clock.fast_forward(21_000)
        tab.get_by_role("button", name="1 new: show").click()
        tab.get_by_text(text).wait_for()
        assert tab.evaluate("window.same") and not tab.locator("#new").is_visible()


_FILTERED = (
    ("/?party=RUS&type=ACCUSE", "party", 2),
    ("/timeline", "party", 0),
    ("/network", "party", 0),
    ("/map", "party", 0),
    ("/trends?party=RUS", "party", 1),
    ("/dossier/positions?all=1&kind=demand", "kind", 1),
    ("/review?status=planned", "status", 1),
)


@pytest.mark.parametrize("ui", ["ar", "en"])
@pytest.mark.parametrize("script", [True, False])
def test_filters_are_folded_on_a_phone(server: str, chromium: "Browser", ui: str, script: bool) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=script)
    tab = context.new_page()
    for path, name, active in _FILTERED:
        tab.goto(f"{server}{path}{'&' if '?' in path else '?'}ui={ui}")
        field, summary = tab.locator(f"form.filters [name={name}]").first, tab.locator(".fold summary")
        assert not field.is_visible(), path
        told = summary.inner_text()
        assert (str(active) in told) == bool(active), path
        assert ("Filters" in told) == (ui == "en"), path
        summary.focus()
        tab.keyboard.press("Enter")
        assert field.is_visible(), path
        tab.keyboard.press("Tab")
        assert tab.locator("form.filters :focus").count() == 1, path
        tab.set_viewport_size({"width": 1280, "height": 900})
        assert not summary.is_visible(), path
        summary.evaluate("x => x.parentElement.open = false")
        assert field.is_visible(), path
        tab.set_viewport_size({"width": 390, "height": 844})
    context.close()


@pytest.mark.parametrize("ui", ["ar", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_fit_a_phone(server: str, tab: "Page", ui: str, scheme: str) -> None:
    tab.set_viewport_size({"width": 390, "height": 844})
    tab.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    for page in PAGES:
        tab.goto(server + page + ("&" if "?" in page else "?") + f"ui={ui}")
        assert tab.evaluate("document.documentElement.scrollWidth") <= 390, page


@pytest.mark.parametrize("ui", ["ar", "en"])
def test_nothing_is_cut_on_a_phone(server: str, tab: "Page", ui: str) -> None:
    tab.set_viewport_size({"width": 390, "height": 844})
    tab.goto(f"{server}/?ui={ui}")
    for entry in tab.locator(".bar nav a").all():
        box = entry.bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= 390
    tab.locator(".fold summary").click()
    assert tab.locator("[name=from]").evaluate("x => x.clientWidth") >= 150
    party = tab.locator("[name=party]")
    assert party.evaluate("x => getComputedStyle(x).direction") == ("rtl" if ui == "ar" else "ltr")
    party.evaluate("x => { x.value = x.placeholder; }")
    assert party.evaluate("x => x.scrollWidth <= x.clientWidth")
