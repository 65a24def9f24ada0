"""`stretchtimer draw`: one picture or all, as PNG or SVG."""

import pytest

from stretchtimer.cli import run


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
