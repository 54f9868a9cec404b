"""Whether the figures' fonts have every letter of what is drawn; a box in place of a letter is no word."""

from __future__ import annotations

from collections.abc import Iterator

from tellers.formats.yaml import Key
from tellers.look.metrics import Face, lacking
from tellers.model import Content, Source, Vote
from tellers.records.checks.references import Lookup

_QUOTED, _PLAIN, _STRONG = (Face.SERIF, Face.SERIF_REGULAR), (Face.REGULAR,), (Face.REGULAR, Face.SEMIBOLD)
_ALL = tuple(Face)
_LATIN = "write it in Latin letters"


def check_letters(look: Lookup) -> None:
    """The words of quotes, and the names of what figures name: votes, bodies, groups, speakers, sources."""
    content = look.content
    _check(look, "site", ("name",), content.site.name, _STRONG)
    _check_quotes(look)
    for id, body in content.bodies.items():
        _check(look, f"bodies/{id}", ("short",), body.short, _PLAIN)
        for position, rule in enumerate(body.rules):
            _check(look, f"bodies/{id}", ("rules", position, "name"), rule.name, _PLAIN)
    for register, groups in content.groups.items():
        for position, group in enumerate(groups.values()):
            _check(look, f"members/{register}.groups", (position, "short"), group.short, _STRONG)
    for id, series in content.series.items():
        _check(look, f"series/{id}", ("title",), series.title, _PLAIN)
    for id, vote in content.votes.items():
        for field, text in (("symbol", vote.symbol), ("title", vote.title)):
            _check(look, f"votes/{id}", (field,), text or "", _ALL if text == vote.name else _PLAIN)
    for id, source in _named_below_figures(content):
        for field, text in (("publisher", source.publisher), ("attribution", source.attribution)):
            _check(look, f"sources/{id}", (field,), text or "", _PLAIN)


def _check_quotes(look: Lookup) -> None:
    content = look.content
    in_script = "write a translation as `text`, and these words under `original`"
    for id, quote in content.quotes.items():
        _check(look, f"quotes/{id}", ("text",), quote.text, _QUOTED, in_script)
        _check(look, f"quotes/{id}", ("context",), quote.context or "", _PLAIN)
    for id, speaker in content.speakers.items():
        _check(look, f"speakers/{id}", ("name",), speaker.name, _STRONG, "write the name in Latin letters")
        for position, role in enumerate(speaker.roles):
            for field, text in (("title", role.title), ("organisation", role.organisation)):
                _check(look, f"speakers/{id}", ("roles", position, field), text, _PLAIN)
    for id in sorted({quote.anchor.source for quote in content.quotes.values()} & content.sources.keys()):
        source = content.sources[id]
        for field, text in (("publisher", source.publisher), ("title", source.title)):
            _check(look, f"sources/{id}", (field,), text, _PLAIN)


def _named_below_figures(content: Content) -> Iterator[tuple[str, Source]]:
    """The sources of votes, which stand below every figure of them."""
    ids = {id for vote in content.votes.values() for id in _sources(vote)}
    return ((id, content.sources[id]) for id in sorted(ids & content.sources.keys()))


def _sources(vote: Vote) -> Iterator[str]:
    yield from vote.sources
    if vote.roll:
        yield vote.roll.source


def _check(look: Lookup, record: str, key: Key, text: str, faces: tuple[Face, ...], do: str = _LATIN) -> None:
    if wrong := lacking(text, faces):
        look.wrong(record, key, wrong, do)
