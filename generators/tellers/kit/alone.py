"""Pages that stand alone: small, without the site builder's frame and without script, or next to none."""

from __future__ import annotations

from collections.abc import Sequence

from tellers.desk import Desk
from tellers.encode import xml

POLICY = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
"""What such a page may load: nothing of others, and no script."""


def document(desk: Desk, path: str, title: str, body: str, *, head: Sequence[str] = (), kind: str) -> bytes:
    """The HTML page at this path, such as `embed/un-ga/es-11_7.tally/`, with the site's fonts and colours."""
    root = "../" * path.count("/")
    script = "; script-src 'self'" if any("<script" in line for line in head) else ""
    sheets = ("assets/fonts/fonts.css", "assets/tellers/figures.css", "assets/stylesheets/alone.css")
    lines = [
        "<!doctype html>",
        f'<html lang="{desk.language}">',
        "<head>",
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY + script}">',
        '<meta charset="utf-8">',
        f"<title>{xml(title)} · {xml(desk.content.site.name)}</title>",
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="robots" content="noindex">',
        f'<link rel="icon" href="{root}assets/images/tellers.svg">',
        *(f'<link rel="stylesheet" href="{root}{sheet}">' for sheet in sheets),
        *head,
        f'</head>\n<body class="tl-{kind}">',
        body,
        "</body></html>",
    ]
    return ("\n".join(lines) + "\n").encode()
