"""Nothing that was published goes missing: the build refuses, or something leads on."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tellers.build import addresses
from tellers.cli import run
from tellers.model import Content, Redirect
from tellers.problems import Refused
from tellers.verify.addresses import check_addresses
from tellers.verify.content import read_content
from tellers.verify.report import Findings
from tests.built import starter_folder
from tests.conftest import STARTER

FILES = {
    "index.md": b"home",
    "votes/index.md": b"votes",
    "votes/a/2.md": b"a page",
    "votes/a/2/roll.csv": b"member,option\n",
    "figures/a/2.tally.png": b"PNG",
}


def site(tiny: Content, ledger: list[str], *moves: tuple[str, str]) -> Content:
    redirects = tuple(Redirect.model_validate({"from": old, "to": new}) for old, new in moves)
    return replace(tiny, addresses=tuple(ledger), redirects=redirects)


def test_what_is_there_needs_nothing(tiny: Content) -> None:
    ledger = ["/", "/votes/", "/votes/a/2/", "/votes/a/2/roll.csv", "/figures/a/2.tally.png"]
    assert addresses.kept(site(tiny, ledger), FILES) == {}


def test_a_page_that_is_gone_is_refused_with_its_line(tiny: Content) -> None:
    with pytest.raises(Refused) as refused:
        addresses.kept(site(tiny, ["/", "/votes/a/1/"]), FILES)
    (problem,) = refused.value.problems
    assert str(problem) == (
        "content/addresses.csv:3 address: /votes/a/1/ was published and leads nowhere now; "
        "restore its record, or say in content/redirects.yml where it has moved"
    )


def test_what_moved_leads_on_with_all_that_is_below_it(tiny: Content) -> None:
    moves = (("/votes/a/1/", "/votes/a/2/"), ("/figures/a/1.", "/figures/a/2."))
    made = addresses.kept(site(tiny, ["/votes/a/1/", "/votes/a/1/roll.csv", "/figures/a/1.tally.png"], *moves), FILES)
    assert made["votes/a/1/roll.csv"] == FILES["votes/a/2/roll.csv"]
    assert made["figures/a/1.tally.png"] == FILES["figures/a/2.tally.png"]
    page = made["votes/a/1/index.html"].decode()
    assert '<link rel="canonical" href="https://nine-towns.example/votes/a/2/">' in page
    assert '<meta http-equiv="refresh" content="0; url=../2/">' in page
    assert '<a href="../2/">https://nine-towns.example/votes/a/2/</a>' in page


def test_what_moved_twice_leads_to_the_end(tiny: Content) -> None:
    made = addresses.kept(site(tiny, [], ("/votes/a/0/", "/votes/a/1/"), ("/votes/a/1/", "/votes/a/2/")), FILES)
    assert sorted(made) == ["votes/a/0/index.html", "votes/a/1/index.html"]
    assert all(b"https://nine-towns.example/votes/a/2/" in page for page in made.values())


@pytest.mark.parametrize(
    ("moves", "wrong"),
    [
        ([("/votes/a/1/", "/votes/a/9/")], "leads nowhere now"),
        ([("/votes/a/1/", "/votes/a/0/"), ("/votes/a/0/", "/votes/a/1/")], "leads nowhere now"),
        ([("/votes/a/1/", "/votes/a/2/"), ("/votes/a/2/", "/votes/")], "is an address of the site still"),
        ([("/votes/a/1/", "/votes/a/2/roll.csv")], "leads to /votes/a/2/roll.csv"),
    ],
)
def test_an_entry_that_leads_nowhere_is_refused(tiny: Content, moves: list[tuple[str, str]], wrong: str) -> None:
    with pytest.raises(Refused, match=re.escape(wrong)):
        addresses.kept(site(tiny, ["/votes/a/1/"], *moves), FILES)


def test_the_ledger_only_grows() -> None:
    text = addresses.grown(["/votes/b/", "/"], ["/", "/votes/a/", "/votes/b/"])
    assert text == "address\n/votes/b/\n/\n/votes/a/\n"
    assert addresses.grown(text.splitlines()[1:], ["/"]) == text


def test_a_site_is_refused_until_its_entry_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(STARTER, tmp_path / "site")
    ledger = tmp_path / "site" / "content" / "addresses.csv"
    ledger.write_text("address\n/explainers/how-to-read/\n")
    assert run(["build", "-q", "-C", str(tmp_path / "site")]) == 2
    assert "content/addresses.csv:2 address: /explainers/how-to-read/ was published" in capsys.readouterr().out
    assert not (tmp_path / "site" / "build" / "site").exists()


# The reader ------------------------------------------------------------------------------------------------------------

OLD, NEW = "votes/assembly/24_0", "votes/assembly/24_1"


@pytest.fixture
def moved(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, tiny: Content) -> Path:
    """The starter's built site in which a vote has another address now, with what leads there."""
    shutil.copytree(starter_folder(tmp_path_factory), tmp_path / "site", symlinks=True)
    folder = tmp_path / "site"
    (folder / "content" / "addresses.csv").write_text(f"address\n/{NEW}/\n/{OLD}/\n/{OLD}/roll.csv\n")
    (folder / "content" / "redirects.yml").write_text(f"- from: /{OLD}/\n  to: /{NEW}/\n")
    built = folder / "built"
    shutil.copytree((folder / "build" / "site").resolve(), built)
    files = {path.relative_to(built).as_posix(): path.read_bytes() for path in built.rglob("*") if path.is_file()}
    content = site(tiny, [f"/{NEW}/", f"/{OLD}/", f"/{OLD}/roll.csv"], (f"/{OLD}/", f"/{NEW}/"))
    for path, raw in addresses.kept(content, files).items():
        (built / path).parent.mkdir(parents=True, exist_ok=True)
        (built / path).write_bytes(raw)
    return folder


def said(folder: Path) -> list[str]:
    findings = Findings()
    check_addresses(folder / "built", read_content(folder), findings)
    assert findings.counts["addresses"] >= 3
    return [str(problem) for problem in findings.problems]


def test_what_leads_on_is_no_difference(moved: Path) -> None:
    assert said(moved) == []


def _swap(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new, 1)


@pytest.mark.parametrize(
    ("path", "edit", "words"),
    [
        (f"{OLD}/index.html", _swap("url=../24_1/", "url=../24_2/"), ("refresh", "24_2", "24_1")),
        (f"{OLD}/index.html", _swap('canonical" href="https://nine-towns.example/votes/assembly/24_1', 'canonical" href="x'),
         ("canonical", "24_1")),
        (f"{OLD}/index.html", _swap('<a href="../24_1/"', '<a href="../24_3/"'), ("link", "24_3", "24_1")),
        (f"{OLD}/index.html", _swap("has moved", "is gone"), ("words", "is gone", "has moved")),
        (f"{OLD}/index.html", _swap("<body>", "<body><script>1</script>"), ("scripts", "1", "0")),
        (f"{OLD}/roll.csv", _swap("yes", "no"), ("redirect", "another", "the same file")),
    ],
)  # fmt: skip
def test_a_redirect_to_elsewhere_is_a_difference(
    moved: Path, path: str, edit: Callable[[str], str], words: tuple[str, ...]
) -> None:
    file = moved / "built" / path
    before = file.read_text()
    file.write_text(edit(before))
    assert file.read_text() != before
    assert any(all(word in line for word in (path, *words)) for line in said(moved)), said(moved)


@pytest.mark.parametrize("path", [f"{OLD}/index.html", f"{OLD}/roll.csv", f"{NEW}/index.html"])
def test_an_address_without_a_file_is_a_difference(moved: Path, path: str) -> None:
    (moved / "built" / path).unlink()
    assert any(path in line and "no file" in line for line in said(moved))
