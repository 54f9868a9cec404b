"""Nothing on a page moves once it is shown: what scripts add has its room, and letters arrive where words stand large."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

SLOW = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 90_000}
"""A phone's network: what a page needs arrives one after the other."""
MOVED = """window.moved = [];
new PerformanceObserver((list) => window.moved.push(...list.getEntries().map((entry) => entry.value)))
  .observe({type: "layout-shift", buffered: true})"""
LEAST = 0.01
"""Less than that is a column of a table that changes its width by a few pixels when its letters arrive."""


@pytest.mark.parametrize(
    "path",
    ["/", "/votes/", "/members/", "/fr/members/", "/compare/#a=HUN&b=FRA", "/votes/un-ga/es-11_7/",
     "/quotes/peskov-2025-02-25-balanced/", "/speakers/dmitry-peskov/"],
)  # fmt: skip
def test_nothing_moves(browser: Browser, address: str, path: str) -> None:
    page = browser.new_page(viewport={"width": 412, "height": 823}, device_scale_factor=1.75, is_mobile=True)
    page.add_init_script(MOVED)
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)
    page.goto(address + path, wait_until="networkidle")
    page.wait_for_function("document.fonts.status === 'loaded'")
    assert sum(page.evaluate("moved")) < LEAST
    page.close()


@pytest.mark.parametrize("width", [1280, 1600])
def test_the_pages_of_a_section_stand_in_line_with_the_page(browser: Browser, address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(address + "/method/", wait_until="networkidle")
    places = [page.locator(part).first.bounding_box() for part in (".tl-subnav a", "article h1", ".tl-brand")]
    assert len({place["x"] for place in places if place is not None}) == 1
    page.close()
