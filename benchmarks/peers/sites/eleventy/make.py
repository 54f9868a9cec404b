"""The votes as JSON, for Eleventy's templates."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

sys.path.insert(0, os.environ["PEERS"])
from votes import dots, votes

found = [
    {"id": v.id, "title": v.title, "counts": v.counts, "ballots": v.ballots, "dots": dots(v)}
    for v in votes(Path(os.environ["VOTES"]))
]
folder = Path("_data")
folder.mkdir(exist_ok=True)
(folder / "votes.json").write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
