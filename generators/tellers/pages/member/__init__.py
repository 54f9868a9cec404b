"""The page of one member: its record, how often it agreed with others, what its officials said."""

from __future__ import annotations

from datetime import date

from tellers.claims import Claim, Says, Sentence
from tellers.claims.words import comparing, members, votes
from tellers.desk import Desk
from tellers.model import Member, Option
from tellers.pages import compare, parts, quotation
from tellers.pages.page import Page
from tellers.stats import Result, agreements
from tellers.stats.ballots import Ballots
from tellers.stats.standing import Standing, standings

OTHERS = 5
LEAST_BASE = 5


def make(desk: Desk) -> list[Page]:
    """A page for each member that has a ballot here."""
    pages = []
    stood = standings(Ballots.of([(r.vote.id, r.roll) for r in desk.results.values() if r.complete and r.roll is not None]))
    for register in desk.content.registers.values():
        for member in register.values():
            results = [result for result in desk.results.values() if result.option_of(member.code) is not None]
            if results:
                pages.append(_page(desk, member, _newest_first(results), stood.get(member.code)))
    return pages


def _newest_first(results: list[Result]) -> list[Result]:
    return sorted(results, key=lambda result: (result.vote.date, result.vote.id), reverse=True)


def _page(desk: Desk, member: Member, results: list[Result], stood: Standing | None) -> Page:
    root, words, name = "../../", desk.words, member.latest.short
    quotes = [q for q in desk.content.quotes.values() if desk.content.speakers[q.speaker].speaks_for == member.code]
    summary = members.summary(words, name, member.code, _counts(member, results))
    return Page(
        path=f"members/{member.code}.md",
        title=name,
        description=str(summary),
        template="member/page.md.j2",
        boost=6,
        data="content/members/",
        context={
            "name": name,
            "official": members.names(words, member).html(root),
            "groups": _groups(desk, member),
            "summary": summary.html(root),
            "stood": _stood(desk, member, stood).html(root) if stood is not None else "",
            "record": [_row(desk, member, result, root) for result in results],
            "agreement": _agreement(desk, member, results, root),
            "compare": parts.link(comparing.with_another(words), f"{compare.ADDRESS}#a={member.code}", root)
            if stood
            else "",
            "alike": parts.placed(desk, f"{member.code}.agreement", root),
            "against": parts.placed(desk, f"{member.code}.words", root),
            "quotes": [quotation.block(desk, quote, root) for quote in sorted(quotes, key=lambda q: (q.date, q.id))],
            "t": words.text,
        },
    )


def _counts(member: Member, results: list[Result]) -> dict[Option, Claim]:
    """How often the member chose each option among the votes of this site."""
    chosen = [result.option_of(member.code) for result in results]
    return {
        option: Claim.make(Says.COUNT, chosen.count(option), of="ballots", member=member.code, option=option)
        for option in Option
        if option in chosen
    }


def _stood(desk: Desk, member: Member, stood: Standing) -> Sentence:
    """Where the member stood in the votes of which every ballot is known, those in which it had no seat left out."""
    counts = {where.value: number for where, number in stood.counts.items()}
    counts |= {"alone": stood.alone, "full-votes": stood.votes - counts.pop("seatless")}
    claims = {of: Claim.make(Says.COUNT, number, of=of, member=member.code) for of, number in counts.items()}
    return members.stood(desk.words, claims)


def _row(desk: Desk, member: Member, result: Result, root: str) -> dict[str, object]:
    vote, words = result.vote, desk.words
    option = result.option_of(member.code)
    if option is None:
        raise ValueError(f"{vote.id} has no ballot of {member.code}")
    finding = votes.result(words, vote.outcome, vote.method, result.counts, bool(result.vetoes))
    return {
        "day": parts.day(desk, f"votes/{vote.id}", "date", vote.date),
        "vote": parts.vote_link(vote, root),
        "title": vote.title,
        "cell": parts.ballot_cell(desk, result, member.code, option),
        "result": finding.html(root),
    }


def _groups(desk: Desk, member: Member) -> list[str]:
    """Groups that the member stands in today, undated ones with the day for which the list holds."""
    out: list[str] = []
    for register, groups in desk.content.groups.items():
        for group in groups.values():
            inside = desk.content.in_group(register, group.id, _today(desk))
            if member.code in inside:
                out.append(members.group(desk.words, group))
    return out


def _today(desk: Desk) -> date:
    """The newest day of publication in the content: no build reads a clock."""
    return max(vote.published for vote in desk.content.votes.values())


def _agreement(desk: Desk, member: Member, results: list[Result], root: str) -> list[dict[str, object]]:
    """The members with which it agreed most and least, over votes in which both cast a ballot."""
    rolls = [result.roll for result in results if result.complete and result.roll is not None]
    found = agreements(rolls, member.code)
    ranked = [(code, a) for code, a in found.items() if a.share is not None and a.both >= LEAST_BASE]
    ranked.sort(key=lambda row: (-(row[1].share or 0), -row[1].both, row[0]))
    chosen = ranked if len(ranked) <= 2 * OTHERS else ranked[:OTHERS] + ranked[-OTHERS:]
    return [_agreed(desk, member, code, a.same, a.both, root) for code, a in chosen]


def _agreed(desk: Desk, member: Member, code: str, same: int, both: int, root: str) -> dict[str, object]:
    words = desk.words
    claims = [
        Claim.make(Says.COUNT, number, of=what, member=member.code, with_=code)
        for number, what in ((same, "same"), (both, "both"))
    ]
    said: Sentence = words.say("{same} of {both}", same=claims[0], both=claims[1])
    return {"name": parts.member_link(desk, code, desk.content.called(code), root), "said": said.html(root)}
