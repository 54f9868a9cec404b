"""The style sheet of figures, rule by rule: each class is painted with its own variables, once, and can be told apart."""

from __future__ import annotations

import re
from collections import Counter

from tellers.verify.paints import SCHEMES, SHEET
from tellers.verify.report import Findings

_OF_OPTIONS = {
    "light": {"yes": "#24508a", "no": "#c4501b", "abstain": "#f3dc6b"},
    "dark": {"yes": "#4fb6f5", "no": "#e2622f", "abstain": "#f6ecaa"},
}
"""Found by search for the greatest distance under every sort of colour vision; published pictures have them."""

_RULE = re.compile(r"(@media print)\{((?:[^{}]*\{[^{}]*\})*)\}|([^{}]+)\{([^{}]*)\}")
_INNER = re.compile(r"([^{}]+)\{([^{}]*)\}")
_ROLE = re.compile(r"svg\[data-figure\] \.([a-z0-9-]+)")
_LETTERS = re.compile(r"svg\[data-figure\] (?:text|\.[bhst])(?:,svg\[data-figure\] \.[bhst])*")
_VARIABLE = re.compile(r"var\(--tl-([a-z0-9-]+)\)")
_READABLE = 4.5
"""The least contrast of letters with what they stand on (WCAG 2.2, 1.4.3)."""


def check_sheet(text: str, findings: Findings) -> None:
    """Nothing is declared twice or in another way than by the table of colours, on screens and on paper."""
    plain = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    rules = [(found[3].strip(), found[4]) for found in _RULE.finditer(plain) if found[3]]
    paper = [pair for found in _RULE.finditer(plain) if found[1] for pair in _INNER.findall(found[2])]
    for selector, number in Counter(selector for selector, _ in rules).items():
        findings.compare("rules of colours", SHEET, f"rule {selector}", f"{number} times", "1 times")
    for selector, body in rules:
        _check_rule(selector, body, findings)
    tables = dict(rules)
    for scheme, selector in SCHEMES.items():
        _check_scheme(scheme, _table(tables.get(selector, "")), selector, findings)
    light = tables.get(SCHEMES["light"], "")
    for selector, body in paper:
        found, wanted = _table(body), _table(light)
        for name in sorted(found.keys() | wanted.keys()):
            findings.compare("rules of colours", SHEET, f"{name} on paper", found.get(name), wanted.get(name))
        findings.compare("rules of colours", SHEET, "rule on paper", selector.strip(), SCHEMES["dark"])


def _check_rule(selector: str, body: str, findings: Findings) -> None:
    if selector in SCHEMES.values() or _LETTERS.fullmatch(selector):
        return
    role = _ROLE.fullmatch(selector)
    if role is None:
        findings.differs(SHEET, f"rule {selector}", f"{selector}{{{body}}}", "rules that paint one role")
        return
    for name in _VARIABLE.findall(body):
        own = {role[1], f"{role[1]}-edge", f"{role[1]}-alpha"}
        findings.count("rules of colours")
        if name not in own:
            findings.differs(SHEET, f"rule {selector}", f"var(--tl-{name})", f"var(--tl-{role[1]})")


def _check_scheme(scheme: str, table: dict[str, str], selector: str, findings: Findings) -> None:
    if not table:
        findings.differs(SHEET, f"rule {selector}", "no colours", f"the colours of the {scheme} scheme")
        return
    for option, wanted in _OF_OPTIONS[scheme].items():
        for name in (option, f"flow-{option}"):
            findings.compare("rules of colours", SHEET, f"--tl-{name} in {scheme}", table.get(f"--tl-{name}"), wanted)
        letters, ground = table.get(f"--tl-on-{option}", ""), table.get(f"--tl-{option}", "")
        findings.count("rules of colours")
        if _contrast(letters, ground) < _READABLE:
            findings.differs(SHEET, f"--tl-on-{option} in {scheme}", letters, f"letters that can be read on {ground}")
    for name in ("ink", "muted"):
        if _contrast(table.get(f"--tl-{name}", ""), table.get("--tl-ground", "")) < _READABLE:
            findings.differs(SHEET, f"--tl-{name} in {scheme}", table.get(f"--tl-{name}"), "letters that can be read")


def _table(body: str) -> dict[str, str]:
    pairs = (part.partition(":") for part in body.split(";") if part.strip())
    return {name.strip(): value.strip() for name, _, value in pairs}


def _contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG defines it, from 1 to 21; 0 where one is no colour."""
    if not all(re.fullmatch(r"#[0-9a-f]{6}", colour) for colour in (one, other)):
        return 0.0
    high, low = sorted((_light(one), _light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _light(colour: str) -> float:
    """Relative luminance, from 0 to 1."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
