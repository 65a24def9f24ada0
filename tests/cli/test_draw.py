"""`stretchtimer draw`: one picture or all, as PNG or SVG."""

import pytest

from stretchtimer.cli import run
from stretchtimer.resources import asset


def png_size(path):
    header = path.read_bytes()[:24]
    assert header.startswith(b"\x89PNG")
    return int.from_bytes(header[16:20]), int.from_bytes(header[20:24])


def test_a_picture_as_svg(tmp_path):
    output = tmp_path / "wall.svg"
    assert run(["draw", "A5", "--size", "320x240", "--side", "left", "-o", str(output)]) == 0
    text = output.read_text(encoding="utf-8")
    assert text.startswith("<svg")
    assert 'viewBox="0 0 320 240"' in text


def test_a_sheet_has_every_exercise(qapp, tmp_path):
    output = tmp_path / "sheet.svg"
    assert run(["draw", "--sheet", "--size", "60x48", "-o", str(output)]) == 0
    text = output.read_text(encoding="utf-8")
    assert text.count("<text") == 37
    assert "Wall hamstring" in text
    output = tmp_path / "sheet.png"
    assert run(["draw", "--sheet", "--size", "60x48", "-o", str(output)]) == 0
    assert png_size(output) == (12 + 6 * 72, 12 + 7 * 86)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["draw", "-o", "x.png"], "name one EXERCISE"),
        (["draw", "A5", "--sheet", "-o", "x.png"], "name one EXERCISE"),
        (["draw", "A5", "-o", "x.jpg"], "as .png or .svg"),
        (["draw", "--sheet", "--size", "2000x2000", "-o", "x.png"], "1000x1000"),
    ],
)
def test_what_cannot_be_drawn_is_told(arguments, words, capsys):
    assert run(arguments) == 2
    assert words in capsys.readouterr().err


def test_a_place_that_cannot_be_written_is_told(tmp_path, capsys):
    assert run(["draw", "A5", "-o", str(tmp_path / "nowhere" / "a.svg")]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_the_other_direction_of_a_movement_is_no_mirror_image(tmp_path):
    for side in ("right", "left"):
        output = str(tmp_path / f"{side}.svg")
        assert run(["draw", "shoulder-rolls", "--at", "0.5", "--side", side, "-o", output]) == 0
    right, left = ((tmp_path / f"{side}.svg").read_text("utf-8") for side in ("right", "left"))
    assert right != left
    assert "matrix(-1" not in left


@pytest.fixture
def write(tmp_path):
    """Writes an exercise as somebody would who copies another, with some words changed."""

    def written(*changes):
        text = asset("exercises", "calf-wall.toml").read_text("utf-8")
        for old, new in (('id = "calf-wall"', 'id = "mine"'), ('code = "B18"\n', ""), *changes):
            assert old in text
            text = text.replace(old, new)
        path = tmp_path / "mine.toml"
        path.write_text(text, encoding="utf-8")
        return str(path)

    return written


def test_a_file_that_somebody_writes_is_drawn_where_it_is(write, tmp_path, capsys):
    output = tmp_path / "mine.svg"
    assert run(["draw", write(), "-o", str(output)]) == 0
    assert output.read_text("utf-8").startswith("<svg")
    printed = capsys.readouterr()
    assert printed.err == ""
    assert "hold: near palm" in printed.out


def test_what_no_body_can_do_is_drawn_and_told(write, tmp_path, capsys):
    file = write(("near_arm = {at=[", "near_arm = {shrug=[-90, 0], at=["))
    output = tmp_path / "mine.svg"
    assert run(["draw", file, "-o", str(output)]) == 0
    assert output.exists()
    assert "near_arm" in capsys.readouterr().err


def test_a_file_that_cannot_be_understood_is_told(write, tmp_path, capsys):
    file = write(('view = "side"', 'view = "top"'))
    assert run(["draw", file, "-o", str(tmp_path / "mine.svg")]) == 1
    assert "figure.view" in capsys.readouterr().err
