"""What the voice would like to say in each phase, before anyone asks whether there is room.

The placing of these wishes is the business of `cues`. Each wish lists its forms from the fullest to
the shortest; a form is a few texts said one after the other.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from stretchtimer.core.exercise import Words
from stretchtimer.core.phase import PhaseKind, Side
from stretchtimer.core.routine import Prescription
from stretchtimer.core.script import Script
from stretchtimer.core.timeline import Phase

# An opening line ends this long before the next boundary; all other words end this long before it.
OPENING_MARGIN_MS = 300
WORDS_MARGIN_MS = 3500
# After a chime, which may ring for a while, an opening line still begins this soon.
OPENING_BEGINS_BY_MS = 2000
# Other words wait at least this long after a boundary, so that its own word stands alone.
BOUNDARY_QUIET_MS = 800

_BRIEF_HOLD_MS = 10_000  # a shorter hold gets only its start, ticks and release
_BRIEF_REST_MS = 6_000  # a shorter rest gets only its ticks
_HALFWAY_FROM_MS = 20_000
_TEN_SECONDS_FROM_MS = 30_000
_CHECK_WINDOW_MS = (8_000, 12_000)
_CHECK_AT_MOST_MS = 4_000
_COUNTDOWN_S = (3, 2, 1)


class Role(StrEnum):
    """What a cue is for."""

    CHIME = "chime"
    OPENING = "opening"
    COUNTDOWN = "countdown"
    SETUP = "setup"
    CHECK = "check"
    HALFWAY = "halfway"
    TEN_SECONDS = "ten seconds"


class Priority(IntEnum):
    """Who gives way when two cues want the same moment: the larger number."""

    CHIME = 0
    BOUNDARY_WORD = 1
    COUNTDOWN = 2
    SIDE_AND_NEXT = 3
    TIME_LEFT = 4
    COACHING = 5


@dataclass(frozen=True, slots=True)
class Wish:
    """One thing to say or sound. Times are in ms from the start of the phase.

    It starts between `earliest_ms` and `latest_ms` and has ended at `end_by_ms`.
    """

    role: Role
    priority: Priority
    earliest_ms: int
    latest_ms: int
    end_by_ms: int
    forms: tuple[tuple[str, ...], ...] = ()
    sound: str = ""
    quiet: bool = False
    ordinal: int = 0


def wishes(phases: Sequence[Phase], index: int, script: Script) -> Iterator[Wish]:
    """All wishes of the phase `index`, except the set-up lines (see `setup_lines`)."""
    phase = phases[index]
    before = phases[index - 1] if index else None
    match phase.kind:
        case PhaseKind.INTRO:
            yield _opening(phase, Priority.BOUNDARY_WORD, (_introduction(script),))
        case PhaseKind.PREPARE:
            yield from _prepare(phase, before, script)
        case PhaseKind.EASE:
            yield from _ease(phase, script)
        case PhaseKind.HOLD:
            yield from _hold(phase, before, script)
        case PhaseKind.RELEASE:
            yield from _release(phase, script)
        case PhaseKind.REST:
            yield from _rest(phase, before, script)
        case PhaseKind.SWITCH:
            yield from _switch(phase, before, script)
        case PhaseKind.OUTRO:
            yield from _outro(phase, script)


def setup_lines(phase: Phase, script: Script) -> tuple[tuple[str, ...], str]:
    """Lines to spread over a preparation or a switch, and what to say where they do not fit."""
    if phase.kind is PhaseKind.PREPARE:
        prescription = _prescription(phase, script)
        words = prescription.exercise.words
        brief = _brief_line(prescription)
        return (words.setup, brief) if _explains(prescription, script) else ((brief,), "")
    if phase.kind is PhaseKind.SWITCH:
        prescription = _prescription(phase, script)
        line = prescription.exercise.words.switch
        return ((line,) if line and _explains(prescription, script) else (), "")
    return (), ""


def _words(phase: Phase, script: Script) -> Words:
    """The words of the phase's exercise, for the side that works."""
    return _prescription(phase, script).exercise.words.on(phase.side)


def _prescription(phase: Phase, script: Script) -> Prescription:
    if phase.block is None:
        raise ValueError(f"a {phase.kind} belongs to no block")
    return script.blocks[phase.block]


def _explains(prescription: Prescription, script: Script) -> bool:
    is_known = prescription.exercise.id not in script.explained
    return prescription.time == 1 and (prescription.always_explain or not is_known)


def _brief_line(prescription: Prescription) -> str:
    return prescription.exercise.words.brief


def _introduction(script: Script) -> tuple[str, ...]:
    phrases = script.phrases
    if len(script.blocks) > 1:
        count = sum(block.time == 1 for block in script.blocks)
        text = phrases.fill(phrases.intro_many, name=script.title, count=count)
    else:
        dose = script.blocks[0].dose
        template = phrases.intro_one if dose.reps > 1 else phrases.intro_once
        hold = phrases.duration(dose.hold_s)
        text = phrases.fill(template, name=script.title, hold=hold, reps=dose.reps)
    return (text,)


def _opening(phase: Phase, priority: Priority, forms: Sequence[tuple[str, ...]]) -> Wish:
    return Wish(
        Role.OPENING,
        priority,
        earliest_ms=0,
        latest_ms=OPENING_BEGINS_BY_MS,
        end_by_ms=phase.length_ms - OPENING_MARGIN_MS,
        forms=tuple(forms),
    )


def _chime(sound: str, phase: Phase) -> Wish:
    return Wish(Role.CHIME, Priority.CHIME, 0, 0, phase.length_ms, sound=sound)


def _ending_chime(phase: Phase, before: Phase | None) -> Iterator[Wish]:
    """A hold without a release ends where the next phase begins: it is heard there."""
    if before is not None and before.kind is PhaseKind.HOLD:
        yield _chime("release", phase)


def _countdown(phase: Phase, script: Script, *, quiet: bool) -> Iterator[Wish]:
    for left_s in _COUNTDOWN_S:
        at_ms = phase.length_ms - left_s * 1000
        if at_ms <= 0:
            continue
        spoken = script.countdown == "digits" and not quiet
        word = script.phrases.fill("{left}.", left=left_s)
        yield Wish(
            Role.COUNTDOWN,
            Priority.COUNTDOWN,
            earliest_ms=at_ms,
            latest_ms=at_ms,
            end_by_ms=at_ms + 1000,
            forms=((word,),) if spoken else (),
            sound="" if spoken else "tick",
            quiet=quiet,
            ordinal=left_s,
        )


def _prepare(phase: Phase, before: Phase | None, script: Script) -> Iterator[Wish]:
    yield from _ending_chime(phase, before)
    yield from _countdown(phase, script, quiet=False)
    if len(script.blocks) == 1 or phase.block is None:
        return
    name = _prescription(phase, script).exercise.name
    following = script.phrases.fill(script.phrases.next, name=name)
    done = script.blocks[phase.block - 1].exercise.words.done if phase.block else ""
    forms = ((done, following), (following,)) if done else ((following,),)
    yield _opening(phase, Priority.SIDE_AND_NEXT, forms)


def _counter(phase: Phase, script: Script) -> str:
    """The repetition about to run: nothing where there is but one."""
    reps = _prescription(phase, script).dose.reps
    if reps == 1 or phase.rep is None:
        return ""
    if phase.rep == reps:
        return script.phrases.last_one
    return script.phrases.fill(script.phrases.rep_counter, rep=phase.rep, reps=reps)


def _together(*parts: str) -> tuple[str, ...]:
    """Lines said in one breath, as one text."""
    return (" ".join(part for part in parts if part),)


def _ease(phase: Phase, script: Script) -> Iterator[Wish]:
    counter = _counter(phase, script)
    line = _words(phase, script).ease if phase.rep == 1 else ""
    forms = [_together(*parts) for parts in ((counter, line), (counter,)) if any(parts)]
    if forms:
        yield _opening(phase, Priority.BOUNDARY_WORD, tuple(dict.fromkeys(forms)))


def _hold(phase: Phase, before: Phase | None, script: Script) -> Iterator[Wish]:
    words = _words(phase, script)
    phrases = script.phrases
    counter = (
        "" if before is not None and before.kind is PhaseKind.EASE else _counter(phase, script)
    )
    moves = _prescription(phase, script).exercise.moves_in_hold
    word = "" if moves else phrases.hold
    forms = [_together(counter, word), _together(word)]
    brief = phase.length_ms < _BRIEF_HOLD_MS
    if phase.rep == 1 and (moves or not brief):
        forms = [_together(counter, words.hold), _together(words.hold), *forms]
    yield _chime("hold", phase)
    forms = [form for form in forms if any(form)]
    if forms:
        yield _opening(phase, Priority.BOUNDARY_WORD, tuple(dict.fromkeys(forms)))
    yield from _countdown(phase, script, quiet=True)
    if brief:
        return
    last_word_ms = phase.length_ms - WORDS_MARGIN_MS
    if phase.length_ms >= _HALFWAY_FROM_MS:
        yield _time_left(Role.HALFWAY, phase.length_ms // 2, phrases.halfway, last_word_ms)
    if phase.length_ms >= _TEN_SECONDS_FROM_MS:
        at_ms = phase.length_ms - 10_000
        yield _time_left(Role.TEN_SECONDS, at_ms, phrases.ten_seconds, last_word_ms)
    if words.check and phase.rep == 1 and phase.side is not Side.LEFT:
        earliest_ms, latest_ms = _CHECK_WINDOW_MS
        if script.length_ms(words.check) <= _CHECK_AT_MOST_MS:
            yield Wish(
                Role.CHECK,
                Priority.COACHING,
                earliest_ms,
                latest_ms,
                last_word_ms,
                forms=((words.check,),),
            )


def _time_left(role: Role, at_ms: int, text: str, end_by_ms: int) -> Wish:
    return Wish(role, Priority.TIME_LEFT, at_ms, at_ms, end_by_ms, forms=((text,),))


def _release(phase: Phase, script: Script) -> Iterator[Wish]:
    line = _words(phase, script).release if phase.rep == 1 else ""
    word = script.phrases.release
    yield _chime("release", phase)
    forms = tuple(dict.fromkeys((_together(word, line), _together(word))))
    yield _opening(phase, Priority.BOUNDARY_WORD, forms)


def _rest(phase: Phase, before: Phase | None, script: Script) -> Iterator[Wish]:
    yield from _ending_chime(phase, before)
    yield from _countdown(phase, script, quiet=False)
    line = _words(phase, script).rest
    if line and phase.rep == 1 and phase.length_ms >= _BRIEF_REST_MS:
        yield _opening(phase, Priority.SIDE_AND_NEXT, (_together(line),))


def _switch(phase: Phase, before: Phase | None, script: Script) -> Iterator[Wish]:
    ended_here = before is not None and before.kind is PhaseKind.HOLD
    yield _chime("release" if ended_here else "switch", phase)
    yield from _countdown(phase, script, quiet=False)
    exercise = _prescription(phase, script).exercise
    limb = script.phrases.limb(phase.side or Side.BOTH, exercise.limb)
    short = _together(script.phrases.fill("{limb}.", limb=limb))
    full = _together(script.phrases.fill(script.phrases.switch_sides, limb=limb))
    forms = (short,) if exercise.limb == "direction" else (full, short)
    yield _opening(phase, Priority.SIDE_AND_NEXT, forms)


def _outro(phase: Phase, script: Script) -> Iterator[Wish]:
    word = script.phrases.done
    line = script.blocks[-1].exercise.words.done
    yield _chime("done", phase)
    forms = tuple(dict.fromkeys((_together(word, line), _together(word))))
    yield _opening(phase, Priority.BOUNDARY_WORD, forms)
