"""Translations of the site's own words: `content/languages/fr.po`, for each language that the site names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from string import Formatter

from tellers.formats.po import read_translation
from tellers.formats.text import decode
from tellers.formats.yaml import Tree
from tellers.model import Site
from tellers.model.translation import Translation
from tellers.problems import Place, Problems

FOLDER = "content/languages/"
ENDING = ".po"


def is_translation(path: str) -> bool:
    """Whether the file is read here."""
    return path.startswith(FOLDER) and path.endswith(ENDING)


def read_translations(
    files: Mapping[str, bytes], site: Site | None, trees: Mapping[str, Tree], problems: Problems
) -> dict[str, Translation]:
    """Every translation by its language."""
    languages = site.languages if site is not None else ()
    found: dict[str, Translation] = {}
    for path in sorted(filter(is_translation, files)):
        text = decode(files[path], path, problems)
        read = read_translation(text, path, problems) if text is not None else None
        language = path.removeprefix(FOLDER).removesuffix(ENDING)
        if site is not None and language not in languages:
            problems.add(
                Place(path), "file", f"the site has no language {language}", "name it in languages of content/site.yml"
            )
        elif read is not None:
            check_forms(read, problems)
            found[language] = read
    _check_languages(languages, files, trees, problems)
    return found


def _check_languages(
    languages: Collection[str], files: Mapping[str, bytes], trees: Mapping[str, Tree], problems: Problems
) -> None:
    tree = trees.get("content/site.yml")
    for position, language in enumerate(languages):
        place = tree.place(("languages", position)) if tree is not None else Place("content/site.yml")
        if language == "en" or list(languages).index(language) != position:
            problems.add(place, "languages", f"{language} is there already", "name each language once, beside English")
        elif f"{FOLDER}{language}{ENDING}" not in files:
            do = f"begin it with `tellers translate {language}`"
            problems.add(place, "languages", f"there is no {FOLDER}{language}{ENDING}", do)


def check_forms(translation: Translation, problems: Problems) -> None:
    """Each form has the gaps of its message, each once more or less nowhere: a number that is lost is a false sentence."""
    for id, forms in translation.forms.items():
        wanted = [gaps(id[1])] + ([gaps(translation.plurals[id])] if id in translation.plurals else [])
        for form in forms:
            if gaps(form) not in wanted:
                said = " ".join(sorted(gaps(form))) or "none"
                do = f"write {' '.join(sorted(wanted[-1])) or 'none'}"
                problems.add(translation.place(id), f'"{id[1][:40]}"', f"its translation has the gaps {said}", do)


def gaps(message: str) -> Counter[str]:
    """The names in braces; one that is no message has a gap that nothing fills."""
    try:
        return Counter(f"{{{name}}}" for _, name, _, _ in Formatter().parse(message) if name is not None)
    except ValueError:
        return Counter(["a brace that is not closed"])
