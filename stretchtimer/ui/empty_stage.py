"""What the window shows while the library is being read: the room, with nobody in it yet."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from stretchtimer.figure.palette import Look, palette
from stretchtimer.ui.card import cut_corners, paint_empty_room
from stretchtimer.ui.stage_layout import stage_layout
from stretchtimer.ui.theme import RADIUS_PX, scheme_now


class EmptyStage(QWidget):
    """Painted in the first frame, so it needs neither library nor session."""

    def paintEvent(self, _: QPaintEvent) -> None:
        """The card in its place, on the window's own ground."""
        layout = stage_layout(self.width(), self.height())
        box = layout.figure
        card = QRectF(box.x, box.y, box.width, box.height)
        scene = palette(Look(scheme_now())).scene
        painter = QPainter(self)
        paint_empty_room(painter, card, card=scene.background, disc=scene.disc, floor=scene.floor)
        ground = self.palette().color(QPalette.ColorRole.Window)
        cut_corners(painter, card, RADIUS_PX * layout.scale, ground)
