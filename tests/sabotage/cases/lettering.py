"""Words in figures' files: titles, labels, days, keys, sources, and what the file says of itself."""

# ruff: noqa: E501  a sabotage a row

from __future__ import annotations

from tests.sabotage.cases.geometry import (
    AGREEMENT,
    ALLUVIAL,
    BLOCKS,
    COUNCIL,
    HEMICYCLE,
    TALLY,
    TIMELINE,
    WAFFLE,
    WORDS,
    needed_at,
)
from tests.sabotage.tools import Case, Change, both, each, exchange, inside, resub, same, swap

QUOTE = "figures/odland-2025-05-06-wood.quote.svg"
ANSWER = "figures/odell-2025-05-06-answer.quote.svg"
NARROW = "figures/assembly/25_3.tally-360.svg"
DARK = "figures/assembly/25_3.tally-dark.svg"
EVERYWHERE = 99

CASES = [
    Case("rows' symbols shifted by one", TIMELINE, both(swap(">N/24/1<", ">\0<"), swap(">N/24/3<", ">N/24/1<"), swap(">N/25/3<", ">N/24/3<"), swap(">\0<", ">N/25/3<")), ("N/25/3", "N/24/1")),
    Case("rows' days shifted by one", TIMELINE, both(swap(">12 Mar 2024<", ">\0<"), swap(">5 Nov 2024<", ">12 Mar 2024<"), swap(">\0<", ">5 Nov 2024<")), ("5 Nov 2024", "12 Mar 2024")),
    Case("a key of columns over another column", TIMELINE, exchange('b">Yes<', 'b">No<'), ("Yes",)),
    Case("counts of two groups exchanged", BLOCKS, exchange(">2 yes<", ">3 yes<"), ("3 yes", "2")),
    Case("names of two groups exchanged", BLOCKS, exchange(">Coast<", ">River<"), ("tile:ALU", "River")),
    Case("what is needed, another number everywhere", TALLY, both(swap("says&quot;:&quot;threshold&quot;,&quot;value&quot;:5", "says&quot;:&quot;threshold&quot;,&quot;value&quot;:6"), swap('data-tick="5"', 'data-tick="6"'), swap(">5 needed<", ">6 needed<"), needed_at(393.67)), ("6", "5")),
    Case("the words of a rule that did not apply", TALLY, swap(">two thirds of the members voting yes or no<", ">a majority of the members voting yes or no<"), ("two thirds", "a majority")),
    Case("an outcome without the veto", COUNCIL, swap(">Not adopted: vetoed<", ">Not adopted<"), ("vetoed",)),
    Case("an outcome turned round", COUNCIL, swap(">Not adopted: vetoed<", ">Adopted<"), ("Adopted", "ot adopted")),
    Case("a smaller membership", HEMICYCLE, swap('label:count:members">9<', 'label:count:members">8<'), ("8", "9")),
    Case("digits of a share exchanged", AGREEMENT, resub(r">Narrow Pass 67\s%<", ">Narrow Pass 76 %<"), ("76", "67")),
    Case("the year under an axis", AGREEMENT, swap('data-tick="2025-05-06">2025<', 'data-tick="2025-05-06">2024<'), ("2024", "2025")),
    Case("another window of votes", AGREEMENT, swap("the last five votes", "the last ten votes"), ("ten", "five")),
    Case("headings of two columns exchanged", ALLUVIAL, exchange(">N/24/3<", ">N/25/3<"), ("N/25/3", "N/24/3")),
    Case("days of two columns exchanged", ALLUVIAL, exchange(">5 Nov 2024<", ">6 May 2025<"), ("6 May 2025", "5 Nov 2024")),
    Case("left and right exchanged in the words", ALLUVIAL, both(swap("), left, and", "), right, and"), swap("), right. Heights", "), left. Heights")), ("left",)),
    Case("one ballot another in mark, tag, label and claim", WORDS, both(swap("assembly/24_1&quot;},&quot;says&quot;:&quot;ballot&quot;,&quot;value&quot;:&quot;no&quot;", "assembly/24_1&quot;},&quot;says&quot;:&quot;ballot&quot;,&quot;value&quot;:&quot;yes&quot;"), swap("&quot;vote:assembly/24_1&quot;,&quot;role&quot;:&quot;no&quot;", "&quot;vote:assembly/24_1&quot;,&quot;role&quot;:&quot;yes&quot;"), swap('class="no" data-mark="vote:assembly/24_1" data-member="BRU" data-option="no"', 'class="yes" data-mark="vote:assembly/24_1" data-member="BRU" data-option="yes"'), swap("N/24/1: no.", "N/24/1: yes.", EVERYWHERE), resub(r'<path d="M73.59 155.12[^>]*/>\n', "")), ("yes", "no")),
    Case("the heading of a year", WORDS, swap('data-tick="2024">2024<', 'data-tick="2023">2023<'), ("2023", "2024")),
    Case("a silence that was none", WORDS, swap(">No statement with a sound source here<", ">No statement was made here<"), ("words in little", "wasmade")),
    Case("lanes named after one another", WORDS, exchange(">Votes<", ">Words<"), ("Words", "Votes")),
    Case("the title of another motion beside a vote", "members/BRU/index.html", inside(r'<svg\b[^>]*data-figure="BRU.words".*?</svg>', swap(">A bridge at Lower Weir<", ">A watch on the bridge<")), ("A watch on the bridge", "A bridge at Lower Weir")),
    Case("one word of a quote", QUOTE, swap("Wood would", "Wood could", EVERYWHERE), ("could", "would")),
    Case("a quote without its closing mark", QUOTE, resub(r"<text[^>]*>”</text>\n", ""), ("”",)),
    Case("an ellipsis made three full stops", ANSWER, swap(" … ", " ... ", EVERYWHERE), ("...", "…")),
    Case("an apostrophe made straight", ANSWER, swap("O’Dell", "O'Dell", EVERYWHERE), ("O'Dell", "O’Dell")),
    Case("a longer quote", QUOTE, swap("Wood would have done,<", "Wood would have done, and better,<"), ("better",)),
    Case("another speaker", QUOTE, swap(">Jörg Ödland<", ">Ása O’Dell<"), ("Ása O’Dell", "Jörg Ödland")),
    Case("another office", QUOTE, swap(">Envoy, Town", ">Mayor, Town"), ("Mayor",)),
    Case("another day of a quote", QUOTE, swap(">6 May 2025</text>", ">6 March 2025</text>"), ("6 March 2025", "6 May 2025")),
    Case("another language", QUOTE, swap("spoken in German", "spoken in French"), ("French",)),
    Case("a context that the record does not have", ANSWER, swap(">Said on the steps of the hall after the vote.<", ">Said in anger before the vote.<"), ("Said in anger before the vote.",)),
    Case("rejected for adopted, in title and claims alike", TALLY, swap("adopted 6–1", "rejected 6–1", EVERYWHERE), ("rejected", "adopted")),
    Case("one of two sources left out", TALLY, swap("Source: Assembly of Nine Towns; The Weir Evening Post.", "Source: Assembly of Nine Towns.", EVERYWHERE), ("The Weir Evening Post",)),
    Case("sources of another record", WAFFLE, swap("Source: Assembly of Nine Towns.", "Source: The Weir Evening Post.", EVERYWHERE), ("The Weir Evening Post", "Assembly of Nine Towns")),
    Case("the short digest of another record", TALLY, swap(">Data 85c9b9ee", ">Data 44765cdc"), ("44765cdc", "85c9b9ee")),
    Case("all digests those of another vote", TALLY, both(swap("85c9b9ee992fa2f4", "44765cdceb4ca12e"), swap(">Data 85c9b9ee", ">Data 44765cdc"), swap("c3d554d34d06fa7ab608ef9c9ecd17e0ad01cf4dc872f3a209ca3f4b919f751d", "d44e8c9bd95c03bcbe2cb6d2c235c18a4fef2c3d50de2a15f809256b14b2a29c")), ("44765cdceb4ca12e",)),
    Case("another licence", TALLY, swap("CC0-1.0", "CC-BY-4.0"), ("CC-BY-4.0", "CC0-1.0")),
    Case("another site's name", TALLY, swap("Nine Towns, an invented example</text>", "Ten Towns, a true story</text>"), ("Ten Towns",)),
    Case("another site's address", TALLY, swap("https://nine-towns.example/", "https://ten-towns.example/"), ("ten-towns.example", "nine-towns.example")),
    Case("a digit of another script that looks like it", TALLY, swap('label:bar:yes">6<', 'label:bar:yes">б<'), ("б", "6")),
    Case("a digit of an Arabic script", TALLY, swap('label:bar:yes">6<', 'label:bar:yes">٩<'), ("٩", "6")),
    Case("a sign that turns the text round", TALLY, swap(">N/25/3: adopted 6–1", ">N/25/3: adopted \u202e6–1\u202c"), ("6–1",)),
    Case("a zero that cannot be seen", TALLY, swap('label:bar:yes">6<', 'label:bar:yes">6\u200b<'), ("label:bar:yes",)),
    Case("a number drawn in the second half of a label", TALLY, swap('label:bar:yes">Yes<', 'label:bar:yes">Yes, 8<'), ("8",)),
    Case("a note that nobody wrote", TALLY, swap("</svg>", '<text x="400" y="237.46" font-size="11" class="muted">The towns were forced to vote.</text></svg>'), ("The towns were forced to vote.",)),
    Case("alt text of the opposite", "figures/assembly/24_2.tally.svg", swap("5 yes, 3 no", "3 yes, 5 no", EVERYWHERE), ("3", "5", "alt")),
    Case("members of one list in the other", "figures/assembly/24_2.hemicycle-360.svg", each("No: Brückstein, Nordby and Ostmill", lambda _: "No: Brückstein, Nordby and Quillon"), ("Quillon", "Ostmill")),
    Case("its dark picture is the light one", DARK, same, ("light", "dark"), copy_of=TALLY),
    Case("its narrow picture is the wide one", NARROW, same, ("600", "360"), copy_of=TALLY),
    Case("pictures of two votes exchanged", "figures/assembly/24_1.blocks.svg", same, ("24_3", "24_1"), copy_of="figures/assembly/24_3.blocks.svg", also=(Change("figures/assembly/24_3.blocks.svg", same, "figures/assembly/24_1.blocks.svg"),)),
    Case("the same vote by another kind", "figures/assembly/24_1.blocks.svg", same, ("waffle", "blocks"), copy_of="figures/assembly/24_1.waffle.svg"),
    Case("another vote's picture under this one's name and digest", "figures/assembly/24_1.tally.svg", both(swap("assembly/24_2", "assembly/24_1", EVERYWHERE), swap("N/24/2", "N/24/1", EVERYWHERE)), ("24_1",), copy_of="figures/assembly/24_2.tally.svg"),
    Case("no provenance", WAFFLE, resub("<metadata>.*?</metadata>", ""), ("manifest",)),
    Case("a claim and its mark left out", HEMICYCLE, both(swap("{&quot;claim&quot;:&quot;c14&quot;,&quot;id&quot;:&quot;seat:NA&quot;,&quot;role&quot;:&quot;not-voting&quot;}", ""), resub(r",(?=\],&quot;site)", ""), resub(r'<circle[^>]*data-mark="seat:NA"[^>]*/>\n', "")), ("NA",)),
    Case("a broken outline explained as absence", TIMELINE, swap("Broken outline: no vote recorded in the source.", "Broken outline: absent."), ("Broken outline: absent.",)),
    Case("a key that names the ring otherwise", COUNCIL, swap("ring = permanent member", "ring = voted no"), ("ring = voted no",)),
    Case("a title of the picture left in", HEMICYCLE, inside("<title.*?</title>", swap("not adopted", "adopted")), ("adopted",)),
]  # fmt: skip
