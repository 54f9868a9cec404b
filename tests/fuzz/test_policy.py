"""Behind the policy of the page everything of ours works: theme, search, tables; and the hashes are of known scripts."""

from __future__ import annotations

import base64
import hashlib
import re
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.built import starter_folder
from tests.fuzz.chromium import launched, looking
from tests.fuzz.sites import POLICY

OVERRIDES = Path(__file__).resolve().parents[2] / "site_overrides"


def test_theme_search_and_tables_work_and_nothing_is_violated(tmp_path_factory: pytest.TempPathFactory) -> None:
    site = (starter_folder(tmp_path_factory) / "build" / "site").resolve()
    said: list[str] = []
    with launched() as browser, looking(browser, site, policy=True) as page:
        page.page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        page.open("votes/assembly/24_1/")
        scheme = page.page.locator("body").get_attribute("data-md-color-scheme")
        page.page.locator("label.md-header__button:visible[for^=__palette]").first.click()
        assert page.page.locator("body").get_attribute("data-md-color-scheme") != scheme
        page.page.locator(".tl-roll thead button").first.click()
        assert page.page.locator(".tl-roll thead th").first.get_attribute("aria-sort") == "ascending"
        assert page.search("adopted", 5).nodes
    assert said == []


def test_the_hashes_are_those_of_the_scripts_of_the_theme() -> None:
    theme = find_spec("material")
    assert theme is not None
    assert theme.origin is not None
    scripts = Path(theme.origin).parent / "templates" / "partials" / "javascripts"
    files = [
        OVERRIDES / "partials/javascripts/base.html",
        *(scripts / f"{name}.html" for name in ("palette", "content", "announce")),
    ]
    found = {
        base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        for file in files
        for script in re.findall(r"<script[^>]*>(.*?)</script>", file.read_text(), re.DOTALL)
    }
    assert set(re.findall(r"'sha256-([^']+)'", POLICY)) == found


def test_a_page_tells_its_encoding_early_enough(tmp_path_factory: pytest.TempPathFactory) -> None:
    page = (starter_folder(tmp_path_factory) / "build" / "site" / "index.html").read_bytes()
    assert page.index(b"<meta charset") < 1024 - 24, "browsers look no further than 1024 bytes"
