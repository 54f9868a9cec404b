"""What was found when the site was read before, kept with every question that was asked for it and with the answers.

A page or picture without a difference need not be read again where the reader's code, all that is not asked about (`base`)
and each answer are the same. Only whole results are taken over, so that the counts are those of a full reading.
"""

from __future__ import annotations

import hashlib
import json
import platform
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from pathlib import Path

from tellers.verify.archive_noted import DECADE, part_of
from tellers.verify.asked import ALL, FILE, GONE, KEYS, Question
from tellers.verify.frames import Frame
from tellers.verify.ink import FONTS
from tellers.verify.links import Anchors
from tellers.verify.paints import SHEET
from tellers.verify.report import Findings

_AT_ONCE = 4
FORMAT = 2
_PACKAGE = Path(__file__).resolve().parent.parent
_READS_WITH = ("selectolax", "numpy", "pillow", "pyyaml", "babel", "jinja2")


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was read without a difference: what was asked for it, how much was compared, what others need of it."""

    asked: frozenset[Question]
    counts: dict[str, int]
    anchors: Anchors | None = None
    frame: Frame | None = None
    base: str = ""
    """The archive whose page it is."""

    def findings(self) -> Findings:
        return Findings(counts=Counter(self.counts))


@dataclass(slots=True)
class Kept:
    """Results by the path of what was read; of a figure inside pages, by the digest of its text.

    `before` is what `dump` gave after the last reading; what is not that, or of another base, is no result.
    """

    before: bytes = b""
    entries: dict[str, Entry] = field(default_factory=dict)
    reasons: dict[str, list[Question]] = field(default_factory=dict)
    """What is read again, with the questions that have another answer now; a page that is new has none."""
    taken: int = 0
    """How many pages and pictures were not read again."""
    again: list[str] = field(default_factory=list)
    """Pages and pictures that were read, in order."""
    whole: str = "it is the first reading"
    """Why everything is read, empty where something is not."""
    _bases: Mapping[str, str] = field(default_factory=dict)
    _paths: frozenset[str] = frozenset()
    _known: dict[Question, str] = field(default_factory=dict)
    _answer: Callable[[Question], str] = field(default=str)

    def begin(self, bases: Mapping[str, str], paths: frozenset[str], answer: Callable[[Question], str]) -> None:
        """Take over what has the same base and the same answers; `paths` are all files of the site.

        A base is of all that readings depend on without asking: one of each archive for its pages, the first for all others.
        """
        self._bases, self._paths, self._answer = bases, paths, answer
        before = _load(self.before)
        same = {at for at, base in bases.items() if before.bases.get(at) == base}
        if "" not in same:
            self.whole = _OTHER if before.entries else self.whole
        if not same:
            return
        changed = self._changed(before)
        self.whole = self.whole if "" not in same else ""
        for key, entry in before.entries.items():
            if entry.base not in same:
                continue
            if other := entry.asked & changed:
                self.reasons[key] = sorted(other)
            else:
                self.entries[key] = entry

    def _changed(self, before: _Before) -> set[Question]:
        """Questions with another answer; of what is part of something that is the same, the answer is not worked out."""
        changed: set[Question] = {(GONE, path.partition("/")[0]) for path in before.paths - self._paths}
        files = [question for question in before.answers if question[0] == FILE]
        with ThreadPoolExecutor(_AT_ONCE) as pool:  # hashing leaves other threads their turn
            self._known |= zip(files, pool.map(self._answer, files), strict=True)
        for question, said in before.answers.items():
            whole = part_of(question)
            if whole is not None and before.answers.get(whole) == self._told(whole):
                self._known[question] = said
            elif self._told(question) != said:
                changed.add(question)
        return changed

    def _told(self, question: Question) -> str:
        """The answer of today."""
        if question not in self._known:
            self._known[question] = self._answer(question)
        return self._known[question]

    def reason(self, path: str) -> str:
        """Why it was read again: what has changed of what was asked for it."""
        if self.whole:
            return self.whole
        asked = self.reasons.get(path, [])
        own = [_worded(question) for question in asked if question != (FILE, path)]
        parts = [*(["it has other bytes"] if len(own) < len(asked) else []), *dict.fromkeys(own)]
        return ", ".join([*parts[:3], *(["…"] if len(parts) > 3 else [])]) or "it is new, or was not all right"

    def end(self, paths: Collection[str]) -> None:
        """Forget what is no path of the site any more."""
        self.entries = {key: entry for key, entry in self.entries.items() if key in paths or key.startswith(FIGURE)}

    def dump(self) -> bytes:
        """All that is known now, with the answers that were given; to be called while the site is where it was read."""
        return _dump(self._bases, self._paths, self.entries, self._told)


_OTHER = "the reader, or what it is not asked about one by one, has changed"
FIGURE = "figure "
"""How the key of a figure inside pages begins."""


_NAMES = {
    "vote": "{key} of votes/{of}", "roll": "{key} of the roll of votes/{of}", "ballots": "ballot of {key} in votes/{of}",
    "options": "ballots of votes/{of}", "digests": "{key}", "said": "words of {key}", "drawn": "figure {key}",
    "search": "search entries of {key}", "text": "a text of a record", FILE: "{key}", GONE: "files of {key}/ that have gone",
    "dump": "votes/{key}", "near": "what stands beside votes/{key}", "decade": "{key} in a decade of archives/{of}",
    "session": "votes of session {key}", "topic": "votes on {key}", "decades": "decades of {key}", "spans": "decades",
}  # fmt: skip


def _worded(question: Question) -> str:
    """The question in words: `ballot of FRA in votes/un-ga/es-11_7`."""
    (name, _, of), key = question[0].partition(" "), question[1]
    if name == DECADE and key == ALL:
        return "the {1}s of archives/{0}".format(*of.split(" "))
    if key in (KEYS, ALL):
        return f"the list of {name}" if not of else f"{'roll' if name == 'ballots' else 'record'} of votes/{of}"
    return _NAMES.get(name, "texts of records").format(key=key, of=of)


def _dump(
    bases: Mapping[str, str], paths: frozenset[str], entries: dict[str, Entry], answer: Callable[[Question], str]
) -> bytes:  # fmt: skip
    questions: dict[Question, int] = {}
    sets: dict[frozenset[Question], int] = {}
    frames: dict[Frame, int] = {}
    rows: dict[str, list[object]] = {}
    lists: list[list[int]] = []
    for key, entry in entries.items():
        if entry.asked not in sets:
            sets[entry.asked] = len(sets)
            lists.append([questions.setdefault(question, len(questions)) for question in sorted(entry.asked)])
        frame = frames.setdefault(entry.frame, len(frames)) if entry.frame is not None else None
        anchors = [sorted(entry.anchors.ids), entry.anchors.targets] if entry.anchors is not None else None
        rows[key] = [sets[entry.asked], entry.counts, anchors, frame, entry.base]
    for whole in dict.fromkeys(filter(None, map(part_of, questions))):
        questions.setdefault(whole, len(questions))
    said = {
        "format": FORMAT,
        "bases": dict(bases),
        "paths": sorted(paths),
        "questions": [[about, key, answer((about, key))] for about, key in questions],
        "asked": lists,
        "frames": [[frame.said, frame.links, frame.loaded] for frame in frames],
        "entries": rows,
    }
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()


@dataclass(frozen=True, slots=True)
class _Before:
    """What an earlier reading kept."""

    entries: Mapping[str, Entry] = field(default_factory=dict)
    answers: Mapping[Question, str] = field(default_factory=dict)
    bases: Mapping[str, str] = field(default_factory=dict)
    paths: frozenset[str] = frozenset()


def _load(before: bytes) -> _Before:
    """Nothing where the bytes are of another version."""
    if not before:
        return _Before()
    said = json.loads(before)
    if said["format"] != FORMAT:
        return _Before()
    questions: list[Question] = [(about, key) for about, key, _ in said["questions"]]
    sets = [frozenset(questions[at] for at in row) for row in said["asked"]]
    frames = [Frame(tuple(a), tuple(b), tuple(c)) for a, b, c in said["frames"]]
    entries = {
        key: Entry(
            sets[asked], counts, Anchors(frozenset(anchors[0]), tuple(anchors[1])) if anchors else None,
            frames[frame] if frame is not None else None, base,
        )
        for key, (asked, counts, anchors, frame, base) in said["entries"].items()
    }  # fmt: skip
    answers = {(about, key): answer for about, key, answer in said["questions"]}
    return _Before(entries, answers, said["bases"], frozenset(said["paths"]))


def base_of(built: Path, rest: str, pixels: bool) -> str:
    """The digest of all that a reading depends on without asking: the reader, other records, colours and letters."""
    total = hashlib.sha256(f"{code()} {rest} {pixels}\n".encode())
    for path in (*_files((built / SHEET).parent), *_files(built / FONTS)):
        total.update(path.relative_to(built).as_posix().encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


@cache
def code() -> str:
    """The digest of this package's files, and of the versions of what it reads with."""
    names = [platform.python_version(), *(f"{name} {version(name)}" for name in _READS_WITH)]
    total = hashlib.sha256("\n".join(names).encode())
    for path in _files(_PACKAGE):
        if path.suffix != ".pyc":
            name = path.relative_to(_PACKAGE).as_posix()
            total.update(name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())
