"""The blocks of a routine under each other: picked, dragged into another order, dropped in."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDropEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPalette,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from stretchtimer.core.exercise import Exercise
from stretchtimer.core.hold_times import HoldTimes
from stretchtimer.core.routine import Routine
from stretchtimer.figure.palette import Look
from stretchtimer.ui.hold_rows import HoldRow, dose_line, hold_rows
from stretchtimer.ui.icon_button import paint_focus
from stretchtimer.ui.theme import (
    GRID_PX,
    RADIUS_PX,
    SCROLL_BAR_STYLE,
    SMALL_PX,
    TEXT_PX,
    scheme_now,
)
from stretchtimer.ui.thumbnail import Thumbnails
from stretchtimer.ui.typeface import font

_ROW_PX, _PICTURE_PX = 72, 84
_Role = QPalette.ColorRole
_Index = QModelIndex | QPersistentModelIndex
_EXERCISE = Qt.ItemDataRole.UserRole


_STYLE = """
QListWidget {{ background: palette(base); border-radius: {0}px; outline: 0; }}
QListWidget::item {{ padding: {1}px; border-radius: {0}px; color: palette(text); }}
QListWidget::item:selected, QListWidget::item:hover {{ background: palette(alternate-base); }}
"""


class ExerciseList(QListWidget):
    """Names of exercises that can be picked, and dragged into a routine."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Found in the library")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setStyleSheet(SCROLL_BAR_STYLE)
        self.itemClicked.connect(lambda item: self.picked.emit(item.data(_EXERCISE)))
        self.hide()

    def show_exercises(self, found: list[Exercise]) -> None:
        """Show these by name; none takes no room."""
        self.clear()
        for exercise in found:
            self.addItem(exercise.name)
            self.item(self.count() - 1).setData(_EXERCISE, exercise.id)
        if found:
            self.setCurrentRow(0)
            self.setFixedHeight(self.sizeHintForRow(0) * len(found) + 4)
        self.setVisible(bool(found))

    def set_scale(self, scale: float) -> None:
        """Let the names grow with the window."""
        self.setFont(font(TEXT_PX * scale))
        self.setStyleSheet(_STYLE.format(round(RADIUS_PX * scale), round(GRID_PX * scale)))

    def dragged(self) -> str:
        """The id of the exercise that is being dragged."""
        return str(self.currentItem().data(_EXERCISE)) if self.currentRow() >= 0 else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter picks."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self.picked.emit(self.dragged())
        else:
            super().keyPressEvent(event)


class BlockList(QListWidget):
    """Tells what a person wants; the order changes when the routine does."""

    moved = Signal(int, int)
    dropped = Signal(str, int)
    removal_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._scale = 1.0
        self.setAccessibleName("Blocks of the routine")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setStyleSheet(SCROLL_BAR_STYLE)
        self.setMouseTracking(True)
        self._painter = _BlockPainter(self)
        self.setItemDelegate(self._painter)

    def forget_pictures(self) -> None:
        """Let all pictures go: the exercises may have changed."""
        self._painter.pictures.forget()

    def show_routine(
        self, routine: Routine, exercises: Mapping[str, Exercise], look: Look, current: int
    ) -> None:
        """Show the blocks, with the one at `current` picked."""
        self._painter.show_rows(routine, hold_rows(routine, exercises, HoldTimes()), look)
        self.blockSignals(True)  # noqa: FBT003  # Qt takes it by position
        self.clear()
        for position, block in enumerate(routine.block):
            self.addItem(exercises[block.exercise].name)
            about = self._painter.about(position)
            self.item(position).setData(Qt.ItemDataRole.AccessibleDescriptionRole, about)
        self.setCurrentRow(min(max(current, 0), len(routine.block) - 1))
        self.blockSignals(False)  # noqa: FBT003  # Qt takes it by position

    @property
    def picked_range(self) -> tuple[int, int]:
        """The first and the last of the picked blocks."""
        rows = [index.row() for index in self.selectedIndexes()] or [max(0, self.currentRow())]
        return min(rows), max(rows)

    def set_scale(self, scale: float) -> None:
        """Let the rows grow with the window."""
        self._painter.scale = scale
        self.scheduleDelayedItemsLayout()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell where to, instead of moving rows."""
        position = self._drop_position(event.position())
        source = event.source()
        if isinstance(source, ExerciseList):
            self.dropped.emit(source.dragged(), position)
        elif source is self and self.currentRow() >= 0:
            row = self.currentRow()
            to = position - 1 if position > row else position
            if to != row:
                self.moved.emit(row, to)
        # Nothing is left for the list itself to move.
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete removes; typing is no search here."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removal_asked.emit()
        elif event.text().isprintable() and event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _drop_position(self, point: QPointF) -> int:
        index = self.indexAt(point.toPoint())
        if not index.isValid():
            return self.count()
        rect = self.visualRect(index)
        return int(index.row() + (point.y() > rect.center().y()))


class _BlockPainter(QStyledItemDelegate):
    def __init__(self, view: BlockList) -> None:
        super().__init__(view)
        self._view = view
        self.scale = 1.0
        self._rows: tuple[HoldRow, ...] = ()
        self._routine: Routine | None = None
        self._look = Look()
        self.pictures = Thumbnails(self)
        self.pictures.drawn.connect(view.viewport().update)

    def show_rows(self, routine: Routine, rows: tuple[HoldRow, ...], look: Look) -> None:
        self._routine, self._rows, self._look = routine, rows, look

    def about(self, position: int) -> str:
        """A block's dose in words."""
        row = self._rows[position]
        left_s = row.dose.left_hold_s
        hold = f"{row.dose.hold_s} s"
        if row.dose.sides == 2 and left_s not in (None, row.dose.hold_s):
            hold = f"{row.dose.hold_s} s right, {left_s} s left"
        times = self._times(position)
        rounds = f", {times} rounds" if times > 1 else ""
        return f"{hold}, {dose_line(row)}{rounds}"

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(0, round((_ROW_PX + GRID_PX) * self.scale))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        position = index.row()
        if position >= len(self._rows):
            return
        palette, scale = self._view.palette(), self.scale
        state: QStyle.StateFlag = option.state
        gap = round(GRID_PX * scale)
        indent = 2 * gap if self._times(position) > 1 else 0
        rect = QRectF(option.rect.adjusted(indent, 0, -gap, -gap))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.setBrush(palette.color(_Role.AlternateBase if selected else _Role.Base))
        painter.drawRoundedRect(rect, RADIUS_PX * scale, RADIUS_PX * scale)
        if indent:
            self._paint_round(painter, rect, position)
        self._paint_picture(painter, rect, position)
        self._paint_texts(painter, rect, position)
        if state & QStyle.StateFlag.State_HasFocus:
            color = palette.color(_Role.Highlight)
            paint_focus(painter, rect, RADIUS_PX * scale, 1.0, color)
        painter.restore()

    def _times(self, position: int) -> int:
        if self._routine is None:
            return 1
        return self._routine.rounds.get(self._routine.block[position].round, 1)

    def _paint_round(self, painter: QPainter, rect: QRectF, position: int) -> None:
        """A line beside all blocks of a round."""
        painter.setBrush(self._view.palette().color(_Role.Highlight))
        width, gap = 4 * self.scale, GRID_PX * self.scale
        is_last = self._round(position + 1) != self._round(position)
        below = 0 if is_last else gap
        painter.drawRect(QRectF(rect.left() - 1.5 * gap, rect.top(), width, rect.height() + below))

    def _round(self, position: int) -> str:
        if self._routine is None or position >= len(self._routine.block):
            return ""
        return self._routine.block[position].round

    def _paint_picture(self, painter: QPainter, rect: QRectF, position: int) -> None:
        exercise = self._rows[position].exercise
        look = replace(self._look, scheme=scheme_now())
        width, height = round(_PICTURE_PX * self.scale), round(rect.height())
        ratio = self._view.devicePixelRatioF()
        picture = self.pictures.kept(exercise, look, width, height, ratio)
        if picture is None:
            self.pictures.draw(exercise, look, width, height, ratio)
            picture = self.pictures.kept(exercise, look, width, height, ratio)
        if picture is None:
            return
        radius = RADIUS_PX * self.scale
        shape = QPainterPath()
        shape.addRoundedRect(rect, radius, radius)
        painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
        painter.drawPixmap(rect.topLeft(), picture)
        painter.setClipping(False)

    def _paint_texts(self, painter: QPainter, rect: QRectF, position: int) -> None:
        palette, scale = self._view.palette(), self.scale
        left = rect.left() + (_PICTURE_PX + 1.5 * GRID_PX) * scale
        times = self._times(position)
        is_first = self._round(position - 1) != self._round(position) if position else True
        mark = f"{times} ×" if times > 1 and is_first else ""
        name_font = font(TEXT_PX * scale, QFont.Weight.DemiBold)
        mark_width = QFontMetrics(name_font).horizontalAdvance(mark)
        room = rect.right() - left - (1.5 * GRID_PX * scale) - mark_width
        about_font = font(SMALL_PX * scale)
        line, small_line = QFontMetrics(name_font).height(), QFontMetrics(about_font).height()
        top = rect.center().y() - (line + small_line + 2 * scale) / 2
        painter.setFont(name_font)
        painter.setPen(palette.color(_Role.WindowText))
        elide = Qt.TextElideMode.ElideRight
        name = QFontMetrics(name_font).elidedText(
            self._rows[position].exercise.name, elide, int(room)
        )
        painter.drawText(QRectF(left, top, room, line), 0, name)
        if mark:
            place = QRectF(rect.right() - mark_width - GRID_PX * scale, top, mark_width + 4, line)
            painter.drawText(place, 0, mark)
        painter.setFont(about_font)
        painter.setPen(palette.color(_Role.PlaceholderText))
        about = QFontMetrics(about_font).elidedText(self.about(position), elide, int(room))
        painter.drawText(QRectF(left, top + line + 2 * scale, room, small_line), 0, about)
