"""One entry of a feed against its record: words, numbers, days, terms, what was corrected, and the picture it brings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import quote, urlsplit

from tellers.manifest import NotAManifest, load
from tellers.problems import Place
from tellers.verify.content import Content, Record
from tellers.verify.corrected import field_of, told
from tellers.verify.feed_files import Entry, Picture
from tellers.verify.html import attribute, parse, words
from tellers.verify.png import NotAPicture, read_header
from tellers.verify.report import Findings
from tellers.verify.sentences import check_headline, check_sentence, expected_of, unread
from tellers.verify.spaces import one_spaced
from tellers.verify.terms import check_line, sources_behind
from tellers.verify.words import LABELS, day, says


@dataclass
class Entries:
    """Checks entries; what stands in many feeds with the same bytes is taken apart once."""

    built: Path
    content: Content
    known: dict[tuple[str, str], Findings] = field(default_factory=dict)
    cards: dict[str, tuple[int, str, tuple[int, int]]] = field(default_factory=dict)

    def check(self, entry: Entry, key: str, member: str, path: str, findings: Findings) -> None:
        """The entry says what the record of this key says; in a member's feed it begins with what the member did."""
        content, short = self.content, f"entry {key}"
        updated, _, published = day_of(content, key)
        site = str(content.site["address"]).rstrip("/")
        page = "/corrections/" if key.startswith("corrections/") else f"/{key}/"
        findings.compare("feeds", path, f"{short} address", entry.address, site + page)
        findings.compare("feeds", path, f"{short} updated", entry.updated, updated)
        if entry.published is not None:
            findings.compare("feeds", path, f"{short} published", entry.published, published)
        self._check_title(entry.title, key, member, path, findings)
        self._check_picture(entry.picture, key, path, findings)
        self._check_body(replace(entry, title="", id=""), key, path, findings)

    def _check_title(self, title: str, key: str, member: str, path: str, findings: Findings) -> None:
        folder, _, id = key.partition("/")
        content = self.content
        if folder == "votes":
            if member:
                did, _, title = title.partition(" – ")
                self._check_did(did, id, member, path, findings)
            check_headline(title, expected_of(content, id), path, f"entry {key} title", findings)
        elif folder == "quotes":
            said = content.quotes[id]
            wanted = f"{content.speakers[said['speaker']]['name']}, {day(said['date'])}"
            findings.compare("feeds", path, f"entry {key} title", title, wanted)
        elif folder == "corrections":
            row = content.corrections[int(id)]
            wanted = one_spaced(f"Corrected: {_name(content, row)}, {field_of(row, content)}")
            findings.compare("feeds", path, f"entry {key} title", title, wanted)
        else:
            wanted = one_spaced(_record(content, key)["title"])
            findings.compare("feeds", path, f"entry {key} title", title, wanted)

    def _check_did(self, did: str, vote: str, member: str, path: str, findings: Findings) -> None:
        option = self.content.rolls[vote].ballots.get(member, "")
        names = [name for name in self.content.names_of(member) if did.startswith(name + " ")]
        findings.count("feeds")
        if not any(says("ballot", option, did.removeprefix(name + " ")) for name in names):
            findings.differs(path, f"entry votes/{vote} ballot of {member}", did, f"that {member} chose {option}")

    def _check_picture(self, picture: Picture | None, key: str, path: str, findings: Findings) -> None:
        """The card that the record has, with the bytes, pixels and alternative text that it really has."""
        name = self._card_of(key)
        site = str(self.content.site["address"]).rstrip("/")
        found = picture.address if picture is not None else None
        wanted = f"{site}/figures/{name}" if name else None
        if not findings.compare("feeds", path, f"entry {key} picture", found, wanted) or picture is None:
            return
        size, alt, pixels = self._card(name)
        findings.compare("feeds", path, f"entry {key} bytes of the picture", picture.size, size)
        findings.compare("feeds", path, f"entry {key} alternative text", picture.alt, alt)
        if picture.pixels is not None:
            findings.compare("feeds", path, f"entry {key} pixels of the picture", picture.pixels, pixels)

    def _card_of(self, key: str) -> str:
        """The file name of the card of a vote or quote, or of the card that an explainer's page is shared with."""
        folder, _, id = key.partition("/")
        name = {"votes": f"{id}.card.png", "quotes": f"{id}.quote-card.png"}.get(folder, "")
        if folder == "explainers" and (page := self.built / key / "index.html").is_file():
            shared = parse(page.read_text("utf-8", "replace")).css_first('meta[property="og:image"]')
            name = attribute(shared, "content").rpartition("/figures/")[2] if shared is not None else ""
        return name if name and (self.built / "figures" / name).is_file() else ""

    def _card(self, name: str) -> tuple[int, str, tuple[int, int]]:
        """Bytes, alternative text and pixels of a card, read from the file itself."""
        if name not in self.cards:
            raw = (self.built / "figures" / name).read_bytes()
            try:
                header = read_header(raw)
                alt = load(header.manifest).words.get("alt", "")
                self.cards[name] = len(raw), " ".join(alt.split()), (header.width, header.height)
            except (NotAPicture, NotAManifest) as error:
                self.cards[name] = len(raw), f"{error}", (0, 0)
        return self.cards[name]

    def _check_body(self, entry: Entry, key: str, path: str, findings: Findings) -> None:
        """Text, numbers, corrections and terms, which are the same in all feeds that have the record."""
        asked = key, repr(entry)
        if asked not in self.known:
            self.known[asked] = found = Findings()
            check_body(entry, key, self.content, found)
            findings.counts.update(found.counts)
        findings.count("feed entries")
        findings.problems += [replace(problem, place=Place(path)) for problem in self.known[asked].problems]


def check_body(entry: Entry, key: str, content: Content, findings: Findings) -> None:
    """What an entry says between its title and its end."""
    page, short = parse(entry.html), f"entry {key}"
    folder, _, id = key.partition("/")
    rests = _rests_on(content, key)
    for line in (entry.terms, words(page.css_first("small"))):
        check_line(line, rests, "", f"{short} licence line", content, findings)
    told = _told(content, key)
    findings.compare("feeds", "", f"{short} corrections", [words(node) for node in page.css("strong")], told)
    paragraphs = [words(node) for node in page.css("p") if node.css_first("strong, small") is None]
    lead = paragraphs[0] if paragraphs else ""
    findings.compare("feeds", "", f"{short} beginning", words(page.css_first("p")), told[0] if told else lead)
    wanted = _numbers(content, key)
    if folder == "votes":
        expected = expected_of(content, id)
        if not check_sentence(lead, expected, "", f"{short} lead", findings) or unread(lead, expected):
            findings.differs("", f"{short} lead", lead, f"a sentence on {expected.name}")
    else:
        findings.compare("feeds", "", f"{short} lead", lead, _lead(content, key))
    findings.compare("feeds", "", f"{short} words", paragraphs[1:-1], _about(content, key))
    _check_read_in(paragraphs[-1] if len(paragraphs) > 1 else "", key, content, findings)
    listed = dict(words(node).rpartition(": ")[::2] for node in page.css("li"))
    findings.compare("feeds", "", f"{short} numbers", listed, {label: str(number) for label, number in wanted.items()})
    if entry.summary is not None:
        findings.compare("feeds", "", f"{short} summary", one_spaced(entry.summary), " ".join([*told, lead]))
    if entry.numbers is not None:
        findings.compare("feeds", "", f"{short} numbers as data", entry.numbers, wanted)
        findings.compare(
            "feeds", "", f"{short} corrections as data", [one_spaced(text) for text in entry.corrections or []], told
        )


def _check_read_in(said: str, key: str, content: Content, findings: Findings) -> None:
    """The last paragraph names the publisher of each source."""
    ids = (
        sources_behind(content, (key,)) if not key.startswith("corrections/") else _record(content, key).get("sources") or []
    )
    publishers = sorted({one_spaced(content.sources[id]["publisher"]) for id in ids})
    found = sorted(said.removeprefix("Read in: ").removesuffix(".").split("; "))
    wanted = f"Read in: {'; '.join(publishers)}."
    findings.count("feeds")
    if publishers and (found != publishers or not said.startswith("Read in: ")):
        findings.differs("", f"entry {key} publishers", said, wanted)


def day_of(content: Content, key: str) -> tuple[str, str, str]:
    """When the meaning of the record last changed, its own day, and when it was first published."""
    folder, record = key.partition("/")[0], _record(content, key)
    if folder == "corrections":
        return record["signed"], record["signed"], record["signed"]
    published = str(record.get("published") or record["date"])
    signed = [row["signed"] for row in content.corrections if row["record"] == key]
    signed += [row["signed"] for row in content.discrepancies if f"votes/{row['vote']}" == key]
    own = str(record.get("date") or published)
    if folder == "series":
        own = max(content.votes[vote]["date"] for vote in record["votes"])
    return max([published, str(record.get("updated") or ""), *signed]), own, published


def tag_of(content: Content, key: str, member: str = "") -> str:
    """The id of the record's entry, which never changes."""
    host = urlsplit(str(content.site["address"])).hostname
    record = _record(content, key)
    if key.startswith("corrections/"):
        return f"tag:{host},{record['signed']}:corrections/{record['record']}/{quote(record['field'])}"
    day_ = record.get("published") or record["date"]
    return f"tag:{host},{day_}:{f'members/{member}/' if member else ''}{key}"


def _record(content: Content, key: str) -> Record:
    folder, _, id = key.partition("/")
    found = content.corrections[int(id)] if folder == "corrections" else content.trees[f"{key}.yml"]
    if not isinstance(found, Mapping):
        raise TypeError(f"{key} is no record")
    return found


def _rests_on(content: Content, key: str) -> tuple[str, ...]:
    """The records whose terms the entry has to bring."""
    if not key.startswith("corrections/"):
        return (key,)
    record = str(_record(content, key)["record"])
    return () if record.startswith(("sources/", "speakers/")) else (record,)


def _told(content: Content, key: str) -> list[str]:
    """What was corrected in the record, the latest first."""
    rows = [row for row in content.corrections if row["record"] == key]
    return [told(row, content) for row in sorted(rows, key=lambda row: (row["signed"], row["field"]), reverse=True)]


def _lead(content: Content, key: str) -> str:
    record, folder = _record(content, key), key.partition("/")[0]
    if folder == "corrections":
        return told(record, content)
    field = {"explainers": "summary", "series": "question", "quotes": "text"}[folder]
    return one_spaced(f"“{record[field]}”" if folder == "quotes" else record[field])


def _about(content: Content, key: str) -> list[str]:
    """What else the entry says of its record, in order."""
    record, folder = _record(content, key), key.partition("/")[0]
    texts = {
        "votes": [record.get("title") if record.get("title") != _called(record) else None, record.get("about")],
        "series": [record.get("summary")],
        "quotes": [record.get("context")],
    }
    return [one_spaced(text) for text in texts.get(folder, []) if text]


def _numbers(content: Content, key: str) -> dict[str, int]:
    folder, _, id = key.partition("/")
    if folder == "series":
        return {"Votes": len(content.series[id]["votes"])}
    if folder != "votes":
        return {}
    shown = content.bodies[content.votes[id]["body"]]["options"]
    counts = expected_of(content, id).counts
    main = ("yes", "no", "abstain")
    return {LABELS[option]: n for option, n in counts.items() if option in shown and (n or option in main)}


def _called(record: Record) -> str:
    symbol = record.get("symbol")
    return str(symbol if symbol and symbol != "unknown" else record.get("title"))


def _name(content: Content, row: Record) -> str:
    """What the corrected record is called, else its key."""
    key = str(row["record"])
    record = content.trees.get(f"{key}.yml")
    named = isinstance(record, Mapping) and key.startswith(("votes/", "series/", "explainers/"))
    return _called(record) if named and isinstance(record, Mapping) else key
