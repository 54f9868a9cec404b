"""Tables and figures answer: a filter finds what is typed without its accents, a chosen member is named with its ballot."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.test_access import by_axe

VOTE = "/votes/un-ga/es-11_7/"


@pytest.fixture
def french(browser: Browser, address: str) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(f"{address}/fr{VOTE}", wait_until="networkidle")
    yield page
    page.close()


def _names(page: Page) -> list[str]:
    return page.locator(".tl-roll tbody tr:visible th").all_text_contents()


def test_accents_need_not_be_typed_and_all_that_is_found_is_shown(french: Page) -> None:
    roll = french.locator(".tl-long")
    assert roll.evaluate("node => getComputedStyle(node).maxHeight") != "none"
    french.locator(".tl-filter input").last.fill("etats")
    assert _names(french) == ["États-Unis"]
    assert french.locator(".tl-filter [role=status]").last.text_content() == "1 sur 193"
    assert roll.evaluate("node => getComputedStyle(node).maxHeight") == "none"


def test_names_with_accents_stand_where_the_alphabet_has_them(french: Page) -> None:
    names = _names(french)
    assert names[:3] == ["Afghanistan", "Afrique du Sud", "Albanie"]
    assert names.index("Espagne") < names.index("États-Unis") < names.index("Fidji")


def test_a_chosen_member_is_named_with_its_ballot(french: Page, browser: Browser, address: str) -> None:
    french.locator(".tl-find select").first.select_option("USA")
    assert "contre" in (french.locator(".tl-said").first.text_content() or "")
    assert french.evaluate("location.hash") == "#member=USA"
    page = browser.new_page()
    page.goto(f"{address}{VOTE}#member=FRA", wait_until="networkidle")
    assert page.locator(".tl-said").first.text_content() == "France: yes"
    page.close()


def test_two_taps_from_the_lead_to_who_of_a_group_abstained(french: Page, browser: Browser, address: str) -> None:
    french.locator(".tl-jump a").first.click()
    french.locator(".tl-groups tbody tr:first-child td a").nth(2).click()
    french.locator(".tl-filter [role=status]:not(:empty)").first.wait_for()
    assert french.locator(".tl-filter [role=status]").last.text_content() == "24 sur 193"
    heading = french.locator("#every-ballot").bounding_box()
    assert heading is not None and 40 < heading["y"] < 200
    assert french.evaluate("document.activeElement.selectedOptions[0].text") == "Afrique"
    page = browser.new_page()
    page.goto(french.url, wait_until="networkidle")
    assert _names(page) == _names(french) and len(_names(page)) == 24
    page.locator(".tl-filter select").first.select_option("")
    assert page.locator(".tl-filter [role=status]").last.text_content() == "65 sur 193"
    page.close()


def test_without_scripts_a_number_of_a_group_leads_to_the_ballots(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto(address + VOTE)
    page.locator(".tl-groups tbody tr:first-child td a").nth(2).click()
    heading = page.locator("#every-ballot").bounding_box()
    assert page.url.endswith("#every-ballot") and heading is not None and 0 <= heading["y"] < 200
    context.close()


def test_names_are_found_where_a_page_has_codes_alone(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 800}, has_touch=True)
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    assert page.locator(".tl-find option").nth(1).text_content() == "Afghanistan (AFG)"
    page.locator('.tl-narrow [data-member="HUN"]').first.tap()
    assert page.locator(".tl-tip").text_content() == "Hungary: no"
    assert page.locator(".tl-said").first.text_content() == "Hungary: no"
    context.close()


def test_a_name_with_an_apostrophe_stands_where_the_alphabet_has_it(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + VOTE, wait_until="networkidle")
    names = _names(page)
    assert names[0] == "Afghanistan" and names.index("Costa Rica") < names.index("Côte d'Ivoire") < names.index("Croatia")
    page.close()


def test_scripts_speak_the_language(french: Page) -> None:
    assert (french.locator(".tl-filter label").first.text_content() or "").startswith("Filtrer")
    assert (french.locator(".tl-find").first.text_content() or "").startswith("Trouver un membre")


def test_a_page_in_another_language_is_a_link_for_which_nothing_is_loaded(browser: Browser, address: str) -> None:
    asked: list[str] = []
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + VOTE, wait_until="networkidle")
    assert not [url for url in asked if "sitemap" in url or "/fr/" in url]
    page.locator(".tl-language").click()
    page.wait_for_url(f"{address}/fr{VOTE}")
    page.locator(".tl-language").click()
    page.wait_for_url(address + VOTE)
    page.close()


EXPLAINER = "/explainers/one-day-at-the-united-nations/"


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", [VOTE, f"/fr{VOTE}", f"/fr{EXPLAINER}", "/fr/members/FRA/", "/fr/", "/fr/bodies/un-ga/"])
def test_axe_finds_nothing_among_so_many_members(browser: Browser, address: str, path: str, width: int) -> None:
    """With all parts rendered, as they are for whoever looks at them: axe takes rows of a list that is not, and scrolls by
    itself, for rows that lie on what comes after it."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(address + path, wait_until="networkidle")
    page.locator(".tl-long, .tl-figure").evaluate_all("all => all.map(part => (part.style.contentVisibility = 'visible'))")
    assert by_axe(page) == []
    page.close()


def test_search_in_french_finds_the_vote_by_its_symbol(french: Page) -> None:
    french.locator("label[for=__search]").first.click()
    french.locator(".md-search__input").fill("ES-11/7")
    french.locator(".md-search-result__item").first.wait_for()
    said = french.locator(".md-search-result__item").first.inner_text()
    assert "ES-11/7" in said
    assert "#" not in said and ";" not in said
