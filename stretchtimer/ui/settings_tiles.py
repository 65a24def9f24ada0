"""The parts of the settings that need no more than a few controls each."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout

from stretchtimer.core.exercise import Exercise
from stretchtimer.core.settings import Settings
from stretchtimer.figure.palette import Look, look_of, palette
from stretchtimer.ui.choices import Choices
from stretchtimer.ui.held_figure import HeldFigure
from stretchtimer.ui.icon_button import IconButton
from stretchtimer.ui.pick_list import Group, PickList
from stretchtimer.ui.setting_row import SettingRow, SettingsTile
from stretchtimer.ui.slider import Slider
from stretchtimer.ui.swatches import Swatches
from stretchtimer.ui.text import Text, small
from stretchtimer.ui.theme import scheme_now
from stretchtimer.ui.toggle import Toggle

_SKINS = range(1, 7)
_FIGURE_PX = 190
_LONG_HOLDS = (
    "Otherwise they are proposed up to half a minute, which does as much for most; from 65 on a"
    " minute does more."
)


class SoundsTile(SettingsTile):
    """Chimes, ticks, silence, and where all of it is heard."""

    chosen = Signal(str, object)

    def __init__(self) -> None:
        super().__init__("Sounds")
        self.muted = Toggle("Mute everything")
        self.muted.toggled.connect(lambda on: self.chosen.emit("muted", on))
        self.chimes = Slider("Volume of chimes", 0, 100, 5)
        self.chimes.valueChanged.connect(
            lambda percent: self.chosen.emit("chime_volume", percent / 100)
        )
        self.countdown: Choices[str] = Choices(
            "Last three seconds", [("ticks", "Soft ticks"), ("digits", "Spoken: three, two, one")]
        )
        self.countdown.chosen.connect(lambda value: self.chosen.emit("countdown", value))
        self.device = PickList()
        self.device.picked.connect(lambda name: self.chosen.emit("device", name))
        self._chimes_row = SettingRow("Volume of chimes", self.chimes)
        self.rows.addWidget(self.muted)
        self.rows.addWidget(self._chimes_row)
        self.rows.addWidget(SettingRow("Last seconds before you start", self.countdown))
        self.rows.addWidget(SettingRow("Sound device", self.device))

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen."""
        self.muted.show_on(on=settings.muted)
        self.chimes.blockSignals(True)  # noqa: FBT003  # Qt takes it by position
        self.chimes.setValue(round(settings.chime_volume * 100))
        self.chimes.blockSignals(False)  # noqa: FBT003  # Qt takes it by position
        self._chimes_row.show_value(f"{round(settings.chime_volume * 100)} %")
        self.countdown.set_value(settings.countdown)

    def show_devices(self, devices: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer devices, as (the system's name, the name for people)."""
        named = dict(devices)
        if chosen and chosen not in named:
            named[chosen] = f"{chosen} (not there now)"
        items = (("", "The system’s usual one"), *named.items())
        self.device.show_groups((Group("", items),), chosen)


class AppearanceTile(SettingsTile):
    """The window's scheme, and the person in the pictures."""

    chosen = Signal(str, object)

    def __init__(self) -> None:
        super().__init__("Appearance")
        self.scheme: Choices[str] = Choices(
            "Colours", [("system", "As the system"), ("light", "Light"), ("dark", "Dark")]
        )
        self.scheme.chosen.connect(lambda value: self.chosen.emit("appearance", value))
        self.contrast = Toggle("High contrast")
        self.contrast.toggled.connect(lambda on: self.chosen.emit("high_contrast", on))
        self.still = Toggle("Reduced motion")
        self.still.toggled.connect(lambda on: self.chosen.emit("reduced_motion", on))
        self.skin = Swatches("Skin tone", [_skin_color(number) for number in _SKINS])
        self.skin.chosen.connect(lambda number: self.chosen.emit("skin", number))
        self.hair: Choices[str] = Choices(
            "Hair", [("bun", "Bun"), ("short", "Short"), ("bob", "Bob")]
        )
        self.hair.chosen.connect(lambda value: self.chosen.emit("hair", value))
        self.build: Choices[str] = Choices("Build", [("slim", "Slim"), ("broad", "Broad")])
        self.build.chosen.connect(lambda value: self.chosen.emit("build", value))
        self.figure = HeldFigure(self)
        self.figure.setVisible(False)
        self.figure.setBackgroundRole(QPalette.ColorRole.Base)
        self.rows.addWidget(SettingRow("Colours", self.scheme))
        self.rows.addWidget(self.contrast)
        self.rows.addWidget(self.still)
        self.rows.addWidget(SettingRow("Skin of the figure", self.skin))
        self.rows.addWidget(SettingRow("Hair of the figure", self.hair))
        self.rows.addWidget(SettingRow("Build of the figure", self.build))
        self.rows.addWidget(self.figure)

    def set_scale(self, scale: float) -> None:
        """Let the picture grow too."""
        super().set_scale(scale)
        for figure in self.findChildren(HeldFigure):
            figure.setFixedHeight(round(_FIGURE_PX * scale))

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen."""
        self.scheme.set_value(settings.appearance)
        self.still.show_on(on=settings.reduced_motion)
        self.skin.set_value(settings.skin)
        self.hair.set_value(settings.hair)
        self.build.set_value(settings.build)
        self.contrast.show_on(on=settings.high_contrast)

    def show_figure(self, exercise: Exercise, settings: Settings) -> None:
        """Show the figure as it is chosen."""
        self.figure.show_held(exercise, look_of(settings, scheme_now()))
        self.figure.setVisible(True)


def _skin_color(number: int) -> str:
    return palette(Look("light", number)).near.skin.code


class BodyTile(SettingsTile):
    """The way back to the questions about one's health, and a choice that they leave open."""

    body_changed = Signal()
    long_holds_chosen = Signal(bool)

    def __init__(self) -> None:
        super().__init__("Your body")
        text = "What you answered about your health decides which stretches are offered."
        self.changed = IconButton(
            self, "body", "My body has changed", text="My body has changed", kind="tonal"
        )
        self.changed.clicked.connect(self.body_changed)
        self.long_holds = Toggle("Let holds grow to a minute")
        self.long_holds.toggled.connect(self.long_holds_chosen)
        self.rows.addWidget(Text(text))
        self.rows.addLayout(_at_the_left(self.changed))
        self.rows.addWidget(self.long_holds)
        self.rows.addWidget(small(_LONG_HOLDS))


class ComputerTile(SettingsTile):
    """What the program does on this computer."""

    login_chosen = Signal(bool)
    folder_asked = Signal()

    def __init__(self) -> None:
        super().__init__("This computer")
        self.login = Toggle("Start when I log in")
        self.login.toggled.connect(self.login_chosen)
        self._why = small()
        self._folder = small()
        self.rows.addWidget(self.login)
        self.rows.addWidget(self._why)
        self.rows.addWidget(Text("Your routines, answers and history"))
        self.rows.addWidget(self._folder)
        self.open = IconButton(self, "", "Open the data folder", text="Open folder", kind="tonal")
        self.open.clicked.connect(self.folder_asked)
        self.rows.addLayout(_at_the_left(self.open))
        self.show_login(on=None, why="")

    def show_login(self, *, on: bool | None, why: str) -> None:
        """Show whether the program starts at login; None where that cannot be told or set."""
        self.login.show_on(on=bool(on))
        self.login.setEnabled(on is not None)
        self.login.setVisible(on is not None or bool(why))
        self._why.show_text(why)

    def show_folder(self, path: str) -> None:
        """Say where everything is kept."""
        self._folder.show_text(path)


def _at_the_left(button: IconButton) -> QHBoxLayout:
    line = QHBoxLayout()
    line.addWidget(button)
    line.addStretch(1)
    return line
