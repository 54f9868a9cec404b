"""A page as a browser shows it: every word that is said can be seen and read, and no style sheet adds one."""

from __future__ import annotations

from tellers.verify.browser.facts import Page, Run
from tellers.verify.browser.legible import check_contrast, check_family, check_size
from tellers.verify.browser.styles import check_styles
from tellers.verify.browser.view import View

_UNSAID = ("a.headerlink",)
"""What may be without a place on the page: it is for those who point at a heading."""


def check_page(page: Page, view: View) -> None:
    """One page at one width in one scheme."""
    view.findings.count("pages in the browser")
    _check_width(page, view)
    for name, part, content in page.generated:
        view.differs(f"{part} of {name}", content, "no words or digits from a style sheet")
    for name, there, shown in page.said:
        view.differs(name, shown or "nothing", there)
    for figure, widths in page.figures:
        if len(widths) != 1:
            view.differs(f"pictures of {figure}", f"{len(widths)} that are shown", "one that is shown")
    for name, left, wanted in page.astray:
        view.differs(f"place of {name}", f"at {left:g} px", f"at {wanted:g} px, below its head")
    for name, words in page.shuffled:
        view.differs(f"order of {name}", f'"{words}" on or before what is written before it', "words in their order")
    check_styles(page.strange, view)
    for run in page.words:
        _check_run(run, view)


def _check_width(page: Page, view: View) -> None:
    if page.width > page.view + 1:
        view.differs("width", f"{page.width:g} px", f"{page.view:g} px, without scrolling sideways")
    for name, left, right in page.outside:
        view.differs(name, f"from {left:g} to {right:g} px", f"within {page.view:g} px")


def _check_run(run: Run, view: View) -> None:
    view.findings.count("words in the browser")
    name = run.name if run.bound else f'text "{run.text[:40]}"'
    if not run.shown:
        if run.hidden not in _UNSAID:
            view.differs(name, f"hidden, as is {run.hidden}", "in plain sight")
        return
    if any(abs(a - b) > 1 for a, b in zip(run.box, run.cut, strict=True)):
        view.differs(name, "clipped by what it lies in", "all of it in sight")
    if run.seen < run.tried:
        cover = f"covered by {', '.join(run.over)}" if run.over else "out of sight"
        view.differs(name, cover, "in plain sight")
    check_size(name, run.size, view)
    check_contrast(name, run.colour, run.grounds, run.size, run.weight, view)
    check_family(name, run.family, view)
