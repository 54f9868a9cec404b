"""The steps in order: read, plan, draw, write, build the site, verify it, swap it in."""

from tellers.build.generate import Generated, check, generate, one_figure, pages_from, read
from tellers.build.publish import Built, build
from tellers.files.resources import overrides

__all__ = ["Built", "Generated", "build", "check", "generate", "one_figure", "overrides", "pages_from", "read"]
