"""Pages of an archive: thousands, so that each is small, is made alone, and is framed without going through Markdown.

Nothing here is found by `make`: the build asks for one page after the other, on all cores.
"""

from tellers.pages.archive.compare import compare
from tellers.pages.archive.decade import decade
from tellers.pages.archive.framed import Found, Framed
from tellers.pages.archive.lists import index, members, session, topic
from tellers.pages.archive.member import member
from tellers.pages.archive.shelf import Shelf
from tellers.pages.archive.turns import turns
from tellers.pages.archive.vote import FIGURES, vote

__all__ = [
    "FIGURES", "Found", "Framed", "Shelf", "compare", "decade", "index", "member", "members", "session", "topic", "turns",
    "vote",
]  # fmt: skip
