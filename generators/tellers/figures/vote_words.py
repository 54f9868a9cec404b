"""The words, records and marks that figures of one vote have in common."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from tellers.claims import Claim, Mark, Says, Sentence
from tellers.claims.words import Words, figures, labels, votes
from tellers.figures.chart import Chart, Table
from tellers.manifest import Input, digest_of_inputs
from tellers.model import ORDER, Content, Option, Source
from tellers.stats import Result, result_of

ALT = 150
"""Mail programs and posts cut longer alternative texts."""


def vote_chart(
    result: Result, content: Content, words: Words, *, kind: str, what: Sentence, picture: str, marks: tuple[Mark, ...],
    table: Table, labels: Mapping[str, str] | None = None, desc: str = "", claims: tuple[Claim, ...] = (),
) -> Chart:  # fmt: skip
    """The chart of a vote: its title is the result, its subtitle names motion, body, day and `what` is shown.

    `picture` says in a word or two what kind of picture it is, for the alternative text.
    """
    vote = result.vote
    records = (f"votes/{vote.id}", f"bodies/{result.body.id}", f"members/{result.body.register_}")
    inputs = tuple(Input(record, content.digests[record]) for record in records)
    finding = Sentence.of(
        votes.result(words, vote.outcome, vote.method, result.counts, vetoed=False),
        figures.vetoed_by(words, [result.name(code) for code in result.vetoes]),
    )
    numbers = figures.counts(words, result.counts, result.unstated)
    return Chart(
        figure=f"{vote.id}.{kind}",
        kind=kind,
        inputs=inputs,
        title=figures.title(words, vote.name, finding),
        subtitle=figures.subtitle(
            words, title=vote.title if vote.title != vote.name else "", body=result.body.short, day=vote.date, what=what
        ),
        alt=_alt(words, picture, vote.name, vote.date, numbers),
        desc=desc or numbers,
        source=source_line(words, [content.sources[id] for id in roll_sources(result)]),
        marks=marks,
        table=table,
        claims=(result.members, *claims),
        labels={**(labels or {}), "mark": figures.data_mark(words, digest_of_inputs(inputs), content.site.name)},
    )


def _alt(words: Words, picture: str, name: str, day: date, numbers: str) -> str:
    """The alternative text; a name too long for it is cut at a word, never the numbers."""
    whole = figures.alt(words, kind=picture, name=name, day=day, numbers=numbers)
    kept = name.split(" ")
    while len(whole) > ALT and len(kept) > 1:
        kept.pop()
        whole = figures.alt(words, kind=picture, name=" ".join(kept).rstrip(",;:") + " …", day=day, numbers=numbers)
    return whole


def complete_rolls(content: Content, layouts: Collection[str]) -> list[str]:
    """Ids of votes of bodies of these layouts of which every ballot is known."""
    return [
        id
        for id, vote in content.votes.items()
        if content.bodies[vote.body].layout in layouts and result_of(content, id).complete
    ]


def count_marks(result: Result, words: Words) -> tuple[Mark, ...]:
    """A mark `count:yes` an option, drawn as number and name only: its shape is that of the members' marks."""
    return tuple(
        Mark(f"count:{option}", option, claim, labels.option(words, option), option=option)
        for option, claim in result.counts.items()
    )


def member_marks(result: Result, prefix: str) -> tuple[Mark, ...]:
    """A mark a member that carries its ballot, by option and then by code; members without a known ballot come last.

    Those have the role and the option `no-record`, which says that this source has no ballot of theirs.
    """
    known = {code: result.option_of(code) or Option.NO_RECORD for code in result.seated}
    ordered = sorted(known, key=lambda code: (ORDER.index(known[code]), code))
    return tuple(
        Mark(f"{prefix}:{code}", known[code], ballot_or_none(result, code), code, member=code, option=known[code])
        for code in ordered
    )


def ballot_or_none(result: Result, code: str) -> Claim:
    """The claim of the member's ballot, or the claim that the source has no record of it."""
    if result.option_of(code) is None:
        return Claim.make(Says.BALLOT, Option.NO_RECORD.value, vote=result.vote.id, member=code)
    return result.ballot(code)


def who(result: Result, words: Words, most: int = 30) -> str:
    """The totals, and the names behind every option that at most `most` members chose."""
    said = [words.text("{numbers}.", numbers=figures.counts(words, result.counts, result.unstated))]
    for option in result.options:
        codes = result.roll.members_of(option) if result.roll is not None else ()
        if 0 < len(codes) <= most:
            names = str(words.listing([*sorted(result.name(code) for code in codes)]))
            said.append(words.text("{option}: {names}.", option=labels.option(words, option), names=names))
    return " ".join(said)


def roll_sources(result: Result) -> tuple[str, ...]:
    """The sources of the numbers: of the roll, and of stated totals where they come from elsewhere."""
    vote = result.vote
    named = [vote.roll.source if vote.roll else None, vote.stated_source]
    found = tuple(dict.fromkeys(id for id in named if id))
    return found or vote.sources[:1]


def source_line(words: Words, sources: list[Source]) -> str:
    """Who published the numbers, and the attribution that their terms ask for."""
    attributions = dict.fromkeys(s.attribution.rstrip(".") for s in sources if s.attribution)
    return figures.source(words, list(dict.fromkeys(s.publisher for s in sources)), ". ".join(attributions) or None)


def counts_table(result: Result, words: Words) -> Table:
    """Option and number of members, one row an option."""
    rows = [(labels.option(words, option), words.say("{n}", n=claim)) for option, claim in result.counts.items()]
    if result.unstated is not None:
        rows.append((labels.unstated(words), words.say("{n}", n=result.unstated)))
    return Table((words.text("Option"), words.text("Members")), tuple(rows))
