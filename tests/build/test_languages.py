"""A site in two languages: pages, names, numbers and days in each; what has no translation says so; faults have a line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tellers import encode
from tellers.build import build
from tellers.build.translated import marked
from tellers.build.translating import translate
from tellers.problems import Refused
from tellers.verify.html import parse, words
from tests.archives.sites import archive_site
from tests.built import REPOSITORY
from tests.languages import UNTRANSLATED, bilingual_starter


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("languages") / "site"
    bilingual_starter(folder)
    build(folder, workers=1)
    return folder


def _page(site: Path, path: str) -> str:
    return (site / "build" / "site" / path / "index.html").read_text("utf-8")


def test_vote_page_speaks_the_language(site: Path) -> None:
    page = parse(_page(site, "fr/votes/assembly/24_1"))
    assert words(page.css_first("h1")).startswith("N/24/1 : Adopté 5–3, 1 abstention")
    assert words(page.css_first(".tl-lead")).startswith("Le 12 mars 2024, Assemblée : N/24/1 adopté avec 5 voix pour")
    assert "Contre" in words(page.css_first(".tl-roll"))
    assert page.css_first("html").attributes["lang"] == "fr"


def test_first_day_of_a_month_is_an_ordinal(site: Path) -> None:
    assert "1er octobre 2024" in _page(site, "fr/votes/council/24_1")


def test_pages_name_each_other(site: Path) -> None:
    for path in ("votes/assembly/24_1", "fr/votes/assembly/24_1"):
        links = parse(_page(site, path)).css("link[hreflang]")
        assert sorted(node.attributes["hreflang"] or "" for node in links) == ["en", "fr", "x-default"]


def test_same_numbers_in_both(site: Path) -> None:
    both = [parse(_page(site, path)) for path in ("votes/assembly/25_3", "fr/votes/assembly/25_3")]
    values = [sorted(node.attributes["data-claim"] or "" for node in page.css("article data")) for page in both]
    assert values[0] == values[1]
    assert len(values[0]) > 20


def test_explainer_stays_in_english_and_says_so(site: Path) -> None:
    page = parse(_page(site, "fr/explainers/how-to-read-this-site"))
    assert page.css_first("article").attributes["lang"] == "en"
    assert words(page.css_first(".tl-notice")).startswith("Cette page est en anglais")


def test_words_that_nobody_translated_say_their_language(site: Path) -> None:
    pages = [parse(_page(site, f"fr/votes/assembly/{vote}")) for vote in ("24_1", "25_3-amendment")]
    assert [words(page.css_first("h1 span[lang=en]")) for page in pages] == ["", UNTRANSLATED]
    assert [words(page.css_first(".tl-lead span[lang=en]")) for page in pages] == ["", UNTRANSLATED]
    assert words(pages[0].css_first(".tl-motion")) == "Ae bridgee ate Lowere Weire"


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("# Ports and quays: adopté", '# <span lang="en">Ports and quays</span>: adopté'),
        ("# Ports and quays of the North.: adopté", '# <span lang="en">Ports and quays of the North.</span>: adopté'),
        ("<p>Voici <b>Ports and quays</b></p>", '<p>Voici <b lang="en">Ports and quays</b></p>'),
        ("<p>A <b>b</b> Ports and quays c</p>", '<p>A <b>b</b> <span lang="en">Ports and quays</span> c</p>'),
        ("<svg><text>x Ports and quays</text></svg>", "<svg><text>x Ports and quays</text></svg>"),
        ('<p title="Ports and quays x">a</p>', '<p title="Ports and quays x">a</p>'),
    ],
)
def test_titles_are_marked_whole_and_in_sentences_alone(page: str, said: str) -> None:
    titles = frozenset(["Ports and quays", "Ports and quays of the North."])
    foreign = frozenset(title.rstrip(".") for title in titles)
    written = page.replace("North.", str(encode.markup("North.")))
    assert marked(written, foreign, titles) == said.replace("North.", str(encode.markup("North.")))


def test_headings_have_the_same_ids_in_each_language(site: Path) -> None:
    both = [parse(_page(site, path)) for path in ("members/ALU", "fr/members/ALU")]
    ids = [[node.attributes["id"] for node in page.css("article h2")] for page in both]
    assert ids[0] == ids[1]
    assert "voting-record" in ids[0]


def test_each_language_has_its_own_search(site: Path) -> None:
    index = (site / "build" / "site" / "fr" / "search" / "search_index.json").read_text("utf-8")
    assert '"lang":["fr"]' in index
    assert "Tous les choix" in index
    assert "Every ballot" not in index


def test_a_language_has_no_assets_of_its_own(site: Path) -> None:
    assert not (site / "build" / "site" / "fr" / "assets").exists()
    assert 'href="../assets/stylesheets/tellers.css"' in _page(site, "fr")


@pytest.mark.parametrize(
    ("entry", "words_"),
    [
        ('msgid "{n} vote"\nmsgid_plural "{n} votes"\nmsgstr[0] "{m} vote"\nmsgstr[1] "{n} votes"\n', "{m}"),
        ('nonsense\n', "no translations"),
    ],
)
def test_a_wrong_translation_has_its_line(site: Path, entry: str, words_: str, tmp_path: Path) -> None:
    bilingual_starter(tmp_path / "site")
    path = tmp_path / "site" / "content" / "languages" / "fr.po"
    lines = path.read_text("utf-8").count("\n")
    path.write_text(f"{path.read_text('utf-8')}\n{entry}", "utf-8")
    with pytest.raises(Refused) as refused:
        build(tmp_path / "site", workers=1)
    problem = refused.value.problems[0]
    assert words_ in str(problem)
    assert problem.place.line > lines


def test_a_language_without_words_is_refused(tmp_path: Path) -> None:
    bilingual_starter(tmp_path / "site")
    (tmp_path / "site" / "content" / "languages" / "fr.po").unlink()
    with pytest.raises(Refused, match="there is no content/languages/fr.po"):
        build(tmp_path / "site", workers=1)


def test_a_language_that_nobody_translated_is_refused(tmp_path: Path) -> None:
    bilingual_starter(tmp_path / "site")
    folder = tmp_path / "site" / "content"
    (folder / "languages" / "fr.po").rename(folder / "languages" / "eo.po")
    settings = folder / "site.yml"
    settings.write_text(settings.read_text("utf-8").replace("[fr]", "[eo]"), "utf-8")
    with pytest.raises(Refused, match="messages have none"):
        build(tmp_path / "site", workers=1)


def test_translate_adds_what_is_missing_and_keeps_what_is_there(tmp_path: Path) -> None:
    bilingual_starter(tmp_path / "site")
    path = tmp_path / "site" / "content" / "languages" / "fr.po"
    path.write_text(path.read_text("utf-8").replace('msgctxt "bodies"\nmsgid "Council"\nmsgstr "Conseil"\n', ""), "utf-8")
    made = translate(tmp_path / "site", "fr")
    text = path.read_text("utf-8")
    assert 'msgid "Council"\nmsgstr ""' in text
    assert 'msgid "Assembly"\nmsgstr "Assemblée"' in text
    assert text.startswith("# French names of the nine towns.")
    assert made.missing >= 1
    started = translate(tmp_path / "site", "eo")
    assert started.messages > 600
    assert started.missing == started.messages


def test_pages_of_an_archive_stay_in_the_first_language(tmp_path: Path) -> None:
    site = archive_site(tmp_path / "site")
    settings = site / "content" / "site.yml"
    settings.write_text(settings.read_text("utf-8") + "languages: [fr]\n", "utf-8")
    shutil.copytree(REPOSITORY / "content" / "languages", site / "content" / "languages")
    built = build(site, workers=1).release
    assert (built / "votes" / "un-ga" / "45_150" / "index.html").is_file()
    assert not (built / "fr" / "votes" / "un-ga").exists()
    page = parse((built / "fr" / "archives" / "index.html").read_text("utf-8"))
    assert "../../archives/unvotes/" in {node.attributes["href"] for node in page.css('article a[hreflang="en"]')}
