"""The expressions of explainers: what an editor may write between `{{` and `}}`.

Each returns finished markup bound to its claim. What is not so raises Untrue, which says what is so instead.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import TypeVar

from tellers.claims import Claim, Free, Link, Said, Says, Sentence
from tellers.claims.words import labels, votes
from tellers.desk import Desk
from tellers.encode import Html
from tellers.model import Base, Group, Known, Option, Vote
from tellers.pages import parts, quotation
from tellers.records.fit import nearest
from tellers.stats import Result, agreement, moved

Kind = TypeVar("Kind")


class Untrue(Exception):
    """The expression does not hold, or names what is not there."""

    def __init__(self, wrong: str, do: str) -> None:
        super().__init__(wrong)
        self.wrong, self.do = wrong, do


class Expressions:
    """All expressions for one page; remembers which votes and sources they used."""

    def __init__(self, desk: Desk, root: str) -> None:
        self.desk, self.root, self.words = desk, root, desk.words
        self.votes: dict[str, None] = {}
        self.sources: dict[str, None] = {}

    def names(self) -> dict[str, Callable[..., Html]]:
        """Every expression by the name an editor writes."""
        own = (
            "agreement", "ballot", "body", "claim", "count_quotes", "count_votes", "day", "explainer", "figure", "free",
            "member", "members", "moved", "needed", "outcome", "quote", "result", "seats", "series", "share", "shift",
            "source", "speaker", "tally", "term", "title", "unstated", "vote",
        )  # fmt: skip
        return {name: getattr(self, name) for name in own}

    # Numbers

    def tally(self, vote: str, option: str, group: str | None = None) -> Html:
        """How many members, of all or of a group, chose the option."""
        return self._number(self._tally(vote, option, group))

    def share(self, vote: str, option: str, base: str) -> Html:
        """The option's part of the base, as a percentage that names its base."""
        claim = self._result(vote).share_of(self._option(option), self._base(base))
        if claim is None:
            raise Untrue(f"share of an empty base {base} in {vote}", "choose another base")
        label = labels.base(self.words, Base(base))
        return self._html(self.words.say("{share} {base}", share=claim, base=label))

    def shift(self, before: str, after: str, from_: str, to: str) -> Html:
        """How many members went from one option to the other."""
        return self._number(self._shift(before, after, from_, to))

    def seats(self, vote: str) -> Html:
        """How many members the body had that day."""
        return self._number(self._result(vote).members)

    def unstated(self, vote: str) -> Html:
        """How many members the stated totals leave out."""
        claim = self._result(vote).unstated
        if claim is None:
            raise Untrue(f"the totals of {vote} leave nobody out", "remove the expression")
        return self._number(claim)

    def needed(self, vote: str) -> Html:
        """How many yes votes were needed, where a source says which majority applied."""
        claim = self._result(vote).needed
        if claim is None:
            raise Untrue(f"no source says which majority applied to {vote}", "leave the threshold out")
        return self._number(claim)

    def agreement(self, one: str, other: str, votes: list[str] | None = None, series: str | None = None) -> Html:
        """`3 of 5`: in how many of the votes in which both cast a ballot they cast the same."""
        ids = list(votes or (self._known("series", series or "", self.desk.content.series).votes))
        results = [self._result(id) for id in ids]
        found = agreement([r.roll for r in results if r.roll is not None and r.complete], self._code(one), self._code(other))
        of = {"member": one, "with_": other, "votes": ",".join(ids)}
        same, both = (Claim.make(Says.COUNT, n, of=what, **of) for n, what in ((found.same, "same"), (found.both, "both")))
        return self._html(self.words.say("{same} of {both}", same=same, both=both))

    def count_votes(self, series: str) -> Html:
        """How many votes stand in the series."""
        votes_ = self._known("series", series, self.desk.content.series).votes
        return self._number(Claim.make(Says.COUNT, len(votes_), of="votes", series=series))

    def count_quotes(self, member: str) -> Html:
        """How many quotes of the member's officials stand on this site."""
        content, code = self.desk.content, self._code(member)
        number = sum(content.speakers[quote.speaker].speaks_for == code for quote in content.quotes.values())
        return self._number(Claim.make(Says.COUNT, number, of="quotes", member=code))

    def claim(
        self, value: int | str, *, tally: str = "", outcome: str = "", ballot: str = "",
        shift: tuple[str, str] | None = None, option: str = "", group: str | None = None, member: str = "",
        from_: str = "", to: str = "", text: str = "",
    ) -> Html:  # fmt: skip
        """States a value, and fails when the data says otherwise: `claim(93, tally="un-ga/es-11_7", option="yes")`."""
        if tally:
            found = self._tally(tally, option, group)
        elif outcome:
            found = self._result(outcome).outcome
        elif ballot:
            found = self._ballot(member, ballot)
        elif shift:
            found = self._shift(shift[0], shift[1], from_, to)
        else:
            raise Untrue(f"claim({value!r}) is about nothing", "add tally=, outcome=, ballot= or shift=")
        if found.value != value:
            raise Untrue(
                f"states {value!r}, but {found.spec} is {found.value!r}", f"write {found.value!r}, or mend the data"
            )
        shown = text or (self.words.number(value) if isinstance(value, int) else self._word(found))
        return self._html(Sentence.of(Said(shown, found)))

    # Words and lists

    def ballot(self, member: str, vote: str) -> Html:
        """What the member did: `voted no`."""
        claim = self._ballot(member, vote)
        return self._html(Sentence.of(Said(labels.did(self.words, Option(str(claim.value))), claim)))

    def outcome(self, vote: str) -> Html:
        claim = self._result(vote).outcome
        return self._html(Sentence.of(Said(self._word(claim), claim)))

    def result(self, vote: str) -> Html:
        """`Adopted 93–18, with 65 abstentions`."""
        r = self._result(vote)
        return self._html(votes.result(self.words, r.vote.outcome, r.vote.method, r.counts, bool(r.vetoes)))

    def members(self, vote: str, option: str, group: str | None = None) -> Html:
        """The members that chose the option, each with its page."""
        result = self._result(vote)
        if result.roll is None:
            raise Untrue(f"no ballot of {vote} is known", "name nobody")
        inside = set(result.groups[self._group(result, group)]) if group else None
        codes = [code for code in result.roll.members_of(self._option(option)) if inside is None or code in inside]
        return self._list([(code, result.name(code)) for code in codes])

    def moved(self, before: str, after: str, from_: str, to: str) -> Html:
        """The members that went from one option to the other."""
        then, now = self._rolls(before, after)
        codes = moved(then.roll, now.roll, self._option(from_), self._option(to)) if then.roll and now.roll else ()
        return self._list([(code, now.name(code)) for code in codes])

    def vote(self, vote: str, text: str = "") -> Html:
        record = self._result(vote).vote
        return self._html(Sentence.of(Link(text or record.name, parts.vote_address(vote))))

    def title(self, vote: str) -> Html:
        return self._html(Sentence.of(Free(self._result(vote).vote.title)))

    def day(self, vote: str) -> Html:
        """The day of the vote."""
        record: Vote = self._result(vote).vote
        return parts.day(self.desk, f"votes/{vote}", "date", record.date)

    def member(self, code: str, text: str = "") -> Html:
        name = self.desk.content.called(self._code(code))
        return self._html(Sentence.of(Link(text or name, parts.member_address(code))))

    def speaker(self, id: str) -> Html:
        record = self._known("speaker", id, self.desk.content.speakers)
        return self._html(Sentence.of(Link(record.name, f"/speakers/{id}/")))

    def series(self, id: str, text: str = "") -> Html:
        record = self._known("series", id, self.desk.content.series)
        return self._html(Sentence.of(Link(text or record.title, f"/series/{id}/")))

    def explainer(self, id: str, text: str = "") -> Html:
        record = self._known("explainer", id, self.desk.content.explainers)
        return self._html(Sentence.of(Link(text or record.title, f"/explainers/{id}/")))

    def body(self, id: str, text: str = "") -> Html:
        record = self._known("body", id, self.desk.content.bodies)
        return self._html(Sentence.of(Link(text or record.short, f"/bodies/{id}/")))

    def source(self, id: str) -> Html:
        """The publisher, leading to the source; the source is listed at the foot of the page."""
        record = self._known("source", id, self.desk.content.sources)
        self.sources[id] = None
        return parts.source_link(self.desk, record, self.root)

    def term(self, name: str, text: str = "") -> Html:
        """A term of the field, leading to where it is explained."""
        known = {
            "abstain": self.words.text("abstain"),
            "not-voting": self.words.text("not voting"),
            "no-record": self.words.text("no vote recorded"),
            "veto": self.words.text("veto"),
            "present-and-voting": self.words.text("present and voting"),
            "roll-call": self.words.text("roll call"),
        }
        if name not in known:
            raise Untrue(f'unknown term "{name}"', nearest(name, list(known), "use a term of the page on method"))
        return self._html(Sentence.of(Link(text or known[name], f"/method/#{name}")))

    def free(self, text: str) -> Html:
        """Words with a number that is no claim: a year, an article, a page."""
        return self._html(Sentence.of(Free(str(text))))

    def quote(self, id: str) -> Html:
        record = self._known("quote", id, self.desk.content.quotes)
        self.sources[record.anchor.source] = None
        return quotation.block(self.desk, record, self.root)

    def figure(self, id: str) -> Html:
        picture = self.desk.picture(id)
        if picture is None:
            raise Untrue(f'unknown figure "{id}"', nearest(id, list(self.desk.pictures), "write <vote or series id>.<kind>"))
        vote = id.rsplit(".", 1)[0]
        if vote in self.desk.results:
            self._result(vote)
        return parts.figure(picture, self.root, self.desk)

    # Looking up

    def _result(self, vote: str) -> Result:
        if vote not in self.desk.results:
            raise Untrue(
                f'unknown vote "{vote}"', nearest(vote, list(self.desk.results), "write its id, such as un-ga/es-11_7")
            )
        result = self.desk.results[vote]
        self.votes[vote] = None
        named = [result.vote.roll.source if result.vote.roll else "", *result.vote.sources]
        self.sources |= dict.fromkeys(id for id in named[:2] if id)
        return result

    def _tally(self, vote: str, option: str, group: str | None) -> Claim:
        result, chosen = self._result(vote), self._option(option)
        if group:
            if not result.complete:
                raise Untrue(f"not every ballot of {vote} is known", "count no groups in it")
            return result.count_in(self._group(result, group), chosen)
        if not result.complete and chosen not in result.tally.counts:
            raise Untrue(f"the number of {option} votes in {vote} is not known", "say that it is a gap")
        return result.count(chosen)

    def _shift(self, before: str, after: str, from_: str, to: str) -> Claim:
        then, now = self._rolls(before, after)
        if then.roll is None or now.roll is None:
            raise Untrue("a roll is missing", "compare votes whose ballots are known")
        number = len(moved(then.roll, now.roll, self._option(from_), self._option(to)))
        return Claim.make(Says.SHIFT, number, before=before, after=after, from_=from_, to=to)

    def _rolls(self, before: str, after: str) -> tuple[Result, Result]:
        found = self._result(before), self._result(after)
        for result in found:
            if result.vote.known is not Known.FULL or result.roll is None:
                raise Untrue(f"not every ballot of {result.vote.id} is known", "compare votes whose ballots are known")
        return found

    def _ballot(self, member: str, vote: str) -> Claim:
        result, code = self._result(vote), self._code(member)
        if result.option_of(code) is None:
            raise Untrue(f"no ballot of {code} in {vote} is known", "say that it is not known")
        return result.ballot(code)

    def _code(self, code: str) -> str:
        known = [code for register in self.desk.content.registers.values() for code in register]
        if code not in known:
            raise Untrue(f'unknown member "{code}"', nearest(code, known, "use a code of the register"))
        return code

    def _group(self, result: Result, id: str) -> Group:
        found = {group.id: group for group in result.groups}
        if id not in found:
            raise Untrue(f'unknown group "{id}" of {result.body.id}', nearest(id, list(found), "use a group of the body"))
        return found[id]

    def _option(self, word: str) -> Option:
        known = [option.value for option in Option]
        if word not in known:
            raise Untrue(f'unknown option "{word}"', nearest(word, known, "use yes, no, abstain, not-voting"))
        return Option(word)

    def _base(self, word: str) -> Base:
        known = [base.value for base in Base]
        if word not in known:
            raise Untrue(f'unknown base "{word}"', nearest(word, known, "use members, cast or yes+no"))
        return Base(word)

    def _known(self, one: str, id: str, records: Mapping[str, Kind]) -> Kind:
        if id not in records:
            raise Untrue(f'unknown {one} "{id}"', nearest(id, list(records), "write its id"))
        return records[id]

    def _word(self, claim: Claim) -> str:
        if claim.says is Says.OUTCOME:
            t = self.words.text
            return {"adopted": t("adopted"), "unknown": t("unknown")}.get(str(claim.value), t("not adopted"))
        return labels.did(self.words, Option(str(claim.value)))

    def _list(self, named: list[tuple[str, str]]) -> Html:
        ordered = sorted(named, key=lambda pair: pair[1].casefold())
        return self._html(self.words.listing([Link(name, parts.member_address(code)) for code, name in ordered]))

    def _number(self, claim: Claim) -> Html:
        if isinstance(claim.value, Fraction):
            raise Untrue(f"{claim.spec} is a share", "use share()")
        return self._html(self.words.say("{n}", n=claim))

    def _html(self, sentence: Sentence) -> Html:
        return sentence.html(self.root)
