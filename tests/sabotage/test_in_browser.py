"""What only a browser tells is told: every sabotage of what is seen, and nothing about the clean starter."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tellers.problems import EnvironmentFault, Problem
from tellers.verify import verify_in_browser
from tests.sabotage.copies import linked_copy
from tests.sabotage.rounds import quiet
from tests.sabotage.seen import CASES, unguarded
from tests.sabotage.tools import Case

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def seen(starter_site: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Problem]]:
    """What is said to each case. Each has a place of its own in one site of nothing else, for one browser."""
    _, built = starter_site
    site = tmp_path_factory.mktemp("seen") / "site"
    for folder in ("assets", "search"):
        linked_copy(built / folder, site / folder)
    places = {}
    for number, case in enumerate(CASES):
        places[case.name] = _place(case, number)
        file = site / places[case.name]
        file.parent.mkdir(parents=True, exist_ok=True)
        spoilt = case.edit(unguarded((built / case.path).read_bytes()))
        # Of pages that have the same elements and classes one is opened: a class of its own makes each another page.
        file.write_bytes(spoilt.replace(b'<article class="', b'<article class="case-%d ' % number, 1))
    problems = verify_in_browser(site, quiet).problems
    return {name: [problem for problem in problems if problem.place.path == place] for name, place in places.items()}


def _place(case: Case, number: int) -> str:
    """An address as deep as the file's own, so that its links lead to the same places."""
    folder, name = case.path.rsplit("/", 1)
    if name == "index.html":
        return f"{folder.rsplit('/', 1)[0]}/case-{number}/{name}"
    return f"{folder}/case-{number}.{name.split('.', 1)[1]}"


@pytest.mark.parametrize(("name", "words"), [(case.name, case.words) for case in CASES], ids=[case.name for case in CASES])
def test_sabotage_is_seen(name: str, words: tuple[str, ...], seen: dict[str, list[Problem]]) -> None:
    problems = [str(problem) for problem in seen[name]]
    assert any(all(word in text for word in words) for text in problems), "\n".join(problems[:12]) or "nothing was said"


def test_clean_starter_raises_nothing(starter_site: tuple[Path, Path]) -> None:
    report = verify_in_browser(starter_site[1], quiet)
    assert [str(problem) for problem in report.problems] == []
    assert report.counts["marks in the browser"] > 2500
    assert report.counts["words in the browser"] > 10_000
    assert "pictures alone" in report.notes[0]


def test_a_tall_figure_is_looked_at_in_a_frame_of_its_height(starter_site: tuple[Path, Path], tmp_path: Path) -> None:
    _, built = starter_site
    linked_copy(built / "assets", tmp_path / "site" / "assets")
    page = tmp_path / "site" / "embed" / "BRU.words" / "index.html"
    page.parent.mkdir(parents=True)
    text = (built / "embed" / "BRU.words" / "index.html").read_text()
    tall, number = re.subn(
        r'viewBox="0 0 (\d+) \d+" width="\d+" height="\d+"', r'viewBox="0 0 \1 3000" width="\1" height="3000"', text
    )
    assert number == 2
    page.write_text(tall)
    assert [str(problem) for problem in verify_in_browser(tmp_path / "site", quiet).problems] == []


def test_a_missing_browser_is_the_fault_of_the_machine(
    starter_site: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TELLERS_CHROMIUM", "/nowhere/chromium")
    with pytest.raises(EnvironmentFault, match="TELLERS_CHROMIUM"):
        verify_in_browser(starter_site[1], quiet)
