"""The history on the screen: days, weeks, lengths and sides as they were, and the way out of it."""

import csv
import json
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtWidgets import QLabel

from stretchtimer.storage.folders import find_folders
from stretchtimer.storage.history import History
from stretchtimer.window_app import history_place
from tests.shipped import LIBRARY
from tests.ui.legible import flaws, settle, shown

SIZES = [(640, 480), (640, 900), (1040, 720), (1440, 900), (1920, 1080), (3840, 2160)]


def noon():
    """Of the day that it is now: the tests may have begun on another."""
    return datetime.now(UTC).astimezone().replace(hour=12, minute=0)


def keep(days_ago, routine="chair-hamstring", hold_ms=15_000, how="finished"):
    """A session so many days ago, each hold as long as that."""
    library = LIBRARY
    now = noon() - timedelta(days=days_ago)
    history = History(find_folders().history_file, now=lambda: now, tell=print)
    blocks = library.prescriptions(library.routines[routine])
    record = history.begin(routine, [block.exercise for block in blocks])
    for block in blocks:
        for side in ("right", "left") if block.dose.sides == 2 else ("both",):
            for rep in range(1, block.dose.reps + 1):
                record.held(
                    exercise=block.exercise.id,
                    side=side,
                    rep=rep,
                    held_ms=hold_ms,
                    planned_ms=hold_ms,
                )
    record.ended(how=how)
    history.close()


def texts(screen):
    settle()
    return [label.text() for label in shown(screen, QLabel)]


def history_of(opened):
    opened.shell.show_tab("history")
    return opened.showing


def test_an_empty_history_is_no_empty_table(opened):
    screen = history_of(opened)
    assert any(text.startswith("Your first session") for text in texts(screen))
    assert screen._calendar.isVisible()  # the year that is to be filled, and nothing else
    for part in (screen._chart, screen._muscles, screen._sides, screen._exports[0]):
        assert not part.isVisible()
    assert flaws(screen) == {}


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_nothing_is_cut_at_any_size(open_window, size):
    for days_ago in (0, 1, 2, 9, 40):
        keep(days_ago)
    screen = history_of(open_window(size=size))
    settle()
    assert flaws(screen) == {}


def test_the_week_is_measured_against_the_band(open_window):
    for days_ago in range(5):
        keep(days_ago, hold_ms=20_000)  # 5 x 4 x 20 s for a side
    screen = history_of(open_window())
    (bar,) = screen._muscles._bars
    assert (bar.name, bar.value) == ("Hamstrings", "6:40 min")
    low, high = screen._muscles._band
    assert low < bar.shares[0] < high
    heard = screen._muscles.accessibleDescription()
    assert heard == "Hamstrings: 6:40 min, in the band."


def test_right_stands_against_left(open_window):
    keep(0)
    (bar,) = history_of(open_window())._sides._bars
    assert bar.value == "1:00 / 1:00"
    assert bar.shares == (1.0, 1.0)
    assert bar.heard == "right 1:00, left 1:00"


def test_hold_lengths_are_stepped_through(open_window):
    keep(21, hold_ms=10_000)
    keep(0, hold_ms=20_000)
    keep(1, "wall-hamstring", hold_ms=30_000)
    screen = history_of(open_window())
    assert "Chair hamstring" in screen._exercise._text.text()
    assert [held_s for _, held_s in screen._chart._weeks] == [10.0, 20.0]
    screen._exercise._after.click()
    assert "Wall hamstring" in screen._exercise._text.text()
    assert not screen._exercise._after.isEnabled()
    screen._exercise._before.click()
    assert "Chair hamstring" in screen._exercise._text.text()


def test_the_years_are_stepped_through(open_window):
    keep(0)
    keep(370)
    screen = history_of(open_window())
    year = noon().year
    assert screen._year._text.text() == str(year)
    assert not screen._year._after.isEnabled()
    screen._year._before.click()
    assert screen._calendar._year == year - 1
    assert list(screen._calendar._shades.values()) == [2]
    assert not screen._year._before.isEnabled()


def test_every_day_of_a_year_has_a_place_of_its_own(open_window):
    keep(0)
    calendar = history_of(open_window())._calendar
    pitch, top = calendar._pitch(calendar.width()), 20
    found = set()
    for column in range(54):
        for row in range(7):
            point = QRectF(column * pitch, top + row * pitch, pitch, pitch).center()
            found.add(calendar._day_at(QPoint(round(point.x()), round(point.y()))))
    assert len(found - {None}) in (365, 366)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_fuller_day_stands_out_more(open_window, scheme):
    keep(0)
    calendar = history_of(open_window(appearance=scheme))._calendar
    settle()
    image = calendar.grab().toImage()
    pitch = calendar._pitch(calendar.width())

    def tone(day):
        column, row = calendar._place(day)
        at = QPoint(round((column + 0.4) * pitch), round(20 + (row + 0.4) * pitch))
        return image.pixelColor(at)

    day = noon().date()
    today, empty = tone(day), tone(day - timedelta(days=1))
    assert abs(today.lightnessF() - empty.lightnessF()) > 0.1


def test_a_session_says_when_and_how_it_was(open_window):
    keep(0, how="hurts")
    found = " ".join(texts(history_of(open_window())))
    assert "Chair hamstring" in found
    assert "today 12:00, 2:00 held, it hurt" in found


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_all_of_it_can_be_taken_elsewhere(open_window, tmp_path, monkeypatch, kind, qtbot):
    keep(0)
    path = tmp_path / f"mine.{kind}"
    monkeypatch.setattr(history_place, "ask_where_to_save", lambda *_: path)
    opened = open_window()
    screen = history_of(opened)
    button = screen._exports[("csv", "json").index(kind)]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    text = path.read_text("utf-8")
    rows = list(csv.reader(text.splitlines()))[1:] if kind == "csv" else json.loads(text)["holds"]
    assert len(rows) == 8
    assert f"8 holds were written to {path}." in texts(opened.window)


def test_a_place_that_cannot_be_written_is_told(open_window, tmp_path, monkeypatch):
    keep(0)
    monkeypatch.setattr(history_place, "ask_where_to_save", lambda *_: tmp_path / "no" / "a.csv")
    opened = open_window()
    history_of(opened)._exports[0].click()
    assert any("could not be written" in text for text in texts(opened.window))


def test_today_shows_the_week_and_the_last_sessions(open_window):
    keep(0)
    keep(0, "wall-hamstring", hold_ms=40_000)
    found = texts(open_window().showing)
    assert "1 of 5 days" in found
    assert {"Chair hamstring", "Wall hamstring"} <= set(found)
    assert "How it goes" not in found
