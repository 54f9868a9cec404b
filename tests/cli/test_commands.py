"""The command line as a person uses it: what it prints, and the exit codes of the contract."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tellers.cli import COMMANDS, run
from tests.built import REPOSITORY, starter_folder


@pytest.fixture
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A starter site that a test may change."""
    folder = tmp_path_factory.mktemp("site") / "mine"
    assert run(["new", str(folder)]) == 0
    return folder


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_explains_itself_with_an_example(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([name, "--help"]) == 0
    assert f"`tellers {name}" in " ".join(capsys.readouterr().out.split())


def test_every_command_is_in_the_readme() -> None:
    readme = (REPOSITORY / "README.md").read_text()
    assert [name for name in COMMANDS if f"tellers {name}" not in readme] == []


@pytest.mark.parametrize("command", [["--version"], ["check"], ["verify", "--help"]], ids=" ".join)
def test_what_paints_is_loaded_when_something_is_painted(command: list[str], starter: Path) -> None:
    code = "import sys; from tellers.cli import run; code = run(sys.argv[1:]); sys.exit(code or 'matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code, *command], cwd=starter, check=False).returncode == 0


def test_wrong_use_is_64(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["build", "--nonsense"]) == 64
    assert run(["figure"]) == 64
    assert run(["unknown"]) == 64


def test_nobody_who_reads_is_no_traceback() -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run([sys.executable, "-m", "tellers", "--help"], stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert (done.returncode, done.stderr) == (3, b"")


def test_a_folder_without_content_is_the_environment(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "-C", str(tmp_path)]) == 3
    assert "no folder content/" in capsys.readouterr().err


def test_a_clean_site_checks_with_0(starter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "-C", str(starter)]) == 0
    assert "No problems" in capsys.readouterr().out


def test_a_wrong_ballot_is_2_with_its_place(starter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    roll = sorted((starter / "content" / "votes").rglob("*.csv"))[0]
    lines = roll.read_text().splitlines()
    roll.write_text("\n".join([*lines[:2], lines[2].split(",")[0] + ",Oui", *lines[3:]]) + "\n")
    assert run(["check", "-C", str(starter)]) == 2
    place = roll.relative_to(starter).as_posix()
    assert f'{place}:3:4 option: unknown option "Oui"; use ' in capsys.readouterr().out.replace(":3:5", ":3:4")


def test_problems_as_json_and_for_github(starter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = starter / "content" / "site.yml"
    site.write_text(site.read_text() + "colour: red\n")
    assert run(["check", "-C", str(starter), "--format", "json"]) == 2
    said = json.loads(capsys.readouterr().out)
    assert [(p["path"], p["field"], p["wrong"]) for p in said] == [("content/site.yml", "colour", "unknown field")]
    assert run(["check", "-C", str(starter), "--format", "github"]) == 2
    assert capsys.readouterr().out.startswith(
        f"::error file=content/site.yml,line={said[0]['line']},col={said[0]['column']}::colour: unknown field"
    )


def test_a_number_typed_by_hand_is_refused(starter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    explainer = starter / "content" / "explainers" / "how-to-read-this-site.md"
    explainer.write_text(explainer.read_text() + "\nIt was adopted by 5 votes.\n")
    assert run(["check", "-C", str(starter)]) == 2
    assert 'number "5" typed by hand; bind it' in capsys.readouterr().out


def test_a_claim_that_does_not_hold_is_refused(starter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    explainer = starter / "content" / "explainers" / "how-to-read-this-site.md"
    vote = sorted((starter / "content" / "votes").rglob("*.csv"))[0]
    id = vote.relative_to(starter / "content" / "votes").with_suffix("").as_posix()
    explainer.write_text(explainer.read_text() + f'\n{{{{ claim(99, tally="{id}", option="yes") }}}}\n')
    assert run(["check", "-C", str(starter)]) == 2
    assert f"states 99, but tally vote={id} option=yes is " in capsys.readouterr().out


def test_a_figure_as_svg_and_png(starter: Path, tmp_path: Path) -> None:
    vote = sorted((starter / "content" / "votes").rglob("*.csv"))[0]
    id = vote.relative_to(starter / "content" / "votes").with_suffix("").as_posix()
    svg, png = tmp_path / "a.svg", tmp_path / "a.png"
    assert run(["figure", id, "-C", str(starter), "--kind", "tally", "-o", str(svg)]) == 0
    assert (
        run(["figure", id, "-C", str(starter), "--kind", "tally", "--width", "360", "--theme", "dark", "-o", str(png)]) == 0
    )
    assert f'data-figure="{id}.tally"' in svg.read_text()
    assert png.read_bytes().startswith(b"\x89PNG")
    assert run(["figure", id, "-C", str(starter), "--kind", "pie", "-o", str(svg)]) == 2


def test_explain_leads_from_a_number_to_its_source(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "-C", str(REPOSITORY), "tally vote=un-ga/es-11_7 option=yes"]) == 0
    said = capsys.readouterr().out
    assert "option=yes = 93\n" in said
    assert "https://digitallibrary.un.org/record/4076672" in said
    assert run(["explain", "-C", str(REPOSITORY), "tally vote=nothing option=yes"]) == 2
    assert run(["explain", "-C", str(REPOSITORY), "nonsense"]) == 2


def test_schemas_know_every_field(tmp_path: Path) -> None:
    assert run(["schema", "-o", str(tmp_path)]) == 0
    vote = json.loads((tmp_path / "vote.schema.json").read_text())
    assert {"body", "stated", "roll", "vetoed-by"} <= vote["properties"].keys()
    assert "id" not in vote["properties"]
    assert all("description" in field for field in vote["properties"].values())


def test_new_never_writes_over_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "note.txt").write_text("mine")
    assert run(["new", str(tmp_path)]) == 3
    assert (tmp_path / "note.txt").read_text() == "mine"


def test_verify_reads_the_published_site(
    tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = starter_folder(tmp_path_factory)
    assert run(["verify", "-C", str(folder)]) == 0
    copy = tmp_path_factory.mktemp("changed") / "site"
    shutil.copytree(folder / "build" / "site", copy)
    page = sorted(copy.glob("votes/*/*/roll.csv"))[0]
    page.write_text(page.read_text().replace(",yes", ",no", 1))
    assert run(["verify", "-C", str(folder), str(copy)]) == 2


@pytest.mark.parametrize("what", [[], ["figures/assembly/25_3.tally.png"]])
def test_verify_says_which_record_is_wrong(
    what: list[str], starter: Path, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    built = (starter_folder(tmp_path_factory) / "build" / "site").resolve()
    vote = starter / "content" / "votes" / "assembly" / "25_3.yml"
    vote.write_text(vote.read_text().replace("outcome: adopted", "outcome: adoptxd"))
    assert run(["verify", "-C", str(starter), str(built.joinpath(*what))]) == 2
    assert capsys.readouterr().out.startswith("content/votes/assembly/25_3.yml:")


def test_verify_knows_a_figure_found_anywhere(
    tmp_path_factory: pytest.TempPathFactory, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = starter_folder(tmp_path_factory)
    original = sorted((folder / "build" / "site" / "figures").rglob("*.tally.svg"))[0]
    copy = tmp_path / "from-a-newsletter.svg"
    shutil.copy(original, copy)
    assert run(["verify", "-C", str(folder), str(copy)]) == 0
    assert "altered: no\ncurrent: yes" in capsys.readouterr().out
    copy.write_text(copy.read_text().replace('class="no"', 'class="yes"', 1))
    assert run(["verify", "-C", str(folder), str(copy)]) == 2
    assert "altered: yes" in capsys.readouterr().out
    copy.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    assert run(["verify", "-C", str(folder), str(copy)]) == 2
    assert "no figure of ours" in capsys.readouterr().out
