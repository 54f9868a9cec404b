"""The site's copy of the theme's style sheet is what its script makes of the theme that is installed."""

from __future__ import annotations

import make_theme


def test_the_sheet_is_that_of_the_installed_theme() -> None:
    assert make_theme.SHEET.read_text("utf-8") == make_theme.sheet()


def test_a_rule_is_kept_with_those_of_its_selectors_that_a_page_can_meet() -> None:
    css = '.md-grid,.admonition>p{a:b}@media print{.keys{c:d}}.md-nav:not(.keys)[href=","]{e:f}[dir=rtl] .md-nav{g:h}'
    assert make_theme.kept_rules(css) == '.md-grid{a:b}.md-nav:not(.keys)[href=","]{e:f}'


def test_icons_and_movements_that_nothing_reads_are_left_out() -> None:
    used = "p{margin:var(--a)}@keyframes y{to{top:0}}p{animation:y 1s}"
    css = ":root{--a:1;--b:url('data:,{;}');--c:2}@keyframes x{to{top:0}}" + used
    kept = ":root{--a:1;--c:2}" + used
    assert make_theme.without_unused(css, "var(--c)") == kept
