"""Signing the manifest of a finished site with a key of OpenSSH."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tellers.manifest.site import PATH, SIGNATURE
from tellers.problems import EnvironmentFault

NAMESPACE = "tellers"
"""What the signature is for: a signature made for something else does not pass as one of a site."""


def sign(release: Path, key: Path) -> Path:
    """Sign the release's manifest; returns the signature's file. The key is asked for its passphrase where it has one."""
    if not (release / PATH).is_file():
        raise EnvironmentFault(f"no {PATH} in {release}; run `tellers build`")
    (release / SIGNATURE).unlink(missing_ok=True)
    try:
        done = subprocess.run(
            ["ssh-keygen", "-Y", "sign", "-q", "-f", str(key), "-n", NAMESPACE, str(release / PATH)], check=False
        )
    except OSError as error:
        raise EnvironmentFault("signing needs ssh-keygen, which is not here; install OpenSSH") from error
    if done.returncode != 0:
        raise EnvironmentFault(f"ssh-keygen could not sign with {key}; the line above says why")
    return release / SIGNATURE
