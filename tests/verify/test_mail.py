"""A newsletter issue is read back before it is sent: a wrong word, a missing picture or a hostile feature is said."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tellers.build import newsletter, pin
from tellers.kit.newsletter import Mail
from tellers.problems import EnvironmentFault, Refused
from tellers.verify import verify_mail
from tests.built import starter_folder


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return starter_folder(tmp_path_factory)


@pytest.fixture(scope="module")
def issue(site: Path) -> Mail:
    return newsletter(site, date(2025, 1, 1))


def _said(issue: Mail, site: Path, change: Callable[[str], str], text: str = "") -> list[str]:
    built = (site / "build/site").resolve()
    report = verify_mail(change(issue.html), text or issue.text, issue.message, built, site)
    return [str(problem) for problem in report.problems if "newsletter.eml" not in str(problem)]


def test_an_issue_has_no_difference_and_is_light(issue: Mail, site: Path) -> None:
    assert _said(issue, site, lambda html: html) == []
    assert len(issue.html.encode()) <= 80 * 1024
    assert issue.message.startswith(b"Subject: ") and b"Date: Wed, 01 Oct 2025 00:00:00 +0000" in issue.message


def test_the_same_issue_has_the_same_bytes(issue: Mail, site: Path) -> None:
    assert newsletter(site, date(2025, 1, 1)) == issue


HOSTILE = [
    ("<svg></svg>", "<svg>"), ("<script>1</script>", "<script>"), ('<img src="data:image/png;base64,x" alt="">', "<img>"),
    ('<img src="https://x.example/a.png" srcset="b.png 2x" width="1" height="1" alt="a">', "srcset"),
    ('<p style="display:flex">Also</p>', "display:flex"), ('<p style="color:var(--x)">Also</p>', "var("),
    ('<p style="background:url(https://x.example/a.png)">Also</p>', "url("),
    ("<table><tr><td>Also</td></tr></table>", "role"),
    ('<p style="font-size:0">Also</p>', "font-size:0"), ("<iframe></iframe>", "<iframe>"),
    ("<marquee>Also</marquee>", "an element of the closed list"), ('<p style="padding:4px">Also</p>', "padding of <p>"),
    ('<p style="border-radius:4px">Also</p>', "a property of the closed list"),
    ('<p style="margin:-4px">Also</p>', "but not below zero"),
    ("<style>@supports (gap: 1px) { p { color: red } }</style>", "condition"),
]  # fmt: skip


@pytest.mark.parametrize(("added", "said"), HOSTILE)
def test_a_hostile_feature_is_said(issue: Mail, site: Path, added: str, said: str) -> None:
    found = _said(issue, site, lambda html: html.replace("</body>", added + "</body>"))
    assert any(said in text for text in found), found


WRONG = [
    (r"(headline|<h3[^>]*><a [^>]*>N/24/2: Not adopted )5", r"\g<1>6", "headline"),
    (r"(On 10 September 2024 [^<]*?: )5", r"\g<1>4", "lead of assembly/24_2"),
    (r'(alt="[^"]*N/24/2[^"]*: )5', r"\g<1>4", "alt"),
    (r"(<br>\s*)5 yes", r"\g<1>6 yes", "numbers"),
    (r'(24_2\.tally\.png" width="600" height=")\d+', r"\g<1>99", "height"),
    (r"24_2\.tally\.png", "24_9.tally.png", "a picture of the built site"),
    (r"votes/assembly/24_2/", "votes/assembly/24_9/", "a page of the built site"),
    (r"was “unknown”", "was “2”", "words of a record"),
    (r"Sources: Minutes[^.]*\.[^.]*\. Words", "Words", "licence line"),
    (r"to 1 October 2025", "to 2 October 2025", "words of a record"),
]  # fmt: skip


@pytest.mark.parametrize(("pattern", "new", "said"), WRONG)
def test_a_wrong_word_is_said(issue: Mail, site: Path, pattern: str, new: str, said: str) -> None:
    changed, number = re.subn(pattern, new, issue.html, count=1)
    assert number, "the sabotage has to find its place"
    found = _said(issue, site, lambda _: changed)
    assert any(said in text for text in found), found


def test_plain_text_that_says_another_number_is_said(issue: Mail, site: Path) -> None:
    found = _said(issue, site, lambda html: html, text=issue.text.replace("5 yes", "6 yes", 1))
    assert any("newsletter.txt" in text for text in found)


def test_pinned_pictures_are_asked_for_where_there_are_none(site: Path) -> None:
    with pytest.raises(Refused, match=r"tellers pin assembly/24_2\.tally"):
        newsletter(site, date(2025, 1, 1), pinned=True)


def test_an_issue_with_pinned_pictures(site: Path, tmp_path: Path) -> None:
    """The built site has no page of new pins yet; what the mail needs of it are the pictures."""
    shutil.copytree(site / "content", tmp_path / "content")
    shutil.copytree((site / "build/site").resolve(), tmp_path / "build/site")
    made = [pin(tmp_path, figure, 600, "light", None).pin for figure in _shown(newsletter(site, date(2025, 10, 1)))]
    for entry in made:
        shutil.copy(tmp_path / f"content/pinned/{entry.picture}.png", tmp_path / "build/site/f")
    issue = newsletter(tmp_path, date(2025, 10, 1), pinned=True)
    assert made and not _shown(issue)
    assert re.findall(r"/f/(\w+)\.png", issue.html) == [entry.picture for entry in made]
    other = issue.html.replace(made[0].picture, "cfbe666ddb7833d0")
    assert any("figure assembly/24_1.tally" in said for said in _said(issue, tmp_path, lambda _: other))


def _shown(issue: Mail) -> list[str]:
    return re.findall(r"/figures/([^\"]+)\.png", issue.html)


def test_nothing_new_is_refused(site: Path) -> None:
    with pytest.raises(Refused, match="nothing is new since 1 January 2030"):
        newsletter(site, date(2030, 1, 1))


def test_a_missing_picture_stops_the_mail(site: Path, tmp_path: Path) -> None:
    shutil.copytree(site / "content", tmp_path / "content")
    shutil.copytree((site / "build/site").resolve(), tmp_path / "build/site")
    (tmp_path / "build/site/figures/assembly/24_2.tally.png").unlink()
    with pytest.raises(Refused, match="a picture of the built site"):
        newsletter(tmp_path, date(2025, 1, 1))


def test_a_mail_without_a_built_site_is_the_environment(site: Path, tmp_path: Path) -> None:
    shutil.copytree(site / "content", tmp_path / "content")
    with pytest.raises(EnvironmentFault, match="tellers build"):
        newsletter(tmp_path, date(2025, 1, 1))
