"""The records as one page or picture is read with them: whatever is asked of votes and ballots is noted.

Of everything else (registers, bodies, quotes, sources, series, explainers) nothing is noted: it is one digest, `rest`, and
where that is another, everything is read again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from tellers.verify.archive_answers import NAMES, ArchiveAnswers
from tellers.verify.archives import Archive
from tellers.verify.asked import ALL, FILE, GONE, Noted, Question, answer_of, note
from tellers.verify.content import Content, Roll
from tellers.verify.nodes import digest_of
from tellers.verify.noted_trees import ARCHIVES, VOTES, NotedTrees, without_digests
from tellers.verify.phrases import Phrases
from tellers.verify.prose import Prose


class NotedRoll(Roll):
    """A roll that notes which ballots are asked for."""

    __slots__ = ("about", "plain")

    def __init__(self, about: str, plain: Roll) -> None:
        self.about, self.plain = about, plain
        self.ballots = Noted(f"ballots {about}", plain.ballots)

    @property
    def lines(self) -> list[str]:  # type: ignore[override]
        note(f"ballots {self.about}", ALL)
        return self.plain.lines

    def says(self, option: str) -> bool:
        note(f"options {self.about}", option)
        return self.plain.says(option)


@dataclass
class NotedContent(Content):
    """The records, of which it is noted what is asked about votes."""

    plain: Content = field(default_factory=lambda: Content({}, {}))

    @classmethod
    def of(cls, plain: Content) -> NotedContent:
        texts = {path: text for path, text in plain.texts.items() if not path.startswith((VOTES, ARCHIVES))}
        votes = Noted("votes", {id: _noted_vote(id, vote) for id, vote in plain.votes.items()}, holds_noted=True)
        rolls = {id: NotedRoll(id, roll) for id, roll in plain.rolls.items()}
        found = cls(
            texts, NotedTrees(plain.trees, votes), plain.name, plain.stored, Noted("rolls", rolls, holds_noted=True),
            plain=plain,
        )  # fmt: skip
        archives = {id: without_digests(about) for id, about in plain.archives.items()}
        found.__dict__ |= {"votes": votes, "digests": Noted("digests", plain.digests), "archives": archives}
        return found

    @property
    def days(self) -> set[str]:
        note("records", "days")
        return self.plain.days

    def strings(self) -> Iterator[str]:
        return self.plain.strings()

    def said(self, record: str) -> tuple[str, ...]:
        note("said", record)
        return self.plain.said(record)

    def _folder(self, start: str) -> dict[str, Any]:
        return self.plain._folder(start)


def _noted_vote(id: str, vote: Mapping[str, Any]) -> Noted[Any]:
    """The record, which notes each field; of its roll, each field of that."""
    own = {"roll": Noted(f"roll {id}", vote["roll"])} if isinstance(vote.get("roll"), Mapping) else {}
    return Noted(f"vote {id}", {**vote, **own})


def rest_of(content: Content) -> str:
    """The digest of all that is not noted: every text below `content/` but votes and rolls, and the site's name.

    Of archives it has the records, without the digests of their files.
    """
    texts = {path: text for path, text in content.texts.items() if not path.startswith((VOTES, ARCHIVES))}
    archives = {id: without_digests(about) for id, about in content.archives.items()}
    stored = {path: hashlib.sha256(raw).hexdigest() for path, raw in content.stored.items()}
    return digest_of([content.name, texts, archives, stored])


class Answers:
    """What is answered today to each question, as a digest; worked out from the plain records and the files as they are.

    `index` holds the entries of the search, `further` those of other languages by language.
    """

    def __init__(
        self, built: Any, content: Content, drawn: Mapping[str, Any], index: Mapping[str, Any],
        archives: Mapping[str, Archive] = MappingProxyType({}),
        further: Mapping[str, Mapping[str, Any]] = MappingProxyType({}),
    ) -> None:  # fmt: skip
        self.built, self.content = built, content
        self.archives = {id: ArchiveAnswers(archive) for id, archive in archives.items()}
        self.prose, self.phrases = Prose(content), Phrases(content)
        self._mappings: dict[str, Mapping[str, Any]] = {
            "votes": dict.fromkeys(content.votes, ""),  # fields are asked for one by one
            "rolls": dict.fromkeys(content.rolls, ""),
            "digests": content.digests,
            "drawn": drawn,
            "search": index,
            **{f"search {language}": entries for language, entries in further.items()},
        }
        self._known: dict[Question, str] = {}

    def __call__(self, question: Question) -> str:
        if question not in self._known:
            self._known[question] = hashlib.sha256(repr(self._answer(*question)).encode()).hexdigest()[:24]
        return self._known[question]

    def _answer(self, about: str, key: str) -> object:
        name, _, id = about.partition(" ")
        if name == FILE:
            return self._file(key)
        if about == GONE:
            return ""  # the files that were there are known to whoever keeps this
        if about in self._mappings:
            return answer_of(self._mappings[about], key)
        if name in NAMES:
            archive, _, decade = id.partition(" ")
            return self.archives[archive].answer(name, decade, key) if archive in self.archives else None
        if name == "vote":
            vote = self.content.votes.get(id, {})
            return answer_of({**vote, "roll": ""} if "roll" in vote and key == "roll" else vote, key)
        if name == "roll":
            return answer_of(self.content.votes.get(id, {}).get("roll") or {}, key)
        if name in ("ballots", "options"):
            roll = self.content.rolls.get(id, Roll({}, []))
            return roll.says(key) if name == "options" else [answer_of(roll.ballots, key), roll.lines if key == ALL else ""]
        return self._derived(about, key)

    def _derived(self, about: str, key: str) -> object:
        if (about, key) == ("records", "days"):
            return sorted(self.content.days)
        if (about, key) == ("records", "strings"):
            return sorted(set(self.content.strings()))
        if about == "said":
            return self.content.said(key)
        if about == "text":
            return self.prose.stands(key)
        if (about, key) == ("prose", "named"):
            return self.prose.named
        if (about, key) == ("phrases", "named"):
            return self.phrases.named
        raise KeyError(f"nobody answers {key} of {about}")

    def _file(self, name: str) -> object:
        """The digest of a file; of a folder, the names in it."""
        path = self.built / name
        if path.is_dir():
            return sorted(inside.name for inside in path.iterdir())
        return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else None
