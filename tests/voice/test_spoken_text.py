"""Whatever stands in a file, an engine gets plain, bounded text."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from stretchtimer.voice.spoken_text import MAX_CHARACTERS, spoken_text

COMMANDS = set("[]<>|\\{}^~`&")
MARKUP = [
    "<speak>",
    "</speak>",
    '<break time="90s"/>',
    '<audio src="http://localhost/x.wav"/>',
    "<!-- -->",
    "<![CDATA[",
    "&lt;",
    "&#1;",
    "[[inpt PHON]]",
    "[[slnc 90000]]",
    "[[h@l'oU]]",
    "\\rate=9\\",
    "{{{",
    "|",
    "^x^",
    "~~",
    "`",
    "\x01200s",
    "\x0110P",
    "\x1b[2J",
    "\0",
    "\u202e",
    "\u2028",
    "\ufeff",
    "\ud7ff\uf8ff",
    "🧘‍♀️",
    "Hold",
]


ODD = st.one_of(
    st.text(max_size=900),
    st.text(alphabet="[]<>|\\{}&a .!\x01\u202e", max_size=300),
    st.text(alphabet=st.characters(categories=["Cc", "Cf", "Co", "Cn", "Zl", "Zp"]), max_size=80),
    st.text(alphabet=st.characters(categories=["So", "Sk", "Mn", "Me"]), max_size=80),
    st.text(alphabet="אבגדהوزحטי \u200f\u202b\u2067", max_size=80),
    st.text(alphabet="a", min_size=41, max_size=900),
    st.lists(st.sampled_from(MARKUP), max_size=12).map(" ".join),
    st.lists(st.sampled_from(MARKUP), max_size=12).map("".join),
)


@given(ODD)
@example("a" * 5_000)
@example("[[inpt PHON]] hello")
@example("e\u0301" * 300)
def test_text_is_bounded_plain_and_stays_so(text):
    spoken = spoken_text(text)
    assert len(spoken) <= MAX_CHARACTERS
    assert not COMMANDS & set(spoken)
    assert not any(unicodedata.category(character)[0] == "C" for character in spoken)
    assert spoken == "" or any(character.isalnum() for character in spoken)
    assert spoken_text(spoken) == spoken


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("Keep pushing. Tailbone down, breathe.", "Keep pushing. Tailbone down, breathe."),
        ("Höher, Straße, où, ñandú", "Höher, Straße, où, ñandú"),
        ("[[slnc 90000]]Hold", "slnc 90000 Hold"),
        ('<speak rate="9">Hold</speak>', 'speak rate="9" Hold /speak'),
        ("Hold\x01200s", "Hold 200s"),
        ("Hold\n\n\there", "Hold here"),
        ("well done 🎉🎉", "well done"),
        ("🎉", ""),
        ("...", ""),
        ("", ""),
        ("no!!!!!!", "no!"),
        ("a" * 90, "a" * 40),
        ("שלום", "שלום"),
    ],
)
def test_examples(text, spoken):
    assert spoken_text(text) == spoken
