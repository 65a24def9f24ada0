"""Every key of every document is found on the line where it was written."""

import json
import tomllib

from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.storage.toml_lines import locate, nearest_line

TRICKY = st.sampled_from(
    [
        "1",
        "-0.5e3",
        "true",
        "1979-05-27 07:32:00",
        '"# [no] = {header}"',
        "'it is'",
        '"a \\" quote, and a \\\\"',
        "'C:\\'",
        '"""two\nlines = 1\n[x]"""',
        '"""ends in quotes"""""',
        '"""\\\n  folded \\""" on"""',
        "'''raw\n\\'''",
        '""',
        '""""""',
    ]
)
NAMES = st.sampled_from(["a", "b-2", "3", "ümlaut #", 'quo"te', "dot.ted", "=", "[x]", " "])
KEYS = st.lists(NAMES, min_size=1, max_size=3)
FILLERS = st.sampled_from(["", "  # = [\n", "\n", "# 'half\n\n"])


class Writer:
    """Writes TOML and remembers on which line each thing began."""

    def __init__(self, draw):
        self.draw = draw
        self.text = ""
        self.expected = {(): 1}

    @property
    def line(self):
        return self.text.count("\n") + 1

    def note(self, path):
        self.expected.setdefault(path, self.line)

    def key(self, base, names):
        for length in range(1, len(names) + 1):
            self.note((*base, *names[:length]))
        self.text += " . ".join(self.spelled(name) for name in names)

    def spelled(self, name):
        return name if name.isascii() and name.replace("-", "").isalnum() else json.dumps(name)

    def value(self, path, depth):
        kind = self.draw(st.sampled_from(["plain", "list", "table"] if depth else ["plain"]))
        if kind == "plain":
            self.text += self.draw(TRICKY)
        elif kind == "list":
            self.items(path, depth)
        else:
            self.inline_table(path, depth)

    def items(self, path, depth):
        self.text += "["
        for index in range(self.draw(st.integers(0, 3))):
            self.text += self.draw(FILLERS)
            self.note((*path, index))
            self.value((*path, index), depth - 1)
            self.text += self.draw(FILLERS) + ","
        self.text += "]"

    def inline_table(self, path, depth):
        names = self.draw(st.lists(NAMES, unique=True, max_size=3))
        self.text += "{"
        for position, name in enumerate(names):
            self.text += ", " if position else " "
            self.key(path, [name])
            self.text += " = "
            self.value((*path, name), depth - 1)
        self.text += "}"

    def pairs(self, path):
        first_names = self.draw(st.lists(NAMES, unique=True, max_size=3))
        for name in first_names:
            self.text += self.draw(FILLERS).lstrip(" ")
            names = [name, *self.draw(st.lists(NAMES, max_size=2))]
            self.key(path, names)
            self.text += " = "
            self.value((*path, *names), 2)
            self.text += self.draw(st.sampled_from(["\n", " # [[end]]\n", "\r\n"]))


@st.composite
def documents(draw):
    writer = Writer(draw)
    writer.pairs(())
    for name in draw(st.lists(st.sampled_from(["t1", "t 2", "t=3"]), unique=True)):
        is_list = draw(st.booleans())
        for item in range(draw(st.integers(1, 3)) if is_list else 1):
            writer.note((name,))
            base = (name, item) if is_list else (name,)
            writer.note(base)
            header = writer.spelled(name)
            writer.text += f"[[ {header} ]]" if is_list else f"[{header}]"
            writer.text += draw(st.sampled_from(["\n", "  # ] = 1\n"]))
            writer.pairs(base)
            writer.note((*base, "below"))
            writer.text += f"[{header}.below]\n"
            writer.pairs((*base, "below"))
    return writer.text, writer.expected


@given(documents())
def test_each_key_and_item_is_on_the_line_where_it_was_written(document):
    text, expected = document
    tomllib.loads(text)
    assert dict(locate(text)) == expected


@given(st.text(alphabet="ab=.,[]{}'\"#\\\n ", max_size=60))
def test_no_text_at_all_makes_it_fail(text):
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    locate(text)


def test_what_is_not_there_is_on_the_line_of_what_would_hold_it():
    lines = locate("a = 1\n[[block]]\nb = 2\n[[block]]\nc = 3\n")
    assert nearest_line(lines, ("block", 1, "hold_s")) == 4
    assert nearest_line(lines, ("name",)) == 1
