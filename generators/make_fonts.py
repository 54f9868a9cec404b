"""Makes the site's fonts and their measurements from unpacked Fontsource packages.

    python generators/make_fonts.py FOLDER_OF_FONTSOURCE_INTER FOLDER_OF_FONTSOURCE_SOURCE_SERIF_4

A Fontsource package holds one family cut into pieces by script, all under one family name, so that a program which takes
the first piece draws boxes for ğ or ł. Here the Latin pieces become one font again, under a name of our own (as the Open
Font License asks of changed fonts), with tabular digits and with the few signs that the pieces lack. From that one font
come the TTF that Matplotlib draws with, the WOFF2 files that browsers load, and the advance widths in `metrics.json`.

The same packages give the same bytes. WOFF2 needs the `brotli` module, which nothing else here uses.
"""

# mypy: disable-error-code="import-untyped"

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias

from fontTools.merge import Merger
from fontTools.misc.transform import Identity, Transform
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent
FONTS = HERE.parent / "site_overrides" / "assets" / "fonts"
METRICS = HERE / "tellers" / "look" / "metrics.json"


@dataclass(frozen=True, slots=True)
class Package:
    """An upstream package, and the name that its family gets here."""

    name: str
    version: str
    stem: str
    family: str
    slug: str
    licence: str


INTER = Package("@fontsource/inter", "5.3.0", "inter", "Tellers Inter", "inter", "OFL-Inter.txt")
SERIF = Package(
    "@fontsource/source-serif-4", "5.3.1", "source-serif-4", "Tellers Serif", "source-serif", "OFL-Source-Serif-4.txt"
)


@dataclass(frozen=True, slots=True)
class Cut:
    """One weight of one family: which face of `tellers.look.metrics` it is, and whether browsers get it too."""

    face: str
    package: Package
    weight: int
    style: str
    on_the_web: bool

    @property
    def file_name(self) -> str:
        return f"{self.package.family.replace(' ', '')}-{self.style}.ttf"


CUTS = (
    Cut("regular", INTER, 400, "Regular", on_the_web=True),
    Cut("semibold", INTER, 600, "SemiBold", on_the_web=True),
    Cut("bold", INTER, 700, "Bold", on_the_web=True),
    Cut("serif", SERIF, 600, "SemiBold", on_the_web=True),
    Cut("serif-regular", SERIF, 400, "Regular", on_the_web=True),
)

PIECES = ("latin", "latin-ext", "vietnamese")

Ranges: TypeAlias = tuple[tuple[int, int], ...]

LATIN: Ranges = (
    (0x20, 0x7E),
    (0xA0, 0xAC),  # the soft hyphen, U+00AD, is left out: it has no width of its own
    (0xAE, 0xFF),
    (0x131, 0x131),
    (0x152, 0x153),
    (0x2BB, 0x2BC),
    (0x2C6, 0x2C6),
    (0x2DA, 0x2DA),
    (0x2DC, 0x2DC),
    (0x2002, 0x200A),
    (0x2010, 0x203A),
    (0x2044, 0x2044),
    (0x2070, 0x2079),
    (0x20AC, 0x20AC),
    (0x2122, 0x2122),
    (0x2190, 0x2199),
    (0x2212, 0x2212),
    (0x2248, 0x2248),
    (0x2264, 0x2265),
)
"""What an English, French, German, Spanish or Portuguese page needs: the WOFF2 that every reader loads."""

CENTRAL: Ranges = ((0x100, 0x130), (0x132, 0x151), (0x154, 0x17F), (0x218, 0x21B))
"""Names of Central and Eastern Europe, of the Baltic and of Turkey, which stand on many English pages, a few on each."""

LATIN_EXT: Ranges = (
    (0x18F, 0x18F),  # Azerbaijani
    (0x192, 0x192),
    (0x1A0, 0x1A1),  # Vietnamese
    (0x1AF, 0x1B0),
    (0x1CD, 0x1DC),  # Pinyin
    (0x1E6, 0x1E7),
    (0x237, 0x237),
    (0x259, 0x259),
    (0x2BE, 0x2BF),  # transliterated Arabic
    (0x2C7, 0x2C7),
    (0x2C9, 0x2C9),
    (0x2D8, 0x2D9),
    (0x2DB, 0x2DB),
    (0x2DD, 0x2DD),
    (0x1E00, 0x1EFF),
    (0x20A0, 0x20AB),
    (0x20AD, 0x20C0),
)
"""The rest of the Latin script in use: Vietnamese, transliterations, currencies."""

NUMBERS: Ranges = ((0x20, 0x20), (0x25, 0x25), (0x2B, 0x39), (0x41, 0x5A), (0xA0, 0xA0), (0x2009, 0x2009), (0x2013, 0x2013),
                   (0x202F, 0x202F), (0x2212, 0x2212))  # fmt: skip
"""What is bold on most pages: the numbers of figures, and the letters that stand for options."""


def web_ranges(cut: Cut) -> Iterator[tuple[str, set[int]]]:
    """The pieces into which the cut is divided for browsers: each character is in one of them."""
    first = (("numbers", NUMBERS),) if cut.face == "bold" else ()
    divided: set[int] = set()
    for label, ranges in (*first, ("latin", LATIN), ("central", CENTRAL), ("latin-ext", LATIN_EXT)):
        yield label, code_points(ranges) - divided
        divided |= code_points(ranges)


COPIES = {0x2010: "-", 0x2011: "-", 0x202F: "\u2009"}
"""Hyphen, non-breaking hyphen and narrow non-breaking space look like the signs that they are copied from."""

TURNED_ARROWS = {0x2190: 90, 0x2192: -90, 0x2196: 45, 0x2197: -45, 0x2198: -135, 0x2199: 135}
"""Degrees by which ↑ is turned to make another arrow."""

SUPERSCRIPTS = {0x2070: "0", **{0x2070 + digit: str(digit) for digit in range(4, 10)}}


def make_fonts(packages: dict[str, Path], fonts: Path, metrics: Path) -> None:
    """Writes every font file, the style sheet and the licences into `fonts`, and the measurements to `metrics`."""
    fonts.mkdir(parents=True, exist_ok=True)
    measured: dict[str, object] = {}
    rules: list[str] = []
    for cut in CUTS:
        whole = whole_font(cut, packages[cut.package.name])
        figure_font = without_layout(whole)
        figure_font.save(fonts / cut.file_name)
        measured[cut.face] = measurements(cut, figure_font)
        if cut.on_the_web:
            rules.extend(write_web_fonts(cut, whole, fonts))
    (fonts / "fonts.css").write_text("".join(rules), encoding="utf-8")
    for package in (INTER, SERIF):
        (fonts / package.licence).write_text(licence_text(package, packages[package.name]), encoding="utf-8")
    metrics.write_text(json_lines(measured), encoding="utf-8")


# One font out of the pieces


def whole_font(cut: Cut, folder: Path) -> TTFont:
    """The cut with all the characters we keep, under our own name, with kerning as its only layout feature."""
    pieces = list(distinct_pieces(cut, folder))
    head = TTFont(BytesIO(pieces[0]))["head"]
    merged = reopened(Merger().merge([BytesIO(piece) for piece in pieces]))
    merged["head"].created, merged["head"].modified = head.created, head.modified
    add_missing_signs(merged)
    rename(merged, cut)
    return reopened(merged)


def distinct_pieces(cut: Cut, folder: Path) -> Iterator[bytes]:
    """Each piece of the cut as a font file, without the characters that an earlier piece already has."""
    wanted = code_points(LATIN) | code_points(CENTRAL) | code_points(LATIN_EXT)
    for piece in PIECES:
        font = opened(folder / "files" / f"{cut.package.stem}-{piece}-{cut.weight}-normal.woff2")
        use_numerators_as_superscripts(font)
        use_tabular_digits(font)
        here = wanted & font.getBestCmap().keys()
        wanted -= here
        yield file_bytes(subset(font, here))


def use_tabular_digits(font: TTFont) -> None:
    """Makes 0–9 the digits of equal width, where the font has them apart from its ordinary ones."""
    tabular = substitutions(font, "tnum")
    digits = code_points(((0x30, 0x39),))
    for table in font["cmap"].tables:
        table.cmap |= {code: tabular.get(name, name) for code, name in table.cmap.items() if code in digits}


def use_numerators_as_superscripts(font: TTFont) -> None:
    """Gives ⁰ and ⁴–⁹ the small digits of fractions, lifted; a piece without digits stays as it is."""
    numerators, names = substitutions(font, "numr"), font.getBestCmap()
    found = {
        code: numerators[names[ord(digit)]] for code, digit in SUPERSCRIPTS.items() if numerators and ord(digit) in names
    }
    if found:
        raise_superscripts(font, found.values(), model=names[ord("¹")], numerator_one=numerators[names[ord("1")]])
    for code, name in found.items():
        encode(font, code, name)


def raise_superscripts(font: TTFont, glyphs: Iterable[str], model: str, numerator_one: str) -> None:
    """Puts the numerators where the font's own ¹ stands, with the space around them that ¹ has."""
    outlines, advances = font["glyf"], font["hmtx"]
    lift = outlines[model].yMin - outlines[numerator_one].yMin
    wider = advances[model][0] - advances[numerator_one][0]
    for name in glyphs:
        move = Identity.translate(wider // 2, lift)
        put_glyph(font, name, advances[name][0] + wider, [(name, move)])


def substitutions(font: TTFont, feature: str) -> dict[str, str]:
    """The one-for-one glyph replacements of a layout feature; empty where the font lacks the feature."""
    if "GSUB" not in font:
        return {}
    table = font["GSUB"].table
    lookups = {
        index
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == feature
        for index in record.Feature.LookupListIndex
    }
    found: dict[str, str] = {}
    for index in sorted(lookups):
        for part in table.LookupList.Lookup[index].SubTable:
            found |= getattr(getattr(part, "ExtSubTable", part), "mapping", {})
    return found


# Signs that the pieces lack


def add_missing_signs(font: TTFont) -> None:
    """Draws hyphens, spaces, arrows and comparison signs out of the font's own, where it has none."""
    name = font.getBestCmap()
    advances, outlines = font["hmtx"], font["glyf"]

    def add(code: int, advance: int, parts: list[tuple[str, Transform]]) -> None:
        if code not in name:
            put_glyph(font, f"uni{code:04X}", advance, parts)
            encode(font, code, f"uni{code:04X}")

    def advance_of(character: str) -> int:
        return int(advances[name[ord(character)]][0])

    for code, model in COPIES.items():
        add(code, advance_of(model), [(name[ord(model)], Identity)])
    add(0x2007, advance_of("0"), [])
    for code, degrees in TURNED_ARROWS.items():
        add(code, advance_of("↑"), [(name[ord("↑")], turn(outlines[name[ord("↑")]], advance_of("↑"), degrees))])
    for code, sign in ((0x2264, "<"), (0x2265, ">")):
        add(code, advance_of(sign), over_a_bar(outlines, name[ord(sign)], name[ord("−")]))
    tilde = name[ord("~")]
    apart = round((outlines[tilde].yMax - outlines[tilde].yMin) * 0.55)
    add(0x2248, advance_of("~"), [(tilde, Identity.translate(0, apart)), (tilde, Identity.translate(0, -apart))])


def turn(outline: object, advance: int, degrees: int) -> Transform:
    """The turn of a glyph about the middle of its advance and of its height."""
    across, up = advance / 2, (outline.yMin + outline.yMax) / 2  # type: ignore[attr-defined]
    return Identity.translate(across, up).rotate(math.radians(degrees)).translate(-across, -up)


def over_a_bar(outlines: dict[str, object], sign: str, minus: str) -> list[tuple[str, Transform]]:
    """A sign raised above a minus that lies on the base line: the two parts of ≤ or ≥."""
    upper, bar = outlines[sign], outlines[minus]
    thickness = bar.yMax - bar.yMin  # type: ignore[attr-defined]
    sideways = (upper.xMin + upper.xMax - bar.xMin - bar.xMax) // 2  # type: ignore[attr-defined]
    lift = round(thickness * 1.75) - upper.yMin  # type: ignore[attr-defined]
    return [(sign, Identity.translate(0, lift)), (minus, Identity.translate(sideways, -bar.yMin))]  # type: ignore[attr-defined]


def put_glyph(font: TTFont, name: str, advance: int, parts: list[tuple[str, Transform]]) -> None:
    """Draws a glyph out of moved or turned glyphs of the same font, replacing the glyph of that name if there is one."""
    glyphs = font.getGlyphSet()
    pen = TTGlyphPen(None)
    for part, transform in parts:
        outline = DecomposingRecordingPen(glyphs)
        glyphs[part].draw(outline)
        outline.replay(TransformPen(pen, transform))
    glyph = pen.glyph()
    font["glyf"][name] = glyph
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (advance, getattr(glyph, "xMin", 0))


def encode(font: TTFont, code: int, name: str) -> None:
    """Makes the glyph stand for the character."""
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[code] = name


# Names


def rename(font: TTFont, cut: Cut) -> None:
    """Gives the font our family name; the copyright, the makers and the licence stay as they were."""
    names, family = font["name"], cut.package.family
    plain = cut.style in ("Regular", "Bold")
    post_script = cut.file_name.removesuffix(".ttf")
    version = names.getDebugName(5)
    names.names = [record for record in names.names if record.nameID in (0, 8, 9, 11, 12, 13, 14)]
    texts = {
        1: family if plain else f"{family} {cut.style}",
        2: cut.style if plain else "Regular",
        3: f"{post_script}; {cut.package.name} {cut.package.version}",
        4: f"{family} {cut.style}",
        5: version,
        6: post_script,
        16: family,
        17: cut.style,
    }
    for name_id, text in texts.items():
        names.setName(text, name_id, 3, 1, 0x409)
    os2 = font["OS/2"]
    os2.usWeightClass = cut.weight
    os2.fsSelection = (os2.fsSelection & ~0b110_0001) | (0x20 if cut.style == "Bold" else 0x40)
    font["head"].macStyle = 1 if cut.style == "Bold" else 0
    os2.recalcUnicodeRanges(font)
    os2.recalcAvgCharWidth(font)


def licence_text(package: Package, folder: Path) -> str:
    """The package's licence under the copyright line that the font itself carries."""
    weight = next(cut.weight for cut in CUTS if cut.package == package)
    names = opened(folder / "files" / f"{package.stem}-latin-{weight}-normal.woff2")["name"]
    text = (folder / "LICENSE").read_text(encoding="utf-8")
    lines = text[text.index("This Font Software is licensed") :].splitlines()
    return "\n".join([str(names.getDebugName(0)), "", *(line.rstrip() for line in lines)]).rstrip() + "\n"


# What is written


def without_layout(font: TTFont) -> TTFont:
    """The font without kerning, so that the width of a text is the sum of its advances whatever program draws it."""
    bare = reopened(font)
    for tag in ("GPOS", "GSUB", "GDEF"):
        if tag in bare:
            del bare[tag]
    return bare


def write_web_fonts(cut: Cut, whole: TTFont, folder: Path) -> Iterator[str]:
    """Writes the cut as one WOFF2 a piece, and gives back the style rule of each."""
    for label, wanted in web_ranges(cut):
        codes = wanted & whole.getBestCmap().keys()
        name = f"{cut.package.slug}-{cut.weight}-{label}.woff2"
        font = subset(reopened(whole), codes)
        font.flavor = "woff2"
        font.save(folder / name)
        yield font_face(cut, name, codes)


def font_face(cut: Cut, file_name: str, codes: Iterable[int]) -> str:
    """The style rule by which a browser loads the file if, and only if, a page uses one of the characters."""
    return (
        "@font-face {\n"
        f'  font-family: "{cut.package.family}";\n'
        "  font-style: normal;\n"
        f"  font-weight: {cut.weight};\n"
        "  font-display: swap;\n"
        f'  src: url("{file_name}") format("woff2");\n'
        f"  unicode-range: {unicode_range(codes)};\n"
        "}\n"
    )


def unicode_range(codes: Iterable[int]) -> str:
    """The characters in the notation of style sheets, such as `U+20-7E, U+A0`."""
    ordered = sorted(codes)
    breaks = [here for before, here in pairwise(ordered) if here != before + 1]
    starts = [ordered[0], *breaks]
    ends = [ordered[ordered.index(start) - 1] for start in breaks] + [ordered[-1]]
    spans = (f"U+{start:X}" if start == end else f"U+{start:X}-{end:X}" for start, end in zip(starts, ends, strict=True))
    return ", ".join(spans)


def measurements(cut: Cut, font: TTFont) -> dict[str, object]:
    """All that is needed to place text without opening the font; lengths are in the font's own units."""
    advances = font["hmtx"]
    return {
        "file": cut.file_name,
        "family": cut.package.family,
        "weight": cut.weight,
        "units_per_em": font["head"].unitsPerEm,
        "ascent": font["hhea"].ascent,
        "descent": -font["hhea"].descent,
        "cap_height": font["OS/2"].sCapHeight,
        "x_height": font["OS/2"].sxHeight,
        "advances": {f"{code:04X}": advances[name][0] for code, name in sorted(font.getBestCmap().items())},
    }


def json_lines(measured: dict[str, object]) -> str:
    """JSON with one line a face, which keeps the file small and a change in one face readable."""
    faces = (f"{json.dumps(face)}: {json.dumps(values, separators=(',', ':'))}" for face, values in measured.items())
    return "{\n" + ",\n".join(faces) + "\n}\n"


# Font files


def subset(font: TTFont, codes: Iterable[int]) -> TTFont:
    """The font with only these characters, unhinted, with kerning as its only layout feature."""
    options = Options(hinting=False, layout_features=["kern"], name_IDs=["*"], notdef_outline=True, glyph_names=False)
    options.drop_tables += ["STAT", "BASE", "GSUB", "gasp"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    return font


def opened(source: Path | BytesIO) -> TTFont:
    """The font in a file; saving it again leaves its dates alone."""
    return TTFont(source, recalcTimestamp=False)


def reopened(font: TTFont) -> TTFont:
    """A copy of the font as a reader of its file would see it."""
    return opened(BytesIO(file_bytes(font)))


def file_bytes(font: TTFont) -> bytes:
    """The font as an uncompressed font file."""
    font.recalcTimestamp, font.flavor = False, None
    buffer = BytesIO()
    font.save(buffer)
    return buffer.getvalue()


def code_points(ranges: Ranges) -> set[int]:
    """Every code point in the ranges, both ends included."""
    return {code for first, last in ranges for code in range(first, last + 1)}


# Command line


def packages_in(folders: Iterable[Path]) -> dict[str, Path]:
    """The folder of each package we build from, told apart by what their `package.json` says, not by their names."""
    found: dict[str, Path] = {}
    for folder in folders:
        told = json.loads((folder / "package.json").read_text(encoding="utf-8"))
        found[f"{told['name']}@{told['version']}"] = folder
    wanted = {f"{package.name}@{package.version}": package.name for package in (INTER, SERIF)}
    missing = sorted(wanted.keys() - found.keys())
    if missing:
        raise SystemExit(f"make_fonts: needs the unpacked folder of {' and of '.join(missing)}; got {sorted(found)}")
    return {name: found[pinned] for pinned, name in wanted.items()}


def main() -> None:
    """Reads the command line and makes everything."""
    parser = argparse.ArgumentParser(description="Make the site's fonts and metrics.json from Fontsource packages.")
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER", help="an unpacked Fontsource package")
    parser.add_argument("--fonts", type=Path, default=FONTS, help="where the font files go (default: %(default)s)")
    parser.add_argument("--metrics", type=Path, default=METRICS, help="where the widths go (default: %(default)s)")
    arguments = parser.parse_args()
    make_fonts(packages_in(arguments.folders), arguments.fonts, arguments.metrics)


if __name__ == "__main__":
    main()
