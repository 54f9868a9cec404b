"""A chart with pyplot, as most scripts draw it."""

from __future__ import annotations

import matplotlib as mpl

mpl.use("agg")
import matplotlib.pyplot as plt
from votes import Vote, dots


def draw(vote: Vote) -> None:
    """A dot a ballot on the current figure."""
    across, down, colours, _ = zip(*dots(vote), strict=True)
    _, axes = plt.subplots(figsize=(6, 3.5))
    axes.scatter(across, down, c=colours, s=60)
    axes.invert_yaxis()
    axes.set_axis_off()
    axes.set_title(vote.counts)
