"""What search machines, networks and readers' programs are told: the head of pages, and names of pages."""

# ruff: noqa: E501  a sabotage a row

from __future__ import annotations

from tests.sabotage.tools import Case, Edit, heard, inside, resub, swap

VOTE = "votes/assembly/25_3/index.html"
QUOTE = "quotes/odland-2025-05-06-wood/index.html"
MEMBER = "members/BRU/index.html"


def meta(name: str, edit: Edit) -> Edit:
    return inside(rf'<meta (?:name|property)="{name}" content="[^"]*">', edit)


def linked_data(edit: Edit) -> Edit:
    return inside(r'<script type="application/ld\+json">.*?</script>', edit)


def in_head(text: str) -> Edit:
    return swap("</head>", text + "</head>")


CASES = [
    Case("a title with another score", VOTE, inside("<title>.*?</title>", swap("6–1", "1–6")), ("1–6", "6–1")),
    Case("a title with a hyphen for a dash", VOTE, inside("<title>.*?</title>", swap("6–1", "61")), ("61", "6–1")),
    Case("a title of another page", MEMBER, inside("<title>.*?</title>", swap("Brückstein", "Nordby")), ("Nordby", "Brückstein")),
    Case("no title", VOTE, resub("<title>.*?</title>", ""), ("title",)),
    Case("a description with another outcome", VOTE, meta("description", swap("adopted", "rejected")), ("rejected", "adopted")),
    Case("a description of another day", VOTE, meta("description", swap("6 May 2025", "6 May 2024")), ("6 May 2024", "6 May 2025")),
    Case("a second description", VOTE, in_head('<meta name="description" content="Rejected by 9 votes to 0">'), ("Rejected by 9 votes to 0",)),
    Case("a title for networks", VOTE, meta("og:title", swap("6–1", "9–0")), ("9–0", "6–1")),
    Case("a description for networks", VOTE, meta("og:description", swap("6 votes in favour", "9 votes in favour")), ("9 votes", "6 votes")),
    Case("a second title for networks", VOTE, in_head('<meta property="og:title" content="Rejected 9–0">'), ("Rejected 9–0",)),
    Case("another title for one network", VOTE, in_head('<meta name="twitter:title" content="Rejected 9–0">'), ("Rejected 9–0",)),
    Case("another picture for one network", VOTE, in_head('<meta name="twitter:image" content="https://nine-towns.example/figures/assembly/25_1.card.png">'), ("25_1",)),
    Case("the card of another vote", VOTE, meta("og:image", heard("25_3.card", "25_1.card")), ("25_1", "25_3")),
    Case("the card of another quote", QUOTE, meta("og:image", heard("odland-2025-05-06-wood", "odell-2025-05-06-answer")), ("odell", "odland")),
    Case("what a card shows, in other words", VOTE, meta("og:image:alt", swap("6 yes", "9 yes")), ("9 yes", "6 yes")),
    Case("the size of a card", VOTE, meta("og:image:width", swap("1200", "120")), ("120", "1200")),
    Case("the name of another site", VOTE, meta("og:site_name", swap("Nine Towns", "Ten Towns")), ("Ten Towns", "Nine Towns")),
    Case("the address of another page", VOTE, meta("og:url", swap("25_3", "25_1")), ("25_1", "25_3")),
    Case("another page is the one that counts", VOTE, inside('<link rel="canonical"[^>]*>', swap("25_3", "25_1")), ("25_1", "25_3")),
    Case("another site is the one that counts", VOTE, inside('<link rel="canonical"[^>]*>', swap("nine-towns", "ten-towns")), ("ten-towns", "nine-towns")),
    Case("no page is the one that counts", VOTE, resub('<link rel="canonical"[^>]*>', ""), ("canonical",)),
    Case("not to be found", VOTE, in_head('<meta name="robots" content="noindex">'), ("noindex",)),
    Case("on to another page", VOTE, in_head('<meta http-equiv="refresh" content="0;url=../25_1/">'), ("refresh",)),
    Case("links from elsewhere", VOTE, swap("<head>", '<head><base href="https://ten-towns.example/">'), ("base",)),
    Case("a language", VOTE, swap('<html lang="en"', '<html lang="de"'), ("de", "en")),
    Case("from right to left", VOTE, swap('<body dir="ltr"', '<body dir="rtl"'), ("rtl", "ltr")),
    Case("letters of another code", VOTE, swap('<meta charset="utf-8">', '<meta charset="iso-8859-1">'), ("iso-8859-1", "utf-8")),
    Case("linked data with another number", VOTE, linked_data(swap('"name":"yes","value":6', '"name":"yes","value":9')), ("9", "6")),
    Case("linked data with one option less", VOTE, linked_data(swap('{"@type":"PropertyValue","name":"abstain","value":1},', "")), ("abstain",)),
    Case("linked data with one option more", VOTE, linked_data(swap('"variableMeasured":[', '"variableMeasured":[{"@type":"PropertyValue","name":"absent","value":3},')), ("absent",)),
    Case("linked data of another day", VOTE, linked_data(swap('"temporalCoverage":"2025-05-06"', '"temporalCoverage":"2024-05-06"')), ("2024-05-06", "2025-05-06")),
    Case("linked data published on another day", VOTE, linked_data(swap('"datePublished":"2025-09-01"', '"datePublished":"2025-08-01"')), ("2025-08-01", "2025-09-01")),
    Case("linked data of another publisher", VOTE, linked_data(swap("The Nine Towns Example", "The Ten Towns Example")), ("The Ten Towns Example", "The Nine Towns Example")),
    Case("linked data of another page", VOTE, linked_data(swap("votes/assembly/25_3/", "votes/assembly/25_1/")), ("25_1", "25_3")),
    Case("linked data of another kind", VOTE, linked_data(swap('"@type":"Dataset"', '"@type":"ClaimReview"')), ("ClaimReview", "Dataset")),
    Case("linked data in another title", VOTE, linked_data(swap("Adopted 6–1", "Rejected 6–1")), ("Rejected", "Adopted")),
    Case("linked data in another description", VOTE, linked_data(swap("adopted N/25/3", "rejected N/25/3")), ("rejected", "adopted")),
    Case("no linked data", VOTE, resub(r'<script type="application/ld\+json">.*?</script>', ""), ("JSON-LD",)),
    Case("linked data twice", VOTE, in_head('<script type="application/ld+json">{"@context":"https://schema.org","@type":"ClaimReview","reviewRating":"false"}</script>'), ("ClaimReview",)),
    Case("a question of linked data more", VOTE, linked_data(swap('"isAccessibleForFree":true', '"isAccessibleForFree":true,"abstract":"Rejected 9–0"')), ("Rejected 9–0",)),
    Case("linked data that is none", VOTE, linked_data(swap('{"@context"', '{{"@context"')), ("JSON",)),
    Case("linked data of a quote", QUOTE, linked_data(swap("Wood would", "Wood could")), ("could", "would")),
    Case("a feed from elsewhere", VOTE, in_head('<link rel="alternate" type="application/rss+xml" href="https://ten-towns.example/feed.xml">'), ("ten-towns.example",)),
    Case("way to report an error about another page", "votes/assembly/24_1/index.html",
         resub(r'(tl-report[^>]*><a href="[^"]*page[^"]*)24', r"\g<1>25"), ("ways to mend",)),
    Case("a second part with a way to mend the page", VOTE, swap("</article>", '</article><p class="tl-report">False</p>'), ("parts with ways",)),
    Case("the way to mend the page in the article", VOTE, swap("</article>", '<p class="tl-report">False</p></article>'), ("place of tl-report",)),
    Case("words beside the way to mend the page", VOTE, resub(r'(<p class="tl-report[^>]*>)', r"\1False "), ("words of the ways", "False")),
    Case("a language that the page has not", VOTE, swap("</header>", '<a class="tl-language" hreflang="fr" lang="fr" href="x">FR</a></header>'), ("languages in the header", "FR")),
    Case("a notice that is not so", VOTE, swap("<article", '<p class="tl-notice">Withdrawn.</p><article'), ("notice", "Withdrawn")),
    Case("a way to somewhere else beside it", "votes/assembly/24_1/index.html",
         resub(r'(<p class="tl-report[^>]*>)', r'\1<a href="https://evil.example/">Vote again</a>'), ("ways to mend",)),
]  # fmt: skip
