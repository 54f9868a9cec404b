"""Where links lead: one with a name leads to what it names, one to a file leads to the file that it offers."""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tellers.verify.content import Content
from tellers.verify.html import attribute, words
from tellers.verify.report import Findings

_ENDINGS = {"PNG": ".png", "PNG, dark": "-dark.png", "PNG, narrow": "-360.png", "SVG": ".svg",
             "PNG, square": "-square.png", "PNG, card": "-card.png", "SVG, dark": "-dark.svg"}  # fmt: skip
_FILES = {"The roll as CSV": "roll.csv", "This vote as JSON (Popolo)": "vote.json"}
_TERMS = {"abstain": "abstain", "no vote recorded": "no-record", "not voting": "not-voting", "veto": "veto"}
"""A word of a link to a term of the method, and the term's anchor."""


_HEADINGS = {
    "abstain": "To abstain",
    "no-record": "No vote recorded",
    "not-voting": "Not voting",
    "veto": "What a veto does",
}


def check_targets(page: LexborHTMLParser, path: str, content: Content, findings: Findings) -> None:
    """Every link of the article."""
    for anchor, heading in _HEADINGS.items() if path == "method/index.html" else ():
        findings.compare(
            "links by their words", path, f"anchor {anchor}", words(page.css_first(f'[id="{anchor}"]')), heading
        )
    for node in page.css("article a[href]"):
        text, href = words(node), attribute(node, "href")
        findings.count("links by their words")
        if not text:
            findings.differs(path, "link without words", href, "words that one can press")
        elif text in _ENDINGS and (figure := _figure_of(node)):
            wanted = f"figures/{figure}{_ENDINGS[text]}"
            findings.compare("links by their words", path, f"link “{text}” of {figure}", href.replace("../", ""), wanted)
        elif text in _FILES:
            own = f"{path.removesuffix('index.html')}{_FILES[text]}"
            findings.compare("links by their words", path, f"link “{text}”", href.replace("../", ""), own)
        else:
            _check_named(node, text, href, path, content, findings)


def _figure_of(node: LexborNode | None) -> str:
    """The figure in which the link stands, if it stands in one."""
    while node is not None and node.tag != "figure":
        node = node.parent
    return attribute(node, "data-figure") if node is not None else ""


def _check_named(node: LexborNode, text: str, href: str, path: str, content: Content, findings: Findings) -> None:
    target = href.replace("../", "").rstrip("/")
    folder = target.partition("/")[0]
    if text == "This quote":
        quote = node.parent
        while quote is not None and "data-quote" not in quote.attributes:
            quote = quote.parent
        if quote is not None:
            findings.compare(
                "links by their words", path, "link “This quote”", target, f"quotes/{attribute(quote, 'data-quote')}"
            )
        return
    if "#" in target and target.startswith("method"):
        wanted = next((anchor for word, anchor in _TERMS.items() if word in text.casefold()), None)
        if wanted is not None:
            findings.compare("links by their words", path, f"link “{text}”", target.partition("#")[2], wanted)
        return
    named = {place for place in _named(text, content) if place.partition("/")[0] in _FOLDERS}
    internal = folder in _FOLDERS or not href.startswith("http")
    if named and internal and target not in named and not _is_date(text):
        findings.differs(path, f"link “{text}”", target or href, " or ".join(sorted(named)))
    if href.startswith("http"):
        _check_source(text, href, path, content, findings)


_FOLDERS = frozenset(["votes", "members", "speakers", "bodies", "series", "explainers"])


def _named(text: str, content: Content) -> Iterator[str]:
    """What is called so."""
    for id, vote in content.votes.items():
        if text == content.name_of(vote):
            yield f"votes/{id}"
    for register in content.registers.values():
        yield from (f"members/{row['member']}" for row in register if text in (row["name"], row["short"]))
    yield from (f"speakers/{id}" for id, speaker in content.speakers.items() if text == speaker["name"])
    yield from (f"bodies/{id}" for id, body in content.bodies.items() if text in (body["name"], body["short"]))
    yield from (f"series/{id}" for id, series in content.series.items() if text == " ".join(series["title"].split()))


def _check_source(text: str, href: str, path: str, content: Content, findings: Findings) -> None:
    """A link with a source's title leads to its address; one with a publisher's name to an address of that publisher."""
    sources = list(content.sources.values())
    titled = {str(source.get("address")) for source in sources if text == " ".join(str(source.get("title")).split())}
    published = {str(source.get("address")) for source in sources if text == source.get("publisher")}
    wanted = titled or published
    if wanted and href.partition("#")[0] not in {address.partition("#")[0] for address in wanted}:
        findings.differs(path, f"link “{text}”", href, " or ".join(sorted(wanted)))


def _is_date(text: str) -> bool:
    return text[:1].isdigit()
