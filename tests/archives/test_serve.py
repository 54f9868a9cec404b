"""A ballot that is changed in a dump shows in the preview: first on the page of its vote, then wherever else it counts."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep

import pytest

from tellers.build import generate
from tellers.serve import serve
from tests.archives.sites import archive_site, change_dump

CHINA = "votes/un-ga/26_2758a/index.html"
PATIENCE = 60.0


class Served:
    """A running preview, and what it said."""

    def __init__(self, site: Path) -> None:
        self.site, self.said, self.ending = site, list[str](), threading.Event()
        ready = threading.Event()
        arguments = (site, 0, self.said.append, self.ending, lambda port: ready.set())
        self.thread = threading.Thread(target=serve, args=arguments)
        self.thread.start()
        assert ready.wait(PATIENCE)

    def wait_for(self, words: str, since: int) -> None:
        """Until it says so, after so many sayings."""
        until = monotonic() + PATIENCE
        while not any(words in said for said in self.said[since:]):
            assert monotonic() < until, self.said
            sleep(0.02)

    def shown(self, path: str) -> str:
        return (self.site / "build/preview" / path).read_text("utf-8")

    def end(self) -> None:
        self.ending.set()
        self.thread.join()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    served = Served(archive_site(tmp_path / "site"))
    yield served
    served.end()


def test_a_ballot_changed_in_a_dump_is_shown(served: Served) -> None:
    since, france = len(served.said), "archives/unvotes/members/FRA/1970s/index.html"
    assert "53–56" in served.shown(CHINA)
    change_dump(served.site, "un_votes.csv.gz", "1184.0,France,FR,no", "1184.0,France,FR,yes")
    served.wait_for("1 page first", since)
    assert "54–55" in served.shown(CHINA)
    before = served.shown(france)
    served.wait_for("more files", since)
    assert served.shown(france) != before
    made = generate(served.site, name="expected", workers=1)
    assert len(made.beside) > 10
    for path in made.beside:
        assert (served.site / "build/preview" / path).read_bytes() == (made.docs / path).read_bytes(), path
    for path in made.framed:
        body = (made.docs / path).read_text("utf-8").partition("\n---\n")[2].strip()
        assert body in served.shown(path.replace(".md", "/index.html")), path
