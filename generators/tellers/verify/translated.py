"""A page in another language beside the English one, which was read against the records: it has the same elements, with the
same values, leads to the same places, and says in its language what the English page says."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from posixpath import normpath

from selectolax.lexbor import LexborNode

from tellers.verify.beside import BESIDE
from tellers.verify.html import attribute, words
from tellers.verify.links import place_of
from tellers.verify.report import Findings
from tellers.verify.tongue import Tongue

INLINE = frozenset(
    ["a", "abbr", "b", "cite", "code", "data", "em", "i", "q", "small", "span", "strong", "sub", "sup", "time"]
)  # fmt: skip
"""Elements that stand in a sentence, wherever a language puts them."""
_SAID = frozenset(["aria-label", "title", "placeholder", "alt", "data-in"])
_NOT_COMPARED = frozenset(["lang", "hreflang", "href", "src", *_SAID])
_UNSEEN = frozenset(["script", "style", "svg"])
_FIRST_MARK = 0xE000
_USE = "Use this chart"
Key = tuple[object, ...]
THEME = frozenset(
    ["Skip to content", "Navigation", "Tabs", "Search", "Footer", "Table of contents", "Clear", "Initializing search",
     "Type to start searching", "Share", "Header", "Back to top", "Menu"]
)  # fmt: skip
"""What the theme says by itself; its translations are its own."""


@dataclass(slots=True)
class Pages:
    """Two pages that are compared: their paths in the site, which pages the language has, and its words."""

    path: str
    language: str
    translated: frozenset[str]
    """Paths of the pages that the language has, without its folder."""
    tongue: Tongue
    findings: Findings
    english: bool = False
    """Whether what is compared is said to be in English."""
    mixed: bool = False
    """Whether it may be."""
    left_in_english: bool = False
    """Whether the page has no translation, and says so."""

    @property
    def own(self) -> str:
        return f"{self.language}/{self.path}"

    def differs(self, what: str, found: object, wanted: object) -> None:
        self.findings.differs(self.own, what, found, wanted, "translate it, or build the site anew")

    def compare(self, one: LexborNode, two: LexborNode) -> None:
        """Everything in an element of the English page with what stands in that of the other."""
        before = self.english, self.mixed
        self.english |= attribute(two, "lang") == "en"
        self.mixed |= self.left_in_english and "md-nav--secondary" in _classes(one)
        self._compare(one, two)
        self.english, self.mixed = before

    def _compare(self, one: LexborNode, two: LexborNode) -> None:
        self._attributes(one, two)
        mine, theirs = list(_parts(one)), list(_parts(two))
        if [_shape(part) for part in mine] != [_shape(part) for part in theirs]:
            self.differs(f"elements of <{one.tag}>", _shapes(theirs), _shapes(mine))
            return
        for part, other in zip(mine, theirs, strict=True):
            if isinstance(part, LexborNode) and isinstance(other, LexborNode):
                self._block(part, other)
            elif isinstance(part, list) and isinstance(other, list):
                self._run(part, other, two)

    def _block(self, one: LexborNode, two: LexborNode) -> None:
        if one.tag == "tbody":
            self._rows(one, two)
        elif "tl-use" in _classes(one) and not self.left_in_english:
            self._use(one, two)
        elif one.tag == "svg" and "data-figure" not in one.attributes:
            self.findings.compare("translated words", self.own, "a sign", two.html, one.html)
        elif one.tag not in _UNSEEN:
            self.compare(one, two)

    def _use(self, one: LexborNode, two: LexborNode) -> None:
        """In place of files to take away stands the way to those in English, and nothing else."""
        ways = {place_of(attribute(node, "href"), self.path) for node in one.css("a[href]")}
        links = _elements(two)
        found = [place_of(attribute(node, "href"), self.own) for node in links if node.tag == "a" and not _elements(node)]
        wanted = [way for way in sorted(ways) if way.startswith("/use/")]
        self.findings.compare("translated words", self.own, "the way to take a figure", found, wanted)
        if len(links) != len(found) or not self.tongue.follows(_USE, words(two)):
            self.differs("words of the way to take a figure", words(two), f"what “{_USE}” is in {self.language}")

    def _run(self, mine: list[LexborNode], theirs: list[LexborNode], around: LexborNode) -> None:
        """Words, and the elements between them in whatever order the language has them."""
        marks: dict[Key, str] = {}
        foreign = [] if any(map(_is_bare, mine)) else [node for node in theirs if _is_foreign(node)]
        one, own = _marked(mine, self._wanted, marks)
        two, other = _marked(theirs, self._found, marks, foreign)
        self.findings.count("translated words")
        if {key: len(nodes) for key, nodes in own.items()} != {key: len(nodes) for key, nodes in other.items()}:
            more = [_told(nodes[0]) for key, nodes in other.items() if len(nodes) > len(own.get(key, []))]
            less = [_told(nodes[0]) for key, nodes in own.items() if len(nodes) > len(other.get(key, []))]
            self.differs(f"elements in <{around.tag}>", more or "nothing", less or "nothing more")
            return
        if not self._follows(one, two):
            self.differs(
                f"words “{' '.join(words(around).split())[:50]}”",
                _plain(two),
                f"what “{_plain(one)[:200]}” is in {self.language}",
            )
        if not (self.english or self.mixed or self.left_in_english):
            marked, wanted = list(map(words, foreign)), self.tongue.left_in(two)
            self.findings.compare("translated words", self.own, f"words of <{around.tag}> marked as English", marked, wanted)
        for key, nodes in own.items():
            for part, found in zip(nodes, other[key], strict=True):
                if "data-free" not in part.attributes or words(part) != words(found):
                    self.compare(part, found)

    def _follows(self, one: str, two: str) -> bool:
        if (self.english and not self.left_in_english) or (one == two and re.fullmatch(r"\s*https://\S+\s*", one)):
            return one.split() == two.split() and self.tongue.is_recorded(_bare(one))
        if (self.mixed or self.english) and one.split() == two.split():
            return True
        return self.tongue.follows(one, two) or (" ".join(one.split()) in THEME and bool(two.strip()))

    def _rows(self, one: LexborNode, two: LexborNode) -> None:
        """Rows of a table, each with the one that is about the same: their order is that of the alphabet."""
        mine: dict[Key, list[LexborNode]] = defaultdict(list)
        theirs: dict[Key, list[LexborNode]] = defaultdict(list)
        for row in _elements(one):
            mine[self._about(row, self._wanted)].append(row)
        for row in _elements(two):
            theirs[self._about(row, self._found)].append(row)
        for key in mine.keys() | theirs.keys():
            if len(mine[key]) != len(theirs[key]):
                row = (theirs[key] or mine[key])[0]
                self.differs("row of a table", f"{len(theirs[key])} of “{words(row)[:60]}”", len(mine[key]))
                continue
            for row, other in zip(mine[key], theirs[key], strict=True):
                self.compare(row, other)

    def _about(self, row: LexborNode, key_of: Callable[[LexborNode], Key]) -> Key:
        inner = [node for node in row.css("*") if node.tag in ("a", "data", "td", "th") and node is not row]
        return tuple(sorted(map(repr, (key_of(node) for node in inner))))

    def _attributes(self, one: LexborNode, two: LexborNode) -> None:
        mine, theirs = one.attributes, two.attributes
        for name in sorted(mine.keys() | theirs.keys()):
            said, found = mine.get(name), theirs.get(name)
            if name in _SAID:
                self.findings.count("translated words")
                if said is None or found is None or not self._follows(said, found):
                    self.differs(f"{name} on <{one.tag}>", found, f"what “{said}” is in {self.language}")
            elif name == "lang":
                self._language(one, two, said, found)
            elif name not in _NOT_COMPARED and not _is_free(one, name) and said != found:
                self.differs(f"{name} on <{one.tag}> “{words(two)[:40]}”", found, said)

    def _language(self, one: LexborNode, two: LexborNode, said: str | None, found: str | None) -> None:
        if one.tag in ("article", "html") or said == found:
            return
        if said is not None or found != "en" or words(one) != words(two):
            self.differs(f"lang on <{two.tag}>", found, said or "words in the language of the page")

    def _wanted(self, node: LexborNode) -> Key:
        """What an element of the English page is, and where in the other language it leads."""
        return self._key(node, self._place(attribute(node, "href"), self.path, english=True))

    def _found(self, node: LexborNode) -> Key:
        return self._key(node, self._place(attribute(node, "href"), self.own, english=False))

    def _key(self, node: LexborNode, place: str) -> Key:
        kept = sorted((k, v) for k, v in node.attributes.items() if k not in _NOT_COMPARED and not _is_free(node, k))
        return node.tag, tuple(kept), place

    def _place(self, target: str, path: str, english: bool) -> str:
        """Where an address leads, from the root of the site; pages that the language has are those of the language."""
        if not target or target.startswith("#"):
            return "#" if target else ""
        way, sign, fragment = target.partition("#")
        if ":" in way.split("/")[0]:
            return target
        place = place_of(way, path)
        page = f"{place.strip('/')}/index.html".lstrip("/")
        if english and page in self.translated:
            place = normpath(f"/{self.language}{place}")
        return place + sign + fragment


def _marked(
    run: list[LexborNode], key_of: Callable[[LexborNode], Key], marks: dict[Key, str], foreign: Sequence[LexborNode] = ()
) -> tuple[str, dict[Key, list[LexborNode]]]:
    """The run as a text with one sign for each element of the same kind, and the elements of each kind; those that say of
    their words that they are `foreign` are text."""
    found: dict[Key, list[LexborNode]] = defaultdict(list)
    out = []
    for node in run:
        if node.tag == "-text" or node in foreign:
            out.append(node.text_content or "" if node.tag == "-text" else words(node))
            continue
        key = key_of(node)
        found[key].append(node)
        out.append(marks.setdefault(key, chr(_FIRST_MARK + len(marks))))
    return "".join(out), found


def _is_free(node: LexborNode, name: str) -> bool:
    """What scripts say, and the names in what they count, is compared by itself."""
    return name == "data-ballots" or (name == "data-words" and node.tag in ("article", "div"))


def _is_foreign(node: LexborNode) -> bool:
    """Whether the element says of words that they are English, and nothing else."""
    return node.tag == "span" and dict(node.attributes) == {"lang": "en"} and not _elements(node)


def _is_bare(node: LexborNode) -> bool:
    return node.tag == "span" and not node.attributes


def _classes(node: LexborNode) -> set[str]:
    return set(attribute(node, "class").split())


def _elements(node: LexborNode) -> list[LexborNode]:
    return [child for child in node.iter() if child.tag not in ("-text", "-comment")]


def _parts(node: LexborNode) -> Iterator[LexborNode | list[LexborNode]]:
    """The blocks in an element, and between them runs of words and of elements in sentences."""
    run: list[LexborNode] = []
    for child in node.iter(include_text=True):
        if child.tag == "-comment" or not BESIDE.isdisjoint(_classes(child)):
            continue
        if child.tag == "-text" or child.tag in INLINE:
            run.append(child)
            continue
        if _has_words(run):
            yield run
        run = []
        yield child
    if _has_words(run):
        yield run


def _has_words(run: list[LexborNode]) -> bool:
    return any(node.tag != "-text" or (node.text_content or "").strip() for node in run)


def _shape(part: LexborNode | list[LexborNode]) -> str:
    if isinstance(part, list):
        return "words"
    return "use" if "tl-use" in _classes(part) else str(part.tag)


def _shapes(parts: list[LexborNode | list[LexborNode]]) -> str:
    return " ".join(map(_shape, parts)) or "nothing"


def _told(node: LexborNode) -> str:
    said = " ".join(f"{k}={v}" for k, v in node.attributes.items())
    return f"<{node.tag} {said}> {words(node)[:60]}"


def _bare(text: str) -> str:
    return "" if text.strip().startswith("https://") else "".join(sign for sign in text if not 0xE000 <= ord(sign) < 0xF8FF)


def _plain(text: str) -> str:
    return "".join("…" if 0xE000 <= ord(sign) < 0xF8FF else sign for sign in " ".join(text.split()))
