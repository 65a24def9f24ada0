"""How far a dose may go: the limits of an exercise for a person, and where to begin.

Steps of five seconds a week are our own rule: no trial tested it; it takes a beginner from 15 to 30
seconds in three weeks, inside the four to six weeks in which trials see gains. With the same total
a day, short holds with more repetitions work as well as long ones (Ayala & Sainz de Baranda 2010).
"""

from dataclasses import dataclass

from stretchtimer.core.answers import Answer, Answers
from stretchtimer.core.exercise import Dose, Exercise
from stretchtimer.core.modifications import hold_cap_s

STEP_S = 5
HOLD_FLOOR_S = 10
# 60 s is no better than 30 s below 40 years (Bandy & Irion 1994); at 65 and above it is (Feland et
# al. 2001).
HOLD_CAP_S, LONG_HOLD_CAP_S = 30, 60
REPS_CAP = 4
# Starting at 10 to 15 s and building up to 30 s is standard advice (St. Luke's Health).
NEW_START_S, START_S = 15, 20
# Gains level off at 4 min a session and 10 min a week for a muscle: Ingram et al. 2025.
SESSION_CAP_S, WEEK_CAP_S = 240, 600
_DRILL_GROWS_TO = 1.5  # times the shipped count

WALL, CHAIR, STANDING, SQUAT = "ham-wall", "ham-chair", "ham-standing", "squat-banded"
_WALL_CAP_S, _WALL_REPS_CAP, _WALL_START_REPS = 40, 8, 3  # the article's own dose; ours to begin
_CHAIR_REPS = 4  # the article's count
_SQUAT_S = 4  # the length of one squat
_STAYS_AS_IT_IS = "stand-march"


@dataclass(frozen=True, slots=True)
class Limits:
    """Between what a dose may move for one person, in seconds and repetitions a side."""

    hold_floor_s: int
    hold_cap_s: int
    reps_cap: int
    start_hold_s: int
    start_reps: int
    hold_step_s: int = STEP_S
    reps_step: int = 1

    @property
    def keeps_rhythm(self) -> bool:
        """Whether only the count may change: the time of a movement belongs to the movement."""
        return self.hold_floor_s == self.hold_cap_s


def limits(
    exercise: Exercise, answers: Answers, *, is_new: bool = False, long_holds: bool = False
) -> Limits:
    """The limits of `exercise` for a person.

    `is_new` is somebody new to stretching; `long_holds` chose holds of up to a minute.
    """
    dose = exercise.dose
    if exercise.id == SQUAT:
        return _squat(dose)
    if exercise.kind != "stretch":
        grows = exercise.kind == "drill" and exercise.id != _STAYS_AS_IT_IS
        reps_cap = int(dose.reps * _DRILL_GROWS_TO) if grows else dose.reps
        return Limits(dose.hold_s, dose.hold_s, reps_cap, dose.hold_s, dose.reps, reps_step=2)
    cap_s = _cap_s(exercise, long_holds=long_holds or Answer.AGE_65 in answers)
    answers_cap_s = hold_cap_s(exercise, answers)
    if answers_cap_s is not None:
        cap_s = min(cap_s, answers_cap_s)
    start_s = NEW_START_S if is_new and Answer.AGE_65 not in answers else START_S
    return Limits(
        hold_floor_s=min(HOLD_FLOOR_S, dose.hold_s),
        hold_cap_s=cap_s,
        reps_cap=_reps_cap(exercise),
        start_hold_s=min(start_s, dose.hold_s, cap_s),
        start_reps=_WALL_START_REPS if exercise.id == WALL else dose.reps,
    )


def _cap_s(exercise: Exercise, *, long_holds: bool) -> int:
    if exercise.id == WALL:
        return _WALL_CAP_S
    if exercise.id == STANDING:
        return exercise.dose.hold_s  # never grows: both articles' caution
    cap_s = LONG_HOLD_CAP_S if long_holds else HOLD_CAP_S
    return max(cap_s, exercise.dose.hold_s)


def _reps_cap(exercise: Exercise) -> int:
    if exercise.id == WALL:
        return _WALL_REPS_CAP
    if exercise.id == CHAIR:
        return _CHAIR_REPS
    if exercise.id == STANDING:
        return exercise.dose.reps
    return max(REPS_CAP, exercise.dose.reps)


def _squat(dose: Dose) -> Limits:
    """Two more squats a set, up to half as many again, then a third set."""
    return Limits(
        hold_floor_s=dose.hold_s // 2,
        hold_cap_s=int(dose.hold_s * _DRILL_GROWS_TO),
        reps_cap=dose.reps + 1,
        start_hold_s=dose.hold_s,
        start_reps=dose.reps,
        hold_step_s=2 * _SQUAT_S,
    )
