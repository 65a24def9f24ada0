"""Whatever a file is, the answer is its table or a plain reason."""

import os
import time
from contextlib import suppress
from pathlib import Path

import pytest

from stretchtimer.storage.problems import FileRefused
from stretchtimer.storage.toml_file import MAX_BYTES, read_toml


def refusal(path, **options):
    with pytest.raises(FileRefused) as caught:
        read_toml(path, **options)
    return [str(problem) for problem in caught.value.problems]


@pytest.fixture
def file(tmp_path):
    return tmp_path / "my.toml"


def test_a_good_file_gives_its_table(file):
    file.write_bytes(b"\xef\xbb\xbfa = 1\r\nb = 'two'\r\n")  # as an editor on Windows saves it
    assert read_toml(file).table == {"a": 1, "b": "two"}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"a = 1\nb = = 2\n", ":2: not valid TOML: invalid value at column 5"),
        (b"a = [-.95]", "column 6; a number has digits on both sides of its point: 0.75"),
        (b"a = 5.", "column 6; a number has digits on both sides of its point: 0.75"),
        (b"a = side", 'column 5; text stands in quotation marks: "side"'),
        ("a = “side”".encode(), 'column 5; quotation marks are straight: "side"'),
        (b"a = {b=1,}", "column 10; a table in { } stays on one line, and ends without a comma"),
        (b"a = {b=1 c=2}", "column 10; is a comma missing before it?"),
        (b"a = [1 2]", "column 8; is a comma missing before it?"),
        (b"a = 1\nb = [", ":2: not valid TOML: invalid value (at end of document)"),
        (b"a = 1\n\xff\n", ":2: expected UTF-8 text, found other bytes; save the file as UTF-8"),
        ("a = 1".encode("utf-16"), ":1: expected UTF-8 text"),
        (b"a" * (MAX_BYTES + 1), ": expected at most 256 KiB of text, found more"),
        (b"a = " + b"[" * 50_000, ": lists or tables nested too deeply"),
        (b"a = " + b"{b = " * 40_000, ": lists or tables nested too deeply"),
        (b"a = " + b"[" * 20 + b"]" * 20, ":1: a[0][0]"),
        (b"a = " + b"9" * 5_000, ": a number with too many digits"),
        (b"\na = 0x" + b"f" * 5_000, ":2: a: expected a whole number of at most 15 digits"),
        (b"\n\na = nan", ":3: a: expected a finite number, found nan"),
        (b"a = [1,\n-inf]", ":2: a[1]: expected a finite number, found -inf"),
        (b"a = 2024-02-30", ": not valid TOML: invalid date"),
        (b"a = 07:32:00", "found a date or time, 07:32:00"),
        (b"a = 1979-05-27T07:32:00Z", "found a date or time, 1979-05-27 07:32:00+00:00"),
        (b'a = "\\u001b[31m"', ':1: a: expected text without control characters, found "\\u001b'),
        (b"\n" + b".".join([b"a"] * 40_000) + b" = 1", ":2: a dotted name with more than 32"),
    ],
)
def test_a_bad_file_gives_one_plain_line(file, content, reason):
    file.write_bytes(content)
    (line,) = refusal(file)
    assert line.startswith(f"{file}:")
    assert reason.removeprefix(":") in line.removeprefix(str(file))
    assert line.isprintable()


def test_no_file_takes_long(file):
    lines = b"\n".join(b".".join([b"k%d" % index] * 30) + b" = 1" for index in range(2_000))
    for content in (lines, b'a = """' + b'"' * 200_000, b"[" + b"a." * 100_000, b"\\" * MAX_BYTES):
        file.write_bytes(content)
        before = time.process_time()
        with suppress(FileRefused):
            read_toml(file)
        assert time.process_time() - before < 2


def test_what_is_not_a_file_is_said_to_be_none(tmp_path):
    folder = tmp_path / "folder.toml"
    folder.mkdir()
    assert refusal(folder) == [f"{folder}: expected a file, found a folder or a device"]
    pipe = tmp_path / "pipe.toml"
    os.mkfifo(pipe)
    assert refusal(pipe) == [f"{pipe}: expected a file, found a folder or a device"]
    missing = tmp_path / "missing.toml"
    assert refusal(missing) == [f"{missing}: cannot be read: No such file or directory"]


def test_a_link_is_followed_only_inside_its_folder(tmp_path):
    outside = tmp_path / "outside.toml"
    outside.write_text("a = 1")
    folder = tmp_path / "routines"
    folder.mkdir()
    (folder / "real.toml").write_text("b = 1")
    (folder / "in.toml").symlink_to("real.toml")
    (folder / "out.toml").symlink_to(outside)
    (folder / "loop.toml").symlink_to("loop.toml")
    assert read_toml(folder / "in.toml", inside=folder).table == {"b": 1}
    assert refusal(folder / "out.toml", inside=folder) == [
        f"{folder / 'out.toml'}: a link that leads out of its folder; copy the file"
    ]
    assert "cannot be read" in refusal(folder / "loop.toml", inside=folder)[0]
    assert read_toml(folder / "out.toml").table == {"a": 1}


def test_a_file_that_cannot_be_read_is_told():
    unreadable = Path("/proc/self/mem")
    assert refusal(unreadable) == [f"{unreadable}: cannot be read: Input/output error"]


def test_a_name_with_a_line_break_stays_on_one_line(tmp_path):
    path = tmp_path / "a\nb.toml"
    path.write_text("=")
    (line,) = refusal(path)
    assert "a\\nb.toml:1: not valid TOML" in line


def test_thousands_of_odd_values_are_told_in_a_few_lines(file):
    file.write_text("x = [" + "nan," * 20_000 + "]")
    lines = refusal(file)
    assert len(lines) == 51
    assert lines[-1] == f"{file}: and more; mend these first"
