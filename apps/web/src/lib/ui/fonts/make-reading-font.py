"""Makes the two files of the reading font: what a page in French or English needs of OpenDyslexic.

    npm pack @fontsource/opendyslexic@5.3.0 && tar xf fontsource-opendyslexic-5.3.0.tgz
    pip install fonttools==4.66.1 brotli==1.2.0
    python make-reading-font.py package/files

The whole font weighs 230 kB in its two weights, more than a page may; these parts weigh 40 kB. A font
that was changed may not bear the name of the one it was made from (SIL Open Font License, 3).
"""

import sys
from pathlib import Path

from fontTools import subset

NAME = "Jalon Lecture"
LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x100)]
BEYOND = "ŒœŸ‐‑‒–—‘’‚“”„•…\u2009\u202f‹›€−≤≥≈≠←→↑↓✓"

OPTIONS = subset.Options()
OPTIONS.flavor = "woff2"
OPTIONS.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl"]
OPTIONS.name_IDs = [0, 1, 2, 3, 4, 5, 6, 9, 12, 13, 14]
OPTIONS.hinting = False
OPTIONS.notdef_outline = True
OPTIONS.drop_tables += ["COLR", "CPAL"]
OPTIONS.recalc_timestamp = False

for weight, style in (("400", "Regular"), ("700", "Bold")):
    source = Path(sys.argv[1]) / f"opendyslexic-latin-{weight}-normal.woff2"
    font = subset.load_font(str(source), OPTIONS)
    subsetter = subset.Subsetter(OPTIONS)
    subsetter.populate(unicodes=LATIN, text=BEYOND)
    subsetter.subset(font)
    postscript = f"{NAME.replace(' ', '')}-{style}"
    names = {1: NAME, 3: f"0.920;JALON;{postscript}", 4: f"{NAME} {style}", 6: postscript}
    for record in font["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]
    font["CFF "].cff.fontNames = [postscript]
    top = font["CFF "].cff.topDictIndex[0]
    top.FullName, top.FamilyName = names[4], NAME
    subset.save_font(font, str(Path(__file__).with_name(f"lecture-{weight}.woff2")), OPTIONS)
