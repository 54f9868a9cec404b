"""Texts to copy, numbers as data and pages that stand alone: their markup, their keys, and what each number is of."""

# ruff: noqa: E501  a sabotage a row

from __future__ import annotations

from tests.sabotage.tools import Case, in_json, resub, swap

_USE = "use/assembly/24_1.tally/index.html"

CASES = [
    Case("numbers as CSV: a member of another ballot", "figures/assembly/24_2.blocks.csv", resub(r"(tile:HAY,.*?)HAY,yes", r"\1QUI,yes"),
         ("line of tile:HAY", "QUI")),
    Case("numbers as CSV: another vote", "figures/council/24_1.tally.csv", resub(r"(bar:no,tally,)council/24_1", r"\1council/25_1"),
         ("line of bar:no", "council/25_1")),
    Case("numbers as JSON: a member of another ballot", "figures/assembly/24_2.blocks.json",
         in_json(lambda said: next(m for m in said["marks"] if m["mark"] == "tile:HAY")["of"].update(member="QUI")),
         ("line of tile:HAY", "QUI")),
    Case("text for mail: letters of another size", _USE, swap("font-size:13px", "font-size:3px"), ("markup", "font-size:3px")),
    Case("text for mail: a wider table", _USE, swap('&lt;table role="presentation" width="600"', '&lt;table role="presentation" width="900"'),
         ("markup", "width=900")),
    Case("MJML: another page", _USE, resub(r"(mj-text.{1,400}?href=\"https://nine-towns.example/votes/assembly/24_)1", r"\g<1>2"),
         ("links", "24_2")),
    Case("MJML: other letters", _USE, swap('mj-text font-size="17px"', 'mj-text font-size="1px"'), ("markup", "font-size=1px")),
    Case("frame that cannot be seen", _USE, swap('max-width:600px;border:0" loading', 'max-width:0;border:0" loading'),
         ("frame: markup", "max-width:0")),
    Case("BibTeX: key of another figure", _USE, swap("@misc{figures:assembly:24_1", "@misc{figures:assembly:24_2"), ("BibTeX key", "24_2")),
    Case("CSL-JSON: id of another figure", _USE, swap('"id": "figures/assembly/24_1', '"id": "figures/assembly/24_2'), ("CSL-JSON key", "24_2")),
    Case("command that pins another figure", _USE, swap("tellers pin assembly/24_1", "tellers pin assembly/24_2"), ("command", "24_2")),
    Case("page of texts: made larger than the window", _USE, swap("initial-scale=1", "initial-scale=7"), ("viewport", "initial-scale=7")),
    Case("frame page: found by search engines", "embed/assembly/24_1.tally/index.html", swap('content="noindex"', 'content="index"'),
         ("robots", "index")),
    Case("frame page: an alternative text of its own", "embed/HAY.agreement/index.html",
         resub(r"(&quot;alt&quot;:&quot;[^&]*?)Brückstein", r"\1Nordby"), ("alt", "Nordby")),
]  # fmt: skip
