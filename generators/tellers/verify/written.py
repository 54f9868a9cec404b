"""Words that are written in the drawing itself: they are those of its manifest, of its records, and of their days."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tellers.manifest import Manifest
from tellers.verify.cards import CARD
from tellers.verify.content import Content
from tellers.verify.prose import Prose
from tellers.verify.report import Findings
from tellers.verify.spaces import one_spaced, unspaced
from tellers.verify.svg import Picture
from tellers.verify.words import day, month, short_day, ways_to_say

FULL_DAY = re.compile(r"\b\d{1,2} [A-Z][a-z]{2,8} \d{4}\b")


def check_said(picture: Picture, manifest: Manifest, path: str, findings: Findings) -> None:
    """What is announced and what is drawn are the manifest's words; cards have words of their own."""
    words = manifest.words
    findings.compare("words in figures", path, "<title>", one_spaced(picture.title), one_spaced(words.get("title", "")))
    findings.compare("words in figures", path, "<desc>", one_spaced(picture.desc), one_spaced(words.get("desc", "")))
    if manifest.width >= CARD:
        return
    drawn = " ".join(shape.text for shape in picture.texts if not shape.mark and not shape.member and not shape.tick)
    if manifest.kind == "quote":
        for part in words.get("title", "").split(", "):
            findings.count("words in figures")
            if unspaced(part) not in unspaced(drawn):
                findings.differs(path, "drawn title", drawn, part)
    for name in ("title", "subtitle", "source") if manifest.kind != "quote" else ("subtitle", "source"):
        findings.count("words in figures")
        if unspaced(words.get(name, "")) not in unspaced(drawn):
            findings.differs(path, f"drawn {name}", _nearest(drawn, words.get(name, "")), words.get(name, ""))


def check_strays(
    picture: Picture, manifest: Manifest, content: Content, prose: Prose, path: str, findings: Findings
) -> None:
    """A number that is drawn without a tag is part of the figure's words, of a record's text, or a day of its votes."""
    own = [text for row in manifest.inputs for text in content.said(row.record)]
    words = unspaced(" ".join([*manifest.words.values(), *own]))
    ways = _ways(days_of(manifest, content))
    codes = {shape.member for shape in picture.drawn if shape.mark.startswith("tile:")}  # compared tile by tile elsewhere
    for shape in picture.texts:
        text = one_spaced(shape.text)
        if shape.mark or shape.tick or text in codes or not any(sign.isdigit() for sign in text):
            continue
        findings.count("words in figures")
        if re.match(r"\d", text) and not _is_row(text, content):
            findings.differs(path, f"text “{text}”", text, "a vote on its own day")
        spelled = any(sign.isalpha() for sign in text)
        if (spelled and unspaced(text) in words) or text.startswith("Data "):
            continue
        left = text
        for way in ways:
            left = left.replace(way, "")
        if any(sign.isdigit() for sign in prose.unnamed(left)):
            findings.differs(path, f"text “{text}”", text, "words of the figure, or a number with its mark")


def _is_row(text: str, content: Content) -> bool:
    """Whether `12 Mar 2024, A/RES/1` names a vote and its day; a text of another form is no such row."""
    said, _, name = text.partition(", ")
    symbol = FULL_DAY.fullmatch(said) and re.fullmatch(r"[A-Z]+/\S+", name)
    return not symbol or any(content.name_of(v) == name and said in ways_to_say(v["date"]) for v in content.votes.values())


def check_ticks(picture: Picture, manifest: Manifest, content: Content, path: str, findings: Findings) -> None:
    """A tick of time says its own day, which is one of the figure's; a tick of a scale says its own number."""
    days = set(days_of(manifest, content))
    for shape in picture.texts:
        text = one_spaced(shape.text)
        if not shape.tick:
            continue
        findings.count("ticks")
        if shape.tick.isdigit():
            if text.removesuffix("%").strip() != shape.tick:
                findings.differs(path, f"tick {shape.tick}", text, shape.tick)
        elif shape.tick not in days or text not in {*_ways([shape.tick]), shape.tick[:4]}:
            findings.differs(path, f"tick {shape.tick}", text, f"{shape.tick[:4]}, a year of the figure's votes")


def check_rows(picture: Picture, manifest: Manifest, content: Content, path: str, findings: Findings) -> None:
    """The days and symbols beside the bars of a timeline are those of the bars' votes, from the first to the last."""
    if manifest.kind != "timeline":
        return
    tops: dict[str, float] = {}
    claims = {claim.id: claim for claim in manifest.claims}
    votes_of = {mark.id: claims[mark.claim].of.get("vote", "") for mark in manifest.marks if mark.claim in claims}
    for shape in picture.drawn:
        if vote := votes_of.get(shape.mark, ""):
            tops[vote] = min(shape.y0, tops.get(vote, shape.y0))
    ordered = [content.votes[vote] for vote in sorted(tops, key=lambda vote: tops[vote]) if vote in content.votes]
    names = {content.name_of(vote) for vote in content.votes.values()}
    plain = sorted((shape.y0, shape.x0, one_spaced(shape.text)) for shape in picture.texts if not shape.mark)
    drawn = [text for y, _, text in plain if y > min(tops.values(), default=0.0) - 40]
    said = {
        "days": ([text for text in drawn if FULL_DAY.fullmatch(text)], [short_day(vote["date"]) for vote in ordered]),
        "names": (
            [text for text in drawn if text in names],
            [name for vote in ordered if (name := content.name_of(vote)) in drawn or name != vote["title"]],
        ),
    }
    for what, (found, wanted) in said.items():
        if found:
            findings.compare("words in figures", path, f"{what} of the rows", found, wanted)


def _ways(days: list[str]) -> list[str]:
    found = {way for iso in days for way in (day(iso), short_day(iso), long_month(iso), month(iso), iso[:4])}
    return sorted(found, key=len, reverse=True)


def days_of(manifest: Manifest, content: Content) -> list[str]:
    """The days of the figure's votes and quotes."""
    named = [row.record for row in manifest.inputs]
    named += [claim.of["record"] for claim in manifest.claims if claim.says in ("date", "text")]
    found = [content.trees.get(f"{record}.yml") for record in named]
    return sorted({str(tree["date"]) for tree in found if isinstance(tree, Mapping) and "date" in tree})


def _nearest(drawn: str, wanted: str) -> str:
    start = one_spaced(drawn).find(wanted[:12])
    if start < 0:
        return one_spaced(drawn)[-150:]
    return one_spaced(drawn)[max(start, 0) : max(start, 0) + len(wanted) + 20]


def long_month(iso: str) -> str:
    """The month of a day, spelled out: `March 2024`."""
    return day(iso[:7])
