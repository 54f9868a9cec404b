"""The page of one speaker: offices with the day on which each is known, and every quote here."""

from __future__ import annotations

from tellers.claims.words import pages
from tellers.desk import Desk
from tellers.encode import Html
from tellers.model import Member, Speaker
from tellers.pages import parts, quotation
from tellers.pages.page import Page


def make(desk: Desk) -> list[Page]:
    """A page for each speaker."""
    return [_page(desk, speaker) for speaker in desk.content.speakers.values()]


def _page(desk: Desk, speaker: Speaker) -> Page:
    root, words = "../../", desk.words
    quotes = sorted((q for q in desk.content.quotes.values() if q.speaker == speaker.id), key=lambda q: (q.date, q.id))
    roles = [pages.role(words, f"speakers/{speaker.id}", n, role).html(root) for n, role in enumerate(speaker.roles)]
    register = next((r for r in desk.content.registers.values() if speaker.speaks_for in r), None)
    member = register[speaker.speaks_for] if register is not None and speaker.speaks_for else None
    return Page(
        path=f"speakers/{speaker.id}.md",
        title=speaker.name,
        description=words.text("What {name} said about the votes on this site, word for word.", name=speaker.name),
        template="speaker/page.md.j2",
        boost=3,
        data=f"content/speakers/{speaker.id}.yml",
        context={
            "name": speaker.name,
            "roles": roles,
            "member": parts.member_link(desk, member.code, member.latest.short, root) if member else "",
            "against": _against(desk, member, root) if member else "",
            "note": speaker.note or "",
            "quotes": [quotation.block(desk, quote, root) for quote in quotes],
            "t": words.text,
        },
    )


def _against(desk: Desk, member: Member, root: str) -> Html:
    """The way to the member's words against its votes, where there are both."""
    if desk.picture(f"{member.code}.words") is None:
        return Html("")
    text = desk.words.text("{member}: how it voted, beside what its officials said", member=member.latest.short)
    return parts.link(text, f"{parts.member_address(member.code)}#words-against-votes", root)
