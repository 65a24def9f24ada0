"""Fills a column of widgets anew."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget


def refill(rows: QVBoxLayout, widgets: Sequence[QWidget]) -> None:
    """Put `widgets` into `rows` in place of what is there, which goes."""
    while item := rows.takeAt(0):
        old = item.widget()
        if old is not None:
            old.hide()
            old.setParent(None)
            old.deleteLater()
    for widget in widgets:
        rows.addWidget(widget)
