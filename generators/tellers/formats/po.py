"""Translations as gettext keeps them: a PO file as messages with their forms, each with its line."""

from __future__ import annotations

from gettext import c2py
from io import BytesIO

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po, write_po

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
        id, many = id_of(message)
        said = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
        if id[1] and all(said) and not message.fuzzy:
            forms[id], lines[id] = said, message.lineno or 0
            plurals |= {id: many} if many else {}
    return Translation(path, forms, plurals, lines, rule)


def id_of(message: Message) -> tuple[MessageId, str]:
    """The id of a message, and its plural in English, empty where it has none; the head of a file has an empty id."""
    one, many = (message.id, "") if isinstance(message.id, str) else (message.id[0], message.id[1])
    return (message.context or "", one), many


def written(catalog: Catalog, head: str = "") -> bytes:
    """The catalogue as a file: its head, and the messages with the files that say them; no day and no tool."""
    out = BytesIO()
    write_po(out, catalog, width=128, omit_header=True, sort_by_file=True, include_lineno=False)
    return head.encode() + out.getvalue()


def head_of(catalog: Catalog, about: str) -> str:
    """The head of a file of translations: a line that says what is in it, the language and its plural rule."""
    spoken, tag = (catalog.locale.english_name, str(catalog.locale)) if catalog.locale else ("?", "")
    lines = (
        "Content-Type: text/plain; charset=utf-8",
        f"Language: {tag}",
        f"Plural-Forms: {catalog.plural_forms}",
    )
    said = "".join(f'"{line}\\n"\n' for line in lines)
    return f'# {spoken} {about}\nmsgid ""\nmsgstr ""\n{said}\n'
