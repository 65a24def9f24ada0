"""Tones between two colours of the palette."""

from PySide6.QtGui import QColor


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """`one` with a share (0 to 1) of `other` in it."""

    def part(first: float, second: float) -> float:
        return first + (second - first) * share

    return QColor.fromRgbF(
        part(one.redF(), other.redF()),
        part(one.greenF(), other.greenF()),
        part(one.blueF(), other.blueF()),
    )
