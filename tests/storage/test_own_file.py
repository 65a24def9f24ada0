"""An own routine is saved with its comments, and never over what another program wrote."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.core.editing import duplicated, in_rounds, moved, removed, with_block
from stretchtimer.resources import asset, routines_dir
from stretchtimer.storage.authored import read_exercise, read_routine
from stretchtimer.storage.folders import find_folders
from stretchtimer.storage.library import load_library
from stretchtimer.storage.own_file import ChangedElsewhereError, ExerciseFile, RoutineFile
from stretchtimer.storage.problems import FileRefused
from stretchtimer.storage.toml_edit import edited, to_table, written
from stretchtimer.storage.toml_file import read_toml, toml_from_text

EXERCISES = [read_toml(path) for path in sorted(asset("exercises").glob("*.toml"))]
SHIPPED = [read_toml(path) for path in sorted(routines_dir().glob("*.toml"))]


def loaded():
    return load_library(find_folders())


@pytest.fixture
def saved():
    """A copy of a shipped routine that is on disk, and the library that has it."""
    library = loaded()
    file = RoutineFile.copy_of(library, library.routines["knees-to-chest"], find_folders())
    file.save(file.content, library)
    library = loaded()
    return RoutineFile.open(library, file.content.id), library


def test_a_copy_is_not_on_disk_before_it_is_saved():
    library = loaded()
    file = RoutineFile.copy_of(library, library.routines["knees-to-chest"], find_folders())
    assert not file.path.exists()
    file.save(file.content, library)
    again = loaded()
    assert again.problems == ()
    assert again.routines["knees-to-chest-2"] == file.content
    assert "# In seconds, before the first block" in file.path.read_text()


def test_a_change_keeps_comments_and_order(saved):
    file, library = saved
    before = file.path.read_text()
    file.save(with_block(file.content, 0, hold_s=75), library)
    assert file.path.read_text() == before.replace("hold_s = 60", "hold_s = 75")


def test_what_another_program_wrote_is_not_overwritten(saved):
    file, library = saved
    theirs = file.path.read_text() + "# theirs\n"
    file.path.write_text(theirs)
    assert file.has_changed()
    with pytest.raises(ChangedElsewhereError):
        file.save(removed(file.content, 0), library)
    assert file.path.read_text() == theirs
    file.reload()
    file.save(removed(file.content, 0), library)
    assert file.path.read_text().endswith("# theirs\n")


def test_a_file_that_was_removed_is_noticed_and_can_be_written_anew(saved):
    file, library = saved
    file.path.unlink()
    with pytest.raises(ChangedElsewhereError):
        file.save(file.content, library)
    file.save(file.content, library, over_changes=True)
    assert file.path.exists()


def test_what_could_not_be_read_again_is_not_written(saved):
    file, library = saved
    before = file.path.read_text()
    for wrong in (
        replace(file.content, name=""),
        with_block(file.content, 0, hold_s=0),
        with_block(file.content, 0, exercise="gone"),
    ):
        with pytest.raises(FileRefused):
            file.save(wrong, library)
    assert file.path.read_text() == before


@pytest.mark.parametrize("file", EXERCISES, ids=lambda file: file.path.stem)
def test_a_shipped_exercise_written_anew_is_the_same(file):
    exercise = read_exercise(file).content
    assert edited(file.text, to_table(exercise, file.table)) == file.text
    again = toml_from_text(file.path, written(to_table(exercise, {"limb": exercise.limb})))
    assert read_exercise(again).content == exercise


def test_an_exercise_is_copied_changed_and_read_again():
    library = loaded()
    file = ExerciseFile.copy_of(library, library.exercises["ham-wall"], find_folders())
    file.save(replace(file.content, goal="Mine"), library)
    again = loaded()
    assert again.problems == ()
    assert again.exercises["ham-wall-2"].goal == "Mine"
    assert "# In seconds. Both sides work together" in file.path.read_text()


def test_an_impossible_pose_is_not_written():
    library = loaded()
    file = ExerciseFile.copy_of(library, library.exercises["ham-seated"], find_folders())
    figure = file.content.figure
    bent = replace(figure, hold=replace(figure.hold, trunk=(90, 300, 90)))
    with pytest.raises(FileRefused):
        file.save(replace(file.content, figure=bent), library)
    assert not file.path.exists()


CHANGES = st.lists(
    st.one_of(
        st.tuples(st.just(moved), st.integers(0, 9), st.integers(0, 9)),
        st.tuples(st.just(duplicated), st.integers(0, 9)),
        st.tuples(st.just(in_rounds), st.integers(0, 9), st.integers(0, 9), st.integers(2, 9)),
        st.tuples(st.just(with_block), st.integers(0, 9), st.integers(1, 600)),
    ),
    max_size=6,
)


@given(st.sampled_from(SHIPPED), CHANGES)
def test_whatever_is_changed_the_file_holds_it_and_every_comment(file, changes):
    marked = toml_from_text(
        file.path, file.text.replace("[[block]]", "# about this one\n[[block]]  # and this")
    )
    routine = read_routine(marked).content
    for change, *numbers in changes:
        places = [number % len(routine.block) for number in numbers]
        if change is with_block:
            routine = with_block(routine, places[0], hold_s=numbers[1])
        elif change is in_rounds:
            routine = in_rounds(routine, *sorted(places[:2]), numbers[2])
        else:
            routine = change(routine, *places)
    text = edited(marked.text, to_table(routine, marked.table))
    again = read_routine(toml_from_text(file.path, text))
    assert again.content == routine
    assert edited(text, to_table(routine, again.file.table)) == text
    assert text.count("# about this one") == marked.text.count("# about this one")
    assert text.startswith("#:schema")
