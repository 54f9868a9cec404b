"""Sources: what is unknown says why; groups name where they were read."""

from __future__ import annotations

from tellers.formats.yaml import Key
from tellers.problems import Place
from tellers.records.checks.references import Lookup
from tellers.records.fit import nearest


def check_sources(look: Lookup) -> None:
    """Every source's unknown fields, every group's source, and what the site leads with."""
    for id, source in look.content.sources.items():
        unknown = [name for name in ("title", "address") if getattr(source, name) == "unknown"]
        if unknown and source.why is None:
            look.wrong(f"sources/{id}", (unknown[0],), "unknown without a why", "add a line `why: …`")
    for register, groups in look.content.groups.items():
        tree = look.trees.get(f"content/members/{register}.groups.yml")
        for position, group in enumerate(groups.values()):
            place = tree.place((position, "source")) if tree is not None else Place(f"content/members/{register}.groups.yml")
            known = look.ids("sources")
            if group.source not in known:
                do = nearest(group.source, known, f"write content/sources/{group.source}.yml")
                look.problems.add(place, "source", f'unknown source "{group.source}"', do)
            if not group.dated and group.as_of is None:
                look.problems.add(
                    place, "as-of", f"{group.id} is undated without an as-of", "say for which day the list holds"
                )
    _check_compared(look)
    lead = look.content.site.lead
    known = look.ids("explainers")
    if lead is not None and lead not in known:
        do = nearest(lead, known, f"write content/explainers/{lead}.md")
        look.wrong("site", ("lead",), f'unknown explainer "{lead}"', do)


def _check_compared(look: Lookup) -> None:
    """The series and members that the site compares exist."""
    compare = look.content.site.compare
    if compare is None:
        return
    look.refer("site", ("compare", "series"), "series", compare.series)
    codes = sorted({code for members in look.content.registers.values() for code in members})
    named: list[tuple[Key, str]] = [(("compare", "members", n), code) for n, code in enumerate(compare.members)]
    for member, others in compare.instead.items():
        named.append((("compare", "instead", member), member))
        named += [(("compare", "instead", member, n), code) for n, code in enumerate(others)]
    for key, code in named:
        if code not in codes:
            look.wrong("site", key, f'unknown member "{code}"', nearest(code, codes, "use a code of a register"))
