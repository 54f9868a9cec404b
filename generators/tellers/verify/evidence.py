"""What a page says about a quote's source: the finding, the place, the link to the words, the original, the distance."""

from __future__ import annotations

import re
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tellers.verify.anchors import FOUND, finding, to_the_letter, words_of_source
from tellers.verify.content import Content, Record
from tellers.verify.html import attribute, words
from tellers.verify.quoted import check_said
from tellers.verify.report import Findings
from tellers.verify.spaces import one_spaced
from tellers.verify.words import short_day

_DIRECTIVE = "#:~:text="
_ENCODED = re.compile(r"(?:[A-Za-z0-9_.~]|%[0-9A-F]{2})+")
_HEADS = {"Before the vote": -1, "On the day of the vote": 0, "After the vote": 1}


def check_block(node: LexborNode, id: str, path: str, content: Content, findings: Findings) -> None:
    """A quote on any page: its finding in word and colour, its speaker's page, and the link to the very words."""
    record = content.quotes[id]
    said = node.css_first(".tl-finding")
    stands = finding(content, record)
    claims = [attribute(data, "data-claim") for data in node.css(".tl-finding data")]
    findings.compare("findings", path, f"claim of the finding of {id}", claims, [f"finding quote={id}"])
    colours = [name for name in (attribute(said, "class") if said else "").split() if name.startswith("tl-is-")]
    findings.compare("findings", path, f"colour of the finding of {id}", colours, [f"tl-is-{stands}"])
    speakers = [attribute(link, "href").rstrip("/").rpartition("/")[2] for link in node.css(".tl-who a")]
    findings.compare("findings", path, f"speaker that {id} leads to", speakers, [record["speaker"]])
    links = [attribute(link, "href") for link in node.css(".tl-from a") if _DIRECTIVE in attribute(link, "href")]
    known = str(content.sources[record["anchor"]["source"]]["address"]) != "unknown"
    findings.compare("findings", path, f"links to the words of {id}", len(links), 1 if known else 0)
    for link in links:
        _check_link(link, id, record, path, content, findings)


def check_evidence(page: LexborHTMLParser, path: str, content: Content, findings: Findings) -> None:
    """A quote's own page, and the order of quotes on a vote's page."""
    folder, _, id = path.removesuffix("/index.html").partition("/")
    if folder == "votes" and id in content.votes:
        _check_times(page, id, path, content, findings)
    if folder != "quotes" or id not in content.quotes:
        return
    record = content.quotes[id]
    for link in page.css(f'article a[href*="{_DIRECTIVE}"]'):
        _check_link(attribute(link, "href"), id, record, path, content, findings)
    _check_stand(words(page.css_first("article .tl-found")), id, record, path, content, findings)
    _check_edits(page, id, record, path, findings)
    _check_original(page, id, record, path, findings)
    about = [_target(link, "votes/") for link in page.css("article .tl-related a")]
    findings.compare("findings", path, f"votes that {id} leads to", about, list(record.get("about") or []))
    copies = [_target(link, "snapshots/") for link in page.css("article .tl-found a")]
    wanted = [f"{record['anchor']['source']}.txt"] if finding(content, record) == FOUND else []
    findings.compare("findings", path, f"stored copy that {id} leads to", copies, wanted)
    beside = [
        attribute(link, "href") for link in page.css("article a") if attribute(link, "href").endswith("annotation.json")
    ]
    findings.compare("findings", path, "annotation", beside, [f"../../quotes/{id}/annotation.json"])
    cards = [attribute(node, "content").rpartition("/")[2] for node in page.css('meta[property="og:image"]')]
    findings.compare("findings", path, "og:image", cards, [f"{id}.quote-card.png"])
    _check_card_text(page, record, path, content, findings)
    check_said(page, record, path, content, findings)


def _target(link: LexborNode, start: str) -> str:
    return attribute(link, "href").lstrip("./").removeprefix(start).rstrip("/")


def _check_stand(said: str, id: str, record: Record, path: str, content: Content, findings: Findings) -> None:
    stands = finding(content, record)
    exact = ", letter for letter." if to_the_letter(content, record) else ", but for typography."
    exact = ", but for the edits named below." if record.get("edits") else exact
    wanted = {
        FOUND: f"Found: the words stand in the stored excerpt of the source{exact}",
        "changed": "Changed: the stored excerpt of the source has other words.",
    }.get(stands, "Cannot check: no excerpt of the source is stored.")
    findings.compare("findings", path, f"finding of {id}", said, wanted)


def _check_card_text(page: LexborHTMLParser, record: Record, path: str, content: Content, findings: Findings) -> None:
    """The card's alternative text has the words, or where they are too long for one, who said them in which office."""
    speaker, on = content.speakers[record["speaker"]], short_day(str(record["date"]))
    offices = (f"{role['title']}, {role['organisation']}" for role in speaker["roles"])
    whole = f"{speaker['name']}, {on}: “{_plain(record['text'])}”"
    wanted = [whole, *(f"Quote of {speaker['name']}, {office}, {on}." for office in offices)]
    for node in page.css('meta[property="og:image:alt"]'):
        said = _plain(attribute(node, "content"))
        findings.count("findings")
        if said not in wanted:
            findings.differs(path, "og:image:alt", said, whole)


def _check_edits(page: LexborHTMLParser, id: str, record: Record, path: str, findings: Findings) -> None:
    shown = [words(node) for node in page.css("article .tl-edits li")]
    wanted = [f"“{e['shown']}” is ours; the source has “{e['stands-for']}”." for e in record.get("edits") or []]
    findings.compare("findings", path, f"edits of {id}", shown, wanted)


def _check_link(link: str, id: str, record: Record, path: str, content: Content, findings: Findings) -> None:
    """`address#:~:text=prefix-,start,end,-suffix`: the source's address, and words that the record has there."""
    address, _, directive = link.partition(_DIRECTIVE)
    anchor = record["anchor"]
    source = str(content.sources[anchor["source"]]["address"])
    findings.compare("links to words", path, f"source that {id} leads to", address, source.partition("#")[0])
    parts = directive.split(",")
    before = unquote(parts.pop(0).removesuffix("-")) if parts[0].endswith("-") else ""
    after = unquote(parts.pop().removeprefix("-")) if parts and parts[-1].startswith("-") else ""
    if not all(_ENCODED.fullmatch(part) for part in parts) or len(parts) not in (1, 2):
        findings.differs(path, f"link to the words of {id}", directive, "one or two texts, percent-encoded")
        return
    exact = " ".join(words_of_source(record).split())
    first, last = unquote(parts[0]), unquote(parts[-1])
    fits = first == exact if len(parts) == 1 else exact.startswith(first) and exact.endswith(last)
    around = _plain(anchor.get("prefix")).endswith(before) and _plain(anchor.get("suffix")).startswith(after)
    findings.count("links to words")
    if not fits or not around or not first:
        findings.differs(path, f"link to the words of {id}", unquote(directive), f"words of “{exact}” and those around them")


def _plain(text: object) -> str:
    return one_spaced(text or "")


def _check_original(page: LexborHTMLParser, id: str, record: Record, path: str, findings: Findings) -> None:
    """The spoken words letter for letter, in their language, with the translator; none where they are not known."""
    original = record.get("original") or {}
    known = original.get("text", "unknown") != "unknown"
    shown = page.css("article [data-original]")
    found = [(words(node), attribute(node, "lang")) for node in shown]
    language = original.get("language") if original.get("language") != "unknown" else "und"
    findings.compare("findings", path, f"original of {id}", found, [(_plain(original["text"]), language)] if known else [])
    if known:
        named = words(page.css_first("article .tl-tongues div + div .tl-meta")).partition(", translated by ")[2]
        findings.compare("findings", path, f"translator of {id}", named, original.get("translator", ""))
        beside = words(page.css_first("article .tl-tongues div + div p[lang]"))
        findings.compare("findings", path, f"translation of {id}", beside, _plain(record["text"]))


def _check_times(page: LexborHTMLParser, vote: str, path: str, content: Content, findings: Findings) -> None:
    """Each quote says how far it is from the vote, under a heading that says so too; earlier words come first."""
    head, days = "", []
    for node in page.css("article h3, article [data-quote]"):
        id = attribute(node, "data-quote")
        if not id:
            head = words(node).removesuffix("¶").strip()
            continue
        if id not in content.quotes:
            continue
        said, on = str(content.quotes[id]["date"]), str(content.votes[vote]["date"])
        days.append(said)
        if len(on) < len(said):  # a month: nobody knows which came first
            findings.compare("findings", path, f"heading above {id}", head, "Around the vote")
            continue
        side = (said > on) - (said < on)
        findings.compare("findings", path, f"heading above {id}", _HEADS.get(head, head), side)
        claims = [attribute(data, "data-claim") for data in node.css("footer data")]
        findings.count("findings")
        if f"days quote={id} vote={vote}" not in claims:
            findings.differs(path, f"distance of {id} from the vote", claims, f"days quote={id} vote={vote}")
    findings.compare("findings", path, "order of quotes", days, sorted(days))
