"""Translations as gettext keeps them: a PO file as messages with their forms, each with its line."""

from __future__ import annotations

from gettext import c2py
from io import BytesIO

from babel.messages.pofile import PoFileError, read_po

from tellers.model.translation import MessageId, Translation
from tellers.problems import Place, Problems

MAX_BYTES = 2_000_000


def read_translation(text: str, path: str, problems: Problems) -> Translation | None:
    """The messages of the file that have a translation; None, with problems added, when it cannot be read."""
    data = text.encode()
    if len(data) > MAX_BYTES:
        problems.add(Place(path, 1), "file", f"{len(data)} bytes are too many", f"keep it below {MAX_BYTES}")
        return None
    try:
        catalog = read_po(BytesIO(data), abort_invalid=True)
        rule = c2py(catalog.plural_expr)
    except PoFileError as error:
        problems.add(
            Place(path, (error.lineno or 0) + 1), "file", f"no translations: {error}", "mend the syntax at this line"
        )
        return None
    except ValueError as error:
        problems.add(Place(path, 1), "Plural-Forms", str(error), 'write "Plural-Forms: nplurals=2; plural=(n != 1);"')
        return None
    forms: dict[MessageId, tuple[str, ...]] = {}
    plurals: dict[MessageId, str] = {}
    lines: dict[MessageId, int] = {}
    for message in catalog:
        one, many = (message.id, "") if isinstance(message.id, str) else (message.id[0], message.id[1])
        said = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
        if one and all(said) and not message.fuzzy:
            id = (message.context or "", one)
            forms[id], lines[id] = said, message.lineno or 0
            plurals |= {id: many} if many else {}
    return Translation(path, forms, plurals, lines, rule)
