"""Publishing to a branch from which a host such as GitHub Pages serves: one commit a release, pushed whole or not at all."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tellers.files.releases import held
from tellers.problems import EnvironmentFault
from tellers.publish.order import KEPT, PINNED, Deed, Step, stays
from tellers.publish.placed import Progress
from tellers.publish.release import Release

_SUBJECT = "Release "
_FETCHED = "refs/published"


class Branch:
    """A branch of a repository at an address; `cache` is a folder for its objects, which may be deleted at any time."""

    def __init__(self, address: str, branch: str, cache: Path) -> None:
        self.address, self.branch, self.cache = address, branch, cache
        self._tip: str | None = None
        self._open()

    def kept(self) -> list[str]:
        """Digests of the releases on the branch, the current one last."""
        return list(dict.fromkeys(digest for digest, _ in self._commits()))[::-1]

    def past(self, path: str) -> bytes | None:
        """A file of the release that was published last."""
        done = self._git("cat-file", "blob", f"{self._tip}:{path}", check=False) if self._tip else None
        return done.stdout if done and done.returncode == 0 else None

    def plan(self, release: Release) -> tuple[Step, ...]:
        """What would be done; nothing is pushed."""
        self._check_ours()
        there, wanted = self._tree(self._tip), self._tree_of(release)
        put = tuple(path for path, blob in sorted(wanted.items()) if there.get(path) != blob)
        gone = tuple(path for path in sorted(there) if path not in wanted)
        every = (Step("Putting files", Deed.PUT, put), Step("Removing old files", Deed.REMOVE, gone))
        return tuple(step for step in every if step.paths)

    def publish(self, release: Release, progress: Progress) -> int:
        """Commit and push the release; returns how many files changed."""
        self._check_ours()
        return self._commit(release.digest, self._tree_of(release), progress)

    def rollback(self, digest: str, progress: Progress) -> int:
        """Commit and push the files of an earlier release again."""
        commit = next((commit for found, commit in self._commits() if found == digest), None)
        if commit is None:
            kept = ", ".join(self.kept()) or "none"
            raise EnvironmentFault(f"no release {digest} is on the branch {self.branch}; these are: {kept}")
        return self._commit(digest, self._and_kept(self._tree(commit)), progress)

    def _commit(self, digest: str, wanted: Mapping[str, str], progress: Progress) -> int:
        there = self._tree(self._tip)
        changed = [path for path in wanted.keys() | there.keys() if wanted.get(path) != there.get(path)]
        if not changed and self._tip:
            return 0
        with held(self.cache / "publishing", f"another publication to {self.branch} is running; wait for it to end"):
            tree = self._written(wanted)
        parent = ["-p", self._tip] if self._tip else []
        commit = self._line("commit-tree", tree, *parent, "-m", f"{_SUBJECT}{digest}")
        progress("Pushing", 0, 1)
        self._push(commit)
        self._read_back(commit)
        progress("Pushing", 1, 1)
        self._tip = commit
        return len(changed)

    def _push(self, commit: str) -> None:
        done = self._git("push", "--quiet", "--", self.address, f"{commit}:refs/heads/{self.branch}", check=False)
        if done.returncode != 0 and b"[rejected]" in done.stderr:
            raise EnvironmentFault(f"{self.branch} was changed by somebody else meanwhile; publish again")
        self._sure(done, "push")

    def _check_ours(self) -> None:
        """Raises EnvironmentFault where the branch holds something else than releases, which would be removed."""
        strange = next((path for path in self._tree(self._tip) if not stays(path)), None)
        if strange is not None and not self.kept():
            raise EnvironmentFault(
                f"the branch {self.branch} holds files that are no release, such as {strange}; name another"
            )

    def _read_back(self, commit: str) -> None:
        """The branch is at our commit, whose id is a digest of all its files."""
        if self._remote_tip() != commit:
            raise EnvironmentFault(_public(f"{self.branch} of {self.address} is not what was pushed; publish again"))

    def _tree_of(self, release: Release) -> dict[str, str]:
        paths = sorted(release.files)
        names = "".join(f"{release.folder / path}\n" for path in paths)
        blobs = self._git("hash-object", "-w", "--no-filters", "--stdin-paths", given=names.encode()).stdout.decode().split()
        served = self._line("hash-object", "-w", "--stdin")
        return self._and_kept({**dict(zip(paths, blobs, strict=True)), ".nojekyll": served})

    def _and_kept(self, tree: Mapping[str, str]) -> dict[str, str]:
        """The files, and those on the branch that no release removes: pinned pictures, and what the host needs."""
        there = self._tree(self._tip).items()
        return {**{path: blob for path, blob in there if path.startswith(PINNED) or path in KEPT}, **tree}

    def _tree(self, commit: str | None) -> dict[str, str]:
        """Blob ids by path."""
        if commit is None:
            return {}
        rows = self._git("ls-tree", "-r", "-z", "--full-tree", commit).stdout.decode().split("\0")
        return {row.partition("\t")[2]: row.split()[2] for row in rows if row}

    def _written(self, files: Mapping[str, str]) -> str:
        """The id of the tree of these files."""
        index = self.cache / "index.publish"
        index.unlink(missing_ok=True)
        rows = "".join(f"100644 {blob}\t{path}\0" for path, blob in sorted(files.items()))
        where = {"GIT_INDEX_FILE": str(index)}
        self._git("update-index", "-z", "--index-info", given=rows.encode(), more=where)
        return self._git("write-tree", more=where).stdout.decode().strip()

    def _commits(self) -> list[tuple[str, str]]:
        """Digest and commit of each release on the branch, newest first."""
        if self._tip is None:
            return []
        lines = self._git("log", "--first-parent", "--format=%H %s", self._tip).stdout.decode().splitlines()
        return [(line[41:].removeprefix(_SUBJECT), line[:40]) for line in lines if line[41:].startswith(_SUBJECT)]

    def _open(self) -> None:
        if not (self.cache / "HEAD").is_file():
            self.cache.mkdir(parents=True, exist_ok=True)
            self._git("init", "--quiet", "--bare", ".")
        self._tip = self._remote_tip()
        if self._tip is not None:
            self._git("fetch", "--quiet", "--", self.address, f"+refs/heads/{self.branch}:{_FETCHED}/{self.branch}")

    def _remote_tip(self) -> str | None:
        said = self._git("ls-remote", "--", self.address, f"refs/heads/{self.branch}").stdout.decode().split()
        return said[0] if said else None

    def _line(self, *arguments: str) -> str:
        return self._git(*arguments).stdout.decode().strip()

    def _git(
        self, *arguments: str, given: bytes = b"", more: Mapping[str, str] | None = None, check: bool = True
    ) -> subprocess.CompletedProcess[bytes]:
        name = {"GIT_AUTHOR_NAME": "Tellers", "GIT_AUTHOR_EMAIL": "tellers@localhost",
                "GIT_COMMITTER_NAME": "Tellers", "GIT_COMMITTER_EMAIL": "tellers@localhost"}  # fmt: skip
        environment = {**name, **os.environ, "GIT_TERMINAL_PROMPT": "0", "GIT_DIR": str(self.cache), **(more or {})}
        try:
            done = subprocess.run(
                ["git", *arguments], input=given, capture_output=True, env=environment, cwd=self.cache, check=False
            )
        except OSError as error:
            raise EnvironmentFault("publishing to a branch needs git, which is not here; install it") from error
        if check:
            self._sure(done, arguments[0])
        return done

    def _sure(self, done: subprocess.CompletedProcess[bytes], deed: str) -> None:
        """Raises EnvironmentFault with what git said, unless it did what it was asked."""
        if done.returncode != 0:
            lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
            said = [line for line in lines if not line.startswith("hint:")] or ["no reason given"]
            raise EnvironmentFault(_public(f"git {deed} for {self.address}: {said[-1]}; check the address and your rights"))


def _public(text: str) -> str:
    """The text without names and passwords in addresses."""
    return re.sub(r"//[^/@\s]*@", "//", text)
