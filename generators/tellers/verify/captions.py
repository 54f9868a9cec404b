"""Words that a figure says of itself: title, alternative text, description, source; numbers, days and names in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from tellers.manifest import Manifest
from tellers.problems import Place
from tellers.verify.asked import Memo
from tellers.verify.claims import Claims
from tellers.verify.content import Content
from tellers.verify.prose import Prose
from tellers.verify.report import Findings
from tellers.verify.sentences import check_sentence, expected_of
from tellers.verify.spaces import one_spaced
from tellers.verify.words import LABELS, OUTCOMES, UNSTATED, day, month, percent, short_day
from tellers.verify.written import FULL_DAY, days_of, long_month

_MONTH = re.compile(r"\b[A-Z][a-z]{2,8} \d{4}\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PAIR = re.compile(
    rf"(\d+) ({'|'.join(sorted((w.lower() for w in (*LABELS.values(), UNSTATED)), key=len, reverse=True))})\b"
)
_OPTION_OF = {label.lower(): option for option, label in LABELS.items()}


class Captions:
    """Checks words; remembers those that it has seen, because four files of a figure share them."""

    def __init__(self, claims: Claims, prose: Prose) -> None:
        self.claims, self.prose = claims, prose
        self._seen: Memo[Findings] = Memo()

    def check(self, manifest: Manifest, path: str, findings: Findings) -> None:
        """Everything that the manifest's words say."""
        key = (manifest.figure, manifest.kind, manifest.inputs, manifest.claims, tuple(sorted(manifest.words.items())))
        found = self._seen.get((manifest.figure, hash(repr(key))), lambda: self._read(manifest))
        for problem in found.problems:
            findings.problems.append(replace(problem, place=Place(path)))
        findings.counts.update(found.counts)

    def _read(self, manifest: Manifest) -> Findings:
        found = Findings()
        _check_words(manifest, "", self.claims, self.prose, found)
        return found


def _check_words(manifest: Manifest, path: str, claims: Claims, prose: Prose, findings: Findings) -> None:
    content = claims.content
    votes = [row.record.removeprefix("votes/") for row in manifest.inputs if row.record.startswith("votes/")]
    votes = [vote for vote in votes if vote in content.votes]
    days = days_of(manifest, content)
    numbers = {claim.value for claim in manifest.claims if isinstance(claim.value, int)}
    _check_subject(manifest, votes, content, path, findings)
    for name in ("title", "subtitle", "alt", "desc", "source"):
        text = one_spaced(manifest.words.get(name, ""))
        findings.count("words in figures")
        if name in ("title", "alt") and not text:
            findings.differs(path, name, "nothing", f"a {name}")
        if len(votes) == 1:
            check_sentence(text, expected_of(content, votes[0]), path, name, findings)
        left = _without_days(text, days, content, prose, path, name, findings)
        left = _check_pairs(left, text, name, manifest, votes, claims, path, findings)
        if manifest.kind == "words":
            left = _check_left_out(left, manifest, path, name, findings)
        if manifest.kind == "agreement":
            left = _check_agreement(left, manifest, claims, path, name, findings)
        for found in re.finditer(r"\d[\d,]*", left):
            if int(found.group().replace(",", "")) not in numbers:
                at = max(found.start() - 30, 0)
                findings.differs(
                    path, f"{name} “{left[at : found.end() + 20]}”", found.group(), "a number that the figure claims"
                )
    if manifest.kind in ("tally", "blocks", "waffle", "hemicycle", "council", "card") and len(votes) == 1:
        _check_alt(manifest, votes[0], content, path, findings)


def _without_days(
    text: str, days: list[str], content: Content, prose: Prose, path: str, name: str, findings: Findings
) -> str:
    """The text without names of records and without days, each of which has to be one of the figure's votes."""
    ways = {way for iso in days or content.days for way in (day(iso), short_day(iso), long_month(iso), month(iso))}
    years = {iso[:4] for iso in days or content.days}
    for pattern in (FULL_DAY, _MONTH):
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
            findings.differs(
                path, f"{name} “{number} {word}”", int(number), f"a number claimed of {option}: {', '.join(shown)}"
            )
    return _PAIR.sub("\u241f", left) if manifest.kind != "alluvial" else left


def _check_subject(manifest: Manifest, votes: list[str], content: Content, path: str, findings: Findings) -> None:
    """The words name what the figure is about: the vote with its motion and body, the series, the member, the speaker."""
    about = manifest.figure.rsplit(f".{manifest.kind}", 1)[0]
    wanted: dict[str, set[str]] = {}
    if about in content.votes:
        vote = content.votes[about]
        title, name = one_spaced(vote["title"]).rstrip("."), content.name_of(vote)
        wanted["alt"] = {
            one_spaced(name),
            *(content.name_of(content.votes[other]) for other in votes if manifest.kind == "alluvial"),
        }
        if manifest.kind != "alluvial":
            wanted["subtitle"] = {str(content.bodies[vote["body"]]["short"]), title if name != vote["title"] else name}
            wanted["title"] = {one_spaced(name)}
            if name == vote["title"]:
                wanted["subtitle"].discard(name)
    elif about in content.series:
        wanted["alt"] = wanted["subtitle"] = {one_spaced(content.series[about]["title"])}
    elif about in content.quotes:
        quote = content.quotes[about]
        speaker = content.speakers[quote["speaker"]]
        wanted["title"] = {str(speaker["name"])}
        roles = {f"{role['title']}, {role['organisation']}" for role in speaker["roles"]}
        if manifest.words.get("subtitle") and not any(role in one_spaced(manifest.words["subtitle"]) for role in roles):
            findings.differs(path, "subtitle", manifest.words["subtitle"], " or ".join(sorted(roles)))
    elif names := content.names_of(about):
        for field in ("title", "alt"):
            findings.count("words in figures")
            if not any(name in one_spaced(manifest.words.get(field, "")) for name in names):
                findings.differs(path, field, manifest.words.get(field, ""), " or ".join(sorted(names)))
    for field, parts in wanted.items():
        for part in sorted(parts):
            findings.count("words in figures")
            if not _names(one_spaced(manifest.words.get(field, "")), part):
                findings.differs(path, field, manifest.words.get(field, ""), f"… {part} …")


def _names(text: str, name: str) -> bool:
    """Whether the text has the name, or the beginning of a long one and an ellipsis after it."""
    end = text.find(" …")
    starts = [0, *(found.end() for found in re.finditer(", ", text[: max(end, 0)]))]
    return name in text or any(end - start > 20 and name.startswith(text[start:end].rstrip()) for start in starts)


def _check_alt(manifest: Manifest, vote: str, content: Content, path: str, findings: Findings) -> None:
    """The alternative text gives each count of the vote, and no other."""
    if not content.tally(vote):
        alt, record = one_spaced(manifest.words.get("alt", "")), content.votes[vote]
        vetoed = ": vetoed" if record.get("vetoed-by") and record["outcome"] == "not-adopted" else ""
        wanted = f": {OUTCOMES[record['outcome']].lower()}{vetoed}."
        findings.count("words in figures")
        if not alt.endswith(wanted):
            findings.differs(path, "outcome in alt", alt, f"…{wanted}")
        return
    for name in ("alt", "desc"):
        text = one_spaced(manifest.words.get(name, ""))
        first = re.split(r"\.(?: |$)", text.rsplit(": ", 1)[-1] if name == "alt" else text)[0]
        said = {_OPTION_OF.get(word, "unstated"): int(number) for number, word in _PAIR.findall(first)}
        if not said:
            if name == "alt":
                findings.differs(path, name, manifest.words.get(name, ""), "the counts of the vote")
            continue
        tally = content.tally(vote)
        counts = {option: tally.get(option, 0) for option in LABELS if tally.get(option) or option in said}
        missing = len(content.seated(content.votes[vote])) - sum(content.tally(vote).values())
        if missing and "unstated" in said:
            counts["unstated"] = missing
        findings.compare("numbers in words", path, name, dict(sorted(said.items())), dict(sorted(counts.items())))


def _check_left_out(left: str, manifest: Manifest, path: str, name: str, findings: Findings) -> str:
    """`Of 5 quotes 2 are not shown: each year has its shortest, at most 3.`"""
    shown = [claim for claim in manifest.claims if claim.says == "text"]
    held = next((c.value for c in manifest.claims if c.says == "count" and c.of.get("of") == "quotes"), len(shown))
    for found in re.finditer(r"Of (\d+) quotes (\d+) (?:is|are) not shown", left):
        numbers = int(found[1]), int(found[2])
        findings.compare("numbers in words", path, f"{name} “{found[0]}”", numbers, (held, int(held) - len(shown)))
    return re.sub(r"Of \d+ quotes \d+ (?:is|are) not shown(?:: each year has its shortest, at most \d+)?", "\u241f", left)


def _check_agreement(left: str, manifest: Manifest, claims: Claims, path: str, name: str, findings: Findings) -> str:
    """`Ukraine 4 of 5` and `Ukraine 80 %` are what the two did."""
    content = claims.content
    ends = {claim.of["with"]: claim for claim in manifest.claims if claim.says == "agreement"}
    if name in {"title", "alt"}:
        for code, claim in ends.items():
            for shown in content.names_of(code):
                same, both = claims.agreement(claim.of)
                for found in re.finditer(rf"{re.escape(shown)} ([<>]?\d+ %)", left):
                    findings.compare("numbers in words", path, f"{name} of {shown}", found[1], percent(Fraction(same, both)))
                for found in re.finditer(rf"as {re.escape(shown)} in (\d+) of (\d+)", left):
                    findings.compare(
                        "numbers in words", path, f"{name} of {shown}", (int(found[1]), int(found[2])), (same, both)
                    )
        for found in re.finditer(r"(?:^|with |, )([^,␟]+?) [<>]?\d+ %", left):
            if found[1].strip() not in {shown for code in ends for shown in content.names_of(code)}:
                findings.differs(path, f"{name} “{found[0]}”", found[1].strip(), "a member that the figure compares with")
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
    text = one_spaced(manifest.words.get("desc", ""))
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
