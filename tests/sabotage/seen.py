"""Sabotages that only a browser can tell: the bytes say the right thing, and a visitor sees another, or nothing.

Each case is a page or a picture of the starter with one change. Nothing here knows how the reader looks.
"""

from __future__ import annotations

import re

from tests.sabotage.tools import Case, Edit, both, resub, swap

VOTE = "votes/assembly/24_1/index.html"
COUNCIL = "votes/council/25_1/index.html"
SERIES = "series/bridge/index.html"
MEMBER = "members/HAY/index.html"
QUOTE = "quotes/odell-2025-05-06-answer/index.html"
TALLY = "figures/assembly/24_1.tally.svg"
TIMELINE = "figures/bridge.timeline-dark.svg"
BAR = 'svg[data-figure] [data-mark="bar:yes"]'


def unguarded(page: bytes) -> bytes:
    """The page without its policy, which forbids styles and scripts inside it: sheets of the site could hold the same."""
    return re.sub(rb'<meta http-equiv="Content-Security-Policy"[^>]*>', b"", page)


def style(rules: str) -> Edit:
    """Rules at the end of the page's styles, as if the site's own style sheet had them."""
    return swap("</head>", f"<style>{rules}</style></head>")


def before_figure(element: str) -> Edit:
    """An element of its own just before the first figure of the page."""
    return swap('<figure class="tl-figure', f'{element}<figure class="tl-figure')


COVER = "position:absolute;z-index:2;width:340px;height:170px;margin-top:60px;background:var(--tl-ground)"
SPAN = "position:absolute;margin-top:150px;font:60px/100px serif"
POLICY = '<head><meta http-equiv="Content-Security-Policy" content="style-src \'self\'">'

CASES = [
    # marks
    Case("a bar without place", VOTE, style(f"{BAR}{{display:none}}"), ("bar:yes", "nothing of it is drawn")),
    Case("a faded bar", VOTE, style(f"{BAR}{{opacity:.2}}"), ("opacity of bar:yes", '"0.2"')),
    Case("an invisible bar", VOTE, style(f"{BAR}{{visibility:hidden}}"), ("visibility of bar:yes", '"hidden"')),
    Case("a bar half as long", VOTE, style(f"{BAR}{{transform:scaleX(.5)}}"), ("transform of bar:yes", "matrix(0.5")),
    Case("a bar moved by translate", VOTE, style(f"{BAR}{{translate:40px}}"), ("translate of bar:yes", '"40px"')),
    Case("yes painted as no", VOTE, style(f"{BAR}{{fill:#c4501b}}"), ("fill of mark bar:yes", "#c4501b", "#24508a")),
    Case(
        "yes painted as no in the dark",
        VOTE,
        style(f"[data-md-color-scheme=slate] {BAR}{{fill:#e2622f}}"),
        ("dark", "fill of mark bar:yes", "#e2622f", "#4fb6f5"),
    ),
    Case(
        "a figure never laid out", VOTE, style("figcaption{content-visibility:hidden}"), ("content-visibility", '"hidden"')
    ),
    Case("a fill let through", VOTE, style(f"{BAR}{{fill-opacity:.3}}"), ("fill of mark bar:yes", "30 %")),
    Case(
        "an abstention without edge",
        VOTE,
        style("svg[data-figure] .abstain{stroke:none}"),
        ("edge of mark bar:abstain", '"none"'),
    ),
    Case(
        "a thin edge",
        VOTE,
        style("svg[data-figure] .abstain{stroke-width:.2px}"),
        ("edge of mark bar:abstain", "0.2 px", "1 px"),
    ),
    Case(
        "a bar in an edge of no",
        VOTE,
        style(f"{BAR}{{stroke:#c4501b;stroke-width:9px}}"),
        ("edge of mark bar:yes", "#c4501b"),
    ),
    Case(
        "a variable of another colour", VOTE, style(":root{--tl-no:#24508a}"), ("fill of mark bar:no", "#24508a", "#c4501b")
    ),
    Case("a mark on a coloured ground", VOTE, style(".tl-figure{background:#24508a}"), ("contrast of mark bar:yes", "1.00")),
    Case("a blended bar", VOTE, style(f"{BAR}{{mix-blend-mode:screen}}"), ("mix-blend-mode of bar:yes", "screen")),
    Case("a masked seat", COUNCIL, style("circle{mask-image:linear-gradient(#0000,#0000)}"), ("mask-image of seat:",)),
    Case(
        "a seat that blinks",
        COUNCIL,
        style("@keyframes b{to{opacity:0}}circle{animation:b 1s infinite}"),
        ("animation-name of seat:",),
    ),
    Case("a bar made shorter", VOTE, style(f"{BAR}{{width:100px}}"), ("place of mark bar:yes", "100")),
    Case("small seats", COUNCIL, style("svg[data-figure] circle{r:4px}"), ("place of mark seat:",)),
    Case("paths of another form", VOTE, style('svg[data-figure] path{d:path("M0 0L9 9")}'), ("place of mark path",)),
    Case(
        "an edge of gaps",
        VOTE,
        style("svg[data-figure] .abstain{stroke-dasharray:0 900}"),
        ("edge of mark bar:abstain", "dashes"),
    ),
    Case("labels on the other side", VOTE, style("svg[data-figure] text{text-anchor:end}"), ('place of text "5"',)),
    # covers
    Case(
        "a cover that is inert",
        VOTE,
        before_figure(f'<div inert style="{COVER}"></div>'),
        ("mark bar:yes", "covered by div"),
    ),
    Case("a shadow over the figure", VOTE, style(".tl-about{box-shadow:0 -200px 0 100px #fff}"), ("box-shadow of",)),
    Case("a cover over the bars", VOTE, before_figure(f'<div style="{COVER}"></div>'), ("mark bar:yes", "covered by div")),
    Case(
        "a cover for eyes alone",
        VOTE,
        before_figure(f'<div style="{COVER};pointer-events:none!important"></div>'),
        ("mark bar:yes", "covered by div"),
    ),
    Case(
        "a cover that a style sheet makes",
        VOTE,
        style('.tl-figure{position:relative}.tl-figure::after{content:"";position:absolute;inset:0;background:#fff}'),
        ("mark bar:yes", "covered by figure"),
    ),
    Case(
        "an outline over the figure",
        VOTE,
        style(".tl-about{position:relative;outline:160px solid #fff}"),
        ("outline-style of",),
    ),
    Case(
        "a number over a mark",
        VOTE,
        before_figure(f'<span style="{SPAN}">9999999999</span>'),
        ("mark bar:yes", "covered by span"),
    ),
    # the frame
    Case(
        "half a figure", VOTE, style(".tl-kind-tally svg{clip-path:inset(0 50% 0 0)}"), ("clip-path of the picture", "inset")
    ),
    Case("a figure cut off", VOTE, style(".tl-wide,.tl-narrow{height:90px;overflow:hidden}"), ("frame", "cut to")),
    Case("a squeezed figure", VOTE, style(".tl-kind-tally svg{height:80px}"), ("aspect", "×80")),
    Case("a mirrored figure", VOTE, style(".tl-kind-tally svg{transform:scaleX(-1)}"), ("scale", "[-1")),
    Case(
        "no figure at all",
        VOTE,
        style(".tl-kind-blocks>div{display:none!important}"),
        ("pictures of assembly/24_1.blocks", "0 that are shown"),
    ),
    Case(
        "both layouts at once",
        VOTE,
        style(".tl-narrow{display:block}"),
        ("pictures of assembly/24_1.tally", "2 that are shown"),
    ),
    Case("inverted colours", VOTE, style(".tl-figure{filter:invert(1)}"), ("filter of figure", "invert")),
    # words in figures
    Case("words too small", VOTE, style(".tl-figure text{font-size:7px}"), ("7.0 px", "9 px or more")),
    Case(
        "words that run out of the picture",
        SERIES,
        style(".tl-figure text{letter-spacing:2px}"),
        ("clipped by", "edge of the picture"),
    ),
    Case(
        "words that run into one another", SERIES, style(".tl-figure text{letter-spacing:4px}"), ("overlaps", "words apart")
    ),
    Case(
        "codes wider than their tiles",
        VOTE,
        style(".tl-kind-blocks text{letter-spacing:3px}"),
        ("crosses the edge of mark tile:",),
    ),
    Case(
        "another font",
        VOTE,
        style("svg[data-figure] text{font-family:monospace}"),
        ("font of text", '"monospace"', "Tellers Inter"),
    ),
    Case(
        "words in the colour of the bar",
        VOTE,
        style(".tl-kind-blocks text.on-yes{fill:#24508a}"),
        ("contrast of text", "1.00"),
    ),
    Case(
        "a title in the wrong colour",
        VOTE,
        style("svg[data-figure] .ink{fill:#c4501b}"),
        ("colour of text", "#c4501b", "#1b1f24"),
    ),
    Case("a label without letters", MEMBER, style(".tl-figure text{opacity:0}"), ("opacity of", '"0"')),
    # words on pages
    Case("a digit added to a headline", VOTE, style('h1 data::after{content:"9"}'), ("::after of tally", "9")),
    Case("a word added to a lead", VOTE, style('.tl-lead::before{content:"Not: "}'), ("::before of p.tl-lead", "Not")),
    Case(
        "a counter in a cell",
        VOTE,
        style("td data::before{counter-increment:x;content:counter(x)}"),
        ("::before of tally", "counter(x)"),
    ),
    Case("digits as bullets", VOTE, style('li{list-style:"9 "}'), ("::marker of li", "9")),
    Case("a headline that is hidden", VOTE, style("h1{display:none}"), ("hidden, as is h1",)),
    Case("a value without place", VOTE, style(".tl-lead data{display:none}"), ("hidden, as is data",)),
    Case("a value of no size", VOTE, style(".tl-lead data{font-size:0}"), ("hidden, as is data",)),
    Case("a transparent value", VOTE, style(".tl-lead data{color:transparent}"), ("contrast of tally", "1.00")),
    Case(
        "a value that is filled with nothing",
        VOTE,
        style("td data{-webkit-text-fill-color:transparent}"),
        ("contrast of tally", "1.00"),
    ),
    Case(
        "pale words in the dark",
        VOTE,
        style("[data-md-color-scheme=slate] .tl-lead{color:#20262d}"),
        ("dark", "contrast of", "#20262d on #14181d"),
    ),
    Case(
        "a value behind dots", VOTE, style("td data{-webkit-text-security:disc}"), ("webkit-text-security of tally", "disc")
    ),
    Case("a value struck out", VOTE, style("td data{text-decoration:line-through}"), ("text-decoration-line of tally",)),
    Case("digits back to front", VOTE, style("data{unicode-bidi:bidi-override;direction:rtl}"), ("unicode-bidi of tally",)),
    Case("digits on one another", VOTE, style("h1 data{letter-spacing:-.5em}"), ("letter-spacing of tally",)),
    Case(
        "a lead cut after its first line",
        VOTE,
        style(".tl-lead{height:1.4em;overflow:hidden}"),
        ("360 px", "p.tl-lead", "out of sight"),
    ),
    Case(
        "a headline cut at the side",
        VOTE,
        style("h1{width:6ch;overflow:hidden;white-space:nowrap!important}"),
        ("h1", "clipped by"),
    ),
    Case(
        "a lead out of the window", VOTE, style(".tl-lead{position:absolute;left:-9999px}"), ("p.tl-lead", "in plain sight")
    ),
    Case(
        "a checked line out of the window",
        VOTE,
        style(".tl-checked{text-indent:-9999px}"),
        ("p.tl-checked", "in plain sight"),
    ),
    Case(
        "a table drawn over its heading",
        VOTE,
        style("h2+.tl-scroll{margin-top:-70px;background:#fff;position:relative}"),
        ("By group", "covered by"),
    ),
    Case(
        "a row that is hidden",
        VOTE,
        resub(r'(<table class="tl-groups".*?<tbody>)<tr>', r"\1<tr hidden>"),
        ("hidden, as is tr[hidden]",),
    ),
    Case(
        "a caption that is hidden",
        VOTE,
        style(".md-typeset .tl-figure figcaption{display:none}"),
        ("hidden, as is figcaption",),
    ),
    Case(
        "words behind the page",
        VOTE,
        style(".tl-lead{position:relative;z-index:-1}article{background:#fff}"),
        ("p.tl-lead", "covered by"),
    ),
    Case("a quote in tiny letters", QUOTE, style(".tl-quote p{font-size:5px!important}"), ("5.0 px", "9 px or more")),
    Case("a page wider than a phone", VOTE, style("h1{min-width:900px}"), ("360 px", "width", "without scrolling sideways")),
    Case(
        "a page in one scheme only",
        VOTE,
        both(swap("(prefers-color-scheme: dark)", "(prefers-color-scheme: never)", 9), style("b{}")),
        ("dark: scheme", "slate"),
    ),
    Case(
        "columns in another order",
        VOTE,
        style(".tl-groups tr{display:flex;flex-direction:row-reverse}"),
        ("flex-direction of tr",),
    ),
    Case(
        "cells below another head",
        VOTE,
        style(".tl-groups td{position:relative;left:70px}"),
        ("place of cell", "below its head"),
    ),
    Case("numbers in another order", VOTE, style("h1 data{float:right}"), ("float of tally",)),
    Case(
        "numbers moved by their places",
        VOTE,
        style("h1 data{position:relative;left:-90px}"),
        ("order of tally", "words in their order"),
    ),
    Case(
        "lines on one another",
        VOTE,
        style(".tl-page .tl-lead{line-height:0!important}"),
        ("360 px", "order of", "words in their order"),
    ),
    Case(
        "words on a picture of their own colour",
        VOTE,
        style(".tl-lead{background:linear-gradient(#1b1f24,#1b1f24)}"),
        ("background-image of p.tl-lead",),
    ),
    Case(
        "a picture for a number",
        VOTE,
        style('h1 data{content:url("../../../assets/images/tellers.svg")}'),
        ("content of tally",),
    ),
    Case(
        "a script that says another headline",
        VOTE,
        swap(
            "</article>",
            '<script>document.querySelector("h1").attachShadow({mode:"open"}).textContent="Adopted 9–0"</script></article>',
        ),
        ("hidden, as is h1",),
    ),
    # what the page does
    Case(
        "a page that leaves",
        VOTE,
        before_figure("<script>setTimeout(() => location.assign('?'), 60)</script>"),
        ("console", "goes on to", "?"),
    ),
    Case(
        "a page that leaves at once",
        VOTE,
        before_figure("<script>location.assign('?')</script>"),
        ("console", "goes on to", "?"),
    ),
    Case(
        "a visitor counted elsewhere",
        VOTE,
        before_figure('<img src="https://tracker.example/a.png">'),
        ("other host", "tracker.example"),
    ),
    Case(
        "a script that fails", VOTE, before_figure("<script>nothing.at.all</script>"), ("script", "nothing is not defined")
    ),
    Case("a page that complains", VOTE, before_figure('<script>console.error("oh")</script>'), ("console", '"oh"')),
    Case(
        "a policy that the page breaks",
        VOTE,
        both(swap("<head>", POLICY), style("h1{color:red}")),
        ("console", "Content Security Policy"),
    ),
    # pictures alone
    Case("a title longer than the picture", TALLY, resub(r'font-size="21"', 'font-size="44"'), ("alone", "clipped by")),
    Case(
        "labels on one another",
        TALLY,
        resub(r'font-size="14"(?= class="muted" data-mark="label:bar:no")', 'font-size="90"'),
        ("alone", "overlaps"),
    ),
    Case("tiny words in a picture", TIMELINE, resub(r'font-size="11"', 'font-size="6"', 9), ("alone, dark", "6.0 px")),
    Case(
        "a hidden bar in a picture",
        TALLY,
        swap("</style>", "svg[data-figure] .yes{display:none}</style>"),
        ("bar:yes", "nothing of it is drawn"),
    ),
    Case("a picture that is none", TALLY, swap("<svg", "<svgs"), ("picture", "nothing that a browser opens")),
]
