"""Explainers: the words of the page are those that the editor wrote, in their order, around what expressions place."""

from __future__ import annotations

import re
from collections.abc import Mapping

from selectolax.lexbor import LexborHTMLParser

from tellers.verify.content import Content
from tellers.verify.html import Block, attribute, blocks
from tellers.verify.phrases import Phrases, is_said
from tellers.verify.report import Findings

_BOUND = frozenset({"data", "time", "figure", "blockquote", "a", "code"})
_GAP = "\u241f"
_PLACED = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|\[[^\]]*\]\([^)]*\)|`[^`]*`|<[^>]+>", re.DOTALL)
"""What an editor does not write out: expressions, and links, whose words the rules on links look at."""
_APART = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+]|\d+\.|#+|>|\|)\s)|(?<=\S)\s*\|\s*(?=\S)")
_SIGNS = re.compile(r"^\s*(?:#+|[-*+]|\d+\.|>)\s+|[*_|]|^[:\s-]{3,}$", re.MULTILINE)


_EXPANDED = (
    rf"(?:{_GAP}|,|and|ofallmembers|ofthevotescast,abstentionsincluded|ofmembersvotingyesorno|of|"
    rf"(?:Adopted|Notadopted(?::vetoed)?){_GAP}–{_GAP}(?:,with(?:{_GAP}|no)abstentions?)?)*"
)
"""What an expression may place: values, lists of them, a share with its base, a result."""
_PLACED_ALONE = re.compile(_EXPANDED + "[.;:]?")


def check_manuscript(page: LexborHTMLParser, path: str, content: Content, phrases: Phrases, findings: Findings) -> None:
    """Each paragraph that was written stands on the page, and each paragraph of the page was written, in one order."""
    key = path.removesuffix("/index.html")
    text, article = content.texts.get(key + ".md"), page.css_first("article")
    if not path.startswith("explainers/") or text is None or article is None:
        return
    body = text[4:].partition("\n---\n")[2] if text.startswith("---\n") else text
    written = [piece for part in _APART.split(_PLACED.sub(_GAP, body)) if (piece := _tight(_SIGNS.sub("", part)))]
    record = content.trees.get(key + ".yml")
    own = {_tight(str(value)) for value in record.values()} if isinstance(record, Mapping) else set()
    at = 0
    for block in blocks(article, _BOUND):
        plain = " ".join(_plain(block).split())
        piece = _tight(plain)
        findings.count("words of explainers")
        found = next((n for n in range(at, len(written)) if _fits(piece, written[n])), None) if piece else None
        if found is not None:
            for missed in written[at:found]:
                findings.differs(path, f"words “{missed[:60]}”", "nowhere, or elsewhere", missed)
            at = found + 1
        elif (
            piece
            and not _PLACED_ALONE.fullmatch(piece)
            and piece not in own
            and not is_said(plain)
            and not is_said(phrases.template(plain))
        ):
            findings.differs(path, f"words “{plain[:60]}”", plain, "words that the editor wrote")
    for missed in written[at:]:
        findings.differs(path, f"words “{missed[:60]}”", "nowhere, or elsewhere", missed)


def _fits(piece: str, written: str) -> bool:
    """Whether the words of the page are those that were written, with what expressions place in the gaps."""
    if _GAP not in written:
        return piece == written
    return re.fullmatch(_EXPANDED.join(map(re.escape, written.split(_GAP))), piece) is not None


def _plain(block: Block) -> str:
    """The words with gaps for what is bound; a heading's link to itself is nothing."""
    parts = (
        part if isinstance(part, str) else "" if attribute(part, "class") == "headerlink" else _GAP for part in block.parts
    )
    return "".join(parts)


def _tight(text: str) -> str:
    """The words without spaces and with one gap for each thing placed; nothing where no word is left."""
    tight = re.sub(f"{_GAP}+", _GAP, "".join(text.replace("¶", "").split()))
    return tight if tight.strip(_GAP + ".,;:") else ""
