"""Live preview: a saved file appears in the browser, a problem appears there too, the last good site stays.

Serves `build/preview`, made of plain files in `build/drafts`, never the published site: a build may run meanwhile. Every
open page asks for news and reloads itself.
"""

from __future__ import annotations

import base64
import gc
import hashlib
import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from time import perf_counter

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from tellers.build import Generated, archived_from, generate, pages_from, read
from tellers.desk import Picture
from tellers.files import resources
from tellers.files.releases import held
from tellers.files.write import own_folder, write_bytes
from tellers.model import Content
from tellers.problems import EnvironmentFault, Problem, Refused
from tellers.site.mkdocs import Preview

Say = Callable[[str], None]
NEWS = "/__tellers/news"
DRAFTS = "drafts"
SETTLE = 0.15
"""Seconds without a further event before a change is taken up: editors write a file in several steps."""

_SCRIPT = """(()=>{let seen=null;const ask=async()=>{try{
const news=await(await fetch("/__tellers/news",{cache:"no-store"})).json();
let box=document.getElementById("tl-problems");
if(news.problems.length){if(!box){box=document.createElement("pre");box.id="tl-problems";
box.style.cssText="position:fixed;inset:auto 0 0 0;z-index:99;margin:0;padding:1rem;max-height:50vh;overflow:auto;"
+"background:#fff4ef;color:#7a2a06;border-top:3px solid #c4501b;font:13px/1.5 monospace;white-space:pre-wrap";
box.setAttribute("role","alert");document.body.append(box)}box.textContent=news.problems.join("\\n")}
else if(box)box.remove();
if(seen!==null&&news.version!==seen&&!news.problems.length)location.reload();
if(seen===null||!news.problems.length)seen=news.version}catch{}setTimeout(ask,400)};ask()})()"""
_HASH = base64.b64encode(hashlib.sha256(_SCRIPT.encode()).digest()).decode()


@dataclass(slots=True)
class State:
    """What open pages ask for: which version is shown, and what is wrong with the newest."""

    version: int = 0
    problems: tuple[Problem, ...] = ()
    changed: threading.Event = field(default_factory=threading.Event)
    paths: set[str] = field(default_factory=set)
    """Paths saved since they were last taken up."""

    def take(self) -> set[str]:
        """The paths saved so far, which are then taken up."""
        self.changed.clear()
        paths, self.paths = self.paths, set()
        return paths

    def as_json(self) -> bytes:
        return json.dumps({"version": self.version, "problems": [str(problem) for problem in self.problems]}).encode()


def serve(
    site: Path, port: int, say: Say, stop: threading.Event | None = None, ready: Callable[[int], None] | None = None
) -> None:
    """Serve the site in this folder on this machine until interrupted or told to stop.

    `ready` is called with the port once the first build is there, good or bad.
    """
    shown = site / "build" / "preview"
    with held(shown.with_name(".preview.lock"), f"another preview of {site} is running; look at that one, or end it"):
        own_folder(shown)
        _serve(site, shown, port, say, stop or threading.Event(), ready)


def _serve(
    site: Path, shown: Path, port: int, say: Say, ending: threading.Event, ready: Callable[[int], None] | None
) -> None:
    state = State()
    server = _server(shown, port, state)
    observer = _watch(site, state)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    maker = _Maker(site, shown, state, say)
    try:
        maker.whole()
        say(f"Serving http://127.0.0.1:{server.server_address[1]}/ (Ctrl-C ends)")
        if ready is not None:
            ready(int(server.server_address[1]))
        while not ending.is_set():
            if state.changed.wait(0.2):
                paths: set[str] = set()
                while state.changed.is_set():
                    paths |= state.take()
                    ending.wait(SETTLE)
                maker.changed(paths)
    except KeyboardInterrupt:
        say("Ended.")
    finally:
        observer.stop()
        server.shutdown()
        server.server_close()


class _Superseded(Exception):
    """A file was saved again while the rest of the site was being made."""


class _Maker:
    """Makes the preview whole, then keeps it up to date."""

    def __init__(self, site: Path, shown: Path, state: State, say: Say) -> None:
        self.site, self.shown, self.state, self.say = site, shown, state, say
        self.preview: Preview | None = None
        self.content: Content | None = None
        """What was read last, and is good."""

        self.made: Mapping[str, str] = {}
        """Digests of the pages of archives, and of the files beside them, as they are shown."""

        self.pictures: Mapping[str, Picture] = {}
        self.late: set[str] = set()
        """Files of `build/drafts` that changed and are not in the preview yet."""

    def whole(self) -> None:
        """Generate everything and build the site from it."""
        self._guarded(self._whole)

    def changed(self, paths: set[str]) -> None:
        """Take up what was saved: first the pages of the very records, then whatever else follows from them."""
        if self.preview is not None and self._guarded(lambda: self._first(paths)):
            self._guarded(self._rest)
        elif self.preview is None:
            self.whole()

    def _whole(self) -> str:
        generated = generate(self.site, name=DRAFTS, languages=False)
        self.content, self.pictures = generated.content, generated.pictures
        preview = Preview(self.site, generated.docs, self.shown, generated.framed)
        preview.build()
        self.preview, self.made = preview, {**generated.framed, **generated.beside}
        gc.freeze()  # what stands is not looked through again each time that something is read
        return f"{generated.pages} pages, {generated.figures} figures"

    def _first(self, paths: set[str]) -> str:
        before, self.content = self.content, read(self.site)
        pages = pages_from(self.content, paths, self.pictures)
        archived = archived_from(self.content, before) if before is not None else {}
        docs = self.site / "build" / DRAFTS
        for path, data in {**pages, **archived}.items():
            write_bytes(docs / path, data)
        if self.preview is not None:
            self.preview.place(archived)
            if pages and not self.preview.update(pages):
                self.preview.build()
        number = len(pages) + len(archived)
        return f"{number} page{'s' if number != 1 else ''} first"

    def _rest(self) -> str:
        generated = generate(self.site, self._unless_superseded, name=DRAFTS, languages=False, content=self.content)
        self.pictures = generated.pictures
        made = {**generated.framed, **generated.beside}
        self.late |= {*generated.changed, *(path for path, digest in made.items() if self.made.get(path) != digest)}
        if self.preview is not None and (self.late or made.keys() != self.made.keys()):
            self._show(self.preview, generated, made.keys() == self.made.keys())
        self.made = made
        count, self.late = len(self.late), set()
        return f"{count} more files"

    def _show(self, preview: Preview, generated: Generated, same: bool) -> None:
        """Take what is late into the preview, which is built whole where it has other pages of archives now."""
        preview.framed = generated.framed
        framed = self.late & generated.framed.keys()
        if not (same and preview.place(framed) and preview.update(sorted(self.late - framed))):
            preview.build()

    def _unless_superseded(self, step: str, done: int, of: int) -> None:
        if self.state.changed.is_set():
            raise _Superseded

    def _guarded(self, work: Callable[[], str]) -> bool:
        """Do the work and say how it went; a problem is shown and leaves what is visible as it was."""
        begun = perf_counter()
        try:
            said = work()
        except Refused as refused:
            self.state.problems = refused.problems
            for problem in refused.problems:
                self.say(str(problem))
            self.say(f"{len(refused.problems)} problems; the last good site stays.")
            return False
        except EnvironmentFault as fault:
            self.say(f"tellers: {fault}")
            return False
        except _Superseded:
            return False
        self.state.problems = ()
        self.state.version += 1
        self.say(f"{said}, {perf_counter() - begun:.1f} s")
        return True


def _watch(site: Path, state: State) -> BaseObserver:
    class Changed(FileSystemEventHandler):
        def on_any_event(self, event: FileSystemEvent) -> None:
            if event.event_type in ("created", "modified", "moved", "deleted") and not event.is_directory:
                path = Path(str(event.dest_path or event.src_path))
                if not path.name.startswith(".") and not path.name.endswith("~"):
                    state.paths.add(path.relative_to(site).as_posix() if path.is_relative_to(site) else path.as_posix())
                    state.changed.set()

    observer = Observer()
    for folder in (site / "content", resources.overrides()):
        observer.schedule(Changed(), str(folder), recursive=True)
    observer.start()
    return observer


def _server(shown: Path, port: int, state: State) -> ThreadingHTTPServer:
    try:
        return ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, state=state, directory=str(shown)))
    except OSError as error:
        raise EnvironmentFault(f"cannot listen on port {port}: {error.strerror}; choose another with --port") from error


def _asking(page: str) -> str:
    """The page with the script that asks for news, which its policy then allows."""
    allowed = page.replace("script-src 'self'", f"script-src 'self' 'sha256-{_HASH}'", 1)
    return allowed.replace("</body>", f"<script>{_SCRIPT}</script></body>")


class _Handler(SimpleHTTPRequestHandler):
    """Files of the preview; pages carry the little script that asks for news."""

    def __init__(self, *arguments: object, state: State, directory: str) -> None:
        self.state = state
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        if self.path == NEWS:
            return self._send(self.state.as_json(), "application/json")
        path = Path(self.translate_path(self.path))
        if path.is_dir() and self.path.split("?")[0].endswith("/"):
            path = path / "index.html"
        if path.suffix == ".html" and path.is_file():
            page = path.read_text(encoding="utf-8")
            return self._send(_asking(page).encode(), "text/html; charset=utf-8")
        return super().do_GET()

    def _send(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:
        """Requests are nobody's news."""
