"""What must hold between records: references, totals against rolls, outcomes against rules, days in order."""

from __future__ import annotations

from collections.abc import Mapping

from tellers.formats.yaml import Tree
from tellers.model import Content
from tellers.problems import Problems
from tellers.records.checks.archives import check_archives
from tellers.records.checks.bodies import check_bodies
from tellers.records.checks.letters import check_letters
from tellers.records.checks.quotes import check_quotes
from tellers.records.checks.references import Lookup
from tellers.records.checks.series import check_entries, check_series
from tellers.records.checks.sources import check_sources
from tellers.records.checks.votes import check_votes


def check_links(content: Content, trees: Mapping[str, Tree], problems: Problems, unread: frozenset[str]) -> None:
    """Every check between records. `unread` are keys of records that exist but have problems of their own."""
    lookup = Lookup(content, trees, problems, unread)
    checks = (
        check_bodies, check_votes, check_quotes, check_letters, check_series, check_entries, check_sources, check_archives,
    )  # fmt: skip
    for check in checks:
        check(lookup)
