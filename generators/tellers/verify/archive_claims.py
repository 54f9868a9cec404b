"""Claims about an archive computed again: what a member did in a decade, and how many votes there are of what."""

from __future__ import annotations

from fractions import Fraction

from tellers.verify.archived import slug
from tellers.verify.archives import Archive
from tellers.verify.claims import Claims, Of, Unsound, Value
from tellers.verify.decade import STOOD, Decade

STANCES = (*STOOD, "alone", "cast")


class ArchiveClaims(Claims):
    """Values of claims about an archive; what a member chose in a decade is counted from its rows."""

    def __init__(self, archive: Archive) -> None:
        super().__init__(archive)
        self.archive = archive

    def _compute(self, says: str, of: Of) -> Value:
        if says == "count" and set(of) == {"of", "member", "option", "decade"} and of["of"] == "ballots":
            return self.archive.chosen(of["member"], int(of["decade"]), of["option"])
        if says == "count" and set(of) == {"of", "decade"} and of["of"] == "full-votes":
            return self._span(of).number
        if says == "count" and set(of) == {"of", "member", "decade"} and of["of"] in STANCES:
            return self._span(of).stood[of["member"]][of["of"]]
        if says == "agreement" and set(of) == {"member", "with", "decade"}:
            same, both = self.agreement(of)
            return f"{Fraction(same, both).numerator}/{Fraction(same, both).denominator}"
        if says == "count" and of.get("of") == "votes" and len(of) == 2:
            return self._votes(of)
        return super()._compute(says, of)

    def agreement(self, of: Of) -> tuple[int, int]:
        """In how many votes of the decade the two said the same, and in how many both cast a ballot."""
        same, both = self._span(of).shared(of["member"], of["with"]) if "decade" in of else super().agreement(of)
        if not both:
            raise Unsound("the two never both cast a ballot")
        return same, both

    def _span(self, of: Of) -> Decade:
        found = self.archive.spans.get(int(of["decade"]))
        if found is None or not all(of[key] in found.stood for key in ("member", "with") if key in of):
            raise Unsound(f"no votes of {of}")
        return found

    def _votes(self, of: Of) -> int:
        if of.get("archive") == self.archive.id:
            return len(self.archive.votes)
        sessions, name = self.archive.by_session, of.get("session") or of.get("topic") or ""
        if name in sessions if "session" in of else name in (topics := self._topics()):
            return len(sessions[name]) if "session" in of else topics[name]
        raise Unsound(f'the archive has no "{name}"')

    def _topics(self) -> dict[str, int]:
        """How many votes each topic has, by what stands for it in addresses."""
        return {slug(name): len(ids) for name, ids in self.archive.by_topic.items()}
