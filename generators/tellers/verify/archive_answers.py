"""What is answered today to each question about an archive, worked out from the dump as it is."""

from __future__ import annotations

import hashlib

from tellers.verify.archive_noted import DECADE, DUMP, registers
from tellers.verify.archives import Archive
from tellers.verify.asked import ALL, KEYS, Memo, answer_of
from tellers.verify.noted_trees import ARCHIVES, VOTES, without_digests


class ArchiveAnswers:
    """What is answered today to each question about one archive."""

    def __init__(self, plain: Archive) -> None:
        self.plain = plain
        self._seen: Memo[str] = Memo()

    def answer(self, name: str, decade: str, key: str) -> object:
        """The answer to a question to `name`, of the decade where it is about one."""
        if name == DECADE:
            return self._of_decade(int(decade), key)
        if name == DUMP:
            return self._of_dump(key)
        if name == "near":
            return self.plain.near(key) if key in self.plain.position else None
        if name == "spans":
            return sorted(self.plain.spans) if key in (KEYS, ALL) else int(key) in self.plain.spans
        return answer_of(getattr(self.plain, _MAPPINGS[name]), key)

    def _of_dump(self, key: str) -> object:
        if key == KEYS:
            return [list(self.plain.votes), list(self.plain.rolls)]
        return [self._vote(id) for id in self.plain.votes] if key == ALL else self._vote(key)

    def _vote(self, id: str) -> str:
        """The digest of all that is read of a vote."""
        read = (self.plain.own, self.plain.votes, self.plain.members)
        return self._seen.get(id, lambda: _short([found.get(id) for found in read]))

    def _of_decade(self, first: int, key: str) -> object:
        if key == ALL:
            return [self._vote(id) for id in self.plain.by_decade.get(first, [])]
        what, _, code = key.partition(" ")
        if what == "rows":
            return self.plain.rows(code, first)
        span = self.plain.spans.get(first)
        if span is None:
            return None
        if what == "number":
            return span.number
        if what == "shared":
            return span.shared(*code.split(" "))
        if what == "in":
            return code in span.stood
        if what == "stood":
            return sorted(span.stood[code].items()) if code in span.stood else None
        if what == "alike":
            return span.alike(code) if code in span.stood else None
        raise KeyError(f"nobody answers {key} of a decade")


_MAPPINGS = {"digests": "digests", "session": "by_session", "topic": "by_topic", "decades": "decades"}
NAMES = frozenset([DUMP, DECADE, "near", "spans", *_MAPPINGS])
"""Who is asked about archives, in the first word of a question; the second is the archive."""


def rest_of_archive(plain: Archive) -> object:
    """Everything that pages of the archive rest on and that is not asked about one by one."""
    others = {path: tree for path, tree in plain.trees.items() if not path.startswith((VOTES, ARCHIVES))}
    return [plain.name, plain.id, without_digests(plain.about), others, registers(plain)]


def _short(value: object) -> str:
    return hashlib.sha256(repr(value).encode()).hexdigest()[:24]
