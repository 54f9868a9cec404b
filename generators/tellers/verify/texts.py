"""Words drawn without a tag: lines are joined to paragraphs, and each has to be the figure's or a record's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from babel import Locale

from tellers.manifest import Manifest
from tellers.verify.content import IN_NO_GROUP, Content, leaves
from tellers.verify.report import Findings
from tellers.verify.spaces import unspaced
from tellers.verify.svg import Picture, Shape
from tellers.verify.words import LABELS, UNSTATED, day, short_day

_LEADING = 1.75
"""Lines of a paragraph are no further apart than this many times the size of their letters."""
_FIXED = {
    *LABELS.values(), UNSTATED, "members", "Votes", "Words", "“", "”", "VETO", IN_NO_GROUP,
    "No statement with a sound source here", "Lines with equal values lie on one another.",
    "Broken outline: no vote recorded in the source.", "Broken outline: not in the stated totals.",
    "Broken outline: no vote recorded in the source, or not in the stated totals.", "ring = permanent member",
    "Not known", "symbol not known", "Not voting, or not known", "No vote recorded by name here", "Not known by name",
}  # fmt: skip


def check_texts(picture: Picture, manifest: Manifest, content: Content, findings: Findings) -> None:
    """Every untagged paragraph stands in the figure's words, in one of its records, or among the few fixed ones."""
    said = "".join(unspaced(text) for text in manifest.words.values()) + "\n" + _own(manifest, content)
    fixed = {unspaced(text) for text in _FIXED}
    for lines in paragraphs(picture):
        text = unspaced(" ".join(line.text for line in lines))
        findings.count("words in figures")
        if text not in fixed and text.rstrip("….") not in said and not _is_other(lines[0].text, content):
            shown = " ".join(line.text for line in lines)
            findings.differs("", f"text “{shown[:60]}”", shown, "words of the figure or of one of its records")
    if manifest.kind == "words":
        _check_votes(picture, content, findings)


def paragraphs(picture: Picture) -> Iterator[list[Shape]]:
    """Untagged texts, those of one paragraph together: same edge, style and size, one line below the other."""
    open_: list[list[Shape]] = []
    for text in picture.texts:
        if text.mark or text.tick or text.member:
            continue
        if _DATA.fullmatch(text.text):
            open_.append([text])
            continue
        before = next((lines for lines in reversed(open_) if _goes_on(lines[-1], text)), None)
        if before is None:
            open_.append([text])
        else:
            before.append(text)
    yield from open_


def _goes_on(line: Shape, text: Shape) -> bool:
    same = abs(line.x0 - text.x0) < 0.6 and line.size == text.size and line.classes == text.classes
    return same and line.anchor == text.anchor and 0 < text.y0 - line.y0 <= _LEADING * text.size


def _own(manifest: Manifest, content: Content) -> str:
    """Every text of the figure's records, and of the bodies, groups and members that they name."""
    records = [row.record for row in manifest.inputs]
    votes = [content.votes[record[6:]] for record in records if record[6:] in content.votes]
    records += [f"bodies/{vote['body']}" for vote in votes]
    texts = [text for record in dict.fromkeys(records) for text in content.said(record)]
    for register in dict.fromkeys(content.register_of(vote) for vote in votes):
        texts += [text for row in content.registers[register] for text in (row["name"], row["short"], row["member"])]
        texts += [str(group[key]) for group in content.groups[register].values() for key in ("name", "short")]
    texts += [text for record in records if record[7:] in content.quotes for text in _credits(record[7:], content)]
    texts += [str(content.site.get("name", "")), content.name]
    return "\n".join(unspaced(text) for text in texts)


def _credits(id: str, content: Content) -> Iterator[str]:
    """The ways to say below a quote who spoke, in which office, when, and in which language."""
    quote = content.quotes[id]
    speaker, ways = content.speakers[quote["speaker"]], (day(quote["date"]), short_day(quote["date"]))
    for role in speaker["roles"]:
        for when in ways:
            yield f"{speaker['name']}, {role['title']}, {when}"
            yield f"{role['title']}, {role['organisation']} {when}"
    original = quote.get("original")
    if isinstance(original, Mapping):
        languages = Locale("en").languages
        published, spoken = (languages.get(str(code), "") for code in (quote["language"], original["language"]))
        language = f"Words as published in {published}; spoken in {spoken}."
        yield from (language, *(f"{text} {language}" for text in leaves(quote)))


_DATA = re.compile(r"Data [0-9a-f]{8} · (.+)")
_DAY_AND_NAME = re.compile(r"(\d{1,2} [A-Z][a-z]+ \d{4})(?:, (.+))?")


def _is_other(text: str, content: Content) -> bool:
    """The line of data, a day, or a day and the name of its vote: other rules look whether they are the right ones."""
    if found := _DATA.fullmatch(text):
        return found[1] in (content.name, content.site.get("name"))
    return (
        _DAY_AND_NAME.fullmatch(text) is not None or re.fullmatch(r"(?:19|20)\d\d|[A-Z][a-z]{2,3} \d{4}", text) is not None
    )


def _check_votes(picture: Picture, content: Content, findings: Findings) -> None:
    """Beside each vote of a member stand its day, its name and its title."""
    joined = [(lines[0], " ".join(line.text for line in lines)) for lines in paragraphs(picture)]
    for label in picture.texts:
        vote = label.mark.removeprefix("label:vote:")
        if vote == label.mark or vote not in content.votes:
            continue
        record = content.votes[vote]
        name = content.name_of(record)
        beside = [text for first, text in joined if abs(first.y0 - label.y0) < 1 and 0 < first.x0 - label.x0 < 120]
        below = [text for first, text in joined if abs(first.x0 - label.x0) < 1 and 0 < first.y0 - label.y0 < 2 * first.size]
        wanted = [f"{short_day(record['date'])}, {name}" if name != record["title"] else short_day(record["date"])]
        findings.compare("words in figures", "", f"day and name of {vote}", beside[:1], wanted)
        title = unspaced(below[0]).rstrip("….") if below else ""
        findings.count("words in figures")
        if not title or not unspaced(record["title"]).startswith(title):
            findings.differs("", f"title of {vote}", below[:1], record["title"])
