"""Pinned pictures: their bytes, and the pages that say what has become of them."""

from __future__ import annotations

from tests.sabotage.tools import Case, gone, heard, in_json, inside, resub, same, swap

_LIGHT, _DARK = "f/cfbe666ddb7833d0", "f/21bb79d325117225"

CASES = [
    Case("pinned picture: other bytes", f"{_LIGHT}.png", same, ("digest", "cfbe666ddb7833d0"), copy_of=f"{_DARK}.png"),
    Case("pinned picture missing", f"{_DARK}.png", gone, ("no file", "assembly/25_3.blocks")),
    Case("pinned picture that nobody pinned", "f/0123456789abcdef.png", same, ("no file",), copy_of=f"{_LIGHT}.png"),
    Case("page of a pinned picture missing", f"{_DARK}/index.html", gone, ("no file", "page of a pinned picture")),
    Case("pinned picture: what has become of it", f"{_LIGHT}/index.html", heard("Current:", "Superseded:"),
         ("state", "Superseded")),
    Case("pinned picture: its day", f"{_LIGHT}/index.html", resub(r"(tl-lead.*?)1 September", r"\g<1>2 September"),
         ("state", "2 September", "1 September")),
    Case("pinned picture: words", f"{_LIGHT}/index.html", resub(r'(<img.*?alt="[^"]*?)5 yes', r"\g<1>6 yes"),
         ("picture alt", "6 yes", "5 yes")),
    Case("pinned picture: the title of another", f"{_LIGHT}/index.html",
         inside("<h1.*?</h1>", heard("24/1", "24/2")), ("title", "24/2", "24/1")),
    Case("pinned picture: another figure named", f"{_LIGHT}/index.html",
         inside("<small>.*?</small>", heard("24_1", "24_2")), ("figure", "24_2", "24_1")),
    Case("pinned picture: another one shown", f"{_LIGHT}/index.html", swap(f'src="../../{_LIGHT}', f'src="../../{_DARK}'),
         ("picture src", "21bb", "cfbe")),
    Case("pinned picture: its address to copy", "use/assembly/24_1.tally/index.html",
         swap(f"/{_LIGHT}.png", f"/{_DARK}.png"),
         ("pinned", "21bb", "cfbe")),
    Case("pinned picture: what has become of it, where it is offered", "use/assembly/25_3.blocks/index.html",
         swap("Current: its data", "Superseded: its data"), ("what has become", "Superseded", "Current")),
    Case("pinned picture found in place of the vote", "search/search_index.json",
         in_json(lambda said: said["docs"].append({"location": f"{_LIGHT}/", "title": "Pinned", "text": "Pinned"})),
         ("entries", "1", "0")),
]  # fmt: skip
