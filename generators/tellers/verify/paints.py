"""One role, one colour: what each class is painted with, read from the site's style sheet and from a file's own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from tellers.verify.report import Findings
from tellers.verify.words import LABELS

SHEET = "assets/tellers/figures.css"
SCHEMES = {"light": ":root", "dark": "[data-md-color-scheme=slate]"}
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_ROLE = re.compile(r"svg\[data-figure\] \.([a-z0-9-]+)")
_VARIABLE = re.compile(r"var\((--[a-z0-9-]+)\)")
_TYPE = frozenset(["b", "h", "s", "t"])
_PAINTED = frozenset(
    ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin"]
)

Paint = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Paints:
    """Declarations by role, for each scheme of the site, and the ground on which it is painted."""

    roles: dict[str, dict[str, Paint]] = field(default_factory=dict)
    grounds: dict[str, str] = field(default_factory=dict)


def read_sheet(text: str, findings: Findings) -> Paints:
    """The site's own table of colours; a difference where two options share a colour or a rule does more than paint."""
    rules = _rules(text)
    paints = Paints({}, {})
    for scheme, selector in SCHEMES.items():
        base = dict(_declared(rules.get(SCHEMES["light"], "")))
        values = base | dict(_declared(rules.get(selector, "")))
        paints.grounds[scheme] = values.get("--tl-ground", "")
        paints.roles[scheme] = {
            found[1]: tuple((name, _resolved(value, values)) for name, value in _declared(body))
            for rule, body in rules.items()
            if (found := _ROLE.fullmatch(rule)) and found[1] not in _TYPE
        }
        _check_distinct(paints.roles[scheme], scheme, findings)
    return paints


def _resolved(value: str, variables: Mapping[str, str]) -> str:
    return _VARIABLE.sub(lambda found: variables.get(found[1], "?"), value)


def _check_distinct(roles: dict[str, Paint], scheme: str, findings: Findings) -> None:
    seen: dict[str, str] = {}
    for option in LABELS:
        if option not in roles:
            continue
        findings.count("colours")
        fill = dict(roles[option]).get("fill", "")
        if not re.fullmatch(r"#[0-9a-f]{6}", fill):
            findings.differs(SHEET, f"{option} in {scheme}", fill, "a colour of its own")
        if fill in seen:
            findings.differs(SHEET, f"{option} in {scheme}", fill, f"a colour other than that of {seen[fill]}")
        seen[fill] = option
        if strange := [name for name, _ in roles[option] if name not in _PAINTED]:
            findings.differs(SHEET, f"{option} in {scheme}", ", ".join(strange), "fill and stroke alone")


@lru_cache(maxsize=512)
def file_paints(style: str) -> tuple[dict[str, Paint], tuple[str, ...]]:
    """Declarations by role in a file's own style, and selectors that are none of ours."""
    roles: dict[str, Paint] = {}
    strange: list[str] = []
    for selector, body in _rules(style).items():
        found = _ROLE.fullmatch(selector)
        if found and found[1] not in _TYPE:
            roles[found[1]] = _declared(body)
        elif not re.fullmatch(r"svg\[data-figure\] (text|\.[bhst])(,svg\[data-figure\] \.[bhst])*", selector):
            strange.append(selector)
        elif not {name for name, _ in _declared(body)} <= _FONT:
            strange.append(f"{selector}{{{body}}}")
    return roles, tuple(strange)


_FONT = {"font-family", "font-weight", "font-kerning", "font-variant-ligatures", "white-space", "font-style"}


def _rules(text: str) -> dict[str, str]:
    plain = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    plain = re.sub(r"@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", "", plain)
    return {selector.strip(): body for selector, body in _RULE.findall(plain)}


def _declared(body: str) -> Paint:
    pairs = (part.partition(":") for part in body.split(";") if part.strip())
    return tuple((name.strip(), value.strip()) for name, _, value in pairs)
