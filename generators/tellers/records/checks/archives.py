"""Archives: the body that voted, the source that describes the dump, days in order, each file once."""

from __future__ import annotations

from tellers.records.checks.references import Lookup


def check_archives(look: Lookup) -> None:
    """What an archive refers to is there; its votes are checked when its dump is read."""
    for id, archive in look.content.archives.items():
        record = f"archives/{id}"
        look.refers(record, ("body",), "bodies", archive.body)
        look.refers(record, ("source",), "sources", archive.source)
        look.in_order(record, ("published", archive.published), ("updated", archive.updated))
        if archive.anchor is not None:
            look.refers_to_record(record, ("anchor",), f"members/{archive.anchor}")
        names = [dump.file for dump in archive.files]
        for position, name in enumerate(names):
            if name in names[:position]:
                look.wrong(record, ("files", position, "file"), f"{name} a second time", "name each file once")
