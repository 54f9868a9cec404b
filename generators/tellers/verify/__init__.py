"""The independent reader: opens what was built as a stranger would, and counts again.

It shares no code with what draws, computes or words: only the manifest's shape and the way problems are reported.
"""

from tellers.verify.file import FileReport, verify_file
from tellers.verify.report import Report
from tellers.verify.site import verify_site

__all__ = ["FileReport", "Report", "verify_file", "verify_site"]
