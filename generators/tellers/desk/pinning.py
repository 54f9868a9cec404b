"""What has become of a pinned picture: whether its data is still that of today, and what was corrected since."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tellers.desk import Desk, Picture
from tellers.desk.snippets import WIDTH
from tellers.formats.png import told
from tellers.manifest import digest_of_inputs
from tellers.model import Correction, Pin


class State(StrEnum):
    """What a pinned picture is to somebody who finds it today."""

    CURRENT = "current"
    SUPERSEDED = "superseded"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class Pinned:
    """A pinned picture with what it says of itself, its state, and the corrections that concern it."""

    pin: Pin
    title: str
    alt: str
    width: int
    height: int
    state: State
    corrections: tuple[Correction, ...]
    latest: Picture | None
    """The figure as it is now, where there still is one."""


def pinned(desk: Desk, pin: Pin) -> Pinned:
    """The picture and what has become of it.

    It is corrected when its data has changed and a correction of one of its records was signed on its day or later.
    """
    content = desk.content
    picture = told(content.pictures[pin.picture])
    latest = desk.picture(pin.figure)
    current = latest is not None and "sha256:" + digest_of_inputs(latest.manifest.inputs) == pin.data
    records = {row.record for row in picture.manifest.inputs}
    signed = tuple(c for c in content.corrections if c.record in records and c.signed >= pin.day)
    state = State.CURRENT if current else State.CORRECTED if signed else State.SUPERSEDED
    return Pinned(
        pin=pin,
        title=picture.manifest.words["title"],
        alt=picture.manifest.words["alt"],
        width=picture.manifest.width,
        height=round(picture.height * picture.manifest.width / picture.width),
        state=state,
        corrections=signed if state is State.CORRECTED else (),
        latest=latest,
    )


def pins_of(desk: Desk, figure: str) -> list[Pinned]:
    """The pinned pictures of a figure, newest first."""
    return [pinned(desk, pin) for pin in reversed(desk.content.pins) if pin.figure == figure]


def sendable(desk: Desk, figure: str) -> Pinned | None:
    """The newest pinned picture of the figure that a mail can show today: current, light, as wide as its column."""
    found = (p for p in pins_of(desk, figure) if p.state is State.CURRENT and p.pin.theme == "light" and p.width == WIDTH)
    return next(found, None)


def address_of(pin: Pin) -> str:
    """Where the picture is, from the site's root."""
    return f"/f/{pin.picture}.png"
