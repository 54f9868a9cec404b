"""The independent reader: opens what was built as a stranger would, and counts again.

It shares no code with what draws, computes or words: only the manifest's shape and the way problems are reported.
"""

from tellers.manifest import NotAManifest
from tellers.verify.browser import verify_in_browser
from tellers.verify.file import FileReport, verify_file
from tellers.verify.kept import Kept
from tellers.verify.mail import verify_mail
from tellers.verify.png import NotAPicture
from tellers.verify.report import Report
from tellers.verify.site import verify_site
from tellers.verify.svg import NotAFigure
from tellers.verify.whole import verify_whole

NOT_OURS = (NotAFigure, NotAPicture, NotAManifest)
"""What `verify_file` raises for a file that is no figure of ours."""

__all__ = [
    "NOT_OURS", "FileReport", "Kept", "Report", "verify_file", "verify_in_browser", "verify_mail", "verify_site",
    "verify_whole",
]  # fmt: skip
