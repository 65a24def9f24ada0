"""Prints a routine: a sheet with a figure and the words for each exercise, as a PDF.

Lengths are points (1/72 inch).
"""

import os
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLineF, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextOption,
)

from stretchtimer.core.routine import Prescription, Routine
from stretchtimer.core.score import Score
from stretchtimer.figure.motion import Moment
from stretchtimer.figure.palette import Look
from stretchtimer.figure.picture_paint import painter_of
from stretchtimer.sharing import dose_line

_DPI = 1200
_MARGIN, _GAP = 40.0, 12.0
_TITLE, _BODY, _SMALL, _DOSE = 24.0, 10.0, 8.5, 13.0
_INK, _QUIET, _LINE = QColor("#22303a"), QColor("#5b6a74"), QColor("#d9dfe3")
_SMALLEST = 0.6  # of the usual size; below it nobody reads from the mat
_PICTURE = QSizeF(150, 116)


def print_sheet(routine: Routine, score: Score, look: Look, output: Path) -> None:
    """Write the sheet of `routine`, as `score` would play it: one page where it fits. Paper is
    light: so should be the `look`.

    Raises OSError.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # a sheet needs no display
    application = QGuiApplication.instance() or QGuiApplication([])
    unfinished = output.with_name(output.name + ".part")
    unfinished.touch()
    try:
        writer = QPdfWriter(str(unfinished))
        writer.setResolution(_DPI)
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
        writer.setTitle(score.script.title)
        writer.setCreator("stretchtimer")
        painter = QPainter(writer)
        painter.scale(_DPI / 72, _DPI / 72)
        page = QRectF(0, 0, writer.width() * 72 / _DPI, writer.height() * 72 / _DPI)
        try:
            _Sheet(routine, score, look, painter, writer, page).print_all()
        finally:
            painter.end()
        del application
        unfinished.replace(output)
    finally:
        unfinished.unlink(missing_ok=True)


@dataclass(slots=True)
class _Row:
    """One exercise on the sheet."""

    prescription: Prescription
    rounds: int


class _Sheet:
    """Lays out the rows from top to bottom, at the largest size at which they fit one page."""

    def __init__(
        self,
        routine: Routine,
        score: Score,
        look: Look,
        painter: QPainter,
        writer: QPdfWriter,
        page: QRectF,
    ) -> None:
        self._routine, self._score = routine, score
        self._look = look
        self._painter, self._writer = painter, writer
        self._area = page.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        self._rows = _rows(score)
        self._size = 1.0

    def print_all(self) -> None:
        """Print the heading, every row and what to mind."""
        while self._height() > self._area.height() and self._size > _SMALLEST:
            self._size -= 0.05
        y = self._heading(draw=True)
        for row in self._rows:
            height = self._row(row, 0, draw=False)
            if y + height > self._area.bottom():
                self._writer.newPage()
                y = self._area.top()
            y += self._row(row, y, draw=True)
        end = self._closing(0, draw=False)
        if end and y + end > self._area.bottom():
            self._writer.newPage()
            y = self._area.top()
        self._closing(y, draw=True)

    def _height(self) -> float:
        rows = sum(self._row(row, 0, draw=False) for row in self._rows)
        return self._heading(draw=False) - self._area.top() + rows + self._closing(0, draw=False)

    def _heading(self, *, draw: bool) -> float:
        y = self._area.top()
        title = self._font(_TITLE, QFont.Weight.DemiBold)
        y += self._text(self._score.script.title, title, _INK, y, draw=draw)
        total_s = self._score.total_ms // 1000
        things = dict.fromkeys(
            thing for row in self._rows for thing in row.prescription.exercise.equipment
        )
        about = [f"{total_s // 60}:{total_s % 60:02} min", self._routine.place]
        about += [f"you need: {', '.join(things)}"] if things else []
        line = "   ·   ".join(part for part in about if part)
        y += 2 + self._text(line, self._font(_BODY), _QUIET, y + 2, draw=draw)
        if self._routine.when:
            y += 2 + self._text(self._routine.when, self._font(_BODY), _QUIET, y + 2, draw=draw)
        return y + _GAP

    def _row(self, row: _Row, y: float, *, draw: bool) -> float:
        exercise, dose = row.prescription.exercise, row.prescription.dose
        width, height = _PICTURE.width() * self._size, _PICTURE.height() * self._size
        if draw:
            self._painter.setPen(_LINE)
            self._painter.drawLine(QLineF(self._area.left(), y, self._area.right(), y))
            self._picture(row, QRectF(self._area.left(), y + _GAP / 2, width, height))
        left = self._area.left() + width + _GAP * 1.5
        below = y + _GAP / 2
        name = self._font(_DOSE, QFont.Weight.DemiBold)
        below += self._text(exercise.name, name, _INK, below, left, draw=draw)
        how = dose_line(exercise, dose).replace(" x ", " × ").replace(" x,", " times,")
        how += f"   ·   {row.rounds} rounds" if row.rounds > 1 else ""
        below += 1 + self._text(how, self._font(_DOSE), _INK, below + 1, left, draw=draw)
        words = exercise.words
        steps = " ".join(line for line in (*words.setup, words.ease, words.hold) if line)
        below += 4 + self._text(steps, self._font(_BODY), _INK, below + 4, left, draw=draw)
        checks = " ".join(exercise.safety.checks[:2])
        if checks:
            below += 3 + self._text(checks, self._font(_SMALL), _QUIET, below + 3, left, draw=draw)
        return max(below - y, height + _GAP / 2) + _GAP / 2

    def _closing(self, y: float, *, draw: bool) -> float:
        signs = dict.fromkeys(
            sign for row in self._rows for sign in row.prescription.exercise.safety.stop_signs
        )
        lines = [f"Stop at: {'; '.join(signs)}."] if signs else []
        lines += [text for text in (self._routine.caution, self._routine.note) if text]
        below = y
        for line in lines:
            below += 4 + self._text(line, self._font(_SMALL), _QUIET, below + 4, draw=draw)
        return below - y

    def _picture(self, row: _Row, box: QRectF) -> None:
        """Painted larger and scaled down: the painter works in whole pixels."""
        painter, finer = self._painter, 4
        figure, _ = painter_of(row.prescription.exercise, self._look)
        size = (round(box.width() * finer), round(box.height() * finer))
        image = figure.image(*size, Moment(1.0, 0.0, 1.0))
        painter.drawImage(box, image)

    def _font(self, size: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        font = QFont()
        font.setPixelSize(max(1, round(size * self._size * 100)))
        font.setWeight(weight)
        return font

    def _text(
        self, text: str, font: QFont, color: QColor, y: float, left: float | None = None,
        *, draw: bool,
    ) -> float:  # fmt: skip
        """Height of `text` between `left` and the right margin; drawn, where asked for.

        Fonts are a hundred times too large here, so that their sizes are whole numbers.
        """
        left = self._area.left() if left is None else left
        room = QRectF(left * 100, y * 100, (self._area.right() - left) * 100, 1e6)
        flags = Qt.TextFlag.TextWordWrap
        metrics = QFontMetricsF(font, self._writer)
        height = metrics.boundingRect(room, flags, text).height()
        if draw:
            self._painter.save()
            self._painter.scale(0.01, 0.01)
            self._painter.setFont(font)
            self._painter.setPen(color)
            option = QTextOption()
            option.setWrapMode(QTextOption.WrapMode.WordWrap)
            self._painter.drawText(room, text, option)
            self._painter.restore()
        return height / 100


def _rows(score: Score) -> list[_Row]:
    blocks = score.script.blocks

    def rounds(first: Prescription) -> int:
        same = (one for one in blocks if (one.exercise, one.dose) == (first.exercise, first.dose))
        return max(one.time for one in same)

    return [_Row(block, rounds(block)) for block in blocks if block.time == 1]
