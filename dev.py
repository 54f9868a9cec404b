"""Sets up, builds and checks this project with nothing but Python and git: `python3.11 dev.py --help`.

It runs before anything is installed, so it uses the standard library alone and imports nothing of the package. All that it
makes lies in `.venv` and `build`; deleting either is safe.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "tellers-setup.sha256"
LOCK = ROOT / "requirements.lock"
PROJECT = ROOT / "pyproject.toml"
BOM = ROOT / "build" / "bom.cdx.json"

ENVIRONMENT = 3
"""Exit code when the machine stands in the way, as in `tellers` itself."""
USAGE = 64
"""Exit code of a wrong use of the command line, as in `tellers` itself."""

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

LINTERS: Mapping[str, tuple[str, ...]] = {
    "ruff check": ("ruff", "check", "."),
    "ruff format": ("ruff", "format", "--check", "."),
    "mypy --strict": ("mypy", "--strict"),
    "lint-imports": ("lint-imports", "--no-logo"),
}

EXAMPLES = """\
examples:
  python3.11 dev.py site                set up if needed, build the site into build/site
  python3.11 dev.py site -- --why       the same, with arguments for `tellers build`
  python3.11 dev.py test                set up if needed, run every check and every test
  python3.11 dev.py test -- -k tally    the same, with arguments for pytest
  python3.11 dev.py lint                the checks without the tests
  python3.11 dev.py bom                 list what requirements.lock pins as a bill of materials
  python3.11 dev.py lock -- --upgrade   make requirements.lock anew, with the newest versions (needs uv)
"""


class Unable(Exception):
    """The machine lacks something; the message says in one line what, and what to do."""


# Tasks ----------------------------------------------------------------------------------------------------------------


def site(extra: Sequence[str]) -> int:
    """Set up if needed and build the site."""
    set_up()
    code = run(PYTHON, "-m", "tellers", "build", *extra)
    if code == 0:
        say(f"The site is in {ROOT / 'build' / 'site' / 'index.html'}")
        say(f"To look at it, with a live preview: {BIN / 'tellers'} serve")
    return code


def test(extra: Sequence[str]) -> int:
    """Set up if needed, then run every check and every test."""
    set_up()
    browser = chromium()
    failed = failing_linters()
    say(f"pytest, with {browser or 'the Chromium of Playwright'}")
    tests = run(PYTHON, "-m", "pytest", "-n", "2", "--dist", "loadfile", *extra, env={"TELLERS_CHROMIUM": browser})
    checks = report(failed)
    return tests or checks


def lint(extra: Sequence[str]) -> int:
    """Set up if needed, then run the checks without the tests."""
    refuse_extra("lint", extra)
    set_up()
    return report(failing_linters())


def setup(extra: Sequence[str]) -> int:
    """Install what the project needs into .venv; quick when nothing changed."""
    refuse_extra("setup", extra)
    set_up()
    say(f"Ready: {BIN / 'tellers'}")
    return 0


def lock(extra: Sequence[str]) -> int:
    """Make requirements.lock anew from pyproject.toml (needs uv)."""
    uv = shutil.which("uv") or shutil.which("uv", path=str(BIN))
    if uv is None:
        raise Unable("making the lock needs uv; install it, for instance with `pipx install uv`")
    command = ["uv", "pip", "compile", "--universal", "--generate-hashes", "--extra", "dev", PROJECT.name, "-o", LOCK.name]
    quiet = {"UV_CUSTOM_COMPILE_COMMAND": " ".join(command)}
    code = run(uv, *command[1:], "--quiet", "--no-emit-index-url", "--no-emit-find-links", *extra, env=quiet)
    if code == 0 and "://" in LOCK.read_text(encoding="utf-8"):
        raise Unable(f"{LOCK.name} names a host, which ties it to one machine; look at the settings of uv and pip")
    return code


def bom(extra: Sequence[str]) -> int:
    """Write build/bom.cdx.json, what requirements.lock lists as a CycloneDX bill of materials."""
    refuse_extra("bom", extra)
    BOM.parent.mkdir(exist_ok=True)
    BOM.write_text(bill_of_materials(LOCK.read_text(encoding="utf-8")), encoding="utf-8")
    say(f"The bill of materials is in {BOM}")
    return 0


Task = Callable[[Sequence[str]], int]
TASKS: Mapping[str, Task] = {"site": site, "test": test, "lint": lint, "setup": setup, "lock": lock, "bom": bom}


# Setting up -----------------------------------------------------------------------------------------------------------


def set_up() -> None:
    """Make .venv hold exactly what the lock says, and the project itself; done already when the stamp agrees."""
    wanted = fingerprint()
    if STAMP.is_file() and STAMP.read_text(encoding="ascii") == wanted and works(PYTHON):
        return
    STAMP.unlink(missing_ok=True)
    make_venv()
    say(f"Installing what {LOCK.name} lists; this takes a minute the first time")
    pip("--require-hashes", "--no-deps", "--requirement", str(LOCK))
    say("Installing the project itself, editable")
    pip("--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    STAMP.write_text(wanted, encoding="ascii")


def fingerprint() -> str:
    """One digest of all that the installation depends on: interpreter, folder, lock and project file."""
    parts = (sys.version, str(ROOT), *(digest(path) for path in (LOCK, PROJECT)))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def digest(path: Path) -> str:
    """SHA-256 of a file's bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def make_venv() -> None:
    """Create .venv, or keep one that runs the same Python as this."""
    if works(PYTHON):
        return
    if any(importlib.util.find_spec(module) is None for module in ("venv", "ensurepip")):
        name = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        raise Unable(f"this Python cannot make virtual environments; on Debian and Ubuntu: apt-get install {name}")
    say(f"Creating {VENV}")
    if run(sys.executable, "-m", "venv", "--clear", str(VENV)) != 0:
        raise Unable(f"could not create {VENV}; the lines above say why")


def works(python: Path) -> bool:
    """Whether the interpreter is there, starts, has pip, and is of the version that runs this script."""
    show = "import pip, sys; print(*sys.version_info[:2])"
    try:
        said = subprocess.run([python, "-c", show], capture_output=True, text=True, check=False)
    except OSError:
        return False
    return said.returncode == 0 and said.stdout.split() == [str(part) for part in sys.version_info[:2]]


def pip(*arguments: str) -> None:
    """Install with the pip of .venv, or say why not."""
    settings = {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1"}
    if run(PYTHON, "-m", "pip", "install", "-qq", "--progress-bar", "off", *arguments, env=settings) != 0:
        raise Unable("pip could not install; the lines above say why. Check the network and the disk, then run this again")


# Bill of materials ----------------------------------------------------------------------------------------------------


def bill_of_materials(locked: str) -> str:
    """The lock as CycloneDX 1.6 (JSON): each distribution with package URL, hashes of its files, and what it needs."""
    texts = re.split(r"^(?=[A-Za-z0-9])", locked, flags=re.MULTILINE)
    entries = [Locked(found[1], found[2], text) for text in texts if (found := re.match(r"([\w.-]+)==([\w.+!-]+)", text))]
    needs = [(entry.purl, [one.purl for one in entries if entry.name in one.asked_by]) for entry in entries]
    direct = [one.purl for one in entries if "tellers" in one.asked_by]
    said = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": "tellers", "bom-ref": "tellers"}},
        "components": [entry.component() for entry in entries],
        "dependencies": [{"ref": ref, "dependsOn": on} for ref, on in [("tellers", direct), *needs]],
    }
    return json.dumps(said, indent=1) + "\n"


class Locked(NamedTuple):
    """An entry of the lock."""

    name: str
    version: str
    text: str

    @property
    def purl(self) -> str:
        return f"pkg:pypi/{self.name}@{self.version}"

    @property
    def asked_by(self) -> set[str]:
        """Names of what asks for it."""
        return set(re.findall(r"^ +# +(?:via +)?(?!via$)(\S+)", self.text, flags=re.MULTILINE))

    def component(self) -> dict[str, object]:
        """The entry as CycloneDX has it."""
        hashes = [{"alg": "SHA-256", "content": digest} for digest in re.findall(r"sha256:([0-9a-f]{64})", self.text)]
        named = {"type": "library", "bom-ref": self.purl, "name": self.name, "version": self.version, "purl": self.purl}
        return {**named, "hashes": hashes}


# Checks ---------------------------------------------------------------------------------------------------------------


def failing_linters() -> list[str]:
    """Run all linters, one after another whatever they find; the names of those that failed."""
    failed = []
    for name, (tool, *arguments) in LINTERS.items():
        say(name)
        if run(BIN / tool, *arguments) != 0:
            failed.append(name)
    return failed


def report(failed: Sequence[str]) -> int:
    """Say what failed, and the exit code that goes with it."""
    if failed:
        complain(f"failed: {', '.join(failed)}")
    return 1 if failed else 0


# Chromium -------------------------------------------------------------------------------------------------------------


def chromium() -> str:
    """Path of a Chromium for the browser tests, installed if need be; empty: the one that Playwright keeps."""
    if chosen := os.environ.get("TELLERS_CHROMIUM"):
        return chosen
    if found := installed_chromium():
        return found
    if playwright_has_chromium():
        return ""
    if install_with_apt() and (found := installed_chromium()):
        return found
    say("Installing Chromium with Playwright")
    if run(PYTHON, "-m", "playwright", "install", "chromium") == 0 and playwright_has_chromium():
        return ""
    raise Unable("the browser tests need Chromium; install it, or set TELLERS_CHROMIUM to its path")


def installed_chromium() -> str | None:
    """The first browser on PATH that the tests can drive."""
    return next((path for name in BROWSERS if (path := shutil.which(name))), None)


def playwright_has_chromium() -> bool:
    """Whether Playwright has downloaded its own Chromium before."""
    ask = "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"
    said = subprocess.run([PYTHON, "-c", ask], capture_output=True, text=True, check=False)
    return said.returncode == 0 and Path(said.stdout.strip()).is_file()


def install_with_apt() -> bool:
    """Install Debian's Chromium where we may: as root, or with a sudo that asks no password."""
    if shutil.which("apt-get") is None:
        return False
    as_root = root_prefix()
    if as_root is None:
        return False
    say("Installing Chromium with apt-get")
    apt = (*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq")
    return run(*apt, "update") == 0 and run(*apt, "install", "-y", "chromium") == 0


def root_prefix() -> list[str] | None:
    """What to put before a command to run it as root; None when we may not."""
    if os.name != "posix" or os.geteuid() == 0:
        return []
    if shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0:
        return ["sudo", "-n"]
    return None


# Running and saying ---------------------------------------------------------------------------------------------------


def run(*command: str | Path, env: Mapping[str, str] | None = None) -> int:
    """Run a command in the project's folder with its output shown; its exit code."""
    try:
        return subprocess.run(command, cwd=ROOT, env={**os.environ, **(env or {})}, check=False).returncode
    except OSError as error:
        raise Unable(f"could not run {command[0]}: {error.strerror}") from error


def refuse_extra(task: str, extra: Sequence[str]) -> None:
    """Stop when arguments were given to a task that has no use for them."""
    if extra:
        complain(f"`{task}` takes no arguments, but got {' '.join(extra)}")
        sys.exit(USAGE)


def say(line: str) -> None:
    """Print a line of progress at once."""
    print(f"dev.py: {line}", flush=True)


def complain(line: str) -> None:
    """Print a line about something that went wrong."""
    print(f"dev.py: {line}", file=sys.stderr, flush=True)


def arguments(given: Sequence[str]) -> tuple[str | None, list[str]]:
    """The task asked for, and what stands after `--`."""
    summary = "\n".join(f"  {name:<8}{task.__doc__}" for name, task in TASKS.items())
    parser = argparse.ArgumentParser(
        prog="dev.py",
        usage="python3.11 dev.py TASK [-- ARGUMENTS]",
        description=f"Set up, build and check this project.\n\ntasks:\n{summary}",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("task", nargs="?", choices=TASKS, help=argparse.SUPPRESS)
    own, extra = list(given), []
    if "--" in own:
        cut = own.index("--")
        own, extra = own[:cut], own[cut + 1 :]
    task = parser.parse_args(own).task
    if task is None:
        parser.print_help()
    return task, extra


def main(given: Sequence[str]) -> int:
    """Run one task; its exit code, or 3 when the machine stands in the way."""
    if sys.version_info < (3, 11):  # noqa: UP036 (this file is run by whatever Python is at hand)
        complain(f"needs Python 3.11 or newer, this is {sys.version.split()[0]}; run it as `python3.11 dev.py …`")
        return ENVIRONMENT
    task, extra = arguments(given)
    if task is None:
        return 0
    try:
        return TASKS[task](extra)
    except Unable as reason:
        complain(str(reason))
        return ENVIRONMENT
    except KeyboardInterrupt:
        complain("interrupted")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
