"""The starter, built once, for the tests of the reader."""

from tests.sabotage.conftest import starter_site

__all__ = ["starter_site"]
