"""The tables of who should not do what, typed a second time: by code and exercise for exercise."""

from stretchtimer.core.answers import Answer

HIDES = {
    "DISC/SCIATICA": "A1 A2 A3 A4 A5 B12 B13 B25 B28",
    "LBP": "A2 A3",
    "OSTEO": "A1 A2 A3 A6 B12 B13 B19 B20 B30",
    "PREG13+": "A1 A2 A4 A5 A6 B12 B19 B22 B25 B26 B27 B30",
    "SURG-SPINE": (
        "A1 A2 A3 A4 A5 A6 A7 B01 B02 B03 B04 B06 B07 B08 B12 B13 B14 B15 B16 B17 B18 B19 "
        "B20 B21 B22 B25 B26 B27 B28 B30"
    ),
    "SURG-HIP/KNEE": "A1 A2 A3 A4 A5 A6 A7 B13 B15 B16 B17 B18 B19 B20 B21 B22 B25 B26 B27 B28 B29"
    " B30",
    "SURG-SHOULDER": "A4 B02 B05 B06 B07 B08 B09 B10 B14 B20 B21 B28",
    "SURG-WRIST": "A4 B08 B09 B10 B11 B20 B28",
    "SURG-ABDO": "A1 A2 A3 A4 A5 A6 A7 B12 B13 B14 B16 B19 B20 B21 B22 B25 B26 B27 B28",
    "DIZZY": "A1 A2 B01 B02 B03 B17 B20",
    "HYPER": "A1 A2 A3 B02 B06 B08",
    "BP/EYE": "A1 A2 A5 B20",
    "HEART": (
        "A1 A2 A3 A4 A5 A6 A7 B01 B02 B03 B04 B06 B07 B08 B09 B10 B11 B12 B13 B14 B15 B16 "
        "B17 B18 B19 B20 B21 B22 B25 B26 B27 B28 B29 B30"
    ),
    "NO-FLOOR": "A4 A5 A6 B16 B19 B20 B21 B22 B25 B26 B27",
    "NO-KNEEL": "B16 B20",
}
DISC_UNTESTED = "A1 A2 A3 A4 A5 A6 B12 B13 B19 B20 B25 B28 B30"
INSTEAD = {
    "DISC/SCIATICA": """
        A1 A6 B26 B30 B14
        A2 A6 B26 B30 B14
        A3 A6 B26 B30 B14
        A4 A6 B26 B30 B14
        A5 A6 B26 B30 B14
        B25 A6 B26 B30 B14
        B28 B29
        B12 B14
        B13 B14
        A6 B26 B14
        B19 B26 B14
        B20 B26 B14
        B30 B14
    """,
    "LBP": """
        A2 B28
        A3 A4 A1 B28
    """,
    "OSTEO": """
        A1 A4 B28
        A2 B28
        A3 A4 B28
        A6 B26 B14
        B19 B26 B14
        B20 B26 B14
        B30 B14
        B12 B14
        B13 B14
    """,
    "PREG13+": """
        A1 B28
        A2 B28
        A4 B28
        A5 B28
        B25 B28
        A6 B13 B20
        B19 B13 B20
        B27 B13
        B26 B21 B20
        B22 A7
        B12 B21 B14
        B30 B13
    """,
    "SURG-SHOULDER": """
        A4 A5 B25
        B02 B01
        B06 B04
        B07 B04
        B08 B04
        B05 B04
        B14 B13
        B21 B12
        B20 A6
        B28 B18
        B09 B11
        B10 B11
    """,
    "SURG-WRIST": """
        A4 A5 B25
        B09 B05
        B10 B05
        B11 B05
        B20 A6
        B28 B18
        B08 B07
    """,
    "DIZZY": """
        B01 B05
        B02 B05
        B03 B05
        A1 A4 A3
        A2 A4 A3
        B20 B26 B13
        B17 B16 B18
    """,
    "HYPER": """
        A1 B25 B28
        A2 B25 B28
        A3 B25 B28
        B02 B01
        B06 B05
        B08 B05
    """,
    "BP/EYE": """
        A1 A4 A3
        A2 A4 A3
        A5 A4
        B20 B26 B13
    """,
    "NO-FLOOR": """
        A4 A1 A3 B28
        A5 A1 A3 B28
        B25 A1 A3 B28
        A6 B30
        B19 B30
        B16 B17 B18
        B20 B13
        B21 B12 B14
        B22 A7
        B26 B14
        B27 B13
    """,
    "NO-KNEEL": """
        B16 B17 B18
        B20 A6 B13
    """,
}
BY_REGION = """
    hamstring B25 B28 A4 B18 B29 B24
    lowback B26 B13 B14 B29 B24
    neck B05 B04 B23
    shoulder B05 B04 B23
    wrist B11 B05 B23
    trunk B14 B13 B05 B29 B24
    hip B17 B18 B29 B24
    leg B18 B24 B29
    strength B29 B24
    rest B14 B24 B23
    active B24 B23
    eyes B23
"""
# What one answer alone brings: the short table that people read.
ALONE = {
    "DISC/SCIATICA": "A1>A6 A2>A6 A3>A6 A4>A6 A5>A6 B12>B14 B13>B14 B25>A6 B28>B29",
    "LBP": "A2>B28 A3>A4",
    "OSTEO": "A1>A4 A2>B28 A3>A4 A6>B26 B12>B14 B13>B14 B19>B26 B20>B26 B30>B14",
    "PREG13+": "A1>B28 A2>B28 A4>B28 A5>B28 A6>B13 B12>B21 B19>B13 B22>A7 B25>B28 B26>B21 B27>B13"
    " B30>B13",
    "SURG-HIP/KNEE": "A1>B24 A2>B24 A3>B24 A4>B24 A5>B24 A6>B14 A7>B24 B13>B14 B15>B24 B16>B24"
    " B17>B24 B18>B24 B19>B14 B20>B14 B21>B14 B22>B24 B25>B24 B26>B14 B27>B14 B28>B24 B29>B24"
    " B30>B14",
    "SURG-SHOULDER": "A4>A5 B02>B01 B05>B04 B06>B04 B07>B04 B08>B04 B09>B11 B10>B11 B14>B13 B20>A6"
    " B21>B12 B28>B18",
    "SURG-WRIST": "A4>A5 B08>B07 B09>B05 B10>B05 B11>B05 B20>A6 B28>B18",
    "SURG-ABDO": "A1>B18 A2>B18 A3>B18 A4>B18 A5>B18 A6>B29 A7>B29 B12>B05 B13>B05 B14>B05 B16>B17"
    " B19>B29 B20>B29 B21>B05 B22>B29 B25>B18 B26>B24 B27>B29 B28>B18",
    "DIZZY": "A1>A4 A2>A4 B01>B05 B02>B05 B03>B05 B17>B16 B20>B26",
    "HYPER": "A1>B25 A2>B25 A3>B25 B02>B01 B06>B05 B08>B05",
    "BP/EYE": "A1>A4 A2>A4 A5>A4 B20>B26",
    "NO-FLOOR": "A4>A1 A5>A1 A6>B30 B16>B17 B19>B30 B20>B13 B21>B12 B22>A7 B25>A1 B26>B14 B27>B13",
    "NO-KNEEL": "B16>B17 B20>A6",
}
ALONE_UNTESTED = (
    "A1>B26 A2>B26 A3>B26 A4>B26 A5>B26 A6>B26 B12>B14 B13>B14 B19>B26 B20>B26 B25>B26 B28>B29"
    " B30>B14"
)
ACUTE = {
    Answer.ACUTE_BACK: "A1 A2 A3 A4 A5 A6 B12 B13 B14 B19 B20 B21 B25 B27 B28 B30",
    Answer.ACUTE_NECK: "B01 B02 B03 B04 B05",
    Answer.ACUTE_SHOULDER: "B02 B06 B07 B08 B14 B20 B21 B28",
    Answer.ACUTE_WRIST: "A4 B09 B10 B11 B28",
    Answer.ACUTE_HIP: "A1 A2 A3 A4 A5 A6 A7 B15 B16 B17 B18 B19 B20 B22 B24 B25 B27 B28 B30",
    Answer.ACUTE_KNEE: "A5 A6 A7 B15 B16 B17 B18 B19 B20 B22 B24",
    Answer.ACUTE_CALF: "A7 B17 B18 B24 B29",
}
LABELS = list(HIDES)
ANSWER_OF = {label: Answer.DISC if label.startswith("DISC") else Answer(label) for label in LABELS}
