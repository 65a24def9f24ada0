"""What is shipped keeps the numbers and the words of its sources."""

import re
from pathlib import Path

import pytest

from stretchtimer.storage.folders import Folders
from stretchtimer.storage.library import load_library

NOBODY = Path("nobody")
LIBRARY = load_library(Folders(data=NOBODY, settings=NOBODY, cache=NOBODY))
EXERCISES = list(LIBRARY.exercises.values())
ROUTINES = list(LIBRARY.routines.values())

# Seconds: the routine's total and those of its blocks, as worked out by hand.
TOTALS_S = {
    "wall-hamstring": (415, [395]),
    "chair-hamstring": (300, [280]),
    "band-hamstring": (255, [235]),
    "seated-hamstring": (310, [290]),
    "standing-hamstring": (122, [102]),
    "knees-to-chest": (339, [90, 119, 110]),
}
OWN_TOTALS_S = {
    "ham-seated": 290,
    "ham-standing": 102,
    "ham-chair": 280,
    "ham-band": 235,
    "ham-wall": 395,
    "knees-chest": 140,
    "squat-banded": 144,
    "knee-chest-single": 219,
    "legs-on-chair": 160,
}
# Which advice, where it is given, must name its source.
SOURCES = {
    r"90° limit": "Hip replacement precautions",
    r"week 13": "Pregnancy: after the first trimester",
    r"eye pressure": "Jasien",
    r"out of 10": "ACSM",
    r"MPa|disc pressures": "Wilke",
    r"Bandy & Irion": "Bandy & Irion",
    r"Mayo": "Mayo Clinic",
    r"BackCare": "BackCare",
    r"Spine-health": "Spine-health",
    r"St Luke": "Saint Luke",
}

each_exercise = pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
each_routine = pytest.mark.parametrize("routine", ROUTINES, ids=lambda routine: routine.id)


def test_everything_shipped_is_right():
    assert [str(problem) for problem in LIBRARY.problems] == []
    assert LIBRARY.exercises.keys() == OWN_TOTALS_S.keys()
    assert LIBRARY.routines.keys() == TOTALS_S.keys()


@each_routine
def test_totals_are_right_to_the_second(routine):
    blocks_s = [block.dose.total_s for block in LIBRARY.prescriptions(routine)]
    total_s = routine.intro_s + sum(blocks_s) + routine.outro_s
    assert (total_s, blocks_s) == TOTALS_S[routine.id]


@each_exercise
def test_own_doses_are_right_to_the_second(exercise):
    assert exercise.dose.total_s == OWN_TOTALS_S[exercise.id]


@each_routine
def test_a_shipped_routine_prescribes_every_number(routine):
    for block in routine.block:
        dose = LIBRARY.exercises[block.exercise].dose
        for name in set(dose.__slots__) - {"left_hold_s"}:
            assert getattr(block, name) is not None


def spoken(exercise):
    words = exercise.words
    dose = exercise.dose
    return [
        *((line, dose.prepare_s / len(words.setup)) for line in words.setup),
        (words.ease, dose.ease_s),
        (words.hold, dose.hold_s),
        (words.release, dose.release_s),
        (words.rest, dose.rest_s),
        (words.switch, dose.switch_s),
        (words.brief, dose.prepare_s),
        (words.done, 10),
    ]


@each_exercise
def test_each_line_is_short_and_fits_its_phase_at_two_and_a_half_words_a_second(exercise):
    for line, phase_s in spoken(exercise):
        count = len(line.split())
        assert count <= 12, line
        assert count / 2.5 <= phase_s, line


@each_exercise
def test_the_technique_check_takes_four_seconds_at_most(exercise):
    assert 1 <= len(exercise.words.check.split()) <= 10


@each_exercise
def test_what_has_sides_says_how_to_change_them(exercise):
    assert bool(exercise.words.switch) == (exercise.dose.sides == 2)


@each_exercise
def test_each_exercise_says_when_to_stop_and_where_it_comes_from(exercise):
    assert exercise.safety.stop_signs
    assert exercise.safety.not_for
    assert exercise.source.our_defaults
    assert exercise.source.references
    assert all(re.search("https?://|doi ", text) for text in exercise.source.references)


@each_exercise
def test_each_health_number_has_its_source(exercise):
    given = " ".join(
        [
            *exercise.safety.checks,
            exercise.safety.not_for,
            exercise.source.support,
            exercise.source.our_defaults,
        ]
    )
    references = " ".join(exercise.source.references)
    for advice, source in SOURCES.items():
        if re.search(advice, given):
            assert source in references, advice


def test_nothing_says_push_harder_or_promises_a_cure():
    for exercise in EXERCISES:
        said = " ".join(line for line, _ in spoken(exercise)).lower()
        assert not re.search(r"harder|no pain|cure|heal|prevent", said)


def test_the_six_protective_actions_are_said_every_time_and_in_order():
    (block,) = LIBRARY.routines["seated-hamstring"].block
    assert block.always_explain
    actions = (
        "Lumbar stability",
        "Pelvic stability",
        "Upper back and neck stability",
        "Femoral flexibility",
        "Hamstring isolation",
        "Hamstring lengthening",
    )
    checks = LIBRARY.exercises["ham-seated"].safety.checks
    for action, check in zip(actions, checks, strict=True):
        assert check.startswith(f"{action} ")


def test_movement_and_rest_give_no_stretch_minutes():
    assert LIBRARY.exercises["squat-banded"].kind == "drill"
    assert LIBRARY.exercises["legs-on-chair"].kind == "rest"
