"""The commands as people and programs use them."""

import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from stretchtimer.app import open_home
from stretchtimer.cli import run
from stretchtimer.core.screening import Screening

QUICK = ["list", "show R1", "show R6 --json", "check routines", "doctor", "show nothing"]


def test_list_names_every_routine_with_its_time(capsys):
    assert run(["list"]) == 0
    out, err = capsys.readouterr()
    assert "wall-hamstring" in out
    assert "6:55" in out
    assert err == ""


def test_list_json_has_totals_and_exercises(capsys):
    assert run(["list", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    totals = {routine["code"]: routine["total_s"] for routine in data["routines"]}
    assert len(totals) == 12
    assert (totals["R1"], totals["R7"], totals["R12"]) == (415, 120, 936)
    kinds = {exercise["code"]: exercise["kind"] for exercise in data["exercises"]}
    assert kinds["A7"] == "drill"
    assert len(kinds) == 37
    assert data["problems"] == []


@pytest.mark.parametrize("name", ["R1", "r1", "wall-hamstring", "Wall hamstring"])
def test_show_json_is_the_score(capsys, name):
    assert run(["show", name, "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["total_ms"] == 415_000
    assert set(data["phases"][0]) == {
        "at_ms",
        "length_ms",
        "kind",
        "exercise",
        "side",
        "rep",
    }
    assert data["phases"][2] == {
        "at_ms": 55_000,
        "length_ms": 5_000,
        "kind": "ease",
        "exercise": "ham-wall",
        "side": "both",
        "rep": 1,
    }
    assert set(data["cues"][0]) == {"at_ms", "length_ms", "text", "sound"}
    assert data["cues"][0]["text"] == "Wall hamstring. Forty seconds, six times."
    assert all((cue["text"] is None) != (cue["sound"] is None) for cue in data["cues"])


def test_an_own_dose_is_shown(capsys):
    assert run(["show", "R1", "--hold", "20", "--reps", "3", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["total_ms"] == 175_000
    assert [p["length_ms"] for p in data["phases"] if p["kind"] == "hold"] == [20_000] * 3


def test_show_for_people_has_the_words(capsys):
    assert run(["show", "R3"]) == 0
    out = capsys.readouterr().out
    assert "“Switch sides. Left leg.”" in out
    assert "4:15  end" in out


def test_check_says_that_all_is_right(capsys):
    assert run(["check", "assets/exercises", "routines"]) == 0
    assert capsys.readouterr().out == "Everything is right.\n"


def test_check_tells_every_problem_with_its_place(capsys, tmp_path):
    file = tmp_path / "mine.toml"
    file.write_text(
        'format = 1\nid = "mine"\nname = "Mine"\n'
        '\n[[block]]\nexercise = "ham-wall"\nhold_s = "40"\n'
    )
    assert run(["check", str(file)]) == 1
    assert f"{file}:7: block[0].hold_s" in capsys.readouterr().out
    assert run(["check", "--json", str(file)]) == 1
    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert (problem["line"], problem["key"], problem["found"]) == (7, "block[0].hold_s", '"40"')


def test_doctor_names_voice_display_and_folders(capsys):
    assert run(["doctor"]) == 0
    out = capsys.readouterr().out
    for what in ("PySide6", "display", "data folder"):
        assert what in out
    assert re.search(r"library: \d+ routines, \d+ exercises", out)


def test_draw_writes_a_picture_of_the_size(qapp, tmp_path):
    output = tmp_path / "wall.png"
    assert run(["draw", "A5", "--size", "320x240", "-o", str(output)]) == 0
    header = output.read_bytes()[:24]
    assert header.startswith(b"\x89PNG")
    assert (int.from_bytes(header[16:20]), int.from_bytes(header[20:24])) == (320, 240)


@pytest.mark.parametrize(
    "arguments",
    [
        ["dance"],
        ["show"],
        ["show", "nothing"],
        ["show", "R1", "--hold", "0"],
        ["show", "R1", "--hold", "601"],
        ["show", "R1", "--hold", "forty"],
        ["show", "R1", "--reps", "-1"],
        ["play", "R1", "--terminal", "--speed", "0"],
        ["play", "R1", "--terminal", "--speed", "nan"],
        ["play", "nothing", "--terminal"],
        ["draw", "A5", "--at", "1.5", "-o", "x.png"],
        ["draw", "A5", "--at", "nan", "-o", "x.png"],
        ["draw", "A5", "--size", "900", "-o", "x.png"],
        ["draw", "A5", "--size", "99999x99999", "-o", "x.png"],
        ["draw", "A5", "-o", "x.jpeg"],
        ["draw", "nothing", "-o", "x.png"],
        ["draw", "A5", "-o", "/dev/null/x.png"],
        ["show", "R1\n\x1b[31m"],
    ],
)
def test_bad_input_gets_one_clear_line_and_status_2(qapp, capsys, arguments):
    assert run(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("stretchtimer: ")
    assert err.count("\n") == 1
    assert "\x1b" not in err


def test_broken_files_of_a_person_are_told_and_the_rest_is_listed(capsys, own_home):
    folder = own_home / "stretchtimer" / "routines"
    folder.mkdir(parents=True)
    (folder / "broken.toml").write_bytes(b"\xff\x00 = [")
    assert run(["list"]) == 0
    out, err = capsys.readouterr()
    assert "wall-hamstring" in out
    assert "broken.toml" in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("command", QUICK)
def test_the_quick_commands_never_import_qt_or_a_speech_engine(command):
    code = (
        "import sys; from stretchtimer.cli import run; run(sys.argv[1:]);"
        "print([name for name in sys.modules if name.split('.')[0] in ('PySide6', 'pyttsx3')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *command.split()],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_reader_that_goes_away_is_no_error():
    command = [sys.executable, "-m", "stretchtimer", "show", "R1", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as shown:
        assert shown.stdout is not None
        assert shown.stderr is not None
        shown.stdout.close()
        assert shown.stderr.read() == b""


def keep(**replies):
    home = open_home(lambda _: None)
    home.coach.keep_screening(Screening(date(2026, 3, 1), replies))


def test_list_with_answers_tells_who_hides_what_and_what_stands_in(capsys):
    assert run(["list", "--answers", "DISC,osteo", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["answers"] == ["DISC", "OSTEO"]
    hidden = {item["code"]: item for item in data["hidden"]}
    assert hidden["A1"]["hidden_by"] == ["DISC", "OSTEO"]
    assert hidden["A4"]["hidden_by"] == ["DISC"]
    assert hidden["A1"]["replacement"]["code"] == "B26"
    assert "a disc problem" in hidden["A4"]["why"]
    assert {item["code"] for item in data["allowed"]} >= {"A7", "B26"}
    assert not {item["code"] for item in data["allowed"]} & hidden.keys()
    routines = {routine["code"]: routine for routine in data["routines"]}
    assert routines["R1"]["exercises"] == ["legs-on-chair"]
    assert routines["R1"]["adapted"]
    assert routines["R6"]["total_s"] == 230


def test_list_with_answers_reads_well_too(capsys):
    assert run(["list", "--answers", "heart"]) == 0
    out = capsys.readouterr().out
    assert "Routines are locked because of your heart" in out
    assert run(["list", "--answers", "DISC", "--knees-ok"]) == 0
    out = capsys.readouterr().out
    assert "Knees to chest instead of Wall hamstring" in out


def test_an_unknown_answer_is_refused(capsys):
    assert run(["list", "--answers", "DISK"]) == 2
    assert "there are RED, HEART" in capsys.readouterr().err


def test_show_obeys_the_answers_that_are_kept(capsys):
    keep(disc="yes")
    assert run(["show", "R1", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert {phase["exercise"] for phase in data["phases"]} == {None, "legs-on-chair"}
    assert data["adapted"]
    assert data["changes"][0]["because"] == ["DISC"]
    assert run(["show", "R1"]) == 0
    assert "Wall hamstring (adapted)" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["show R1", "play R1 --terminal", "export R1 -o x.wav"])
def test_what_is_locked_starts_nowhere(capsys, command):
    keep(red="not sure")
    assert run(command.split()) == 1
    assert "Go to an emergency department now" in capsys.readouterr().err


def test_a_single_exercise_is_found_by_its_name(capsys):
    assert run(["show", "A4", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["routine"] == "ham-band"


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_the_history_is_exported(capsys, tmp_path, kind):
    home = open_home(lambda _: None)
    log = home.history.begin("wall-hamstring")
    log.held(exercise="ham-wall", side="both", rep=1, held_ms=40_000, planned_ms=40_000)
    home.history.close()
    output = tmp_path / f"history.{kind}"
    assert run(["history", "export", f"--{kind}", "-o", str(output)]) == 0
    assert "1 holds written" in capsys.readouterr().out
    assert "ham-wall" in output.read_text()


def test_where_the_history_cannot_be_written_that_is_said(capsys, tmp_path):
    output = tmp_path / "no-such-folder" / "x.csv"
    assert run(["history", "export", "--csv", "-o", str(output)]) == 2
    assert "cannot be written" in capsys.readouterr().err
