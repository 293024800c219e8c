"""Make the bundled fonts from Inter's OpenType files; run only when Inter is renewed.

    python make_fonts.py FOLDER_WITH_INTER_OTF        (needs fontTools, which the program does not)

The result has TrueType outlines, because the PDF writer embeds no others, the characters of the
European languages that the counsellors meet, and tabular digits as its ordinary digits, so that
figures stand under each other on screen, in drawings and in PDF alike.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

WEIGHTS = ("Regular", "Medium", "SemiBold", "Bold")
RANGES = ((0x20, 0x7E), (0xA0, 0x24F), (0x2010, 0x2027), (0x2030, 0x203A), (0x2190, 0x2193))
SINGLE = (0x2C6, 0x2DC, 0x202F, 0x2044, 0x20AC, 0x2116, 0x2122, 0x21B5, 0x2212, 0x2248, 0x2260)
MORE = (0x2264, 0x2265, 0x25B2, 0x25B4, 0x25B8, 0x25BC, 0x25BE, 0x25CF, 0x2713, 0x2715, 0x21E7)
FEATURES = ("kern", "mark", "mkmk", "ccmp", "locl", "case", "tnum", "pnum")
MAX_ERROR = 1.0  # font units of 2048 to the em: not visible


def reduce_characters(font: TTFont) -> None:
    """Keep the characters and features that the program uses."""
    options = subset.Options(layout_features=list(FEATURES), name_IDs=["*"], hinting=False)
    options.desubroutinize = True
    options.notdef_outline = True
    keep = subset.Subsetter(options)
    codes = {code for first, last in RANGES for code in range(first, last + 1)}
    keep.populate(unicodes=codes | set(SINGLE) | set(MORE))
    keep.subset(font)


def use_truetype_outlines(font: TTFont) -> None:
    """Replace the cubic outlines by quadratic ones."""
    glyphs = font.getGlyphSet()
    outlines = {}
    for name in font.getGlyphOrder():
        pen = TTGlyphPen(glyphs)
        glyphs[name].draw(Cu2QuPen(pen, MAX_ERROR, reverse_direction=True))
        outlines[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = table = newTable("glyf")
    table.glyphOrder = font.getGlyphOrder()
    table.glyphs = outlines
    for name, glyph in outlines.items():
        glyph.recalcBounds(table)
        advance, _ = font["hmtx"][name]
        font["hmtx"][name] = (advance, getattr(glyph, "xMin", 0))
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    for field in ("maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs"):
        setattr(maxp, field, 0)
    for field in ("maxStackElements", "maxSizeOfInstructions", "maxComponentElements"):
        setattr(maxp, field, 0)
    maxp.maxZones = 1
    post = font["post"]
    post.formatType, post.extraNames, post.mapping = 2.0, [], {}
    post.glyphOrder = font.getGlyphOrder()
    for table_name in ("CFF ", "VORG"):
        if table_name in font:
            del font[table_name]
    font.sfntVersion = "\000\001\000\000"


def substitutes(font: TTFont, feature: str) -> dict[str, str]:
    """Return which glyph the feature puts in the place of which."""
    table = font["GSUB"].table
    found: dict[str, str] = {}
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag != feature:
            continue
        for index in record.Feature.LookupListIndex:
            for part in table.LookupList.Lookup[index].SubTable:
                found.update(getattr(part, "ExtSubTable", part).mapping)
    return found


def use_tabular_digits(font: TTFont) -> None:
    """Let the ordinary digits be the ones that are all equally wide."""
    tabular = substitutes(font, "tnum")
    for table in font["cmap"].tables:
        for code in range(ord("0"), ord("9") + 1):
            table.cmap[code] = tabular.get(table.cmap[code], table.cmap[code])
    digits = [font["cmap"].getBestCmap()[code] for code in range(ord("0"), ord("9") + 1)]
    widest = max(font["hmtx"][name][0] for name in digits)
    for name in digits:  # one of them is a trifle narrower in the original
        font["hmtx"][name] = (widest, font["hmtx"][name][1])


def main(source: Path) -> None:
    """Write one file per weight beside this script."""
    for weight in WEIGHTS:
        font = TTFont(source / f"Inter-{weight}.otf")
        reduce_characters(font)
        use_truetype_outlines(font)
        use_tabular_digits(font)
        font.save(Path(__file__).with_name(f"Inter-{weight}.ttf"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
