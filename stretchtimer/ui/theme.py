"""Colours and sizes of the window, light and dark.

Colours reach the widgets as roles of the application's palette, so that a change of scheme repaints
everything by itself. Each role here is used for one thing:

    Window the ground · Base a card · Button a control · Light a control under the pointer
    Mid a track · WindowText ink · PlaceholderText soft ink · Highlight the accent
    HighlightedText ink on the accent · AlternateBase what is chosen

The warm colour belongs to the working muscle and is the figure's own: it is not among them.
"""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from stretchtimer.figure.colors import Scheme

Appearance = Literal["system", "light", "dark"]

GRID_PX = 8
RADIUS_PX = 12
# The type scale, in pixels at scale 1. The digits of the ring start at 96.
SMALL_PX, TEXT_PX, LEAD_PX, TITLE_PX, DIGITS_PX = 13, 15, 20, 32, 96

SCROLL_BAR_STYLE = """
QScrollBar:vertical { width: 10px; background: transparent; }
QScrollBar::handle:vertical {
    background: palette(mid); border-radius: 3px; margin-left: 4px; min-height: 32px;
}
QScrollBar::add-line, QScrollBar::sub-line { height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one scheme."""

    ground: str
    card: str
    control: str
    control_hover: str
    track: str
    ink: str
    soft_ink: str
    accent: str
    on_accent: str
    chosen: str


THEMES: dict[Scheme, Theme] = {
    "light": Theme(
        ground="#FCFAF7",
        card="#F6F3EE",
        control="#F0EBE3",
        control_hover="#E6DFD4",
        track="#DDD5C8",
        ink="#1D2733",
        soft_ink="#465160",
        accent="#0B5A52",
        on_accent="#FFFFFF",
        chosen="#DDEDE9",
    ),
    "dark": Theme(
        ground="#10161E",
        card="#181F29",
        control="#1E2732",
        control_hover="#2A3542",
        track="#333F4D",
        ink="#EFF3F7",
        soft_ink="#B9C4D0",
        accent="#7AD9C9",
        on_accent="#06231F",
        chosen="#1B3A3B",
    ),
}

# For eyes that need more: black and white, with tones that stand further apart.
HIGH_CONTRAST_THEMES: dict[Scheme, Theme] = {
    "light": Theme(
        ground="#FFFFFF",
        card="#F2F2F2",
        control="#E2E2E2",
        control_hover="#CCCCCC",
        track="#9A9A9A",
        ink="#000000",
        soft_ink="#1C1C1C",
        accent="#00332E",
        on_accent="#FFFFFF",
        chosen="#B5E2DA",
    ),
    "dark": Theme(
        ground="#000000",
        card="#141414",
        control="#262626",
        control_hover="#3C3C3C",
        track="#5C5C5C",
        ink="#FFFFFF",
        soft_ink="#E8E8E8",
        accent="#93F7E7",
        on_accent="#000000",
        chosen="#0C4A43",
    ),
}


def theme_of(scheme: Scheme, *, high_contrast: bool) -> Theme:
    """The colours of a scheme."""
    return (HIGH_CONTRAST_THEMES if high_contrast else THEMES)[scheme]


def palette_of(theme: Theme) -> QPalette:
    """The palette that carries a theme to the widgets."""
    role = QPalette.ColorRole
    palette = QPalette()
    for name, code in {
        role.Window: theme.ground,
        role.Base: theme.card,
        role.Button: theme.control,
        role.Light: theme.control_hover,
        role.Mid: theme.track,
        role.WindowText: theme.ink,
        role.Text: theme.ink,
        role.ButtonText: theme.ink,
        role.PlaceholderText: theme.soft_ink,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.AlternateBase: theme.chosen,
        role.ToolTipBase: theme.ink,
        role.ToolTipText: theme.ground,
    }.items():
        palette.setColor(name, QColor(code))
    return palette


def scheme_now() -> Scheme:
    """The scheme in force: the one whose palette the application has."""
    return _scheme_of(QGuiApplication.palette())


def wanted_scheme(appearance: Appearance) -> Scheme:
    """The scheme that a person chose, or the system's."""
    if appearance != "system":
        return appearance
    # Asked of the style, not of Qt's colorScheme(): that costs a tenth of the whole start.
    return _scheme_of(QApplication.style().standardPalette())


def _scheme_of(palette: QPalette) -> Scheme:
    return "dark" if palette.color(QPalette.ColorRole.Window).lightnessF() < 0.5 else "light"
