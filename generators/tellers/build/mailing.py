"""A newsletter issue from content, compared with the built site before anybody gets it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from tellers.build import drawing
from tellers.build.generate import bare_desk, read
from tellers.build import pictures as pictures_
from tellers.claims.words import news as words_
from tellers.desk import Desk
from tellers.desk.news import News, news
from tellers.desk.pinning import Pinned, sendable
from tellers.kit.newsletter import Mail, mail, shown
from tellers.problems import EnvironmentFault, Place, Problem, Refused
from tellers.verify import verify_mail


def newsletter(site: Path, since: date, pinned: bool = False) -> Mail:
    """The issue with what is new since the day, with the latest pictures, or with pinned ones.

    Raises Refused where nothing is new or a word of the issue is not so, EnvironmentFault where no site is built.
    """
    built = site / "build" / "site"
    if not built.is_dir():
        raise EnvironmentFault(f"no site in {built}; run `tellers build` first: the mail shows pictures of the built site")
    desk = _measured(bare_desk(read(site)))
    what = news(desk, since)
    if what is None:
        wrong = words_.nothing(desk.words, since)
        raise Refused([Problem(Place("newsletter"), "--since", wrong, "choose an earlier day")])
    made = mail(desk, what, _pins(desk, what) if pinned else {})
    report = verify_mail(made.html, made.text, made.message, built.resolve(), site)
    if report.problems:
        raise Refused(report.problems)
    return made


def _pins(desk: Desk, what: News) -> dict[str, Pinned]:
    """The pinned picture of every figure that the issue shows; raises Refused with each that is missing."""
    found = {picture.figure: sendable(desk, picture.figure) for picture in shown(what)}
    wrong = "no pinned picture has the data of today"
    missing = [
        Problem(Place("newsletter"), figure, wrong, f"tellers pin {figure}, and build the site again")
        for figure, pin in found.items()
        if pin is None
    ]
    if missing:
        raise Refused(missing)
    return {figure: pin for figure, pin in found.items() if pin is not None}


def _measured(desk: Desk) -> Desk:
    """The desk with the height of every figure at the width of a mail; nothing is painted."""
    planned = pictures_.plan(desk.content, desk.words)
    measured = dict(desk.pictures)
    for figure, (kind, chart) in planned.items():
        if kind != "card" and figure in measured:
            height = round(drawing.drawn_as_file(drawing.kinds()[kind], chart, drawing.EMAIL).height)
            measured[figure] = replace(measured[figure], heights={drawing.EMAIL: height})
    return replace(desk, pictures=measured)
