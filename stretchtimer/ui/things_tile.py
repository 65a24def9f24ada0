"""The things around the figure: added, moved and taken away."""

from dataclasses import dataclass, replace
from typing import Any, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stretchtimer.core.illustration import Prop, PropKind
from stretchtimer.ui.dose_grid import labelled
from stretchtimer.ui.icon_button import IconButton
from stretchtimer.ui.page import Scaled
from stretchtimer.ui.pick_list import Group, PickList
from stretchtimer.ui.rows import refill
from stretchtimer.ui.seconds_field import SecondsField
from stretchtimer.ui.text import Text, small
from stretchtimer.ui.tile import Tile

MOST = 12
# Where each is put at first: beside somebody who stands, below somebody who sits or lies.
_NEW: dict[PropKind, Prop] = {
    "wall": Prop("wall", x=60),
    "mat": Prop("mat", span=(-98, 62)),
    "pillow": Prop("pillow", x=-73),
    "bolster": Prop("bolster", x=0),
    "chair": Prop("chair", x=-14),
    "stool": Prop("stool", x=84),
    "desk": Prop("desk", x=78),
    "screen": Prop("screen", x=88),
    "door": Prop("door", x=0),
    "window": Prop("window", x=150),
    "band": Prop("band"),
    "loop": Prop("loop"),
}
_NO_PLACE = frozenset(["band", "loop"])  # they go where hands and legs are
_TURNED = frozenset(["chair", "desk", "screen"])
_LENGTHS = (("x", "To the right", -400), ("y", "Up from the floor", -400), ("w", "Breadth", 1),
            ("h", "Height", 1))  # fmt: skip


class ThingsTile(Tile):
    """Tells all things with each change."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__("Things around")
        self._things: tuple[Prop, ...] = ()
        self._shown: tuple[tuple[Any, ...], ...] | None = None
        self._fields: list[_Field] = []
        self._scale = 1.0
        self._list = QVBoxLayout()
        self.add = PickList()
        self.add.setAccessibleName("Add a thing")
        self.add.picked.connect(self._add)
        self.rows.addLayout(self._list)
        self.rows.addWidget(self.add)

    def show_things(self, things: tuple[Prop, ...]) -> None:
        """Show these."""
        self._things = things
        kinds = tuple((kind, kind) for kind in _NEW)
        self.add.show_groups((Group("", (("", "add a thing"), *kinds)),), "")
        self.add.setEnabled(len(things) < MOST)
        shape = tuple((one.kind, *(_given(one))) for one in things)
        if shape != self._shown:
            self._shown = shape
            self._fields = []
            widgets = [self._thing(place, one) for place, one in enumerate(things)]
            refill(self._list, widgets)
            for widget in widgets:
                for part in widget.findChildren(QWidget):
                    if isinstance(part, Scaled):
                        part.set_scale(self._scale)
        for field in self._fields:
            field.box.show_value(round(_length(things[field.place], field.name)))

    def set_scale(self, scale: float) -> None:
        """Let what comes later grow with the window too."""
        super().set_scale(scale)
        self._scale = scale

    def _thing(self, place: int, one: Prop) -> QWidget:
        widget = QWidget()
        rows = QVBoxLayout(widget)
        rows.setContentsMargins(0, 0, 0, 0)
        head = QHBoxLayout()
        head.addWidget(Text(one.kind.capitalize()), 1)
        if one.kind in _TURNED:
            turn = IconButton(widget, "repeat", f"Turn the {one.kind} round")
            turn.clicked.connect(lambda: self._set(place, facing=-self._things[place].facing))
            head.addWidget(turn)
        remove = IconButton(widget, "remove", f"Take the {one.kind} away")
        remove.clicked.connect(lambda: self._remove(place))
        head.addWidget(remove)
        rows.addLayout(head)
        for name in _given(one):
            label, least = _LABELS[name]
            box = SecondsField(f"{label}, {one.kind} {place + 1}", least, 400, unit="cm")
            box.changed.connect(lambda value, name=name: self._move(place, name, value))
            self._fields.append(_Field(place, name, box))
            rows.addWidget(labelled(small(label), box))
        return widget

    def _move(self, place: int, name: str, value: int) -> None:
        span = self._things[place].span
        if name == "from" and span is not None:
            self._set(place, span=(float(value), span[1]))
        elif name == "to" and span is not None:
            self._set(place, span=(span[0], float(value)))
        else:
            self._set(place, **{name: float(value)})

    def _set(self, place: int, **fields: Any) -> None:  # noqa: ANN401  # each field has its own kind
        changed = replace(self._things[place], **fields)
        self.changed.emit((*self._things[:place], changed, *self._things[place + 1 :]))

    def _add(self, kind: str) -> None:
        if kind:
            self.changed.emit((*self._things, _NEW[cast("PropKind", kind)]))

    def _remove(self, place: int) -> None:
        self.changed.emit((*self._things[:place], *self._things[place + 1 :]))


@dataclass(frozen=True, slots=True)
class _Field:
    """One length of the thing at `place`."""

    place: int
    name: str
    box: SecondsField


_LABELS = {name: (label, least) for name, label, least in _LENGTHS}
_LABELS |= {"from": ("From", -400), "to": ("To", -400)}


def _given(one: Prop) -> tuple[str, ...]:
    """The lengths that can be changed: where it is, and what differs from the usual."""
    if one.kind in _NO_PLACE:
        return ()
    place = ("from", "to") if one.span is not None else ("x",)
    return (*place, *(name for name in ("y", "w", "h") if getattr(one, name) is not None))


def _length(one: Prop, name: str) -> float:
    if one.span is not None and name in ("from", "to"):
        return one.span[name == "to"]
    length: float | None = getattr(one, name)
    return length or 0.0
