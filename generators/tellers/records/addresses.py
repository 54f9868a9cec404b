"""The ledger of every address that was ever published: one line an address."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tellers.formats.csv import read_csv
from tellers.model import SITE_PATH
from tellers.problems import Problems

LEDGER = "addresses.csv"


def read_addresses(texts: Mapping[str, str], problems: Problems) -> tuple[str, ...]:
    """The addresses of `content/addresses.csv` in the order of its lines; none where there is no such file."""
    path = f"content/{LEDGER}"
    rows = read_csv(texts[path], path, ("address",), problems) if path in texts else []
    found: dict[str, int] = {}
    for row in rows:
        address = row.cells["address"]
        place = row.place("address")
        if not re.fullmatch(SITE_PATH, address):
            wrong = f'"{address}" is no address of this site'
            problems.add(place, "address", wrong, "write it from the root, such as /votes/un-ga/es-11_7/")
        elif address in found:
            problems.add(place, "address", f"{address} stands in line {found[address]} already", "remove this line")
        found.setdefault(address, row.line)
    return tuple(found)
