"""Reading sources again: does a quote still stand on its publisher's page? Reports drift, changes nothing."""

from tellers.recheck.pages import Unreadable, read_page
from tellers.recheck.recheck import Reread, recheck

__all__ = ["Reread", "Unreadable", "read_page", "recheck"]
