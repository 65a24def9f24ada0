"""Taking a routine in and giving it away, at the command line."""

import pytest

from stretchtimer.cli import run

TEXT = "# Mine\nhold 10 s, release, five times, each leg, twice daily\nnothing more\n"


@pytest.fixture
def page(tmp_path):
    file = tmp_path / "page.txt"
    file.write_text(TEXT)
    return file


def test_import_shows_what_would_come_and_keeps_it_when_told(page, capsys):
    assert run(["import", str(page), "--yes"]) == 0
    out = capsys.readouterr().out
    assert "Routine “Mine” (mine)" in out
    assert "- Leg stretch: 5 x 10 s, each leg, rest 5 s" in out
    assert "line 3: “nothing more”: says neither how long nor how often" in out
    assert run(["show", "mine"]) == 0


def test_without_yes_and_without_a_person_nothing_is_kept(page, capsys):
    assert run(["import", str(page)]) == 0
    assert "Nothing was kept." in capsys.readouterr().out
    assert run(["show", "mine"]) == 2


def test_what_cannot_be_imported_is_told_in_one_line(tmp_path, capsys):
    assert run(["import", str(tmp_path / "gone\n.txt")]) == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("ending", [".stretch", ".toml", ".txt"])
def test_what_is_exported_can_be_imported(page, tmp_path, capsys, ending):
    run(["import", str(page), "--yes"])
    file = tmp_path / f"mine{ending}"
    assert run(["export", "mine", "-o", str(file), "--hold", "20"]) == 0
    assert run(["import", str(file), "--yes"]) == 0
    run(["show", "mine-2"])
    assert "hold 20 s" in capsys.readouterr().out


def test_a_sheet_is_a_pdf_of_one_page(qapp, tmp_path):
    file = tmp_path / "sheet.pdf"
    assert run(["export", "R6", "-o", str(file)]) == 0
    content = file.read_bytes()
    assert content.startswith(b"%PDF-")
    assert content.count(b"/Type /Page\n") == 1
    assert [path.name for path in tmp_path.glob("sheet*")] == ["sheet.pdf"]


@pytest.mark.parametrize("ending", [".pdf", ".toml"])
def test_where_it_cannot_be_written_that_is_told(qapp, tmp_path, capsys, ending):
    (tmp_path / "file").touch()
    assert run(["export", "R1", "-o", str(tmp_path / "file" / f"x{ending}")]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_an_unknown_ending_is_told(tmp_path, capsys):
    assert run(["export", "R1", "-o", str(tmp_path / "x.doc")]) == 2
    assert ".stretch" in capsys.readouterr().err
