"""Air between the parts of a screen."""

from PySide6.QtWidgets import QWidget


class Gap(QWidget):
    """So many pixels of nothing, more in a large window."""

    def __init__(self, height_px: int) -> None:
        super().__init__()
        self._height_px = height_px
        self.set_scale(1.0)

    def set_scale(self, scale: float) -> None:
        """Let the air grow with the window."""
        self.setFixedHeight(round(self._height_px * scale))
