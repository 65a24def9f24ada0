"""The figure's view, and a joint of it by number."""

from PySide6.QtCore import Signal

from stretchtimer.core.illustration import Illustration
from stretchtimer.core.pose import View
from stretchtimer.ui.choices import Choices
from stretchtimer.ui.dose_grid import labelled
from stretchtimer.ui.pick_list import Group, PickList
from stretchtimer.ui.pose_view import PoseView
from stretchtimer.ui.seconds_field import SecondsField
from stretchtimer.ui.text import small
from stretchtimer.ui.tile import Tile

_VIEWS: tuple[tuple[View, str], ...] = (
    ("side", "The side"),
    ("front", "The front"),
    ("plan", "Above"),
)


class PoseNumbers(Tile):
    """Moves the joints of `figure`; tells another view."""

    view_chosen = Signal(object)

    def __init__(self, figure: PoseView) -> None:
        super().__init__("Figure, seen from")
        self._figure = figure
        self.view = Choices("Seen from", _VIEWS)
        self.joint = PickList()
        self.joint.setAccessibleName("Joint")
        self.across = SecondsField("Across", -400, 400, unit="cm")
        self.up = SecondsField("Height", -400, 400, unit="cm")
        self.rows.addWidget(self.view)
        self.rows.addWidget(self.joint)
        self.rows.addWidget(labelled(small("To the right"), self.across))
        self.rows.addWidget(labelled(small("Up from the floor"), self.up))
        self.view.chosen.connect(self.view_chosen)
        self.joint.picked.connect(figure.hold)
        figure.held_changed.connect(lambda _: self.show_joint())
        for field in (self.across, self.up):
            field.changed.connect(lambda _: self._place())

    def show_figure(self, illustration: Illustration) -> None:
        """Show the view, and the joint that is held."""
        self.view.set_value(illustration.view)
        self.show_joint()

    def show_joint(self) -> None:
        """The joint that is held, and where it is, in whole cm."""
        place = self._figure.place()
        names = tuple((name, name.replace("_", " ")) for name in self._figure.points())
        self.joint.show_groups((Group("", (("", "a joint"), *names)),), self._figure.held)
        for field in (self.across, self.up):
            field.setEnabled(place is not None)
        if place is not None:
            self.across.show_value(round(place.real))
            self.up.show_value(round(place.imag))

    def _place(self) -> None:
        if self._figure.held:
            self._figure.drag(self._figure.held, complex(self.across.value, self.up.value))
