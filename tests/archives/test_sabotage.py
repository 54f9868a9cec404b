"""Whatever is changed on a page of an archive is found, at its place, with what was found and what was expected."""

from __future__ import annotations

import csv
import gzip
import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tellers.verify import verify_site
from tellers.verify.archive_files import check_files
from tellers.verify.archive_reading import read_archives
from tellers.verify.archives import Archive
from tellers.verify.content import read_content
from tellers.verify.report import Findings
from tests.archives.spoiling import Hear, hearing
from tests.sabotage.tools import Edit, exchange, heard, inside, resub, swap

CHINA = "votes/un-ga/26_2758a/index.html"
FRANCE = "archives/unvotes/members/FRA/1970s/index.html"
SESSION = "archives/unvotes/sessions/26/index.html"
TOPIC = "archives/unvotes/topics/colonialism/index.html"
MEMBERS = "archives/unvotes/members/index.html"
INDEX = "archives/unvotes/index.html"
DECADE = "archives/unvotes/decades/1970s/index.html"
TURNS = "archives/unvotes/turns/index.html"
COMPARE = "archives/unvotes/compare/index.html"

CASES: list[tuple[str, str, Edit, tuple[str, ...]]] = [
    ("a number in the headline", CHINA, inside("<h1>.*?</h1>", swap(">53<", ">54<")), ("h1", "54–56", "53–56")),
    (
        "a number and its value",
        CHINA,
        inside("<h1>.*?</h1>", resub('value="53"(.*?)>53<', r'value="54"\1>54<')),
        ("value", '"54"', '"53"'),
    ),
    ("a verdict", CHINA, inside("<h1>.*?</h1>", swap("Voted", "Adopted")), ("h1", "Adopted", "Voted")),
    (
        "another month in the lead",
        CHINA,
        inside('<p class="tl-lead">.*?</p>', swap("October", "November", 1)),
        ("November",),
    ),
    ("a member on the other side", CHINA, exchange(">Albania</a>", ">Australia</a>"), ("section tl-ballots", "Australia")),
    ("a member left out", CHINA, resub(r'<a href="[^"]*/ALB/1970s/">Albania</a>, ', ""), ("section tl-ballots", "Algeria")),
    ("a link to another member", CHINA, swap("members/ALB/1970s/", "members/AUS/1970s/"), ("link", "AUS", "ALB")),
    ("a tile of another colour", CHINA, resub(r'class="no"( data-mark="tile:ALB")', r'class="yes"\1'), ("ALB", "yes", "no")),
    ("two tiles exchanged", CHINA, exchange(">ALB</text>", ">AUS</text>"), ("ALB",)),
    ("a longer bar", CHINA, resub(r'(width=")\d+(\.\d+)?("[^>]*data-mark="bar:no")', r"\g<1>399\3"), ("bar:no",)),
    ("a figure with claims of its own", CHINA, swap("claims&quot;:[]", "claims&quot;:[{}]"), ("figure",)),
    (
        "a figure of another vote",
        CHINA,
        swap('data-figure="un-ga/26_2758a.tally"', 'data-figure="un-ga/26_2758b.tally"', 2),
        ("26_2758b",),
    ),
    ("a sentence more", CHINA, swap("</h2>", "</h2><p>A disgrace.</p>", 1), ("blocks",)),
    ("words outside of blocks", CHINA, swap("</h1>", "</h1>A disgrace.", 1), ("words outside blocks", "A disgrace.")),
    ("a note left out", CHINA, resub(r'<div class="tl-notes">.*?</div>', '<div class="tl-notes"></div>'), ("div tl-notes",)),
    ("a script", CHINA, swap("</h1>", "</h1><script>alert(1)</script>"), ("script",)),
    (
        "another title",
        CHINA,
        resub("<title>.*?</title>", "<title>Nothing · How the world votes</title>"),
        ("title", "Nothing"),
    ),
    (
        "another description",
        CHINA,
        resub('(<meta name="description" content=")[^"]*', r"\1Nothing."),
        ("description", "Nothing."),
    ),
    ("another address", CHINA, resub('(rel="canonical" href=")[^"]*', r"\1https://tellers.example/"), ("canonical",)),
    (
        "a ballot of a member",
        FRANCE,
        resub('<td class="tl-no">No', '<td class="tl-yes">Yes'),
        ("div tl-scroll", "Yes", "No"),
    ),
    ("a colour of a ballot", FRANCE, resub('<td class="tl-no">', '<td class="tl-yes">'), ("colour tl-yes", '"No"')),
    ("a row of a member", FRANCE, resub(r"<tr><td>[^<]*<td><a.*?(?=<tr>)", ""), ("links", "41", "42")),
    (
        "a number of a decade",
        FRANCE,
        inside('<p class="tl-lead">.*?</p>', resub(r'value="\d+"', 'value="99"')),
        ("decade", "99"),
    ),
    ("a result of a session", SESSION, heard("Voted 53–56", "Voted 56–53"), ("div tl-scroll", "56–53")),
    ("a day of a session", SESSION, swap("October 1971", "October 1972"), ("div tl-scroll", "1972")),
    ("a number of votes", TOPIC, inside('<p class="tl-lead">.*?</p>', resub(r'value="\d+"', 'value="99"')), ("topic", "99")),
    ("a member of the list", MEMBERS, swap("France", "Francia"), ("div tl-scroll", "Francia", "France")),
    ("another body to search in", INDEX, swap('data-body="un-ga"', 'data-body="un-sc"'), ("data-body", "un-sc")),
    (
        "a number of a decade's votes",
        INDEX,
        resub(r'(full&#45;votes decade&#61;1970">)\d+', r"\g<1>99"),
        ("full-votes", "99"),
    ),
    (
        "how often with the majority",
        FRANCE,
        resub(r'<data value="10"( data-claim="count of&#61;majority[^>]*>)10<', r'<data value="11"\g<1>11<'),
        ("majority", "11"),
    ),
    (
        "what the majority is",
        FRANCE,
        heard("The majority is the larger side", "The majority is the smaller side"),
        ("smaller",),
    ),
    (
        "how often the same ballot",
        FRANCE,
        resub(r'(with&#61;SAU decade&#61;1970">)1 of 15', r"\g<1>2 of 15"),
        ("SAU", "2 of 15"),
    ),
    ("a share of the same ballots", FRANCE, resub(r"(15</data></td><td>)7", r"\g<1>8"), ("div tl-scroll", "8")),
    ("another order of those alike", FRANCE, exchange(">Norway</a>", ">Sweden</a>"), ("div tl-scroll", "Sweden")),
    ("a number of a member", DECADE, resub(r"(>France</a></th><td>)10<", r"\g<1>11<"), ("div tl-scroll", "11")),
    ("two heads of columns", DECADE, exchange(">Abstained<", ">Cast no ballot<"), ("div tl-scroll", "Abstained")),
    (
        "another file of a decade",
        DECADE,
        heard("1970s/agreement.csv", "1990s/agreement.csv"),
        ("link", "1990s/agreement.csv"),
    ),
    ("a mark of the map elsewhere", DECADE, resub(r'(data-member="USA" d="M)\d+', r"\g<1>300"), ("place of USA",)),
    ("two marks of the map exchanged", DECADE, exchange('data-member="USA"', 'data-member="ALB"'), ("map of 700", "ALB")),
    (
        "a mark of another bloc",
        DECADE,
        resub(r'(data-member="ZAF" d="M[\d.]+ [\d.]+)m[^"]+', r"\1m0-5l5 9h-10z"),
        ("shape of ZAF",),
    ),
    ("a mark that is drawn otherwise", DECADE, resub(r'tl-alone(" data-member)', r"tl-bloc\1"), ("map of 700: shape of",)),
    (
        "a mark left out of the map",
        DECADE,
        resub(r'<path class="tl-bloc" data-member="ZAF"[^>]*/>', ""),
        ("map of 700: members",),
    ),
    ("a mark twice", DECADE, resub(r'(<path class="tl-bloc" data-member="ZAF"[^>]*/>)', r"\1\1"), ("marks of ZAF",)),
    ("a code at another mark", DECADE, exchange(">USA</text>", ">ALB</text>"), ("code USA", "beside ALB")),
    ("a code left out", DECADE, resub(r"<text [^>]*>USA</text>", ""), ("code USA", "with room")),
    ("a code twice", DECADE, resub(r"(<text [^>]*>USA</text>)", r"\1\1"), ("map of 700: codes",)),
    ("something else on the map", DECADE, resub(r"(<text [^>]*>USA</text>)", r'\1<circle r="9"></circle>'), ("<circle>",)),
    ("what marks are", DECADE, swap("■ in the second", "■ in the third"), ("what marks are", "third")),
    ("what the map is", DECADE, resub(r'aria-label="Map of \d+', 'aria-label="Map of 9'), ("of itself", "Map of 9")),
    ("a map too small", DECADE, swap('viewBox="0 0 700', 'viewBox="0 0 1400'), ("its size", "1400")),
    ("no map", DECADE, resub(r'<figure class="tl-figure tl-map">.*?</figure>', ""), ("blocks",)),
    (
        "no map for phones",
        DECADE,
        resub(r'<div class="tl-narrow"><svg.*?</svg>', '<div class="tl-narrow">'),
        ("pictures in .tl-narrow",),
    ),
    ("what a turning point is", TURNS, heard("the median member", "the largest member"), ("thelargestmember",)),
    ("what is compared", COMPARE, heard("the same ballot (yes, no", "another ballot (yes, no"), ("anotherballot",)),
    (
        "a page that compares nothing",
        COMPARE,
        swap("javascripts/compare.js", "javascripts/archive.js"),
        ("scripts", "archive"),
    ),
    ("a number of a session", INDEX, resub(r'(session&#61;26">)\d+', r"\g<1>99"), ("session=26", "99")),
]


@pytest.fixture(scope="module")
def archive(built: tuple[Path, Path]) -> Archive:
    """The archive as the reader reads it."""
    return read_archives(built[0], read_content(built[0]))["unvotes"]


@pytest.fixture(scope="module")
def heard_on(built: tuple[Path, Path], archive: Archive, tmp_path_factory: pytest.TempPathFactory) -> Hear:
    """What the reader says to a page whose bytes were changed."""
    return hearing(built[1], archive, tmp_path_factory.mktemp("spoilt"))


@pytest.mark.parametrize(("path", "edit", "words"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_sabotage_is_caught(path: str, edit: Edit, words: tuple[str, ...], heard_on: Hear) -> None:
    problems = heard_on(path, edit)
    assert any(all(word in problem for word in words) for problem in problems), problems


@pytest.mark.parametrize("path", [CHINA, FRANCE, SESSION, TOPIC, MEMBERS, INDEX, DECADE, COMPARE, TURNS])
def test_no_alarm_without_a_sabotage(path: str, heard_on: Callable[[str, Edit], list[str]]) -> None:
    assert heard_on(path, lambda raw: raw) == []


def again(raw: bytes, edit: Callable[[dict[str, Any]], None]) -> bytes:
    """The ballots of a decade with a change in them."""
    said = json.loads(gzip.decompress(raw))
    edit(said)
    return gzip.compress(json.dumps(said).encode())


def other_ballot(said: dict[str, Any]) -> None:
    france = next(row for row in said["members"] if row[0] == "FRA")
    france[2] = france[2].replace("n", "y", 1)


def other_topic(said: dict[str, Any]) -> None:
    next(row for row in said["votes"] if row[4])[4].clear()


def edited(code: str, column: str, edit: Callable[[str], str]) -> Callable[[bytes], bytes]:
    """The cell of a member in a table, changed."""
    return lambda raw: rewritten(raw, lambda row: row | ({column: edit(row[column])} if row["member"] == code else {}))


def turned(raw: bytes) -> bytes:
    """The first axis, left for right."""
    return rewritten(raw, lambda row: row | {"first": row["first"] and f"{-float(row['first']):.3f}"})


def rewritten(raw: bytes, edit: Callable[[dict[str, str]], dict[str, str]]) -> bytes:
    out, rows = io.StringIO(), list(csv.DictReader(io.StringIO(raw.decode(), newline="")))
    writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(map(edit, rows))
    return out.getvalue().encode()


FILES: list[tuple[str, Callable[[bytes], bytes], str]] = [
    ("members.csv", lambda raw: raw.replace(b"FRA,France,16,10,1,", b"FRA,France,16,11,0,"), "FRA"),
    ("members.csv", lambda raw: raw.replace(b"majority,minority", b"minority,majority"), "line 1"),
    ("agreement.csv", lambda raw: raw.replace(b"FRA,GBR,16,16", b"FRA,GBR,15,16"), "GBR"),
    ("agreement.csv", lambda raw: raw.replace(b"FRA,GBR,16,16\n", b""), "lines"),
    ("members.csv", edited("USA", "first", lambda at: f"{float(at) + 0.002:.3f}"), "first of USA"),
    ("members.csv", edited("USA", "second-error", lambda at: f"{float(at) + 0.002:.3f}"), "second-error of USA"),
    ("members.csv", edited("GBR", "bloc", lambda bloc: f"{int(bloc) + 1}"), "GBR"),
    ("members.csv", edited("GBR", "bloc-halves", lambda halves: f"{int(halves) - 1}"), "GBR"),
    ("members.csv", edited("USA", "first", lambda at: f"-{at}"), "first of USA"),
    ("members.csv", edited("USA", "second", lambda at: ""), "place of USA"),
    ("members.csv", edited("AGO", "first", lambda at: "0.100"), "members with a place"),
    ("members.csv", turned, "side of the first axis"),
    ("ballots.json.gz", lambda raw: again(raw, other_ballot), "ballots of FRA"),
    ("ballots.json.gz", lambda raw: again(raw, other_topic), "Economic development"),
    ("ballots.json.gz", lambda raw: raw[:100], "file"),
]


@pytest.mark.parametrize(
    ("name", "edit", "word"), FILES, ids=[f"{at} {name} {word}" for at, (name, _, word) in enumerate(FILES)]
)
def test_a_file_of_a_decade_that_says_otherwise_is_found(
    name: str, edit: Callable[[bytes], bytes], word: str, built: tuple[Path, Path], archive: Archive, tmp_path: Path
) -> None:
    folder = "archives/unvotes/decades"
    for copied in (folder, "archives/unvotes/turns"):
        shutil.copytree(built[1] / copied, tmp_path / copied)
    findings = Findings()
    check_files(tmp_path, archive, findings)
    assert findings.problems == []
    file = tmp_path / folder / "1970s" / name
    before = file.read_bytes()
    file.write_bytes(edit(before))
    assert file.read_bytes() != before
    check_files(tmp_path, archive, findings)
    assert any(word in str(problem) and str(problem).startswith(f"{folder}/1970s/{name}") for problem in findings.problems)


def test_a_page_that_is_missing_or_left_over_is_found(built: tuple[Path, Path], tmp_path: Path) -> None:
    site, out = built
    copy = shutil.copytree(out, tmp_path / "copy")
    (copy / CHINA).unlink()
    (copy / "votes/un-ga/26_2758x").mkdir()
    shutil.copy(out / CHINA, copy / "votes/un-ga/26_2758x/index.html")
    index = copy / "archives/unvotes/votes.json.gz"
    index.write_bytes(
        gzip.compress(gzip.decompress(index.read_bytes()).replace("Voted 53–56".encode(), "Voted 56–53".encode()))
    )
    frame = copy / FRANCE
    frame.write_text(frame.read_text("utf-8").replace(">Method<", ">Madness<"), "utf-8")
    problems = [str(problem) for problem in verify_site(copy, site, lambda *_: None).problems]
    assert any(problem.startswith(CHINA) for problem in problems)
    assert any(problem.startswith("votes/un-ga/26_2758x/index.html file:") for problem in problems)
    assert any(problem.startswith("archives/unvotes/votes.json.gz row of 26_2758a") for problem in problems)
    assert any(problem.startswith(FRANCE) and "Madness" in problem for problem in problems)
