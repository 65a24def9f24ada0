"""One reminder being changed: when it comes, on which days, what it offers, how it sounds."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from stretchtimer.core.reminders.schedule import DAYS, Day, Schedule, Sound, wrong_with
from stretchtimer.ui.choices import ChoiceButton, Choices
from stretchtimer.ui.icon_button import IconButton
from stretchtimer.ui.line_field import LineField
from stretchtimer.ui.pick_list import Group, PickList
from stretchtimer.ui.setting_row import SettingRow, SettingsTile
from stretchtimer.ui.text import Text
from stretchtimer.ui.theme import GRID_PX, SMALL_PX

_EVERY_MIN = (20, 30, 45, 60, 90, 120)
_LENGTHS_S = (20, 60, 120, 300, 420, 600)
_NOTICES_MIN = ((0, "None"), (1, "1 min before"), (2, "2 min"), (5, "5 min"))
_SOUNDS: tuple[tuple[Sound, str], ...] = (
    ("none", "None"),
    ("chime", "Chime"),
    ("voice", "Chime and voice"),
)
_WAYS = (("use", "After computer use"), ("clock", "At clock times"))
FITS = "What fits"


class ReminderEditor(SettingsTile):
    """Tells the changed reminder when it makes sense, and says what does not."""

    saved = Signal(object)
    removed = Signal(str)
    left = Signal()

    def __init__(self, schedule: Schedule, routines: Sequence[tuple[str, str]]) -> None:
        """`routines` are ids with names."""
        super().__init__()
        self._schedule = schedule
        self._name = LineField("A name")
        self._name.setText(schedule.name)
        self._way = Choices("When it comes", _WAYS)
        self._way.set_value("use" if schedule.every_min or not schedule.at else "clock")
        self._way.chosen.connect(lambda _: self._show_way())
        every = sorted({*_EVERY_MIN, schedule.every_min} - {0})
        self._every = Choices("Minutes of use", [(one, f"{one} min") for one in every])
        self._every.set_value(schedule.every_min or 60)
        self._at = LineField("10:30, 15:30")
        self._at.setText(", ".join(schedule.at))
        self._days = _DayPicker(schedule.days)
        self._hours = LineField("all day, or 9:00-17:00")
        self._hours.setText(schedule.hours)
        self._routine = PickList()
        groups = [Group("", (("", FITS),)), Group("Routines", tuple(routines))]
        self._routine.show_groups(groups, schedule.routine)
        lengths = sorted({*_LENGTHS_S, schedule.length_s})
        self._length = Choices("Length", [(one, _length(one)) for one in lengths])
        self._length.set_value(schedule.length_s)
        self._notice = Choices("Notice beforehand", _NOTICES_MIN)
        self._notice.set_value(schedule.notice_min)
        self._sound = Choices("Sound", _SOUNDS)
        self._sound.set_value(schedule.sound)
        self._wrong = Text("", SMALL_PX, strong=True)
        self._by_use = SettingRow("Minutes of use", self._every)
        self._by_clock = SettingRow("Times", self._at, "Separated by commas")
        for row in (
            SettingRow("Name", self._name),
            SettingRow("When it comes", self._way),
            self._by_use,
            self._by_clock,
            SettingRow("Days", self._days),
            SettingRow("Hours", self._hours, "Over midnight too: 22:00-6:00"),
            SettingRow("What it offers", self._routine),
            SettingRow("How long it takes", self._length, "The longer of two wins"),
            SettingRow("Notice beforehand", self._notice),
            SettingRow("Sound", self._sound),
        ):
            self.rows.addWidget(row)
        self.rows.addWidget(self._wrong)
        self.rows.addLayout(self._buttons())
        for line in (self._name, self._at, self._hours):
            line.returnPressed.connect(self._save)
        self._show_way()
        self.setFocusProxy(self._name)

    def schedule(self) -> Schedule:
        """The reminder as it stands in the fields."""
        by_use = self._way.value == "use"
        times = self._at.text().replace(";", ",").split(",")
        return replace(
            self._schedule,
            name=self._name.text().strip() or "Reminder",
            every_min=self._every.value if by_use else 0,
            at=() if by_use else tuple(one.strip() for one in times if one.strip()),
            days=self._days.days(),
            hours=self._hours.text().replace("–", "-").replace(" ", ""),
            routine=self._routine.currentData() or "",
            length_s=self._length.value,
            notice_min=self._notice.value,
            sound=self._sound.value,
        )

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GRID_PX)
        save = IconButton(self, "", "Save this reminder", text="Save", kind="primary")
        save.clicked.connect(self._save)
        cancel = IconButton(self, "", "Leave it as it was", key="Esc", text="Cancel")
        cancel.clicked.connect(self.left)
        remove = IconButton(self, "", f"Remove {self._schedule.name}", text="Remove")
        remove.clicked.connect(lambda: self.removed.emit(self._schedule.id))
        row.addWidget(save)
        row.addWidget(cancel)
        row.addStretch(1)
        row.addWidget(remove)
        return row

    def _save(self) -> None:
        changed = self.schedule()
        wrong = wrong_with(changed)
        if not changed.days:
            wrong = ("days", "at least one day")
        if not changed.every_min and not changed.at:
            wrong = ("at", 'clock times such as "10:30"')
        if wrong is None:
            self.saved.emit(changed)
        else:
            self._wrong.show_text(f"Please give {wrong[1]}.")

    def _show_way(self) -> None:
        by_use = self._way.value == "use"
        self._by_use.setVisible(by_use)
        self._by_clock.setVisible(not by_use)


class _DayPicker(QWidget):
    """Seven days to switch on and off."""

    def __init__(self, days: Sequence[Day]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self._buttons: dict[Day, ChoiceButton] = {}
        for day in DAYS:
            button = ChoiceButton(self, day.capitalize(), f"On {day.capitalize()}", exclusive=False)
            button.set_scale(1.0)
            button.setChecked(day in days)
            self._buttons[day] = button
            row.addWidget(button)
        row.addStretch(1)

    def days(self) -> tuple[Day, ...]:
        """Those that are on."""
        return tuple(day for day, button in self._buttons.items() if button.isChecked())


def _length(seconds: int) -> str:
    return f"{seconds} s" if seconds < 60 or seconds % 60 else f"{seconds // 60} min"
