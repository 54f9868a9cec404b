"""The file of a language for those who translate: every name of the site, and every message that nobody translated yet."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from babel import Locale
from babel.core import UnknownLocaleError
from babel.messages.catalog import Catalog

from tellers.build.languages import messages, names, shipped
from tellers.files.read import read_content_files
from tellers.files.write import write_bytes
from tellers.model.translation import Translation
from tellers.problems import Place, Problem, Problems, Refused
from tellers.formats.po import head_of, id_of, read_translation, written
from tellers.records import read_content
from tellers.site.languages import settings_words

ABOUT = "of this site: names, and what is said otherwise than in the translation that comes with Tellers."


@dataclass(frozen=True, slots=True)
class Sheet:
    """The file that was written, how many messages it has, and how many of them have no translation yet."""

    path: Path
    messages: int
    missing: int


def translate(site: Path, language: str) -> Sheet:
    """Add to `content/languages/<language>.po` what is not in it; nothing that is there is lost. Raises Refused."""
    path = site / "content" / "languages" / f"{language}.po"
    files = read_content_files(site)
    content = read_content({name: raw for name, raw in files.items() if not name.endswith(".po")}).partial
    before = files.get(f"content/languages/{language}.po")
    known = _known(path, before)
    try:
        catalog = Catalog(locale=Locale.parse(language, sep="-"), fuzzy=False)
    except (UnknownLocaleError, ValueError) as error:
        problem = Problem(Place("languages"), "language", f"{language} is no language that is known", "write its tag, such as fr")
        raise Refused([problem]) from error
    plurals = dict(messages())
    offered = [one for translation in shipped(language) for one in translation.forms]
    wanted = [*(names(content) if content else ()), *settings_words(site), *(id for id in plurals if id not in offered)]
    for id in dict.fromkeys([*wanted, *known.forms]):
        many = plurals.get(id, "") or known.plurals.get(id, "")
        forms = known.forms.get(id)
        said = forms if many else forms[0] if forms else None
        catalog.add((id[1], many) if many else id[1], said, context=id[0] or None)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_bytes(path, written(catalog, _head(before) or head_of(catalog, ABOUT)))
    missing = sum(id_of(message)[0] not in known.forms for message in catalog if message.id)
    return Sheet(path, len(catalog), missing)


def _head(raw: bytes | None) -> str:
    """What stands before the first message: who translated, and the plural rule."""
    text = raw.decode("utf-8", "replace") if raw else ""
    return text.partition("\n\n")[0] + "\n\n" if "\n\n" in text else ""


def _known(path: Path, raw: bytes | None) -> Translation:
    problems = Problems()
    read = read_translation(raw.decode("utf-8", "replace"), f"content/languages/{path.name}", problems) if raw else None
    if problems:
        raise Refused(problems.in_order())
    return read or Translation(path.name, {}, {}, {}, lambda number: 0)

