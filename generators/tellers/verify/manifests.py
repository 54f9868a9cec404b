"""A figure's manifest against the records: digests, every claim, and whether all that has to be claimed is."""

from __future__ import annotations

from tellers.manifest import ClaimLine, Manifest, MarkLine, digest_of_inputs
from tellers.verify.claims import Claims, Unsound
from tellers.verify.content import Content
from tellers.verify.nodes import digest_of
from tellers.verify.report import Findings

PER_MEMBER = {"blocks": "tile", "waffle": "dot", "hemicycle": "seat", "council": "seat"}
COUNTED = {"tally", "blocks", "waffle", "hemicycle", "council", "timeline", "card"}


def check_manifest(manifest: Manifest, path: str, claims: Claims, findings: Findings) -> bool:
    """Digests, claims and completeness of what one figure says about itself.

    False when it claims what cannot be computed: then nothing else of it can be compared with the records.
    """
    digests = _digests(manifest, claims.content)
    for row in manifest.inputs:
        do = "draw the figure anew: the record changed after it was drawn"
        findings.compare(
            "digests", path, f"digest of {row.record}", row.digest, digests.get(row.record, "no such record"), do
        )
    sound = [_check_claim(claim, path, claims, findings) for claim in manifest.claims]
    if not all(sound) or not _check_subject(manifest, path, claims.content, findings):
        return False
    known = {claim.id: claim for claim in manifest.claims}
    if len(known) != len(manifest.claims):
        findings.differs(path, "manifest", "a claim id twice", "each claim once")
    for mark in manifest.marks:
        if mark.claim not in known:
            findings.differs(path, f"mark {mark.id}", mark.claim, "the id of a claim")
        else:
            _check_role(mark, known[mark.claim], path, findings)
    _check_complete(manifest, known, path, claims.content, findings)
    return True


def is_current(manifest: Manifest, content: Content) -> bool:
    """Whether the records are still those from which the figure was made."""
    digests = _digests(manifest, content)
    return all(digests.get(row.record) == row.digest for row in manifest.inputs)


def _digests(manifest: Manifest, content: Content) -> dict[str, str]:
    """The digest that each input has today: of its record, or, in a figure of agreement, of what that shows of a vote."""
    keys = [row.record for row in manifest.inputs]
    if manifest.kind != "agreement":
        return {key: content.digests[key] for key in keys if key in content.digests}
    members = {code for claim in manifest.claims for code in (claim.of.get("member"), claim.of.get("with")) if code}
    votes = [key.removeprefix("votes/") for key in keys]
    return {f"votes/{vote}": _shown(vote, members, content) for vote in votes if vote in content.rolls}


def _shown(vote_id: str, members: set[str], content: Content) -> str:
    """The digest of a vote's day, name and sources, and of the ballots of these members."""
    vote, ballots = content.votes[vote_id], content.rolls[vote_id].ballots
    sources = [vote["roll"]["source"], vote.get("stated-source"), *(vote.get("sources") or [])]
    return digest_of({
        "vote": vote_id, "date": vote["date"], "name": content.name_of(vote), "sources": [id for id in sources if id],
        "no-record": "some" if content.rolls[vote_id].says("no-record") else "none",
        "ballots": {code: ballots[code] for code in sorted(members) if code in ballots},
    })  # fmt: skip


def data_digest(manifest: Manifest) -> str:
    """The digest of all the figure's inputs together."""
    return digest_of_inputs(manifest.inputs)


def _check_subject(manifest: Manifest, path: str, content: Content, findings: Findings) -> bool:
    """Whether the figure's id is a record and its kind: `assembly/24_1.tally`."""
    subject, dot, _ = manifest.figure.partition(f".{manifest.kind}")
    records = content.votes, content.series, content.quotes
    known = any(subject in some for some in records) or bool(content.names_of(subject))
    findings.count("figures")
    if not (dot and known):
        findings.differs(path, "figure", f"{manifest.figure} of kind {manifest.kind}", "a record's id and the figure's kind")
    return bool(dot and known)


def _check_claim(claim: ClaimLine, path: str, claims: Claims, findings: Findings) -> bool:
    """Whether the claim can be computed; a difference where it has another value, or none."""
    place = f"claim {claim.says} {' '.join(f'{key}={text}' for key, text in claim.of.items())}"
    try:
        findings.compare("claims in figures", path, place, claim.value, claims.value(claim.says, claim.of))
    except Unsound as reason:
        findings.differs(path, place, claim.value, f"a claim that can be computed: {reason}")
        return False
    return True


def _check_role(mark: MarkLine, claim: ClaimLine, path: str, findings: Findings) -> None:
    """The paint that a mark asks for is that of the option it claims."""
    wanted = _roles(mark, claim)
    findings.count("roles")
    if wanted and mark.role not in wanted:
        findings.differs(path, f"role of {mark.id}", mark.role, " or ".join(sorted(wanted)))


def _roles(mark: MarkLine, claim: ClaimLine) -> set[str]:
    if claim.says == "ballot":
        return {str(claim.value)}
    if claim.says == "shift":
        start, end = claim.of["from"], claim.of["to"]
        return {f"{'stay' if start == end else 'flow'}-{end if end in ('yes', 'no', 'abstain') else 'other'}"}
    if claim.says in ("tally", "count") and "option" in claim.of:
        return {claim.of["option"]}
    if claim.says == "count" and claim.of.get("of") == "unstated":
        return {"no-record"}
    return {"tick"} if claim.says == "threshold" else set()


def _check_complete(
    manifest: Manifest, known: dict[str, ClaimLine], path: str, content: Content, findings: Findings
) -> None:
    """Every member that had a seat, and every option that was chosen, is claimed by a mark."""
    vote = manifest.figure.rsplit(".", 1)[0]
    marked = [known[mark.claim] for mark in manifest.marks if mark.claim in known]
    if manifest.kind in PER_MEMBER and vote in content.votes:
        members = sorted(claim.of["member"] for claim in marked if claim.says == "ballot")
        findings.count("members in figures", len(members))
        seated = content.seated(content.votes[vote])
        if members != seated:
            missing, more = sorted(set(seated) - set(members)), sorted(set(members) - set(seated))
            findings.differs(path, "members", f"without {missing}, with {more or 'one twice'}", "every seated member once")
    if manifest.kind not in COUNTED:
        return
    votes = {claim.of["vote"] for claim in marked if claim.says == "tally"}
    for id in sorted(votes & content.votes.keys()):
        said = {c.of["option"]: c.value for c in marked if c.says == "tally" and c.of["vote"] == id and "group" not in c.of}
        for option, number in content.tally(id).items():
            if number and option not in said and (content.complete(id) or manifest.kind in ("tally", "timeline")):
                findings.differs(path, f"marks of {id}", sorted(said), f"one for the {number} of {option}")
