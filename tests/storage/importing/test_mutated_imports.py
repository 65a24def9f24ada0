"""Good files of every format, spoiled at random: taken over or refused in one line, never else."""

import io
import json
import zipfile
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.resources import asset, routines_dir
from stretchtimer.storage.authored import read_exercise, read_routine
from stretchtimer.storage.folders import find_folders
from stretchtimer.storage.importing.draft import NotUnderstoodError
from stretchtimer.storage.importing.keep import keep
from stretchtimer.storage.importing.read import read_import
from stretchtimer.storage.library import load_library
from stretchtimer.storage.toml_file import toml_from_text
from tests.examples import examples
from tests.figure.pictures import ARROW, png
from tests.shipped import LIBRARY, NOWHERE

ROUTINE = (routines_dir() / "knees-to-chest.toml").read_bytes()
EXERCISE = (asset("exercises") / "ham-band.toml").read_bytes()
PICTURED = EXERCISE.replace(b'"ham-band"', b'"mine"') + (
    b'\n[pictures]\nhold = "a.png"\nstart = "b.svg"\n'
)


def packed(method):
    files = {
        "pack.toml": b'format = 1\nauthor = "A"\n',
        "routines/mine.toml": ROUTINE.replace(b'"knees-chest"', b'"mine"'),
        "exercises/mine.toml": PICTURED,
        "exercises/a.png": png(),
        "exercises/b.svg": ARROW,
    }
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", method) as archive:
        for name, body in files.items():
            archive.writestr(name, body)
    return content.getvalue()


def step(label, length_s):
    return {"step_type": "step", "label": label, "length": length_s * 1000, "type": "NORMAL"}


SET = {"repetitions": 2, "exercises": [{"name": "A", "duration": 30}, {"name": "Rest"}]}
TIMES = {"workTime": 30, "restTime": 10, "breakTime": 60, "warmupTime": 5, "restarts": 1}
GOOD = {
    "text": b"# Back\n3 x:\nCalf, R/L, 6 x 40 s, rest 10\n- Hips: right 20 s, left 30 s, twice\n",
    "csv": b'Exercise;Hold;Reps;Rest;Sides\n"Hip; opener";40;6;10;R/L\nCalf;20 s;;;\n',
    "toml": ROUTINE,
    "exercise": PICTURED,
    "stored pack": packed(zipfile.ZIP_STORED),
    "pack": packed(zipfile.ZIP_DEFLATED),
    "just another workout timer": json.dumps(
        {"workouts": [{"title": "T", "sets": [SET]}]}
    ).encode(),
    "openhiit": json.dumps(
        [{"name": "H", "activeIntervals": 2, "activities": ["L"], "timeSettings": TIMES}]
    ).encode(),
    "timer machine": json.dumps(
        {"timers": [{"name": "L", "loop": 2, "steps": [
            step("Bend", 15),
            {"step_type": "group", "name": "G", "loop": 2, "steps": [step("B", 9)]},
        ]}]}
    ).encode(),
    "workrave": b'<?xml version="1.0"?><exercises><exercise><title>R</title><description>Do. It.'
    b'</description><sequence duration="40"><image src="a.png" duration="10"/>'
    b'<image src="a.png" mirrorx="yes" duration="10"/></sequence></exercise></exercises>',
}  # fmt: skip
NASTY = [
    b"", b"\0", b"\xff", b"-", b"0", b"1e999", b"NaN", b"null", b"[]", b"{}", b'"', b"9" * 25,
    b"[" * 60, b"<a>" * 12, b"&x;", b"../", b"\n", b"'''", b"\x1b[2J", "\u202e".encode(),
    b"PK\x01\x02", b"true", b"-1", b"600", b"1" + b"0" * 18, b" x ", b":", b"#", b"= ",
]  # fmt: skip
change = st.tuples(
    st.floats(0, 1), st.integers(0, 12), st.sampled_from(NASTY) | st.binary(max_size=3)
)


@pytest.mark.parametrize("name", GOOD)
def test_each_is_good_to_begin_with(tmp_path, name):
    file = tmp_path / "x"
    file.write_bytes(GOOD[name])
    found = read_import(file, LIBRARY)
    assert found.routines or found.exercises


def spoiled(content, changes, kept):
    changed = bytearray(content)
    for share, length, piece in changes:
        at = int(share * len(changed))
        changed[at : at + length] = piece
    return bytes(changed[: int(kept * len(changed))])


def written_again(found):
    """What is offered to be kept can really be read again, and played."""
    for new in found.exercises:
        assert read_exercise(toml_from_text(NOWHERE, new.text)).content == new.content
    for new in found.routines:
        assert read_routine(toml_from_text(NOWHERE, new.text)).content == new.content
        assert found.over(LIBRARY).prescriptions(new.content)
    assert all("\n" not in str(one) for one in found.missed)


@pytest.mark.parametrize("name", GOOD)
@examples(12)
@given(st.lists(change, max_size=4), st.sampled_from([1.0, 1.0, 0.9, 0.5]))
def test_a_spoiled_file_is_refused_in_one_line_or_taken_over(tmp_path_factory, name, changes, kept):
    file = tmp_path_factory.getbasetemp() / "spoiled"
    file.write_bytes(spoiled(GOOD[name], changes, kept))
    began_s = process_time()
    try:
        found = read_import(file, LIBRARY)
    except NotUnderstoodError as error:
        refused = str(error)
    else:
        refused = ""
        written_again(found)
    assert "\n" not in refused
    assert process_time() - began_s < 1


@pytest.mark.parametrize("name", GOOD)
def test_what_was_there_stays_as_it_was(tmp_path, name):
    folders = find_folders()
    file = tmp_path / "x"
    file.write_bytes(GOOD[name])
    first = read_import(file, LIBRARY)
    keep(first, folders)
    keep(read_import(file, first.over(LIBRARY)), folders)
    library = load_library(folders)
    assert library.problems == ()
    before = {path: path.read_bytes() for path in folders.data.rglob("*.toml")}
    for broken in (GOOD[name][:-20], b"[" * 9000, b"PK\x03\x04"):
        file.write_bytes(broken)
        try:
            read_import(file, library)
        except NotUnderstoodError:
            continue
    assert {path: path.read_bytes() for path in folders.data.rglob("*.toml")} == before
