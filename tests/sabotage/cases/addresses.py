"""Links, anchors, whole files, and what machines read: search, addresses, rolls, records."""

# ruff: noqa: E501  a sabotage a row

from __future__ import annotations

from tests.sabotage.tools import (
    Case,
    Change,
    Edit,
    add,
    both,
    each,
    exchange,
    gone,
    heard,
    in_json,
    inside,
    resub,
    same,
    swap,
)

VOTE = "votes/assembly/25_3/index.html"
OTHER = "votes/assembly/25_1/index.html"
SEARCH = "search/search_index.json"
CSV = "votes/assembly/25_3/roll.csv"
JSON = "votes/assembly/25_3/vote.json"


def of_search(location: str, old: str, new: str) -> Edit:
    """In the texts of one place of the search index, one text for another."""

    def change(said: dict) -> None:  # type: ignore[type-arg]
        doc = next(doc for doc in said["docs"] if doc["location"] == location)
        assert old in doc["title"] + doc["text"]
        doc["title"], doc["text"] = doc["title"].replace(old, new), doc["text"].replace(old, new)

    return in_json(change)


def weighed(location: str, weight: float) -> Edit:
    """All entries of a page count so much more than others in the search."""

    def change(said: dict) -> None:  # type: ignore[type-arg]
        for doc in said["docs"]:
            if doc["location"].startswith(location):
                doc["boost"] = weight

    return in_json(change)


def typed(location: str, words: str) -> Edit:
    """What is found at a place without accents is something else."""

    def change(said: dict) -> None:  # type: ignore[type-arg]
        doc = next(doc for doc in said["docs"] if doc["location"] == location)
        assert doc["title_typed"] == "Bruckstein"
        doc["title_typed"] = words

    return in_json(change)


def without_search(location: str) -> Edit:
    def change(said: dict) -> None:  # type: ignore[type-arg]
        said["docs"] = [doc for doc in said["docs"] if not doc["location"].startswith(location)]

    return in_json(change)


def more_search(said: dict) -> None:  # type: ignore[type-arg]
    said["docs"].append({"location": "votes/assembly/25_3/#more", "title": "Rejected", "text": "<p>Rejected by nine.</p>"})


def last_row(name: str, code: str) -> Edit:
    return add(f"{code},{name},yes\n")


CASES = [
    Case("a link to another vote with the right words", "votes/index.html", heard('href="../votes/council/25_1/">C/25/1', 'href="../votes/council/24_1/">C/25/1'), ("24_1", "25_1")),
    Case("a link to another member with the right name", VOTE, inside('<table class="tl-roll".*?</table>', heard('href="../../../members/BRU/"', 'href="../../../members/NO/"')), ("NO", "BRU")),
    Case("a link to another speaker", VOTE, inside("<blockquote.*?</blockquote>", heard("speakers/asa-odell", "speakers/jorg-odland")), ("jorg-odland",)),
    Case("a link to another series", VOTE, inside('<ul class="tl-related">.*?</ul>', heard("series/bridge/", "series/")), ("series",)),
    Case("a link to another body", VOTE, inside('<p class="tl-kicker">.*?</p>', heard("bodies/assembly/", "bodies/council/")), ("council",)),
    Case("a roll of another vote to take away", VOTE, heard('votes/assembly/25_3/roll.csv">', 'votes/assembly/25_1/roll.csv">'), ("25_1",)),
    Case("a record of another vote to take away", VOTE, heard('votes/assembly/25_3/vote.json">', 'votes/assembly/25_1/vote.json">'), ("25_1",)),
    Case("a picture of another vote to take away", VOTE, heard('figures/assembly/25_3.tally.png" download>PNG', 'figures/assembly/25_1.tally.png" download>PNG'), ("25_1",)),
    Case("the dark picture where the light one is offered", VOTE, heard('figures/assembly/25_3.tally.png" download>PNG', 'figures/assembly/25_3.tally-dark.png" download>PNG'), ("dark",)),
    Case("a source's address", VOTE, inside('<ul class="tl-sources">.*?</ul>', heard("nine-towns.example/minutes/2025", "nine-towns.example/minutes/2024")), ("minutes/2024", "minutes/2025")),
    Case("a source's address for a script", VOTE, inside('<ul class="tl-sources">.*?</ul>', heard('href="https://nine-towns.example/minutes/2025"', 'href="javascript:alert(1)"')), ("javascript:",)),
    Case("a link that leads nowhere", "gaps/index.html", heard('href="../votes/assembly/25_4/"', 'href="../votes/assembly/25_9/"'), ("25_9",)),
    Case("an anchor that leads nowhere", VOTE, heard("method/#abstain", "method/#abstention"), ("abstention",)),
    Case("an anchor of another term", VOTE, heard("method/#abstain", "method/#veto"), ("veto",)),
    Case("an id twice", "method/index.html", swap('<h2 id="veto">', '<h2 id="abstain">'), ("abstain",)),
    Case("a term's anchor at another term", "method/index.html", exchange('id="veto"', 'id="abstain"'), ("veto",)),
    Case("a link of the menu", VOTE, inside('<nav class="tl-tabs".*?</nav>', swap('href="../../../members/"', 'href="../../../speakers/"')), ("speakers",)),
    Case("a link that nobody sees, to elsewhere", VOTE, swap('<p class="tl-motion">', '<a href="https://ten-towns.example/"></a><p class="tl-motion">'), ("ten-towns.example",)),
    Case("titles of two pages exchanged", "members/BRU/index.html", each("Brückstein", lambda _: "Nordby"), ("Nordby", "Brückstein")),
    Case("two pages exchanged", "votes/assembly/24_1/index.html", same, ("24_3", "24_1"), copy_of="votes/assembly/24_3/index.html", also=(Change("votes/assembly/24_3/index.html", same, "votes/assembly/24_1/index.html"),)),
    Case("two members' pages exchanged", "members/ALU/index.html", same, ("LOW", "ALU"), copy_of="members/LOW/index.html", also=(Change("members/LOW/index.html", same, "members/ALU/index.html"),)),
    Case("a page missing, and every link to it", "speakers/asa-odell/index.html", gone, ("asa-odell",)),
    Case("a page of a vote missing", OTHER, gone, ("25_1",)),
    Case("a list page missing", "votes/index.html", gone, ("votes/",)),
    Case("a page of corrections missing", "corrections/index.html", gone, ("corrections",)),
    Case("a page empty", OTHER, lambda _: b"", ("25_1",)),
    Case("a page of nothing but its frame", OTHER, inside("<article.*?</article>", lambda _: b"<article></article>"), ("25_1",)),
    Case("a page that has no record", "votes/assembly/25_9/index.html", same, ("25_9",), copy_of=VOTE),
    Case("a member's page that has no record", "members/XYZ/index.html", same, ("XYZ",), copy_of="members/BRU/index.html"),
    Case("a page beside the pages", "votes/assembly/25_3/old.html", add("<!doctype html><p>Rejected by 9 votes to 0.</p>"), ("old.html",)),
    Case("a page where nobody looks", "news/index.html", same, ("news",), copy_of="gaps/index.html"),
    Case("a figure that has no record", "figures/assembly/25_9.tally.svg", same, ("25_9",), copy_of="figures/assembly/25_3.tally.svg"),
    Case("a picture that has no record", "figures/assembly/25_9.tally.png", same, ("25_9",), copy_of="figures/assembly/25_3.tally.png"),
    Case("a picture of no kind of ours", "figures/truth.png", same, ("truth",), copy_of="figures/assembly/25_3.tally.png"),
    Case("a roll that has no record", "votes/assembly/25_9/roll.csv", same, ("25_9",), copy_of=CSV),
    Case("a roll of a vote of which none is known", "votes/assembly/25_4/roll.csv", same, ("25_4",), copy_of=CSV),
    Case("a roll missing", CSV, gone, ("roll.csv",)),
    Case("a record missing", JSON, gone, ("vote.json",)),
    Case("a picture missing", "figures/assembly/25_3.blocks-360-dark.png", gone, ("25_3.blocks-360-dark.png",)),
    Case("a drawing missing", "figures/council/24_1.council-dark.svg", gone, ("24_1.council-dark.svg",)),
    Case("a card missing", "figures/assembly/25_3.card.png", gone, ("25_3.card.png",)),
    Case("one vote another everywhere", CSV, swap("BRU,Town and Fortress of Brückstein,no", "BRU,Town and Fortress of Brückstein,yes"), ("BRU", "yes", "no"), also=(
        Change(JSON, in_json(lambda said: said["votes"][1].__setitem__("option", "yes"))),
        Change(VOTE, inside('<td data-member="BRU".*?</td>', each('(?<=[ "-])no(?=")|(?<=>)No?(?=<)', lambda m: {"no": "yes", "N": "Y", "No": "Yes"}[m[0]]))),
        Change("figures/assembly/25_3.blocks.svg", swap('class="no" data-mark="tile:BRU" data-member="BRU" data-option="no"', 'class="yes" data-mark="tile:BRU" data-member="BRU" data-option="yes"')),
    )),
    Case("roll of another vote", CSV, same, ("25_3",), copy_of="votes/assembly/25_1/roll.csv"),
    Case("ballots of two members exchanged", CSV, both(swap("Fortress of Brückstein,no", "Fortress of Brückstein,yes"), swap("Quillon,yes", "Quillon,no")), ("BRU", "yes", "no")),
    Case("a member more", CSV, last_row("Pellmouth", "PEL"), ("PEL",)),
    Case("a member twice", CSV, last_row("Quillon", "QUI"), ("QUI",)),
    Case("an earlier name", CSV, swap("Éastmoulin-sur-l'Eau", "Ostmill"), ("Ostmill", "Éastmoulin-sur-l'Eau")),
    Case("columns exchanged in the header", CSV, swap("member,name,option", "name,member,option"), ("header", "name")),
    Case("a fourth column", CSV, both(swap("member,name,option", "member,name,option,weight"), each(r"(?<=(?:yes|ain|ord))\n|(?<=,no)\n", lambda _: ",1\n")), ("weight",)),
    Case("marks of semicolons", CSV, each(",", lambda _: ";"), ("member;name;option",)),
    Case("letters of another code", CSV, lambda raw: raw.decode().encode("latin-1"), ("roll.csv",)),
    Case("a count", JSON, in_json(lambda said: said["counts"][0].__setitem__("value", 9)), ("9", "6")),
    Case("a count left out", JSON, in_json(lambda said: said["counts"].pop()), ("no-record",)),
    Case("a result", JSON, in_json(lambda said: said.__setitem__("result", "fail")), ("fail", "pass")),
    Case("a result of the motion", JSON, in_json(lambda said: said["motion"].__setitem__("result", "fail")), ("fail", "pass")),
    Case("a day", JSON, in_json(lambda said: said.__setitem__("start_date", "2025-05-07")), ("2025-05-07", "2025-05-06")),
    Case("a motion", JSON, in_json(lambda said: said["motion"].__setitem__("text", "A bridge of gold")), ("A bridge of gold",)),
    Case("a requirement", JSON, in_json(lambda said: said["motion"].__setitem__("requirement", "a majority")), ("a majority", "two thirds")),
    Case("a voter's name", JSON, in_json(lambda said: said["votes"][1]["voter"].__setitem__("name", "Nordby")), ("Nordby",)),
    Case("a voter's code", JSON, in_json(lambda said: said["votes"][1].__setitem__("voter_id", "NO")), ("NO", "BRU")),
    Case("a source", JSON, in_json(lambda said: said["sources"][0].__setitem__("url", "https://ten-towns.example/")), ("ten-towns.example",)),
    Case("a source left out", JSON, in_json(lambda said: said["sources"].pop()), ("The Weir Evening Post",)),
    Case("an address", JSON, in_json(lambda said: said.__setitem__("url", "https://nine-towns.example/votes/assembly/25_1/")), ("25_1", "25_3")),
    Case("how much is known", JSON, in_json(lambda said: said.__setitem__("known", "part")), ("part", "full")),
    Case("a field that we do not write", JSON, in_json(lambda said: said.__setitem__("comment", "Rejected by 9 votes to 0")), ("comment",)),
    Case("search finds other words", SEARCH, of_search("votes/assembly/25_3/#n253-adopted-61-with-1-abstention", "Assembly", "Council"), ("Council",)),
    Case("search finds another number", SEARCH, of_search("votes/assembly/25_3/#n253-adopted-61-with-1-abstention", "6 votes in favour", "9 votes in favour"), ("9",)),
    Case("search finds another title", SEARCH, of_search("members/BRU/", "Brückstein", "Nordby"), ("Nordby",)),
    Case("search does not find a page", SEARCH, without_search("votes/assembly/25_3/"), ("25_3",)),
    Case("search finds what is not there", SEARCH, in_json(more_search), ("Rejected",)),
    Case("search leads to another page", SEARCH, each(r'"location":\s*"votes/assembly/25_3/"', lambda _: '"location":"votes/assembly/25_1/#by-group"'), ("25_1",)),
    Case("search has a vote before the member that was searched for", SEARCH, weighed("votes/assembly/25_3/", 60), ("weight", "60", "3")),
    Case("search has a member after votes that name it", SEARCH, weighed("members/BRU/", 1), ("weight", "members/BRU/", "1", "6")),
    Case("search without accents finds another member", SEARCH, typed("members/BRU/", "Nordby"), ("without accents", "Nordby", "Bruckstein")),
    Case("search does not find a name without its accents", SEARCH, typed("members/BRU/", ""), ("without accents", "Bruckstein")),
    Case("search has no words without accents", SEARCH, in_json(lambda said: said["config"]["fields"].pop("text_typed")), ("text_typed",)),
    Case("no search", SEARCH, gone, ("search_index.json",)),
    Case("addresses without one page", "sitemap.xml", resub(r"<url>\s*<loc>https://nine-towns.example/votes/assembly/25_3/</loc>.*?</url>", ""), ("25_3",)),
    Case("addresses of elsewhere", "sitemap.xml", swap("https://nine-towns.example/votes/assembly/25_3/", "https://ten-towns.example/votes/assembly/25_3/"), ("ten-towns.example",)),
    Case("an address of no page", "sitemap.xml", swap("https://nine-towns.example/votes/assembly/25_3/", "https://nine-towns.example/votes/assembly/25_9/"), ("25_9",)),
    Case("a page for lost readers says more", "404.html", resub(r"(<h1.*?</h1>)", r"\1<p>The votes were rigged.</p>"), ("The votes were rigged.",)),
    Case("machines kept out", "robots.txt", add("User-agent: *\nDisallow: /votes/\n"), ("robots.txt",)),
]  # fmt: skip
