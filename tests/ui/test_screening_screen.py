"""The health questions on the screen: by keys alone, skipped in one press, and what follows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from stretchtimer.core.fitting import KNEES_UP_TEST
from stretchtimer.core.safety_texts import EMERGENCY, FIRST_RUN
from stretchtimer.core.screening import QUESTIONS, Reply
from tests.ui.legible import flaws, settle, shown

Key = Qt.Key
SIZES = [(640, 480), (640, 900), (1040, 720), (1920, 1080), (3840, 2160)]


@pytest.fixture
def first_run(open_window):
    """The program on a machine that has never seen it."""
    return open_window(answered=False)


def texts(opened):
    settle()
    return [label.text() for label in shown(opened.showing, QLabel)]


def screening(opened):
    return opened.home.coach.screening


def answer(opened, **replies):
    """Through all questions by the keys, "no" where nothing else is said."""
    digits = {Reply.NO: Key.Key_1, Reply.YES: Key.Key_2, Reply.NOT_SURE: Key.Key_3}
    opened.press(Key.Key_Return)
    for question in QUESTIONS:
        default = Reply.YES if question.careful is Reply.NO else Reply.NO
        opened.press(digits[replies.get(question.id.replace("-", "_"), default)])
    opened.press(Key.Key_1)  # has stretched before
    opened.press(Key.Key_6)  # the hour of getting up varies


def test_a_first_run_asks_and_a_second_does_not(first_run, open_window):
    assert first_run.showing is first_run.conductor._questions.screen
    assert "Welcome" in texts(first_run)
    first_run.showing._skip.click()
    first_run.press(Key.Key_Return)
    assert first_run.showing is first_run.conductor._today_place.screen


def test_one_press_skips_and_shows_the_caution(first_run, qtbot):
    qtbot.mouseClick(first_run.showing._skip, Qt.MouseButton.LeftButton)
    assert FIRST_RUN in texts(first_run)
    first_run.press(Key.Key_Return)
    assert screening(first_run).replies == {}
    assert not first_run.home.coach.is_screening_due()


def test_esc_skips_too(first_run):
    first_run.press(Key.Key_Escape)
    assert FIRST_RUN in texts(first_run)


def test_all_is_answered_by_keys(first_run):
    answer(first_run, bones=Reply.YES, kneeling=Reply.NOT_SURE)
    assert FIRST_RUN in texts(first_run)
    first_run.press(Key.Key_Return)
    kept = screening(first_run).replies
    assert len(kept) == len(QUESTIONS)
    assert (kept["bones"], kept["kneeling"], kept["red"]) == ("yes", "not sure", "no")


def test_an_emergency_is_told_and_nothing_starts(first_run):
    first_run.press(Key.Key_Return)
    first_run.press(Key.Key_2)
    assert EMERGENCY in texts(first_run)
    first_run.press(Key.Key_Return)
    assert first_run.showing is first_run.conductor._today_place.screen
    assert EMERGENCY in texts(first_run)
    for key in (Key.Key_Return, Key.Key_Space):
        first_run.press(key)
    assert not first_run.conductor._stage.is_playing
    first_run.conductor._routine_place.open("wall-hamstring")
    assert not first_run.showing.start.isEnabled()
    assert EMERGENCY in texts(first_run)


def test_escape_goes_a_page_back_and_the_reply_can_be_changed(first_run):
    first_run.press(Key.Key_Return)
    first_run.press(Key.Key_2)
    first_run.press(Key.Key_Escape)
    assert f"Question 1 of {len(QUESTIONS)}" in texts(first_run)
    first_run.press(Key.Key_1)
    assert f"Question 2 of {len(QUESTIONS)}" in texts(first_run)


def test_a_second_question_takes_all_that_hold(first_run):
    first_run.press(Key.Key_Return)
    for digit in (1, 1, 1, 1, 1, 1, 2):
        first_run.press(Key.Key_0 + digit)
    for digit in (1, 3):
        first_run.press(Key.Key_0 + digit)
    first_run.press(Key.Key_Return)
    assert first_run.showing._screening.surgery == ("spine", "shoulder")


def test_after_a_disc_the_knees_are_tested(first_run):
    answer(first_run, disc=Reply.YES)
    assert "The knees-up test" in texts(first_run)
    first_run.press(Key.Key_Return)
    stage = first_run.conductor._stage
    assert first_run.showing is stage.view
    assert stage._session.state.score.routine == KNEES_UP_TEST.id
    first_run.press(Key.Key_X)
    assert "After the test" in texts(first_run)
    first_run.press(Key.Key_1)
    first_run.press(Key.Key_Return)
    assert screening(first_run).knees_up == "better or the same"
    assert first_run.showing is first_run.conductor._today_place.screen


def test_my_body_has_changed_asks_again_and_can_be_left(opened):
    opened.conductor._today_place.screen.body_changed_clicked.emit()
    assert "My body has changed" in texts(opened)
    before = screening(opened)
    opened.press(Key.Key_Escape)
    assert opened.showing is opened.conductor._today_place.screen
    assert screening(opened) == before


def test_what_an_answer_hides_says_why_in_the_library(first_run):
    answer(first_run, bones=Reply.YES)
    first_run.press(Key.Key_Return)
    first_run.shell.show_tab("library")
    cards = first_run.conductor._library_place.screen._all
    (seated,) = (card for card in cards if card.id == "ham-seated")
    assert seated.hidden_because.startswith("Hidden because of fragile bones")


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_no_page_is_cut_at_any_size(open_window, size):
    opened = open_window(size=size, answered=False)
    presses = [Key.Key_Return, *[Key.Key_1] * 6, Key.Key_2, Key.Key_Return, Key.Key_2]
    presses += [Key.Key_Return, *[Key.Key_1] * 3, Key.Key_2, Key.Key_Return, *[Key.Key_1] * 5]
    for key in presses:
        settle()
        assert flaws(opened.showing) == {}
        opened.press(key)
    assert "Before you stretch" in texts(opened)
    assert flaws(opened.showing) == {}


def test_who_is_new_to_it_may_begin_with_shorter_holds(first_run):
    first_run.press(Key.Key_Return)
    for question in QUESTIONS:
        first_run.press(Key.Key_1 if question.careful is Reply.YES else Key.Key_2)
    assert "Have you stretched in the last months?" in texts(first_run)
    for key in (Key.Key_2, Key.Key_6, Key.Key_Return):
        first_run.press(key)
    assert screening(first_run).is_new
    first_run.press(Key.Key_G)
    blocks = first_run.conductor._stage._session.state.score.script.blocks
    assert blocks[0].dose.hold_s == 15


def test_the_week_is_set_by_the_arrows_and_enter_goes_on_with_it(first_run):
    first_run.press(Key.Key_Return)
    for question in QUESTIONS:
        careful = question.id == "pregnancy"
        usual = Key.Key_1 if question.careful is Reply.YES else Key.Key_2
        first_run.press(Key.Key_2 if careful else usual)
        if careful:
            first_run.press(Key.Key_Right)
            assert "I am in week 13" in texts(first_run)
            first_run.press(Key.Key_Return)
    kept = first_run.showing._screening
    assert (kept.pregnancy_week, kept.gave_birth) == (13, False)
