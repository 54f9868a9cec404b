"""Hostile values: pieces that break out of one context or another, alone, joined, cut and doubled; seeded."""

from __future__ import annotations

import random

from tellers.encode import clean

RUN = "alert(1)"
OUTSIDE = "https://outside.test/"

PIECES = (
    f"<script>{RUN}</script>", f"<img src=x onerror={RUN}>", f"<svg onload={RUN}>",
    f"<svg><script>{RUN}</script></svg>", f'" onmouseover="{RUN}" autofocus onfocus="{RUN}', f"' onload='{RUN}",
    f"</title><script>{RUN}</script>", f"</script><script>{RUN}</script>",
    f"</textarea></style><img src=x onerror={RUN}>", f"--><script>{RUN}</script><!--", f"]]><script>{RUN}</script>",
    f"</svg><script>{RUN}</script>", f"</desc><script>{RUN}</script>", f'"/><script>{RUN}</script><meta content="',
    f"<iframe srcdoc='<script>{RUN}</script>'>", f"<iframe src=javascript:{RUN}>", f"<a href=javascript:{RUN}>a</a>",
    f"<details open ontoggle={RUN}>", f"<body onload={RUN}>", f"<video><source onerror={RUN}>",
    f"<math><mtext><table><mglyph><style><img src=x onerror={RUN}>",
    f"<noscript><p title='</noscript><img src=x onerror={RUN}>'>",
    f"<meta http-equiv=refresh content='0;url={OUTSIDE}'>", f"<base href={OUTSIDE}>",
    f"<link rel=stylesheet href={OUTSIDE}a.css>", f"<script src={OUTSIDE}a.js></script>", f"<img src={OUTSIDE}a.png>",
    f"<style>@import '{OUTSIDE}a.css'</style>", f"<object data={OUTSIDE}>", "<pre class=mermaid>graph TD</pre>",
    f"![a]({OUTSIDE}a.png)", f"[a](javascript:{RUN})", f"[a]({OUTSIDE})", f"<{OUTSIDE}>",
    f"[a][b]\n\n[b]: javascript:{RUN}", f"{{: onclick={RUN} }}", f"{{: .a #b onclick={RUN} }}",
    f"``` {{: onclick={RUN} }}", '--8<-- "mkdocs.yml"', "{! mkdocs.yml !}", "{{ 7 * 7 }}", "{{ config.site_dir }}",
    "{% raw %}", "{% include 'main.html' %}", "{# a #}", "${7*7}", "# h", "## h\n", "\n\n    code", "- a\n- b",
    "1. a", "> a", "---", "***", "===", "| a | b |\n|---|---|\n| c | d |", "*a*", "**a**", "_a_", "`a`", "~~a~~",
    "==a==", "^^a^^", "$a$", "\\(a\\)", "[^1]\n\n[^1]: a", "*[a]: b", ":smile:", "!!! note\n    a", '=== "a"\n    b',
    "::: os.path", "/// html | script\n///", "[TOC]", "[[a]]", "++ctrl++", "@a", "&lt;script&gt;", "&#60;b&#62;",
    "&amp;", "&", "&&", "&#0;", "&notit;", "<", ">", "<<", "<!", "<?", '"', "'", "`", "\\", "\\\\", "\\<",
    "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "=1+1", "\t=1", "%0A", "%3Cscript%3E", ": ", " #", "? a", "- ",
    "!!python/object:a", "*a", "&a b", "key: [", "'''", '"""', "|\n", ">-\n", "...", "--- a", "~", "null", "yes",
    '{"a": 1}', '"}', "\\u003c", "//", "/* */", "../../../etc/passwd", "file:///etc/passwd", "data:text/html,a",
    "\x02klzzwxh:0\x03", "\x02wzxhzdk:0\x03", "\x02", "\x03", "\x00", "\x07", "\x0b", "\x1b[31m", "\x7f", "\x85",
    "\u2028", "\u2029", "\u202e", "\u2066", "\u200b", "\u200d", "\u00ad", "\ufeff", "\ufffe", "\ud800", "\U000e0041",
    "\r\n", "\n", "\t", "\u0430", "A\u030a", "\u212b", "\uff1cscript\uff1e", "\u02bb", "💥", "日本", "عربي", "עברית",
    "ﷺ", "𝒳", "ß", "İ", "a" * 60, "a b c", "O’Dell", "Côte d’Ivoire", "10–20", "…",
)  # fmt: skip


def hostile(random: random.Random, longest: int = 120) -> str:
    """A value in which something is left after cleaning, at most so long."""
    while True:
        value = _joined(random)[:longest]
        if clean(value).strip():
            return value


def hostiles(seed: int, number: int) -> list[str]:
    """So many values; the first are the pieces themselves."""
    source = random.Random(seed)
    alone = [piece for piece in PIECES if clean(piece).strip()]
    return [alone[i] if i < len(alone) else hostile(source) for i in range(number)]


def _joined(source: random.Random) -> str:
    parts = [_bent(source.choice(PIECES), source) for _ in range(source.choice((1, 1, 2, 2, 3, 5)))]
    return source.choice(("", "", " ", "\n", "a")).join(parts)


def _bent(piece: str, source: random.Random) -> str:
    """The piece as it is, cut, doubled, in other letters, or with one sign put in."""
    at = source.randrange(len(piece) + 1)
    return source.choice((
        piece, piece, piece, piece[:at], piece[at:], piece * 2, piece.upper(), piece.swapcase(),
        piece[:at] + source.choice(PIECES)[:1] + piece[at:], piece[:at] + chr(source.randrange(0x3000)) + piece[at:],
    ))  # fmt: skip
