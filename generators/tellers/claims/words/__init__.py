"""Every generated sentence, label and alternative text, made in one place from claims and ready for gettext."""

from tellers.claims.words.catalogue import Catalogue, English, Words

__all__ = ["Catalogue", "English", "Words"]
