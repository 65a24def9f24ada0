"""The numbers that the shipped files must keep, written down once more and by themselves.

A dose reads prepare, ease, hold, release, reps, rest, sides, switch, and then its total in seconds.
"""

# fmt: off
DOSES = {
    "ham-seated": ("A1", (50, 5, 20, 5, 3, 10, 2, 20), 290),
    "ham-standing": ("A2", (20, 8, 10, 6, 3, 5, 1, 0), 102),
    "ham-chair": ("A3", (35, 5, 15, 5, 4, 5, 2, 15), 280),
    "ham-band": ("A4", (40, 5, 30, 5, 2, 10, 2, 15), 235),
    "ham-wall": ("A5", (45, 5, 40, 5, 6, 10, 1, 0), 395),
    "knees-chest": ("A6", (30, 5, 20, 5, 3, 10, 1, 0), 140),
    "squat-banded": ("A7", (30, 0, 32, 5, 2, 40, 1, 0), 144),
    "neck-side": ("B01", (20, 4, 15, 4, 2, 4, 2, 5), 125),
    "trap-upper": ("B02", (25, 4, 20, 5, 2, 5, 2, 6), 157),
    "levator": ("B03", (25, 4, 20, 5, 2, 5, 2, 6), 157),
    "chin-tuck": ("B04", (20, 2, 5, 3, 10, 0, 1, 0), 120),
    "shoulder-rolls": ("B05", (10, 0, 24, 0, 1, 0, 2, 4), 62),
    "chest-door": ("B06", (20, 5, 20, 5, 3, 10, 1, 0), 130),
    "shoulder-cross": ("B07", (12, 3, 20, 4, 2, 5, 2, 5), 135),
    "triceps": ("B08", (15, 4, 20, 4, 2, 5, 2, 5), 142),
    "wrist-flex": ("B09", (12, 3, 15, 3, 2, 4, 2, 4), 108),
    "wrist-ext": ("B10", (12, 3, 15, 3, 2, 4, 2, 4), 108),
    "prayer": ("B11", (12, 4, 15, 4, 3, 5, 1, 0), 91),
    "twist-seated": ("B12", (15, 4, 15, 4, 2, 5, 2, 6), 123),
    "catcow-seated": ("B13", (15, 0, 8, 0, 8, 0, 1, 0), 79),
    "thoracic-chair": ("B14", (20, 3, 4, 3, 8, 0, 1, 0), 100),
    "figure4-seated": ("B15", (25, 5, 30, 5, 2, 8, 2, 12), 213),
    "hipflexor-lunge": ("B16", (25, 5, 30, 5, 2, 8, 2, 15), 216),
    "quad-standing": ("B17", (15, 4, 30, 4, 2, 6, 2, 8), 187),
    "calf-wall": ("B18", (15, 4, 30, 4, 2, 6, 2, 8), 187),
    "knee-chest-single": ("B19", (25, 4, 20, 4, 3, 5, 2, 6), 219),
    "childs-pose": ("B20", (20, 6, 30, 6, 2, 10, 1, 0), 114),
    "open-book": ("B21", (25, 4, 5, 4, 5, 0, 2, 20), 175),
    "bridge": ("B22", (20, 3, 5, 4, 8, 3, 1, 0), 137),
    "eyes-20": ("B23", (5, 0, 20, 3, 1, 0, 1, 0), 28),
    "ankle-circles": ("B24", (10, 0, 40, 0, 1, 0, 2, 5), 95),
    "ham-supine-90": ("B25", (25, 5, 20, 5, 3, 8, 2, 8), 245),
    "legs-on-chair": ("B26", (30, 0, 120, 10, 1, 0, 1, 0), 160),
    "pelvic-tilt": ("B27", (20, 2, 6, 3, 8, 2, 1, 0), 122),
    "desk-hinge": ("B28", (15, 5, 20, 5, 3, 8, 1, 0), 121),
    "stand-march": ("B29", (5, 0, 60, 0, 1, 0, 1, 0), 65),
    "knee-hug-seated": ("B30", (12, 4, 20, 4, 2, 5, 2, 6), 140),
}

# Each routine: its code, intro and outro, total, and its blocks.
ROUTINES = {
    "wall-hamstring": ("R1", 10, 10, 415, [
        ("ham-wall", (45, 5, 40, 5, 6, 10, 1, 0), 395),
    ]),
    "chair-hamstring": ("R2", 10, 10, 300, [
        ("ham-chair", (35, 5, 15, 5, 4, 5, 2, 15), 280),
    ]),
    "band-hamstring": ("R3", 10, 10, 255, [
        ("ham-band", (40, 5, 30, 5, 2, 10, 2, 15), 235),
    ]),
    "seated-hamstring": ("R4", 10, 10, 310, [
        ("ham-seated", (50, 5, 20, 5, 3, 10, 2, 20), 290),
    ]),
    "standing-hamstring": ("R5", 10, 10, 122, [
        ("ham-standing", (20, 8, 10, 6, 3, 5, 1, 0), 102),
    ]),
    "knees-to-chest": ("R6", 10, 10, 339, [
        ("legs-on-chair", (20, 0, 60, 10, 1, 0, 1, 0), 90),
        ("knee-chest-single", (12, 4, 15, 4, 2, 5, 2, 5), 119),
        ("knees-chest", (15, 5, 15, 5, 3, 10, 1, 0), 110),
    ]),
    "desk-break": ("R7", 5, 5, 120, [
        ("stand-march", (5, 0, 26, 0, 1, 0, 1, 0), 31),
        ("shoulder-rolls", (4, 0, 12, 0, 1, 0, 2, 2), 30),
        ("neck-side", (5, 4, 12, 4, 1, 4, 2, 4), 49),
    ]),
    "desk-reset": ("R8", 10, 10, 300, [
        ("eyes-20", (5, 0, 20, 3, 1, 0, 1, 0), 28),
        ("stand-march", (5, 0, 52, 0, 1, 0, 1, 0), 57),
        ("shoulder-rolls", (4, 0, 12, 0, 1, 0, 2, 2), 30),
        ("chin-tuck", (6, 2, 5, 3, 4, 0, 1, 0), 46),
        ("thoracic-chair", (8, 3, 4, 3, 3, 0, 1, 0), 38),
        ("wrist-flex", (5, 3, 12, 3, 1, 4, 2, 3), 44),
        ("desk-hinge", (7, 5, 20, 5, 1, 8, 1, 0), 37),
    ]),
    "neck-and-shoulders": ("R9", 10, 10, 440, [
        ("shoulder-rolls", (4, 0, 24, 0, 1, 0, 2, 2), 54),
        ("chin-tuck", (6, 2, 5, 3, 6, 0, 1, 0), 66),
        ("neck-side", (5, 4, 15, 4, 1, 4, 2, 4), 55),
        ("levator", (8, 4, 20, 5, 1, 5, 2, 5), 71),
        ("shoulder-cross", (6, 3, 20, 4, 1, 5, 2, 4), 64),
        ("chest-door", (10, 5, 20, 5, 2, 10, 1, 0), 80),
        ("shoulder-rolls", (4, 0, 12, 0, 1, 0, 2, 2), 30),
    ]),
    "wrists-for-typists": ("R10", 10, 10, 300, [
        ("shoulder-rolls", (4, 0, 9, 0, 1, 0, 2, 2), 24),
        ("wrist-flex", (5, 3, 15, 3, 2, 4, 2, 3), 100),
        ("wrist-ext", (5, 3, 15, 3, 2, 4, 2, 3), 100),
        ("prayer", (5, 4, 15, 4, 2, 5, 1, 0), 56),
    ]),
    "cyclists-hamstrings": ("R11", 10, 10, 652, [
        ("stand-march", (5, 0, 60, 0, 1, 0, 1, 0), 65),
        ("calf-wall", (7, 4, 30, 4, 1, 6, 2, 6), 89),
        ("quad-standing", (7, 4, 30, 4, 1, 6, 2, 6), 89),
        ("desk-hinge", (7, 5, 20, 5, 2, 8, 1, 0), 75),
        ("hipflexor-lunge", (12, 5, 30, 5, 1, 8, 2, 12), 104),
        ("ham-band", (18, 5, 30, 5, 2, 10, 2, 12), 210),
    ]),
    "evening-lower-back": ("R12", 10, 10, 936, [
        ("pelvic-tilt", (10, 2, 6, 3, 8, 2, 1, 0), 112),
        ("knee-chest-single", (12, 4, 20, 4, 2, 5, 2, 5), 139),
        ("knees-chest", (15, 5, 20, 5, 2, 10, 1, 0), 85),
        ("ham-band", (18, 5, 30, 5, 1, 10, 2, 12), 110),
        ("bridge", (12, 3, 5, 4, 8, 3, 1, 0), 129),
        ("open-book", (15, 4, 5, 4, 4, 0, 2, 15), 134),
        ("childs-pose", (15, 6, 30, 6, 1, 10, 1, 0), 57),
        ("legs-on-chair", (20, 0, 120, 10, 1, 0, 1, 0), 150),
    ]),
}
# What gives no stretch minutes.
DRILLS = {
    "squat-banded",
    "chin-tuck",
    "shoulder-rolls",
    "catcow-seated",
    "thoracic-chair",
    "open-book",
    "bridge",
    "ankle-circles",
    "pelvic-tilt",
    "stand-march",
}
RESTS = {
    "eyes-20", "legs-on-chair",
}
# fmt: on
