"""Statements with their values, the marks that carry them, and the sentences made from them."""

from tellers.claims.claim import Claim, Says, Value
from tellers.claims.mark import Mark
from tellers.claims.sentence import Foreign, Free, Link, Part, Said, Sentence, bound, join

__all__ = ["Claim", "Foreign", "Free", "Link", "Mark", "Part", "Said", "Says", "Sentence", "Value", "bound", "join"]
