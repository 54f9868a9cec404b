"""One Chromium for a whole pass, and a tab in it that remembers what went wrong."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tellers.problems import EnvironmentFault

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Error

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--font-render-hinting=none",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
"""No other host answers: a page that asks one is found out, and does not wait for it."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """A running Chromium: that of TELLERS_CHROMIUM, else of the path, else Playwright's own.

    Raises EnvironmentFault where Playwright or the browser is missing.
    """
    try:
        from playwright.sync_api import Error, TimeoutError, sync_playwright
    except ImportError as error:
        raise EnvironmentFault(
            "the browser pass needs Playwright; install it with `pip install tellers[browser]`"
        ) from error
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=_executable(), args=_ARGUMENTS)
        except Error as error:
            raise EnvironmentFault(
                f"no Chromium starts ({_first_line(error)}); set TELLERS_CHROMIUM, or run `playwright install chromium`"
            ) from error
        try:
            yield browser
        except Error as error:
            if isinstance(error, TimeoutError) or "closed" in error.message or "crashed" in error.message:
                raise EnvironmentFault(f"Chromium stopped answering ({_first_line(error)}); run it again") from error
            raise
        finally:
            browser.close()


def _first_line(error: Error) -> str:
    return error.message.strip().splitlines()[0]


def _executable() -> str | None:
    named = os.environ.get("TELLERS_CHROMIUM")
    return named or next((path for name in _NAMES if (path := shutil.which(name))), None)
