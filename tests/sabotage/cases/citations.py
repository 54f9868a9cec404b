"""How pages are cited: on the page, and in the files for reference managers."""

from __future__ import annotations

from tests.sabotage.tools import Case, resub, same, swap

_VOTE = "votes/assembly/24_1"
_READ = "explainers/how-to-read-this-site"

CASES = [
    Case("BibTeX number", f"{_VOTE}/cite.bib", swap("Adopted 5–3", "Adopted 5–4"), ("citation title", "4", "3")),
    Case("BibTeX year", "series/bridge/cite.bib", swap("{2025}", "{2024}"), ("citation day", "2024", "1 September 2025")),
    Case("BibTeX key alone", f"{_READ}/cite.bib", swap("{How to read", "{How to write"), ("citation title", "write")),
    Case("RIS year", f"{_VOTE}/cite.ris", swap("PY  - 2025", "PY  - 2024"), ("PY 2024",)),
    Case("RIS day", f"{_READ}/cite.ris", swap("2025/09/01", "2025/10/01"), ("citation day", "1 October 2025", "September")),
    Case("RIS licence line", "series/bridge/cite.ris", resub("N1  - [^\r]*", "N1  - "), ("licence line", "Minutes")),
    Case("RIS address", "votes/assembly/24_2/cite.ris", swap("24_2/", "24_3/"), ("citation address", "24_3", "24_2")),
    Case("CSL title", "series/bridge/cite.json", swap("Lower Weir", "Upper Weir"), ("citation title", "Upper", "Lower")),
    Case("CSL of another vote", f"{_VOTE}/cite.json", same, ("citation title", "N/24/2", "N/24/1"),
         copy_of="votes/assembly/24_2/cite.json"),
    Case("RIS type", "votes/council/24_1/cite.ris", swap("DATA", "ELEC"), ("citation type", "ELEC", "DATA")),
    Case("CSL id", "votes/council/25_1/cite.json", swap('"id": "votes/', '"id": "notes/'), ("citation id", "notes/")),
    Case("CSL terms", "votes/assembly/24_2/cite.json", swap("(CC0-1.0)", "(CC-BY-4.0)"), ("licence line", "CC0-1.0")),
    Case("citation on the page: address", f"{_READ}/index.html",
         resub(r"(tl-cite.*?<code>[^<]*?)how", r"\1now"), ("citation address", "now")),
    Case("citation on the page: author", "series/bridge/index.html",
         resub(r"(tl-cite.*?<p>)The Nine", r"\1The Ten"), ("citation author", "Ten", "Nine")),
]  # fmt: skip
