"""Shapes of figures' files: scaled, moved, bent, swapped, covered, hidden, or drawn by other means than marks."""

# ruff: noqa: E501  a sabotage a row

from __future__ import annotations

import re

from tests.sabotage.tools import Case, Edit, both, each, exchange, inside, resub, swap

TALLY = "figures/assembly/25_3.tally.svg"
BLOCKS = "figures/assembly/25_3.blocks.svg"
TIMELINE = "figures/bridge.timeline.svg"
WAFFLE = "figures/assembly/24_1.waffle.svg"
HEMICYCLE = "figures/assembly/24_2.hemicycle.svg"
COUNCIL = "figures/council/24_1.council.svg"
AGREEMENT = "figures/OST.agreement.svg"
ALLUVIAL = "figures/assembly/25_3.alluvial.24_3.svg"
WORDS = "figures/BRU.words.svg"


def shape(mark: str, old: str, new: str) -> Edit:
    """In the shape with this mark, one text becomes another."""
    return inside(rf'<(?:rect|circle|path)\b[^>]*data-mark="{re.escape(mark)}"[^>]*/>', swap(old, new))


def placed(mark: str, **places: float) -> Edit:
    """The shape with this mark, with these numbers for these attributes, whatever they were."""
    pattern = rf'<(?:rect|circle)\b[^>]*data-mark="{re.escape(mark)}"[^>]*/>'
    return both(*[inside(pattern, resub(rf' {name}="[\d.]+"', f' {name}="{value}"')) for name, value in places.items()])


def lifted(first: str, last: str, by: float) -> Edit:
    """All that is drawn from one pattern to another, higher by so much."""
    up = each(r' y="([\d.]+)"', lambda found: f' y="{float(found[1]) - by:.2f}"')
    return inside(f"{first}.*?{last}", up)


def needed_at(x: float) -> Edit:
    """The line of what is needed and the gap it stands in, with its left edge at another place."""
    return resub(
        r'<rect x="[\d.]+"([^>]*class="gap"/>\n<rect) x="[\d.]+"([^>]*data-mark="tick:needed")',
        rf'<rect x="{x - 1.5:.2f}"\1 x="{x:.2f}"\2',
    )


def narrower(mark: str, factor: float, left: float) -> Edit:
    """Every bar of these marks drawn towards the left edge."""

    def change(found: re.Match[str]) -> str:
        x, width = left + (float(found[2]) - left) * factor, float(found[4]) * factor
        return f"{found[1]}{x:.2f}{found[3]}{width:.2f}{found[5]}"

    return each(rf'(<rect x=")([\d.]+)("[^>]*? width=")([\d.]+)("[^>]*data-mark="{mark})', change)


def spread(mark: str, places: dict[str, str]) -> Edit:
    """Circles of these members, at other places along the line."""
    return both(*[inside(rf'<circle[^>]*data-mark="{mark}:{code}"[^>]*/>', resub(r'cx="[\d.]+"', f'cx="{x}"')) for code, x in places.items()])  # fmt: skip


def round_all(before: str, after: str) -> Edit:
    """Everything drawn, put between two texts."""
    return both(swap('<rect class="ground"', before + '<rect class="ground"'), swap("</svg>", after + "</svg>"))


def move_text(words: str, old: str, new: str) -> Edit:
    return inside(rf"<text\b[^>]*>{re.escape(words)}</text>", swap(old, new))


BOTH_SEATS = both(placed("seat:NO", cy=206.28), placed("seat:BRU", cy=255.28))

CASES = [
    Case("all bars three quarters as wide", TALLY, narrower("bar:", 0.75, 16), ("bar:",)),
    Case("bars of one row three quarters as wide", TIMELINE, narrower("bar:assembly/24_3:", 0.75, 124), ("bar:assembly/24_3",)),
    Case("bars that do not start at zero", TIMELINE, placed("bar:assembly/24_1:yes", x=164, width=215.56), ("bar:assembly/24_1:yes",)),
    Case("bars of two rows exchanged", TIMELINE, exchange('y="118.44"', 'y="156.44"'), ("24_1",)),
    Case("needed moved with its gap and not its words", TALLY, needed_at(248.56), ("needed",)),
    Case("a tile in the row of another group", BLOCKS, both(placed("tile:NO", x=111, y=217.92), inside("<text[^>]*>NO</text>", resub('x="[^"]*" y="[^"]*"', 'x="124.75" y="235.67"'))), ("NO",)),
    Case("codes of two tiles exchanged", BLOCKS, exchange(">BRU</text>", ">NA</text>"), ("BRU", "NA")),
    Case("keys in one another's colour", BLOCKS, both(shape("label:key:yes", 'class="yes"', 'class="no"'), shape("label:key:no", 'class="no"', 'class="yes"')), ("key",)),
    Case("a cross over a dot that is no no", WAFFLE, swap("M231.3 132.54L239.7 140.94M231.3 140.94L239.7 132.54", "M296.3 132.54L304.7 140.94M296.3 140.94L304.7 132.54"), ("cue-no",)),
    Case("a tick drawn on a seat that said no", COUNCIL, resub('d="[^"]*" class="cue-no"', 'd="M155 255.28L160.25 260.18L169 250.38" class="cue-yes"'), ("cue",)),
    Case("the ring of a permanent member around another seat", COUNCIL, both(placed("label:ring:BRU", cx=438, cy=206.28), swap('data-mark="label:ring:BRU" data-member="BRU"', 'data-mark="label:ring:OST" data-member="OST"')), ("OST",)),
    Case("two seats in one another's place", COUNCIL, BOTH_SEATS, ("BRU",)),
    Case("seats of one option larger", HEMICYCLE, each(r'r="[\d.]+" class="no"', lambda _: 'r="29" class="no"'), ("seat:BRU",)),
    Case("dots of one option on one another", WAFFLE, spread("dot", {"NA": "188.5", "NO": "190"}), ("dot:NA",)),
    Case("an axis that says it begins at a quarter", AGREEMENT, inside('<text[^>]*data-tick="0">0<', swap('data-tick="0">0<', 'data-tick="25">25<')), ("25",)),
    Case("a point lower, with its line and leader", AGREEMENT, each(r"237\.35", lambda _: "257.35"), ("NA",)),
    Case("a flow that thins out", ALLUVIAL, inside(r'<path\b[^>]*data-mark="flow:absent:yes"', resub(r"L([\d.]+) [\d.]+C([\d.]+) [\d.]+", r"L\1 331.26C\2 331.26")), ("flow:absent:yes",)),
    Case("a flow in the colour of another option", ALLUVIAL, shape("flow:no:abstain", 'class="flow-abstain"', 'class="flow-yes"'), ("flow:no:abstain",)),
    Case("a flow left out and its neighbour thicker", ALLUVIAL, both(resub(r'<path[^>]*data-mark="flow:no:abstain"[^>]*/>\n', ""), inside(r'<path\b[^>]*data-mark="flow:no:yes"', resub(r" [\d.]+ ([\d.]+) [\d.]+Z", r" 475.37 \1 475.37Z"))), ("flow:no:",)),
    Case("words moved to another year", "members/BRU/index.html", lifted('<rect[^>]*data-mark="quote:odland-2025-05-06-wood"', ">Jörg Ödland", 150), ("odland",)),
    Case("mirrored", TALLY, round_all('<g transform="translate(600 0) scale(-1 1)">', "</g>"), ("bar:yes",)),
    Case("a bar in a group that is not seen", TALLY, inside(r'<rect[^>]*data-mark="bar:no"[^>]*/>', resub("^(.*)$", r'<g opacity="0">\1</g>')), ("bar:no",)),
    Case("a bar with a colour of its own", TALLY, shape("bar:no", 'class="no"', 'class="no" style="fill:#24508a"'), ("style",)),
    Case("a bar that grows while one looks", TALLY, inside(r'<rect[^>]*data-mark="bar:no"[^>]*/>', resub("/>$", '><animate attributeName="width" to="500" dur="1s" fill="freeze"/></rect>')), ("animate",)),
    Case("a shape used once more", TALLY, swap("</svg>", '<use href="#f-assembly-25-3-tally-600-t" x="20"/></svg>'), ("use",)),
    Case("a page inside the picture", TALLY, swap("</svg>", '<foreignObject x="16" y="130" width="400" height="40"><p xmlns="http://www.w3.org/1999/xhtml">9 yes</p></foreignObject></svg>'), ("foreignObject",)),
    Case("a picture inside the picture", TALLY, swap("</svg>", '<image href="25_1.tally.png" width="600" height="274"/></svg>'), ("image",)),
    Case("script inside the picture", TALLY, swap("</svg>", "<script>document.querySelector('.no').setAttribute('class','yes')</script></svg>"), ("script",)),
    Case("half of a bar clipped away", TALLY, shape("bar:yes", 'class="yes"', 'class="yes" clip-path="inset(0 50% 0 0)"'), ("clip-path",)),
    Case("a gap so broad that it covers half of a bar", TALLY, resub(r'<rect x="[\d.]+"( y="[\d.]+") width="3"', r'<rect x="173.17"\1 width="223"'), ("gap",)),
    Case("a view box that begins behind the first mark", TALLY, resub(r'viewBox="0 0 \d+ ', 'viewBox="300 0 300 '), ("300 0 300",)),
    Case("a view box taller than the picture", WAFFLE, resub(r'viewBox="0 0 (\d+) \d+"', r'viewBox="0 0 \1 418"'), ("×418",)),
    Case("stretched to twice its height", BLOCKS, resub(r' height="\d+" role', ' height="744" preserveAspectRatio="none" role'), ("744",)),
    Case("a label in the colour of the ground", TALLY, move_text("No", 'class="muted"', 'class="gap"'), ("gap",)),
    Case("a label too small to read", TALLY, move_text("Abstain", 'font-size="14"', 'font-size="2"'), ("Abstain",)),
    Case("a label turned upside down", TALLY, move_text("Abstain", 'x="', 'transform="rotate(180 480 110)" x="'), ("transform",)),
    Case("a number squeezed by its text length", TALLY, move_text("6", 'class="ink h"', 'class="ink h" textLength="1" lengthAdjust="spacingAndGlyphs"'), ("textLength",)),
    Case("the yes bar drawn once more as a path", TALLY, swap('<path d="M28 155.96', '<path d="M395.67 138.96L457.78 138.96L457.78 172.96L395.67 172.96Z" class="yes"/><path d="M28 155.96'), ("yes",)),
    Case("a thick line over the no bar", TALLY, swap('<path d="M28 155.96', '<path d="M395.67 155.96L457.78 155.96" class="tick" style="stroke:#24508a;stroke-width:34"/><path d="M28 155.96'), ("style",)),
    Case("a colour of the figure's style exchanged for a role that it also has", WAFFLE, both(swap(".yes{fill:#24508a}", ".yes{fill:#c4501b}"), swap(".no{fill:#c4501b}", ".no{fill:#24508a}")), ("#c4501b", "#24508a")),
    Case("a later rule in the figure's own style", TALLY, swap("</style>", "svg[data-figure] rect.no{fill:#24508a}</style>"), ("no",)),
    Case("style that hides the numbers", TALLY, swap("</style>", "svg[data-figure] .h{display:none}</style>"), ("display",)),
    Case("style that moves the labels", TALLY, swap("</style>", "svg[data-figure] .h{transform:translateX(75px)}</style>"), ("transform",)),
    Case("a ground in another colour", TALLY, resub(r'(<rect class="ground"[^>]*) fill="#ffffff"', r'\1 fill="#24508a"'), ("#24508a",)),
    Case("no ground", HEMICYCLE, resub(r'<rect class="ground"[^>]*/>\n', ""), ("ground",)),
    Case("a chip of the dark picture in the role of another vote", "figures/BRU.words-dark.svg", shape("vote:assembly/24_1", 'class="no"', 'class="yes"'), ("24_1",)),
]  # fmt: skip
