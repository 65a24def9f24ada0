"""What the routine screen says of each block and of the whole, with a person's hold times. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from stretchtimer.core.exercise import Dose, Exercise
from stretchtimer.core.hold_times import HoldTimes, with_hold_times
from stretchtimer.core.routine import Routine


@dataclass(frozen=True, slots=True)
class HoldRow:
    """One block: its place in the routine, its exercise, and the dose as it would be played."""

    position: int
    exercise: Exercise
    dose: Dose
    is_own: bool


def hold_rows(
    routine: Routine, exercises: Mapping[str, Exercise], times: HoldTimes
) -> tuple[HoldRow, ...]:
    """The blocks of `routine`, each once, with the own hold times in their doses."""
    fitted = with_hold_times(routine, exercises, times)
    return tuple(
        HoldRow(
            position,
            exercises[block.exercise],
            block.dose(exercises[block.exercise].dose),
            times.own_hold(routine, position) is not None,
        )
        for position, block in enumerate(fitted.block)
    )


def total_s(routine: Routine, exercises: Mapping[str, Exercise]) -> int:
    """How long a routine takes, in seconds, rounds counted."""
    blocks = (routine.block[place] for place, _ in routine.played())
    doses_s = sum(block.dose(exercises[block.exercise].dose).total_s for block in blocks)
    return routine.intro_s + doses_s + routine.outro_s


def common_hold_s(routine: Routine, exercises: Mapping[str, Exercise]) -> int | None:
    """The hold of all stretches where it is one; None where they differ or there are none."""
    holds = {
        row.dose.hold_s
        for row in hold_rows(routine, exercises, HoldTimes())
        if row.exercise.kind == "stretch"
    }
    return holds.pop() if len(holds) == 1 else None


def has_stretch(routine: Routine, exercises: Mapping[str, Exercise]) -> bool:
    """Whether there is anything that a slider for all holds would move."""
    return any(exercises[block.exercise].kind == "stretch" for block in routine.block)


def dose_line(row: HoldRow, times: int = 1) -> str:
    """What a block prescribes beside its hold: "6 times, 10 s rest between"."""
    dose = row.dose
    parts = [f"{dose.reps} times" if dose.reps > 1 else "once"]
    if dose.sides == 2:
        parts[0] += f" each {row.exercise.limb}"
    if dose.reps > 1 and dose.rest_s:
        parts.append(f"{dose.rest_s} s rest between")
    if times > 1:
        parts.append(f"in {times} rounds")
    return ", ".join(parts)
