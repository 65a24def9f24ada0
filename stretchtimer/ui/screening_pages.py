"""The pages of the health questions that ask nothing: what is read, from top to bottom."""

from PySide6.QtWidgets import QWidget

from stretchtimer.core.safety_texts import (
    EMERGENCY,
    FIRST_RUN,
    KNEES_UP_STEPS,
    SEE_A_DOCTOR_TODAY,
)
from stretchtimer.core.screening import QUESTIONS
from stretchtimer.ui.gap import Gap
from stretchtimer.ui.text import Text, heading, title
from stretchtimer.ui.theme import GRID_PX, LEAD_PX

_GREETING = (
    "A few questions first, so that you are shown only what is right for your body. There are"
    f" {len(QUESTIONS)}, and the answers stay on this machine."
)
_AGAIN = "Answer again, and what you are shown follows at once. The answers stay on this machine."


def welcome(*, first: bool) -> list[QWidget]:
    """What the questions are for; `first` greets somebody who has never answered them."""
    name = "Welcome" if first else "My body has changed"
    return [title(name), Gap(GRID_PX), Text(_GREETING if first else _AGAIN, LEAD_PX)]


def knees_up() -> list[QWidget]:
    """The test of which way a back likes to bend, and why to do it."""
    lines = [Text(f"{number}.  {line}") for number, line in enumerate(KNEES_UP_STEPS, 1)]
    why = (
        "Bending helps some backs and not others. This short test tells which yours is; without"
        " it, knees to chest is left out."
    )
    return [heading("The knees-up test"), Text(why, soft=True), Gap(GRID_PX), *lines]


def emergency() -> list[QWidget]:
    """Where an answer says that no stretching must be done, but a doctor seen."""
    return [heading("Please stop here"), Text(EMERGENCY, LEAD_PX), Text(SEE_A_DOCTOR_TODAY)]


def caution() -> list[QWidget]:
    """What all are told before their first stretch."""
    return [heading("Before you stretch"), Text(FIRST_RUN)]
