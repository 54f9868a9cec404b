"""How a correction is told to readers: the field in words, and what it said and says."""

from __future__ import annotations

from tellers.verify.content import Content, Record
from tellers.verify.spaces import one_spaced
from tellers.verify.words import LABELS, OUTCOMES, day

_FIELDS = {
    "roll": "the list of votes by name", "outcome": "the outcome", "date": "the day", "body": "the body",
    "title": "the title", "symbol": "the symbol", "vetoed-by": "who vetoed it", "members": "the number of members",
    "needed": "the number of yes votes needed", "speaker": "the speaker", "text": "the words quoted",
}  # fmt: skip


def told(row: Record, content: Content) -> str:
    """The whole sentence, with the reason."""
    return one_spaced(f"Corrected on {day(str(row['signed']))}: {changed(row, content)}. {str(row['reason']).rstrip('. ')}.")


def changed(row: Record, content: Content) -> str:
    """`the vote of France was “Yes”, is “No”`."""
    field, was, now = in_words(row, content)
    return f"{field} was “{was}”, is “{now}”"


def in_words(row: Record, content: Content) -> tuple[str, str, str]:
    """What was corrected, what it said, and what it says."""
    return field_of(row, content), value_of(row, "was"), value_of(row, "now")


def field_of(row: Record, content: Content) -> str:
    """What was corrected."""
    name = str(row["field"])
    start, _, rest = name.partition(".")
    label = LABELS.get(rest, "")
    if start == "roll" and rest:
        return f"the vote of {_member(str(row['record']).removeprefix('votes/'), rest, content)}"
    if start in ("stated", "tally") and label:
        return f"the {'stated ' if start == 'stated' else ''}number of “{label}” votes"
    return _FIELDS.get(name, name)


def value_of(row: Record, key: str) -> str:
    """What the field said (`was`) or says (`now`)."""
    name, said = str(row["field"]), str(row[key])
    if name.startswith("roll."):
        return LABELS.get(said, said)
    if name == "outcome":
        return OUTCOMES.get(said, said)
    is_day = name == "date" and len(said) == len("1971-10-25")
    return day(said) if is_day else said


def _member(vote: str, code: str, content: Content) -> str:
    """The member's short name on the day of the vote; its code where it had no seat then."""
    record = content.votes.get(vote)
    if record is None or code not in content.seated(record):
        return code
    lines = [row for row in content.registers[content.register_of(record)] if row["member"] == code]
    lines.sort(key=lambda row: row["from"])
    begun = [row for row in lines if row["from"][: len(record["date"])] <= record["date"]]
    return str((begun or lines[:1])[-1]["short"])
