"""The pages of a further language: made from the same records, with what has no translation as it is, and marked."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from posixpath import normpath
from typing import Any

from markdown.extensions.toc import slugify, unique

from tellers import encode
from tellers.build import docs as docs_
from tellers.build.languages import Edition
from tellers.claims.words import Words, labels
from tellers.desk import Desk, Picture
from tellers.model import Content, Option, Quote
from tellers.pages.page import Page
from tellers.problems import Problems
from tellers.stats import Result
from tellers.verify.proof import proof

_HREF = re.compile(r' href="([^"]*)"')
_HEADING = re.compile(r"^#{1,3} (.+)$", re.MULTILINE)
_TEXT = re.compile(r"(<(?!span data-claim)[a-z][a-z0-9]*\b[^<>]*)>([^<>]+)(?=</)")
_SENTENCE = re.compile(r"^# [^\n]*|<p\b.*?</p>", re.MULTILINE | re.DOTALL)
_RUN = re.compile(r'(^|(?<! lang="en")>)([^<>]+)')
_WORD = re.compile(r"[A-Za-z]{2}.* ")


def docs_in(
    edition: Edition, results: Mapping[str, Result], pictures: Mapping[str, Picture], english: Mapping[str, bytes]
) -> dict[str, bytes]:
    """The pages of the edition as Markdown files, by path; `english` are the files of the site's first language."""
    content, words = edition.content, edition.words
    own = [page for page in docs_.pages_of(content, words, results, pictures) if page.has_languages]
    desk = Desk(content, words, results, pictures, Problems(), proof())
    known = {page.address for page in own}
    foreign = untranslated(content, edition)
    titles = frozenset(vote.title for vote in content.votes.values() if _plain(vote.title) in foreign)
    files: dict[str, bytes] = {}
    for page in own:
        text = english[page.path].decode().partition("\n---\n")[2]
        if not page.only_english:
            text = anchored(marked(docs_.rendered(page), foreign, titles), text)
        files[page.path] = docs_.file_of(docs_.plain_front(page, desk) | _front(page, edition), leading_on(text, page, known))
    return files


def _front(page: Page, edition: Edition) -> dict[str, object]:
    """What the frame of the page has to know of its language."""
    front: dict[str, object] = {"languages": docs_.alternates(page, edition.content, edition.language)}
    if page.only_english:
        front["language"] = "en"
        front["notice"] = edition.words.text("This page is in English; nobody has translated it yet.")
        front["search"] = {"exclude": True}
    return front


def leading_on(text: str, page: Page, known: set[str]) -> str:
    """The page with links to what the language lacks leading out of it, to the site's first language."""

    def led(found: re.Match[str]) -> str:
        way = html.unescape(found[1])
        target = re.split("[#?]", way, maxsplit=1)[0]
        place = normpath(f"{page.address}{target}")
        if not target or ":" in target or f"{place}/".replace("//", "/") in known:
            return found[0]
        return f' href="../{found[1]}"' + (' hreflang="en"' if target.endswith("/") else "")

    return _HREF.sub(led, text)


def anchored(text: str, english: str) -> str:
    """The page with the ids of headings that they have in English, so that a link leads to the same place in each language."""
    ids = iter(_ids(english))

    def named(found: re.Match[str]) -> str:
        return f"{found[0]} {{ #{next(ids)} }}"

    return _HEADING.sub(named, text)


def _ids(text: str) -> Iterator[str]:
    """The ids that the site builder gives to the headings of a page."""
    seen: set[str] = set()
    for found in _HEADING.finditer(text):
        plain = html.unescape(re.sub(r"<[^<>]*>", "", found[1])).strip()
        yield unique(slugify(plain, "-"), seen)


def untranslated(content: Content, edition: Edition) -> frozenset[str]:
    """Words of records that stand on pages of every language as they were written."""
    records: list[Any] = [*content.votes.values(), *content.sources.values(), *content.gaps, *content.corrections]
    records += [*content.discrepancies, *content.bodies.values(), *content.series.values(), *content.speakers.values()]
    records += [group for found in content.groups.values() for group in found.values()]
    texts = {text for record in records for text in _texts(record.model_dump())}
    texts |= {text for quote in content.quotes.values() for text in _texts(_in_english(quote))}
    texts |= {text for one in content.explainers.values() for text in (one.title, one.summary, one.kicker)}
    known = {said for translation in content.translations.values() for forms in translation.forms.values() for said in forms}
    found = {_plain(text) for text in texts - known if _WORD.search(text)}
    return frozenset(found | {one.kicker for one in content.explainers.values()})


def _plain(text: str) -> str:
    return " ".join(text.split()).rstrip(".")


def _in_english(quote: Quote) -> dict[str, object]:
    """What is said of the quote, and its words where they are English."""
    said = quote.model_dump(exclude={"original"})
    return said if quote.language == "en" else {**said, "text": ""}


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _texts(item)


def marked(text: str, foreign: frozenset[str], titles: frozenset[str]) -> str:
    """The page with the language of every element that holds nothing but a record's words, and of titles in sentences."""

    def mark(found: re.Match[str]) -> str:
        if " lang=" in found[1] or _plain(html.unescape(found[2])) not in foreign:
            return found[0]
        return f'{found[1]} lang="en">{found[2]}'

    written = {str(encode.markup(title)) for title in titles}
    title = re.compile("|".join(map(re.escape, sorted(written, key=len, reverse=True))) or "(?!)")

    def named(found: re.Match[str]) -> str:
        return _RUN.sub(lambda run: run[1] + title.sub(r'<span lang="en">\g<0></span>', run[2]), found[0])

    return _SENTENCE.sub(named, _TEXT.sub(mark, text))


def script_words(words: Words) -> dict[str, str]:
    """What scripts say, in the language, by what they say in English; of options also by their names in the data."""
    t = words.catalogue.gettext
    messages = ("{n} of {all}", "{name}: {option}", "Filter", "Find a member", "Copy {what}", "Copy", "Copied")
    said = {message: t(message) for message in messages}
    return said | {option.value: labels.option(words, option).lower() for option in Option}
