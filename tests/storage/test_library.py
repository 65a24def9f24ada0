"""The library: what loads, what is told, and how things are found."""

import os

import pytest

from stretchtimer.core.routine import Prescription
from stretchtimer.storage import kept, shelving
from stretchtimer.storage.library import NotFoundError, load_library
from tests.storage.library_files import WALL, WALL_ROUTINE, own_folders, with_line


@pytest.fixture
def folders(tmp_path):
    return own_folders(tmp_path / "own")


@pytest.fixture
def load(folders, tmp_path):
    """A library whose only shipped files are the wall stretch and its routine."""
    shipped = tmp_path / "shipped"
    exercises, routines = shipped / "exercises", shipped / "routines"
    exercises.mkdir(parents=True)
    routines.mkdir()
    (exercises / "ham-wall.toml").write_text(WALL)
    (routines / "wall-hamstring.toml").write_text(WALL_ROUTINE)

    def load_now():
        return load_library(folders, shipped_exercises=exercises, shipped_routines=routines)

    return load_now


def told(library):
    return [str(problem) for problem in library.problems]


def own_routine(**changes):
    text = with_line(WALL_ROUTINE, "id", 'id = "mine"')
    text = with_line(text, "code", "")
    for key, value in changes.items():
        text = with_line(text, key, f"{key} = {value}")
    return text


def test_own_files_stand_next_to_the_shipped_ones(load, folders):
    own_exercise = with_line(with_line(WALL, "id", 'id = "my-wall"'), "code", "")
    (folders.exercises / "any name.toml").write_text(own_exercise)
    (folders.routines / "mine.toml").write_text(own_routine(exercise='"my-wall"'))
    library = load()
    assert told(library) == []
    assert list(library.exercises) == ["ham-wall", "my-wall"]
    assert list(library.routines) == ["wall-hamstring", "mine"]


def test_a_new_own_file_does_not_have_the_shipped_ones_read_again(load, folders, tmp_path):
    load()
    shipped = tmp_path / "shipped" / "exercises" / "ham-wall.toml"
    status = shipped.stat()
    shipped.write_text("?" * status.st_size)  # to be read it would have to look different
    os.utime(shipped, ns=(status.st_atime_ns, status.st_mtime_ns))
    (folders.routines / "mine.toml").write_text(own_routine())
    library = load()
    assert told(library) == []
    assert list(library.routines) == ["wall-hamstring", "mine"]


def test_a_program_whose_dataclasses_changed_reads_all_files_again(load, monkeypatch, tmp_path):
    load()
    shipped = tmp_path / "shipped" / "exercises" / "ham-wall.toml"
    status = shipped.stat()
    shipped.write_text(WALL.replace("Wall hamstring", "Wall HAMSTRING"))
    os.utime(shipped, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert load().exercises["ham-wall"].name == "Wall hamstring"
    changed = tmp_path / "core"
    changed.mkdir()
    (changed / "pose.py").write_text("another field")
    monkeypatch.setattr(kept, "CORE", changed)
    assert load().exercises["ham-wall"].name == "Wall HAMSTRING"


def test_prescriptions_join_blocks_and_exercises(load, folders):
    (folders.routines / "mine.toml").write_text(own_routine(hold_s=20, reps=3))
    library = load()
    (prescription,) = library.prescriptions(library.routines["mine"])
    assert isinstance(prescription, Prescription)
    assert prescription.exercise is library.exercises["ham-wall"]
    assert (prescription.dose.hold_s, prescription.dose.reps) == (20, 3)
    assert prescription.dose.ease_s == prescription.exercise.dose.ease_s


@pytest.mark.parametrize(
    "text", ["wall-hamstring", "R1", "r1", "Wall Hamstring", "  WALL hamstring "]
)
def test_a_routine_is_found_by_id_code_and_name(load, text):
    assert load().find_routine(text).id == "wall-hamstring"


def test_an_exercise_is_found_the_same_way(load):
    library = load()
    assert {library.find_exercise(text).id for text in ("ham-wall", "a5", "Wall Hamstring")} == {
        "ham-wall"
    }


def test_an_id_goes_before_a_code_and_a_code_before_a_name(load, folders):
    own = with_line(own_routine(), "name", 'name = "R1"')
    (folders.routines / "mine.toml").write_text(own)
    assert load().find_routine("R1").id == "wall-hamstring"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("wal", 'no routine is called "wal"; did you mean wall-hamstring?'),
        ("wall-hamstirng", 'no routine is called "wall-hamstirng"; did you mean wall-hamstring?'),
        ("zzzz", 'no routine is called "zzzz"'),
        ("", 'no routine is called ""'),
        ("\x1b[2J", 'no routine is called "\\x1b[2J"'),
        ("x" * 999, f'no routine is called "{"x" * 60}"'),
    ],
)
def test_what_is_not_found_is_told_with_what_comes_near(load, text, message):
    with pytest.raises(NotFoundError) as caught:
        load().find_routine(text)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            own_routine(hold_s='"forty"'),
            'block[0].hold_s: expected a whole number from 1 to 600, found "forty"',
        ),
        (own_routine(hold_s=0), "block[0].hold_s: expected a whole number from 1 to 600, found 0"),
        (
            own_routine(hold_s="40.0"),
            "block[0].hold_s: expected a whole number from 1 to 600, found 40.0",
        ),
        (own_routine(reps="true"), "expected a whole number from 1 to 50, found true"),
        (
            own_routine().replace("hold_s", "hold"),
            'block[0].hold: unknown key; did you mean "hold_s"?',
        ),
        (
            own_routine().replace('exercise = "ham-wall"', ""),
            "block[0].exercise: missing; expected text of 1 to 60 characters",
        ),
        (
            own_routine(id='"My wall"'),
            'id: expected small letters, digits and single hyphens, found "My wall"',
        ),
        (
            own_routine(id='"../up"'),
            'id: expected small letters, digits and single hyphens, found "../up"',
        ),
        (
            own_routine(format=2),
            "format: written for a newer stretchtimer (format 2); update to read it",
        ),
        (own_routine(format='"1"'), 'format: expected 1, found "1"'),
        (own_routine(id='"wall-hamstring"'), 'id: "wall-hamstring" is already the id in'),
        (
            own_routine(exercise='"ham-wal"'),
            'block[0].exercise: no exercise has the id "ham-wal"; did you mean "ham-wall"?',
        ),
        (
            own_routine() + 'round = "a"\n',
            "the round “a” of a block is not among [rounds]",
        ),
        (own_routine(hold_s=600, reps=50), "expected at most 4 hours in all, found 517 min 35 s"),
        ("[[", "not valid TOML"),
    ],
)
def test_a_routine_with_a_problem_is_left_out_and_told_in_one_line(load, folders, text, message):
    path = folders.routines / "mine.toml"
    path.write_text(text)
    library = load()
    assert list(library.routines) == ["wall-hamstring"]
    (line,) = told(library)
    assert line.startswith(f"{path}:")
    assert message in line


def test_lines_are_those_of_the_key(load, folders):
    text = own_routine(hold_s='"forty"')
    (folders.routines / "mine.toml").write_text(text)
    (problem,) = load().problems
    assert text.splitlines()[problem.line - 1] == 'hold_s = "forty"'


def test_each_problem_of_a_file_is_told_in_the_order_of_its_lines(load, folders):
    (folders.routines / "mine.toml").write_text(own_routine(outro_s=-1, ease_s=700, reps=51))
    lines = [problem.line for problem in load().problems]
    assert len(lines) == 3
    assert lines == sorted(lines)


@pytest.mark.parametrize(
    ("key", "line", "message"),
    [
        ("sides", "sides = 2", "dose.sides: two sides need a limb to name"),
        (
            "near_leg",
            "near_leg = {angles=[1, 2]}",
            "figure.hold.near_leg: near_leg needs a third angle, that of its sole",
        ),
        ("near_leg", "near_leg = {}", "figure.hold.near_leg: give a leg exactly one of"),
        (
            "hip",
            "hip = [0, 1e3]",
            "figure.hold.hip[1]: expected a number from -400 to 400, found 1000.0",
        ),
        ("hold", 'hold = ""', 'words.hold: expected text of 1 to 200 characters, found ""'),
        ("kind", 'kind = "dance"', 'kind: expected "stretch", "drill" or "rest", found "dance"'),
        (
            "equipment",
            "equipment = {}",
            "expected a list of at most 10, each text of 1 to 80 characters, found a table; put br",
        ),
        ("equipment", 'equipment = "mat"', 'found "mat"; put brackets round it, [ ]'),
    ],
)
def test_an_exercise_with_a_problem_is_left_out_and_told(load, folders, key, line, message):
    text = with_line(with_line(WALL, "id", 'id = "mine"'), key, line)
    (folders.exercises / "mine.toml").write_text(text)
    library = load()
    assert list(library.exercises) == ["ham-wall"]
    (told_line,) = told(library)
    assert message in told_line


def test_an_endless_exercise_is_refused(load, folders):
    text = with_line(WALL, "id", 'id = "mine"')
    text = with_line(with_line(text, "hold_s", "hold_s = 600"), "reps", "reps = 50")
    (folders.exercises / "mine.toml").write_text(text)
    (line,) = told(load())
    assert "dose: expected at most 4 hours in all" in line


def test_of_two_own_files_with_one_id_the_first_stays(load, folders):
    (folders.routines / "a.toml").write_text(own_routine(intro_s=1))
    (folders.routines / "b.toml").write_text(own_routine(intro_s=2))
    library = load()
    assert library.routines["mine"].intro_s == 1
    (line,) = told(library)
    assert line.startswith(f"{folders.routines / 'b.toml'}:")
    assert "a.toml" in line


def test_a_shipped_file_is_named_by_its_id(folders, tmp_path):
    shipped = tmp_path / "shipped"
    shipped.mkdir()
    (shipped / "wall.toml").write_text(WALL)
    library = load_library(folders, shipped_exercises=shipped, shipped_routines=tmp_path / "none")
    (line,) = told(library)
    assert 'id: a shipped file is named by its id: expected "wall"' in line


def test_what_an_editor_leaves_behind_is_not_read(load, folders):
    for name in (".mine.toml", "mine.toml~", "#mine.toml#", "notes.txt"):
        (folders.routines / name).write_text("=")
    assert told(load()) == []


def test_a_person_without_files_has_no_problems(load, folders):
    folders.exercises.rmdir()
    folders.routines.rmdir()
    assert told(load()) == []


def test_a_folder_that_is_none_is_told(load, folders):
    folders.routines.rmdir()
    folders.routines.write_text("I am a file")
    assert told(load()) == [f"{folders.routines}: cannot be read: Not a directory"]


def test_there_is_an_end_to_the_files_read(load, folders, monkeypatch):
    monkeypatch.setattr(shelving, "_MAX_FILES", 2)
    for name in "abc":
        (folders.routines / f"{name}.toml").write_text(own_routine(id=f'"{name}"'))
    library = load()
    assert list(library.routines) == ["wall-hamstring", "a", "b"]
    assert told(library) == [f"{folders.routines}: only the first 2 of 3 files are read"]


def test_codes_count_like_numbers(load, folders):
    for number in (10, 2):
        text = with_line(WALL_ROUTINE, "id", f'id = "r{number}"')
        (folders.routines / f"{number}.toml").write_text(
            with_line(text, "code", f'code = "R{number}"')
        )
    (folders.routines / "z.toml").write_text(own_routine())
    assert [routine.code for routine in load().routines.values()] == ["R1", "R2", "R10", ""]
