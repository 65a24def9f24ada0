"""A routine's time: phases laid end to end, in whole milliseconds from the start of the routine."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from stretchtimer.core.phase import PhaseKind, Side
from stretchtimer.core.routine import Prescription


@dataclass(frozen=True, slots=True)
class Phase:
    """One stretch of time with one thing to do.

    `block` counts a routine's blocks from 0 and is None in intro and outro. `rep` counts from 1 and
    is None where no repetition runs; a rest belongs to the repetition before it. A switch has the
    side that comes.
    """

    kind: PhaseKind
    at_ms: int
    length_ms: int
    block: int | None = None
    exercise: str | None = None
    side: Side | None = None
    rep: int | None = None

    @property
    def end_ms(self) -> int:
        """Where the next phase begins."""
        return self.at_ms + self.length_ms


@dataclass(frozen=True, slots=True)
class Frame:
    """Lengths of a routine's intro and outro, in seconds."""

    intro_s: int
    outro_s: int


def compile_phases(frame: Frame, blocks: Sequence[Prescription]) -> tuple[Phase, ...]:
    """Lay a routine's phases end to end; phases of no length are left out."""
    phases: list[Phase] = []
    at_ms = 0

    def add(
        kind: PhaseKind,
        length_s: int,
        block: int | None = None,
        side: Side | None = None,
        rep: int | None = None,
    ) -> None:
        nonlocal at_ms
        if length_s == 0:
            return
        exercise = None if block is None else blocks[block].exercise.id
        phases.append(Phase(kind, at_ms, length_s * 1000, block, exercise, side, rep))
        at_ms += length_s * 1000

    add(PhaseKind.INTRO, frame.intro_s)
    for block, prescription in enumerate(blocks):
        dose = prescription.dose
        sides = dose.sides_worked
        add(PhaseKind.PREPARE, dose.prepare_s, block, sides[0])
        for side in sides:
            if side is Side.LEFT:
                add(PhaseKind.SWITCH, dose.switch_s, block, side)
            for rep in range(1, dose.reps + 1):
                add(PhaseKind.EASE, dose.ease_s, block, side, rep)
                add(PhaseKind.HOLD, dose.hold_on(side), block, side, rep)
                add(PhaseKind.RELEASE, dose.release_s, block, side, rep)
                if rep < dose.reps:
                    add(PhaseKind.REST, dose.rest_s, block, side, rep)
    add(PhaseKind.OUTRO, frame.outro_s)
    return tuple(phases)


def with_length(phases: Sequence[Phase], index: int, length_ms: int) -> tuple[Phase, ...]:
    """The same phases with one made longer or shorter; what follows moves along."""
    shift_ms = length_ms - phases[index].length_ms
    changed = replace(phases[index], length_ms=length_ms)
    after = (replace(phase, at_ms=phase.at_ms + shift_ms) for phase in phases[index + 1 :])
    return (*phases[:index], changed, *after)


def phase_at(phases: Sequence[Phase], position_ms: int) -> int:
    """Index of the phase that holds `position_ms`; the last one from the end on."""
    for index, phase in enumerate(phases):
        if position_ms < phase.end_ms:
            return index
    return len(phases) - 1
