"""In which order files are put: by hand, on a site of three pages."""

from __future__ import annotations

from tellers.publish.order import Deed, steps

NEW = {"index.html": "a", "votes/index.html": "b", "style.css": "c", "feeds/all.xml": "d", "site-manifest.json": "m"}


def named(wanted: dict[str, str], there: dict[str, str]) -> list[tuple[str, tuple[str, ...]]]:
    return [(step.name, step.paths) for step in steps(wanted, there)]


def test_the_first_publication_puts_what_pages_need_before_pages() -> None:
    assert named(NEW, {}) == [
        ("Putting files", ("feeds/all.xml", "style.css")),
        ("Making room for pages", ("index.html", "votes/index.html")),
        ("Putting pages", ("index.html", "votes/index.html")),
        ("Putting the manifest", ("site-manifest.json",)),
    ]


def test_lists_that_are_there_follow_the_pages_they_name() -> None:
    there = {**NEW, "feeds/all.xml": "old", "index.html": "old", "site-manifest.json": "old"}
    assert named(NEW, there) == [
        ("Putting pages", ("index.html",)),
        ("Putting lists", ("feeds/all.xml",)),
        ("Putting the manifest", ("site-manifest.json",)),
    ]


def test_what_is_there_already_is_left_alone() -> None:
    assert steps(NEW, NEW) == ()


def test_what_is_gone_goes_last_and_pages_first() -> None:
    there = {**NEW, "old/index.html": "x", "old.css": "y", "site-manifest.json.sig": "z"}
    assert named(NEW, there) == [
        ("Emptying old pages", ("old/index.html",)),
        ("Removing old pages", ("old/index.html",)),
        ("Removing old files", ("old.css",)),
        ("Removing old signatures", ("site-manifest.json.sig",)),
    ]


def test_pinned_pictures_and_files_of_the_host_are_never_removed() -> None:
    there = {**NEW, "f/0123456789abcdef.png": "p", "CNAME": "c", ".nojekyll": "n", ".tellers/history.json": "h"}
    assert steps(NEW, there) == ()
    assert all(step.deed is not Deed.REMOVE for step in steps({}, {"f/0123456789abcdef.png": "p"}))
