"""Everybody can use every page kind: axe finds nothing, and what it cannot tell is tried.

Each check is a function that gives what it has against a page, so that a spoilt page shows that it would.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

VOTE = "votes/assembly/24_1/"
NARROW, WIDE = 320, 1280
"""CSS pixels; 320 is also what is left of 1280 at a zoom of 400 %."""
OF_LOOK = ("color-contrast", "target-size", "scrollable-region-focusable", "link-in-text-block")
"""Rules of axe that a scheme or a width alone can break."""
FRAMED = "embed"
"""A part of somebody else's page, which has the headings."""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


# The checks -----------------------------------------------------------------------------------------------------------


def by_axe(page: Page, only: tuple[str, ...] = ()) -> list[str]:
    """What axe calls a violation, of the WCAG and of good practice."""
    rules = {"page-has-heading-one": {"enabled": f"/{FRAMED}/" not in page.url}, "target-size": {"enabled": True}}
    options = {"resultTypes": ["violations"], **({"runOnly": list(only)} if only else {"rules": rules})}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{rule['id']}: {node['html'][:120]}" for rule in found for node in rule["nodes"]]


def without_words(page: Page) -> list[str]:
    """Figures without a name, a description, or a table that has a name and a head for each row."""
    session = page.context.new_cdp_session(page)
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    faults = []
    for node in session.send("DOM.querySelectorAll", {"nodeId": root, "selector": "figure.tl-figure svg"})["nodeIds"]:
        said = session.send("Accessibility.getPartialAXTree", {"nodeId": node, "fetchRelatives": False})["nodes"][0]
        name, words = (said.get(kind, {}).get("value", "") for kind in ("name", "description"))
        if not said["ignored"] and not (said["role"]["value"] == "image" and name and words):
            faults.append(f"a picture called {name!r}, described as {words!r}")
    session.detach()
    tables = page.locator("figure.tl-figure").evaluate_all(
        """all => all.filter(figure => {
            const table = figure.querySelector("details > .tl-scroll table")
            return !table || !(table.caption?.textContent || table.parentNode.ariaLabel || table.ariaLabel)
                || [...table.tBodies[0].rows].some(row => !row.querySelector("th[scope=row]"))
        }).map(figure => "no table of " + figure.dataset.figure)"""
    )
    return faults + list(tables)


def off_the_keyboard(page: Page) -> list[str]:
    """Controls that the tabulator key does not reach, reaches out of order, or reaches without showing where it is."""
    faults, reached = [], []
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    for _ in range(300):
        page.keyboard.press("Tab")
        here = page.evaluate(_FOCUS)
        if here is None:
            break
        faults += [] if here["marked"] else [f"no mark of the focus on {here['name']}"]
        faults += [] if here["seen"] else [f"the focus out of sight on {here['name']}"]
        faults += [f"{here['name']} after what follows it"] if reached and here["place"] < reached[-1] else []
        reached.append(here["place"])
    missing = page.evaluate(_MISSING, reached)
    return faults + [f"{name} never" for name in missing]


_NAME = "e => e.outerHTML.replace(/>[^]*/, '>').slice(0, 90)"
_SHOWN = """e => {
    return e.matches('.md-option') ? e.nextElementSibling : e
}"""
"""The element that shows the focus of another: the label of a button that is not drawn."""
_FOCUS = f"""() => {{
    const e = document.activeElement, shown = ({_SHOWN})(e), style = getComputedStyle(shown)
    if (e === document.body) return null
    const box = shown.getBoundingClientRect()
    return {{
        name: ({_NAME})(e), place: [...document.querySelectorAll('*')].indexOf(e),
        marked: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
        seen: box.width > 0 && box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight
            && shown.checkVisibility({{visibilityProperty: true}}),
    }}
}}"""
_MISSING = f"""reached => [...document.querySelectorAll('*')].flatMap((e, place) =>
    e.matches('a[href], button, input, select, textarea, summary, [tabindex="0"]') && !reached.includes(place)
        && e.checkVisibility({{visibilityProperty: true}}) && !e.disabled && e.tabIndex >= 0
        && (e.type !== 'radio' || e.checked)
        && !e.closest('.md-search') ? [({_NAME})(e)] : [])"""


def moving(page: Page) -> list[str]:
    """What moves when the drawer, the search and a place on the page are asked for by somebody who wants no movement."""
    page.emulate_media(reduced_motion="reduce")
    page.evaluate("document.querySelectorAll('[data-md-toggle]').forEach(box => box.click()); location.hash = '#about'")
    found = page.evaluate(
        """() => [
            ...document.getAnimations().filter(each => each.effect.getComputedTiming().duration > 1)
                .map(each => `${each.effect.target.className} for ${each.effect.getComputedTiming().duration} ms`),
            ...[document.documentElement, document.body].filter(e => getComputedStyle(e).scrollBehavior === 'smooth')
                .map(e => `${e.tagName} scrolls smoothly`)]"""
    )
    page.evaluate("document.querySelectorAll('[data-md-toggle]').forEach(box => box.click())")
    page.emulate_media(reduced_motion=None)
    return list(found)


def wider_than_the_window(page: Page) -> list[str]:
    """How much must be scrolled sideways; tables do that on their own."""
    width = page.evaluate("document.documentElement.scrollWidth")
    view = page.evaluate("innerWidth")
    return [f"{width} px in {view} px"] if width > view else []


def repainted(page: Page) -> list[str]:
    """Figures and chips that lose their colours or their ground where the system forces its own."""
    what = "figure.tl-figure svg:has([data-mark]), .tl-chip > b"
    paints = f"""() => [...document.querySelectorAll({what!r})].flatMap(e => {{
        const marks = e.matches('svg') ? [...e.querySelectorAll('[data-mark], text')] : [e]
        return marks.map(mark => {{
            const s = getComputedStyle(mark)
            return mark.matches('svg *') ? s.fill + s.stroke : s.color + s.backgroundColor
        }})
    }})"""
    ground = "() => getComputedStyle(document.querySelector('.tl-figure svg')).backgroundColor"
    plain = page.evaluate(paints)
    page.emulate_media(forced_colors="active")
    forced, behind = page.evaluate(paints), page.evaluate(ground)
    page.emulate_media(forced_colors="none")
    faults = [f"{now} for {before}" for before, now in zip(plain, forced, strict=True) if before != now]
    return faults + ([] if behind in ("rgb(255, 255, 255)", "rgb(20, 24, 29)") else [f"{behind} behind a figure"])


# The pages ------------------------------------------------------------------------------------------------------------


def kinds(built: Path) -> Iterator[str]:
    """One page of each kind, the largest: a kind is a folder, and whether a page is of it or below it."""
    largest: dict[tuple[str, bool], tuple[int, str]] = {}
    for file in built.rglob("*.html"):
        parts = file.relative_to(built).parts
        kind = parts[0], len(parts) > 2
        path = file.relative_to(built).as_posix().removesuffix("index.html")
        largest[kind] = max(largest.get(kind, (0, "")), (file.stat().st_size, path))
    yield from (path for _, path in sorted(largest.values()))


@pytest.mark.parametrize(
    ("width", "scheme", "only"),
    [(NARROW, "light", OF_LOOK), (NARROW, "dark", ()), (WIDE, "light", ()), (WIDE, "dark", OF_LOOK)],
)
def test_axe_finds_nothing(
    page: Page, starter: tuple[Path, str], width: int, scheme: Literal["light", "dark"], only: tuple[str, ...]
) -> None:
    built, address = starter
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    found = {}
    for path in kinds(built):
        page.goto(f"{address}/{path}")
        found[path] = by_axe(page, only) + (wider_than_the_window(page) if width == NARROW else [])
    assert len(found) > 25
    assert {path: faults for path, faults in found.items() if faults} == {}


@pytest.mark.parametrize("width", [NARROW, WIDE])
@pytest.mark.parametrize("check", [without_words, off_the_keyboard, moving, repainted])
def test_a_vote_page_is_for_everybody(
    page: Page, starter: tuple[Path, str], check: Callable[[Page], list[str]], width: int
) -> None:  # fmt: skip
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{starter[1]}/{VOTE}")
    assert check(page) == []


def test_the_drawer_opens_by_keyboard_and_then_its_links_are_reached(page: Page, starter: tuple[Path, str]) -> None:
    page.set_viewport_size({"width": NARROW, "height": 800})
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{starter[1]}/{VOTE}")
    page.get_by_role("button", name="Navigation").focus()
    page.keyboard.press("Space")
    link = page.locator(".md-sidebar--primary a.md-nav__link").first
    for _ in range(9):
        page.keyboard.press("Tab")
        if link.evaluate("e => e === document.activeElement"):
            break
    box = link.bounding_box()
    assert box is not None and box["x"] >= 0
    assert link.evaluate("e => e === document.activeElement")
    page.emulate_media(reduced_motion=None)


def test_single_letters_are_no_commands(page: Page, starter: tuple[Path, str]) -> None:
    page.set_viewport_size({"width": WIDE, "height": 800})
    page.goto(f"{starter[1]}/{VOTE}")
    for letter in "fs/pn,.":
        page.keyboard.press(letter)
    assert not page.locator("#__search").is_checked()
    assert page.url.endswith(VOTE)


def test_the_index_is_loaded_when_the_search_is_opened(page: Page, starter: tuple[Path, str]) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.set_viewport_size({"width": WIDE, "height": 800})
    page.goto(f"{starter[1]}/{VOTE}", wait_until="networkidle")
    assert not [url for url in asked if "search_index" in url]
    page.goto(f"{starter[1]}/{VOTE}?q=bridge")
    page.locator(".md-search-result__link").first.wait_for(state="visible")
    assert [url for url in asked if "search_index" in url]


SPOILT: list[tuple[Callable[[Page], list[str]], str, str]] = [
    (by_axe, "document.querySelector('h1').style.color = '#bbb'", "color-contrast"),
    (by_axe, "document.querySelector('.tl-filter, figure.tl-figure').append(document.createElement('input'))", "label"),
    (without_words, "document.querySelectorAll('figure svg title').forEach(e => e.remove())", "called ''"),
    (without_words, "document.querySelectorAll('figure desc').forEach(e => e.replaceChildren())", "as ''"),
    (without_words, "document.querySelector('figure table').remove()", "no table"),
    (off_the_keyboard, "document.querySelector('.tl-roll button').tabIndex = 7", "after what follows it"),
    (off_the_keyboard, "document.querySelector('.tl-checked a').style.outline = 'none'", "no mark"),
    (off_the_keyboard, "document.querySelector('.md-sidebar--primary').style.visibility = 'visible'", "out of sight"),
    (moving, "document.querySelector('.md-sidebar--primary').style.cssText = 'transition: transform 1s !important'", "ms"),
    (wider_than_the_window, "document.querySelector('h1').style.width = '400px'", "px in 320 px"),
    (repainted, "document.querySelector('.tl-chip > b').style.forcedColorAdjust = 'auto'", "for rgb"),
    (repainted, "document.querySelector('.tl-figure svg').style.background = 'none'", "behind a figure"),
]  # fmt: skip


@pytest.mark.parametrize(("check", "spoil", "said"), SPOILT)
def test_a_spoilt_page_is_noticed(
    page: Page, starter: tuple[Path, str], check: Callable[[Page], list[str]], spoil: str, said: str
) -> None:
    page.set_viewport_size({"width": NARROW, "height": 800})
    page.goto(f"{starter[1]}/{VOTE}")
    page.evaluate(spoil)
    assert [fault for fault in check(page) if said in fault]
