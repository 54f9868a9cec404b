"""What a page of each kind costs its readers: bytes over the wire, requests, and what Lighthouse thinks of it.

Run it with `python benchmarks/readers.py` after `tellers build`, or with the names of some kinds: each takes a minute. The
built site is served gzipped on this machine. Lighthouse 12 (its phone: 412 px wide, a slow processor and network, both
simulated) is installed into `build/peers` the first time, and left out, with a word, where there is no npm. Chromium is that
of `TELLERS_CHROMIUM`, or Playwright's own.
"""

from __future__ import annotations

import gzip
import json
import mimetypes
import os
import platform
import shutil
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

REPOSITORY = Path(__file__).resolve().parent.parent
SITE = (REPOSITORY / "build" / "site").resolve()
PEERS = REPOSITORY / "build" / "peers" / "lighthouse"
TIMES = 5
PAGES = {
    "home": "",
    "explainer": "explainers/from-141-to-93/",
    "list, of explainers": "explainers/",
    "vote": "votes/un-ga/es-11_7/",
    "Council vote": "votes/un-sc/s_2022_155/",
    "vote, in part": "votes/un-ga/2026-02-24-support-for-lasting-peace/",
    "vote, in French": "fr/votes/un-ga/es-11_7/",
    "votes": "votes/",
    "member": "members/USA/",
    "members": "members/",
    "comparison": "compare/#a=HUN&b=FRA",
    "series": "series/ukraine-emergency-session/",
    "quote": "quotes/peskov-2025-02-25-balanced/",
    "quotes": "quotes/",
    "speaker": "speakers/dmitry-peskov/",
    "body": "bodies/un-ga/",
    "method": "method/",
    "gaps": "gaps/",
    "sources": "sources/",
    "corrections": "corrections/",
    "verification": "verification/",
    "feeds": "feeds/",
    "data": "data/",
    "chart to take": "use/un-ga/es-11_7.hemicycle/",
}
KINDS = ("HTML", "CSS", "JavaScript", "fonts", "search", "other")
SCORES = ("performance", "accessibility", "best-practices", "seo")
_PACKED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".csv")


class Server(ThreadingHTTPServer):
    """The site as a host would send it, and what was asked since `asked` was emptied."""

    daemon_threads = True
    asked: list[tuple[str, int]] = []  # noqa: RUF012  one server a run


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        file = SITE / self.path.partition("?")[0].lstrip("/")
        file = file / "index.html" if file.is_dir() else file
        found = file.is_file()
        body = packed(file if found else SITE / "404.html")
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", (mimetypes.guess_type(file.name)[0] or "text/html") + "; charset=utf-8")
        if file.suffix in _PACKED:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Cache-Control", "max-age=600")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        Server.asked.append((self.path, len(body)))

    def log_message(self, format: str, *arguments: object) -> None:
        """Nothing: the table is all that is said."""


@cache
def packed(file: Path) -> bytes:
    """The bytes that travel."""
    raw = file.read_bytes()
    return gzip.compress(raw, 9, mtime=0) if file.suffix in _PACKED else raw


def main(kinds: Collection[str]) -> None:
    """Weigh these page kinds, or all, let Lighthouse judge them, and print a table."""
    if strange := set(kinds) - set(PAGES):
        raise SystemExit(f"readers: no kind {', '.join(sorted(strange))}; there are {', '.join(PAGES)}")
    if not SITE.is_dir():
        raise SystemExit(f"readers: no site in {SITE}; run `tellers build` first")
    command = lighthouse()
    with served() as address, chromium() as browser:
        print(f"{platform.machine()}, {os.cpu_count()} cores, Chromium {browser.version}; KB gzipped; median of {TIMES}\n")
        print(f"| page | {' | '.join(KINDS)} | requests | without search and fonts | {' | '.join(SCORES)} | shift |")
        print("| --- |" + " --- |" * (len(KINDS) + len(SCORES) + 3))
        for name, path in PAGES.items():
            if kinds and name not in kinds:
                continue
            weight, requests = weighed(browser, f"{address}/{path}")
            plain = sum(weight.values()) - weight["search"] - weight["fonts"]
            row = [*(f"{weight[kind] / 1000:.1f}" for kind in KINDS), str(requests), f"{plain / 1000:.1f}"]
            print(f"| {name} | {' | '.join(row + judged(command, f'{address}/{path}'))} |", flush=True)


@contextmanager
def served() -> Iterator[str]:
    """The address at which the site is served."""
    with Server(("127.0.0.1", 0), _Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser, to see what a page asks for."""
    with sync_playwright() as playwright:
        path = os.environ.get("TELLERS_CHROMIUM") or None
        yield playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])


def weighed(browser: Browser, url: str) -> tuple[Mapping[str, int], int]:
    """Bytes by kind, and requests, of a first visit that scrolls to the end."""
    Server.asked.clear()
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(url, wait_until="networkidle")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_load_state("networkidle")
    page.context.close()
    weight: Counter[str] = Counter()
    for path, size in Server.asked:
        weight[kind_of(path)] += size
    return weight, len(Server.asked)


def kind_of(path: str) -> str:
    """What a file is to a reader; the worker and the index of the search are one."""
    if path.startswith("/search/") or "/workers/" in path:
        return "search"
    endings = {".css": "CSS", ".js": "JavaScript", ".woff2": "fonts", "": "HTML"}
    return endings.get(Path(path.rpartition("/")[2]).suffix, "other")


def lighthouse() -> list[str]:
    """The command that runs it, installed if need be; nothing where that cannot be."""
    if not shutil.which("npm"):
        print("without Lighthouse: no npm here", file=sys.stderr)
        return []
    program = PEERS / "node_modules" / ".bin" / "lighthouse"
    if not program.exists():
        PEERS.mkdir(parents=True, exist_ok=True)
        subprocess.run(["npm", "install", "--silent", "--prefix", str(PEERS), "lighthouse@12"], check=True)
    return [str(program)]


def judged(command: list[str], url: str) -> list[str]:
    """The median of each score, and the largest shift of the layout."""
    if not command:
        return ["–"] * (len(SCORES) + 1)
    flags = "--chrome-flags=--headless --no-sandbox --disable-gpu"
    env = os.environ | ({"CHROME_PATH": os.environ["TELLERS_CHROMIUM"]} if os.environ.get("TELLERS_CHROMIUM") else {})
    runs = []
    for _ in range(TIMES):
        said = subprocess.run(
            [*command, url, flags, "--output=json", "--quiet", f"--only-categories={','.join(SCORES)}"],
            env=env, check=True, capture_output=True, text=True,
        )  # fmt: skip
        runs.append(json.loads(said.stdout))
    scores = [f"{100 * median(run['categories'][name]['score'] for run in runs):.0f}" for name in SCORES]
    return [*scores, f"{max(run['audits']['cumulative-layout-shift']['numericValue'] for run in runs):.3f}"]


if __name__ == "__main__":
    main(sys.argv[1:])
