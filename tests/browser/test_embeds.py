"""A page of ours, pasted by its address, embeds in a consumer written from the oEmbed specification alone.

The consumer fetches the page over HTTP, finds the link of type `application/json+oembed`, fetches the answer, checks what
the specification (oembed.com, version 1.0) requires of type `rich`, and puts its `html` into a page of its own.
"""

from __future__ import annotations

import functools
import http.server
import json
import threading
import urllib.request
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Route

from tests.browser.conftest import _Quiet
from tests.built import starter_folder

SITE = "https://nine-towns.example"
PAGES = ["/votes/assembly/24_1/", "/use/assembly/24_1.blocks/", "/embed/ALU.agreement/", "/series/bridge/", "/members/ALU/"]


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the built starter is served, in place of the address that it has in its pages."""
    root: Path = starter_folder(tmp_path_factory) / "build" / "site"
    handler = functools.partial(_Quiet, directory=str(root.resolve()))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


class _Discovery(HTMLParser):
    """Finds the answer's address in the head of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if (
            tag == "link"
            and "alternate" in (said.get("rel") or "").split()
            and said.get("type") == "application/json+oembed"
        ):
            self.found.append(said.get("href") or "")


def _answer(server: str, path: str) -> dict[str, Any]:
    with urllib.request.urlopen(server + path) as response:
        discovery = _Discovery()
        discovery.feed(response.read().decode())
    (target,) = discovery.found
    with urllib.request.urlopen(target.replace(SITE, server)) as response:
        assert response.headers.get_content_type() == "application/json"
        said: dict[str, Any] = json.loads(response.read())
    return said


@pytest.mark.parametrize("path", PAGES)
def test_an_answer_is_what_the_specification_asks_for(starter: str, path: str) -> None:
    said = _answer(starter, path)
    assert (said["type"], said["version"]) == ("rich", "1.0")
    assert isinstance(said["html"], str) and "<script" not in said["html"]
    assert isinstance(said["width"], int) and isinstance(said["height"], int)
    thumbnail = {"thumbnail_url", "thumbnail_width", "thumbnail_height"}
    assert thumbnail <= said.keys() or not thumbnail & said.keys()
    with urllib.request.urlopen(said["thumbnail_url"].replace(SITE, starter)) as response:
        assert response.headers.get_content_type() == "image/png"


@pytest.mark.parametrize("width", [320, 600, 1200])
@pytest.mark.parametrize("path", PAGES[:3])
def test_the_whole_figure_is_in_its_frame(browser: Browser, starter: str, path: str, width: int) -> None:
    said = _answer(starter, path)
    page = browser.new_page(viewport={"width": width + 40, "height": 900}, java_script_enabled=False)

    def from_server(route: Route) -> None:
        route.fulfill(response=route.fetch(url=route.request.url.replace(SITE, starter)))

    page.route(f"{SITE}/**", from_server)
    page.set_content(f'<body style="margin:0"><div style="width:{width}px">{said["html"]}</div></body>')
    box = page.locator("iframe").bounding_box()
    frame = page.frame_locator("iframe").locator("svg:visible")
    frame.wait_for()
    drawn = frame.bounding_box()
    assert box is not None and drawn is not None
    assert (box["width"], box["height"]) == (min(width, said["width"]), said["height"])
    assert drawn["x"] >= box["x"] and drawn["x"] + drawn["width"] <= box["x"] + box["width"] + 0.5
    assert drawn["y"] >= box["y"] and drawn["y"] + drawn["height"] <= box["y"] + box["height"] + 0.5
    assert frame.count() == 1, "one layout is shown"
    page.unroute_all(behavior="ignoreErrors")
    page.close()
