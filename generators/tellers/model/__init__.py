"""What the world of votes consists of: frozen types, each field described once.

The descriptions become the JSON Schemas that editors' tools complete from, and the public data dictionary. Nothing here
reads a file, counts, or words a sentence.
"""

from tellers.model.address import SITE_PATH, Redirect
from tellers.model.archive import Archive, Archived, DumpFile
from tellers.model.body import Body, Rule, Seat, Threshold
from tellers.model.content import Content, Explainer, Gap, Group, Member, Membership, NamePeriod, Site
from tellers.model.option import ORDER, Base, Known, Method, Option, Outcome, Weight
from tellers.model.pin import Pin
from tellers.model.quote import Anchor, Edit, Finding, Original, Quote, Role, Speaker
from tellers.model.record import Month, Record
from tellers.model.roll import Roll
from tellers.model.series import Correction, Discrepancy, Series
from tellers.model.source import ReadThrough, Snapshot, Source
from tellers.model.vote import Intended, Majority, Motion, MotionKind, RollFile, Vote

__all__ = [
    "ORDER", "SITE_PATH", "Anchor", "Archive", "Archived", "Base", "Body", "Content", "Correction",
    "Discrepancy", "DumpFile", "Edit", "Explainer", "Finding", "Gap", "Group", "Intended", "Known", "Majority", "Member",
    "Membership", "Method", "Month", "Motion", "MotionKind", "NamePeriod", "Option", "Original", "Outcome", "Pin",
    "Quote", "ReadThrough", "Record", "Redirect", "Role", "Roll", "RollFile", "Rule", "Seat", "Series", "Site",
    "Snapshot", "Source", "Speaker", "Threshold", "Vote", "Weight",
]  # fmt: skip
