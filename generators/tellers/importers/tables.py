"""Tables among several files, told apart by their columns, in whatever order the files are given."""

from __future__ import annotations

from collections.abc import Sequence

from tellers.formats.table import Table, read_table
from tellers.importers.saved import Saved
from tellers.problems import Place, Problems


def the_table(saved: Sequence[Saved], columns: Sequence[str], problems: Problems, only: bool = False) -> Table | None:
    """The one table that has these columns, or `only` them of a large one; None, with a problem, when none or several do."""
    found = [(file, text) for file in saved if (text := file.text(problems)) is not None and _has(text, columns)]
    if len(found) == 1:
        file, text = found[0]
        return read_table(text, file.name, columns, problems, only)
    wrong = f"{len(found)} files with the columns {', '.join(columns)}"
    problems.add(Place(", ".join(file.name for file in saved)), "files", wrong, "give one such file")
    return None


def _has(text: str, columns: Sequence[str]) -> bool:
    header = text[: text.find("\n")] if "\n" in text else text
    return set(columns) <= {name.strip('"') for name in header.split(",")}
