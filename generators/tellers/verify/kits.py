"""What is taken away of each figure: its files, its numbers as data, and the page of texts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from tellers.verify.citations import KEYS, READERS, Cited, in_words
from tellers.verify.claims import Claims
from tellers.verify.content import Content
from tellers.verify.corrected import told
from tellers.verify.html import attribute, parse, words
from tellers.verify.ledger import corrections, pins, state_of
from tellers.verify.numbers import check_numbers
from tellers.verify.outlines import MAIL, check_outline
from tellers.verify.report import Findings
from tellers.verify.snippets import check_image, check_mail, check_markdown, check_mjml, check_text, shown_as
from tellers.verify.spaces import one_spaced
from tellers.verify.standing import check_standing
from tellers.verify.taken import WIDTH, Figure, address, figures_of, image_of, page_of
from tellers.verify.terms import check_line
from tellers.verify.words import day


def check_kits(built: Path, content: Content, findings: Findings) -> None:
    """Everything that is taken away of each figure."""
    claims = Claims(content)
    for figure in figures_of(built):
        for name in ("-dark.svg", ".png", "-dark.png", "-square.png", "-card.png"):
            findings.count("kits")
            if not (built / f"figures/{figure.id}{name}").is_file():
                findings.differs(f"figures/{figure.id}{name}", "file", "no file", f"a picture of {figure.id}")
        check_numbers(built, figure, claims, findings)
        _check_page(built, figure, content, findings)


def _check_page(built: Path, figure: Figure, content: Content, findings: Findings) -> None:
    path = f"use/{figure.id}/index.html"
    if not (built / path).is_file():
        findings.differs(path, "page", "no file", f"the page for taking {figure.id} away")
        return
    page = parse((built / path).read_text("utf-8"))
    said = figure.words
    texts = {attribute(node, "aria-label"): node.text() for node in page.css("textarea.tl-copy")}
    findings.compare(
        "kits", path, "title", words(page.css_first("title")).split(" · ")[0], f"Use this chart: {said['title']}"
    )
    findings.compare("kits", path, "name", words(page.css_first("main p a")), said["title"])
    shown = page.css_first("main img")
    check_image(shown, figure, "", path, "picture", findings) if shown is not None else None
    for label, wanted in (("Alternative text", said["alt"]), ("Long description", said["desc"])):
        findings.compare("kits", path, label, one_spaced(texts.get(label, "")), wanted)
    findings.compare("kits", path, "Latest picture", texts.get("Latest picture"), image_of(figure, content))
    check_mail(texts.get("HTML for an email", ""), figure, content, path, "HTML for an email", findings)
    check_outline(texts.get("HTML for an email", ""), MAIL, path, "HTML for an email", findings)
    check_mjml(texts.get("MJML", ""), figure, content, path, "MJML", findings)
    check_markdown(texts.get("Markdown", ""), figure, content, path, "Markdown", findings)
    ends = [image_of(figure, content), page_of(figure, content)]
    check_text(texts.get("Plain text", ""), figure, content, path, "Plain text", findings, ends)
    commands = re.findall(r"tellers pin (\S+)\.(?!\S)", words(page.body))
    findings.compare("kits", path, "command", commands, [figure.id])
    check_line(words(page.css_first(".tl-terms")), figure.records, path, "terms", content, findings)
    corrected = _check_corrected(page, figure, path, content, findings)
    own = (figure.id, said["title"], words(page.css_first(".tl-terms")), str(content.site.get("name")), *corrected)
    check_standing(page, path, (*own, *_check_pinned(page, figure, path, content, findings)), findings)
    _check_citations(texts, figure, path, content, findings)
    pinned = texts.get("HTML for an email, with the pinned picture", "")
    _check_pinned_mail(pinned, figure, path, built, content, findings)


def _check_corrected(page: LexborHTMLParser, figure: Figure, path: str, content: Content, findings: Findings) -> list[str]:
    """What was corrected in the figure's records, in the order of the ledger; the words that say so."""
    records = {row.record for row in figure.manifest.inputs}
    wanted = [told(entry, content) for entry in corrections(content) if entry["record"] in records]
    said = [words(node) for node in page.css(".tl-corrected")]
    findings.compare("kits", path, "corrected", said, wanted)
    return said


def _check_pinned_mail(text: str, figure: Figure, path: str, built: Path, content: Content, findings: Findings) -> None:
    """The mail with the newest pinned picture that has the data of today, where there is one."""
    field = "HTML for an email, with the pinned picture"
    wanted = {"figure": figure.id, "theme": "light", "width": str(WIDTH), "data": f"sha256:{figure.digest}"}
    current = [pin for pin in pins(content) if all(str(pin[name]) == value for name, value in wanted.items())]
    findings.compare("kits", path, field, bool(text), bool(current))
    if text and current and (file := built / f"f/{current[-1]['picture']}.png").is_file():
        check_mail(text, figure, content, path, field, findings, shown_as(file, built))
        check_outline(text, MAIL, path, field, findings)


def _check_pinned(page: LexborHTMLParser, figure: Figure, path: str, content: Content, findings: Findings) -> list[str]:
    """The pinned pictures of the figure, newest first, each with its address and state; the words that say so."""
    wanted = [pin for pin in reversed(pins(content)) if pin["figure"] == figure.id]
    named = [node.text() for node in page.css("textarea") if attribute(node, "aria-label").startswith("Pinned picture")]
    findings.compare("kits", path, "pinned", named, [f"{address(content)}/f/{pin['picture']}.png" for pin in wanted])
    said = [words(node) for node in page.css("p a") if "/f/" in attribute(node, "href")]
    records = {row.record for row in figure.manifest.inputs}
    starts = [f"Pinned as of {day(pin['day'])}. {state_of(pin, figure.digest, records, content)}" for pin in wanted]
    shown = [text[: len(start)] for text, start in zip(said, starts, strict=False)]
    findings.compare("kits", path, "pinned, what has become of it", shown, starts)
    return said


def _check_citations(texts: dict[str, str], figure: Figure, path: str, content: Content, findings: Findings) -> None:
    """The figure's citation says the same in words and in every format."""
    cited = in_words(texts.get("Citation in words", ""))
    if cited is None:
        findings.differs(path, "citation", texts.get("Citation in words", ""), "author, title, site, day and address")
        return
    wanted = {
        "author": (cited.author, content.site["publisher"]),
        "title": (one_spaced(cited.title), figure.words["title"]),
        "site": (cited.site, content.site["name"]),
        "address": (cited.address, f"{address(content)}/use/{figure.id}/"),
        "day": (cited.day in {day(iso) for iso in _days(figure, content)}, True),
    }
    for name, (found, expected) in wanted.items():
        findings.compare("kits", path, f"citation {name}", found, expected)
    for label, name in (("BibTeX", "cite.bib"), ("RIS", "cite.ris"), ("CSL-JSON", "cite.json")):
        try:
            other, terms, _ = READERS[name](texts.get(label, ""))
            key = KEYS[name](texts[label])
        except (KeyError, ValueError, TypeError, IndexError) as error:
            findings.differs(path, label, f"{type(error).__name__}: {error}", "the citation of the figure")
            continue
        findings.compare("kits", path, label, _even(other), _even(cited))
        findings.compare("kits", path, f"{label} key", key.replace(":", "/"), f"figures/{figure.id}" if key else "")
        check_line(terms, _cited_records(figure, content), path, f"{label} licence line", content, findings)


def _even(cited: Cited) -> tuple[str, ...]:
    return tuple(one_spaced(part) for part in (cited.author, cited.title, cited.site, cited.day, cited.address))


def _cited_records(figure: Figure, content: Content) -> tuple[str, ...]:
    """The record that a citation of the figure rests on."""
    return (page_of(figure, content).removeprefix(address(content)).strip("/"),)


def _days(figure: Figure, content: Content) -> set[str]:
    """The days that the records of the figure state of their last change."""
    keys = [*_cited_records(figure, content), *figure.records]
    trees = [content.trees.get(f"{key}.yml") for key in keys]
    return {str(tree.get("updated") or tree.get("published")) for tree in trees if isinstance(tree, Mapping)} | {
        str(vote.get("updated") or vote["published"])
        for vote in content.votes.values()
        if figure.manifest.kind == "agreement"
    }
