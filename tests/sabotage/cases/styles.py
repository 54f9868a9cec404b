"""Style sheets and scripts: what a browser would show or say instead of what is written."""

# ruff: noqa: E501  a sabotage a row

from __future__ import annotations

from tests.sabotage.tools import Case, Change, add, both, exchange, heard, resub, swap

FIGURES = "assets/tellers/figures.css"
SITE = "assets/stylesheets/tellers.css"
FONTS = "assets/fonts/fonts.css"
THEME = "assets/stylesheets/material.css"
SCRIPT = "assets/javascripts/tellers.js"
VOTE = "votes/assembly/25_3/index.html"


def rule(name: str, text: str, words: tuple[str, ...], sheet: str = SITE) -> Case:
    """One more rule at the end of a style sheet."""
    return Case(name, sheet, add("\n" + text + "\n"), words)


CASES = [
    Case("yes and no exchanged in the dark only", FIGURES, both(swap("--tl-yes:#4fb6f5", "--tl-yes:#e2622f"), swap("--tl-no:#e2622f", "--tl-no:#4fb6f5")), ("#e2622f", "#4fb6f5")),
    Case("yes in the colour of no in the dark only", FIGURES, swap("--tl-yes:#4fb6f5", "--tl-yes:#e2622f"), ("yes",)),
    Case("two roles in nearly one colour", FIGURES, swap("--tl-no:#c4501b", "--tl-no:#26518b"), ("no",)),
    Case("a role that reads another's variable", FIGURES, swap("svg[data-figure] .no{fill:var(--tl-no)}", "svg[data-figure] .no{fill:var(--tl-yes)}"), ("no",)),
    Case("no colours for the dark", FIGURES, resub(r"\[data-md-color-scheme=slate\]\{[^}]*\}\n", ""), ("slate",)),
    Case("other colours on paper", FIGURES, resub(r"(@media print.*--tl-yes:)#24508a", r"\1#c4501b"), ("#c4501b",)),
    Case("a flow in the colour of another", FIGURES, swap("svg[data-figure] .flow-no{fill:var(--tl-flow-no)", "svg[data-figure] .flow-no{fill:var(--tl-flow-yes)"), ("flow-no",)),
    Case("letters on their bars cannot be read", FIGURES, swap("--tl-on-yes:#fffffe", "--tl-on-yes:#24508b"), ("on-yes",)),
    rule("a role's colour once more, in a sheet that comes later", "svg[data-figure] .no{fill:#24508a}", ("#24508a",)),
    rule("a role's colour, with force, in the theme's sheet", ".no{fill:#24508a!important}", ("#24508a",), THEME),
    rule("a role's variable once more", ":root{--tl-no:#24508a}", ("--tl-no",)),
    rule("a role's variable once more in the theme's sheet", "body{--tl-no:#24508a}", ("--tl-no",), THEME),
    rule("chips in one another's colours", ".tl-no{--fill:var(--tl-yes)}", (".tl-no",)),
    rule("numbers of headlines not shown", "h1 data{display:none}", ("display",)),
    rule("second rows not shown", ".tl-roll tr:nth-child(2){display:none}", ("display",)),
    rule("a lead that is not there", ".tl-lead{visibility:hidden}", ("visibility",)),
    rule("notes that cannot be seen", ".tl-notes{opacity:0}", ("opacity",)),
    rule("notes off the page", ".tl-notes{position:absolute;left:-9999px}", ("-9999px",)),
    rule("a threshold in no colour", ".md-typeset .tl-threshold{color:transparent}", ("transparent",)),
    rule("captions cut away", "figcaption{clip-path:inset(50%)}", ("clip-path",)),
    rule("numbers of no size", "data{font-size:0}", ("font-size",)),
    rule("another number after each six", 'data[value="6"]::after{content:"5"}', ("content",)),
    rule("words before the motion", '.tl-motion::before{content:"Rejected: "}', ("Rejected",)),
    rule("words before a quote", '.tl-quote p::before{content:"Allegedly: "}', ("Allegedly",)),
    rule("numbers struck out", ".tl-lead data{text-decoration:line-through}", ("line-through",)),
    rule("figures mirrored", ".tl-wide{transform:scaleX(-1)}", ("transform",)),
    rule("figures negative", ".tl-figure svg{filter:invert(1)}", ("filter",)),
    rule("neither picture on a phone", "@media (max-width:500px){.tl-narrow{display:none}}", (".tl-narrow",)),
    rule("rows from below", ".tl-roll tbody{display:flex;flex-direction:column-reverse}", ("tl-roll",)),
    rule("cells from the right", ".tl-numbers tr{direction:rtl}", ("direction",)),
    rule("cells in another order", ".tl-numbers tr{display:flex}.tl-numbers td:last-child{order:-1}", ("order",)),
    rule("quotes in other letters", ".tl-quote p{text-transform:uppercase}", ("text-transform",)),
    rule("tables behind a white sheet", '.tl-scroll::after{content:"";position:absolute;inset:0;background:#fff}', ("tl-scroll",)),
    rule("a ground over the text", ".md-main::after{content:'';position:fixed;inset:0;background:white}", ("md-main",)),
    rule("a sheet from elsewhere", '@import url("https://styles.example/x.css");', ("styles.example",)),
    rule("letters from elsewhere", '@font-face{font-family:"Tellers Inter";src:url("https://fonts.example/x.woff2")}', ("fonts.example",)),
    Case("letters of another file", FONTS, swap("inter-400-latin.woff2", "inter-401-latin.woff2"), ("inter-401-latin.woff2",)),
    Case("bold letters for plain ones", FONTS, exchange("inter-400-latin.woff2", "inter-700-latin.woff2"), ("700-latin.woff2",)),
    Case("a style sheet left out of a page", VOTE, resub(r'<link rel="stylesheet" href="[^"]*figures\.css">', ""), ("figures.css",)),
    Case("one more style sheet in a page", VOTE, swap("</head>", '<link rel="stylesheet" href="../../../assets/more.css"></head>'), ("more.css",), also=(Change("assets/more.css", add(".tl-lead{display:none}")),)),
    Case("a style in a page", VOTE, swap("</head>", "<style>.tl-no{--fill:#24508a}</style></head>"), ("style",)),
    Case("a number hidden in place", VOTE, heard('<data value="1" data-claim="tally vote=assembly/25_3 option=no">', '<data style="display:none" value="1" data-claim="tally vote=assembly/25_3 option=no">'), ("style",)),
    Case("a row hidden in place", VOTE, heard('<tr><th scope="row"><a href="../../../members/BRU/">', '<tr hidden><th scope="row"><a href="../../../members/BRU/">'), ("hidden",)),
    Case("a figure hidden in place", VOTE, swap('<figure class="tl-figure tl-kind-tally"', '<figure hidden class="tl-figure tl-kind-tally"'), ("hidden",)),
    Case("a note unseen by readers of screens", VOTE, swap('<div class="tl-notes">', '<div class="tl-notes" aria-hidden="true">'), ("aria-hidden",)),
    Case("a chip of another class", VOTE, swap('<span class="tl-chip tl-no">', '<span class="tl-chip tl-yes">'), ("tl-yes", "tl-no")),
    Case("script that counts otherwise", VOTE, swap("</body>", "<script>document.querySelector('h1 data').textContent='9'</script></body>"), ("script",)),
    Case("script from elsewhere", VOTE, swap("</body>", '<script src="https://scripts.example/x.js"></script></body>'), ("scripts.example",)),
    Case("script in an attribute", VOTE, swap('<h1 id="n253', '<h1 onclick="this.textContent=9" id="n253'), ("onclick",)),
    Case("the site's script says more", SCRIPT, add('\nfor (const d of document.querySelectorAll("h1 data")) d.textContent = "9";\n'), ("tellers.js",)),
    Case("the theme's script says more", "assets/javascripts/bundle.a5f9d56c.min.js", add('\nfor (const d of document.querySelectorAll("h1 data")) d.textContent = "9";\n'), ("bundle",)),
]  # fmt: skip
