"""Whatever the file is: taken over rightly or refused in one line, quickly, with little memory."""

import io
import json
import tracemalloc
import zipfile
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.resources import routines_dir
from stretchtimer.storage.authored import read_routine
from stretchtimer.storage.importing.draft import NotUnderstoodError
from stretchtimer.storage.importing.read import read_import, read_text
from stretchtimer.storage.toml_file import toml_from_text
from tests.examples import examples
from tests.shipped import LIBRARY, NOWHERE

ROUTINE = (routines_dir() / "wall-hamstring.toml").read_bytes()
MEGABYTE = 2**20


def packed(files, method=zipfile.ZIP_DEFLATED):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", method, compresslevel=1) as archive:
        for name, body in files:
            archive.writestr(name, body)
    return content.getvalue()


def workout(*exercises, times=1, **more):
    sets = [{"repetitions": times, "exercises": list(exercises)}]
    return json.dumps({"title": "W", "sets": sets, **more}).encode()


def exercise(duration, name="A"):
    return {"name": name, "duration": duration}


MINE = [("routines/mine.toml", ROUTINE)]
LARGE = b"\0" * 7 * MEGABYTE
PACK = packed(MINE)
# Made when they are asked for: some are large.
REFUSED = {
    "50 MB": lambda: b"a" * (50 * MEGABYTE),
    "2 MB of text": lambda: b"Calf stretch 30 s\n" * (2 * MEGABYTE // 18),
    "100,000 blocks": lambda: b"A 1 s\n" * 100_000,
    "100,000 blocks of JSON": lambda: workout(*[exercise(1)] * 30_000),
    "deep JSON": lambda: b"[" * 500_000,
    "deep objects": lambda: b'{"timers":' * 100_000,
    "deep XML": lambda: b"<exercises>" + b"<a>" * 300_000,
    "billion laughs": lambda: b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><exercises>&b;',
    "outside entity": lambda: b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><exercises>&a;',
    "truncated JSON": lambda: workout(exercise(1))[:40],
    "truncated pack": lambda: PACK[: len(PACK) // 2],
    "truncated XML": lambda: b"<exercises><exercise><title>x",
    "huge number": lambda: b'{"title": "x", "sets": [' + b"9" * 10_000 + b"]}",
    "NaN": lambda: workout(exercise(float("nan"))),
    "infinity": lambda: workout(exercise(float("inf"))),
    "negative": lambda: workout(exercise(-5)),
    "10^18": lambda: workout(exercise(10**18)),
    "10^18 times": lambda: workout(exercise(5), times=10**18),
    "text for a number": lambda: workout(exercise("5")),
    "binary": lambda: bytes(range(256)) * 10,
    "wrong encoding": lambda: "Wadendehnung".encode("utf-16-le"),
    "zip bomb": lambda: packed([("routines/a.toml", b"\0" * (80 * MEGABYTE))]),
    "many bombs": lambda: packed([(f"exercises/a{n}.toml", b"#" * 255_000) for n in range(200)]),
    "60,000 names": lambda: packed([(f"n{n}", b"") for n in range(15_000)]),
    "path tricks alone": lambda: packed(
        [("../../etc/cron.d/x", ROUTINE), ("/routines/a.toml", ROUTINE)]
    ),
    "another method": lambda: packed([("routines/mine.toml", ROUTINE)], zipfile.ZIP_LZMA),
    "empty zip": lambda: packed([]),
    "picture bomb": lambda: packed([*MINE, ("exercises/a.png", b"\0" * 9 * MEGABYTE)]),
    "many pictures": lambda: packed([*MINE, *((f"exercises/{n}.png", LARGE) for n in range(9))]),
    "long dotted TOML": lambda: b"format = 1\n" + b".".join([b"a"] * 50_000) + b" = 1",
    "deep TOML": lambda: b"format = 1\na = " + b"[" * 50_000,
    "spaces": lambda: b" " * 900_000,
    "one long line": lambda: b"a 1 s, " * 100_000,
    "slow for patterns": lambda: (b"1 " * 240 + b"\n") * 900,
    "slow for other patterns": lambda: (b"right 1 s left " * 30 + b"\n") * 900,
    "twice-twice": lambda: (b"twice a " * 60 + b"\n") * 900,
}  # fmt: skip


# A good file of each format with this number in it, so many times.
FORMATS = {
    "just another workout timer": lambda n, times: workout(*[exercise(1)] * times).replace(
        b": 1}", b": %b}" % n
    ),
    "openhiit": lambda n, times: (
        b'[{"name": "H", "activeIntervals": %d, "timeSettings": {"workTime": %b}}]' % (times, n)
    ),
    "timer machine": lambda n, times: (
        b'{"timers": [{"loop": 1, "steps": [%b]}]}'
        % b",".join([b'{"label": "A", "length": %b000}' % n] * times)
    ),
    "workrave": lambda n, times: (
        b"<exercises>%b</exercises>"
        % (b'<exercise><title>A</title><sequence duration="%b"/></exercise>' % n * times)
    ),
    "text": lambda n, times: b"Calf %b s\n" % n * times,
    "table": lambda n, times: b"exercise,hold\n" + b"Calf,%b\n" % n * times,
    "toml": lambda n, times: (
        b'format = 1\nid = "a"\nname = "A"\n'
        + b'[[block]]\nexercise = "ham-wall"\nhold_s = %b\n' % n * times
    ),
}
WRONG = {
    "NaN": (b"NaN", 1),
    "negative": (b"-5", 1),
    "10^18": (b"1" + b"0" * 18, 1),
    "100,000": (b"9", 100_000),
}


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_is_right_with_a_right_number(tmp_path, name):
    file = tmp_path / "x"
    file.write_bytes(FORMATS[name](b"9", 1))
    (routine,) = read_import(file, LIBRARY).routines
    assert routine.content.block[0].hold_s == 9


@pytest.mark.parametrize("wrong", WRONG)
@pytest.mark.parametrize("name", FORMATS)
def test_a_wrong_number_is_refused_in_each_format(tmp_path, name, wrong):
    file = tmp_path / "x"
    file.write_bytes(FORMATS[name](*WRONG[wrong]))
    before_s = process_time()
    with pytest.raises(NotUnderstoodError) as caught:
        read_import(file, LIBRARY)
    assert process_time() - before_s < 1
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("make", REFUSED.values(), ids=REFUSED)
def test_a_hostile_file_is_refused_in_one_line_quickly_and_with_little_memory(tmp_path, make):
    file = tmp_path / "x"
    file.write_bytes(make())
    before_s = process_time()
    tracemalloc.start()
    try:
        with pytest.raises(NotUnderstoodError) as caught:
            read_import(file, LIBRARY)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert process_time() - before_s < 1
    assert 0 < len(str(caught.value)) < 300
    assert "\n" not in str(caught.value)
    assert most < 60 * MEGABYTE


def test_a_folder_a_missing_file_and_a_device_are_refused(tmp_path):
    for path in (tmp_path, tmp_path / "nothing", Path("/dev/zero"), Path("nul\0")):
        with pytest.raises(NotUnderstoodError):
            read_import(path, LIBRARY)


def test_what_does_not_belong_into_a_pack_is_left_out_and_told(tmp_path):
    file = tmp_path / "x.stretch"
    names = ["../up.toml", "routines/../../up.toml", "C:\\x.toml", "run.sh", "routines/UP.toml"]
    file.write_bytes(packed([("routines/mine.toml", ROUTINE), *((n, ROUTINE) for n in names)]))
    found = read_import(file, LIBRARY)
    assert [one.content.id for one in found.routines] == ["wall-hamstring-2"]
    assert len(found.missed) == len(names)


def test_a_lie_about_the_size_is_no_way_in(tmp_path):
    content = bytearray(packed([("routines/a.toml", b"\0" * (20 * MEGABYTE))]))
    where = content.index(b"PK\x01\x02") + 24
    content[where : where + 4] = (100).to_bytes(4, "little")
    file = tmp_path / "x.stretch"
    file.write_bytes(content)
    with pytest.raises(NotUnderstoodError):
        read_import(file, LIBRARY)


def test_the_right_part_of_a_wrong_file_is_taken(tmp_path):
    file = tmp_path / "x.json"
    file.write_bytes(workout(exercise(float("nan")), exercise(20, "Right"), exercise(-1), {}, 5))
    found = read_import(file, LIBRARY)
    assert [one.content.name for one in found.exercises] == ["Right"]
    assert [one.where[-10:] for one in found.missed] == [f"exercise {n}" for n in (1, 3, 4, 5)]


def answer(read):
    """What is read, or nothing where it is refused in one line."""
    try:
        return read()
    except NotUnderstoodError as error:
        refusal = str(error)
    assert "\n" not in refusal
    return None


def imported_or_refused(text):
    found = answer(lambda: read_text(text, "t", LIBRARY))
    if found is None:
        return
    for new in found.routines:
        assert read_routine(toml_from_text(NOWHERE, new.text)).content == new.content
        assert found.over(LIBRARY).prescriptions(new.content)


KEYS = (
    "workouts title sets repetitions exercises name duration timers loop steps label length type"
    " timeSettings workTime activities activeIntervals restarts"
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(KEYS.split()), inner, max_size=4)
    ),
    max_leaves=25,
)
PIECES = st.sampled_from(
    ["hold", "10", "s", "x", "5 times", "each leg", "R/L", ",", " ", "\n", "rest", "-", "3 x:",
     "right 10 s left 5 s", "# T", "0", "min", "1:30", "twice", "\t", "\x00", "é", "600", "99999"]
)  # fmt: skip


@given(st.text(max_size=200) | st.lists(PIECES, max_size=30).map(" ".join))
def test_no_text_at_all_makes_the_reader_fail(text):
    imported_or_refused(text)


@examples(200)
@given(JSON)
def test_no_json_at_all_makes_the_reader_fail(value):
    imported_or_refused(json.dumps(value))


@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"PK\x03\x04", PACK, b"<exercises>", b"\xff\xfe"]),
)
def test_no_bytes_at_all_make_the_reader_fail(tmp_path_factory, content, head):
    file = tmp_path_factory.getbasetemp() / "bytes"
    file.write_bytes(head + content)
    answer(lambda: read_import(file, LIBRARY))
