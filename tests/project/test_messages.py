"""The messages for translators are those of the code, and the translations that come with Tellers are whole."""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO

import pytest
from babel.messages.pofile import read_po

import make_messages
from tellers.build.translated import script_words
from tellers.claims.words import Words, comparing, labels
from tellers.claims.words.catalogue import Translated
from tellers.formats.po import id_of, read_translation, written
from tellers.model import Option, Outcome
from tellers.model.translation import Translation
from tellers.problems import Problems
from tellers.records.translations import check_forms

SHIPPED = sorted(make_messages.FOLDER.glob("*.po"))


def _read(language: str) -> Translation:
    problems = Problems()
    path = make_messages.FOLDER / f"{language}.po"
    read = read_translation(path.read_text("utf-8"), path.name, problems)
    assert read is not None, problems.found
    check_forms(read, problems)
    assert not problems.found
    return read


def test_messages_are_those_of_the_code() -> None:
    template = make_messages.collected()
    assert make_messages.TEMPLATE.read_bytes() == written(template)
    for path in SHIPPED:
        assert path.read_bytes() == make_messages.brought_up_to_date(path.read_bytes(), template), path


@pytest.mark.parametrize(
    ("scripts", "given"),
    [(("tellers.js", "copy.js"), script_words(Words())), (("compare.js",), comparing.scripted(Words()))],
)
def test_scripts_are_given_what_they_say(scripts: tuple[str, ...], given: Mapping[str, str]) -> None:
    collected = make_messages.collected()
    said = {m.id for m in collected if any(file.endswith(scripts) for file, _ in m.locations)}
    assert said == given.keys() - {option.value for option in Option}


@pytest.mark.parametrize("language", [path.stem for path in SHIPPED])
def test_every_message_is_translated(language: str) -> None:
    read = _read(language)
    wanted = {id_of(message)[0] for message in make_messages.collected() if message.id}
    assert wanted <= read.forms.keys(), sorted(wanted - read.forms.keys())[:5]


@pytest.mark.parametrize("language", [path.stem for path in SHIPPED])
def test_no_two_options_or_outcomes_are_called_the_same(language: str) -> None:
    words = Words(Translated(language, (_read(language),)))
    for said in (labels.option, labels.letter, labels.did):
        assert len({said(words, option) for option in Option}) == len(Option)
    assert len({labels.outcome(words, outcome) for outcome in Outcome}) == len(Outcome)


def test_french_typography() -> None:
    """Narrow spaces before signs of two parts, and a curved apostrophe."""
    for (_, message), forms in _read("fr").forms.items():
        for form in forms:
            assert not re.search(r"\w [;:!?»%]|« |\w'\w", form), (message, form)


def test_the_template_is_a_catalogue() -> None:
    assert len(read_po(BytesIO(make_messages.TEMPLATE.read_bytes()))) > 600
