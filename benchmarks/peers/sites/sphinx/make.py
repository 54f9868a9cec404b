"""reStructuredText a vote with a plot directive, written where it differs, so that Sphinx reads again what has changed."""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(0, os.environ["PEERS"])
from votes import dots, votes

PLOT = """.. plot::
   :alt: {counts}

   across, down, colours = {columns}
   _, axes = plt.subplots(figsize=(6, 3.5))
   axes.scatter(across, down, c=colours, s=60)
   axes.invert_yaxis()
   axes.set_axis_off()
   axes.set_title("{counts}")
"""


def write(file: Path, text: str) -> None:
    """The file with this text; left alone where it has it already."""
    if not file.exists() or file.read_text(encoding="utf-8") != text:
        file.write_text(text, encoding="utf-8")


source = Path("source")
found = votes(Path(os.environ["VOTES"]))
for vote in found:
    across, down, colours, _ = zip(*dots(vote), strict=True)
    plot = PLOT.format(counts=vote.counts, columns=f"{across}, {down}, {colours}")
    rows = "\n".join(f'   "{name}","{option}"' for _, name, option in vote.ballots)
    head = f"{vote.title}\n{'=' * len(vote.title)}\n\n"
    write(source / f"{vote.id}.rst", f"{head}{plot}\n.. csv-table::\n   :header: member, ballot\n\n{rows}\n")
names = "\n".join(f"   {vote.id}" for vote in found)
write(source / "index.rst", f"Votes\n=====\n\n.. toctree::\n\n{names}\n")
