"""Settings: what a person may choose, in effect and saved as soon as it is chosen."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stretchtimer.core.exercise import Exercise
from stretchtimer.core.settings import Settings
from stretchtimer.ui.gap import Gap
from stretchtimer.ui.page import Page
from stretchtimer.ui.pick_list import Group
from stretchtimer.ui.settings_tiles import AppearanceTile, BodyTile, ComputerTile, SoundsTile
from stretchtimer.ui.text import title
from stretchtimer.ui.theme import GRID_PX
from stretchtimer.ui.tile import Tile
from stretchtimer.ui.voice_tile import VoiceTile

_TWO_COLUMNS_FROM_PX = 800


class SettingsScreen(Page):
    """Tells each change as the whole of the new settings."""

    settings_changed = Signal(object)
    test_clicked = Signal()
    voice_files_asked = Signal()
    body_changed = Signal()
    login_chosen = Signal(bool)
    folder_asked = Signal()

    def __init__(self) -> None:
        super().__init__("Settings")
        self._settings = Settings()
        self._exercise: Exercise | None = None
        self.voice, self.sounds, self.appearance = VoiceTile(), SoundsTile(), AppearanceTile()
        self.body, self.computer = BodyTile(), ComputerTile()
        for tile in (self.voice, self.sounds, self.appearance):
            tile.chosen.connect(self._take)
        self.voice.test_clicked.connect(self.test_clicked)
        self.voice.voices_asked.connect(self.voice_files_asked)
        self.body.body_changed.connect(self.body_changed)
        self.computer.login_chosen.connect(self.login_chosen)
        self.computer.folder_asked.connect(self.folder_asked)
        self._tiles = _Columns(
            (self.voice, self.sounds), (self.appearance, self.body, self.computer)
        )
        self.column.addWidget(title("Settings"))
        self.column.addWidget(Gap(2 * GRID_PX))
        self.column.addWidget(self._tiles)
        self.column.addStretch(1)
        self.setFocusProxy(self.voice.engine)
        self.rescale()

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen."""
        self._settings = settings
        for tile in (self.voice, self.sounds, self.appearance):
            tile.show_settings(settings)
        if self._exercise is not None:
            self.appearance.show_figure(self._exercise, settings)

    def show_exercise(self, exercise: Exercise) -> None:
        """Show the figure of this exercise, as an example of how it looks."""
        self._exercise = exercise
        self.appearance.show_figure(exercise, self._settings)

    def show_voices(self, groups: Sequence[Group], hint: str, engine: str) -> None:
        """Offer the voices of the engine, whose name and version are `engine`."""
        self.voice.show_voices(groups, self._settings.voice_id, hint)
        self.voice.show_engine(engine)

    def show_devices(self, devices: Sequence[tuple[str, str]]) -> None:
        """Offer sound devices, as (the system's name, the name for people)."""
        self.sounds.show_devices(devices, self._settings.device)

    def _take(self, name: str, value: Any) -> None:  # noqa: ANN401  # of the field's own kind
        changed = replace(self._settings, **{name: value})
        if name == "engine":
            changed = replace(changed, voice_id="")  # one engine knows nothing of another's voices
            self.voice.show_looking()
        if changed != self._settings:
            self.show_settings(changed)
            self.settings_changed.emit(changed)


class _Columns(QWidget):
    """Two columns of tiles where there is room for two, otherwise one."""

    def __init__(self, left: Sequence[Tile], right: Sequence[Tile]) -> None:
        super().__init__()
        self._left, self._right = tuple(left), tuple(right)
        self._scale, self._is_wide = 1.0, False
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._columns = (QVBoxLayout(), QVBoxLayout())
        for column in self._columns:
            self._line.addLayout(column, 1)
        self._place()

    def set_scale(self, scale: float) -> None:
        """Let the air grow with the window."""
        self._scale = scale
        for layout in (self._line, *self._columns):
            layout.setSpacing(round(2 * GRID_PX * scale))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make one column or two."""
        super().resizeEvent(event)
        is_wide = self.width() >= _TWO_COLUMNS_FROM_PX * self._scale
        if is_wide != self._is_wide:
            self._is_wide = is_wide
            self._place()

    def _place(self) -> None:
        for column in self._columns:
            while column.takeAt(0) is not None:
                pass
        for column, tiles in zip(self._columns, (self._left, self._right), strict=True):
            for tile in tiles:
                (column if self._is_wide else self._columns[0]).addWidget(tile)
        for column in self._columns:
            column.addStretch(1)
        self._line.setStretch(1, 1 if self._is_wide else 0)
        self._line.setSpacing(round(2 * GRID_PX * self._scale) if self._is_wide else 0)
