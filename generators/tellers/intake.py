"""`tellers import`: source files to content. Reads the site, asks a format's module, compares, and writes all or nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from tellers.build.kinds import ImporterKind
from tellers.files.read import read_content_files
from tellers.files.write import write_bytes
from tellers.importers.asked import Asked
from tellers.importers.changes import Changes, changes, listed
from tellers.importers.files import new_files, replaced_files
from tellers.importers.imported import Imported, imported_from
from tellers.importers.ledger import differences, proposed_corrections, proposed_discrepancies, refusals
from tellers.importers.register import register_files
from tellers.importers.saved import Saved
from tellers.problems import Place, Problem, Problems
from tellers.records import Reading, read_content

PROPOSED_DISCREPANCIES = "discrepancies.proposed.yml"
PROPOSED_CORRECTIONS = "corrections.proposed.yml"


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import found and would write; with a problem it writes nothing but its proposals."""

    imported: Imported
    changes: Changes
    problems: tuple[Problem, ...]
    files: Mapping[str, bytes] = field(default_factory=dict)
    proposed: Mapping[str, bytes] = field(default_factory=dict)
    """Entries of the ledger for a person to sign, by path from the site's folder."""


@dataclass(frozen=True, slots=True)
class Site:
    """The site's files and what they hold, though it may have problems of its own."""

    files: Mapping[str, bytes]
    reading: Reading


def read_site(site: Path) -> Site:
    """The site to import into."""
    files = read_content_files(site)
    return Site(files, read_content(files))


def take(kind: ImporterKind, saved: Sequence[Saved], asked: Asked, site: Site, replace: bool) -> Taken:
    """What the files hold and what it would change; nothing is written."""
    problems = Problems()
    records = imported_from(kind.read(saved, asked, problems), saved, asked, problems)
    changed = changes(records, asked.content)
    if changed.changed and not replace:
        problems.extend(_otherwise(changed, records))
    different = differences(records, asked.content)
    problems.extend(refusals(different, records))
    if problems:
        proposed = {PROPOSED_DISCREPANCIES: proposed_discrepancies(different).encode()} if different else {}
        return Taken(records, changed, tuple(problems.in_order()), {}, proposed)
    files, proposed = new_files(records, changed.new, asked.content), {}
    if changed.changed:
        files |= replaced_files(records, list(changed.changed), asked.content, site.reading.trees, asked.day)
        proposed[PROPOSED_CORRECTIONS] = proposed_corrections(changed.changed, records).encode()
    return Taken(records, changed, _refused(files, site), files, proposed)


def take_register(
    kind: ImporterKind, saved: Sequence[Saved], id: str, day: date, site: Site, replace: bool
) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """The files of a register of this id with everybody whom the files name, and what is wrong with them."""
    problems = Problems()
    path, name = f"content/members/{id}.csv", saved[0].name
    if not hasattr(kind, "register"):
        problems.add(Place(name), "register", "this format names no members", "write the register by hand")
    elif path in site.files and not replace:
        do = "compare both, and replace it with --replace, or choose another id"
        problems.add(Place(path), "register", "is on the site already", do)
    found = kind.register(saved, id, problems) if not problems and hasattr(kind, "register") else None
    if found is not None and not found.names and not problems:
        problems.add(Place(name), "register", "nobody is named", "give the files in which the members are")
    if found is None or problems:
        return {}, tuple(problems.in_order())
    files = register_files(id, found, saved, day)
    if f"content/bodies/{id}.yml" in site.files:
        files.pop(f"content/bodies/{id}.yml", None)  # an editor's words about the body stay
    return files, _refused(files, site)


def write(taken: Taken, site: Path) -> list[str]:
    """Write the files and the proposals; returns the paths that changed, in order. With a problem, proposals only."""
    return write_all(dict(taken.proposed) if taken.problems else {**taken.files, **taken.proposed}, site)


def write_all(files: Mapping[str, bytes], site: Path) -> list[str]:
    """Write these files; returns the paths that changed, in order."""
    return [path for path in sorted(files) if write_bytes(site / path, files[path])]


def _otherwise(changed: Changes, records: Imported) -> list[Problem]:
    """Votes that the site has otherwise: never overwritten unless a person says so."""
    do = "compare both with the source; to take the file's word for it, add --replace"
    return [
        Problem(records.places[id], "vote", f"{id} is otherwise on the site: {listed(found)}", do)
        for id, found in changed.changed.items()
    ]


def _refused(files: Mapping[str, bytes], site: Site) -> tuple[Problem, ...]:
    """Problems that content would have with these files and does not have without them."""
    if not files:
        return ()
    before = set(site.reading.problems)
    return tuple(problem for problem in read_content({**site.files, **files}).problems if problem not in before)
