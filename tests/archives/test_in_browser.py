"""Pages of archives in a browser: two members compared as the dump has them, and the map of a decade."""

from __future__ import annotations

import functools
import http.server
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from tellers.verify.archive_reading import read_archives
from tellers.verify.content import read_content
from tests.browser.test_access import by_axe

pytestmark = pytest.mark.browser


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *arguments: object) -> None:
        pass


@pytest.fixture(scope="module")
def shown(built: tuple[Path, Path]) -> Iterator[tuple[Page, str]]:
    """A page of Chromium, and the address of the archive."""
    handler = functools.partial(_Quiet, directory=str(built[1]))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as playwright:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        path = os.environ.get("TELLERS_CHROMIUM") or None
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield browser.new_page(), f"http://127.0.0.1:{server.server_address[1]}/archives/unvotes/"
        browser.close()
        server.shutdown()


def test_a_link_shows_two_members_over_years_and_topic(shown: tuple[Page, str], built: tuple[Path, Path]) -> None:
    page, address = shown
    page.goto(f"{address}compare/#a=FRA&b=USA&from=1970&to=1979")
    status = page.locator(".tl-compare [role=status]")
    archive = read_archives(built[0], read_content(built[0]))["unvotes"]
    same, both = archive.spans[1970].shared("FRA", "USA")
    share = f"{(200 * same + both) // (2 * both)}\u202f%"
    status.get_by_text(f"France and United States, 1970–1979: the same ballot in {same} of {both} ({share}).").wait_for()
    assert page.locator(".tl-differed tbody tr").count() == both - same
    years = page.locator(".tl-years td:nth-child(2)").all_inner_texts()
    assert sum(int(said.split(" of ")[0]) for said in years) == same
    page.select_option("[name=topic]", "Colonialism")
    status.get_by_text("France and United States, 1970–1979, Colonialism: the same ballot in").wait_for()
    assert page.evaluate("location.hash") == "#a=FRA&b=USA&from=1970&to=1979&topic=Colonialism"


def test_members_are_chosen_by_keyboard(shown: tuple[Page, str]) -> None:
    page, address = shown
    page.goto("about:blank")
    page.goto(f"{address}compare/")
    page.locator(".tl-compare [name=a]").focus()
    page.keyboard.type("Afg")
    page.keyboard.press("Tab")
    page.keyboard.type("Alb")
    page.locator(".tl-compare [role=status]").get_by_text(
        "Afghanistan and Albania, 1946–2018: the same ballot in"
    ).wait_for()
    assert page.evaluate("location.hash") == "#a=AFG&b=ALB"


def test_a_link_to_nobody_asks_for_two_members(shown: tuple[Page, str]) -> None:
    page, address = shown
    page.goto(f"{address}compare/#a=XXX&b=FRA")
    status = page.locator(".tl-compare [role=status]")
    expect(status).to_have_text("Choose two members.")
    page.goto(f"{address}compare/#a=FRA&b=FRA")
    expect(status).to_have_text("Choose two different members.")
    assert page.locator(".tl-compared > *").count() == 0


@pytest.mark.parametrize(("width", "place"), [(1280, ".tl-wide"), (360, ".tl-narrow")])
def test_a_member_is_found_on_the_map_and_no_code_lies_on_another(shown: tuple[Page, str], width: int, place: str) -> None:
    page, address = shown
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{address}decades/1970s/")
    page.locator(".tl-map select").select_option("ALB")
    assert page.locator(f".tl-map {place} .tl-picked").get_attribute("data-member") == "ALB"
    codes = page.locator(f".tl-map {place} text")
    boxes = [codes.nth(at).bounding_box() for at in range(codes.count())]
    assert len(boxes) > 20
    for at, one in enumerate(boxes):
        for other in boxes[:at]:
            assert one is not None and other is not None
            beside = one["x"] + one["width"] <= other["x"] or other["x"] + other["width"] <= one["x"]
            below = min(one["y"] + one["height"], other["y"] + other["height"]) - max(one["y"], other["y"])
            assert beside or below < 4, "letters are lower than their line"
    page.locator(f".tl-map {place} [data-member=USA]").hover()
    assert page.locator(".tl-tip").inner_text() == "United States"


def test_axe_finds_nothing_on_the_page_of_a_decade(shown: tuple[Page, str]) -> None:
    page, address = shown
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(f"{address}decades/1970s/")
        assert by_axe(page) == []
