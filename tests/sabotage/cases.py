"""Sabotages: changes to the bytes of a built site, each with what the reader has to say about it.

A case names one file, changes its bytes, and lists words that one difference at that file has to contain: the field, what
was found and what was expected. Nothing here knows how the reader looks.
"""

from __future__ import annotations

import json
import re
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

from PIL import Image

Edit = Callable[[bytes], bytes]


@dataclass(frozen=True)
class Case:
    """One sabotage: of which file, how, and which words the difference has to have. `at` is where it has to be said."""

    name: str
    path: str
    edit: Edit
    words: tuple[str, ...]
    at: str = ""


def swap(old: str, new: str, count: int = 1) -> Edit:
    """The first `count` places of the old text, which has to be there, become the new one."""

    def edit(raw: bytes) -> bytes:
        text = raw.decode()
        assert old in text, f"{old!r} is not there any more; mend the sabotage"
        return text.replace(old, new, count).encode()

    return edit


def resub(pattern: str, new: str, count: int = 1) -> Edit:
    """The first `count` matches, of which there has to be one, become the new text."""

    def edit(raw: bytes) -> bytes:
        text, number = re.subn(pattern, new, raw.decode(), count=count, flags=re.DOTALL)
        assert number, f"{pattern!r} is not there any more; mend the sabotage"
        return text.encode()

    return edit


def both(*edits: Edit) -> Edit:
    """One edit after the other."""

    def edit(raw: bytes) -> bytes:
        for one in edits:
            raw = one(raw)
        return raw

    return edit


def exchange(one: str, other: str) -> Edit:
    """Two texts take each other's place, everywhere."""

    def edit(raw: bytes) -> bytes:
        text = raw.decode()
        assert one in text and other in text
        return text.replace(one, "\0").replace(other, one).replace("\0", other).encode()

    return edit


def in_json(change: Callable[[dict], None]) -> Edit:  # type: ignore[type-arg]
    def edit(raw: bytes) -> bytes:
        said = json.loads(raw)
        change(said)
        return json.dumps(said, ensure_ascii=False, indent=1).encode()

    return edit


def _set_count(said: dict) -> None:  # type: ignore[type-arg]
    said["counts"][0]["value"] += 1


def _swap_voters(said: dict) -> None:  # type: ignore[type-arg]
    yes = next(row for row in said["votes"] if row["option"] == "yes")
    no = next(row for row in said["votes"] if row["option"] == "no")
    yes["option"], no["option"] = "no", "yes"


def _drop_voter(said: dict) -> None:  # type: ignore[type-arg]
    said["votes"].pop()


# PNG --------------------------------------------------------------------------------------------------------------------


def manifest_of(raw: bytes) -> bytes:
    """The whole iTXt chunk `tellers` of a PNG."""
    at = 8
    while at < len(raw):
        length = struct.unpack(">I", raw[at : at + 4])[0]
        chunk = raw[at : at + 12 + length]
        if chunk[4:8] == b"iTXt" and chunk[8:].startswith(b"tellers\0"):
            return chunk
        at += 12 + length
    raise AssertionError("no manifest")


def with_manifest(raw: bytes, chunk: bytes) -> bytes:
    """The PNG with this chunk before its pixels."""
    bare = raw.replace(manifest_of(raw), b"") if b"tellers\0" in raw else raw
    at = 8 + 12 + struct.unpack(">I", bare[8:12])[0]
    return bare[:at] + chunk + bare[at:]


def repaint(change: Callable[[Image.Image], Image.Image]) -> Edit:
    """Other pixels below the same manifest."""

    def edit(raw: bytes) -> bytes:
        out = BytesIO()
        change(Image.open(BytesIO(raw)).convert("RGB")).save(out, "PNG")
        return with_manifest(out.getvalue(), manifest_of(raw))

    return edit


def _colour_for_colour(one: tuple[int, int, int], other: tuple[int, int, int]) -> Callable[[Image.Image], Image.Image]:
    def change(image: Image.Image) -> Image.Image:
        pixels = image.load()
        assert pixels is not None
        for x in range(image.width):
            for y in range(image.height):
                if pixels[x, y] == one:
                    pixels[x, y] = other
                elif pixels[x, y] == other:
                    pixels[x, y] = one
        return image

    return change


def _shifted(image: Image.Image) -> Image.Image:
    moved = Image.new("RGB", image.size, (255, 255, 255))
    moved.paste(image, (40, 0))
    return moved


def _painted_over(image: Image.Image) -> Image.Image:
    image.paste((255, 255, 255), (0, 200, image.width // 2, image.height))
    return image


def _half(image: Image.Image) -> Image.Image:
    return image.resize((image.width // 2, image.height // 2))


def reworded(old: bytes, new: bytes) -> Edit:
    """The PNG's manifest says something else, under a correct checksum."""

    def edit(raw: bytes) -> bytes:
        chunk = manifest_of(raw)
        head, rest = chunk[8 : 8 + 10], chunk[8:-4]
        packed = head[8] == 1
        body = rest.split(b"\0", 1)[1][2:].split(b"\0", 2)
        text = zlib.decompress(body[2]) if packed else body[2]
        assert old in text
        text = text.replace(old, new, 1)
        data = b"tellers\0\0\0" + body[0] + b"\0" + body[1] + b"\0" + text
        made = struct.pack(">I", len(data)) + b"iTXt" + data + struct.pack(">I", zlib.crc32(b"iTXt" + data))
        return with_manifest(raw, made)

    return edit


def transparent(raw: bytes) -> bytes:
    out = BytesIO()
    Image.open(BytesIO(raw)).convert("RGBA").save(out, "PNG")
    return with_manifest(out.getvalue(), manifest_of(raw))


# The list ---------------------------------------------------------------------------------------------------------------

_PAGE = "votes/assembly/24_1/index.html"
_TALLY = "figures/assembly/24_1.tally"
_YES = 'data-claim="tally vote&#61;assembly&#47;24&#95;1 option&#61;yes"'

PAGES = [
    Case("headline number", _PAGE, resub(rf"(<h1[^>]*>.*?{_YES}>)5<", r"\g<1>6<"), ("option=yes", '"6"', "5")),
    Case(
        "headline value and text",
        _PAGE,
        resub(rf'<data value="5" {_YES}>5<', f'<data value="6" {_YES}>6<'),
        ("value", '"6"', '"5"'),
    ),
    Case(
        "lead number typed by hand",
        _PAGE,
        resub(rf'(tl-lead">On.*?)<data value="5" {_YES}>5</data>', r"\g<1>5"),
        ("prose", '"5"', "bound"),
    ),
    Case("lead words swapped", "votes/assembly/24_2/index.html", exchange("votes in favour", "against"), ("lead", "2")),
    Case(
        "lead of another day",
        "votes/assembly/24_3/index.html",
        swap("On 5 November 2024", "On 6 November 2024", 9),
        ("6 November 2024", "5 November 2024"),
    ),
    Case(
        "lead with another outcome",
        "votes/assembly/25_3/index.html",
        swap("the Assembly adopted", "the Assembly did not adopt", 9),
        ("lead", "False", "True"),
    ),
    Case("title", "votes/assembly/25_1/index.html", resub(r"(<title>[^<]*)9–0", r"\g<1>8–0"), ("title", "8", "9")),
    Case(
        "title of another vote",
        "votes/council/24_1/index.html",
        resub(r"<title>C&#47;24&#47;1", "<title>C&#47;25&#47;1"),
        ("title", "C/25/1", "C/24/1"),
    ),
    Case(
        "meta description",
        "votes/council/25_1/index.html",
        resub(r'(name="description" content="[^"]*?)3 votes', r"\g<1>4 votes"),
        ("description", "4 votes"),
    ),
    Case(
        "og:description",
        "votes/assembly/25_4/index.html",
        resub(r'(og:description" content="[^"]*?)5 votes', r"\g<1>4 votes"),
        ("og:description", "4 votes", "5 votes"),
    ),
    Case(
        "og:image of a file that is not",
        "votes/assembly/25_3-amendment/index.html",
        resub(r'(og:image" content="[^"]*)card', r"\g<1>cord"),
        ("og:image", "cord"),
    ),
    Case(
        "JSON-LD number",
        "votes/assembly/24_2/index.html",
        swap('"name":"yes","value":5', '"name":"yes","value":6'),
        ("JSON-LD", "yes", "6", "5"),
    ),
    Case(
        "JSON-LD day",
        "votes/assembly/24_3/index.html",
        swap('"temporalCoverage":"2024-11-05"', '"temporalCoverage":"2023-11-05"'),
        ("temporalCoverage", "2023-11-05", "2024-11-05"),
    ),
    Case(
        "JSON-LD name",
        "votes/assembly/25_1/index.html",
        swap('"name":"N/25/1: Adopted 9–0', '"name":"N/25/1: Adopted 8–0'),
        ("JSON-LD name", "8–0", "9–0"),
    ),
    Case(
        "roll row: option",
        "votes/assembly/25_3/index.html",
        swap('data-member="BRU" data-option="no"', 'data-member="BRU" data-option="yes"'),
        ("BRU", '"yes"', '"no"'),
    ),
    Case(
        "roll row: word",
        "votes/assembly/24_1/index.html",
        resub(r"(member&#61;BRU\">)No<", r"\g<1>Yes<"),
        ("member=BRU", "Yes"),
    ),
    Case(
        "roll row: letter",
        "votes/assembly/24_2/index.html",
        resub(r'(data-member="BRU".*?<b [^>]*>)N<', r"\g<1>Y<"),
        ("BRU", "letter", '"Y"', '"N"'),
    ),
    Case(
        "roll row: colour",
        "votes/assembly/24_3/index.html",
        resub(r'(data-member="BRU".*?tl-chip )tl-no', r"\g<1>tl-yes"),
        ("BRU", "colour", "tl-yes", "tl-no"),
    ),
    Case(
        "roll row: swapped names",
        "votes/assembly/25_1/index.html",
        exchange(">Lower Weir</a></th>", ">Onward</a></th>"),
        ("name of", "Onward"),
    ),
    Case(
        "roll row dropped",
        "votes/council/24_1/index.html",
        resub(r"<tr><th scope=\"row\">(?:(?!</tr>).)*?data-member=\"LOW\".*?</tr>", ""),
        ("LOW", "0", "1"),
    ),
    Case(
        "roll row doubled",
        "votes/council/25_1/index.html",
        resub(r"(<tr><th scope=\"row\">(?:(?!</tr>).)*?data-member=\"LOW\".*?</tr>)", r"\1\1"),
        ("LOW", "2", "1"),
    ),
    Case(
        "roll row: group",
        "votes/assembly/25_3/index.html",
        resub(r"<td>BRU</td><td>Hills</td>", "<td>BRU</td><td>Coast</td>"),
        ("group of BRU", "Coast", "Hills"),
    ),
    Case(
        "group table number",
        "votes/assembly/24_1/index.html",
        resub(r'(option&#61;yes group&#61;coast">)2<', r"\g<1>3<"),
        ("group=coast", '"3"'),
    ),
    Case(
        "group table rows swapped",
        "votes/assembly/24_2/index.html",
        resub(r'(tl-groups.*?<th scope="row">)([^<]*)(</th>.*?<th scope="row">)([^<]*)(</th>)', r"\1\4\3\2\5"),
        ("row of", "group"),
    ),
    Case(
        "table heads swapped",
        "votes/assembly/24_3/index.html",
        resub(
            r'(tl-groups.*?)<th scope="col">Yes</th><th scope="col">No</th>',
            r'\1<th scope="col">No</th><th scope="col">Yes</th>',
        ),
        ("head of", '"no"', '"yes"'),
    ),
    Case(
        "list of votes: numbers of another vote",
        "votes/index.html",
        resub(r"vote&#61;assembly&#47;24&#95;1 option&#61;yes", "vote&#61;assembly&#47;24&#95;2 option&#61;yes"),
        ("row of", "assembly/24_1", "assembly/24_2"),
    ),
    Case(
        "list of votes: link to another vote",
        "votes/index.html",
        resub(
            r'href="assembly&#47;24&#95;1&#47;"|href="\.\./votes&#47;assembly&#47;24&#95;1&#47;"',
            'href="../votes/assembly/24_2/"',
        ),
        ("24_2",),
    ),
    Case(
        "day of a vote",
        "members/LOW/index.html",
        resub(r"12 March 2024</data>", "12 March 2025</data>"),
        ("field=date", "12 March 2025", "2024-03-12"),
    ),
    Case(
        "member's ballot",
        "members/HAY/index.html",
        resub(r'data-member="HAY" data-option="yes"', 'data-member="HAY" data-option="no"'),
        ("HAY", '"no"', '"yes"'),
    ),
    Case(
        "member's agreement",
        "members/NO/index.html",
        resub(r"(count of&#61;same member&#61;NO[^>]*>)\d+<", r"\g<1>7<"),
        ("of=same", '"7"'),
    ),
    Case(
        "unknown claim",
        "members/ON/index.html",
        resub(r'data-claim="count ', 'data-claim="guess '),
        ("guess", "can be computed"),
    ),
    Case(
        "claim without a vote",
        "members/NA/index.html",
        resub(r'(data-claim="date record)&#61;votes&#47;assembly&#47;24', r"\1&#61;votes&#47;assembly&#47;94"),
        ("94", "can be computed"),
    ),
    Case(
        "number typed into prose",
        "series/bridge/index.html",
        resub(r"(<article.*?</h1>)", r"\1<p>In 17 votes.</p>"),
        ("prose", '"17"', "bound"),
    ),
    Case(
        "number in words typed into prose",
        "explainers/how-to-read-this-site/index.html",
        swap("Everything on this site", "All seventeen votes on this site"),
        ("prose", "seventeen"),
    ),
    Case(
        "sweeping word in prose",
        "explainers/how-to-read-this-site/index.html",
        swap("Some motions are adopted", "Most members agree. Some motions are adopted"),
        ("prose", "Most members"),
    ),
    Case(
        "quote: a word changed",
        "quotes/odell-2025-05-06-answer/index.html",
        swap("six towns gave it", "seven towns gave it", 9),
        ("odell", "seven towns", "six towns"),
    ),
    Case(
        "quote: a mark changed",
        "quotes/odland-2025-05-06-wood/index.html",
        resub(r"(data-claim=\"text[^>]*>[^<]*?)[’']|(data-claim=\"text[^>]*>\w+) ", r"\1\2‘"),
        ("odland", "text"),
    ),
    Case(
        "quote: another speaker",
        "quotes/index.html",
        exchange(">Ása O’Dell<", ">Jörg Ödland<"),
        ("speaker", "O’Dell", "Ödland"),
    ),
    Case(
        "quote: another day",
        "votes/assembly/25_3/index.html",
        resub(r"(quotes&#47;odell[^>]*field&#61;date\">)6 May 2025", r"\g<1>7 May 2025"),
        ("7 May 2025",),
    ),
    Case(
        "quote left out",
        "votes/assembly/25_3/index.html",
        resub(r'data-quote="odell-2025-05-06-answer"', 'data-quoted="odell"'),
        ("quotes about the vote",),
    ),
    Case(
        "words after numbers swapped",
        "votes/index.html",
        resub(r"(option&#61;abstain\">1</data>) abstention", r"\1 against"),
        ("option", '"no"', '"abstain"'),
    ),
    Case("broken link", "sources/index.html", resub(r'href="\.\./votes/"', 'href="../vote/"'), ("link", "../vote/")),
    Case("broken anchor", "method/index.html", resub(r'href="#([a-z-]+)"', r'href="#\1-not"'), ("link", "-not", "id")),
    Case(
        "doubled id",
        "gaps/index.html",
        resub(r"(<article.*?)<h1 ", r'\1<p id="twice"></p><p id="twice"></p><h1 '),
        ("id twice", "2 elements"),
    ),
    Case(
        "script address",
        "corrections/index.html",
        resub(r"(<article.*?)<h1 ", r'\1<a href="javascript:alert(1)">x</a><h1 '),
        ("javascript:", "https"),
    ),
    Case(
        "script from elsewhere",
        "bodies/index.html",
        swap("</head>", '<script src="https://cdn.example/x.js"></script></head>'),
        ("cdn.example", "other hosts"),
    ),
    Case(
        "checked line: marks",
        "votes/assembly/25_4/index.html",
        resub(r"(count of&#61;marks[^>]*>)\d+<", r"\g<1>99<"),
        ("of=marks", '"99"'),
    ),
    Case(
        "checked line: data",
        "votes/assembly/25_3-amendment/index.html",
        resub(r"data <span data-free>[0-9a-f]{8}", "data <span data-free>00000000"),
        ("data of", "00000000"),
    ),
    Case(
        "inline figure: ballot repainted",
        "votes/assembly/24_1/index.html",
        swap('class="no" data-mark="tile:BRU"', 'class="yes" data-mark="tile:BRU"'),
        ("tile:BRU", '"yes"', '"no"'),
    ),
    Case(
        "inline figure: two members swapped",
        "votes/assembly/24_2/index.html",
        both(
            swap(">ALU</text>", ">\0</text>", 9), swap(">BRU</text>", ">ALU</text>", 9), swap(">\0</text>", ">BRU</text>", 9)
        ),
        ("tile:ALU", "BRU", "ALU"),
    ),
    Case(
        "inline figure of another vote",
        "votes/assembly/25_1/index.html",
        resub(r'<figure([^>]*)data-figure="assembly&#47;25&#95;1&#46;tally"', r'<figure\1data-figure="assembly/24_1.tally"'),
        ("24_1.tally", "25_1.tally"),
    ),
    Case(
        "search index: headline",
        "search/search_index.json",
        swap("N/24/1: Adopted 5\\u20133", "N/24/1: Adopted 6\\u20133"),
        ("24_1", "6–3"),
    ),
    Case(
        "search index: text",
        "search/search_index.json",
        swap("adopted N/25/1: 9 votes", "adopted N/25/1: 8 votes"),
        ("25_1", "8"),
    ),
    Case(
        "search index: page left out",
        "search/search_index.json",
        swap('"location":"votes/council/25_1/', '"location":"votes/council/95_1/', 99),
        ("council/25_1", "no entry"),
    ),
]

FILES = [
    Case("CSV cell", "votes/assembly/24_1/roll.csv", swap("Brückstein,no", "Brückstein,yes"), ("BRU", '"yes"', '"no"')),
    Case("CSV names swapped", "votes/assembly/24_2/roll.csv", exchange("Lower Weir", "Onward"), ("name of", "Onward")),
    Case("CSV row dropped", "votes/assembly/24_3/roll.csv", resub(r"\nNO,[^\n]*", ""), ("NO", "no row", "no")),
    Case("CSV row added", "votes/assembly/25_1/roll.csv", swap("QUI,", "XYZ,Nowhere,no\nQUI,"), ("XYZ", "no such row")),
    Case(
        "CSV shifted by one row",
        "votes/assembly/25_3/roll.csv",
        resub(r"\nALU,([^\n]*),yes\nBRU,([^\n]*),no", r"\nALU,\1,no\nBRU,\2,yes"),
        ("ALU", '"no"', '"yes"'),
    ),
    Case("JSON count", "votes/assembly/24_1/vote.json", in_json(_set_count), ("counts yes", "6", "5")),
    Case("JSON ballots swapped", "votes/assembly/24_2/vote.json", in_json(_swap_voters), ("votes ALU", '"no"', '"yes"')),
    Case("JSON ballot dropped", "votes/assembly/24_3/vote.json", in_json(_drop_voter), ("number of votes", "8", "9")),
    Case("JSON outcome", "votes/council/24_1/vote.json", swap('"fail"', '"pass"', 9), ("result", '"pass"', '"fail"')),
    Case("JSON day", "votes/council/25_1/vote.json", resub(r'"start_date": "20', '"start_date": "19'), ("start_date", "19")),
    Case(
        "style sheet: colours swapped",
        "assets/tellers/figures.css",
        both(swap("--tl-yes:#24508a", "--tl-yes:#c4501b"), swap("--tl-no:#c4501b", "--tl-no:#24508a")),
        ("paint of",),
        at="figures/",
    ),
    Case(
        "style sheet: two roles one colour",
        "assets/tellers/figures.css",
        swap("--tl-absent:#fcfcfd", "--tl-absent:#fdfefe"),
        ("colour other than",),
    ),
]

FIGURES = [
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
        resub(r'width="700" height="[0-9.]+"', 'width="700" height="999"'),
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
            r'556.15 [0-9.]+L556.15 [0-9.]+(C[^"]*" class="[a-z-]+" data-mark="flow:absent:yes")',
            r"556.15 294.66L556.15 420\1",
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

PICTURES = [
    Case("PNG: manifest number", f"{_TALLY}.png", reworded(b'"value":5', b'"value":6'), ("option=yes", "6", "5")),
    Case("PNG: alternative text", f"{_TALLY}-dark.png", reworded(b"5 yes", b"6 yes"), ("words", "6 yes")),
    Case("PNG: no manifest", f"{_TALLY}-360.png", lambda raw: raw.replace(manifest_of(raw), b""), ("manifest",)),
    Case("PNG: transparent", f"{_TALLY}-360-dark.png", transparent, ("opaque", "False")),
    Case("PNG: half the size", "figures/assembly/24_2.tally.png", repaint(_half), ("width", "700", "1400")),
    Case(
        "PNG: colours swapped",
        "figures/assembly/24_2.waffle.png",
        repaint(_colour_for_colour((36, 80, 138), (196, 80, 27))),
        ("pixels of dot:", "c4501b"),
    ),
    Case("PNG: shifted", "figures/assembly/24_3.tally.png", repaint(_shifted), ("bar:",)),
    Case("PNG: marks painted over", "figures/assembly/24_3.waffle.png", repaint(_painted_over), ("pixels of dot:",)),
    Case("PNG: card painted over", "figures/assembly/24_1.card.png", repaint(_painted_over), ("bar:",)),
    Case("PNG: damaged", "figures/assembly/25_1.tally.png", lambda raw: raw[: len(raw) // 2], ("file",)),
]

COPIES = [
    (
        "PNG of another vote",
        "figures/assembly/24_1.tally.png",
        "figures/assembly/24_3.tally.png",
        ("figure", "24_1.tally", "24_3.tally"),
    ),
    (
        "PNG of the other theme",
        "figures/assembly/25_3.tally-dark.png",
        "figures/assembly/25_3.tally.png",
        ("theme", "dark", "light"),
    ),
    (
        "card of another vote",
        "figures/assembly/24_1.card.png",
        "figures/assembly/24_2.card.png",
        ("figure", "24_1.card", "24_2.card"),
    ),
    ("roll of another vote", "votes/assembly/24_1/roll.csv", "votes/assembly/25_1/roll.csv", ("option of", "yes")),
]

CASES = [*PAGES, *FILES, *FIGURES, *PICTURES]
