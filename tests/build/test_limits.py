"""What the machine or the settings do not allow is said in one line before anything is built."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tellers.problems import Refused
from tellers.site.mkdocs import build_site


def test_too_little_memory_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    found = subprocess.run(
        [sys.executable, "-m", "tellers", "build"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (700 << 20, 700 << 20)),
    )
    assert found.returncode == 3
    assert found.stderr == "tellers: this process may have 700 MB of memory and needs 1024; raise the limit (ulimit -v)\n"
    assert not (tmp_path / "build").exists()


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("INHERIT: other.yml\nsite_name: A\n", "mkdocs.yml:1:10 INHERIT: settings of another file"),
        ("site_name: A\nhooks:\n  - hook.py\n", "mkdocs.yml:2:1 hooks: code that runs"),
    ],
)
def test_settings_that_bring_in_more_are_refused(settings: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(settings)
    (tmp_path / "other.yml").write_text("site_name: !!python/object/apply:os.abort []\n")
    (tmp_path / "hook.py").write_text("import os\nos.abort()\n")
    with pytest.raises(Refused) as refused:
        build_site(tmp_path, tmp_path / "docs", tmp_path / "out")
    assert [str(problem) for problem in refused.value.problems][0].startswith(said)
