"""Every change to a routine leaves a right one, and undo brings back what was."""

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from stretchtimer.core.editing import (
    Editing,
    NotPossibleError,
    added,
    duplicated,
    in_rounds,
    moved,
    removed,
    with_block,
    with_times,
)
from stretchtimer.core.routine import MAX_BLOCKS, Block, Routine
from tests.examples import examples


def routine(text):
    """ "a b2 c2 d" is a, then b and c together in round 2, then d."""
    blocks = tuple(
        Block(word[0], round=f"round {word[1:]}" if word[1:] else "") for word in text.split()
    )
    return Routine(1, "r", "R", blocks, rounds={b.round: 3 for b in blocks if b.round})


def shown(made):
    return " ".join(b.exercise + b.round.removeprefix("round ") for b in made.block)


@pytest.mark.parametrize(
    ("before", "change", "after"),
    [
        ("a b c", lambda r: moved(r, 0, 2), "b c a"),
        ("a b c", lambda r: moved(r, 2, 0), "c a b"),
        ("a b1 c1", lambda r: moved(r, 0, 1), "b1 a1 c1"),
        ("a b1 c1", lambda r: moved(r, 1, 0), "b a c1"),
        ("a1 b1 c1", lambda r: moved(r, 0, 1), "b1 a1 c1"),
        ("a1 b", lambda r: removed(r, 0), "b"),
        ("a b", lambda r: added(r, "x", 1), "a x b"),
        ("a1 b1", lambda r: added(r, "x", 1), "a1 x1 b1"),
        ("a1 b1", lambda r: added(r, "x", 2), "a1 b1 x"),
        ("a1 b", lambda r: duplicated(r, 0), "a1 a1 b"),
        ("a b c", lambda r: in_rounds(r, 0, 1, 4), "a1 b1 c"),
        ("a1 b1 c1", lambda r: in_rounds(r, 1, 1, 4), "a1 b2 c3"),
        ("a1 b1 c1", lambda r: in_rounds(r, 1, 1, 1), "a1 b c3"),
        ("a1 b1 c", lambda r: with_times(r, "round 1", 1), "a b c"),
        ("a1 b1 c", lambda r: with_times(r, "round 1", 5), "a1 b1 c"),
    ],
)
def test_one_change(before, change, after):
    made = change(routine(before))
    assert shown(made) == after
    assert {block.round for block in made.block} - {""} == made.rounds.keys()


def test_a_part_that_is_cut_off_a_round_is_played_as_often_as_before():
    made = in_rounds(routine("a1 b1 c1"), 1, 1, 4)
    assert [made.rounds[block.round] for block in made.block] == [3, 4, 3]


def test_the_last_block_cannot_be_removed():
    with pytest.raises(NotPossibleError):
        removed(routine("a"), 0)


def test_there_are_never_too_many():
    full = routine(" ".join("a" * MAX_BLOCKS))
    for change in (lambda: added(full, "x", 0), lambda: duplicated(full, 0)):
        with pytest.raises(NotPossibleError):
            change()


def test_a_number_is_set_and_given_back():
    made = with_block(routine("a b"), 1, hold_s=30)
    assert (made.block[0].hold_s, made.block[1].hold_s) == (None, 30)
    assert with_block(made, 1, hold_s=None) == routine("a b")


class Edits(RuleBasedStateMachine):
    """Whatever is pressed, in whatever order."""

    def __init__(self):
        super().__init__()
        self.editing = Editing(routine("a b1 c1 d"))
        self.story = [self.editing.now]
        self.place = 0

    def change(self, made):
        before = self.editing
        self.editing = before.changed(made)
        if self.editing is not before:
            self.story[self.place + 1 :] = [made]
            self.place += 1

    def a_place(self, data, *, more=0):
        return data.draw(st.integers(0, len(self.editing.now.block) - 1 + more))

    @rule(data=st.data())
    def add(self, data):
        self.change(
            added(self.editing.now, data.draw(st.sampled_from("xyz")), self.a_place(data, more=1))
        )

    @rule(data=st.data())
    def move(self, data):
        self.change(moved(self.editing.now, self.a_place(data), self.a_place(data)))

    @rule(data=st.data())
    def duplicate(self, data):
        self.change(duplicated(self.editing.now, self.a_place(data)))

    @precondition(lambda self: len(self.editing.now.block) > 1)
    @rule(data=st.data())
    def remove(self, data):
        self.change(removed(self.editing.now, self.a_place(data)))

    @rule(data=st.data(), times=st.integers(1, 20))
    def group(self, data, times):
        first, last = sorted((self.a_place(data), self.a_place(data)))
        self.change(in_rounds(self.editing.now, first, last, times))

    @precondition(lambda self: self.editing.now.rounds)
    @rule(data=st.data(), times=st.integers(1, 20))
    def regroup(self, data, times):
        name = data.draw(st.sampled_from(sorted(self.editing.now.rounds)))
        self.change(with_times(self.editing.now, name, times))

    @rule(data=st.data(), hold_s=st.none() | st.integers(1, 600))
    def set_hold(self, data, hold_s):
        self.change(with_block(self.editing.now, self.a_place(data), hold_s=hold_s))

    @rule()
    def undo(self):
        self.editing = self.editing.undone()
        self.place = max(0, self.place - 1)

    @rule()
    def redo(self):
        self.editing = self.editing.redone()
        self.place = min(len(self.story) - 1, self.place + 1)

    @invariant()
    def the_present_is_where_the_story_is(self):
        assert self.editing.now == self.story[self.place]
        assert list(self.editing.now.played())


TestEdits = Edits.TestCase
TestEdits.settings = settings(examples(40), stateful_step_count=30)


def test_undo_goes_back_without_limit():
    count = 2000
    editing = Editing(routine("a"))
    for hold_s in range(count):
        editing = editing.changed(with_block(editing.now, 0, hold_s=hold_s % 600 + 1))
    for _ in range(count):
        editing = editing.undone()
    assert editing.now == routine("a")
    for _ in range(count):
        editing = editing.redone()
    assert editing.now.block[0].hold_s == (count - 1) % 600 + 1
