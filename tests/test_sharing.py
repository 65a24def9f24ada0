"""A routine given away is the same where it arrives."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.core.exercise import MAX_HOLD_S
from stretchtimer.core.routine import Block, Routine
from stretchtimer.sharing import plain_text, preview_lines, shared
from stretchtimer.storage.folders import find_folders
from stretchtimer.storage.importing.keep import keep
from stretchtimer.storage.importing.read import read_import, read_text
from stretchtimer.storage.library import Library, load_library
from tests.shipped import LIBRARY

OWN = "# Mine\nHip opener, R/L, 3 x 20 s\n2 x:\nWall hamstring, 2 x 30 s"


def loaded():
    return load_library(find_folders())


@pytest.fixture
def given_away(tmp_path):
    """A function that writes the own routine into a file of some kind and reads it elsewhere."""
    keep(read_text(OWN, "t", loaded()), find_folders())
    library = loaded()

    def give(ending):
        routine = library.routines["mine"]
        content = shared(routine, library, ending, author="Ann", licence="CC0-1.0")
        file = tmp_path / f"x{ending}"
        file.write_bytes(content)
        elsewhere = load_library(replace(find_folders(), data=tmp_path / "elsewhere"))
        return library, read_import(file, elsewhere), elsewhere

    return give


def test_a_pack_brings_the_routine_its_own_exercises_and_whose_it_is(given_away):
    library, found, _ = given_away(".stretch")
    assert [one.content for one in found.routines] == [library.routines["mine"]]
    assert [one.content for one in found.exercises] == [library.exercises["hip-opener"]]
    assert found.credit == "Ann, CC0-1.0"
    assert found.missed == ()


def test_plain_text_brings_the_same_doses(given_away):
    library, found, elsewhere = given_away(".txt")
    played = found.over(elsewhere).prescriptions(found.routines[0].content)
    assert [(p.exercise.name, p.dose) for p in played] == [
        (p.exercise.name, p.dose) for p in library.prescriptions(library.routines["mine"])
    ]


def test_toml_alone_cannot_bring_own_exercises(tmp_path):
    library = loaded()
    file = tmp_path / "x.toml"
    wall = library.routines["wall-hamstring"]
    file.write_bytes(shared(wall, library, ".toml", author="", licence=""))
    found = read_import(file, library)
    assert found.routines[0].content == replace(wall, id="wall-hamstring-2")


def test_the_preview_names_all_that_would_come(given_away):
    _, found, elsewhere = given_away(".stretch")
    lines = list(preview_lines(found, elsewhere))
    assert "by Ann, CC0-1.0" in lines[0]
    assert "Routine “Mine” (mine), 8:04" in lines
    assert "- Hip opener: 3 x 20 s, each side, rest 5 s" in lines
    assert "2 x:" in lines


blocks = st.builds(
    Block,
    exercise=st.sampled_from(sorted(LIBRARY.exercises)),
    hold_s=st.integers(1, MAX_HOLD_S),
    left_hold_s=st.none() | st.integers(1, MAX_HOLD_S),
    reps=st.integers(1, 20),
    rest_s=st.integers(0, 60),
    sides=st.integers(1, 2),
)


@given(st.lists(blocks, min_size=1, max_size=3))
def test_what_is_written_as_text_is_understood_again(chosen):
    library = Library(LIBRARY.exercises, {})
    routine = Routine(format=1, id="r", name="R", block=tuple(chosen))
    played = library.prescriptions(routine)
    if sum(p.dose.total_s for p in played) > 4 * 3600 - 20:
        return
    found = read_text(plain_text(routine, library), "t", library)
    again = library.prescriptions(found.routines[0].content)

    def heard(prescription):
        dose = prescription.dose
        holds = [dose.hold_on(side) for side in dose.sides_worked]
        return prescription.exercise.id, dose.reps, holds, dose.rest_s if dose.reps > 1 else 0

    assert list(map(heard, again)) == list(map(heard, played))
