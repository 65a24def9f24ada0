"""Who speaks, how fast and how loud, with a button to hear it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from stretchtimer.core.settings import Settings
from stretchtimer.ui.icon_button import IconButton
from stretchtimer.ui.pick_list import Group, PickList
from stretchtimer.ui.setting_row import SettingRow, SettingsTile
from stretchtimer.ui.slider import Slider

_ENGINES = Group("", (("system", "The system’s voices"), ("piper", "Piper, with voice files")))
_LOOKING = "Looking for voices …"


class VoiceTile(SettingsTile):
    """Tells the name of a setting and its new value."""

    chosen = Signal(str, object)
    test_clicked = Signal()
    voices_asked = Signal()

    def __init__(self) -> None:
        super().__init__("Voice")
        self._muted = self._has_voices = False
        self.engine = PickList()
        self.engine.picked.connect(lambda engine: self.chosen.emit("engine", engine))
        self.voice = PickList()
        self.voice.picked.connect(lambda voice: self.chosen.emit("voice_id", voice))
        self.rate = Slider("Speed", 80, 300, 5)
        self.rate.valueChanged.connect(lambda wpm: self.chosen.emit("rate_wpm", wpm))
        self.volume = Slider("Volume of the voice", 0, 100, 5)
        self.volume.valueChanged.connect(
            lambda percent: self.chosen.emit("voice_volume", percent / 100)
        )
        self._engine_row = SettingRow("Speech engine", self.engine)
        self._voice_row = SettingRow("Voice", self.voice)
        self._rate_row = SettingRow("Speed", self.rate)
        self._volume_row = SettingRow("Volume of the voice", self.volume)
        for row in (self._engine_row, self._voice_row, self._rate_row, self._volume_row):
            self.rows.addWidget(row)
        # Made after the rows are in place: Tab goes from part to part as they came.
        self.test = IconButton(self, "sound", "Test the voice", text="Test", kind="tonal")
        self.test.clicked.connect(self.test_clicked)
        self.files = IconButton(self, "", "Open the folder of voice files", text="Voice files …")
        self.files.clicked.connect(self.voices_asked)
        buttons = QHBoxLayout()
        buttons.addWidget(self.test)
        buttons.addWidget(self.files)
        buttons.addStretch(1)
        self.rows.addLayout(buttons)
        self.show_voices((), "", _LOOKING)

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen."""
        self.engine.show_groups((_ENGINES,), settings.engine)
        self.files.setVisible(settings.engine == "piper")
        self._muted = settings.muted
        self._offer_test()
        for slider, value in (
            (self.rate, settings.rate_wpm),
            (self.volume, round(settings.voice_volume * 100)),
        ):
            slider.blockSignals(True)  # noqa: FBT003  # Qt takes it by position
            slider.setValue(value)
            slider.blockSignals(False)  # noqa: FBT003  # Qt takes it by position
        self._rate_row.show_value(f"{settings.rate_wpm} words a minute")
        self._volume_row.show_value(f"{round(settings.voice_volume * 100)} %")

    def show_voices(self, groups: Sequence[Group], voice_id: str, hint: str) -> None:
        """Offer the voices of the engine; without any, `hint` says why, otherwise what is special
        about the one that is picked."""
        self.voice.setEnabled(bool(groups))
        self._has_voices = bool(groups)
        self._offer_test()
        offered = groups or (Group("", ((voice_id, "No voices" if hint != _LOOKING else hint),)),)
        self.voice.show_groups(offered, voice_id)
        self._voice_row.show_hint("" if hint == _LOOKING else hint)

    def show_looking(self) -> None:
        """Say that the voices are being looked for."""
        self.show_voices((), "", _LOOKING)

    def show_engine(self, text: str) -> None:
        """Say what the engine is."""
        self._engine_row.show_hint(text)

    def _offer_test(self) -> None:
        self.test.setEnabled(self._has_voices and not self._muted)
        muted = " (everything is muted)" if self._muted else ""
        self.test.rename("sound", f"Test the voice{muted}", "")
