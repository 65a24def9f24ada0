"""The words that find no room, each with the number that would give it to them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stretchtimer.core.room import NoRoom
from stretchtimer.ui.icon_button import IconButton
from stretchtimer.ui.rows import refill
from stretchtimer.ui.text import Text
from stretchtimer.ui.theme import SMALL_PX
from stretchtimer.ui.tile import Tile

_WHERE = {
    "intro_s": "introduction",
    "prepare_s": "time to get ready",
    "ease_s": "time to ease in",
    "release_s": "time to let go",
    "rest_s": "rest",
    "switch_s": "change of sides",
    "outro_s": "end",
}


class RoomTile(Tile):
    """Hidden where everything is said."""

    mended = Signal(object)

    def __init__(self) -> None:
        super().__init__("", role=QPalette.ColorRole.AlternateBase)
        self.setAccessibleName("Words without room")
        self.most = 2  # lines that are shown
        self._scale = 1.0
        self._lines = QVBoxLayout()
        self.rows.addLayout(self._lines)
        self.hide()

    def set_scale(self, scale: float) -> None:
        """Let the lines grow with the window."""
        self._scale = scale
        super().set_scale(scale)

    def show_missing(self, missing: Sequence[NoRoom], names: Sequence[str]) -> None:
        """Show these; `names` are those of the blocks."""
        lines: list[QWidget] = [self._line(one, names) for one in missing[: self.most]]
        if len(missing) > self.most:
            more = Text(f"and {len(missing) - self.most} more", SMALL_PX, soft=True)
            more.set_scale(self._scale)
            lines.append(more)
        refill(self._lines, lines)
        self.setVisible(bool(lines))

    def _line(self, one: NoRoom, names: Sequence[str]) -> QWidget:
        whose = "" if one.position is None else f"{names[one.position]}: "
        reason = one.reason.partition(", between")[0]
        text = Text(f"{whose}{reason}.", SMALL_PX)
        text.setToolTip(f"“{one.text}”")
        where = _WHERE[one.field]
        told = f"{whose}make the {where} {one.seconds} s long"
        button = IconButton(self, "", told, text=f"Make it {one.seconds} s")
        button.clicked.connect(lambda: self.mended.emit(one))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(text, 1)
        row.addWidget(button)
        for part in (text, button):
            part.set_scale(self._scale)
        return line
