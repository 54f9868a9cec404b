"""Two members of the flagship compared in a browser: the same numbers as on the page of a member, in both languages."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser

from tests.browser.test_access import by_axe


@pytest.mark.parametrize(
    ("folder", "of", "share"), [("", "{} of {}", "the same ballot in"), ("/fr", "{} sur {}", "même choix dans")]
)
def test_numbers_are_those_of_the_member_page(browser: Browser, address: str, folder: str, of: str, share: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}{folder}/members/HUN/", wait_until="networkidle")
    row = page.locator(".tl-agreement tbody tr").last
    same, both = re.findall(r"\d+", row.locator("td").inner_text())
    other, code = row.locator("th").inner_text(), str(row.locator("a").get_attribute("href")).rstrip("/").split("/")[-1]
    page.locator("a[href*='compare/#a=HUN']").click()
    page.locator(".tl-compare [name=b]").select_option(code)
    said = page.locator(".tl-compare [role=status]").inner_text()
    assert other in said and share in said
    assert [same, both] == re.findall(r"\d+", said.partition(share)[2])[:2]
    assert page.locator(".tl-differed tbody tr").count() == int(both) - int(same)
    years = page.locator(".tl-years td:nth-child(2)").all_inner_texts()
    assert sum(int(re.findall(r"\d+", year)[0]) for year in years) == int(same)
    page.locator(".tl-differed a").first.click()
    page.wait_for_url(re.compile(rf"{folder}/votes/un-(ga|sc)/[^/]+/$"))
    assert page.locator("main h1").count() == 1
    page.close()


def test_days_are_written_as_elsewhere_on_the_site(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/fr/compare/#a=RUS&b=FRA&from=2022&to=2022", wait_until="networkidle")
    assert "2 mars 2022" in page.locator(".tl-differed small").all_inner_texts()
    assert {"pour", "contre", "abstention"} >= set(page.locator(".tl-differed td").all_inner_texts())
    page.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_in_a_comparison(browser: Browser, address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(f"{address}/compare/#a=HUN&b=FRA", wait_until="networkidle")
    assert by_axe(page) == []
    page.close()
