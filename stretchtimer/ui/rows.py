"""Fills a column of widgets anew."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
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
        # Now, and not when the layout comes to it: what is not shown yet cannot take the keyboard.
        if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            widget.show()
