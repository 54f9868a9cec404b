"""Tables and lists: rows, heads, results; and words that only the search index still has right."""

from __future__ import annotations

from tests.sabotage.tools import Case, inside, resub, swap

_ROW = r"<tr>(?:(?!</tr>).)*{0}(?:(?!</tr>).)*</tr>"

CASES = [
    Case(
        "ballots of a member with what it did not cast",
        "members/NA/index.html",
        resub(r'(tl-lead">.*?no)&#46; In other votes&#58; ', r"\1&#44; "),
        ("ballots", "not voting, ", "In other votes"),
    ),
    Case(
        "members counted with what they did not cast",
        "members/index.html",
        resub("count of&#61;cast member", "count of&#61;ballots member"),
        ("counted of members", "of=ballots", "of=cast"),
    ),
    Case(
        "row of the roll left out of the numbers",
        "votes/council/24_1/index.html",
        resub(r'<tr><th scope="row">Nordby</th><td><data value="no".*?</tr>', ""),
        ("table of council/24_1.council", "no row", "member=NO"),
    ),
    Case(
        "row twice",
        "bodies/council/index.html",
        resub(rf"({_ROW.format('A watch on the bridge')})", r"\1\1"),
        ("row of a table", "2 times", "C/25/1"),
    ),
    Case(
        "head left out",
        "votes/assembly/25_4/index.html",
        resub(r"<thead><tr>.*?</tr></thead>", "<thead></thead>"),
        ("head of a table", "a name above each column"),
    ),
    Case(
        "cell left out",
        "bodies/assembly/index.html",
        resub(r"(N&#47;24&#47;1</a>.*?</th>)<td>.*?</td></tr>", r"\1</tr>"),
        ("row of a table", "3 cells"),
    ),
    Case(
        "vote left out of its body's list",
        "bodies/council/index.html",
        resub(_ROW.format("A watch on the bridge"), ""),
        ("votes listed", "council/24_1", "council/25_1"),
    ),
    Case(
        "member left out of the list",
        "members/index.html",
        resub(_ROW.format("Quillon"), ""),
        ("members listed", "QUI"),
    ),
    Case(
        "member left out of a comparison",
        "members/OST/index.html",
        resub(_ROW.format("of&#61;same member&#61;OST with&#61;LOW"), ""),
        ("members compared", "LOW"),
    ),
    Case(
        "majority for minority",
        "members/OST/index.html",
        inside(
            '<p class="tl-stood">.*?</p>',
            resub(r"(<data [^>]*majority[^>]*>[^<]*</data>)(.*?)(<data [^>]*minority[^>]*>[^<]*</data>)", r"\3\2\1"),
        ),
        ("where it stood", "minority"),
    ),
    Case(
        "how often alone",
        "members/OST/index.html",
        inside(
            '<p class="tl-stood">.*?</p>', resub(r'<data value="\d+"([^>]*of&#61;alone[^>]*>)\d+', r'<data value="9"\g<1>9')
        ),
        ("count of=alone", "9"),
    ),
    Case(
        "lists in another order",
        "series/bridge/index.html",
        resub(rf"({_ROW.format('date record&#61;votes&#47;assembly&#47;24&#95;1 ')})({_ROW.format('24&#95;3')})", r"\2\1"),
        ("votes listed", "assembly/24_3"),
    ),
    Case(
        "verdict in a row",
        "index.html",
        resub(r"(Soldiers at the river crossings</small></th><td>)Not adopted&#58; vetoed", r"\1Adopted"),
        ("result of C/24/1", "not adopted: vetoed"),
    ),
    Case(
        "verdict without numbers in a row",
        "votes/index.html",
        swap("Adopted without a vote</td>", "Not adopted</td>"),
        ("result of N/25/2", '"Not adopted"', '"Adopted"'),
    ),
    Case(
        "a word of running text",
        "method/index.html",
        swap("votes in favour", "votes against"),
        ("search index", "votesagainst", "votesinfavour"),
    ),
    Case(
        "a sentence more",
        "gaps/index.html",
        resub(r"(<article.*?<p[^>]*>)", r"\1Everything is known. "),
        ("search index", "Everythingisknown"),
    ),
    Case(
        "an entry of the index with another word",
        "search/search_index.json",
        swap("votes in favour", "votes against"),
        ("method/index.html text", "votesagainst", "votesinfavour"),
    ),
    Case(
        "a figure drawn otherwise on its page",
        "votes/assembly/25_1/index.html",
        resub(r'(<svg[^>]*data-figure="assembly/25_1.tally"[^>]*data-width="700".*?<rect [^>]*height=")34"', r'\g<1>43"'),
        ("figure assembly/25_1.tally: drawing", "43", "34"),
    ),
    Case(
        "a mark of another option on its page, where nothing says what it claims",
        "votes/assembly/25_1/index.html",
        resub(r'class="yes"( data-mark="tile:ALU" data-member="ALU" data-option=")yes"', r'class="no"\1no"'),
        ("figure assembly/25_1.blocks", "tile:ALU", "yes", "no"),
    ),
    Case(
        "a figure that brings what it says of itself along on a page",
        "votes/assembly/25_1/index.html",
        resub(r"</desc>\n", "</desc>\n<metadata>{}</metadata>\n"),
        ("figure", "with its manifest"),
    ),
    Case(
        "a figure of another width on a page than its frame has",
        "votes/assembly/25_1/index.html",
        resub(r'(data-figure="assembly/25_1.tally" data-kind="tally" data-width=")700', r"\g<1>640"),
        ("figure",),
    ),
    Case(
        "a dark file drawn otherwise",
        "figures/assembly/25_1.tally-dark.svg",
        resub(r'(<rect [^>]*height=")34(" class="yes")', r"\g<1>43\2"),
        ("drawing", "43", "34", "25_1.tally.svg"),
    ),
    Case(
        "the day in an explainer's JSON-LD",
        "explainers/how-to-read-this-site/index.html",
        swap('"datePublished":"2025-09-01"', '"datePublished":"2025-08-01"'),
        ("JSON-LD datePublished", "2025-08-01", "2025-09-01"),
    ),
    Case(
        "a number left out of the line below a figure",
        "members/PEL/index.html",
        resub(r'<data [^>]*count of&#61;marks figure&#61;PEL&#46;agreement">\d+</data>', ""),
        ("line below PEL.agreement", "count of=claims", "count of=marks"),
    ),
]
