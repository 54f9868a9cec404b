"""Drawings: marks, words, axes and manifest of an SVG."""

from __future__ import annotations

from tests.sabotage.tools import Case, both, exchange, resub, swap

_TALLY = "figures/assembly/24_1.tally"

CASES = [
    Case(
        "label number",
        f"{_TALLY}.svg",
        resub(r'(data-mark="label:bar:yes">)5<', r"\g<1>6<"),
        ("label of bar:yes", '"6 Yes"', '"5"'),
    ),
    Case(
        "label words swapped",
        f"{_TALLY}-dark.svg",
        both(swap(">Yes</text>", ">\0</text>"), swap(">No</text>", ">Yes</text>"), swap(">\0</text>", ">No</text>")),
        ("label of bar", "Yes", "No"),
    ),
    Case(
        "bar width",
        f"{_TALLY}-360.svg",
        resub(r'(<rect x="[^"]*" y="[^"]*" width=")([0-9.]+)(" height="[^"]*" class="no")', r"\g<1>60\3"),
        ("width of bar:no", "60.00 px"),
    ),
    Case(
        "baseline cut",
        f"{_TALLY}-360-dark.svg",
        resub(
            r'<rect x="16" y="([^"]*)" width="([0-9.]+)" height="([^"]*)" class="yes"',
            r'<rect x="66" y="\1" width="132" height="\3" class="yes"',
        ),
        ("bar:",),
    ),
    Case(
        "mark flipped",
        "figures/assembly/24_1.waffle.svg",
        swap('class="no" data-mark="dot:BRU"', 'class="yes" data-mark="dot:BRU"'),
        ("dot:BRU", '"yes"', '"no"'),
    ),
    Case(
        "mark flipped with its tag",
        "figures/assembly/24_1.waffle-dark.svg",
        resub(
            r'class="no" data-mark="dot:BRU" data-member="BRU" data-option="no"',
            'class="yes" data-mark="dot:BRU" data-member="BRU" data-option="yes"',
        ),
        ("dot:BRU", '"yes"', '"no"'),
    ),
    Case(
        "vote flipped in the manifest",
        "figures/assembly/24_1.waffle-360.svg",
        resub(
            r"(&quot;member&quot;:&quot;BRU&quot;,[^}]*},&quot;says&quot;:&quot;ballot&quot;,&quot;value&quot;:&quot;)no",
            r"\1yes",
        ),
        ("member=BRU", '"yes"', '"no"'),
    ),
    Case(
        "members swapped",
        "figures/assembly/24_1.waffle-360-dark.svg",
        exchange('data-mark="dot:ALU" data-member="ALU"', 'data-mark="dot:BRU" data-member="BRU"'),
        ("dot:", "yes", "no"),
    ),
    Case(
        "mark dropped",
        "figures/assembly/24_2.waffle.svg",
        resub(r'<circle [^>]*data-mark="dot:LOW"[^>]*/>', ""),
        ("dot:LOW", "0 times", "once"),
    ),
    Case(
        "mark doubled",
        "figures/assembly/24_2.waffle-dark.svg",
        resub(r'(<circle [^>]*data-mark="dot:LOW"[^>]*/>)', r"\1\1"),
        ("dot:LOW", "2 times", "once"),
    ),
    Case(
        "mark without a tag",
        "figures/assembly/24_2.waffle-360.svg",
        swap("</svg>", '<circle cx="200" cy="200" r="9" class="yes"/></svg>'),
        ("painted yes", "tag"),
    ),
    Case(
        "mark out of the view box",
        "figures/assembly/24_2.hemicycle.svg",
        resub(r'<circle cx="[^"]*" (cy="[^"]*" r="[^"]*" class="[a-z]*" data-mark="seat:LOW")', r'<circle cx="720" \1'),
        ("seat:LOW", "inside the picture"),
    ),
    Case(
        "mark covered",
        "figures/assembly/24_2.hemicycle-dark.svg",
        swap("</svg>", '<rect x="0" y="150" width="350" height="200" class="gap"/></svg>'),
        ("covered by", "plain sight"),
    ),
    Case(
        "mark faded",
        "figures/assembly/24_2.hemicycle-360.svg",
        resub(r'(data-mark="seat:LOW")', r'opacity="0.1" \1'),
        ("opacity", "figures of this site"),
    ),
    Case(
        "mark moved by a transform",
        "figures/assembly/24_3.hemicycle.svg",
        resub(r'(data-mark="seat:LOW")', r'transform="translate(40,0)" \1'),
        ("transform", "figures of this site"),
    ),
    Case(
        "mark shrunk",
        "figures/assembly/24_3.hemicycle-dark.svg",
        resub(r'r="[^"]*" (class="[a-z]*" data-mark="seat:LOW")', r'r="2" \1'),
        ("size of seat:LOW", "4×4"),
    ),
    Case(
        "colours swapped in the file",
        "figures/assembly/24_3.hemicycle-360.svg",
        both(swap(".yes{fill:#24508a}", ".yes{fill:#c4501b}"), swap(".no{fill:#c4501b}", ".no{fill:#24508a}")),
        ("paint of", "#c4501b", "#24508a"),
    ),
    Case(
        "mark hidden by style",
        "figures/assembly/24_3.hemicycle-360-dark.svg",
        swap("</style>", "circle{display:none}</style>"),
        ("style", "circle"),
    ),
    Case("tile text", "figures/assembly/24_1.blocks.svg", swap(">ALU</text>", ">BRU</text>"), ("tile:ALU", "BRU", "ALU")),
    Case(
        "tile moved to another's place",
        "figures/assembly/24_1.blocks-dark.svg",
        exchange('data-mark="tile:ALU" data-member="ALU"', 'data-mark="tile:HAY" data-member="HAY"'),
        ("tile:", "HAY", "ALU"),
    ),
    Case(
        "group number",
        "figures/assembly/24_1.blocks-360.svg",
        resub(r'(data-mark="label:count:coast:yes"[^>]*>)2', r"\g<1>3"),
        ("count:coast:yes", "3", "2"),
    ),
    Case(
        "alternative text",
        "figures/assembly/24_2.tally.svg",
        resub(r"(&quot;alt&quot;:&quot;[^&]*?)5 yes", r"\g<1>6 yes"),
        ("alt", "6", "5"),
    ),
    Case(
        "description",
        "figures/assembly/24_2.tally-dark.svg",
        both(resub(r"(<desc[^>]*>)5 yes", r"\g<1>4 yes"), resub(r"(&quot;desc&quot;:&quot;)5 yes", r"\g<1>4 yes")),
        ("desc", "4", "5"),
    ),
    Case("title", "figures/assembly/24_2.tally-360.svg", swap("5–3", "3–5", 99), ("title", "3", "5")),
    Case(
        "drawn title alone",
        "figures/assembly/24_2.tally-360-dark.svg",
        resub(r'(class="ink s">[^<]*?)5–3', r"\g<1>6–3"),
        ("drawn title", "6–3", "5–3"),
    ),
    Case(
        "year in the subtitle",
        "figures/assembly/24_3.tally.svg",
        resub(r"5([ \u00a0])November([ \u00a0])2024", r"5\1November\g<2>2023", 99),
        ("subtitle", "2023"),
    ),
    Case(
        "base in the subtitle",
        "figures/assembly/24_3.tally-dark.svg",
        resub(r"all( |\xa0)9( |\xa0)members", r"all\g<1>8\g<2>members", 99),
        ("subtitle", "8"),
    ),
    Case(
        "source line",
        "figures/assembly/24_3.tally-360.svg",
        resub(r">Source: Assembly of Nine Towns", ">Source: Nobody"),
        ("drawn source", "Nobody"),
    ),
    Case(
        "stale digest",
        "figures/assembly/25_1.tally.svg",
        resub(r"(&quot;digest&quot;:&quot;sha256:)[0-9a-f]{8}", r"\g<1>00000000"),
        ("digest of votes/assembly/25_1", "00000000"),
    ),
    Case(
        "data line of old data",
        "figures/assembly/25_1.tally-dark.svg",
        resub(r">Data [0-9a-f]{8}", ">Data 00000000"),
        ("data line", "00000000"),
    ),
    Case(
        "threshold moved",
        "figures/assembly/25_1.tally-360.svg",
        resub(r'<rect x="([0-9.]+)" (y="[^"]*" width="2" height="[^"]*" class="tick")', r'<rect x="40" \2'),
        ("tick:needed", "41.00 px"),
    ),
    Case(
        "threshold number",
        "figures/assembly/25_1.tally-360-dark.svg",
        swap(">6 needed<", ">5 needed<"),
        ("tick:needed", "5", "6"),
    ),
    Case(
        "claim of another base",
        "figures/assembly/25_3.tally.svg",
        resub(
            r"(&quot;of&quot;:&quot;members&quot;,&quot;vote&quot;:&quot;assembly/25_3&quot;},&quot;says&quot;:&quot;count&quot;,&quot;value&quot;:)9",
            r"\g<1>8",
        ),
        ("of=members", "8", "9"),
    ),
    Case(
        "figure of another vote",
        "figures/assembly/25_3.tally-dark.svg",
        swap("assembly/25_3.tally", "assembly/24_3.tally", 99),
        ("figure", "24_3.tally", "25_3.tally"),
    ),
    Case(
        "dark picture at the light address",
        "figures/assembly/25_4.tally.svg",
        both(
            swap('data-theme="light"', 'data-theme="dark"'),
            swap("&quot;theme&quot;:&quot;light&quot;", "&quot;theme&quot;:&quot;dark&quot;"),
        ),
        ("theme", '"dark"', '"light"'),
    ),
    Case(
        "aspect",
        "figures/assembly/25_4.tally-dark.svg",
        resub(r'width="600" height="[0-9.]+"', 'width="600" height="999"'),
        ("size", "999"),
    ),
    Case(
        "timeline bar",
        "figures/bridge.timeline.svg",
        resub(r'width="[0-9.]+"( height="28" class="no" data-mark="bar:assembly/24_1:no")', r'width="60"\1'),
        ("width of bar:assembly/24_1:no", "60.00 px"),
    ),
    Case(
        "timeline number",
        "figures/bridge.timeline-dark.svg",
        resub(r'(data-mark="label:bar:assembly/24_1:no">)3', r"\g<1>4"),
        ("bar:assembly/24_1:no", "4", "3"),
    ),
    Case("timeline day", "figures/bridge.timeline-360.svg", resub(r">12 Mar 2024<", ">12 Mar 2023<"), ("12 Mar 2023",)),
    Case(
        "stray number",
        "figures/bridge.timeline-360-dark.svg",
        swap("</svg>", '<text x="100" y="40" font-size="13" class="muted">65 %</text></svg>'),
        ("65 %", "number with its mark"),
    ),
    Case(
        "point moved",
        "figures/HAY.agreement.svg",
        resub(r'cy="[0-9.]+"( r="3.2" class="[a-z0-9-]+" data-mark="point:NA)', r'cy="200"\1'),
        ("point:NA", "200.00 px"),
    ),
    Case("false tick", "figures/HAY.agreement-dark.svg", resub(r'(data-tick="50">)50', r"\g<1>60"), ("tick",)),
    Case("percentage", "figures/HAY.agreement.svg", resub(r"(Narrow Pass )50", r"\g<1>40"), ("Narrow Pass", "40", "50")),
    Case(
        "ribbon height",
        "figures/assembly/25_3.alluvial.24_3.svg",
        resub(
            r'456.15 [0-9.]+L456.15 [0-9.]+(C[^"]*" class="[a-z-]+" data-mark="flow:absent:yes")',
            r"456.15 320.7L456.15 420\1",
        ),
        ("flow:absent:yes", "right end"),
    ),
    Case(
        "shift number",
        "figures/assembly/25_3.alluvial.24_3-dark.svg",
        resub(r'(data-mark="label:(?:from|to):yes"[^>]*>)(\d)', r"\g<1>8"),
        (":yes", "8"),
    ),
    Case(
        "quote in a picture",
        "figures/odell-2025-05-06-answer.quote.svg",
        resub(r"six( towns)", r"ten\1", 99),
        ("field=text", "ten towns", "six towns"),
    ),
    Case(
        "quote in a picture, drawn alone",
        "figures/odell-2025-05-06-answer.quote-360.svg",
        resub(r"(data-mark=\"label:quote:text\">[^<]*?)six", r"\g<1>ten"),
        ("label of quote:text", "ten", "six"),
    ),
    Case(
        "speaker in a picture",
        "figures/odell-2025-05-06-answer.quote-dark.svg",
        resub(r">Ása O’Dell<", ">Jörg Ödland<"),
        ("drawn title", "Ása O’Dell"),
    ),
    Case(
        "no manifest",
        "figures/odland-2025-05-06-wood.quote.svg",
        resub(r"<metadata>.*?</metadata>", "<metadata></metadata>"),
        ("figure", "manifest"),
    ),
    Case("not XML", "figures/odland-2025-05-06-wood.quote-dark.svg", resub(r"</svg>", ""), ("well-formed",)),
]
