"""What each page of an archive has to say, worded from the records: title, every block, and where every link leads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial

from tellers.verify.archived_spans import wanted_comparison, wanted_decade, wanted_member
from tellers.verify.archived_turns import wanted_turns
from tellers.verify.archives import Archive
from tellers.verify.content import IN_NO_GROUP
from tellers.verify.sentences import expected_of, worded
from tellers.verify.wanted import Block, Wanted
from tellers.verify.words import LABELS, day

ORDER = tuple(LABELS)


def wanted_pages(archive: Archive, kept: frozenset[str]) -> dict[str, Callable[[], Wanted]]:
    """Every page of the archive by its path in the site; a vote that has a file of its own has its page from there."""
    start = f"archives/{archive.id}"
    pages: dict[str, Callable[[], Wanted]] = {
        f"{start}/index.html": partial(_index, archive),
        f"{start}/members/index.html": partial(_members, archive),
        f"{start}/compare/index.html": partial(wanted_comparison, archive),
    }
    if archive.about.get("anchor"):
        pages[f"{start}/turns/index.html"] = partial(wanted_turns, archive)
    for first in archive.spans:
        pages[f"{start}/decades/{first}s/index.html"] = partial(wanted_decade, archive, first)
    for name in archive.by_session:
        pages[f"{start}/sessions/{slug(name)}/index.html"] = partial(_session, archive, name)
    for name in archive.by_topic:
        pages[f"{start}/topics/{slug(name)}/index.html"] = partial(_topic, archive, name)
    for id in archive.order:
        if id not in kept:
            pages[f"votes/{id}/index.html"] = partial(_vote, archive, id)
    for code, decades in archive.decades.items():
        for decade in decades:
            pages[f"{start}/members/{code}/{decade}s/index.html"] = partial(wanted_member, archive, code, decade)
    return pages


def slug(text: str) -> str:
    """The text as part of an address."""
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-") or "-"


def _vote(archive: Archive, id: str) -> Wanted:
    vote, start = archive.votes[id], f"/archives/{archive.id}/"
    name, session = archive.name_of(vote), archive.sessions[id]
    headline = f"{name}: {worded(expected_of(archive, id))}"
    crumbs = [archive.about["title"], *([f"Session {session}"] if session else [])]
    links = [start, *([f"{start}sessions/{slug(session)}/"] if session else [])]
    blocks: list[Block] = [("p", "tl-kicker", " › ".join(crumbs)), ("h1", "", headline)]
    if vote["title"] != name:
        blocks.append(("p", "tl-motion", vote["title"]))
    blocks.append(("p", "tl-lead", None))
    blocks += [("figure", f"tl-figure tl-kind-{kind}", None) for kind in shown(archive, id)]
    if groups := _groups(archive, id):
        blocks += [("h2", "", "By group"), ("div", "tl-scroll", groups)]
    blocks.append(("h2", "", "Every ballot"))
    ballots = archive.rolls[id].ballots if id in archive.rolls else {}
    for option in ORDER:
        people = sorted((archive.named(code, vote["date"]), code) for code, chosen in ballots.items() if chosen == option)
        if number := archive.tally(id).get(option, 0):
            blocks.append(
                ("section", "tl-ballots", f"{LABELS[option]} {number} {', '.join(name for name, _ in people)}".strip())
            )
            decade = f"{vote['date'][:3]}0s"
            links += [f"{start}members/{code}/{decade}/" for _, code in people if option != "no-record"]
    if notes := list(_notes(archive, id)):
        blocks += [("h2", "", "About this record"), ("div", "tl-notes", " ".join(notes))]
    if archive.topics[id]:
        blocks += [("h2", "", "Topics"), ("ul", "tl-topics", " ".join(archive.topics[id]))]
        links += [f"{start}topics/{slug(topic)}/" for topic in archive.topics[id]]
    blocks += [("h2", "", "Data and sources"), ("ul", "tl-sources", _source(archive))]
    links.append(archive.sources[archive.about["source"]]["address"])
    near = [(label, *other) for label, other in zip(("before", "after"), archive.near(id), strict=True) if other is not None]
    blocks.append(("ul", "tl-related", " ".join(f"Vote {label}: {name}" for label, _, name in near)))
    links += [f"/votes/{other}/" for _, other, _ in near]
    return Wanted(headline, None, blocks, links, id)


def shown(archive: Archive, id: str) -> list[str]:
    """The kinds of figures on the page of a vote: how many, and, where ballots are known, who, in the way of its body."""
    layout = str(archive.bodies[archive.votes[id]["body"]].get("layout"))
    who = {"hemicycle": "hemicycle", "horseshoe": "council"}.get(layout, "blocks")
    if not archive.complete(id):
        who = "blocks" if id in archive.rolls and layout != "horseshoe" else ""
    return [*(["tally"] if archive.tally(id) else []), *([who] if who else [])]


def _groups(archive: Archive, id: str) -> str:
    """The table of groups and options, of a parliament of which every ballot is known; empty otherwise."""
    vote = archive.votes[id]
    body = archive.bodies[vote["body"]]
    if body.get("layout") != "hemicycle" or not archive.complete(id) or not body.get("groups"):
        return ""
    known, ballots = archive.groups[str(body["register"])], archive.rolls[id].ballots
    inside = {known[group]["name"]: archive.in_group(vote, group) for group in body["groups"]}
    rest = set(archive.seated(vote)).difference(*inside.values())
    options = list(expected_of(archive, id).counts)
    options.sort(key=ORDER.index)
    rows = [" ".join(["Group", *(LABELS[option] for option in options)])]
    for name, members in {**inside, **({IN_NO_GROUP: rest} if rest else {})}.items():
        chosen = Counter(ballots[code] for code in members)
        if members:
            rows.append(" ".join([name, *(f"{chosen[option]:,}" for option in options)]))
    return " ".join(rows)


def _notes(archive: Archive, id: str) -> Iterator[str]:
    vote = archive.votes[id]
    for label, key in (("What is known", "why"), ("Inferred", "inferred"), ("Note", "note")):
        if vote.get(key):
            yield f"{label}: {vote[key]}"
    for row in archive.discrepancies:
        if row["vote"] == id:
            option = LABELS[row["field"]].lower()
            both = f"{int(row['stated']):,} stated, {int(row['roll']):,} in the roll"
            yield f"Discrepancy in the number of “{option}” votes: {both}. {row['reason'].rstrip('.')}."


def _source(archive: Archive) -> str:
    source = archive.sources[archive.about["source"]]
    unknown = source["address"] == "unknown"
    parts = [f"{source['publisher']}: {source['title'] if source['title'] != 'unknown' else 'title not known'}."]
    parts += ["Address not known."] if unknown else []
    parts.append(f"Read {day(source['read'])}.")
    through = source.get("read-through")
    if through:
        parts.append(f"Read through {through['name']}, version {through['version'][:8]}.")
    parts += [f"{source['attribution']}."] if source.get("attribution") else []
    parts += ["A weak source: read with care."] if source.get("weight") == "weak" else []
    return " ".join([*parts, *(source[key] for key in ("why", "note") if source.get(key))])


def _held(number: int) -> str:
    return f"{number:,} vote{'' if number == 1 else 's'}"


def _index(archive: Archive) -> Wanted:
    about, start = archive.about, f"/archives/{archive.id}/"
    sessions, topics = archive.by_session, archive.by_topic
    blocks: list[Block] = [
        ("p", "tl-kicker", archive.bodies[about["body"]]["name"]),
        ("h1", "", about["title"]),
        ("p", "tl-lead", about["summary"]),
        ("p", "tl-meta", _held(len(archive.votes))),
    ]
    links = [f"/bodies/{about['body']}/"]
    blocks += [("p", "tl-meta", about["note"])] if about.get("note") else []
    blocks.append(("div", "tl-search", ""))
    if topics:
        said = " ".join(f"{name} ({len(ids):,})" for name, ids in topics.items())
        blocks += [("h2", "", "Topics"), ("ul", "tl-topics", said)]
        links += [f"{start}topics/{slug(name)}/" for name in topics]
    if sessions:
        said = " ".join(f"Session {name} ({len(ids):,})" for name, ids in sessions.items())
        blocks += [("h2", "", "Sessions"), ("ul", "tl-topics", said)]
        links += [f"{start}sessions/{slug(name)}/" for name in sessions]
    if archive.spans:
        said = " ".join(f"{first}s ({decade.number:,})" for first, decade in archive.spans.items())
        blocks += [("h2", "", "Decades"), ("ul", "tl-topics", said)]
        links += [f"{start}decades/{first}s/" for first in archive.spans]
    blocks += [("h2", "", "Members"), ("p", "tl-meta", "Compare two members")]
    blocks += [("p", "tl-meta", "Turning points")] if about.get("anchor") else []
    blocks += [("h2", "", "Data and sources"), ("ul", "tl-sources", _source(archive))]
    links += [
        f"{start}members/",
        f"{start}compare/",
        *([f"{start}turns/"] if about.get("anchor") else []),
        archive.sources[about["source"]]["address"],
    ]
    return Wanted(about["title"], about["summary"], blocks, links, script="archive")


def _session(archive: Archive, name: str) -> Wanted:
    return _list(archive, f"Session {name}", archive.by_session[name])


def _topic(archive: Archive, name: str) -> Wanted:
    return _list(archive, name, archive.by_topic[name])


def _list(archive: Archive, title: str, ids: list[str]) -> Wanted:
    about, held = archive.about, _held(len(ids))
    rows = []
    for id in ids:
        vote, name = archive.votes[id], archive.name_of(archive.votes[id])
        more = f" {vote['title']}" if vote["title"] != name else ""
        rows.append(f"{day(vote['date'])} {name}{more} {worded(expected_of(archive, id))}")
    blocks: list[Block] = [
        ("p", "tl-kicker", about["title"]),
        ("h1", "", title),
        ("p", "tl-lead", held),
        ("div", "tl-scroll", " ".join(["Day Vote Result", *rows])),
    ]
    links = [f"/archives/{archive.id}/", *(f"/votes/{id}/" for id in ids)]
    return Wanted(f"{title} · {about['title']}", f"{title}: {held} in {about['title']}.", blocks, links)


def _members(archive: Archive) -> Wanted:
    about, start = archive.about, f"/archives/{archive.id}/members/"
    decades = archive.decades
    people = sorted((archive.named(code, "9999-12-31").casefold(), code) for code in decades)
    rows = [
        f"{archive.named(code, '9999-12-31')} {code} {' '.join(f'{decade}s' for decade in decades[code])}"
        for _, code in people
    ]
    blocks: list[Block] = [
        ("p", "tl-kicker", about["title"]),
        ("h1", "", "Members"),
        ("div", "tl-scroll", " ".join(["Member Code Votes of a decade", *rows])),
    ]
    links = [f"{start}{code}/{decade}s/" for _, code in people for decade in decades[code]]
    said = f"Every member with a ballot in {about['title']}, and the decades in which it has one."
    return Wanted(f"Members · {about['title']}", said, blocks, [f"/archives/{archive.id}/", *links])
