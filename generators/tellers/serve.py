"""Live preview: a saved file appears in the browser, a problem appears there too, the last good site stays.

Serves `build/preview`, never the published site. Every open page asks for news and reloads itself.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from time import perf_counter

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from tellers.build import generate
from tellers.files import resources
from tellers.problems import EnvironmentFault, Problem, Refused
from tellers.site.mkdocs import Preview

Say = Callable[[str], None]
NEWS = "/__tellers/news"
SETTLE = 0.15
"""Seconds without a further event before a change is taken up: editors write a file in several steps."""

_SCRIPT = """<script>(()=>{let seen=null;const ask=async()=>{try{
const news=await(await fetch("%s",{cache:"no-store"})).json();
let box=document.getElementById("tl-problems");
if(news.problems.length){if(!box){box=document.createElement("pre");box.id="tl-problems";
box.style.cssText="position:fixed;inset:auto 0 0 0;z-index:99;margin:0;padding:1rem;max-height:50vh;overflow:auto;"
+"background:#fff4ef;color:#7a2a06;border-top:3px solid #c4501b;font:13px/1.5 monospace;white-space:pre-wrap";
box.setAttribute("role","alert");document.body.append(box)}box.textContent=news.problems.join("\\n")}
else if(box)box.remove();
if(seen!==null&&news.version!==seen&&!news.problems.length)location.reload();
if(seen===null||!news.problems.length)seen=news.version}catch{}setTimeout(ask,400)};ask()})()</script>""" % NEWS  # noqa: UP031


@dataclass(slots=True)
class State:
    """What open pages ask for: which version is shown, and what is wrong with the newest."""

    version: int = 0
    problems: tuple[Problem, ...] = ()
    changed: threading.Event = field(default_factory=threading.Event)
    ready: threading.Event = field(default_factory=threading.Event)

    def as_json(self) -> bytes:
        return json.dumps({"version": self.version, "problems": [str(problem) for problem in self.problems]}).encode()


def serve(site: Path, port: int, say: Say, stop: threading.Event | None = None, ready: Callable[[int], None] | None = None) -> None:
    """Serve the site in this folder on this machine until interrupted or told to stop.

    `ready` is called with the port once the first build is there, good or bad.
    """
    ending = stop or threading.Event()
    state = State()
    shown = site / "build" / "preview"
    shown.mkdir(parents=True, exist_ok=True)
    observer = _watch(site, state)
    server = _server(shown, port, state)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    maker = _Maker(site, shown, state, say)
    try:
        maker.whole()
        say(f"Serving http://127.0.0.1:{server.server_address[1]}/ (Ctrl-C ends)")
        if ready is not None:
            ready(int(server.server_address[1]))
        while not ending.is_set():
            if state.changed.wait(0.2):
                while state.changed.is_set():
                    state.changed.clear()
                    ending.wait(SETTLE)
                maker.changed()
    except KeyboardInterrupt:
        say("Ended.")
    finally:
        observer.stop()
        server.shutdown()
        server.server_close()


class _Maker:
    """Makes the preview whole, then keeps it up to date."""

    def __init__(self, site: Path, shown: Path, state: State, say: Say) -> None:
        self.site, self.shown, self.state, self.say = site, shown, state, say
        self.preview: Preview | None = None

    def whole(self) -> None:
        """Generate everything and build the site from it."""
        self._guarded(self._whole)

    def changed(self) -> None:
        """Take up what was saved: pages that changed are rendered alone, the rest of the site when that is not enough."""
        self._guarded(self._changed)

    def _whole(self) -> str:
        generated = generate(self.site)
        self.preview = Preview(self.site, generated.docs, self.shown)
        self.preview.build()
        return f"{generated.pages} pages, {generated.figures} figures"

    def _changed(self) -> str:
        generated = generate(self.site)
        if self.preview is None:
            return self._whole()
        if not self.preview.update(generated.changed):
            self.preview.build()
            return f"{generated.pages} pages"
        return f"{len(generated.changed)} files changed"

    def _guarded(self, work: Callable[[], str]) -> None:
        """Do the work; a problem is shown and said, and leaves what is visible as it was."""
        begun = perf_counter()
        try:
            said = work()
        except Refused as refused:
            self.state.problems = refused.problems
            for problem in refused.problems:
                self.say(str(problem))
            self.say(f"{len(refused.problems)} problems; the last good site stays.")
        except EnvironmentFault as fault:
            self.say(f"tellers: {fault}")
        else:
            self.state.problems = ()
            self.state.version += 1
            self.say(f"{said}, {perf_counter() - begun:.1f} s")


def _watch(site: Path, state: State) -> Observer:  # type: ignore[valid-type]
    class Changed(FileSystemEventHandler):
        def on_any_event(self, event: FileSystemEvent) -> None:
            if event.event_type in ("created", "modified", "moved", "deleted") and not event.is_directory:
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


class _Handler(SimpleHTTPRequestHandler):
    """Files of the preview; pages carry the little script that asks for news."""

    def __init__(self, *arguments: object, state: State, directory: str) -> None:
        self.state = state
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:  # noqa: N802
        if self.path == NEWS:
            return self._send(self.state.as_json(), "application/json")
        path = Path(self.translate_path(self.path))
        if path.is_dir() and self.path.split("?")[0].endswith("/"):
            path = path / "index.html"
        if path.suffix == ".html" and path.is_file():
            page = path.read_text(encoding="utf-8")
            return self._send(page.replace("</body>", _SCRIPT + "</body>").encode(), "text/html; charset=utf-8")
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
