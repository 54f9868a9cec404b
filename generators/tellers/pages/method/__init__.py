"""What the words mean: options, bases, thresholds, what a veto does, and how this site counts."""

from __future__ import annotations

from tellers.claims.words import method
from tellers.desk import Desk
from tellers.pages import parts
from tellers.pages.page import Page


def make(desk: Desk) -> list[Page]:
    """The one page on method."""
    root, words = "../", desk.words
    rules = [
        {"body": parts.link(body.name, f"/bodies/{body.id}/", root), "name": rule.name, "text": rule.text}
        for body in desk.content.bodies.values()
        for rule in body.rules
    ]
    sections = [
        {"id": id, "title": title, "paragraphs": [p.html(root) for p in paragraphs]}
        for id, title, paragraphs in method.sections(words)
    ]
    return [
        Page(
            path="method.md",
            title=words.text("Method"),
            description=words.text(
                "What yes, no, abstain and not voting mean, what a share is of, and how the numbers are checked."
            ),
            template="method/page.md.j2",
            data="",
            context={"sections": sections, "rules": rules, "t": words.text},
        )
    ]
