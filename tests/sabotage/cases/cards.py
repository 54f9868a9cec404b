"""Cards for sharing: words, numbers and colours of the drawing and of the picture; cards of other records."""

# ruff: noqa: E501  a sabotage a row

from __future__ import annotations

from tests.sabotage.paint import box, colours_for_one_another, copied, painted
from tests.sabotage.tools import Case, gone, resub, same, swap

CARD, DRAWN = "figures/assembly/25_3.card.png", "figures/assembly/25_3.card.svg"
QUOTE, SAID = "figures/odell-2025-05-04-stone.quote-card.png", "figures/odell-2025-05-04-stone.quote-card.svg"
WORDS, LITTLE = "figures/BRU.words-card.svg", "figures/BRU.words.svg"
YES, NO, GROUND = "#24508a", "#c4501b", "#ffffff"

CASES = [
    Case("card: the result", DRAWN, swap(">Adopted 6–1", ">Adopted 7–1"), ("words of the card", "Adopted7–1")),
    Case("card: not adopted", "figures/assembly/24_2.card.svg", swap(">Not adopted", ">Adopted"), ("words of the card", "Notadopted")),
    Case("card: its motion", DRAWN, swap("built in stone</text>", "built in wood</text>"), ("words of the card", "inwood")),
    Case("card: its day", DRAWN, swap("Assembly, 6 May 2025 ·", "Assembly, 7 May 2025 ·"), ("words of the card", "7May2025")),
    Case("card: a veto left out", "figures/council/24_1.card.svg", swap(">Not adopted: vetoed", ">Not adopted"), ("words of the card", "vetoed")),
    Case("card: the outcome of a vote without totals", "figures/assembly/25_2.card.svg", swap(">Adopted without", ">Rejected without"), ("Rejected",)),
    Case("card: a number of its bar", DRAWN, resub(r'(data-mark="label:bar:no">)1', r"\g<1>2"), ("bar:no", "2")),
    Case("card: colour of a bar", DRAWN, resub(r'class="no"( data-mark="bar:no")', r'class="yes"\1'), ("bar:no", "yes", "no")),
    Case("card: a bar longer", DRAWN, resub(r'width="119.11"( height="72" class="no")', r'width="180"\1'), ("bar:no",)),
    Case("card: drawing of another vote", DRAWN, same, ("24_1", "25_3"), copy_of="figures/assembly/24_1.card.svg"),
    Case("card: no drawing", DRAWN, gone, ("no file",)),
    Case("card: its result painted out", CARD, painted(box((60, 60, 360, 135), GROUND)), ("pixels of “Adopted",)),
    Case("card: its day painted over", CARD, painted(copied((178, 556, 222, 584), (60, 0))), ("pixels of", "2025")),
    Case("card: a number painted over", CARD, painted(copied((64, 328, 96, 372), (680, 0))), ("label:bar:no",)),
    Case("card: colours exchanged", CARD, painted(colours_for_one_another(YES, NO)), ("bar:yes", YES)),
    Case("card: a bar repainted", CARD, painted(box((785, 420, 893, 491), YES)), ("bar:no", NO)),
    Case("card of a quote: a word", SAID, swap(">will outlast us", ">would outlast us"), ("words of the card", "wouldoutlast")),
    Case("card of words: its title", WORDS, swap("Brückstein: how it voted, and what its<", "Brückstadt: how it voted, and what its<"), ("words of the card", "Brückstadt")),
    Case("card of words: a year", WORDS, resub(r'(data-tick="2024">)2024', r"\g<1>2023"), ("words of the card", "2023")),
    Case("card of words: a ballot", WORDS, resub(r'class="no" (data-mark="vote:assembly/24_1")', r'class="yes" \1'), ("vote:assembly/24_1", "yes", "no")),
    Case("card of words: a vote in another year", WORDS, resub(r'x="[^"]*"( y="[^"]*" width="[^"]*" height="[^"]*" class="no" data-mark="vote:assembly/24_1")', r'x="900"\1'), ("place of vote:assembly/24_1", "2025", "2024")),
    Case("card of words: a vote that is none", WORDS, swap("vote:assembly/24_1", "vote:assembly/85_3", 99), ("85_3",)),
    Case("card of words: a quote left out", WORDS, resub(r'<path [^>]*data-mark="quote:[^>]*/>', ""), ("quote:", "drawn 0 times")),
    Case("card of words: its title painted out", WORDS.replace("svg", "png"), painted(box((60, 60, 700, 200), GROUND)), ("pixels of",)),
    Case("in little: its title", LITTLE, swap("what its officials said</text>", "what its allies said</text>"), ("words in little", "allies")),
    Case("in little: a year", LITTLE, resub(r'(data-tick="2024">)2024', r"\g<1>2023"), ("words in little", "2023")),
    Case("in little: words where there are none", LITTLE, resub(r"<text[^>]*>No statement with a sound source here</text>", ""), ("words in little", "2024Nostatement")),
    Case("in little: a ballot", LITTLE, resub(r'class="no" (data-mark="vote:assembly/24_1")', r'class="yes" \1'), ("vote:assembly/24_1", "yes", "no")),
    Case("in little: a vote in another year", LITTLE, resub(r'y="[^"]*"( width="[^"]*" height="[^"]*" class="no" data-mark="vote:assembly/24_1")', r'y="181"\1'), ("place of vote:assembly/24_1", "2025", "2024")),
    Case("in little: a vote among the words", LITTLE, resub(r'x="[^"]*"( y="[^"]*" width="[^"]*" height="[^"]*" class="no" data-mark="vote:assembly/24_1")', r'x="500"\1'), ("place of vote:assembly/24_1", "right", "left")),
    Case("in little: a larger vote", LITTLE, resub(r'width="[^"]*" height="[^"]*" (class="no" data-mark="vote:assembly/24_1")', r'width="18" height="18" \1'), ("size of vote:assembly/24_1", "18")),
    Case("in little: on a page", "members/BRU/index.html", resub(r'<text[^>]*data-mark="label:(?:vote|quote):[^>]*>[^<]*</text>', ""), ("BRU.words", "words")),
    Case("square of words: its title", "figures/BRU.words-square.svg", swap("officials said</text>", "allies said</text>"), ("words in little", "allies")),
    Case("square of words: its title painted out", "figures/BRU.words-square.png", painted(box((60, 60, 700, 200), GROUND)), ("pixels of",)),
    Case("card of a quote: a word of its description", SAID, swap("will outlast us", "would outlast us"), ("<desc>",)),
    Case("card of a quote: who said it", SAID, swap(">Ása O’Dell<", ">Jörg Odland<"), ("words of the card", "Odland")),
    Case("card of a quote: its day", SAID, swap(">4 May 2025<", ">5 May 2025<"), ("words of the card", "5May2025")),
    Case("card of a quote: a word painted out", QUOTE, painted(box((100, 80, 420, 150), GROUND)), ("label:quote:text",)),
    Case("card of a quote: its day painted out", QUOTE, painted(box((240, 380, 900, 520), GROUND)), ("pixels of",)),
    Case("card: the word of a number left out of its drawing", DRAWN, resub(r'<text [^>]*data-mark="label:bar:yes">Yes</text>', ""), ("pixels at", "as its drawing has it")),
    Case("card: a bar lower than its picture has it", DRAWN, resub(r'y="420"( width="[^"]*" height="72" class="yes")', r'y="429"\1'), ("pixels at", YES)),
    Case("card: a bar thicker than its picture has it", DRAWN, resub(r'height="72"( class="no")', r'height="81"\1'), ("pixels at", NO)),
    Case("card of a quote: its line longer than its picture has it", SAID, resub(r'(width="6" height=")[0-9.]+"', r'\g<1>228.96"'), ("pixels at",)),
    Case("card: a spot beside the bar", CARD, painted(box((300, 520, 312, 532), NO)), ("pixels at", NO)),
    Case("card: the place in its subtitle", DRAWN, resub("(subtitle&quot;:&quot;The bridge at )Lower Weir", r"\1Quillon", 9), ("subtitle", "Quillon")),
    Case("card: the outcome in its alternative text", "figures/assembly/25_2.card.svg", swap("4 Mar 2025: adopted.", "4 Mar 2025: not adopted.", 9), ("outcome in alt", "not adopted")),
    Case("card: the sources of its data", DRAWN, swap("minutes-2025 evening-post-2025-05-07", "minutes-2025 evening-post-2024-05-07"), ("manifest site",), at=CARD),
]  # fmt: skip
