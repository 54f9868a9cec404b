"""The built site as a visitor gets it: over HTTP, from this machine to itself."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *arguments: object) -> None:
        """Says nothing of each request."""


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Says nothing when a browser hangs up: it does so whenever a tab goes on to another page."""


@contextmanager
def served(built: Path) -> Iterator[str]:
    """The address at which the folder is served while the context lasts."""
    handler = functools.partial(_Quiet, directory=str(built))
    with _Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
