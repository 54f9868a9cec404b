"""A parliament of 705 members in seven groups, invented by counting, in the tables that HowTheyVote exports.

Of those tables no real rows are at hand, only their columns: names, groups and votes here are made up for the tests.
"""

from __future__ import annotations

GROUPS = {"EPP": 182, "SD": 154, "RENEW": 108, "ID": 74, "GREEN_EFA": 73, "ECR": 62, "NI": 52}
FIRST = (
    "Ada",
    "Bela",
    "Carl",
    "Dora",
    "Ede",
    "Frida",
    "Gert",
    "Hana",
    "Ivo",
    "Jana",
    "Kees",
    "Lena",
    "Mati",
    "Nora",
    "Olav",
)
LAST = ("Albe", "Bosk", "Cern", "Dahl", "Ekman", "Foss", "Grot", "Holm", "Ister", "Jung", "Krol", "Lund", "Mraz", "Novy")
POSITIONS = ("FOR", "AGAINST", "ABSTENTION", "DID_NOT_VOTE")
LEANING = {"EPP": 0, "SD": 0, "RENEW": 0, "ID": 1, "GREEN_EFA": 0, "ECR": 1, "NI": 2}
VOTES = {"9001": "A made report on bridges", "9002": "A made report on ferries"}


def members() -> list[tuple[str, str, str]]:
    """Code, group and position in the group's vote of each member."""
    groups = [group for group, size in GROUPS.items() for _ in range(size)]
    return [(str(100_000 + number), group, str(number)) for number, group in enumerate(groups)]


def position(number: int, group: str, vote: str) -> str:
    """Most of a group vote one way, every ninth another, every thirteenth not at all."""
    shift = 1 if vote == "9002" else 0
    if (number + shift) % 13 == 0:
        return "DID_NOT_VOTE"
    lean = LEANING[group] if vote == "9001" else (LEANING[group] + (group == "RENEW")) % 3
    return POSITIONS[(lean + ((number + shift) % 9 == 0)) % 3]


def tables() -> dict[str, bytes]:
    """The files of an export by name."""
    people = ["id,first_name,last_name,country_code,date_of_birth,email,facebook,twitter"]
    times = ["member_id,group_code,term,start_date,end_date"]
    ballots = ["vote_id,member_id,position,country_code,group_code"]
    for number, (code, group, _) in enumerate(members()):
        name = f"{FIRST[number % len(FIRST)]},{LAST[number // len(FIRST) % len(LAST)]}-{LAST[number % len(LAST)]} {number}"
        people.append(f"{code},{name},FRA,,,,")
        times.append(f"{code},{group},9,2019-07-02,2024-07-15")
        ballots += [f"{vote},{code},{position(number, group, vote)},FRA,{group}" for vote in VOTES]
    groups = ["code,official_label,label,short_label", *(f"{g},Group {g},{g},{g}" for g in GROUPS)]
    return {
        "members.csv": _raw(people), "group_memberships.csv": _raw(times), "groups.csv": _raw(groups),
        "member_votes.csv": _raw(ballots), "votes.csv": _raw(_votes()),
    }  # fmt: skip


def _votes() -> list[str]:
    lines = [
        "id,timestamp,display_title,reference,description,amendment_subject,amendment_number,is_main,procedure_reference,"
        "procedure_title,procedure_type,procedure_stage,count_for,count_against,count_abstention,count_did_not_vote,result,"
        "texts_adopted_reference"
    ]
    for vote, title in VOTES.items():
        cast = [position(number, group, vote) for number, (_, group, _) in enumerate(members())]
        counts = ",".join(str(cast.count(word)) for word in POSITIONS)
        lines.append(f"{vote},2023-05-0{vote[-1]}T12:00:00,{title},,,,,True,,,,,{counts},ADOPTED,")
    return lines


def _raw(lines: list[str]) -> bytes:
    return "".join(line + "\n" for line in lines).encode()
