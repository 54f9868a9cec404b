"""Parquet to the text of a CSV, so that formats of columns are read from either."""

from __future__ import annotations

import io


def csv_of(data: bytes) -> bytes | None:
    """The table as CSV with a header; None where the bytes are no Parquet."""
    import polars
    from polars.exceptions import PolarsError

    try:
        return polars.read_parquet(io.BytesIO(data)).write_csv().encode()
    except (PolarsError, OSError):
        return None
