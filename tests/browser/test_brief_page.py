"""Does the page work in a real browser: at every width, without scripts, offline, for everyone?"""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
AXE_SHA256 = "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c"
WIDTHS = [1440, 1024, 820, 768, 721, 390]
NARROWER_THAN_A_CHART = 320  # charts are drawn 312 px wide at the least, and shrink there
PAGES = ["article", "case", "empty zone"]

Open = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser, briefs: dict[str, str]) -> Iterator[Open]:
    """Open a page in a context of its own, which keeps a list of all that it asks for."""
    contexts = []

    def opened(name: str, **settings: object) -> Page:
        context = browser.new_context(**settings)  # type: ignore[arg-type] # Playwright's options
        contexts.append(context)
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(briefs[name])
        page.asked = asked  # type: ignore[attr-defined] # kept beside the page for the tests
        return page

    yield opened
    for context in contexts:
        context.close()


def viewport(width: int) -> dict[str, object]:
    return {"viewport": {"width": width, "height": 900}}


@pytest.mark.parametrize("name", PAGES)
def test_nothing_overflows_sideways(open_page: Open, name: str) -> None:
    page = open_page(name)
    for width in [*WIDTHS, NARROWER_THAN_A_CHART]:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") == width
        wide = page.evaluate(
            """() => [...document.querySelectorAll('main *')].filter(e => {
                const box = e.getBoundingClientRect();
                return box.width && box.right > innerWidth + 1 && !e.closest('.scroll, .vh, thead');
            }).map(e => e.tagName + '.' + e.className)"""
        )
        assert wide == []


@pytest.mark.parametrize("name", PAGES)
def test_no_request_leaves_the_page(open_page: Open, name: str, briefs: dict[str, str]) -> None:
    page = open_page(name, **viewport(1440))
    page.locator("a.r").first.click()
    page.wait_for_timeout(50)
    asked: list[str] = page.asked  # type: ignore[attr-defined] # see open_page
    outside = [url for url in asked if url.split("#")[0] != briefs[name] and url[:5] != "data:"]
    assert outside == []


@pytest.mark.parametrize(
    ("width", "scripts"), [(1440, True), (1440, False), (820, False), (390, False)]
)
def test_a_number_opens_the_passage_with_its_words_marked(
    open_page: Open,
    width: int,
    scripts: bool,  # noqa: FBT001 - a column of the table above
) -> None:
    page = open_page("article", java_script_enabled=scripts, **viewport(width))
    page.locator("#demands a.r").first.click()
    panel = page.locator("aside.ev:target")
    assert panel.is_visible()
    assert panel.locator("mark").inner_text() == "A halt to the filling of the upper dam"
    assert "These demands included:" in panel.inner_text()
    box = panel.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    panel.get_by_text("Close").click()
    assert not panel.is_visible()


def test_opening_and_closing_a_panel_leaves_the_page_where_it_was(open_page: Open) -> None:
    page = open_page("article", reduced_motion="reduce", **viewport(1440))
    page.locator("#demands a.r").first.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    page.locator("#demands a.r").first.click()
    assert page.evaluate("scrollY") == before
    page.keyboard.press("Escape")
    assert page.evaluate("scrollY") == before
    assert page.evaluate("document.activeElement.className") == "r"


def test_every_number_of_the_open_panel_is_marked(open_page: Open) -> None:
    page = open_page("article", **viewport(1440))
    page.locator("#demands a.r").first.click()
    marked = page.evaluate(
        """() => [...document.querySelectorAll('a.r')].filter(
            a => getComputedStyle(a).backgroundColor !== 'rgba(0, 0, 0, 0)'
        ).map(a => a.textContent)"""
    )
    assert len(marked) > 1
    assert set(marked) == {"2"}


def test_the_full_text_opens_at_the_words(open_page: Open) -> None:
    page = open_page("article", **viewport(1440))
    page.locator("#demands a.r").first.click()
    page.get_by_text("Show in the full text").locator("visible=true").click()
    target = page.locator(".full :target")
    assert target.inner_text() == "A halt to the filling of the upper dam"
    assert target.is_visible()


def test_the_first_stop_of_the_keyboard_skips_to_the_judgements(open_page: Open) -> None:
    page = open_page("article", **viewport(1440))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#judgements"
    box = page.locator(".skip").bounding_box()
    assert box is not None
    assert box["x"] >= 0


def test_on_paper_panels_vanish_and_the_annex_stays(open_page: Open) -> None:
    page = open_page("case", **viewport(820))
    page.locator("#demands a.r").first.click()
    page.emulate_media(media="print")
    assert not page.locator("aside.ev:target").is_visible()
    assert not page.locator("nav.toc").is_visible()
    assert page.locator("table.annex").is_visible()
    assert page.get_by_text("a signed schedule").is_visible()  # what would change it, unfolded


def test_on_a_phone_tables_are_records_and_grids_scroll(open_page: Open) -> None:
    page = open_page("case", **viewport(390))
    assert page.locator("table.ledger").evaluate("e => getComputedStyle(e).display") == "block"
    label = "e => getComputedStyle(e, '::before').content"
    assert page.locator("table.ledger td.q").first.evaluate(label) == '"Words"'
    grid = page.locator(".scroll").first
    assert grid.evaluate("e => e.scrollWidth > e.clientWidth && e.tabIndex === 0")


def test_charts_are_drawn_for_the_width_with_text_at_its_size(open_page: Open) -> None:
    page = open_page("case")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        scales = page.evaluate(
            """() => [...document.querySelectorAll('figure svg')].filter(
                s => s.getBoundingClientRect().width
            ).map(s => s.getBoundingClientRect().width / s.viewBox.baseVal.width)"""
        )
        assert scales
        assert all(0.995 <= scale <= 1.005 for scale in scales)


@pytest.mark.parametrize(
    ("name", "width", "scheme"),
    [
        ("article", 1440, "light"),
        ("article", 390, "dark"),
        ("case", 390, "light"),
        ("case", 1440, "dark"),
        ("empty zone", 820, "light"),
    ],
)
def test_axe_finds_no_violation(open_page: Open, name: str, width: int, scheme: str) -> None:
    page = open_page(name, color_scheme=scheme, bypass_csp=True, **viewport(width))
    page.add_script_tag(path=AXE)
    assert violations(page, "document") == []
    page.locator("#demands a.r").first.click()
    assert violations(page, "document.querySelector('aside.ev:target')") == []


def violations(page: Page, part: str) -> list[str]:
    """Run every rule of axe on a part of the page, best practices included."""
    found = page.evaluate(f"axe.run({part}).then(r => r.violations)")
    return [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in found]


def test_axe_is_the_file_that_its_readme_names() -> None:
    assert hashlib.sha256(AXE.read_bytes()).hexdigest() == AXE_SHA256
