"""Every sabotage of a second language is caught, at its place; the clean site raises nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tellers.build.generate import generate
from tellers.build.publish import add_languages
from tellers.problems import Problem
from tellers.site.mkdocs import build_site
from tellers.verify import verify_site
from tests.languages import bilingual_starter
from tests.sabotage.caught import missed
from tests.sabotage.rounds import quiet, said_to
from tests.sabotage.spoken import CASES
from tests.sabotage.tools import Case


@pytest.fixture(scope="module")
def bilingual(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The folder of the starter in two languages, and the site built from it."""
    folder = tmp_path_factory.mktemp("bilingual") / "site"
    bilingual_starter(folder)
    generated = generate(folder, quiet)
    built = folder.with_name("built")
    build_site(folder, generated.docs, built)
    add_languages(folder, generated, built)
    return folder, built


@pytest.fixture(scope="module")
def said(bilingual: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Problem]]:
    """What the reader says to each sabotage at its place."""
    return said_to(CASES, *bilingual, tmp_path_factory.mktemp("cases"))


def test_clean_site_raises_nothing(bilingual: tuple[Path, Path]) -> None:
    folder, built = bilingual
    report = verify_site(built, folder, quiet)
    assert not report.problems, report.problems[0]
    assert report.counts["translated words"] > 5000


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_sabotage_is_caught(case: Case, said: dict[str, list[Problem]]) -> None:
    assert not missed(case, said), missed(case, said)


def test_exchanged_translations_are_caught(bilingual: tuple[Path, Path]) -> None:
    """The reader knows by itself how the options are called: a catalogue cannot make a yes of a no."""
    folder, built = bilingual
    path = folder / "content" / "languages" / "fr.po"
    clean = path.read_text("utf-8")
    try:
        path.write_text(f'{clean}\nmsgid "Yes"\nmsgstr "Contre"\n\nmsgid "No"\nmsgstr "Pour"\n', "utf-8")
        told = [str(problem) for problem in verify_site(built, folder, quiet).problems]
    finally:
        path.write_text(clean, "utf-8")
    assert any("“Yes”" in line and "Contre" in line for line in told)
