"""The ledger of pinned pictures and their files: nothing that was pinned changes or disappears."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from tellers.formats.png import told
from tellers.formats.yaml import Tree
from tellers.manifest import NotAManifest, digest_of_inputs
from tellers.model import Pin
from tellers.problems import Place, Problem, Problems

LEDGER = "content/pinned.yml"
FOLDER = "content/pinned/"
_RESTORE = "restore the file as it was published; pin the figure anew for another picture"


def is_picture(path: str) -> bool:
    """Whether a file stands where pinned pictures are kept."""
    return path.startswith(FOLDER) and path.endswith(".png")


def read_pins(
    pins: Sequence[Pin], files: Mapping[str, bytes], trees: Mapping[str, Tree], problems: Problems
) -> dict[str, bytes]:
    """The bytes of each pinned picture, by its name; a problem for each that is not as its entry says."""
    pictures = {path.removeprefix(FOLDER).removesuffix(".png"): data for path, data in files.items() if is_picture(path)}
    before = ""
    for row, pin in enumerate(pins):
        place = trees[LEDGER].place((row,)) if LEDGER in trees else Place(LEDGER)
        if pin.seal != pin.sealed_after(before):
            wrong = "the seal does not fit: this entry or one before it was changed"
            problems.add(place, "seal", wrong, "restore the ledger; entries are added by `tellers pin`, never changed")
        before = pin.seal
        data = pictures.get(pin.picture)
        if data is None:
            problems.add(place, "picture", f"{FOLDER}{pin.picture}.png is missing", _RESTORE)
        elif (found := "sha256:" + hashlib.sha256(data).hexdigest()) != pin.digest or found[7:23] != pin.picture:
            problems.add(Place(f"{FOLDER}{pin.picture}.png"), "file", f"its bytes have the digest {found[:23]}…", _RESTORE)
        else:
            problems.extend(_told_otherwise(pin, data, place))
    for name in sorted(pictures.keys() - {pin.picture for pin in pins}):
        problems.add(
            Place(f"{FOLDER}{name}.png"), "file", "no entry of the ledger names it", "remove it, or use `tellers pin`"
        )
    return {pin.picture: pictures[pin.picture] for pin in pins if pin.picture in pictures}


def _told_otherwise(pin: Pin, data: bytes, place: Place) -> list[Problem]:
    """What the picture says of itself and its entry does not."""
    try:
        manifest = told(data).manifest
    except NotAManifest as error:
        return [Problem(place, "picture", str(error), "pin figures of this site alone")]
    said = {
        "figure": (pin.figure, manifest.figure),
        "width": (str(pin.width), str(manifest.width)),
        "theme": (pin.theme, manifest.theme),
        "data": (pin.data, "sha256:" + digest_of_inputs(manifest.inputs)),
    }
    return [
        Problem(place, field, f"the entry says {entry}, the picture {picture}", "restore the ledger")
        for field, (entry, picture) in said.items()
        if entry != picture
    ]
