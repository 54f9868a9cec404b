"""Markdown and a PNG a vote, for plain MkDocs: everything is made again each time."""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(0, os.environ["PEERS"])
import matplotlib.pyplot as plt
from pictures import draw
from votes import votes

docs = Path("docs")
docs.mkdir(exist_ok=True)
links = []
for vote in votes(Path(os.environ["VOTES"])):
    draw(vote)
    plt.savefig(docs / f"{vote.id}.png", dpi=200, bbox_inches="tight")
    plt.close()
    rows = "\n".join(f"| {name} | {option} |" for _, name, option in vote.ballots)
    page = f"# {vote.title}\n\n![{vote.counts}]({vote.id}.png)\n\n| member | ballot |\n| --- | --- |\n{rows}\n"
    (docs / f"{vote.id}.md").write_text(page, encoding="utf-8")
    links.append(f"- [{vote.title}]({vote.id}.md)")
(docs / "index.md").write_text("# Votes\n\n" + "\n".join(links) + "\n", encoding="utf-8")
