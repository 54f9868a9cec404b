"""The page of one vote: did it pass, by how much, who stood where, what was said, and where all of it was read."""

from __future__ import annotations

from tellers.claims import Link, Sentence
from tellers.claims.words import pages, votes
from tellers.claims.words.catalogue import in_alphabet
from tellers.desk import Desk, api, said, structured
from tellers.desk.terms import licence_line
from tellers.desk.works import vote_work
from tellers.encode import Html, token
from tellers.model import Month, Vote
from tellers.pages import parts, quotation
from tellers.pages.groups import by_group
from tellers.pages.notes import notes
from tellers.pages.page import Page
from tellers.stats import Result

FIGURES = ("blocks", "council", "hemicycle")
"""The first of these kinds that a vote has shows who voted how."""


def make(desk: Desk) -> list[Page]:
    """A page for each vote."""
    return [_page(desk, result) for result in desk.results.values()]


def _page(desk: Desk, result: Result) -> Page:
    vote, words = result.vote, desk.words
    path = f"votes/{vote.id}.md"
    root = "../" * (path.count("/") + 1)
    headline = said.headline(words, result)
    lead = said.lead(desk.words, result)
    noted = notes(desk, result, root)
    record = _to_notes(desk) if noted else parts.NOTHING
    groups, roll, quoted = by_group(desk, result, "every-ballot"), _roll(desk, result, root), _said(desk, vote, root)
    return Page(
        path=path,
        title=str(headline),
        description=str(lead),
        template="vote/page.md.j2",
        boost=3,
        data=f"content/votes/{vote.id}.yml",
        image=f"/figures/{vote.id}.card.png",
        image_alt=picture_alt(desk, f"{vote.id}.card"),
        updated=vote.updated or vote.published,
        structured=structured.vote_dataset(desk, vote.id),
        context={
            "headline": headline.html(root),
            "kicker": parts.link(result.body.name, f"/bodies/{result.body.id}/", root),
            "title": vote.title if vote.title != vote.name else "",
            "about": vote.about or "",
            "lead": lead.html(root),
            "strip": parts.placed(desk, f"{vote.id}.tally", root, record),
            "threshold": _threshold(desk, result, root),
            "notes": noted,
            "who": _who(desk, result, root, record),
            "jumps": _jumps(desk, groups=bool(groups), roll=bool(roll), quoted=bool(quoted), noted=bool(noted)),
            "groups": groups,
            "roll": roll,
            "moved": _moved(desk, result, root, record),
            "related": _related(desk, result, root),
            "said": quoted,
            "terms": [sentence.html(root) for sentence in pages.terms(words, result.options)],
            "files": _files(desk, result, root),
            "licence": licence_line(desk.content, words, f"votes/{vote.id}"),
            "sources": parts.source_items(desk, _source_ids(result), root),
            "changes": _changes(desk, vote.id, root),
            "cite": parts.cite(desk, vote_work(desk, vote.id), root),
            "dates": _dates(desk, result),
            "t": words.text,
        },
    )


def _jumps(desk: Desk, *, groups: bool, roll: bool, quoted: bool, noted: bool) -> list[Html]:
    """Links to the parts of the page that readers look for, in their order."""
    t = desk.words.text
    named = [
        (groups, "by-group", t("By group")),
        (roll, "every-ballot", t("Every ballot")),
        (quoted, "what-was-said", t("What was said")),
        (noted, "about-this-record", t("About this record")),
        (True, "data-and-sources", t("Data and sources")),
    ]
    return [Html.of('<a href="#{id}">{text}</a>', id=token(id), text=text) for there, id, text in named if there]


def picture_alt(desk: Desk, figure: str) -> str:
    """The alternative text of a figure, empty where there is none."""
    picture = desk.picture(figure)
    return picture.alt if picture is not None else ""


def _threshold(desk: Desk, result: Result, root: str) -> Html:
    rule, needed = result.rule, result.needed
    if rule is not None and needed is not None:
        return votes.threshold(desk.words, rule=rule.name, needed=needed, text=rule.text).html(root)
    return votes.no_threshold(desk.words).html(root)


def _to_notes(desk: Desk) -> Html:
    """The way from the line that says that a figure was checked to what is known of the record behind it."""
    return Html.of('<a href="#about-this-record">{text}</a>', text=desk.words.text("About this record"))


def _who(desk: Desk, result: Result, root: str, record: Html) -> list[Html]:
    id = result.vote.id
    shown = [desk.picture(f"{id}.{kind}") for kind in FIGURES]
    found = [picture for picture in shown if picture is not None]
    return [parts.figure(found[0], root, desk, record)] if found else []


def _said(desk: Desk, vote: Vote, root: str) -> list[tuple[str, list[Html]]]:
    """Quotes about the vote in order of time, headed before, on the day of, and after it, where its day is known."""
    quotes = sorted((q for q in desk.content.quotes.values() if vote.id in q.about), key=lambda q: (q.date, q.id))
    t = desk.words.text
    if isinstance(vote.date, Month):
        return [(t("Around the vote"), [quotation.block(desk, q, root) for q in quotes])] if quotes else []
    times = {
        t("Before the vote"): [q for q in quotes if q.date < vote.date],
        t("On the day of the vote"): [q for q in quotes if q.date == vote.date],
        t("After the vote"): [q for q in quotes if q.date > vote.date],
    }
    return [(head, [quotation.block(desk, q, root, vote) for q in found]) for head, found in times.items() if found]


def _roll(desk: Desk, result: Result, root: str) -> list[dict[str, object]]:
    """Every ballot that is known, A–Z by name."""
    if result.roll is None:
        return []
    group_of = {code: group.short for group, members in result.groups.items() for code in members}
    ordered = sorted(result.roll, key=lambda ballot: (in_alphabet(result.names[ballot[0]].short), ballot[0]))
    return [
        {
            "code": parts.code(code),
            "name": parts.member_link(desk, code, result.names[code].short, root),
            "group": group_of.get(code, ""),
            "cell": parts.ballot_cell(desk, result, code, option),
            "option": option.value,
        }
        for code, option in ordered
    ]


def _moved(desk: Desk, result: Result, root: str, record: Html) -> list[Html]:
    start = f"{result.vote.id}.alluvial."
    found = [picture for id, picture in desk.pictures.items() if id.startswith(start)]
    return [parts.figure(picture, root, desk, record) for picture in found[:2]]


def _related(desk: Desk, result: Result, root: str) -> list[Html]:
    """The motion that this one concerns, the other votes of the body on the same day, further votes on amendments to it,
    and the series it stands in."""
    vote, words, content = result.vote, desk.words, desk.content
    out: list[Sentence] = []
    if vote.of is not None:
        parent = content.votes[vote.of]
        out.append(words.say("This vote concerns {parent}.", parent=Link(parent.name, parts.vote_address(parent.id))))
    others = [other for other in content.votes.values() if other.id not in (vote.id, vote.of)]
    that_day = sorted((other for other in others if _is_same_day(vote, other)), key=lambda other: other.id)
    for other in (*that_day, *(other for other in others if other.of == vote.id and other not in that_day)):
        named = Link(other.title if other.of == vote.id else other.name, parts.vote_address(other.id))
        finding = said.finding(words, desk.results[other.id])
        if other in that_day:
            out.append(words.say("On the same day, {motion}: {finding}.", motion=named, finding=finding))
        else:
            out.append(words.say("{motion}: {finding}.", motion=named, finding=finding))
    for series in content.series.values():
        if vote.id in series.votes:
            out.append(words.say("In the series {name}.", name=Link(series.title, f"/series/{series.id}/")))
    return [sentence.html(root) for sentence in out]


def _is_same_day(one: Vote, other: Vote) -> bool:
    """Whether both are votes of the same body, and of a day that is known to be the same."""
    return one.body == other.body and one.date == other.date and not isinstance(one.date, Month)


def _files(desk: Desk, result: Result, root: str) -> list[Html]:
    t, id = desk.words.text, result.vote.id
    named = [("roll.csv", t("The roll as CSV"))] if result.roll is not None else []
    named += [
        ("vote.json", t("This vote as JSON (Popolo)")),
        ("datapackage.json", t("Data package, with every column described")),
    ]
    answer = parts.link(t("This vote in the interface for programs"), f"/{api.ROOT}/votes/{id}.json", root)
    return [*parts.files(f"votes/{id}", named, root), answer]


def _source_ids(result: Result) -> list[str]:
    vote = result.vote
    ids = [vote.roll.source if vote.roll else "", vote.stated_source or "", *vote.sources]
    ids += [vote.majority.source] if vote.majority else []
    return [id for id in dict.fromkeys(ids) if id]


def _changes(desk: Desk, vote: str, root: str) -> list[Html]:
    record = f"votes/{vote}"
    return [said.correction(desk, c).html(root) for c in desk.content.corrections if c.record == record]


def _dates(desk: Desk, result: Result) -> Html:
    vote = result.vote
    return pages.published(desk.words, f"votes/{vote.id}", vote.published, vote.updated).html("")
