"""From raw rows to the model, with every problem collected."""

from tellers.records.read import Reading, read_content

__all__ = ["Reading", "read_content"]
