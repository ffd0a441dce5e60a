"""Make the PDFs' font for what no other font has: `python packaging/box_font.py` (fonttools is not among the pins).

It has every character there is, each as a box, so that a PDF misses none; what it was is read aloud all the same. Where
several fonts have one, typst takes the one that is most like the text's own, which is sans serif and proportional: this
one says that it is neither, and has a longer name than any, which decides among equals.
"""

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import newTable
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

TARGET = Path(__file__).resolve().parent.parent / "resources" / "paper" / "box.ttf"
FAMILY = "Agent Desktop Box For What No Other Font Of A Computer Has"
GLYPHS = (".notdef", "box")
UNITS, WIDTH, ASCENT, DESCENT = 1000, 600, 800, -200
OUTER, INNER = (60, 0, 540, 700), (110, 50, 490, 650)
MANY_TO_ONE, UNICODE = 13, (3, 10)
"""The one format of a character map that takes no room for each character; and the platform whose map it is."""


def box() -> object:
    """An outline."""
    pen = TTGlyphPen(None)
    for (left, bottom, right, top), is_hole in ((OUTER, False), (INNER, True)):
        corners = [(left, bottom), (left, top), (right, top), (right, bottom)]
        first, *others = reversed(corners) if is_hole else corners
        pen.moveTo(first)
        for corner in others:
            pen.lineTo(corner)
        pen.closePath()
    return pen.glyph()


def character_map() -> object:
    """Every character is a box."""
    table = CmapSubtable.newSubtable(MANY_TO_ONE)
    table.platformID, table.platEncID = UNICODE
    table.language = table.reserved = table.length = table.nGroups = 0
    table.cmap = dict.fromkeys(range(0x110000), "box")
    made = newTable("cmap")
    made.tableVersion, made.tables = 0, [table]
    return made


def main() -> None:
    builder = FontBuilder(UNITS, isTTF=True)
    builder.setupGlyphOrder(list(GLYPHS))
    builder.setupGlyf({name: box() for name in GLYPHS})
    builder.setupHorizontalMetrics(dict.fromkeys(GLYPHS, (WIDTH, OUTER[0])))
    builder.setupHorizontalHeader(ascent=ASCENT, descent=DESCENT)
    builder.font["cmap"] = character_map()
    names = {"familyName": FAMILY, "styleName": "Regular", "fullName": FAMILY, "psName": "Box"}
    builder.setupNameTable(names, mac=False)
    builder.setupOS2(sTypoAscender=ASCENT, sTypoDescender=DESCENT, usWinAscent=ASCENT, usWinDescent=-DESCENT, fsType=0)
    shape = builder.font["OS/2"].panose
    shape.bFamilyType, shape.bSerifStyle, shape.bProportion = 2, 2, 9  # text, with serifs, of one width
    builder.setupPost(isFixedPitch=1)
    builder.font["head"].created = builder.font["head"].modified = 0
    builder.font.recalcTimestamp = False
    builder.save(TARGET)


if __name__ == "__main__":
    main()
