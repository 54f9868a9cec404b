"""Pages that need no Markdown, in the frame that the site builder makes: it renders one page of each section and depth.

MkDocs takes 10 ms and more for a page that it only has to frame, and keeps all pages in memory. Here the frame is cut at the
places of title, description, address and body, and each page is put between the pieces.
"""

from __future__ import annotations

import gzip
import html
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from tellers.files.threads import in_threads
from tellers.files.write import write_bytes

NAME = "tellers-frame"
"""The last part of a frame's address; no record can have this id, which has an archive's dash and no number."""
TITLE, TEXT, BODY = "TELLERS FRAME TITLE", "TELLERS FRAME TEXT", '<div class="tl-frame"><h1>TELLERS FRAME</h1></div>'
_COMPARE = "compare"
SCRIPTS = {
    f"archives/{NAME}.md": "script: archive\n",
    f"archives/x/{NAME}-{_COMPARE}.md": "script: compare\n",
}
"""Pages of these frames have a script of their own."""
_FRONT = re.compile(r"\A---\n(.*?)\n---\n\n", re.DOTALL)


def frame_of(path: str) -> str:
    """The page whose frame the page at this path takes: of the same section, and as deep."""
    first, *between, last = path.removesuffix(".md").split("/")
    own = f"-{_COMPARE}" if first == "archives" and between and last == _COMPARE else ""
    return "/".join([first, *("x" for _ in between), f"{NAME}{own}.md"])


def frames(paths: Iterable[str]) -> dict[str, str]:
    """The pages to render, by path, that all pages at these paths need."""
    front = f"title: {TITLE}\ndescription: {TEXT}\nsearch: {{exclude: true}}\nhide: [toc]\n"
    return {
        path: f"---\n{front}{SCRIPTS.get(path, '')}---\n\n{BODY}\n" for path in sorted({frame_of(path) for path in paths})
    }


@dataclass(frozen=True)
class Frame:
    """The pieces of a rendered frame; between them stand what is of one page: its title, address, text or body."""

    pieces: tuple[str, ...]

    @classmethod
    def cut(cls, rendered: str, address: str) -> Frame:
        return cls(tuple(re.split(f"({'|'.join(map(re.escape, (TITLE, TEXT, BODY, address)))})", rendered)))

    @cached_property
    def digest(self) -> str:
        return sha256("\0".join(self.pieces).encode()).hexdigest()

    def around(self, own: Mapping[str, str]) -> str:
        """The page with its own words in each place."""
        return "".join(own.get(piece, piece) for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Placed:
    """The pages of a site in their frames: where it is, and of each page what it was put together from and became.

    Both are digests: of frame and page together, and of the bytes in the site.
    """

    folder: Path
    pages: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def linked(self, keys: Mapping[str, str], out: Path) -> dict[str, tuple[str, str]]:
        """Pages of which the site in `out` shares the files now: all with the same keys whose files are as they were."""
        same = [path for path, key in keys.items() if self.pages.get(path, ("", ""))[0] == key]
        done = in_threads(lambda path: self._link(path, out), same)
        return {path: self.pages[path] for path, linked in zip(same, done, strict=True) if linked}

    def _link(self, path: str, out: Path) -> bool:
        file, target = self.folder / _built(path), out / _built(path)
        try:
            if sha256(file.read_bytes()).hexdigest() != self.pages[path][1]:
                return False
            target.parent.mkdir(parents=True, exist_ok=True)
            target.hardlink_to(file)
        except OSError:
            return False
        return True


def place_all(docs: Path, out: Path, paths: Mapping[str, str], before: Placed | None = None) -> Placed:
    """Put each page of `docs` into its frame in `out`, list it in the map of the site, and take the frames away.

    `paths` are the pages with the digests of their bytes. A page that is in the site `before` as it would be here is not
    written: both sites share one file, which nobody writes into.
    """
    frames_ = {path: frame_of(path) for path in sorted(paths)}
    cut = cut_all(out, paths)
    keys = {path: f"{cut[frame].digest} {paths[path]}" for path, frame in frames_.items()}
    placed = before.linked(keys, out) if before is not None else {}
    for path, frame in frames_.items():
        if path not in placed:
            data = place(docs, out, path, cut[frame])
            placed[path] = keys[path], sha256(data).hexdigest()
    for frame in cut:
        file = out / _built(frame)
        file.unlink()
        _remove_empty(file.parent, out)
    if placed:
        _map(out, cut, list(frames_))
    return Placed(out, placed)


def cut_all(out: Path, paths: Iterable[str]) -> dict[str, Frame]:
    """The frames that pages at these paths need, by their own paths, as they stand rendered in `out`."""
    needed = dict.fromkeys(frame_of(path) for path in sorted(paths))
    return {frame: Frame.cut((out / _built(frame)).read_text("utf-8"), _address(frame)) for frame in needed}


def place(docs: Path, out: Path, path: str, frame: Frame) -> bytes:
    """Put one page into its frame; the bytes that it has now."""
    data = frame.around(_own(docs / path, frame_of(path), path)).encode()
    write_bytes(out / _built(path), data)
    return data


def front_of(file: Path) -> tuple[dict[str, str], str]:
    """The front matter of a page, each value as JSON, and its body."""
    text = file.read_text("utf-8")
    found = _FRONT.match(text)
    if found is None:
        raise ValueError(f"no front matter in {file}")
    return dict(line.split(": ", 1) for line in found[1].split("\n")), text[found.end() :].strip()


def _own(file: Path, frame: str, path: str) -> dict[str, str]:
    """What is the page's own; titles stand encoded in its front matter."""
    front, body = front_of(file)
    return {
        TITLE: json.loads(front["title"]),
        TEXT: json.loads(front["description"]),
        BODY: body,
        _address(frame): _address(path),
    }


def _built(path: str) -> str:
    return path.removesuffix(".md") + "/index.html"


def _address(path: str) -> str:
    return path.removesuffix(".md") + "/"


def _remove_empty(folder: Path, root: Path) -> None:
    while folder != root and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


_URL = re.compile(r"\s*<url>\s*<loc>([^<]*)</loc>.*?</url>", re.DOTALL)


def _map(out: Path, cut: Iterable[str], paths: list[str]) -> None:
    """The map for search machines, with the pages in place of their frames; its compressed copy beside it."""
    file = out / "sitemap.xml"
    text = file.read_text("utf-8")
    frames_ = {_address(frame) for frame in cut}
    root = next(
        found[1].removesuffix(frame) for found in _URL.finditer(text) for frame in frames_ if found[1].endswith("/" + frame)
    )
    left = _URL.sub(lambda found: "" if found[1].removeprefix(root) in frames_ else found[0], text)
    more = "".join(f"\n    <url>\n         <loc>{html.escape(root + _address(path))}</loc>\n    </url>" for path in paths)
    data = left.replace("\n</urlset>", f"{more}\n</urlset>").encode()
    write_bytes(file, data)
    write_bytes(out / "sitemap.xml.gz", gzip.compress(data, mtime=0))
