"""Putting a verified release where readers are, and going back to an earlier one."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from tellers.build.addresses import addresses_in
from tellers.build.corrections import places_in, unsigned
from tellers.build.generate import read
from tellers.files.read import read_content_files
from tellers.model import edition as edition_
from tellers.problems import EnvironmentFault, Problem, Refused
from tellers.publish.branch import Branch
from tellers.publish.bucket import Bucket
from tellers.publish.order import Step
from tellers.publish.placed import Placed, Progress
from tellers.publish.release import Release, ready
from tellers.publish.store import Folder
from tellers.records import read_content
from tellers.stats.changes import changes, roll_in
from tellers.stats.edition import edition_of

KEEP = 5
"""So many releases can be gone back to where nothing else is said."""


class Target(Protocol):
    """Where releases are published."""

    def kept(self) -> list[str]:
        """Digests of the releases that can be gone back to, the current one last."""

    def past(self, path: str) -> bytes | None:
        """A file of the release that was published last."""

    def plan(self, release: Release) -> tuple[Step, ...]:
        """What would be done."""

    def publish(self, release: Release, progress: Progress) -> int:
        """Publish; returns how many files were put."""

    def rollback(self, digest: str, progress: Progress) -> int:
        """Publish a kept release again; returns how many files were put."""


def target_of(address: str, site: Path, keep: int = KEEP) -> Target:
    """The target at the address: `s3://bucket/prefix`, `git+URL#branch`, `git:branch` of this repository, or a folder."""
    if address.startswith("git+"):
        where, _, branch = address.removeprefix("git+").partition("#")
        return _branch(where, branch or "gh-pages", site)
    if address.startswith("git:"):
        return _branch(_origin(site), address.removeprefix("git:"), site)
    if "://" in address:
        return Placed(Bucket(address), keep)
    return Placed(Folder(Path(address).resolve()), keep)


def unsigned_since(target: Target, site: Path) -> tuple[Problem, ...]:
    """Values that differ from those last published at the target without an entry in `corrections.yml`."""
    raw = target.past(edition_.PATH)
    if raw is None:
        return ()
    try:
        old = edition_.load(raw)
    except edition_.NotAnEdition as error:
        raise EnvironmentFault(f"{edition_.PATH} of the last release cannot be read: {error}") from error

    def roll(vote: str) -> Mapping[str, str] | None:
        found = target.past(f"votes/{vote}/roll.csv")
        return roll_in(found) if found else None

    reading = read_content(read_content_files(site))
    if reading.content is None:
        raise Refused(reading.problems)
    new, rolls = edition_of(reading.content), reading.content.rolls

    def roll_now(vote: str) -> Mapping[str, str] | None:
        return {member: option.value for member, option in rolls[vote]} if vote in rolls else None

    return unsigned(old, new, changes(old, new, roll, roll_now), places_in(reading))


def new_addresses(release: Release, site: Path) -> int:
    """How many addresses of the release the ledger of all that were ever published does not have yet."""
    return len(set(addresses_in(release.files)) - set(read(site).addresses))


def _branch(address: str, branch: str, site: Path) -> Branch:
    name = hashlib.sha256(address.encode()).hexdigest()[:16]
    return Branch(address, branch, site / "build" / "publish" / f"{name}.git")


def _origin(site: Path) -> str:
    """Where the repository that the site lies in is pushed; the repository itself where it is pushed nowhere."""
    for question in (["remote", "get-url", "origin"], ["rev-parse", "--show-toplevel"]):
        try:
            done = subprocess.run(["git", *question], cwd=site, capture_output=True, text=True, check=False)
        except OSError as error:
            raise EnvironmentFault("publishing to a branch needs git, which is not here; install it") from error
        if done.returncode == 0:
            return done.stdout.strip()
    raise EnvironmentFault(f"{site} is in no git repository; name one: git+https://…#branch")


__all__ = ["KEEP", "Branch", "Placed", "Release", "Target", "new_addresses", "ready", "target_of", "unsigned_since"]
