"""The second wall: the policy of a page, and scripts that are nobody's."""

from __future__ import annotations

from tests.sabotage.tools import Case, both, resub, swap

_META = r'<meta http-equiv="Content-Security-Policy"[^>]*>'
_EVIL = "<script>fetch('/')</script>"
_HASH = "'sha256-O3i8iGvC8vAVRG5bZ5kXEiZ4bNBkFf0w7uWzF6Pzd5g='"

CASES = [
    Case("no policy", "index.html", resub(_META, ""), ("policy", "script-src")),
    Case("policy of another name", "votes/index.html", swap("Content-Security-Policy", "X-Policy"), ("policy", "missing")),
    Case(
        "policy that allows inline scripts",
        "method/index.html",
        swap("script-src 'self'", "script-src 'self' 'unsafe-inline'"),
        ("policy", "unsafe-inline"),
    ),
    Case(
        "policy that allows a host",
        "gaps/index.html",
        swap("connect-src 'self'", "connect-src *"),
        ("policy", "connect-src"),
    ),
    Case(
        "policy without a directive", "sources/index.html", swap("; base-uri 'none'", ""), ("policy", "base-uri", "missing")
    ),
    Case(
        "policy after a script",
        "members/index.html",
        swap("<head>", '<head><script src="assets/javascripts/tellers.js"></script>'),
        ("policy", "before it"),
    ),
    Case("a script in the text", "speakers/index.html", swap("</article>", f"{_EVIL}</article>"), ("<script>", "fetch")),
    Case(
        "a script whose hash the policy allows too",
        "quotes/index.html",
        both(swap("script-src 'self'", f"script-src 'self' {_HASH}"), swap("</article>", f"{_EVIL}</article>")),
        ("policy", _HASH),
    ),
    Case(
        "a changed script of the theme",
        "bodies/index.html",
        swap("__md_hash=e=>", "__md_hash=f=>"),
        ("<script>", "__md_scope"),
    ),
    Case(
        "an event handler",
        "corrections/index.html",
        resub(r"<article ", '<article onpointerrawupdate="x()" '),
        ("onpointerrawupdate", "no script"),
    ),
    Case("a frame", "series/index.html", swap("</article>", '<iframe src="../"></iframe></article>'), ("<iframe>", "frame")),
    Case("another base", "verification/index.html", swap("<head>", '<head><base href="/x/">'), ("<base>", "frame")),
    Case(
        "a redirection",
        "404.html",
        swap("</head>", '<meta http-equiv="refresh" content="0;url=/"></head>'),
        ("<meta>", "redirection"),
    ),
]
