"""What the reader takes for a translation: what nobody translated stays as it is, and what is translated does not."""

from __future__ import annotations

from tellers.verify.tongue import Tongue, read_tongue

LINK = "\ue000"


def _tongue(home: str) -> Tongue:
    text = f'msgctxt "navigation"\nmsgid "About us"\nmsgstr "{home}"\n\n'
    text += 'msgctxt "site"\nmsgid "Figures are in the <a href=\\"https://x.example/\\">public domain</a>."\nmsgstr ""\n'
    return read_tongue("fr", text, [])


def test_a_name_without_a_translation_stays_in_english() -> None:
    tongue = _tongue("")
    assert tongue.follows("About us", "About us")
    assert tongue.follows(f"Figures are in the {LINK}.", f"Figures are in the {LINK}.")
    assert not tongue.follows(f"Figures are in the {LINK}.", f"Figures are not in the {LINK}.")
    assert not tongue.follows("About them", "About them")


def test_a_name_with_a_translation_does_not() -> None:
    tongue = _tongue("À propos")
    assert tongue.follows("About us", "À propos")
    assert not tongue.follows("About us", "About us")
    assert not tongue.follows("Votes", "Votes recorded")
