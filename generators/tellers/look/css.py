"""The colours as style sheets: variables for the site's two schemes, plain hex for files."""

from __future__ import annotations

from tellers.look.palette import GROUND, PAINTS, ROLES, Paint, Theme

FONT_STACK = '"Tellers Inter", system-ui, sans-serif'
SERIF_STACK = '"Tellers Serif", Georgia, serif'
_SCOPE = "svg[data-figure]"


def site_css() -> str:
    """Rules for figures inside pages: each role's paint as variables of `:root` and of Material's dark scheme."""
    dark = _variables(Theme.DARK)
    lines = [
        "/* Written by the build from the table of colours. */",
        f":root{{{_variables(Theme.LIGHT)}}}",
        f"[data-md-color-scheme=slate]{{{dark}}}",
        *(f"{_SCOPE} .{role}{{{_declarations(role)}}}" for role in ROLES),
        *_type_rules(_SCOPE),
        f"@media print{{[data-md-color-scheme=slate]{{{_variables(Theme.LIGHT)}}}}}",
    ]
    return "\n".join(lines) + "\n"


def alone_css() -> str:
    """The dark colours for pages that stand alone and follow their reader's preference; a line of their style sheet."""
    return f"@media(prefers-color-scheme:dark){{:root{{{_variables(Theme.DARK)}}}}}"


def file_css(theme: Theme, used: frozenset[str]) -> str:
    """Rules for a figure that travels alone: plain hex, only the roles that it uses."""
    paints = PAINTS[theme]
    rules = [f"{_SCOPE} .{role}{{{_plain(paints[role])}}}" for role in ROLES if role in used]
    return "".join([*rules, *_type_rules(_SCOPE)])


def _type_rules(scope: str) -> list[str]:
    return [
        f"{scope} text{{font-family:{FONT_STACK};font-kerning:none;font-variant-ligatures:none;white-space:pre}}",
        f"{scope} .b{{font-weight:600}}",
        f"{scope} .h{{font-weight:700}}",
        f"{scope} .s,{scope} .t{{font-family:{SERIF_STACK}}}",
        f"{scope} .s{{font-weight:600}}",
    ]


def _variables(theme: Theme) -> str:
    values = [f"--tl-ground:{GROUND[theme]}"]
    for role, paint in PAINTS[theme].items():
        values += [f"--tl-{role}:{paint.fill}"] if paint.fill else []
        values += [f"--tl-{role}-edge:{paint.edge}"] if paint.edge else []
        values += [f"--tl-{role}-alpha:{paint.alpha}"] if paint.alpha != 1 else []
    return ";".join(values)


def _declarations(role: str) -> str:
    paint = PAINTS[Theme.LIGHT][role]
    rules = [f"fill:var(--tl-{role})" if paint.fill else "fill:none"]
    rules += [f"fill-opacity:var(--tl-{role}-alpha)"] if paint.alpha != 1 else []
    rules += [f"stroke:var(--tl-{role}-edge)"] if paint.edge else []
    return ";".join(rules + _stroke(paint))


def _plain(paint: Paint) -> str:
    rules = [f"fill:{paint.fill or 'none'}"]
    rules += [f"fill-opacity:{paint.alpha}"] if paint.alpha != 1 else []
    rules += [f"stroke:{paint.edge}"] if paint.edge else []
    return ";".join(rules + _stroke(paint))


def _stroke(paint: Paint) -> list[str]:
    rules = [f"stroke-width:{paint.edge_width:g}"] if paint.edge else []
    rules += [f"stroke-dasharray:{' '.join(f'{d:g}' for d in paint.dash)}"] if paint.dash else []
    rules += ["stroke-linecap:round;stroke-linejoin:round"] if paint.round else []
    return rules
