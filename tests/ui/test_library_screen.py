"""The library on the screen: found by typing, opened by key and mouse, drawn when there is time."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from stretchtimer.core.screening import Reply, Screening
from stretchtimer.figure.palette import Look
from tests.ui.legible import flaws, settle, shown

Key = Qt.Key
SIZES = [(640, 480), (640, 900), (1040, 720), (1440, 900), (1920, 1080), (3840, 2160)]


@pytest.fixture
def library(opened):
    opened.shell.show_tab("library")
    return opened.showing


def names(screen):
    model = screen.list.model()
    return [model.index(row).data() for row in range(model.rowCount())]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_nothing_is_cut_at_any_size(open_window, size):
    opened = open_window(size=size)
    opened.shell.show_tab("library")
    settle()
    assert flaws(opened.showing) == {}


def test_typing_finds_by_name_muscle_place_and_thing(opened, library, qtbot):
    everything = names(library)
    for text, found in (
        ("wall ham", "Wall hamstring"),
        ("towel", "Band hamstring"),
        ("CHAIRS desk", "Chair hamstring"),
    ):
        library.search.clear()
        qtbot.keyClicks(library.search, text)
        assert found in names(library)
        assert len(names(library)) < len(everything)
    library.search.clear()
    assert names(library) == everything


def test_nothing_found_is_said(library, qtbot):
    qtbot.keyClicks(library.search, "qqq")
    settle()
    (told,) = [one.text() for one in shown(library, QLabel) if one.text().startswith("Nothing")]
    assert told.endswith("Esc shows everything again.")
    qtbot.keyClick(library.search, Key.Key_Escape)
    assert library.search.text() == ""
    assert library.list.isVisible()


def test_enter_opens_the_first_that_was_found(opened, library, qtbot):
    qtbot.keyClicks(library.search, "wall hamstring")
    first = names(library)[0]
    qtbot.keyClick(library.search, Key.Key_Return)
    assert opened.showing is opened.conductor._routine_place.screen
    assert opened.conductor._routine_place.screen._offer.routine.name == first
    opened.press(Key.Key_Escape)
    assert opened.showing is library


def test_down_leads_to_the_cards_and_enter_opens_one(opened, library):
    opened.press(Key.Key_Down)
    assert library.list.hasFocus()
    opened.press(Key.Key_Right)
    second = names(library)[1]
    opened.press(Key.Key_Return)
    assert opened.conductor._routine_place.screen._offer.routine.name == second


def test_a_single_stretch_is_played_alone(opened, library, qtbot):
    library._kind._buttons[1].click()
    qtbot.keyClicks(library.search, "wall hamstring")
    qtbot.keyClick(library.search, Key.Key_Return)
    opened.press(Key.Key_Space)
    assert opened.conductor._stage.is_playing


def test_filters_go_by_place_and_minutes(library):
    library._place._buttons[1].click()
    assert "Wall hamstring" not in names(library)
    library._place._buttons[0].click()
    library._minutes._buttons[2].click()
    cards = {card.name: card.length_s for card in library._all if card.kind == "routine"}
    assert cards[names(library)[0]] <= 240


def test_ten_thousand_are_drawn_no_slower_than_the_ones_in_sight(library, qtbot):
    some = [card for card in library._all if card.kind == "routine"]
    many = [replace(some[n % len(some)], id=str(n), name=f"Own {n}") for n in range(10_000)]
    library.show_cards(tuple(many), Look())
    assert len(names(library)) == 10_000
    pictures = library.list._painter.pictures
    settle()
    assert len(pictures._coming) + len(pictures._kept) <= len(some)
    qtbot.waitUntil(lambda: not pictures._coming, timeout=10_000)


def test_cards_are_made_anew_only_where_something_changed(opened):
    place = opened.conductor._library_place
    opened.shell.show_tab("library")
    before = place._cards
    opened.shell.show_tab("today")
    opened.shell.show_tab("library")
    assert place._cards is before
    opened.home.coach.keep_screening(Screening(date(2026, 3, 1), {"bones": Reply.YES}))
    opened.shell.show_tab("library")
    assert place._cards is not before
    assert any(card.hidden_because for card in place.screen._all)
