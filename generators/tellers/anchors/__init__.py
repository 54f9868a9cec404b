"""Exact words in a stored text: whether they stand there, where, and what stands there instead.

Pure: texts in, findings out. What a finding is called, on pages or in problems, is said elsewhere.
"""

from tellers.anchors.fold import Folded, fold
from tellers.anchors.fragment import fragment
from tellers.anchors.match import Match, Reason, match, match_anywhere, source_words, standing

__all__ = ["Folded", "Match", "Reason", "fold", "fragment", "match", "match_anywhere", "source_words", "standing"]
