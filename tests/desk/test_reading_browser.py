"""Reading, the dossier and the review in a browser; axe-core finds no serious fault in any page."""

import re
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.enable_socket

AXE = (Path(__file__).parent / "axe.min.js").read_text(encoding="utf-8")
TEXT = "أعلنت القاهرة أنها ترفض تهجير الفلسطينيين. وقال المتحدث إن مصر تطالب إسرائيل بفتح المعبر."


@pytest.fixture(scope="session")
def sha(server: str) -> str:
    with urllib.request.urlopen(f"{server}/dossier/sources?all=1") as page:
        return str(re.findall(r"/article/([0-9a-f]{64})", page.read().decode())[0])


def on_screen(page: "Page", selector: str) -> bool:
    return bool(
        page.evaluate(
            "s => { const b = document.querySelector(s).getBoundingClientRect();"
            " return b.height > 0 && b.top >= 0 && b.bottom <= innerHeight; }",
            selector,
        )
    )


@pytest.mark.parametrize("ui", ["ar", "en"])
def test_keys_go_through_the_events(tab: "Page", server: str, sha: str, ui: str) -> None:
    tab.goto(f"{server}/article/{sha}?ui={ui}")
    tab.keyboard.press("j")
    tab.keyboard.press("j")
    tab.keyboard.press("k")
    tab.keyboard.press("j")
    assert tab.evaluate("document.activeElement.dataset.ids") == "v2"
    assert "lit" in (tab.get_attribute("#v2m", "class") or "")
    tab.keyboard.press("Enter")
    assert tab.is_visible("#v2 dl")
    tab.keyboard.press("j")
    tab.keyboard.press("Enter")
    assert tab.is_visible("#v3 dl") and not tab.is_visible("#v2 dl")  # one card at a time


def test_row_and_span_light_up_together(tab: "Page", server: str, sha: str) -> None:
    tab.goto(f"{server}/article/{sha}?ui=ar")
    tab.hover("summary[data-ids=v4]")
    assert "lit" in (tab.get_attribute("#v4m", "class") or "")
    tab.hover("#v5m")
    assert "lit" in (tab.get_attribute("details[data-ids=v5]", "class") or "")
    assert "lit" not in (tab.get_attribute("#v4m", "class") or "")
    tab.click("#v5m")
    assert tab.is_visible("#v5 dl")
    tab.wait_for_url("**#v5")


def test_an_address_opens_its_event_and_its_citation(tab: "Page", server: str, sha: str) -> None:
    tab.goto(f"{server}/article/{sha}#v9")
    assert tab.is_visible("#v9 dl")
    assert on_screen(tab, "#v9m")
    tab.goto(f"{server}/article/{sha}?mark=1200-1215#cited")
    assert on_screen(tab, "#cited")


def test_layers_are_switched_and_stay_in_the_address(tab: "Page", server: str, sha: str) -> None:
    tab.goto(f"{server}/article/{sha}?ui=en")
    tab.click("[data-layer=statements]")
    assert "no-statements" in (tab.get_attribute("#text", "class") or "")
    tab.wait_for_url("**hide=statements")
    tab.reload()
    assert tab.get_attribute("[data-layer=statements]", "aria-pressed") == "false"
    tab.focus("[data-layer=statements]")
    tab.keyboard.press("Space")
    tab.wait_for_url(lambda address: "hide" not in address)  # the browser tells of a new address later than it has it


def test_without_scripts(chromium: "Browser", server: str, sha: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}/article/{sha}?ui=en&event=v2")
    assert page.is_visible("#v2 dl")
    page.click("[data-layer=times]")
    page.wait_for_url(re.compile("hide=times"))
    assert "no-times" in (page.get_attribute("#text", "class") or "")
    page.goto(f"{server}/code?ui=en")
    page.fill("textarea", TEXT)
    page.click("main button")
    page.wait_for_selector("#v1m")
    context.close()


@pytest.mark.parametrize("ui", ["ar", "en"])
def test_an_article_is_pasted(tab: "Page", server: str, ui: str) -> None:
    tab.goto(f"{server}/code?ui={ui}")
    tab.fill("textarea", TEXT)
    tab.fill("[name=published]", "2024-02-15")
    tab.click("main .main")
    tab.wait_for_url(re.compile("/code/[0-9a-f]{32}"))
    assert tab.locator("details.event").count() >= 2


@pytest.mark.parametrize("ui", ["ar", "en"])
def test_from_the_dossier_to_the_words(tab: "Page", server: str, ui: str) -> None:
    tab.goto(f"{server}/dossier?ui={ui}")
    tab.check("[value=RUS]")
    tab.check("[value=UKR]")
    tab.click("main .main")
    tab.wait_for_url(re.compile("about=(RUS%2CUKR|UKR%2CRUS)"))
    tab.click(".tabs a[href*=positions]")
    tab.select_option("[name=kind]", "threat")
    tab.wait_for_url(re.compile("kind=threat"))
    words = tab.get_attribute(".rows .cite >> nth=0", "title") or "?"
    tab.click(".rows .cite >> nth=0")
    tab.wait_for_url(re.compile("#cited$"))
    assert "".join(tab.locator("#text .cited").all_text_contents()) == words


def test_a_correction_by_choosing_words(tab: "Page", server: str, sha: str) -> None:
    tab.goto(f"{server}/review/{sha}?add=event&ui=en")
    at = tab.evaluate(
        """() => {
          const node = [...document.querySelectorAll("#text [data-at]")].find((x) => x.textContent.includes("رباعية"));
          const text = node.firstChild, from = text.data.indexOf("رباعية"), range = document.createRange();
          range.setStart(text, from); range.setEnd(text, from + 6);
          getSelection().removeAllRanges(); getSelection().addRange(range);
          document.getElementById("text").dispatchEvent(new MouseEvent("mouseup", { bubbles: true }));
          return Number(node.dataset.at) + from;
        }"""
    )
    tab.wait_for_function("document.querySelector('[name=words]').value === 'رباعية'")
    assert tab.input_value("[name=words_at]") == str(at)
    tab.fill("[name=reason]", "missed")
    tab.select_option("[name=type]", "CONSULT")
    assert tab.locator("[name=mode] optgroup:not([hidden])").count() == 1
    tab.check("[name=status][value=planned]")
    tab.check("[name=actor] >> nth=0")
    tab.get_by_text("other contexts").click()
    tab.get_by_label("diplomacy", exact=True).check()
    tab.click(".fix .main")
    tab.wait_for_url(re.compile(f"/review/{sha}$"))
    assert tab.locator(".rowlist", has_text="added").count() == 1
    tab.locator(".rowlist .rowlink", has_text="added").click()
    tab.wait_for_selector("[name=context][value=diplomatic]:checked")
    assert tab.locator("[name=context]:checked").count() == 1


def test_verdicts_by_key(tab: "Page", server: str, sha: str) -> None:
    tab.goto(f"{server}/review/{sha}?event=v1&ui=en")
    tab.keyboard.press("a")
    tab.wait_for_url(re.compile(f"/review/{sha}$"))
    assert tab.get_attribute(".rowlink[aria-current]", "id") == "v2"
    tab.keyboard.press("r")
    tab.keyboard.type("no act")
    tab.keyboard.press("Enter")
    tab.wait_for_function("document.querySelector('.rowlink[aria-current]').id === 'v3'")
    assert tab.locator(".rowlist .struck").count() == 1
    tab.keyboard.press("k")
    tab.wait_for_function("document.querySelector('.rowlink[aria-current]').id === 'v2'")


def test_a_citation_is_one_box(tab: "Page", server: str) -> None:
    for width in (390, 1280):
        tab.set_viewport_size({"width": width, "height": 900})
        for part in ("", "/matrix", "/positions"):
            tab.goto(f"{server}/dossier{part}?all=1&ui=en")
            boxes = tab.evaluate("[...document.querySelectorAll('.cite')].map(x => x.getClientRects().length)")
            assert boxes and set(boxes) == {1}, part


def test_counts_fill_their_rows(tab: "Page", server: str) -> None:
    for width in (390, 800, 1280):
        tab.set_viewport_size({"width": width, "height": 900})
        tab.goto(f"{server}/dossier?all=1&ui=en")
        ends = tab.evaluate(
            """() => {
              const rows = {};
              for (const x of document.querySelectorAll('.counts li')) {
                const b = x.getBoundingClientRect();
                (rows[Math.round(b.top)] ||= []).push(Math.round(b.right));
              }
              return Object.values(rows).map((ends) => Math.max(...ends));
            }"""
        )
        assert len(set(ends)) == 1, width


@pytest.mark.parametrize("target", ["event=v9", "statement=s2"])
def test_the_bench_on_a_phone_has_text_and_form_at_once(tab: "Page", server: str, sha: str, target: str) -> None:
    tab.set_viewport_size({"width": 390, "height": 844})
    tab.goto(f"{server}/review/{sha}?{target}&ui=en")
    assert on_screen(tab, ".verdicts")
    text = tab.locator("#text")
    if target == "event=v9":
        pane, words = text.bounding_box(), tab.locator("#v9m").bounding_box()
        assert pane and words
        assert pane["y"] <= words["y"] and words["y"] + words["height"] <= pane["y"] + pane["height"]
    for field in (".fix .main", "[name=words]"):  # down to the end of the form and up again
        tab.evaluate("s => document.querySelector(s).scrollIntoView({ block: 'nearest' })", field)
        pane, box = text.bounding_box(), tab.locator(field).bounding_box()
        assert pane and box
        assert 0 <= pane["y"] and pane["y"] + pane["height"] <= box["y"] and box["y"] + box["height"] <= 845


def test_arabic_words_begin_where_their_row_ends(tab: "Page", server: str, sha: str) -> None:
    tab.goto(f"{server}/article/{sha}?ui=en")
    tab.click("summary[data-ids=s2]")
    for row in ("summary[data-ids=s2] .sides", "#s2 dd.whole"):
        wide = tab.evaluate("s => document.querySelector(s).clientWidth", row)
        assert tab.evaluate("s => document.querySelector(s).offsetWidth", row + " .q") == wide > 300


PAGES = (
    "/", "/timeline", "/network", "/map", "/trends", "/dossier", "/dossier?all=1", "/dossier/matrix?all=1",
    "/dossier/positions?all=1", "/dossier/meetings?all=1", "/dossier/claims?all=1", "/dossier/commitments?all=1",
    "/dossier/series?all=1", "/dossier/parties?all=1", "/review", "/review?show=done", "/article/SHA?event=v1",
    "/review/SHA?event=v3", "/review/SHA?add=statement", "/code", "/nowhere",
)  # fmt: skip


@pytest.mark.parametrize(("ui", "scheme", "width"), [("ar", "light", 1280), ("en", "dark", 390)])
def test_axe_finds_nothing_serious(
    chromium: "Browser", server: str, sha: str, ui: str, scheme: "str", width: int
) -> None:
    context = chromium.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        bypass_csp=True,  # for axe itself
    )
    page = context.new_page()
    found = []
    for path in PAGES:
        path = path.replace("SHA", sha)
        page.goto(f"{server}{path}{'&' if '?' in path else '?'}ui={ui}")
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            found.append(f"{path}: {wide} px wide")
        page.evaluate(AXE)
        told = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
        found += [
            f"{path}: {v['id']}: {v['nodes'][0]['html'][:200]}: {v['nodes'][0]['failureSummary']}"
            for v in told["violations"]
            if v["impact"] in ("serious", "critical")
        ]
    context.close()
    assert not found, "\n".join(found)


@pytest.mark.parametrize("ui", ["ar", "en"])
def test_the_matrix_on_a_phone_is_a_card_an_issue(tab: "Page", server: str, ui: str) -> None:
    tab.set_viewport_size({"width": 390, "height": 844})
    tab.goto(f"{server}/dossier/matrix?all=1&ui={ui}")
    region = tab.locator(".scroll")
    assert region.evaluate("x => x.scrollWidth <= x.clientWidth")
    for cell in tab.locator(".matrix td:not(.none)").all()[:6]:
        assert (cell.locator(".whose").text_content() or "") in tab.locator(".matrix thead").inner_text()
        box = cell.bounding_box()
        assert box and 0 <= box["x"] and box["x"] + box["width"] <= 390
    assert tab.get_by_role("columnheader").count() > 2 and tab.get_by_role("rowheader").count() > 1
