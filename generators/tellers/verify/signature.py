"""Who signed the manifest of a site: OpenSSH's signatures, checked with OpenSSH."""

from __future__ import annotations

import re
import subprocess
import tempfile
from pathlib import Path

from tellers.manifest.site import SIGNATURE
from tellers.problems import EnvironmentFault
from tellers.verify.report import Findings

NAMESPACE = "tellers"
_BY = re.compile(r'Good "[^"]*" signature (.*)')


def check_signature(manifest: bytes, signature: bytes | None, signers: Path | None, findings: Findings) -> str:
    """In words who signed; a difference where the signature is not of this manifest, or not by one of the `signers`.

    `signers` is a file as for `ssh-keygen`: a line a person, `name@example.org ssh-ed25519 AAAA…`.
    """
    if signature is None:
        if signers is not None:
            findings.differs(
                SIGNATURE, "file", "no signature", f"one by somebody in {signers.name}", "sign it: tellers sign KEY"
            )
        return "not signed"
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "signature")
        file.write_bytes(signature)
        said = _verified(manifest, file, signers)
    findings.count("signatures")
    if said is None:
        wanted = "a signature of this manifest" + (f" by somebody in {signers.name}" if signers else "")
        findings.differs(
            SIGNATURE, "signature", "another", wanted, "ask who published the site; sign it anew: tellers sign KEY"
        )
        return "signature does not fit"
    return f"signed {said}" + ("" if signers else "; not compared with a list of signers, name one with --signers")


def _verified(manifest: bytes, file: Path, signers: Path | None) -> str | None:
    """By which key and person, or None."""
    options = ["-n", NAMESPACE, "-s", str(file)]
    if signers is None:
        return _said(["check-novalidate", *options], manifest)
    names = (
        _run(["find-principals", "-s", str(file), "-f", str(signers)], b"").stdout.decode("utf-8", "replace").splitlines()
    )
    found = (_said(["verify", *options, "-f", str(signers), "-I", name], manifest) for name in names)
    return next((said for said in found if said), None)


def _said(arguments: list[str], manifest: bytes) -> str | None:
    done = _run(arguments, manifest)
    by = _BY.search(done.stdout.decode("utf-8", "replace"))
    return by[1].strip() if done.returncode == 0 and by else None


def _run(arguments: list[str], given: bytes) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["ssh-keygen", "-Y", *arguments], input=given, capture_output=True, check=False)
    except OSError as error:
        raise EnvironmentFault("signatures need ssh-keygen, which is not here; install OpenSSH") from error
