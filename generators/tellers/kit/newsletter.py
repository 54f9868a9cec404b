"""One issue of a newsletter as a mail: HTML, the same as plain text, and both as a message that can be sent.

The HTML uses what the mail programs of readers know: tables that present, styles on the elements, hosted pictures with
sizes and words. It reads the same with pictures off, in the dark, and 320 pixels wide. It is not part of the site.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from urllib.parse import urlsplit

from css_inline import CSSInliner

from tellers.claims.words import news as words_
from tellers.desk import Desk, Picture, snippets
from tellers.desk.news import Item, News
from tellers.desk.pinning import Pinned, address_of
from tellers.desk.said import address, correction
from tellers.encode import xml

SHOWN = 6
"""Votes that are shown with their figure; the others are lines that lead to their pages."""
LISTED = 60
"""Lines at most; more would make mail programs cut the mail."""
_STYLE = """
body { margin: 0; padding: 0; background-color: #ffffff; color: #1b1f24; }
h1, h2, h3, p, li { font-family: Georgia, 'Times New Roman', serif; color: #1b1f24; }
h1 { margin: 0; font-size: 26px; line-height: 32px; }
h2 { margin: 0; font-size: 20px; line-height: 26px; }
h3 { margin: 0 0 4px; font-size: 18px; line-height: 24px; }
p, li { margin: 0 0 8px; font-size: 17px; line-height: 25px; }
a { color: #1f477b; }
.cell { padding: 16px; }
.head { padding: 28px 16px 4px; border-top: 2px solid #1b1f24; }
.foot { padding: 20px 16px; border-top: 1px solid #868c94; }
.small { font-size: 14px; line-height: 20px; }
"""
_DARK = """
@media (prefers-color-scheme: dark) {
  body, .page { background-color: #14181d !important; }
  h1, h2, h3, p, li, td, strong { color: #e8eaed !important; }
  a { color: #8fbcf5 !important; }
  .head { border-color: #e8eaed !important; }
}
"""


@dataclass(frozen=True, slots=True)
class Mail:
    """An issue: its subject, its HTML, its plain text, and the message that holds both."""

    subject: str
    html: str
    text: str
    message: bytes


Pins = Mapping[str, Pinned]
"""The pinned picture to show of a figure; where there is none, its latest one is shown."""


def shown(what: News) -> list[Picture]:
    """The figures that the issue shows."""
    items = (*what.explainers, *what.votes[:SHOWN])
    return [item.picture for item in items if item.picture is not None]


def mail(desk: Desk, what: News, pins: Pins) -> Mail:
    """The issue with everything that is new."""
    subject = words_.subject(desk.words, desk.content.site.name, what.last)
    html = CSSInliner(keep_style_tags=False, keep_at_rules=True, load_remote_stylesheets=False).inline(
        _html(desk, what, subject, pins)
    )
    text = "\n".join(_text(desk, what, subject, pins)) + "\n"
    return Mail(subject, html, text, _message(desk, what, subject, html, text))


# HTML -------------------------------------------------------------------------------------------------------------------


def _html(desk: Desk, what: News, subject: str, pins: Pins) -> str:
    rows = "\n".join(_rows(desk, what, pins))
    language = desk.language
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8"><title>{xml(subject)}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">'
        f"<style>{_STYLE}{_DARK}</style></head>\n<body>\n"
        '<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0"'
        ' style="background-color:#ffffff"><tr><td align="center">\n'
        f'<table role="presentation" width="{snippets.WIDTH}" cellpadding="0" cellspacing="0" border="0"'
        f' style="width:100%;max-width:{snippets.WIDTH}px;text-align:left">\n{rows}\n</table>\n'
        "</td></tr></table>\n</body></html>\n"
    )


def _rows(desk: Desk, what: News, pins: Pins) -> Iterator[str]:
    t, site = desk.words.text, desk.content.site
    yield _row(
        "cell", f"<h1>{_link(desk, '/', site.name)}</h1><p>{xml(words_.period(desk.words, what.since, what.last))}</p>"
    )
    if what.corrections:
        yield _row("head", f"<h2>{xml(t('Corrected'))}</h2>")
        for entry in what.corrections:
            said = _link(desk, f"/{entry.record}/", t("See the record"))
            yield _row("cell", f"<p>{xml(str(correction(desk, entry)))} {said}.</p>")
    if what.explainers:
        yield _row("head", f"<h2>{xml(t('Explained'))}</h2>")
        yield from (row for item in what.explainers for row in _item(desk, item, what, pins))
    if what.votes:
        yield _row("head", f"<h2>{xml(t('Voted'))}</h2>")
        yield from (row for item in what.votes[:SHOWN] for row in _item(desk, item, what, pins))
        yield from _others(desk, what)
    yield _row(
        "foot", f'<p class="small">{xml(t("Every number in this mail was read back from the page that it leads to."))}</p>'
    )


def _item(desk: Desk, item: Item, what: News, pins: Pins) -> Iterator[str]:
    changed = "" if item.is_new(what.since) else f"{xml(desk.words.text('Changed'))}: "
    yield _row("cell", f"<h3>{changed}{_link(desk, item.address, item.title)}</h3><p>{xml(item.text)}</p>")
    if item.picture is not None:
        figure = snippets.html(_snippet(desk, item.picture, pins))
        yield f"<tr><td>{figure}</td></tr>"


def _snippet(desk: Desk, picture: Picture, pins: Pins) -> snippets.Snippet:
    found = pins.get(picture.figure)
    if found is None:
        return snippets.snippet_of(desk, picture)
    return snippets.snippet_of(desk, picture, address_of(found.pin), found.height)


def _others(desk: Desk, what: News) -> Iterator[str]:
    others = what.votes[SHOWN : SHOWN + LISTED]
    if others:
        lines = "".join(f"<li>{_link(desk, item.address, item.title)}</li>" for item in others)
        yield _row("cell", f"<h3>{xml(desk.words.text('Also'))}</h3><ul>{lines}</ul>")
    if len(what.votes) > SHOWN + LISTED:
        yield _row("cell", f"<p>{_link(desk, '/votes/', desk.words.text('All votes'))}</p>")


def _row(name: str, inside: str) -> str:
    return f'<tr><td class="{name}">{inside}</td></tr>'


def _link(desk: Desk, path: str, text: str) -> str:
    return f'<a href="{xml(address(desk.content, path))}">{xml(text)}</a>'


# Plain text -------------------------------------------------------------------------------------------------------------


def _text(desk: Desk, what: News, subject: str, pins: Pins) -> Iterator[str]:
    t, content = desk.words.text, desk.content
    yield from (content.site.name, address(content, "/"), words_.period(desk.words, what.since, what.last), "")
    if what.corrections:
        yield from (t("Corrected").upper(), "")
        for entry in what.corrections:
            yield from (str(correction(desk, entry)), address(content, f"/{entry.record}/"), "")
    for heading, items in ((t("Explained"), what.explainers), (t("Voted"), what.votes[:SHOWN])):
        if items:
            yield from (heading.upper(), "")
            for item in items:
                changed = "" if item.is_new(what.since) else f"{t('Changed')}: "
                yield from (changed + item.title, item.text, address(content, item.address), "")
                if item.picture is not None:
                    yield snippets.plain(_snippet(desk, item.picture, pins))
    others = what.votes[SHOWN : SHOWN + LISTED]
    if others:
        yield from (t("Also"), "")
        for item in others:
            yield from (item.title, address(content, item.address), "")
    if len(what.votes) > SHOWN + LISTED:
        yield from (t("All votes"), address(content, "/votes/"), "")
    yield t("Every number in this mail was read back from the page that it leads to.")


# Message ----------------------------------------------------------------------------------------------------------------


def _message(desk: Desk, what: News, subject: str, html: str, text: str) -> bytes:
    """A draft: its day is the last day of what is in it, and its boundary comes from its bytes; no clock, no chance."""
    site, host = desk.content.site, urlsplit(desk.content.site.address).hostname
    digest = hashlib.sha256((text + html).encode()).hexdigest()
    message = EmailMessage(policy=SMTP)
    message["Subject"] = subject
    message["From"] = f'"{site.publisher}" <newsletter@{host}>'
    message["Date"] = format_datetime(datetime(what.last.year, what.last.month, what.last.day, tzinfo=UTC))
    message["Message-ID"] = f"<{digest[:32]}@{host}>"
    message["X-Unsent"] = "1"
    message.set_content(text)
    message.add_alternative(html, subtype="html")
    message.set_boundary(f"tellers-{digest[:24]}")
    return message.as_bytes()
