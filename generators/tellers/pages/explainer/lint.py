"""Numbers and sweeping words that an editor typed by hand: each has to be bound to data or declared free."""

from __future__ import annotations

import re

from tellers.model import Explainer
from tellers.pages.explainer.markdown import refused
from tellers.problems import Place, Problem

_EXPRESSION = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_NUMBER_WORDS = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
    "nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|hundreds|thousand|dozen|dozens|"
    "half|third|thirds|quarter|quarters|twice|thrice|single|double|triple|both|percent"
)
_ALLOWED = {"one", "single", "both", "double", "third", "half"}
"""Words that are mostly no counts in prose; `one` and `both` would drown every other finding."""

_NUMBER = re.compile(rf"\d[\d.,:/-]*|(?<![\w’'-])(?:{_NUMBER_WORDS})(?![\w])", re.IGNORECASE)
_SWEEPING = re.compile(
    r"\b(unanimous(?:ly)?|most (?:countries|members|states)|(?:overwhelming |simple |large |vast )?majority|first time|"
    r"never before|record number|almost all|nearly all|every country|no other)\b",
    re.IGNORECASE,
)


def unbound(explainer: Explainer) -> list[Problem]:
    """A problem for each number, sweeping word or piece of raw HTML outside an expression."""
    prose = _EXPRESSION.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), explainer.text)
    found: list[Problem] = []
    for match in _NUMBER.finditer(prose):
        word = match.group().rstrip(".,:/-")
        if word.casefold() not in _ALLOWED and not _is_markdown_number(prose, match.start()):
            do = f'bind it, as in {{{{ claim({word}, tally="…", option="…") }}}}, or declare it: {{{{ free("{word}") }}}}'
            found.append(Problem(_place(explainer, prose, match.start()), "text", f'number "{word}" typed by hand', do))
    for match in _SWEEPING.finditer(prose):
        do = f'state it by numbers, or declare it: {{{{ free("{match.group()}") }}}}'
        found.append(Problem(_place(explainer, prose, match.start()), "text", f'"{match.group()}" is not bound to data', do))
    for at, wrong, do in refused(prose):
        found.append(Problem(_place(explainer, prose, at), "text", wrong, do))
    return found


def _is_markdown_number(prose: str, at: int) -> bool:
    """Whether the number is the marker of a numbered list."""
    start = prose.rfind("\n", 0, at) + 1
    return re.match(r"\s*\d+\.\s", prose[start : at + 6]) is not None and not prose[start:at].strip()


def _place(explainer: Explainer, prose: str, at: int) -> Place:
    line = prose.count("\n", 0, at)
    return Place(explainer.path, explainer.line + line, at - (prose.rfind("\n", 0, at) + 1) + 1)
