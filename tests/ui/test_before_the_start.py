"""Before a start: an ache, a warm-up, a gentle dose, and whether the back is free of pain."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from stretchtimer.core.progression import Rating
from stretchtimer.core.screening import Reply, Screening
from stretchtimer.core.suggestion import Suggested
from stretchtimer.window_app.belongings import person_now
from tests.ui.legible import flaws, settle, shown

Key = Qt.Key
ACHE = "Wall hamstring: any ache left, above 3 out of 10?"
SIZES = [(640, 480), (1040, 720), (1440, 900)]


def texts(screen):
    settle()
    return [label.text() for label in shown(screen, QLabel)]


def played(opened):
    """The exercises of what is played, with their doses."""
    assert opened.conductor._stage.is_playing
    blocks = opened.conductor._stage._session.state.score.script.blocks
    return [(block.exercise.id, block.dose.hold_s, block.dose.reps) for block in blocks]


def was_too_much(opened, days_ago=1):
    """Let the wall have been too much some days ago."""
    home, at = opened.home, person_now() - timedelta(days=days_ago)
    clocks = home.history._now, home.coach._now
    home.history._now = home.coach._now = lambda: at
    exercise = opened.library.exercises["ham-wall"]
    log = home.history.begin("wall-hamstring", [exercise])
    log.held(exercise="ham-wall", side="both", rep=1, held_ms=40_000, planned_ms=40_000)
    home.coach.rate(log.id, exercise, Rating.MUCH)
    home.history._now, home.coach._now = clocks
    opened.shell.show_tab("today")


def dose_of_the_wall(opened):
    state = opened.home.history.doses()["ham-wall"]
    return state.hold_s, state.reps


def test_the_next_day_an_ache_lowers_the_dose_by_one_key(opened):
    was_too_much(opened)
    assert dose_of_the_wall(opened) == (35, 6)
    assert ACHE in texts(opened.showing)
    opened.press(Key.Key_2)
    assert "It was too much, so next time 30 s × 6." in texts(opened.showing)
    assert dose_of_the_wall(opened) == (30, 6)
    opened.press(Key.Key_2)  # asked once
    assert dose_of_the_wall(opened) == (30, 6)


def test_without_an_ache_all_stays_and_nobody_asks_again(opened):
    was_too_much(opened)
    opened.press(Key.Key_1)
    assert "Good. It stays as it is." in texts(opened.showing)
    assert dose_of_the_wall(opened) == (35, 6)
    opened.shell.show_tab("today")
    assert ACHE not in texts(opened.showing)


@pytest.mark.parametrize("days_ago", [0, 4])
def test_an_ache_is_asked_about_on_the_days_after_only(opened, days_ago):
    was_too_much(opened, days_ago)
    assert ACHE not in texts(opened.showing)


def test_after_long_sitting_one_key_puts_a_minute_of_marching_first(opened):
    opened.conductor._playing.sitting_min = lambda: 42
    opened.shell.show_tab("today")
    assert "After 42 min of sitting: a minute of marching first?" in texts(opened.showing)
    opened.press(Key.Key_W)
    assert played(opened) == [("stand-march", 60, 1), ("ham-wall", 40, 6)]
    assert opened.home.history.last_sessions(1)[0].routine == "wall-hamstring"


def test_a_routine_too_may_be_begun_with_a_warm_up(opened):
    opened.conductor._playing.sitting_min = lambda: 30
    opened.conductor._routine_place.open("band-hamstring")
    assert opened.showing.warmed.isVisible()
    opened.press(Key.Key_W)
    assert [name for name, *_ in played(opened)] == ["stand-march", "ham-band"]


@pytest.mark.parametrize(("sitting_min", "routine"), [(29, "chair-hamstring"), (90, "desk-break")])
def test_there_is_no_warm_up_without_long_sitting_and_long_holds(opened, sitting_min, routine):
    opened.conductor._playing.sitting_min = lambda: sitting_min
    opened.conductor._routine_place.open(routine)
    assert not opened.showing.warmed.isVisible()
    opened.press(Key.Key_W)
    assert not opened.conductor._stage.is_playing


def test_the_time_at_hand_holds_with_a_warm_up_too(opened):
    opened.conductor._playing.sitting_min = lambda: 42
    opened.conductor._routine_place.open("wall-hamstring", 5)
    opened.press(Key.Key_W)
    assert opened.conductor._stage._session.state.score.total_ms <= 300_000


def joined(opened, sitting_min):
    """Reminders that know for how long somebody has been sitting, with Today open."""
    breaks = SimpleNamespace(schedules=(), state=None, coming=lambda _: [])
    reminding = SimpleNamespace(
        sitting_min=sitting_min,
        watchers=[],
        breaks=breaks,
        next_line=str,
        session_changed=lambda _: None,
    )
    opened.conductor.join(reminding, opened.conductor._stage.keep_awake)
    opened.shell.show_tab("today")
    return reminding


def test_the_reminders_tell_how_long_somebody_has_been_sitting(opened):
    joined(opened, 37)
    assert "After 37 min of sitting: a minute of marching first?" in texts(opened.showing)


def test_it_is_offered_on_today_as_soon_as_half_an_hour_is_over(opened):
    reminding = joined(opened, 29)
    assert not opened.showing._hero.warmed.isVisible()
    reminding.sitting_min = 30
    for looked in reminding.watchers:
        looked()
    assert opened.showing._hero.warmed.isVisible()


def test_today_offers_a_gentle_first_time_beside_the_articles_dose(opened):
    opened.press(Key.Key_G)
    assert played(opened) == [("ham-wall", 20, 3)]
    # Today may suggest another one by now, which has a first time of its own.
    assert opened.home.coach.first_choice(opened.library.exercises["ham-wall"]) is None


def test_what_is_off_by_default_asks_about_the_back_before_it_starts(opened):
    opened.conductor._routine_place.open("standing-hamstring")
    opened.press(Key.Key_Return)
    assert "Is your back pain-free today?" in texts(opened.showing)
    assert ("sample", "Is your back pain-free today?") in opened.speaker.asked
    assert not opened.conductor._stage.is_playing
    opened.press(Key.Key_1)
    assert [name for name, *_ in played(opened)] == ["ham-standing"]


def test_with_a_sore_back_the_band_is_shown_instead(opened):
    opened.conductor._first.play("standing-hamstring")
    opened.press(Key.Key_2)
    assert "Band hamstring" in texts(opened.showing)
    assert not opened.conductor._stage.is_playing


def test_enter_twice_is_the_careful_answer(opened):
    opened.conductor._routine_place.open("standing-hamstring")
    opened.press(Key.Key_Return)
    opened.press(Key.Key_Return)
    assert "Band hamstring" in texts(opened.showing)


def test_who_answers_nothing_starts_nothing(opened):
    opened.conductor._routine_place.open("standing-hamstring")
    opened.press(Key.Key_Return)
    opened.press(Key.Key_Escape)
    assert opened.showing is opened.conductor._routine_place.screen
    assert not opened.conductor._stage.is_playing


def test_a_break_asks_too(opened):
    opened.conductor.play_break("standing-hamstring", 120)
    assert opened.showing is opened.conductor._first.screen


def test_where_something_else_stands_in_nothing_is_asked(opened):
    replies = {"low-back-pain": Reply.YES}
    opened.home.coach.keep_screening(Screening(person_now().date(), replies))
    opened.conductor._first.play("standing-hamstring")
    assert [name for name, *_ in played(opened)] == ["desk-hinge"]


def test_one_key_switches_it_on_and_that_is_kept(opened):
    opened.conductor._routine_place.open("standing-hamstring")
    assert not opened.showing._page.switch.isChecked()
    opened.press(Key.Key_O)
    assert opened.home.coach.answers().switched_on == {"ham-standing"}
    opened.conductor._routine_place.open("standing-hamstring")
    assert opened.showing._page.switch.isChecked()
    opened.press(Key.Key_O)
    assert opened.home.coach.answers().switched_on == frozenset()


def test_other_routines_need_no_switch(open_window):
    opened = open_window(routine="wall-hamstring")
    assert not opened.showing._page.switch.isVisible()
    opened.press(Key.Key_O)
    assert opened.home.coach.answers().switched_on == frozenset()


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_all_of_it_can_be_read_at_any_size(open_window, size):
    opened = open_window(size=size)
    opened.conductor._playing.sitting_min = lambda: 142
    was_too_much(opened)
    settle()
    assert flaws(opened.showing) == {}
    opened.conductor._routine_place.open("band-hamstring")
    settle()
    assert flaws(opened.showing) == {}
    opened.conductor._routine_place.open("standing-hamstring")
    settle()
    assert flaws(opened.showing) == {}
    opened.conductor._first.play("standing-hamstring")
    settle()
    assert flaws(opened.showing) == {}


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_long_name_with_every_way_to_start_is_not_cut(open_window, monkeypatch, size):
    opened = open_window(size=size)
    long = Suggested("evening-lower-back", "Hamstrings had 3:20 of 5 minutes this week.")
    monkeypatch.setattr(opened.home.coach, "suggest", lambda _: long)
    opened.conductor._playing.sitting_min = lambda: 142
    opened.shell.show_tab("today")
    settle()
    assert opened.showing._hero.warmed.isVisible()
    assert opened.showing._hero.gently.isVisible()
    assert flaws(opened.showing) == {}
