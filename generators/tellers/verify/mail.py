"""A newsletter issue against the built site and the records, before it is sent."""

from __future__ import annotations

import re
from collections.abc import Mapping
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tellers.verify.content import Content, read_content
from tellers.verify.corrected import told
from tellers.verify.hostile import check_hostile
from tellers.verify.html import attribute, parse, words
from tellers.verify.ledger import corrections, pins
from tellers.verify.report import Findings, Report
from tellers.verify.sentences import check_headline, check_sentence, expected_of, unread
from tellers.verify.snippets import check_mail, shown_as
from tellers.verify.spaces import unspaced
from tellers.verify.taken import address, figures_of
from tellers.verify.words import day

_HTML, _TEXT, _MESSAGE = "newsletter.html", "newsletter.txt", "newsletter.eml"
_FIXED = frozenset(["Corrected", "Explained", "Voted", "Also", "All votes", "See the record.", "Changed:"])
_PIN = "pin the figure as it is now"
_LAST = "Every number in this mail was read back from the page that it leads to."


def verify_mail(html: str, text: str, message: bytes, built: Path, site: Path) -> Report:
    """Compare an issue with the site in `built` and with the content of the site's folder."""
    findings, content = Findings(), read_content(site)
    page = parse(html)
    check_hostile(html, page, _HTML, findings)
    _check_figures(page, built, content, findings)
    _check_addresses(page, built, content, findings)
    last = _check_message(message, html, text, findings)
    _check_words(page, content, last, findings)
    _check_alike(page, text, findings)
    return findings.report()


def _check_figures(page: LexborHTMLParser, built: Path, content: Content, findings: Findings) -> None:
    """Every picture is a file of the built site, and what is said around it is what the figure says of itself."""
    figures = {figure.id: figure for figure in figures_of(built)}
    pinned = {f"f/{pin['picture']}.png": pin for pin in pins(content)}
    root = address(content)
    for picture in page.css("img"):
        source = attribute(picture, "src")
        findings.count("mail")
        if not source.startswith(root) or not (built / source.removeprefix(f"{root}/")).is_file():
            findings.differs(_HTML, "picture", source, "a picture of the built site", "build the site, then the mail")
            continue
        path = source.removeprefix(f"{root}/")
        pin = pinned.get(path)
        figure = figures.get(str(pin["figure"]) if pin else path.removeprefix("figures/").removesuffix(".png"))
        around = picture.parent
        while around is not None and around.tag != "table":
            around = around.parent
        if figure is None or around is None:
            findings.differs(_HTML, "picture", source, "the picture of a figure")
            continue
        field = f"figure {figure.id}"
        if pin:
            said = str(pin["theme"]), str(pin["data"])
            findings.compare("mail", _HTML, f"{field}: pinned", said, ("light", f"sha256:{figure.digest}"), _PIN)
        other = shown_as(built / path, built) if pin else None
        check_mail(around.html or "", figure, content, _HTML, field, findings, other)


def _check_addresses(page: LexborHTMLParser, built: Path, content: Content, findings: Findings) -> None:
    root = address(content)
    for link in page.css("a"):
        target = attribute(link, "href")
        findings.count("mail")
        if not target.startswith(f"{root}/") or not (built / target.removeprefix(f"{root}/") / "index.html").is_file():
            findings.differs(_HTML, "link", target, "a page of the built site")


def _check_words(page: LexborHTMLParser, content: Content, last: str, findings: Findings) -> None:
    """Every block outside of figures: headings, headlines, leads, summaries, corrections; nothing else is said."""
    votes = {f"{address(content)}/votes/{id}/": id for id in content.votes}
    about = ""
    for node in page.css("h1, h2, h3, p, li"):
        link = node.css_first("a")
        target = attribute(link, "href") if link is not None else ""
        said = words(node)
        findings.count("mail")
        if node.tag in ("h3", "li") and target in votes:
            about = votes[target] if node.tag == "h3" else ""
            check_headline(said.removeprefix("Changed: "), expected_of(content, votes[target]), _HTML, "headline", findings)
        elif node.tag == "h3" and target:
            about = target.removeprefix(f"{address(content)}/").rstrip("/")
            wanted = str(_record(content, about).get("title"))
            findings.compare("mail", _HTML, f"title of {about}", said.removeprefix("Changed: "), wanted)
        elif node.tag == "p" and about in content.votes:
            _check_lead(said, about, content, findings)
            about = ""
        elif node.tag == "p" and about:
            findings.compare(
                "mail", _HTML, f"summary of {about}", said, " ".join(str(_record(content, about).get("summary")).split())
            )
            about = ""
        elif not _is_known(node, said, content, last):
            findings.differs(_HTML, f"<{node.tag}>", said, "words of a record, or those that every issue has")


def _check_lead(said: str, vote: str, content: Content, findings: Findings) -> None:
    expected = expected_of(content, vote)
    if not check_sentence(said, expected, _HTML, f"lead of {vote}", findings) or unread(said, expected):
        findings.differs(_HTML, f"lead of {vote}", said, f"a sentence on {expected.name}, and no other number")


def _record(content: Content, key: str) -> dict[str, object]:
    found = content.trees.get(f"{key}.yml")
    return found if isinstance(found, Mapping) else {}


def _is_known(node: LexborNode, said: str, content: Content, last: str) -> bool:
    """Whether a block is a heading, the period, a correction, or the line at the foot."""
    if said in _FIXED or said == _LAST or said == str(content.site.get("name")):
        return True
    period = re.fullmatch(r"New, changed and corrected from (\d{1,2} \w+ \d{4}) to (\d{1,2} \w+ \d{4})\.", said)
    if period is not None:
        return period[2] == last
    return node.tag == "p" and said in [f"{told(entry, content)} See the record." for entry in corrections(content)]


def _check_alike(page: LexborHTMLParser, text: str, findings: Findings) -> None:
    """The plain text says what the HTML says: each of its lines stands there, and it has the same numbers."""
    shown = _tight(words(page.body))
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("https://")]
    for line in lines:
        findings.count("mail")
        if _tight(line) not in shown:
            findings.differs(_TEXT, "line", line, "words that the HTML says too")
    numbers = sorted(re.findall(r"\d+", " ".join(lines)))
    findings.compare("mail", _TEXT, "numbers", numbers, sorted(re.findall(r"\d+", words(page.body))))


def _check_message(message: bytes, html: str, text: str, findings: Findings) -> str:
    """Both parts are the files, and nothing in the message depends on when or where it was made. Its day, in words."""
    read = message_from_bytes(message, policy=default)
    parts = {part.get_content_type(): part.get_content() for part in read.iter_parts() if isinstance(part, EmailMessage)}
    findings.compare("mail", _MESSAGE, "parts", sorted(parts), ["text/html", "text/plain"])
    for kind, wanted in (("text/plain", text), ("text/html", html)):
        found = str(parts.get(kind, "")).replace("\r\n", "\n")
        findings.compare("mail", _MESSAGE, kind, found.strip(), wanted.strip())
    findings.compare("mail", _MESSAGE, "boundary", str(read.get_boundary())[:8], "tellers-")
    stated = read["Date"].datetime if read["Date"] is not None else None
    findings.compare("mail", _MESSAGE, "time of day", f"{stated:%H:%M:%S %z}" if stated else "no day", "00:00:00 +0000")
    return day(f"{stated:%Y-%m-%d}") if stated else ""


def _tight(text: str) -> str:
    return unspaced(text).casefold()
