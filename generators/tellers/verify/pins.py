"""Pinned pictures: the bytes that were pinned, at their own addresses, each with a page that says what has become of it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from tellers.manifest import Manifest, NotAManifest, load
from tellers.verify.content import Content, Record
from tellers.verify.corrected import value_of
from tellers.verify.html import attribute, parse, words
from tellers.verify.ledger import concerning, pins, seal, state_of
from tellers.verify.manifests import data_digest, is_current
from tellers.verify.png import NotAPicture, read_header
from tellers.verify.report import Findings
from tellers.verify.spaces import one_spaced
from tellers.verify.words import day


def check_pins(built: Path, content: Content, findings: Findings) -> None:
    """Every entry of the ledger, its picture and its page; nothing stands at such an address that no entry names."""
    before = ""
    for pin in pins(content):
        findings.compare("pinned pictures", "pinned.yml", f"seal of {pin['picture']}", pin["seal"], seal(pin, before))
        before = str(pin["seal"])
        path = f"f/{pin['picture']}/index.html"
        if not (built / path).is_file():
            findings.differs(path, "page", "no file", "the page of a pinned picture")
        manifest = _check_picture(built, pin, findings)
        if manifest is not None and (built / path).is_file():
            _check_page(built, pin, manifest, content, findings)
    known = {f"{pin['picture']}.png" for pin in pins(content)} | {f"{pin['picture']}" for pin in pins(content)}
    for file in sorted((built / "f").glob("*")):
        if file.name not in known:
            findings.differs(f"f/{file.name}", "file", "a pinned picture", "no file: the ledger does not name it")


def _check_picture(built: Path, pin: Record, findings: Findings) -> Manifest | None:
    path = f"f/{pin['picture']}.png"
    if not (built / path).is_file():
        findings.differs(path, "file", "no file", f"the picture of {pin['figure']} as it was pinned on {pin['day']}")
        return None
    raw = (built / path).read_bytes()
    digest = hashlib.sha256(raw).hexdigest()
    do = "restore the file as it was published"
    findings.compare("pinned pictures", path, "digest", f"sha256:{digest}", pin["digest"], do)
    findings.compare("pinned pictures", path, "name", digest[:16], pin["picture"], do)
    try:
        manifest = load(read_header(raw).manifest)
    except (NotAPicture, NotAManifest) as error:
        findings.differs(path, "file", str(error), "a picture of this site", do)
        return None
    said = {
        "figure": (manifest.figure, pin["figure"]),
        "width": (str(manifest.width), pin["width"]),
        "theme": (manifest.theme, pin["theme"]),
        "data": (f"sha256:{data_digest(manifest)}", pin["data"]),
    }
    for name, (found, wanted) in said.items():
        findings.compare("pinned pictures", path, name, found, wanted, "restore the ledger")
    return manifest


def _check_page(built: Path, pin: Record, manifest: Manifest, content: Content, findings: Findings) -> None:
    """The page shows the picture with its own words and says what has become of its data."""
    path = f"f/{pin['picture']}/index.html"
    page = parse((built / path).read_text("utf-8"))
    head = read_header((built / f"f/{pin['picture']}.png").read_bytes())
    image = page.css_first("article img")
    wanted = {
        "src": f"../../f/{pin['picture']}.png",
        "width": str(manifest.width),
        "height": str(round(head.height * manifest.width / head.width)),
        "alt": " ".join(manifest.words["alt"].split()),
    }
    for name, value in wanted.items():
        found = attribute(image, name) if image is not None else "no picture"
        findings.compare("pinned pictures", path, f"picture {name}", found, value)
    findings.compare(
        "pinned pictures", path, "title", words(page.css_first("h1")).rstrip("¶ "), one_spaced(manifest.words["title"])
    )
    findings.compare("pinned pictures", path, "figure", words(page.css_first("article small")), f"Figure {pin['figure']}")
    records = {row.record for row in manifest.inputs}
    signed, current = concerning(pin, records, content), is_current(manifest, content)
    lead = words(page.css_first("article .tl-lead"))
    now = data_digest(manifest) if current else "changed"
    start = f"Pinned as of {day(pin['day'])}. {state_of(pin, now, records, content)}"
    findings.compare("pinned pictures", path, "state", lead[: len(start)], start)
    listed = " ".join(words(node) for node in page.css("article .tl-changes li"))
    for entry in [] if current else signed:
        for name in ("was", "now"):
            findings.count("pinned pictures")
            if (value := value_of(entry, name)) not in listed:
                findings.differs(path, f"correction: {name}", listed, value)
    if current:
        findings.compare("pinned pictures", path, "corrections", listed, "")
