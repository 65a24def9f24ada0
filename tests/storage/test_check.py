"""`check` tells what is wrong with files wherever they are."""

import pytest

from stretchtimer.resources import asset, routines_dir
from stretchtimer.storage.check import check_paths
from stretchtimer.storage.folders import find_folders
from stretchtimer.storage.library import load_library
from tests.storage.library_files import WALL, WALL_ROUTINE, own_folders, with_line

OWN_WALL = with_line(WALL, "id", 'id = "my-wall"')
OWN_ROUTINE = with_line(
    with_line(WALL_ROUTINE, "id", 'id = "mine"'), "exercise", 'exercise = "my-wall"'
)


@pytest.fixture
def check(tmp_path):
    folders = own_folders(tmp_path / "own")
    library = load_library(folders)

    def check_now(*paths):
        return [str(problem) for problem in check_paths(paths, library)]

    return check_now


def test_a_routine_may_name_an_exercise_of_its_folder(check, tmp_path):
    (tmp_path / "wall.toml").write_text(OWN_WALL)
    routine = tmp_path / "mine.toml"
    routine.write_text(OWN_ROUTINE)
    assert check(routine) == []
    assert check(tmp_path) == []


def test_a_routine_may_name_an_exercise_given_beside_it(check, tmp_path):
    for name, text in (("exercises", OWN_WALL), ("routines", OWN_ROUTINE)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.toml").write_text(text)
    assert check(tmp_path / "routines", tmp_path / "exercises" / "x.toml") == []
    assert check(tmp_path) == []
    path = tmp_path / "routines" / "x.toml"
    (line,) = check(path)
    assert line.startswith(f"{path}:")
    assert 'block[0].exercise: no exercise has the id "my-wall"' in line


def test_shipped_files_are_no_clash_with_themselves(check):
    assert check(asset("exercises", "ham-wall.toml"), routines_dir() / "wall-hamstring.toml") == []


def test_a_file_that_the_library_would_refuse_is_told(check, tmp_path):
    path = tmp_path / "x.toml"
    path.write_text(with_line(WALL_ROUTINE, "intro_s", "intro_s = 3"))
    (line,) = check(path)
    assert 'id: "wall-hamstring" is already the id of another in the library' in line


def test_two_files_of_one_id_are_told(check, tmp_path):
    for name in "ab":
        (tmp_path / f"{name}.toml").write_text(OWN_WALL)
    (line,) = check(tmp_path)
    assert line.startswith(f"{tmp_path / 'b.toml'}:3: id: ")


def test_words_of_the_voice_are_checked_too(check, tmp_path):
    english = asset("phrases", "en.toml")
    german = tmp_path / "de.toml"
    german.write_text(english.read_text(encoding="utf-8").replace("{rep} of", "{pre} of", 1))
    assert check(english) == []
    (line,) = check(german)
    assert "rep_counter: expected {reps} {rep}" in line


def test_everything_wrong_is_told_and_nothing_stops_it(check, tmp_path):
    (tmp_path / "a.toml").write_text("=")
    (tmp_path / "b.toml").write_text("format = 1\n")
    (tmp_path / "c.toml").write_text(with_line(OWN_WALL, "hold_s", "hold_s = 0"))
    missing = tmp_path / "missing.toml"
    lines = check(tmp_path, missing)
    assert [line.removeprefix(str(tmp_path)).split(":")[0] for line in lines] == [
        "/a.toml",
        "/b.toml",
        "/c.toml",
        "/missing.toml",
    ]
    assert "neither an exercise, which has [dose], nor a routine, which has [[block]]" in lines[1]


def test_words_in_another_language_are_checked_too(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(
        'format = 1\nid = "mine"\nname = "Mine"\n[name_in]\nde = 3\ne = "Mein"\n'
        '[[block]]\nexercise = "ham-wall"\n'
    )
    problems = [str(problem) for problem in check_paths([path], load_library(find_folders()))]
    assert problems == [
        f"{path}:5: name_in.de: expected text of 1 to 80 characters, found 3",
        f"{path}:6: name_in.e: expected as a key text of 2 to 8 characters",
    ]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, []),
        (
            {
                'region = "hamstring"': 'region = "hamstrings"',
                '"legs_up"': '"legs_u", "sitting"',
                '"ham-supine-90"': '"ham-supin"',
                'glow = ["hamstrings"]': 'glow = ["hamstring", "biceps", "quads"]',
                "x=-73, w=36": "x=-73, width=36",
                "neck = 171": "neck = 100",
                "near_arm = {angles=[-15": "near_arm = {angels=[-15",
                "foot=164": "foot=264",
            },
            [
                'region: no region is called "hamstrings"; did you mean "hamstring"?',
                'safety.tags[4]: no tag is called "legs_u"; did you mean "legs_up"?',
                'safety.tags[5]: no tag is called "sitting"; there are loads_lumbar_flexion:0, ',
                'safety.gentler: no exercise has the id "ham-supin"; did you mean "ham-supine-90"?',
                'figure.glow[0]: “hamstring” is no muscle of a side view; did you mean "hamstri',
                "figure.glow[1]: “biceps” is no muscle of a side view; there are hamstrings, quads",
                "figure.props[2].width: unknown key; there are kind, x, y, span, w, h, facing",
                'figure.hold.near_arm.angels: unknown key; did you mean "angles"?',
            ],
        ),
        (
            {
                'id = "my-wall"': 'id = "My_wall"',
                'place = "floor"': 'place = "mat"',
                "sides = 1": "sides = 2",
                'breathing = "': 'breath = "',
                "[source]": "[sources]",
            },
            [
                "id: expected small letters, digits and single hyphens, found ",
                'place: expected "desk", "standing" or "floor", found "mat"',
                "dose.sides: two sides need a limb to name: add limb = ",
                'words.breath: unknown key; did you mean "breathing"?',
                'sources: unknown key; did you mean "source"?',
            ],
        ),
        (
            {
                "near_leg = {ankle=[6.8, 94]": "near_leg = {ankle=[6.8, 104]",
                "near_arm = {angles=[-15, -7": "near_arm = {angles=[-15, -70",
                "foot=164": "foot=20",
                'glow = ["hamstrings"]': 'glow = ["upper_arm"]',
                "arrows": 'order = ["far_leg", "torso", "glow", "near_leg", "near_arm"]\narrows',
            },
            [
                "figure.glow[0]: the near_arm hides the upper_arm; write order = [",
                "figure.order: leaves out far_arm and head, so it is not drawn",
                "figure.hold.near_leg: hold: the near foot is 10",
                "figure.hold.near_arm: hold and start: the near elbow bends backward by 55 degrees",
                "figure.start.far_leg: start: the far foot is at ",
            ],
        ),
        (
            {
                "hip = [2, 10.8]": 'hip = [2, 10.8]\nanchor = ["near_toe", 0, 0]',
                "trunk = [180, 181, 179]": "trunk = [180, 181]",
                "far_leg  = {ankle=[4.4, 93], foot=172}": "far_leg = {ankle=[4.4, 93]}",
                "far_arm  = {angles=[8, 4, 2]": 'far_arm = {at=["near_knee", 0.5]',
                'kind="wall"': 'kind="wal"',
                'view = "side"': 'view = "side"\nhands = ["fist", "wraped"]',
            },
            [
                'figure.hands[0]: expected "flat", "rest", ',
                'figure.hands[1]: unknown "wraped"; did you mean "wrapped"?',
                'figure.props[0].kind: unknown "wal"; did you mean "wall"?',
                "figure.hold.anchor: give a pose either hip or anchor",
                "figure.hold.trunk: expected a list of 3, each a number from -720 to 720",
                "figure.hold.far_leg: far_leg needs foot, the angle of its sole",
                "figure.hold.far_arm: “near_knee” is no part to aim at; there are head, neck",
            ],
        ),
    ],
    ids=["none", "names", "words", "poses", "numbers"],
)  # fmt: skip
def test_all_mistakes_of_a_file_are_told_at_once_each_at_its_line(check, tmp_path, changes, told):
    text = OWN_WALL
    for right, wrong in changes.items():
        assert right in text
        text = text.replace(right, wrong, 1)
    path = tmp_path / "mine.toml"
    path.write_text(text)
    lines = check(path)
    assert len(lines) == len(told)
    for line, expected in zip(lines, told, strict=True):
        number, _, message = line.removeprefix(f"{path}:").partition(": ")
        assert message.startswith(expected)
        key = expected.partition(":")[0].split(".")[-1].partition("[")[0]
        assert key in text.splitlines()[int(number) - 1]


def test_a_pose_that_no_body_can_take_is_told(tmp_path):
    text = WALL.replace("ankle = [6.8, 94]", "ankle = [6.8, 140]").replace(
        "ankle=[6.8, 94]", "ankle=[6.8, 140]"
    )
    assert text != WALL
    path = tmp_path / "mine.toml"
    path.write_text(text.replace('id = "ham-wall"', 'id = "mine"'))
    (problem, *_) = check_paths([path], load_library(find_folders()))
    assert "near" in problem.message
    assert "cm" in problem.message
    assert problem.key == "figure.hold.near_leg"


def test_a_fault_is_told_where_its_limb_is_written(tmp_path):
    """The start takes its arms from the hold."""
    wrong = WALL.replace("near_arm = {angles=[-15, -7, -3]", "near_arm = {angles=[-15, -70, -3]")
    assert wrong != WALL
    path = tmp_path / "mine.toml"
    path.write_text(wrong.replace('id = "ham-wall"', 'id = "mine"'))
    (problem, *_) = check_paths([path], load_library(find_folders()))
    assert problem.message.startswith("hold and start: the near elbow bends backward")
    assert problem.key == "figure.hold.near_arm"
    assert "near_arm" in wrong.splitlines()[problem.line - 1]


def test_a_gentler_exercise_that_nobody_knows_is_told(tmp_path):
    path = tmp_path / "mine.toml"
    known = WALL.replace('id = "ham-wall"', 'id = "mine"')
    for text, messages in (
        (known, []),
        (known.replace('"ham-supine-90"', '"ham-supin"'), ['no exercise has the id "ham-supin"']),
    ):
        path.write_text(text)
        problems = check_paths([path], load_library(find_folders()))
        assert [problem.message.partition(";")[0] for problem in problems] == messages
