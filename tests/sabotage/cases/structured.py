"""JSON-LD and cards: other names, days, words, sources, terms and files than the page and its figures have."""

from __future__ import annotations

from tests.sabotage.tools import Case, resub, swap

_READ = "explainers/how-to-read-this-site/index.html"


def _in_block(pattern: str, new: str):  # type: ignore[no-untyped-def]
    return resub(rf"(ld\+json\">[^<]*?){pattern}", rf"\g<1>{new}")


CASES = [
    Case("JSON-LD headline", _READ, _in_block('"headline":"How', '"headline":"Why'), ("JSON-LD headline", "Why", "How")),
    Case("JSON-LD modified", "series/bridge/index.html",
         _in_block('"dateModified":"2025-09', '"dateModified":"2025-08'), ("dateModified", "2025-08", "2025-09")),
    Case("JSON-LD download", "votes/assembly/25_3/index.html",
         _in_block("25_3/roll.csv", "24_1/roll.csv"), ("distribution", "24_1/roll.csv")),
    Case("JSON-LD part of a series", "bodies/assembly/index.html", swap("</head>",
         '<script type="application/ld+json">{"@type":"WebPage","image":[{"contentUrl":"x"}]}</script></head>'),
         ("JSON-LD images", "x")),
    Case("JSON-LD terms", "votes/assembly/24_2/index.html",
         _in_block(r'"license":\[\{"@type":"CreativeWork","name":"CC0', '"license":[{"@type":"CreativeWork","name":"CC9'),
         ("JSON-LD license", "CC9", "CC0")),
    Case("JSON-LD credit left out", "votes/council/24_1/index.html",
         _in_block(r'"creditText":"Sources: [^"]*"', '"creditText":""'), ("JSON-LD creditText", "Minutes")),
    Case("JSON-LD citation", "votes/council/25_1/index.html",
         _in_block(r"(citation\":\"[^\"]*?)2025\. ", r"\g<2>2024. "), ("citation day", "2024", "2025")),
    Case("JSON-LD source", "votes/assembly/25_4/index.html",
         _in_block(r'("publisher":\{"@type":"Organization","name":")The Weir E', r"\g<2>The Weir M"), ("Mvening",)),
    Case("JSON-LD image caption", "votes/assembly/24_3/index.html",
         _in_block(r'("caption":"[^"]*?)(\d) yes', r"\g<2>9 yes"), ("caption", "9 yes")),
    Case("JSON-LD image of another figure", "quotes/odland-2025-05-06-wood/index.html",
         _in_block(r"odland-2025-05-06-wood\.quote\.png", "odell-2025-05-06-answer.quote.png"), ("JSON-LD images", "odell")),
    Case("JSON-LD image notice", "members/ALU/index.html",
         _in_block(r'("copyrightNotice":")Sources: [^"]*? W', r"\g<2>W"), ("copyrightNotice", "Minutes")),
    Case("JSON-LD quotation", "quotes/odell-2025-05-06-answer/index.html",
         _in_block(r'"text":"(\w+) ', '"text":"Never '), ("JSON-LD text", "Never")),
    Case("JSON-LD left out", "votes/assembly/25_2/index.html",
         resub(r'<script type="application/ld\+json">.*?</script>', ""), ("JSON-LD", "0 blocks")),
    Case("card: alternative text", "votes/assembly/25_1/index.html",
         resub(r'(og:image:alt" content="[^"]*?)9 yes', r"\g<1>8 yes"), ("og:image:alt", "8 yes", "9 yes")),
    Case("JSON-LD of an explainer: other terms", "explainers/how-to-read-this-site/index.html",
         _in_block("CC0-1.0.html", "CC0-1.9.html"), ("JSON-LD license", "1.9")),
]  # fmt: skip
