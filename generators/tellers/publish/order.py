"""In which order files are put, so that whenever it is interrupted no page refers to a file that is not there.

Files that pages refer to come first, then pages, then the files that refer to pages. New pages refer to one another, so each
has a stand-in without links before the first of them is put. What is gone goes last, pages before what they refer to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from tellers.manifest.site import is_beside

HIDDEN = ".tellers/"
"""Where a target keeps what it needs to go back: nothing of it is a page."""
STAND_IN = f"{HIDDEN}stand-in"
"""A page without links, which stands where a page will be or was."""
PINNED = "f/"
"""Pictures under addresses that others embedded: put, and never removed or changed."""
KEPT = ("CNAME", ".nojekyll")
"""Files of the host, which no site has and none removes."""
_LATE = (".xml", ".txt", "/votes.json.gz")
_LATE_FOLDERS = ("feeds/", "search/", "pagefind/", "api/", "oembed/")


class Deed(Enum):
    """What is done to one file."""

    PUT = auto()
    STAND_IN = auto()
    REMOVE = auto()


@dataclass(frozen=True, slots=True)
class Step:
    """Files to which the same is done, in any order; a step ends before the next begins."""

    name: str
    deed: Deed
    paths: tuple[str, ...]


def steps(wanted: Mapping[str, str], there: Mapping[str, str]) -> tuple[Step, ...]:
    """What has to be done so that the wanted files are there; both by path with a tag that tells bytes apart."""
    put = [path for path, tag in sorted(wanted.items()) if there.get(path) != tag]
    gone = [path for path in sorted(there) if path not in wanted and not stays(path)]
    new_pages = [path for path in put if _is_page(path) and path not in there]
    gone_pages = [path for path in gone if _is_page(path)]
    every = (
        Step(
            "Putting files",
            Deed.PUT,
            tuple(p for p in put if not _is_page(p) and not _is_late(p, there) and not is_beside(p)),
        ),
        Step("Making room for pages", Deed.STAND_IN, tuple(new_pages)),
        Step("Putting pages", Deed.PUT, tuple(p for p in put if _is_page(p))),
        Step("Putting lists", Deed.PUT, tuple(p for p in put if _is_late(p, there))),
        Step("Emptying old pages", Deed.STAND_IN, tuple(p for p in gone_pages if there[p] != there.get(STAND_IN))),
        Step("Removing old pages", Deed.REMOVE, tuple(gone_pages)),
        Step("Removing old files", Deed.REMOVE, tuple(p for p in gone if not _is_page(p) and not is_beside(p))),
        Step("Putting the manifest", Deed.PUT, tuple(p for p in put if is_beside(p))),
        Step("Removing old signatures", Deed.REMOVE, tuple(p for p in gone if is_beside(p))),
    )
    return tuple(step for step in every if step.paths)


def _is_page(path: str) -> bool:
    return path.endswith(".html")


def _is_late(path: str, there: Mapping[str, str]) -> bool:
    """Whether it refers to pages; where it is new, a page may refer to it, and it comes early."""
    return path in there and (path.endswith(_LATE) or path.startswith(_LATE_FOLDERS)) and not _is_page(path)


def stays(path: str) -> bool:
    """Whether no release removes the file."""
    return path.startswith((HIDDEN, PINNED)) or path in KEPT


def touched(steps_: tuple[Step, ...]) -> Iterator[str]:
    """Every path that has its final bytes after the steps and did not have them before."""
    for step in steps_:
        if step.deed is Deed.PUT:
            yield from step.paths
