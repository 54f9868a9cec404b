"""Pages: headline, lead, tables, head, links, search."""

from __future__ import annotations

from tests.sabotage.tools import Case, both, exchange, resub, swap

_PAGE = "votes/assembly/24_1/index.html"
_YES = 'data-claim="tally vote&#61;assembly&#47;24&#95;1 option&#61;yes"'

CASES = [
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
    Case(
        "lead without those against",
        _PAGE,
        resub(r'(tl-lead">On.*?votes in favour)&#44; <data.*?abstention&#46;', r"\1&#46;"),
        ("lead", "5 votes in favour", "3 against"),
    ),
    Case(
        "line below a figure without the way to its record",
        _PAGE,
        resub(r' <a href="#about-this-record">.*?</a></p>', "</p>"),
        ("ways from the line below", "#about-this-record"),
    ),
    Case(
        "line below a figure that leads elsewhere",
        _PAGE,
        resub(r'(tl-checked"><a href="[^"]*)verification', r"\1method"),
        ("ways from the line below", "method", "verification"),
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
        ("lead", "did not adopt", "adopted"),
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
        ("JSON-LD name", "Adopted 8–0", "found 8", "expected 9"),
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
