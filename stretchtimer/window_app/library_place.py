"""The library's place in the window: its cards, and what is opened from them."""

from collections.abc import Callable

from stretchtimer.core.answers import Answers
from stretchtimer.storage.library import Library
from stretchtimer.ui.library_cards import LibraryCard
from stretchtimer.ui.library_screen import LibraryScreen
from stretchtimer.ui.shell import Tab
from stretchtimer.window_app.belongings import Belongings
from stretchtimer.window_app.cards import library_cards


class LibraryPlace:
    """Shows all there is. `open_routine` gets an id, and the minutes to cut it to."""

    def __init__(
        self, belongings: Belongings, open_routine: Callable[[str, int | None], None]
    ) -> None:
        self._belongings, self._open_routine = belongings, open_routine
        self._library: Library | None = None
        self._answers = Answers()
        self._cards: tuple[LibraryCard, ...] = ()
        self.screen = LibraryScreen()
        self.screen.card_chosen.connect(self._open_card)
        self.tab = Tab("library", "Library", "library", lambda: self.screen, self._refresh)

    def _refresh(self) -> None:
        library, answers = self._belongings.library, self._belongings.home.coach.answers()
        # Ten thousand cards take half a second: made anew only where something has changed.
        if library is not self._library or answers != self._answers:
            self._library, self._answers = library, answers
            self._cards = library_cards(library, answers)
        self.screen.show_cards(self._cards, self._belongings.look())

    def _open_card(self, card: LibraryCard) -> None:
        """What takes longer than the minutes at hand is cut to them."""
        minutes = self.screen.minutes
        is_longer = minutes is not None and card.length_s > minutes * 60
        self._open_routine(card.id, minutes if is_longer else None)
