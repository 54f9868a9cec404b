"""The words and the records that all figures of one vote have in common."""

from __future__ import annotations

from collections.abc import Mapping

from tellers.claims import Claim, Mark, Sentence
from tellers.claims.words import Words, figures, labels, votes
from tellers.figures.chart import Chart, Table
from tellers.manifest import Input, digest_of_inputs
from tellers.model import Content, Source
from tellers.stats import Result


def vote_chart(
    result: Result, content: Content, words: Words, *, kind: str, what: Sentence, picture: str, marks: tuple[Mark, ...],
    table: Table, labels: Mapping[str, str] | None = None, desc: str = "", claims: tuple[Claim, ...] = (),
) -> Chart:  # fmt: skip
    """The chart of a vote: its title is the result, its subtitle names motion, body, day and `what` is shown.

    `picture` says in a word or two what kind of picture it is, for the alternative text.
    """
    vote = result.vote
    inputs = (Input(f"votes/{vote.id}", content.digests[f"votes/{vote.id}"]),)
    finding = votes.result(words, vote.outcome, vote.method, result.counts, bool(result.vetoes))
    numbers = figures.counts(words, result.counts, result.unstated)
    return Chart(
        figure=f"{vote.id}.{kind}",
        kind=kind,
        inputs=inputs,
        title=figures.title(words, vote.name, finding),
        subtitle=figures.subtitle(words, title=vote.title, body=result.body.short, day=vote.date, what=what),
        alt=figures.alt(words, kind=picture, name=vote.name, day=vote.date, numbers=numbers),
        desc=desc or numbers,
        source=source_line(words, [content.sources[id] for id in roll_sources(result)]),
        marks=marks,
        table=table,
        claims=(result.members, *claims),
        labels={**(labels or {}), "mark": figures.data_mark(words, digest_of_inputs(inputs), content.site.name)},
    )


def roll_sources(result: Result) -> tuple[str, ...]:
    """The sources of the numbers: of the roll, and of stated totals where they come from elsewhere."""
    vote = result.vote
    named = [vote.roll.source if vote.roll else None, vote.stated_source]
    found = tuple(dict.fromkeys(id for id in named if id))
    return found or vote.sources[:1]


def source_line(words: Words, sources: list[Source]) -> str:
    attributions = dict.fromkeys(s.attribution for s in sources if s.attribution)
    return figures.source(words, list(dict.fromkeys(s.publisher for s in sources)), " ".join(attributions) or None)


def counts_table(result: Result, words: Words) -> Table:
    """Option and number of members, one row an option."""
    rows = [(labels.option(words, option), words.say("{n}", n=claim)) for option, claim in result.counts.items()]
    if result.unstated is not None:
        rows.append((labels.unstated(words), words.say("{n}", n=result.unstated)))
    return Table((words.text("Option"), words.text("Members")), tuple(rows))
