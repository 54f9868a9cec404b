"""The site in another language: its words, and the content with names in that language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.messages.pofile import read_po

from tellers.claims.words import Words
from tellers.claims.words.catalogue import Translated
from tellers.files.resources import package
from tellers.formats.po import id_of, read_translation
from tellers.model import Body, Content, Group, Member, Series, Site, Speaker
from tellers.model.translation import MessageId, Translation
from tellers.problems import EnvironmentFault, Place, Problem, Problems, Refused

Word = Callable[[str, str], str]
"""A name in a context, in the language."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What the pages of one further language are made from."""

    language: str
    words: Words
    content: Content
    word: Word


def folder_of(docs: Path, language: str) -> Path:
    """Where the plain files of a further language are: beside those of the first."""
    return docs.with_name(f"{docs.name}-{language}")


def editions(content: Content) -> Iterator[Edition]:
    """Each further language of the site; raises Refused where a sentence of one is not translated."""
    for language in content.site.languages:
        yield edition(content, language)


def edition(content: Content, language: str) -> Edition:
    """The site in this language: what its editors translated comes first, then what comes with Tellers."""
    own = content.translations[language]
    known = (own, *shipped(language))
    missing = [id for id in messages() if not any(id in one.forms for one in known)]
    if missing:
        do = "write their translations; `tellers translate` adds them to the file"
        wrong = f'{len(missing)} messages have none, such as "{missing[0][1][:60]}"'
        raise Refused([Problem(Place(own.path), "translations", wrong, do)])
    catalogue = Translated(language.replace("-", "_"), known)
    return Edition(language, Words(catalogue), named_in(content, catalogue.pgettext), catalogue.pgettext)


def named_in(content: Content, word: Word) -> Content:
    """The content with the names of members, groups, bodies, votes, series and offices, and the site's own words, in a language.

    What else sources and editors wrote stays as it is, and so do the digests of all records.
    """
    return replace(
        content,
        site=_site(content.site, word),
        registers={id: {code: _member(m, word) for code, m in found.items()} for id, found in content.registers.items()},
        groups={id: {key: _group(group, word) for key, group in found.items()} for id, found in content.groups.items()},
        bodies={id: _body(body, word) for id, body in content.bodies.items()},
        votes={id: vote.model_copy(update={"title": word("votes", vote.title)}) for id, vote in content.votes.items()},
        series={id: _series(series, word) for id, series in content.series.items()},
        speakers={id: _speaker(speaker, word) for id, speaker in content.speakers.items()},
    )


def names(content: Content) -> list[MessageId]:
    """Every name that `named_in` asks for, once each, in the order of content."""
    asked: dict[MessageId, None] = {}

    def note(context: str, text: str) -> str:
        asked[context, text] = None
        return text

    named_in(content, note)
    return list(asked)


def _site(site: Site, word: Word) -> Site:
    compare = site.compare
    if compare is not None:
        compare = compare.model_copy(update={"topic": word("site", compare.topic)})
    said = {"name": word("site", site.name), "tagline": word("site", site.tagline)}
    return site.model_copy(update={**said, "compare": compare})


def _member(member: Member, word: Word) -> Member:
    return replace(
        member,
        names=tuple(
            name.model_copy(update={"name": word("members", name.name), "short": word("members", name.short)})
            for name in member.names
        ),
    )


def _group(group: Group, word: Word) -> Group:
    return group.model_copy(update={"name": word("groups", group.name), "short": word("groups", group.short)})


def _body(body: Body, word: Word) -> Body:
    rules = [rule.model_copy(update={k: word("bodies", getattr(rule, k)) for k in ("name", "text")}) for rule in body.rules]
    said = {key: word("bodies", getattr(body, key)) for key in ("name", "short", "summary")}
    note = word("bodies", body.note) if body.note else None
    return body.model_copy(update={**said, "rules": tuple(rules), "note": note})


def _series(series: Series, word: Word) -> Series:
    return series.model_copy(update={key: word("series", getattr(series, key)) for key in ("title", "question", "summary")})


def _speaker(speaker: Speaker, word: Word) -> Speaker:
    roles = [
        role.model_copy(update={key: word("speakers", getattr(role, key)) for key in ("title", "organisation")})
        for role in speaker.roles
    ]
    return speaker.model_copy(update={"roles": tuple(roles)})


def autonym(language: str) -> str:
    """What a language calls itself: Français."""
    name = Locale.parse(language, sep="-").get_display_name() or language
    return name[:1].upper() + name[1:]


@cache
def messages() -> Mapping[MessageId, str]:
    """Everything that Tellers itself says, in the order of its files, with the plural where there is one."""
    template = read_po(BytesIO(_read(package() / "languages" / "messages.pot")))
    return dict(id_of(message) for message in template if message.id)


def shipped(language: str) -> Iterable[Translation]:
    """The translation of what Tellers says that comes with it, if there is one."""
    path = package() / "languages" / f"{language}.po"
    problems = Problems()
    read = read_translation(_read(path).decode(), path.name, problems) if path.is_file() else None
    if problems:
        raise Refused(problems.in_order())
    return [read] if read is not None else []


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise EnvironmentFault(f"cannot read {path}: {error.strerror}; install tellers again") from error
