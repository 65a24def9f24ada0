"""After a session: one key says how it was, pain is asked about, and nobody must answer."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from stretchtimer.core.events import Hurts, Skip, SkipExercise, Stop
from stretchtimer.core.progression import PainKind, Proposal, Rating
from stretchtimer.ui.after_screen import HowItWas, WhatFollows
from tests.ui.legible import flaws, settle, shown

Key = Qt.Key
SIZES = [(640, 480), (640, 900), (1040, 720), (1440, 900), (1920, 1080), (3840, 2160)]


class Ended:
    """A window whose session has just ended, and what the person says of it."""

    def __init__(self, opened, routine="wall-hamstring", *events):
        self.opened, self.said = opened, []
        opened.conductor._playing.play(routine)
        for event in events or (Skip(), Skip(), Skip(), Stop()):
            opened.conductor._stage.send(event)
        self.screen = opened.showing
        self.screen.rated.connect(self.said.append)

    def texts(self):
        settle()
        return [label.text() for label in shown(self.opened.showing, QLabel)]

    def options(self):
        return [button.text() for button in self.screen._options]


@pytest.mark.parametrize(
    ("key", "rating"),
    [(Key.Key_1, Rating.EASY), (Key.Key_2, Rating.RIGHT), (Key.Key_3, Rating.MUCH)],
)
def test_one_key_says_how_it_was(opened, key, rating):
    ended = Ended(opened)
    opened.press(key)
    assert ended.said == [HowItWas(("ham-wall",), rating)]


def test_pain_is_asked_about(opened):
    ended = Ended(opened)
    opened.press(Key.Key_4)
    assert ended.said == []
    assert ended.options()[0] == "Pulling in the stretched muscle"
    opened.press(Key.Key_3)
    assert ended.said == [HowItWas(("ham-wall",), Rating.PAIN, PainKind.NERVE)]


def test_what_hurts_is_asked_about_at_once_and_shows_its_signs(opened):
    ended = Ended(opened, "wall-hamstring", Skip(), Skip(), Skip(), Hurts())
    found = ended.texts()
    assert "Stop. Ease out slowly. Breathe." in found
    for sign in opened.library.find_exercise("ham-wall").safety.stop_signs:
        assert f"•  {sign}" in found
    opened.press(Key.Key_2)
    assert ended.said == [HowItWas(("ham-wall",), Rating.PAIN, PainKind.JOINT)]


def test_of_several_only_the_one_that_was_too_much_is_rated_so(opened):
    ended = Ended(opened, "knees-to-chest", SkipExercise(), SkipExercise(), Stop())
    names = ["Legs-on-chair rest", "Single knee to chest"]
    opened.press(Key.Key_3)
    assert ended.options() == names
    opened.press(Key.Key_2)
    assert ended.said == [HowItWas(("knee-chest-single",), Rating.MUCH, is_one_of_several=True)]
    assert "Single knee to chest: next time 10 s × 2, and no more for a week." in " ".join(
        ended.texts()
    )


def test_after_one_that_was_too_much_the_rest_can_be_rated_too(opened):
    ended = Ended(opened, "knees-to-chest", SkipExercise(), SkipExercise(), Stop())
    opened.press(Key.Key_3)
    opened.press(Key.Key_2)
    assert ended.options() == ["Rate the rest too"]
    opened.press(Key.Key_1)
    assert "Legs-on-chair rest." in ended.texts()
    opened.press(Key.Key_1)
    assert ended.said[1:] == [HowItWas(("legs-on-chair",), Rating.EASY, is_one_of_several=True)]
    assert ended.options() == []
    (session,) = opened.home.history.last_sessions(1)
    assert session.ratings == {
        "knee-chest-single": Rating.MUCH,
        "legs-on-chair": Rating.EASY,
    }


def test_after_pain_in_one_of_several_the_rest_can_be_rated_too(opened):
    ended = Ended(opened, "knees-to-chest", SkipExercise(), SkipExercise(), Hurts())
    opened.press(Key.Key_1)
    assert ended.options() == ["Rate the rest too"]
    opened.press(Key.Key_1)
    opened.press(Key.Key_2)
    assert ended.said[-1].exercises == ("legs-on-chair",)


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Space], ids=["Enter", "Space"])
def test_a_key_that_was_meant_for_the_player_rates_nothing(opened, key):
    ended = Ended(opened)
    opened.press(key)
    assert opened.showing is opened.conductor._today_place.screen
    assert ended.said == []


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Escape], ids=["Enter", "Esc"])
def test_enter_and_esc_leave_a_proposal_and_agree_to_nothing(opened, monkeypatch, key):
    coach = opened.home.coach
    raised = Proposal("ham-wall", 40, 7, "Raise it to 7 times?")
    monkeypatch.setattr(coach, "proposals", lambda _: [raised])
    Ended(opened)
    opened.press(Key.Key_1)
    opened.press(key)
    assert opened.showing is opened.conductor._today_place.screen
    assert opened.home.history.doses()["ham-wall"].reps == 6


def test_several_easy_ones_are_told_in_one_sentence_what_follows(opened):
    ended = Ended(opened, "knees-to-chest", SkipExercise(), SkipExercise(), Stop())
    opened.press(Key.Key_1)
    assert (
        "Next time the same of each. After a week of mostly easy ones you are asked about more of"
        " Single knee to chest." in ended.texts()
    )


def test_all_that_was_met_is_rated_easy_together(opened):
    ended = Ended(opened, "knees-to-chest", SkipExercise(), SkipExercise(), Stop())
    opened.press(Key.Key_1)
    assert ended.said == [HowItWas(("legs-on-chair", "knee-chest-single"), Rating.EASY)]


@pytest.mark.parametrize("key", [Key.Key_Escape, None], ids=["Esc", "Done"])
def test_nobody_must_answer(opened, qtbot, key):
    ended = Ended(opened)
    if key is None:
        qtbot.mouseClick(ended.screen._done, Qt.MouseButton.LeftButton)
    else:
        opened.press(key)
    assert opened.showing is opened.conductor._today_place.screen
    assert ended.said == []


def test_a_rating_is_kept_with_its_session(opened):
    ended = Ended(opened)
    opened.press(Key.Key_1)
    (session,) = opened.home.history.last_sessions(5)
    assert session.ratings == {"ham-wall": Rating.EASY}
    assert any("Next time the same: 40 s × 6." in text for text in ended.texts())
    opened.press(Key.Key_Return)
    assert opened.showing is opened.conductor._today_place.screen


def test_after_tingling_the_questions_are_offered(opened, qtbot):
    ended = Ended(opened)
    asked = []
    ended.screen.questions_clicked.connect(lambda: asked.append(True))
    assert not ended.screen._again.isVisible()
    ended.screen.show_follows(WhatFollows(("It is a nerve’s sign.",), asks_again=True))
    settle()
    qtbot.mouseClick(ended.screen._again, Qt.MouseButton.LeftButton)
    assert asked == [True]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_nothing_is_cut_at_any_size(open_window, size):
    opened = open_window(size=size)
    for events in ((Skip(), Skip(), Stop()), (Skip(), Skip(), Skip(), Hurts())):
        ended = Ended(opened, "wall-hamstring", *events)
        settle()
        assert flaws(ended.screen) == {}
    ended.screen.show_follows(
        WhatFollows(("The same again. " * 6,), "More? " * 12, asks_again=True)
    )
    settle()
    assert flaws(ended.screen) == {}


def test_the_four_answers_are_all_in_sight_in_the_smallest_window(open_window):
    ended = Ended(open_window(size=(640, 480)))
    settle()
    page = ended.screen._page
    for button in ended.screen._options:
        bottom = button.mapTo(page, button.rect().bottomLeft()).y()
        assert bottom < page.height()


def test_too_much_lowers_the_next_dose(opened):
    ended = Ended(opened)
    opened.press(Key.Key_3)
    assert any("Next time 35 s" in text for text in ended.texts())
    opened.press(Key.Key_Escape)
    opened.conductor._routine_place.open("wall-hamstring")
    session = opened.conductor._stage._session
    assert session.state.score.script.blocks[0].dose.hold_s == 35


def test_a_week_of_easy_ones_is_asked_about_and_raised_only_by_a_yes(opened, monkeypatch):
    coach = opened.home.coach
    exercise = opened.library.exercises["ham-wall"]
    raised = Proposal("ham-wall", 40, 7, "Raise it to 7 times?")
    monkeypatch.setattr(coach, "proposals", lambda _: [raised])
    for key, reps in ((Key.Key_2, 6), (Key.Key_1, 7)):
        ended = Ended(opened)
        opened.press(Key.Key_1)
        assert "Raise it to 7 times?" in ended.texts()
        opened.press(key)
        assert coach._state(exercise).reps == reps
        opened.press(Key.Key_Escape)


def test_after_tingling_what_would_tense_the_nerve_is_hidden(opened, qtbot):
    ended = Ended(opened, "wall-hamstring", Skip(), Skip(), Skip(), Hurts())
    opened.press(Key.Key_3)
    settle()
    qtbot.mouseClick(ended.screen._again, Qt.MouseButton.LeftButton)
    assert opened.showing is opened.conductor._questions.screen
    opened.press(Key.Key_Escape)
    opened.shell.show_tab("library")
    cards = {card.id: card for card in opened.conductor._library_place.screen._all}
    assert cards["ham-wall"].hidden_because
