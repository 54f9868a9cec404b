"""Chromium opens every page kind: no console error, no other host, no overflow at 360 px, both schemes; search finds."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

PAGES = {
    "home": "/",
    "explainer": "/explainers/one-day-at-the-united-nations/",
    "vote": "/votes/un-ga/es-11_7/",
    "partial vote": "/votes/un-ga/2026-02-24-support-for-lasting-peace/",
    "vote of which totals are known": "/votes/un-ga/es-11_8-amendment-ru/",
    "vote of which the outcome is known": "/votes/un-ga/es-11_8-amendments-eu/",
    "Council vote": "/votes/un-sc/s_2022_155/",
    "member": "/members/USA/",
    "speaker": "/speakers/dmitry-peskov/",
    "quote": "/quotes/peskov-2025-02-25-balanced/",
    "body": "/bodies/un-sc/",
    "series": "/series/ukraine-emergency-session/",
    "votes": "/votes/",
    "members": "/members/",
    "comparison": "/compare/#a=HUN&b=USA",
    "French comparison": "/fr/compare/#a=HUN&b=FRA",
    "explainers": "/explainers/",
    "all series": "/series/",
    "quotes": "/quotes/",
    "speakers": "/speakers/",
    "bodies": "/bodies/",
    "sources": "/sources/",
    "method": "/method/",
    "gaps": "/gaps/",
    "corrections": "/corrections/",
    "verification": "/verification/",
    "French home": "/fr/",
    "French vote": "/fr/votes/un-ga/es-11_7/",
    "French member": "/fr/members/FRA/",
    "explainer left in English": "/fr/explainers/one-day-at-the-united-nations/",
}


@pytest.mark.parametrize("kind", PAGES)
@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
def test_a_page_opens_cleanly(browser: Browser, address: str, kind: str, width: int, scheme: str) -> None:
    errors: list[str] = []
    outside: list[str] = []
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", lambda request: outside.append(request.url) if not _ours(request.url, address) else None)
    response = page.goto(address + PAGES[kind], wait_until="networkidle")
    assert response is not None and response.status == 200
    assert errors == []
    assert outside == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("main h1").count() == 1
    page.close()


def _ours(url: str, address: str) -> bool:
    return url.startswith((address, "data:", "blob:"))


def test_figures_are_drawn_at_their_own_size_on_a_phone(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(address + PAGES["vote"], wait_until="networkidle")
    shown = page.locator("figure.tl-figure svg:visible")
    widths = {round(shown.nth(i).bounding_box()["width"]) for i in range(shown.count())}  # type: ignore[index]
    assert widths == {360}
    page.close()


def test_a_vote_page_says_on_its_first_phone_screen_what_happened(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(address + PAGES["vote"], wait_until="networkidle")
    bar = page.locator('svg[data-kind="tally"]:visible [data-mark="bar:yes"]').first.bounding_box()
    assert bar is not None and bar["y"] + bar["height"] < 740
    page.close()


@pytest.mark.parametrize(
    ("words", "found"), [("abstain", "/explainers/what-an-abstention-changes/"), ("ES-11/7", "/votes/un-ga/es-11_7/")]
)
def test_search_finds(browser: Browser, address: str, words: str, found: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(address, wait_until="networkidle")
    _search(page, words)
    page.wait_for_function(
        """found => [...document.querySelectorAll(".md-search-result__link")]
            .slice(0, 10).some(link => new URL(link.href).pathname === found)""",
        arg=found,
    )  # results change while words are typed
    links = page.locator(".md-search-result__link").evaluate_all("all => all.map(a => new URL(a.href).pathname)")
    assert found in links[:10]
    page.close()


@pytest.mark.parametrize(
    ("start", "words", "found"),
    [
        ("/", "Russia", "/members/RUS/"),
        ("/", "Hungary", "/members/HUN/"),
        ("/", "France", "/members/FRA/"),
        ("/", "Peskov", "/speakers/dmitry-peskov/"),
        ("/", "Cote d'Ivoire", "/members/CIV/"),
        ("/", "Turkiye", "/members/TUR/"),
        ("/", "Türkiye", "/members/TUR/"),
        ("/fr/", "Cote d'Ivoire", "/fr/members/CIV/"),
        ("/fr/", "etats-unis", "/fr/members/USA/"),
        ("/fr/", "Russie", "/fr/members/RUS/"),
        ("/fr/", "Hongrie", "/fr/members/HUN/"),
        ("/fr/", "France", "/fr/members/FRA/"),
    ],
)
def test_who_is_searched_for_is_the_first_that_is_found(
    browser: Browser, address: str, start: str, words: str, found: str
) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(address + start, wait_until="networkidle")
    page.locator("label[for=__search]").first.click()
    _search(page, words)
    seen: list[str] = []
    for _ in range(50):  # results come in parts
        seen.append(page.evaluate("new URL(document.querySelector('.md-search-result__link').href).pathname"))
        if seen[-1] == found:
            break
        page.wait_for_timeout(100)
    assert seen[-1] == found
    page.close()


def _search(page: Page, words: str) -> None:
    page.locator("input.md-search__input").click()
    page.locator("input.md-search__input").type(words, delay=20)
    page.locator(".md-search-result__link").first.wait_for(state="visible", timeout=15_000)
    page.wait_for_timeout(500)


def test_a_page_is_complete_without_javascript(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(address + PAGES["vote"])
    assert page.locator("td[data-member]").count() == 193
    assert page.locator('svg[data-kind="blocks"] [data-mark^="tile:"]').count() == 2 * 193
    context.close()
