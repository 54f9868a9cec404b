"""The steps in order: read, plan, draw, write, build the site, verify it, swap it in."""

from tellers.build.generate import Generated, archived_from, check, generate, one_figure, pages_from, read
from tellers.build.mailing import newsletter
from tellers.build.pinning import Made, pin
from tellers.build.publish import Built, build
from tellers.build.taking import Taken, take
from tellers.files.resources import overrides

__all__ = [
    "Built", "Generated", "Made", "Taken", "archived_from", "build", "check", "generate", "newsletter", "one_figure", "overrides",
    "pages_from", "pin", "read", "take",
]  # fmt: skip
