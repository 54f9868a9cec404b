"""Words of a figure: title, subtitle, alternative text, description, source line. Their numbers, days and names are the records'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from tellers.manifest import Manifest
from tellers.verify.claims import Claims
from tellers.verify.content import Content
from tellers.verify.prose import Prose
from tellers.verify.report import Findings
from tellers.verify.sentences import check_sentence, expected_of
from tellers.verify.svg import Picture
from tellers.verify.words import LABELS, UNSTATED, day, month, percent, short_day

_FULL_DAY = re.compile(r"\b\d{1,2} [A-Z][a-z]{2,8} \d{4}\b")
_MONTH = re.compile(r"\b[A-Z][a-z]{2,8} \d{4}\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PAIR = re.compile(rf"(\d+) ({'|'.join(sorted((w.lower() for w in (*LABELS.values(), UNSTATED)), key=len, reverse=True))})\b")
_OPTION_OF = {label.lower(): option for option, label in LABELS.items()}


class Captions:
    """Checks words; remembers those that it has seen, because four files of a figure share them."""

    def __init__(self, claims: Claims, prose: Prose) -> None:
        self.claims, self.prose = claims, prose
        self._seen: dict[tuple[object, ...], Findings] = {}

    def check(self, manifest: Manifest, path: str, findings: Findings) -> None:
        """Everything that the manifest's words say."""
        key = (manifest.figure, manifest.kind, manifest.inputs, manifest.claims, tuple(sorted(manifest.words.items())))
        hashed = (manifest.figure, hash(repr(key)))
        if hashed not in self._seen:
            self._seen[hashed] = found = Findings()
            _check_words(manifest, "", self.claims, self.prose, found)
        for problem in self._seen[hashed].problems:
            findings.problems.append(_at(problem, path))
        findings.counts.update(self._seen[hashed].counts)


def _at(problem: object, path: str) -> object:
    from dataclasses import replace

    from tellers.problems import Place, Problem

    if not isinstance(problem, Problem):
        raise TypeError("no problem")
    return replace(problem, place=Place(path))


def check_said(picture: Picture, manifest: Manifest, path: str, findings: Findings) -> None:
    """What is drawn and what is announced are the manifest's words."""
    words = manifest.words
    findings.compare("words in figures", path, "<title>", _plain(picture.title), _plain(words.get("title", "")))
    findings.compare("words in figures", path, "<desc>", _plain(picture.desc), _plain(words.get("desc", "")))
    drawn = " ".join(shape.text for shape in picture.texts if not shape.mark and not shape.member and not shape.tick)
    for name in ("title", "subtitle", "source"):
        findings.count("words in figures")
        if _tight(words.get(name, "")) not in _tight(drawn):
            findings.differs(path, f"drawn {name}", _nearest(drawn, words.get(name, "")), words.get(name, ""))


def _nearest(drawn: str, wanted: str) -> str:
    start = _plain(drawn).find(wanted[:12])
    return _plain(drawn)[max(start, 0) : max(start, 0) + len(wanted) + 20]


def _check_words(manifest: Manifest, path: str, claims: Claims, prose: Prose, findings: Findings) -> None:
    content = claims.content
    votes = [row.record.removeprefix("votes/") for row in manifest.inputs if row.record.startswith("votes/")]
    votes = [vote for vote in votes if vote in content.votes]
    days = [content.votes[vote]["date"] for vote in votes]
    numbers = {claim.value for claim in manifest.claims if isinstance(claim.value, int)}
    for name in ("title", "subtitle", "alt", "desc", "source"):
        text = _plain(manifest.words.get(name, ""))
        findings.count("words in figures")
        if name in ("title", "alt") and not text:
            findings.differs(path, name, "nothing", f"a {name}")
        if len(votes) == 1:
            check_sentence(text, expected_of(content, votes[0]), path, name, findings)
        left = _without_days(text, days, content, prose, path, name, findings)
        left = _check_pairs(left, text, name, manifest, votes, claims, path, findings)
        if manifest.kind == "agreement":
            left = _check_agreement(left, manifest, claims, path, name, findings)
        for found in re.finditer(r"\d[\d,]*", left):
            if int(found.group().replace(",", "")) not in numbers:
                at = max(found.start() - 30, 0)
                findings.differs(path, f"{name} “{left[at : found.end() + 20]}”", found.group(), "a number that the figure claims")
    if manifest.kind in ("tally", "blocks", "waffle", "hemicycle", "council", "card") and len(votes) == 1:
        _check_alt(manifest, votes[0], content, path, findings)


def _without_days(
    text: str, days: list[str], content: Content, prose: Prose, path: str, name: str, findings: Findings
) -> str:
    """The text without names of records and without days, each of which has to be one of the figure's votes."""
    ways = {way for iso in days or content.days for way in (day(iso), short_day(iso), _long_month(iso), month(iso))}
    years = {iso[:4] for iso in days or content.days}
    for pattern in (_FULL_DAY, _MONTH):
        for found in pattern.findall(text):
            findings.count("days in figures")
            if found not in ways and prose.unnamed(found) == found and found not in prose.unnamed(text):
                continue
            if found not in ways:
                findings.differs(path, name, found, f"a day of {', '.join(sorted(ways)[:4])}")
        text = pattern.sub("\u241f", text)
    left = prose.unnamed(text)
    for found in _YEAR.findall(left):
        if found not in years:
            findings.differs(path, name, found, f"a year of {', '.join(sorted(years))}")
    return _YEAR.sub("\u241f", left)


def _long_month(iso: str) -> str:
    return day(iso).split(" ", 1)[1]


def _check_pairs(
    left: str, text: str, name: str, manifest: Manifest, votes: list[str], claims: Claims, path: str, findings: Findings
) -> str:
    """Each `93 yes` is a value that the figure claims of that option."""
    values: dict[str, set[int | str]] = {}
    for claim in manifest.claims:
        option = claim.of.get("option") or ("unstated" if claim.of.get("of") == "unstated" else "")
        values.setdefault(option, set()).add(claim.value)
    for number, word in _PAIR.findall(left):
        option = _OPTION_OF.get(word, "unstated")
        findings.count("numbers in words")
        if option == "unstated" and option not in values and len(votes) == 1:
            values[option] = {claims.value("count", {"of": "unstated", "vote": votes[0]})}
        if manifest.kind != "alluvial" and int(number) not in values.get(option, set()):
            shown = sorted(map(str, values.get(option, set())))
            findings.differs(path, f"{name} “{number} {word}”", int(number), f"a number claimed of {option}: {', '.join(shown)}")
    return _PAIR.sub("\u241f", left) if manifest.kind != "alluvial" else left


def _check_alt(manifest: Manifest, vote: str, content: Content, path: str, findings: Findings) -> None:
    """The alternative text gives each count of the vote, and no other."""
    if not content.tally(vote):
        return
    for name in ("alt", "desc"):
        first = re.split(r"\.(?: |$)", _plain(manifest.words.get(name, "")).rsplit(": ", 1)[-1] if name == "alt" else _plain(manifest.words.get(name, "")))[0]
        said = {_OPTION_OF.get(word, "unstated"): int(number) for number, word in _PAIR.findall(first)}
        if not said:
            if name == "alt" and manifest.kind != "card":
                findings.differs(path, name, manifest.words.get(name, ""), "the counts of the vote")
            continue
        tally = content.tally(vote)
        counts = {option: tally.get(option, 0) for option in LABELS if tally.get(option) or option in said}
        missing = len(content.seated(content.votes[vote])) - sum(content.tally(vote).values())
        if missing and "unstated" in said:
            counts["unstated"] = missing
        findings.compare("numbers in words", path, name, dict(sorted(said.items())), dict(sorted(counts.items())))


def _check_agreement(left: str, manifest: Manifest, claims: Claims, path: str, name: str, findings: Findings) -> str:
    """`Ukraine 4 of 5` and `Ukraine 80 %` are what the two did."""
    content = claims.content
    ends = {claim.of["with"]: claim for claim in manifest.claims if claim.says == "agreement"}
    if name == "title" or name == "alt":
        for code, claim in ends.items():
            for shown in content.names_of(code):
                same, both = claims.agreement(claim.of)
                for found in re.finditer(rf"{re.escape(shown)} ([<>]?\d+ %)", left):
                    findings.compare("numbers in words", path, f"{name} of {shown}", found[1], percent(Fraction(same, both)))
                for found in re.finditer(rf"as {re.escape(shown)} in (\d+) of (\d+)", left):
                    findings.compare("numbers in words", path, f"{name} of {shown}", (int(found[1]), int(found[2])), (same, both))
    elif name == "desc":
        _check_description(manifest, claims, path, findings)
    return re.sub(r"\d+ of \d+|[<>]?\d+ %", "\u241f", left)


def _check_description(manifest: Manifest, claims: Claims, path: str, findings: Findings) -> None:
    content = claims.content
    by_vote: dict[str, dict[str, tuple[int, int]]] = {}
    for claim in manifest.claims:
        if claim.says == "agreement":
            last = claim.of["votes"].split(",")[-1]
            by_vote.setdefault(last, {})[claim.of["with"]] = claims.agreement(claim.of)
    text = _plain(manifest.words.get("desc", ""))
    for vote, others in by_vote.items():
        record = content.votes[vote]
        start = f"{short_day(record['date'])}, {content.name_of(record)}: "
        if start not in text:
            findings.differs(path, "desc", text, f"a part on {start}")
            continue
        part = text.split(start, 1)[1].split(". ", 1)[0]
        for code, (same, both) in others.items():
            said = {(int(a), int(b)) for shown in content.names_of(code) for a, b in _of(shown, part)}
            findings.count("numbers in words")
            if said != {(same, both)}:
                findings.differs(path, f"desc of {vote}, {code}", sorted(said), (same, both))


def _of(shown: str, part: str) -> Iterator[tuple[str, str]]:
    return ((found[1], found[2]) for found in re.finditer(rf"(?:as |, ){re.escape(shown)} (\d+) of (\d+)", part))


def _plain(text: str) -> str:
    return " ".join(text.split())


def _tight(text: str) -> str:
    return "".join(text.split())
