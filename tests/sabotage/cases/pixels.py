"""Pixels of PNG files: marks repainted, erased, covered, moved; files exchanged, stripped, re-encoded."""

# ruff: noqa: E501  a sabotage a row

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image

from tests.sabotage.paint import box, colours_for_one_another, copied, painted, shown_at
from tests.sabotage.tools import Case, Change, same

YES, NO, ABSTAIN, GROUND = "#24508a", "#c4501b", "#f3dc6b", "#ffffff"
DARK_YES, DARK_GROUND = "#4fb6f5", "#14181d"
TALLY = "figures/assembly/25_3.tally.png"
BLOCKS = "figures/assembly/25_3.blocks.png"
WAFFLE = "figures/assembly/24_1.waffle.png"
HEMICYCLE = "figures/assembly/24_2.hemicycle.png"
COUNCIL = "figures/council/24_1.council.png"
TIMELINE = "figures/bridge.timeline.png"
AGREEMENT = "figures/OST.agreement.png"
ALLUVIAL = "figures/assembly/25_3.alluvial.24_3.png"
WORDS = "figures/BRU.words.png"
QUOTE = "figures/odland-2025-05-06-wood.quote.png"
CARD = "figures/assembly/25_3.card.png"


def as_rgb(raw: bytes) -> bytes:
    """Without palette and without anything that the picture says of itself."""
    out = io.BytesIO()
    Image.open(io.BytesIO(raw)).convert("RGB").save(out, "PNG")
    return out.getvalue()


def heavier(raw: bytes) -> bytes:
    """With 60 KB more that nobody sees."""
    chunk = b"tEXt" + b"Comment\0" + b"x" * 60 * 1024
    return raw[:-12] + struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk)) + raw[-12:]


def see_through(raw: bytes) -> bytes:
    """The ground made transparent, all else as it was."""

    def draw(picture: Image.Image) -> Image.Image:
        picture.info["transparency"] = 0
        return picture

    return painted(draw)(raw)


def smaller(picture: Image.Image) -> Image.Image:
    return picture.resize((picture.width // 2, picture.height // 2), Image.Resampling.NEAREST)


def cut(picture: Image.Image) -> Image.Image:
    """Without what says where it is from."""
    return picture.crop((0, 0, picture.width, picture.height - 90))


def flipped(picture: Image.Image) -> Image.Image:
    return picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT)


CASES = [
    Case("a bar repainted", TALLY, painted(box((926, 280, 1066, 342), YES)), ("bar:no",)),
    Case("a bar longer by half a member", TALLY, painted(box((920, 278, 996, 345), YES)), ("bar:",)),
    Case("its bars cut off at the left", TALLY, painted(box((32, 278, 232, 345), GROUND)), ("bar:yes",)),
    Case("two colours exchanged", TALLY, painted(colours_for_one_another(YES, NO)), ("bar:yes", YES)),
    Case("colours exchanged in the dark", "figures/assembly/25_3.tally-dark.png", painted(colours_for_one_another(DARK_YES, "#e2622f")), ("bar:yes", DARK_YES)),
    Case("its needed line painted out", TALLY, painted(box((769, 266, 779, 385), GROUND)), ("#ffffff", "other theme")),
    Case("a number painted over", TALLY, painted(box((30, 160, 100, 200), GROUND)), ("label:bar:yes",)),
    Case("two numbers in one another's place", TALLY, painted(copied((30, 160, 62, 200), (757, 0))), ("label:bar:no",)),
    Case("its title painted over", TALLY, painted(box((30, 30, 900, 90), GROUND)), ("N/25/3",)),
    Case("its source painted over", TALLY, painted(box((30, 420, 1000, 500), GROUND)), ("Source",)),
    Case("a word written into the title", TALLY, painted(copied((440, 40, 700, 90), (500, 0))), ("#1b1f24", "other theme")),
    Case("a tile repainted", BLOCKS, painted(box((98, 438, 150, 450), YES), box((98, 478, 150, 490), YES), box((98, 438, 106, 490), YES), box((141, 438, 150, 490), YES)), ("#24508a", "#e2622f")),
    Case("a tile erased", BLOCKS, painted(box((94, 433, 154, 493), GROUND)), ("tile:BRU",)),
    Case("two codes of tiles in one another's place", BLOCKS, painted(copied((40, 322, 84, 346), (0, 129))), ("OST",)),
    Case("a dot erased", WAFFLE, painted(box((223, 250, 270, 297), GROUND)), ("dot:PEL",)),
    Case("a dot once more", WAFFLE, painted(copied((223, 250, 270, 297), (48, 0))), ("yes",)),
    Case("a dot elsewhere", WAFFLE, painted(shown_at((223, 250, 270, 297), (48, 0))), ("dot:PEL",)),
    Case("a seat repainted with its cross", HEMICYCLE, painted(copied((266, 535, 366, 635), (568, 0))), ("seat:OST",)),
    Case("the hollow seat filled", HEMICYCLE, painted(box((674, 288, 744, 358), NO)), ("seat:NA",)),
    Case("a seat of the council repainted", COUNCIL, painted(copied((288, 376, 360, 449), (0, 98))), ("seat:NO",)),
    Case("its veto painted out", COUNCIL, painted(box((180, 512, 268, 540), GROUND)), ("VETO",)),
    Case("a row of bars painted out", TIMELINE, painted(box((246, 310, 1370, 372), GROUND)), ("24_3",)),
    Case("two rows of bars exchanged", TIMELINE, painted(copied((246, 234, 1370, 296), (0, 152))), ("25_3",)),
    Case("a line painted out", AGREEMENT, painted(box((128, 500, 142, 518), GROUND)), ("#ffffff", "other theme")),
    Case("a point higher", AGREEMENT, painted(shown_at((126, 464, 142, 482), (0, -60))), ("#24508a", "other theme")),
    Case("a flow repainted", ALLUVIAL, painted(box((400, 780, 1080, 830), "#c2cddd")), ("#c2cede", "other theme")),
    Case("a node repainted", ALLUVIAL, painted(box((913, 820, 938, 894), YES)), ("to:abstain",)),
    Case("a chip repainted", WORDS, painted(copied((136, 354, 170, 388), (0, -54))), ("#24508a", "#e2622f")),
    Case("its quote painted out", WORDS, painted(box((326, 354, 400, 388), GROUND)), ("quote:odland-2025-05-06-wood",)),
    Case("its words painted out", QUOTE, painted(box((80, 40, 720, 96), GROUND)), ("quote:text",)),
    Case("the end of its words painted out", QUOTE, painted(box((560, 40, 704, 96), GROUND)), ("quote:text",)),
    Case("a bar of the card longer", CARD, painted(box((770, 420, 840, 491), YES)), ("bar:",)),
    Case("no ground", TALLY, see_through, ("opaque",)),
    Case("too heavy for mail", TALLY, heavier, ("weight", "at most 61,440")),
    Case("the dark one too heavy for mail", "figures/assembly/24_1.waffle-dark.png", heavier, ("weight", "at most 61,440")),
    Case("the narrow one too heavy for mail", "figures/assembly/24_1.blocks-360.png", heavier, ("weight", "at most 61,440")),
    Case("no provenance", TALLY, painted(said=False), ("manifest",)),
    Case("written anew without palette and provenance", WAFFLE, as_rgb, ("manifest",)),
    Case("half as large", BLOCKS, painted(smaller), ("width", "600", "1200")),
    Case("cut below", TALLY, painted(cut), ("458", "548")),
    Case("mirrored", TALLY, painted(flipped), ("bar:",)),
    Case("the light picture under the dark one's name", "figures/assembly/24_1.tally-dark.png", same, ("dark", "light"), copy_of="figures/assembly/24_1.tally.png"),
    Case("the narrow picture under the wide one's name", "figures/assembly/24_1.tally.png", same, ("width", "360", "600"), copy_of="figures/assembly/24_1.tally-360.png"),
    Case("pictures of two votes exchanged", "figures/assembly/24_1.blocks.png", same, ("24_3", "24_1"), copy_of="figures/assembly/24_3.blocks.png", also=(Change("figures/assembly/24_3.blocks.png", same, "figures/assembly/24_1.blocks.png"),)),
    Case("card of another vote", "figures/assembly/24_1.card.png", same, ("24_3", "24_1"), copy_of="figures/assembly/24_3.card.png"),
    Case("card of another quote", "figures/odland-2025-05-06-wood.quote-card.png", same, ("odell", "odland"), copy_of="figures/odell-2025-05-06-answer.quote-card.png"),
    Case("no picture at all", "figures/assembly/24_3.tally.png", lambda _: b"", ("24_3",)),
    Case("a page where a picture should be", "figures/assembly/24_3.waffle.png", lambda _: b"<html>not found</html>", ("24_3",)),
]  # fmt: skip
