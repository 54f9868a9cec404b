"""Quotes as evidence: the words, the finding, the link into the source, the original, the distance, annotation and copy."""

from __future__ import annotations

from tests.sabotage.tools import Case, exchange, in_json, resub, swap

_ANSWER, _STONE = "quotes/odell-2025-05-06-answer/", "quotes/odell-2025-05-04-stone/"
_WOOD, _LATE = "quotes/odland-2025-05-06-wood/", "quotes/odland-2025-06-03-bridge/"
_VOTE = "votes/assembly/25_3/index.html"


def _word(said: dict) -> None:  # type: ignore[type-arg]
    said["body"][0]["value"] = said["body"][0]["value"].replace("six towns", "six town")


def _unsure(said: dict) -> None:  # type: ignore[type-arg]
    said["body"][1]["value"] = "cannot-check"


def _moved(said: dict) -> None:  # type: ignore[type-arg]
    said["target"][1]["selector"]["start"] += 1


CASES = [
    Case(
        "one character of the words, on a page of its speaker",
        "speakers/asa-odell/index.html",
        swap("six towns gave it", "six town gave it"),
        ("odell-2025-05-06-answer text", "six town gave"),
    ),
    Case(
        "curly quote made straight",
        "quotes/index.html",
        swap(
            '“<span data-claim="text record=quotes/odland-2025-06-03-bridge',
            '"<span data-claim="text record=quotes/odland-2025-06-03-bridge',
        ),
        ("odland-2025-06-03-bridge text", "“Now that"),
    ),
    Case(
        "one character where the words stand",
        _STONE + "index.html",
        resub(r"(<mark>Stone lasts)&#44;", r"\1&#59;"),
        ("in its source", "Stonelasts;"),
    ),
    Case(
        "finding: another word",
        _ANSWER + "index.html",
        resub(r"(tl-finding [^>]*><data [^>]*>)Found<", r"\1Cannot check<"),
        ("finding quote=odell-2025-05-06-answer", '"Cannot check"', "found"),
    ),
    Case(
        "finding: another word and value",
        "members/HAY/index.html",
        resub(
            r'value="found" (data-claim="finding quote&#61;odell&#45;2025&#45;05&#45;04[^>]*>)Found',
            r'value="cannot&#45;check" \1Cannot check',
        ),
        ("value", "cannot-check", "found"),
    ),
    Case(
        "finding: cannot check becomes found",
        _LATE + "index.html",
        resub(r'value="cannot&#45;check" (data-claim="finding[^>]*>)Cannot check', r'value="found" \1Found', 9),
        ("finding", '"found"', "cannot-check"),
    ),
    Case(
        "finding of another quote",
        "members/BRU/index.html",
        resub(
            r'<data value="cannot&#45;check" data-claim="finding [^"]*&#45;bridge">Cannot check',
            '<data value="found" data-claim="finding quote&#61;odell&#45;2025&#45;05&#45;06&#45;answer">Found',
        ),
        ("claim of the finding of odland-2025-06-03-bridge", "odell-2025-05-06-answer"),
    ),
    Case(
        "finding: another colour",
        _VOTE,
        resub(r"(odland-2025-06-03-bridge.*?)tl-is-cannot-check", r"\1tl-is-found"),
        ("colour of the finding", "tl-is-found", "tl-is-cannot-check"),
    ),
    Case(
        "finding left out",
        "speakers/jorg-odland/index.html",
        resub(r'<span class="tl-finding[^"]*"><data [^>]*>Found</data>[^<]*</span>', ""),
        ("claim of the finding of odland-2025-05-06-wood",),
    ),
    Case(
        "finding: letter for letter",
        _WOOD + "index.html",
        swap("&#44; letter for letter&#46;", "&#44; but for typography&#46;"),
        ("finding of odland-2025-05-06-wood", "but for typography", "letter for letter"),
    ),
    Case("edit denied", _STONE + "index.html", swap("she – the bridge&#44; I mean –", "it"), ("edits of", "has “it”")),
    Case(
        "counts of findings",
        "verification/index.html",
        resub(r'value="3" (data-claim="count of&#61;quotes finding&#61;found">)3', r'value="4" \g<1>4'),
        ("finding=found", '"4"', '"3"'),
    ),
    Case(
        "link into another source",
        _WOOD + "index.html",
        swap("weir&#45;evening&#45;post&#46;example&#47;2025", "morning&#45;star&#46;example&#47;2025"),
        ("source that odland-2025-05-06-wood leads to", "morning-star"),
    ),
    Case(
        "link to other words",
        "votes/assembly/25_3-amendment/index.html",
        swap("Wood&#37;20would", "Wood&#37;20could"),
        ("link to the words of odland-2025-05-06-wood", "Wood could"),
    ),
    Case(
        "link to words between others",
        _ANSWER + "index.html",
        swap("will&#37;20be&#37;20built", "will&#37;20be&#37;20burnt", 9),
        ("link to the words of odell", "burnt"),
    ),
    Case(
        "another speaker's page",
        "quotes/index.html",
        resub(r"(odland-2025-05-06-wood.*?)jorg&#45;odland", r"\1asa&#45;odell"),
        ("speaker that odland-2025-05-06-wood leads to", "asa-odell", "jorg-odland"),
    ),
    Case(
        "original: one letter",
        _WOOD + "index.html",
        swap("Holz hätte es", "Holz hatte es"),
        ("original of", "hatte", "hätte"),
    ),
    Case(
        "translator",
        _WOOD + "index.html",
        swap("translated by The Weir Evening Post", "translated by Ása O’Dell"),
        ("translator of odland-2025-05-06-wood", "Ása O’Dell", "The Weir Evening Post"),
    ),
    Case(
        "translation",
        _WOOD + "index.html",
        resub(r"(translated by.*?>)Wood would", r"\1Wood could"),
        ("translation of", "could", "would"),
    ),
    Case(
        "distance from the vote",
        _VOTE,
        resub(r"(days quote&#61;odell&#45;2025&#45;05&#45;04[^>]*>)2 days before", r"\g<1>3 days before"),
        ("days quote=odell-2025-05-04-stone", "3 days before the vote", "-2"),
    ),
    Case(
        "before and after exchanged",
        _VOTE,
        exchange(">Before the vote<", ">After the vote<"),
        ("heading above odell-2025-05-04-stone", "1", "-1"),
    ),
    Case(
        "day of a quote",
        _STONE + "index.html",
        resub(r"(<data [^>]*field&#61;date\">)4 May 2025", r"\g<1>5 May 2025", 9),
        ("5 May 2025", "2025-05-04"),
    ),
    Case(
        "card of another quote",
        _STONE + "index.html",
        resub(r'(og:image" content="[^"]*?)odell[^"]*stone', r"\1odell-2025-05-06-answer"),
        ("og:image", "odell-2025-05-06-answer.quote-card.png", "odell-2025-05-04-stone.quote-card.png"),
    ),
    Case(
        "words in the alternative text of the card",
        _ANSWER + "index.html",
        resub(r'(og:image:alt" content="[^"]*)six', r"\1ten"),
        ("og:image:alt", "ten towns", "six towns"),
    ),
    Case(
        "annotation: one character",
        _ANSWER + "annotation.json",
        in_json(_word),
        ("body.0.value", "six town gave", "six towns"),
    ),
    Case("annotation: finding", _STONE + "annotation.json", in_json(_unsure), ("body.1.value", "cannot-check", "found")),
    Case("annotation: anchor moved", _WOOD + "annotation.json", in_json(_moved), ("target.1.selector.start", "229", "228")),
    Case(
        "annotation: target taken from another",
        _LATE + "annotation.json",
        lambda raw: raw,
        ("annotation", "id"),
        copy_of=_STONE + "annotation.json",
    ),
    Case(
        "stored copy: one letter",
        "snapshots/evening-post-2025-05-07.txt",
        swap("Wood would", "Wood could"),
        ("other bytes", "content/snapshots/evening-post-2025-05-07.txt"),
    ),
    Case(
        "card of a quote with another word in its manifest",
        "figures/odell-2025-05-06-answer.quote-card.png",
        lambda raw: raw,
        ("odell-2025-05-06-answer", "figure"),
        copy_of="figures/odell-2025-05-04-stone.quote-card.png",
    ),
    Case(
        "JSON-LD: one character",
        _ANSWER + "index.html",
        resub(r'("@type":"Quotation".*?"text":"[^"]*?)six towns', r"\1six town"),
        ("JSON-LD text", "six town gave", "six towns"),
    ),
    Case(
        "JSON-LD: straight for curly",
        _STONE + "index.html",
        resub(r'("creator":\{[^}]*"name":"Ása O)’', r"\1'"),
        ("JSON-LD creator", "O'Dell", "O’Dell"),
    ),
    Case(
        "JSON-LD: day",
        _WOOD + "index.html",
        swap('"dateCreated":"2025-05-06"', '"dateCreated":"2025-05-07"'),
        ("JSON-LD dateCreated", "2025-05-07", "2025-05-06"),
    ),
    Case(
        "description: one character",
        _LATE + "index.html",
        resub(r'(name="description" content="[^"]*?)good', r"\1food"),
        ("meta description", "food stone", "good stone"),
    ),
    Case(
        "heading of another country",
        _LATE + "index.html",
        resub(r"(<h1[^>]*>[^<]*)Brückstein", r"\g<1>Nordby"),
        ("h1", "Nordby", "Brückstein"),
    ),
    Case(
        "heading of other words",
        _LATE + "index.html",
        resub(r"(<h1.*?<span.*?)good", r"\g<1>food"),
        ("h1", "food stone", "good stone"),
    ),
    Case(
        "heading in another language",
        _LATE + "index.html",
        resub(r'(<h1[^>]*>[^<]*<span[^>]*lang=")en', r"\g<1>ru"),
        ("language", "ru", "en"),
    ),
    Case(
        "title for networks with other words",
        _LATE + "index.html",
        resub(r'(og:title" content="[^"]*)good', r"\g<1>food"),
        ("og:title", "food stone", "good stone"),
    ),
    Case(
        "speaker of another country",
        _LATE + "index.html",
        resub(r'(class="tl-who"><a[^>]*>[^<]*</a>[^<]*)Brückstein', r"\g<1>Nordby"),
        ("speaker", "Nordby", "Brückstein"),
    ),
]
