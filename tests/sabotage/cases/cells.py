"""Numbers, rows, cells and figures within pages of every kind."""

# ruff: noqa: E501  a sabotage a row

from __future__ import annotations

import re

from tests.sabotage.tools import Case, Edit, both, each, exchange, heard, inside, resub, swap

VOTE = "votes/assembly/25_3/index.html"
UNANIMOUS = "votes/assembly/25_1/index.html"
PART = "votes/assembly/25_3-amendment/index.html"
VETOED = "votes/council/24_1/index.html"
TOTALS = "votes/assembly/25_4/index.html"
MEMBER = "members/BRU/index.html"
SERIES = "series/bridge/index.html"
TILE = r'<tr><th scope="row"><a href="[^"]*HAY.*?</tr>'


def figure(name: str, edit: Edit) -> Edit:
    """The edit, within one figure of the page."""
    return inside(rf'<figure [^>]*data-figure="{_written(name)}".*?</figure>', edit)


def _written(text: str) -> str:
    """A pattern of the text as an attribute has it, where a sign may stand as its number."""
    return "".join(c if c.isalnum() else f"(?:{re.escape(c)}|&#{ord(c)};)" for c in text)


def table(name: str, edit: Edit) -> Edit:
    return inside(rf'<table class="{name}".*?</table>', edit)


def wide(edit: Edit) -> Edit:
    return inside(r'<div class="tl-wide">.*?</div>', edit)


def swapped_cells(raw: bytes) -> bytes:
    """The first two rows of a roll keep their members and exchange their ballots."""
    text = raw.decode()
    cells = re.findall(r"<td data-member=.*?</td>", text)[:2]
    return text.replace(cells[0], "\0").replace(cells[1], cells[0]).replace("\0", cells[1]).encode()


def twice(pattern: str) -> Edit:
    return inside(pattern, resub(r"\A(.*)\Z", r"\1\1"))


CASES = [
    Case("one vote another in its cell, tag, chip and letter", VOTE, table("tl-roll", inside(r"<td data-member=\"BRU\".*?</td>", both(each(r"(?<=data-option=\")no|(?<=tl-chip tl-)no|(?<=value=\")no", lambda _: "yes"), swap(">N<", ">Y<"), swap(">No<", ">Yes<")))), ("BRU", "no", "yes")),
    Case("ballots of two members exchanged", VOTE, table("tl-roll", swapped_cells), ("ALU", "BRU")),
    Case("a row left out", VOTE, table("tl-roll", resub(TILE, "")), ("HAY",)),
    Case("a row twice", VOTE, table("tl-roll", twice(TILE)), ("HAY",)),
    Case("a row of a member that has no seat", VOTE, table("tl-roll", inside(TILE, both(swap("HAY", "PEL", 9), heard("Haye's Landing", "Pellmouth")))), ("PEL",)),
    Case("rows of names shifted by one", VOTE, table("tl-roll", exchange("Quillon</a>", "Onward</a>")), ("Quillon", "Onward")),
    Case("a group of another year", VOTE, table("tl-roll", heard("Narrow Pass</a></th><td>NA</td><td>Hills", "Narrow Pass</a></th><td>NA</td><td>Coast")), ("Coast", "Hills")),
    Case("a code of another member", VOTE, table("tl-roll", swap("<td>HAY</td>", "<td>LOW</td>")), ("LOW", "HAY")),
    Case("a letter of another option", VOTE, table("tl-roll", swap('aria-hidden="true">N<', 'aria-hidden="true">Y<')), ("Y", "N")),
    Case("headings of columns exchanged", VOTE, table("tl-groups", exchange(">Yes<", ">No<")), ("yes", "no")),
    Case("columns exchanged with their headings and not their claims", VOTE, table("tl-groups", both(exchange(">Yes<", ">No<"), each(r"option&#61;(yes|no)(?= )", lambda m: f"option&#61;{'no' if m[1] == 'yes' else 'yes'}"))), ("2", "0")),
    Case("names of groups exchanged", VOTE, table("tl-groups", exchange("Towns of the Coast", "Towns of the River")), ("Towns of the River", "Towns of the Coast")),
    Case("a group left out", VOTE, table("tl-groups", resub(r'<tr><th scope="row"[^>]*>Towns of the River.*?</tr>', "")), ("Towns of the River",)),
    Case("a headline of other numbers, bound to another vote", VOTE, inside("<h1.*?</h1>", heard('value="6" data-claim="tally vote=assembly/25_3 option=yes">6<', 'value="9" data-claim="tally vote=assembly/25_1 option=yes">9<')), ("9", "6")),
    Case("a headline of yes and no exchanged with their claims", VOTE, inside("<h1.*?</h1>", both(exchange("option&#61;yes", "option&#61;no"), each(r'value="(6|1)"([^>]*option&#61;(?:yes|no)"[^>]*)>[61]<', lambda m: f'value="{7 - int(m[1])}"{m[2]}>{7 - int(m[1])}<'))), ("1–6", "6")),
    Case("a number said in words that is another", VOTE, inside('<p class="tl-lead">.*?</p>', resub(r">6</data>", ">sixty-five</data>")), ("sixty-five", "6")),
    Case("a number that is bound and another said", VOTE, inside('<p class="tl-lead">.*?</p>', resub(r">6</data> votes", ">6</data>5 votes")), ("65",)),
    Case("adopted made rejected in the headline", VOTE, inside("<h1.*?</h1>", swap("Adopted", "Rejected")), ("Rejected", "Adopted")),
    Case("not left out of a lead", "votes/assembly/24_3/index.html", inside('<p class="tl-lead">.*?</p>', swap("did not adopt", "did adopt")), ("did adopt",)),
    Case("the veto left out of a lead", VETOED, inside('<p class="tl-lead">.*?</p>', resub("(?:,|&#44;) which Nordby vetoed", "")), ("vetoed",)),
    Case("the veto of another member", VETOED, inside('<p class="tl-lead">.*?</p>', swap("Nordby", "Brückstein")), ("Brückstein", "Nordby")),
    Case("another body", VOTE, inside('<p class="tl-lead">.*?</p>', swap("the Assembly", "the Council")), ("Council", "Assembly")),
    Case("a day bound and another said", VOTE, inside('<p class="tl-lead">.*?</p>', swap(">6 May 2025<", ">5 May 2025<")), ("5 May 2025", "6 May 2025")),
    Case("another motion's title", VOTE, inside('<p class="tl-motion">.*?</p>', swap("stone", "wood")), ("wood",)),
    Case("another rule", VOTE, inside('<p class="tl-threshold">.*?</p>', swap("two thirds of", "a majority of")), ("two thirds of",)),
    Case("another article", VOTE, inside('<p class="tl-threshold">.*?</p>', heard("Article 7(2)", "Article 9(2)")), ("9(2)",)),
    Case("a threshold that no source states", PART, inside('<p class="tl-threshold">.*?</p>', resub("No source.*drawn.", "Needed: four yes votes (a simple rule).")), ("Needed",)),
    Case("members left out of a count", VOTE, inside('<p class="tl-lead">.*?</p>', resub(r"&#59; <data.*recorded in this source", "")), ("no vote recorded",)),
    Case("no word of the ballots that are missing", PART, resub(r'<h2 id="about-this-record">.*?(?=<h2)', ""), ("not found",)),
    Case("no word that totals are provisional", TOTALS, resub(r"<div class=\"tl-notes\">.*?</div>", ""), ("not printed yet",)),
    Case("an unbound number added to a note", VOTE, inside('<div class="tl-notes">.*?</div>', resub("</p>", " Seven towns had promised a yes.</p>")), ("Seven",)),
    Case("both values of a discrepancy exchanged", VOTE, inside('<div class="tl-notes">.*?</div>', exchange("<span data-free>2</span>", "<span data-free>1</span>")), ("2 stated",)),
    Case("the reason of a discrepancy", VOTE, inside('<div class="tl-notes">.*?</div>', swap("have no entry for Narrow Pass", "name Narrow Pass among them")), ("name Narrow Pass among them",)),
    Case("a ballot that was meant otherwise, not said", "votes/assembly/24_2/index.html", resub(r"[^.<>]*had meant to vote no[^<]*", ""), ("meant to vote",)),
    Case("a correction left out of a vote's page", "votes/assembly/24_2/index.html", resub(r"<p>Corrected on.*?</p>|Corrected on[^<]*", "", 1), ("Corrected",)),
    Case("a figure of another vote", UNANIMOUS, figure("assembly/25_1.tally", each(r"assembly/25_1|25&#95;1", lambda m: m[0].replace("25", "24"))), ("24_1", "25_1")),
    Case("wide and narrow pictures exchanged", VOTE, figure("assembly/25_3.blocks", exchange('<div class="tl-wide">', '<div class="tl-narrow">')), ("360", "700")),
    Case("no narrow picture", VOTE, figure("assembly/25_3.blocks", resub(r'<div class="tl-narrow">.*?</div>', "")), ("360",)),
    Case("no picture", VOTE, resub(rf'<figure [^>]*data-figure="{_written("assembly/25_3.blocks")}".*?</figure>', ""), ("blocks",)),
    Case("a picture twice", VOTE, twice(rf'<figure [^>]*data-figure="{_written("assembly/25_3.blocks")}".*?</figure>'), ("blocks",)),
    Case("roles exchanged in the page's wide picture", VOTE, figure("assembly/25_3.tally", wide(exchange('class="yes" data-mark="bar:yes"', 'class="no" data-mark="bar:no"'))), ("bar:yes",)),
    Case("one tile another in the page's wide picture", VOTE, figure("assembly/25_3.blocks", wide(swap('class="no" data-mark="tile:BRU" data-member="BRU" data-option="no"', 'class="yes" data-mark="tile:BRU" data-member="BRU" data-option="yes"'))), ("tile:BRU",)),
    Case("a title of the page's narrow picture", SERIES, figure("bridge.timeline", swap(">6 in May 2025<", ">9 in May 2025<")), ("9 in May 2025", "6 in May 2025")),
    Case("columns of a figure's table exchanged", SERIES, table("tl-numbers", exchange(">Yes<", ">No<")), ("yes", "no")),
    Case("days of a figure's table exchanged", SERIES, table("tl-numbers", exchange(">12 Mar 2024<", ">5 Nov 2024<")), ("5 Nov 2024", "12 March 2024")),
    Case("votes of a figure's table exchanged", SERIES, table("tl-numbers", exchange(">N&#47;24&#47;1<", ">N&#47;24&#47;3<")), ("N/24/3", "N/24/1")),
    Case("a row of a figure's table left out", MEMBER, table("tl-numbers", resub(r"<tr><th[^>]*>6 May.*?</tr>", "")), ("agreement",)),
    Case("names over columns of agreement exchanged", MEMBER, table("tl-numbers", exchange(">Narrow Pass<", ">Nordby<")), ("Nordby", "Narrow Pass")),
    Case("a share said with another base", MEMBER, table("tl-numbers", swap(">4 of 5<", ">8 of 10<")), ("8 of 10", "4/5")),
    Case("a share of a member without a base", MEMBER, table("tl-agreement", inside(r"<tr><th[^>]*><a [^>]*>Nordby.*?</tr>", resub(r"</data> of <data.*?</data>", "</data>"))), ("both",)),
    Case("checked marks overstated", VOTE, figure("assembly/25_3.tally", heard('<data value="5" data-claim="count of=marks figure=assembly/25_3.tally">5<', '<data value="6412" data-claim="count of=marks figure=assembly/25_3.tally">6,412<')), ("6412", "5")),
    Case("marks that were not checked", VOTE, figure("assembly/25_3.tally", resub(r'<p class="tl-checked">.*?</p>', "")), ("Checked",)),
    Case("six claim", VOTE, figure("assembly/25_3.tally", resub(r"(</span>|</data>) claims", r"\1 claim")), ("claim;",)),
    Case("checked by somebody else", VOTE, figure("assembly/25_3.tally", swap(">Checked</a>", ">Checked by the United Nations</a>")), ("Checked by the United Nations",)),
    Case("a short digest of another record", VOTE, figure("assembly/25_3.tally", resub(r"(?<=<span data-free>)[0-9a-f]{8}(?=</span>)", "44765cdc")), ("44765cdc",)),
    Case("a ballot in a record's row", MEMBER, table("tl-record", inside(r"<tr><td><data value=\"2025&#45;02&#45;04\".*?</tr>", swap(">Yes<", ">No<"))), ("No", "Yes")),
    Case("a record's row of another member", MEMBER, table("tl-record", inside(r"<tr><td><data value=\"2025&#45;02&#45;04\".*?</tr>", swap("BRU", "NA", 9))), ("NA", "BRU")),
    Case("a result of another vote in a record", MEMBER, table("tl-record", inside(r"<tr><td><data value=\"2025&#45;02&#45;04\".*?</tr>", each(r"<td>Adopted .*?</td>", lambda _: '<td>Adopted <data value="3" data-claim="tally vote&#61;council&#47;25&#95;1 option&#61;yes">3</data>–<data value="1" data-claim="tally vote&#61;council&#47;25&#95;1 option&#61;no">1</data>&#44; with <data value="1" data-claim="tally vote&#61;council&#47;25&#95;1 option&#61;abstain">1</data> abstention</td>'))), ("council/25_1", "assembly/25_1")),
    Case("a vote left out of a record", MEMBER, table("tl-record", resub(r"<tr><td><data value=\"2025&#45;02&#45;04\".*?</tr>", "")), ("25_1",)),
    Case("a vote left out of a list", "votes/index.html", resub(r"<tr><td><data value=\"2025&#45;02&#45;04\".*?</tr>", ""), ("25_1",)),
    Case("a vote left out of a body", "bodies/assembly/index.html", resub(r"<tr><td><data value=\"2025&#45;02&#45;04\".*?</tr>", ""), ("25_1",)),
    Case("a vote left out of a series", SERIES, table("tl-votes", resub(r"<tr><td><data value=\"2024&#45;11&#45;05\".*?</tr>", "")), ("24_3",)),
    Case("a vote in a series that is not of it", SERIES, table("tl-votes", each(r"25(&#95;|&#47;)3", lambda m: f"25{m[1]}1")), ("25_1",)),
    Case("titles of two votes exchanged in a list", "votes/index.html", exchange("A watch on the bridge", "Market days on Sunday"), ("Market days on Sunday", "A watch on the bridge")),
    Case("a member left out of a list", "members/index.html", resub(r'<tr><th scope="row"><a href="[^"]*HAY.*?</tr>', ""), ("HAY",)),
    Case("codes of two members exchanged in a list", "members/index.html", exchange("<td>HAY</td>", "<td>LOW</td>"), ("LOW", "HAY")),
    Case("a group of a member", MEMBER, swap('data-free>Towns of the Hills<', 'data-free>Towns of the River<'), ("Towns of the Hills",)),
    Case("years of a name", MEMBER, resub(r"1 Jan 2020 to today", "1 Jan 1920 to today"), ("1920",)),
    Case("a code in a member's page", MEMBER, swap("Code <span data-free>BRU<", "Code <span data-free>BRK<"), ("BRK", "BRU")),
    Case("options of a member's lead left out", MEMBER, inside('<p class="tl-lead">.*?</p>', resub(r"&#44; <data[^>]*>4</data> no", "")), ("no",)),
    Case("a quote of another member's official", MEMBER, inside(r"<blockquote.*?</blockquote>", both(swap("odland-2025-05-06-wood", "odell-2025-05-06-answer", 9), resub("Wood would have done(?:&#44;|,)</span>", "We have waited a year for one answer … and today six towns gave it,</span>"))), ("odell",)),
    Case("a needed number in a body's rules", "bodies/assembly/index.html", heard("at least 2/3 of the base", "at least 1/3 of the base"), ("2/3",)),
    Case("a rule's place in a body's rules", "bodies/council/index.html", heard("Article 12(2)", "Article 12(1)"), ("Article 12(2)",)),
    Case("a summary of a body", "bodies/council/index.html", inside('<p class="tl-lead".*?</p>', swap("Brückstein and Nordby", "Brückstein and Onward")), ("Brückstein and Onward",)),
]  # fmt: skip
