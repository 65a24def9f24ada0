"""What the window shows while the library is being read: the room, with nobody in it yet."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from stretchtimer.figure.scene_colors import scene_colors
from stretchtimer.ui.card import cut_corners, paint_empty_room
from stretchtimer.ui.shell_layout import RAIL_PX, hero_figure, page_scale
from stretchtimer.ui.theme import RADIUS_PX, scheme_now


class EmptyStage(QWidget):
    """Painted in the first frame, so it needs neither library nor session."""

    def paintEvent(self, _: QPaintEvent) -> None:
        """The rail and the card of Today in their places, on the window's own ground."""
        scale = page_scale(self.width(), self.height())
        box = hero_figure(self.width(), self.height())
        card = QRectF(box.x, box.y, box.width, box.height)
        scene = scene_colors(scheme_now())
        painter = QPainter(self)
        role = QPalette.ColorRole
        rail = QPainterPath()
        rail.addRect(QRectF(0, 0, round(RAIL_PX * scale), self.height()))
        painter.fillPath(rail, self.palette().brush(role.Base))
        paint_empty_room(painter, card, card=scene.background, disc=scene.disc, floor=scene.floor)
        cut_corners(painter, card, RADIUS_PX * scale, self.palette().color(role.Window))
