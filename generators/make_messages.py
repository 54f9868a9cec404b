"""Collects every message that a site can say, for those who translate.

    python generators/make_messages.py

Writes `generators/tellers/languages/messages.pot`, and brings the translations beside it up to date: what is new stands in
them without a translation, what is gone is gone. A test compares the collection with the code.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from tellers.formats.po import head_of, id_of, written

HERE = Path(__file__).resolve().parent
PACKAGE = HERE / "tellers"
OVERRIDES = HERE.parent / "site_overrides"
FOLDER = PACKAGE / "languages"
TEMPLATE = FOLDER / "messages.pot"

SAID_IN = ("build", "claims", "desk", "figures", "kit", "pages", "site")
"""The folders of the package that say something to a site's readers."""
Message = str | tuple[str, ...]
SPOKEN = {"say": (0,), "s": (0,), "text": (0,), "t": (0,), "later": (0, 1), "count": (1, 2), "pgettext": (0, 1)}
"""The calls that say a message, and which of their arguments it is; with two of them, its singular and its plural."""
TEMPLATES = {"t": None}
_SAME = re.compile(r"[ ,·?–]*|\{\w+\}")
"""Messages without a word are the same in every language."""
ABOUT = "words of Tellers: sentences, labels and interface."


def collected() -> Catalog:
    """Every message of code, templates and scripts, in the order of the files."""
    catalog = Catalog(project="tellers", fuzzy=False)
    for file, context, message in (*_in_code(), *_in_templates()):
        if _SAME.fullmatch(message if isinstance(message, str) else message[0]) is None:
            catalog.add(message, locations=[(file, 0)], context=context)
    return catalog


def _in_code() -> Iterator[tuple[str, str | None, Message]]:
    for folder in SAID_IN:
        for path in sorted((PACKAGE / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call):
                    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                    found = [node.args[at] for at in SPOKEN.get(name, ()) if at < len(node.args)]
                    said = tuple(arg.value for arg in found if isinstance(arg, ast.Constant) and isinstance(arg.value, str))
                    file = path.relative_to(PACKAGE).as_posix()
                    if name == "pgettext":
                        yield from ((file, said[0], message) for message in said[1:])
                    elif said:
                        both = (said[0], said[-1]) if name == "later" else said
                        yield file, None, both[0] if len(both) == 1 else both


def _in_templates() -> Iterator[tuple[str, str | None, Message]]:
    for root, methods in (
        (PACKAGE, [("pages/**.j2", "jinja2")]),
        (OVERRIDES, [("**.html", "jinja2"), ("**.js", "javascript")]),
    ):
        for file, _, message, _, _ in extract_from_dir(root, methods, keywords=TEMPLATES):
            yield file, None, message


def brought_up_to_date(translations: bytes, template: Catalog) -> bytes:
    """The translations with all messages of the template and no others."""
    known = read_po(BytesIO(translations))
    merged = Catalog(locale=known.locale, fuzzy=False, header_comment=known.header_comment, project="tellers")
    for message in template:
        if message.id:
            before = known.get(id_of(message)[0][1], message.context)
            string = before.string if before is not None and before.id == message.id else None
            merged.add(message.id, string, locations=message.locations, context=message.context)
    return written(merged, head_of(merged, ABOUT))


def main() -> None:
    """Write the template, and each translation beside it."""
    template = collected()
    TEMPLATE.write_bytes(written(template))
    for path in sorted(FOLDER.glob("*.po")):
        path.write_bytes(brought_up_to_date(path.read_bytes(), template))


if __name__ == "__main__":
    main()
