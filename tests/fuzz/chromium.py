"""A real Chromium, which is asked what it made of a page, and a server of its own."""

from __future__ import annotations

import functools
import http.server
import io
import os
import re
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from typing import Any

from playwright.sync_api import Browser, Error, Page, sync_playwright

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')

_RAN = "a hostile value ran"
_SAY = f"for (const name of ['alert', 'prompt', 'confirm']) window[name] = () => console.log('{_RAN}');"

_WALK = """const nodes = [];
  const walk = (node) => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) { if (child.data.trim()) nodes.push(['#text', {}, child.data]); }
      else if (child.nodeType === 8) nodes.push(['#comment', {}, '']);
      else if (child.nodeType === 1) {
        nodes.push([child.tagName, Object.fromEntries([...child.attributes].map(a => [a.name, a.value])), '']);
        walk(child.tagName === 'TEMPLATE' ? child.content : child);
      }
    }
  };"""

_NODES = f"""async () => {{
  {_WALK}
  const text = await (await fetch(location.href)).text();
  const kind = document.contentType === 'image/svg+xml' ? 'application/xml' : 'text/html';
  walk(new DOMParser().parseFromString(text, kind));
  return nodes;
}}"""

_FRAMES = f"""async ([addresses, reads]) => {{
  const opened = (address) => new Promise(done => {{
    const frame = document.createElement('iframe');
    frame.onload = () => setTimeout(done, 0);
    frame.src = address;
    document.body.append(frame);
  }});
  const nodesAt = async (address) => {{
    {_WALK}
    walk(new DOMParser().parseFromString(await (await fetch(address)).text(), 'text/html'));
    return nodes;
  }};
  await Promise.all(addresses.map(opened));
  return reads ? await Promise.all(addresses.map(nodesAt)) : addresses.map(() => []);
}}"""

_RESULTS = f"""() => {{
  {_WALK}
  const sorted = [...document.querySelectorAll('.md-search-result__item')].sort(
    (a, b) => a.querySelector('a').pathname < b.querySelector('a').pathname ? -1 : 1);
  for (const item of sorted) walk(item);
  return nodes;
}}"""

_DRAWN = """async (wanted) => {
  // the theme draws four results more each time the end is reached anew
  const scroll = document.querySelector('.md-search__scrollwrap');
  const count = () => document.querySelectorAll('.md-search-result__item').length;
  for (let tries = 0; count() < wanted && tries < 600 + wanted; tries += 1) {
    scroll.scrollTo(0, tries % 2 ? scroll.scrollHeight : 0);
    await new Promise(done => setTimeout(done, 20));
  }
  return count();
}"""

Node = tuple[str, dict[str, str], str]
"""Tag or `#text`, attributes, and a text's words."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What happened on a page: scripts of the values that ran, requests to elsewhere, and its nodes in order."""

    ran: int
    outside: list[str]
    nodes: list[Node]


class Chromium:
    """One page that is sent from address to address; `reads` whether its nodes are of interest."""

    def __init__(self, page: Page, root: str, reads: bool) -> None:
        self.page, self.root, self.reads = page, root, reads
        self._outside: list[str] = []
        self._ran = 0
        page.add_init_script(_SAY)
        page.on("request", lambda request: self._requested(request.url))
        page.on("console", lambda message: self._said(message.text))

    def _requested(self, url: str) -> None:
        if not url.startswith((self.root, "data:", "blob:", "about:")):
            self._outside.append(url)

    def _said(self, text: str) -> None:
        self._ran += text == _RAN

    def open(self, path: str) -> Seen:
        """Load the page and let it run; its nodes are those of the bytes that were sent, before any script."""
        self._outside.clear()
        self._ran = 0
        try:
            self.page.goto(self.root + path, wait_until="load")
            found: list[Any] = self.page.evaluate(
                _NODES if self.reads else "() => new Promise(done => setTimeout(done, 0, []))"
            )
        except Error as error:
            found = []
            self._outside.append(f"led away: {error.message[:80]}")
        return self._seen(found)

    def open_all(self, paths: Sequence[str]) -> list[Seen]:
        """What happens on each of these pages: all at once, in frames; one by one when something ran or went outside."""
        self._outside.clear()
        self._ran = 0
        try:
            self.page.goto(f"{self.root}blank.html", wait_until="load")
            found: list[list[Any]] = self.page.evaluate(_FRAMES, [[self.root + path for path in paths], self.reads])
        except Error as error:
            self._outside.append(f"led away: {error.message[:80]}")
        if self._ran or self._outside:
            return [self.open(path) for path in paths]
        return [self._seen(nodes) for nodes in found]

    def search(self, words: str, results: int) -> Seen:
        """Type words into the search of the page that is open, and look at so many results as the theme draws them."""
        self.page.locator("input.md-search__input").click()
        self.page.locator("input.md-search__input").press_sequentially(words, delay=20)
        self.page.evaluate(_DRAWN, results)
        return self._seen(self.page.evaluate(_RESULTS))

    def _seen(self, found: list[Any]) -> Seen:
        return Seen(self._ran, list(self._outside), [(tag, attributes, text) for tag, attributes, text in found])


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that went on before a file had arrived is no news."""


@contextmanager
def served(folder: Path, policy: bool, theme: bool) -> Iterator[str]:
    """The address of a folder's server; without `policy`, pages are sent without their second wall; without `theme`, styles
    and scripts are empty files, so that thousands of pages open quickly."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        def send_head(self) -> Any:
            path = Path(self.translate_path(self.path))
            path = path / "index.html" if path.is_dir() else path
            if path.name == "blank.html":
                return self._sent(b"<!doctype html><body>", "text/html; charset=utf-8")
            if not theme and path.suffix in (".css", ".js", ".woff2"):
                return self._sent(b"", self.guess_type(path))
            if policy or path.suffix != ".html" or not path.is_file():
                return super().send_head()
            return self._sent(POLICY.sub(b"", path.read_bytes()), "text/html; charset=utf-8")

        def _sent(self, body: bytes, kind: str) -> io.BytesIO:
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            return io.BytesIO(body)

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    handler = functools.partial(Handler, directory=str(folder))
    with _Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


@contextmanager
def launched() -> Iterator[Browser]:
    """Chromium, from TELLERS_CHROMIUM, the path, or Playwright's own."""
    found = os.environ.get("TELLERS_CHROMIUM") or which("chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield started
        started.close()


@contextmanager
def looking(browser: Browser, folder: Path, policy: bool, theme: bool = True, reads: bool = True) -> Iterator[Chromium]:
    """A page of the browser at a folder that is served."""
    with served(folder, policy, theme) as root:
        page = browser.new_page()
        yield Chromium(page, root, reads)
        page.close()
