"""What is shipped keeps the numbers and the words of its sources."""

import re
from dataclasses import replace

import pytest

from stretchtimer.core.phase import PhaseKind, Side
from stretchtimer.core.safety_rules import RULES, TAGS
from stretchtimer.core.score import compile_score
from stretchtimer.core.script import Script
from stretchtimer.storage.phrases_file import load_phrases
from tests.content import expected
from tests.shipped import LIBRARY

EXERCISES = list(LIBRARY.exercises.values())
ROUTINES = list(LIBRARY.routines.values())
PHRASES = {language: load_phrases(language) for language in ("en", "de", "es", "fr")}

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


def numbers(dose):
    names = "prepare_s", "ease_s", "hold_s", "release_s", "reps", "rest_s", "sides", "switch_s"
    return tuple(getattr(dose, name) for name in names)


def test_everything_shipped_is_right():
    assert [str(problem) for problem in LIBRARY.problems] == []
    assert LIBRARY.exercises.keys() == expected.DOSES.keys()
    assert LIBRARY.routines.keys() == expected.ROUTINES.keys()


@each_exercise
def test_each_exercise_has_the_numbers_of_the_catalogue(exercise):
    dose = exercise.dose
    assert (exercise.code, numbers(dose), dose.total_s) == expected.DOSES[exercise.id]


@each_routine
def test_each_routine_has_the_numbers_of_the_catalogue(routine):
    blocks = [
        (block.exercise.id, numbers(block.dose), block.dose.total_s)
        for block in LIBRARY.prescriptions(routine)
    ]
    total_s = routine.intro_s + sum(block[2] for block in blocks) + routine.outro_s
    frame = routine.code, routine.intro_s, routine.outro_s, total_s
    assert (*frame, blocks) == expected.ROUTINES[routine.id]


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


def lines(exercise):
    """Everything spoken, also of the left side."""
    left = replace(exercise, words=exercise.words.on(Side.LEFT))
    return [*spoken(exercise), *spoken(left)]


@each_exercise
def test_each_line_is_short_and_fits_its_phase_at_two_and_a_half_words_a_second(exercise):
    for line, phase_s in lines(exercise):
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
    kinds = {exercise.id: exercise.kind for exercise in EXERCISES}
    assert {name for name, kind in kinds.items() if kind == "drill"} == expected.DRILLS
    assert {name for name, kind in kinds.items() if kind == "rest"} == expected.RESTS


@each_exercise
def test_each_exercise_has_a_gentler_one_and_known_tags(exercise):
    gentlest = "eyes-20"  # what everything else may be replaced by in the end
    assert (exercise.safety.gentler in LIBRARY.exercises) != (exercise.id == gentlest)
    assert set(exercise.safety.tags) <= set(TAGS)


def test_the_rules_go_by_known_tags():
    assert set().union(*(rule.tags for rule in RULES)) <= set(TAGS)


def other_side(line):
    swapped = {"right": "left", "left": "right", "Right": "Left", "Left": "Right"}
    return re.sub(r"\b([Rr]ight|[Ll]eft)\b", lambda side: swapped[side[0]], line)


@each_exercise
def test_the_left_side_is_told_the_same_with_the_sides_changed(exercise):
    if exercise.dose.sides == 1 or exercise.limb == "direction":
        return
    right, left = exercise.words, exercise.words.on(Side.LEFT)
    for name in ("ease", "hold", "release", "rest"):
        assert getattr(left, name) == other_side(getattr(right, name))
    assert left.setup == tuple(map(other_side, right.setup))


@each_exercise
def test_nothing_that_is_said_of_both_sides_names_one(exercise):
    words = exercise.words
    shared = (*exercise.safety.checks, words.check, exercise.position, words.done)
    assert not any(re.search(r"\b(right|left)\b", line, re.IGNORECASE) for line in shared)


@each_exercise
def test_the_file_says_no_code_of_the_catalogue(exercise):
    source = exercise.source
    written = (
        exercise.position, exercise.safety.not_for, *exercise.safety.checks, source.article,
        source.from_article, source.our_defaults, source.support, *source.references,
    )  # fmt: skip
    assert not any(re.search(r"\b[ABR]\d\d?\b|\[\d+\]", text) for text in written)


@pytest.mark.parametrize("language", ["de", "es", "fr"])
@each_exercise
def test_every_language_says_every_line(exercise, language):
    english, translated = exercise.words, exercise.in_language(language).words
    assert translated != english
    for one, other in ((english, translated), (english.left, translated.left)):
        assert len(one.setup) == len(other.setup)
        for name in ("ease", "hold", "release", "rest"):
            assert bool(getattr(one, name)) == bool(getattr(other, name)), name
    for name in ("brief", "switch", "done", "check"):
        assert bool(getattr(english, name)) == bool(getattr(translated, name)), name
    for line, _ in lines(replace(exercise, words=translated)):
        assert len(line.split()) <= 14, line


@each_routine
def test_every_routine_has_a_name_in_every_language(routine):
    assert routine.name_in.keys() == {"de", "es", "fr"}


@pytest.mark.parametrize("language", PHRASES)
@each_routine
def test_who_cannot_see_hears_what_comes_and_what_to_do(routine, language):
    blocks = tuple(
        replace(block, exercise=block.exercise.in_language(language))
        for block in LIBRARY.prescriptions(routine)
    )
    name = routine.name_in.get(language, routine.name)
    script = Script(name, blocks, PHRASES[language])
    made = compile_score(routine, script)
    for index, phase in enumerate(made.phases):
        comes = phase.kind in (PhaseKind.PREPARE, PhaseKind.SWITCH)
        begins = phase.kind in (PhaseKind.EASE, PhaseKind.HOLD) and phase.rep == 1
        if comes or begins:
            assert any(cue.text for cue in made.cues_in(index)), (phase.kind, phase.exercise)
