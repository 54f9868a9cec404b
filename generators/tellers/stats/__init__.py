"""Exact statistics over rolls: counts, shares, thresholds, agreement, shifts.

Counts are `int`, shares `Fraction`; rounding happens where words are made, never here.
"""

from tellers.stats.agreement import Agreement, agreement, agreements
from tellers.stats.result import Result, result_of
from tellers.stats.shift import Shift, moved, shifts
from tellers.stats.tally import Tally, base_of, share, tally_of_roll, tally_of_totals
from tellers.stats.threshold import carried, needed, vetoes

__all__ = [
    "Agreement", "Result", "Shift", "Tally", "agreement", "agreements", "base_of", "carried", "moved", "needed", "result_of",
    "share", "shifts", "tally_of_roll", "tally_of_totals", "vetoes",
]  # fmt: skip
