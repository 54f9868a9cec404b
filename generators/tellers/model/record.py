"""The base of every record, and the field types that more than one record uses.

Scalars arrive as the strings that stand in the file: a field's type, never YAML, decides what they mean.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainValidator, StringConstraints


def key(name: str) -> str:
    """The spelling of a field in content files: `read_through` is written `read-through`, `from_` is `from`."""
    return name.rstrip("_").replace("_", "-")


class Record(BaseModel):
    """A frozen record of content; an unknown field is a problem, never ignored."""

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=key, populate_by_name=True)


def _count(value: Any) -> Any:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,4}", value):
        return int(value)
    raise ValueError("count")


def _position(value: Any) -> Any:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,7}", value):
        return int(value)
    raise ValueError("position")


def _day(value: Any) -> Any:
    if isinstance(value, date):
        return value
    if isinstance(value, str) and re.fullmatch(r"(1[789]|20)[0-9]{2}-[0-9]{2}-[0-9]{2}", value, re.ASCII):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise ValueError("day")


class Month(date):
    """A day of which only month and year are known: in order it is the first of the month, but is never said as a day."""

    def isoformat(self) -> str:
        return f"{self.year:04}-{self.month:02}"

    @property
    def last(self) -> date:
        """The last day of the month."""
        return date(self.year, self.month, monthrange(self.year, self.month)[1])


def _when(value: Any) -> Any:
    if isinstance(value, str) and re.fullmatch(r"(1[789]|20)[0-9]{2}-(0[1-9]|1[0-2])", value, re.ASCII):
        return Month(int(value[:4]), int(value[5:]), 1)
    return _day(value)


def _flag(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        return value == "true"
    raise ValueError("flag")


def _fraction(value: Any) -> Any:
    if isinstance(value, Fraction):
        return value
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,4}(/[1-9][0-9]{0,3})?", value, re.ASCII):
        return Fraction(value)
    raise ValueError("fraction")


Count = Annotated[int, BeforeValidator(_count, json_schema_input_type=int)]
"""A number of ballots: one to four ASCII digits."""

Position = Annotated[int, BeforeValidator(_position, json_schema_input_type=int)]
"""A character of a stored text, counted from 0: one to seven ASCII digits."""

Day = Annotated[date, BeforeValidator(_day, json_schema_input_type=str)]
"""An ISO 8601 day from 1700 to 2099."""

When = Annotated[date, PlainValidator(_when, json_schema_input_type=str)]
"""A day, or a month such as `1971-10` where the day is not known."""

Flag = Annotated[bool, BeforeValidator(_flag, json_schema_input_type=bool)]
"""`true` or `false`, nothing else: `no` is a ballot and `NO` is Norway."""

Share = Annotated[Fraction, BeforeValidator(_fraction, json_schema_input_type=str)]
"""An exact fraction such as `2/3`, or a whole number."""

Unknown = Literal["unknown"]
"""Written where a fact cannot be known; the record then says why."""

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_-]+(/[a-z0-9_-]+)*$", max_length=120)]
"""The path of a record's file below its folder, without the ending."""

Reference = Annotated[str, StringConstraints(pattern=r"^[a-z]+/[A-Za-z0-9_-]+(/[a-z0-9_-]+)*$", max_length=120)]
"""A record with its folder, such as `votes/un-ga/es-11_7` or `members/FRA`."""

Code = Annotated[str, StringConstraints(pattern=r"^[A-Z0-9][A-Za-z0-9-]{0,15}$")]
"""A member's code in its register, such as ISO 3166-1 alpha-3."""

Digest = Annotated[str, StringConstraints(pattern=r"^sha256:[0-9a-f]{64}$")]
"""SHA-256 of the bytes, in lower-case hexadecimal."""

Address = Annotated[
    str, StringConstraints(pattern=r"^https://[A-Za-z0-9.-]+(:[0-9]+)?([/?#][^\s<>\"'`\\]*)?$", max_length=500)
]
"""An https address of a host in plain letters and without a user; no other scheme is published."""

Text = Annotated[str, StringConstraints(min_length=1, max_length=4000, pattern=r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]+$")]
"""Words of a person or a document: never markup, wherever they end up."""

Shown = Annotated[str, StringConstraints(pattern=r"^(…|\[[^\[\]]+\])$", max_length=400)]
"""What a quote shows in place of words of its source: `…`, `[…]`, or words in square brackets."""

Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
"""A BCP 47 language tag."""
