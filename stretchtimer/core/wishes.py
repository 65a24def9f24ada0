"""What the voice would like to say in each phase, row by row of the plan of cues.

Nothing here asks whether there is room: that is the business of `cues`.
"""

from collections.abc import Iterable, Iterator, Sequence

from stretchtimer.core.exercise import Words
from stretchtimer.core.phase import PhaseKind, Side
from stretchtimer.core.routine import Prescription
from stretchtimer.core.script import LONGEST_TEXT, Script
from stretchtimer.core.timeline import Phase
from stretchtimer.core.wish import (
    OPENING_BEGINS_BY_MS,
    OPENING_MARGIN_MS,
    REST_MARGIN_MS,
    WORDS_MARGIN_MS,
    Priority,
    Role,
    Wish,
)

_BRIEF_HOLD_MS = 10_000  # a shorter hold gets only its start, ticks and release
_SHORT_CHANGE_MS = 12_000  # in a preparation or switch up to this long, words go before ticks
_BRIEF_REST_MS = 6_000  # a shorter rest gets only what ends the hold before it, and its ticks
_HALFWAY_FROM_MS = 20_000
_TEN_SECONDS_FROM_MS = 30_000
_CHECK_WINDOW_MS = (8_000, 12_000)
_CHECK_AT_MOST_MS = 4_000
_COUNTDOWN_S = (3, 2, 1)

Form = tuple[str, ...]


def wishes(phases: Sequence[Phase], index: int, script: Script) -> Iterator[Wish]:
    """All wishes of the phase `index`, except the set-up lines (see `setup_lines`)."""
    phase = phases[index]
    before = phases[index - 1] if index else None
    match phase.kind:
        case PhaseKind.INTRO:
            yield _opening(phase, Priority.BOUNDARY_WORD, _introduction(script))
        case PhaseKind.PREPARE:
            yield from _prepare(phase, before, script)
        case PhaseKind.EASE:
            yield from _ease(phase, before, script)
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
    if _is_short_change(phase):
        return (), ""  # its opening has it all
    if phase.kind is PhaseKind.PREPARE:
        prescription = _prescription(phase, script)
        words = prescription.exercise.words
        return (
            (words.setup, words.brief) if _explains(prescription, script) else ((words.brief,), "")
        )
    if phase.kind is PhaseKind.SWITCH:
        prescription = _prescription(phase, script)
        line = prescription.exercise.words.switch
        return ((line,) if line and _explains(prescription, script) else (), "")
    return (), ""


def _is_short_change(phase: Phase) -> bool:
    """Whether there is hardly time to say what comes, the next exercise or the other side."""
    return phase.length_ms <= _SHORT_CHANGE_MS and phase.kind in (
        PhaseKind.PREPARE,
        PhaseKind.SWITCH,
    )


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


def _limb(phase: Phase, script: Script) -> str:
    """What is said of the side that works; nothing when both do."""
    limb = _prescription(phase, script).exercise.limb
    return script.phrases.limb(phase.side or Side.BOTH, limb)


def _together(*parts: str) -> Form:
    """Lines said in one breath, as one text; apart where that would be too long for one clip."""
    said = tuple(part for part in parts if part)
    text = " ".join(said)
    return (text,) if len(text) <= LONGEST_TEXT else said


def _spoken(*forms: Form) -> tuple[Form, ...]:
    """The forms without the lines that have no words."""
    lines = (tuple(line for line in form if line) for form in forms)
    return tuple(form for form in lines if form)


def _introduction(script: Script) -> Iterator[Form]:
    phrases, title, block = script.phrases, script.title, script.blocks[0]
    count = sum(block.time == 1 for block in script.blocks)
    if count > 1:
        yield (phrases.fill(phrases.intro_many, name=title, exercises=count),)
    elif len(script.blocks) == 1:
        template = phrases.intro_one if block.dose.reps > 1 else phrases.intro_once
        hold, times = phrases.duration(block.dose.hold_s), block.dose.reps
        first = phrases.limb(Side.RIGHT, block.exercise.limb) if block.dose.sides > 1 else ""
        for name in (_named(title, first), title):
            yield (phrases.fill(template, name=name, hold=hold, times=times),)
    yield (phrases.fill("{name}.", name=title),)


def _named(name: str, limb: str) -> str:
    return f"{name}, {limb}" if limb else name


def _opening(phase: Phase, priority: Priority, forms: Iterable[Form], ordinal: int = 0) -> Wish:
    return Wish(
        Role.OPENING,
        priority,
        earliest_ms=0,
        latest_ms=OPENING_BEGINS_BY_MS,
        end_by_ms=phase.length_ms - OPENING_MARGIN_MS,
        forms=tuple(dict.fromkeys(forms)),
        ordinal=ordinal,
    )


def _chime(sound: str, phase: Phase) -> Wish:
    return Wish(Role.CHIME, Priority.CHIME, 0, 0, phase.length_ms, sound=sound)


def _refused(line: str, phase: Phase, refusal: str, instead: str = "") -> Wish:
    """A line that a rule leaves out: listed, never placed."""
    return Wish(
        Role.OPENING,
        Priority.COACHING,
        0,
        0,
        phase.length_ms,
        forms=((line,),),
        refusal=refusal,
        instead=instead,
    )


def _end_of_hold(phase: Phase, before: Phase | None, script: Script) -> Iterator[Wish]:
    """A hold without a release ends where the next phase begins: it is heard there."""
    if before is not None and before.kind is PhaseKind.HOLD:
        yield _chime("release", phase)
        if _prescription(before, script).exercise.moves_in_hold:
            return  # nothing is held that could be released
        yield _opening(phase, Priority.BOUNDARY_WORD, (_together(script.phrases.release),))


def _countdown(phase: Phase, script: Script, *, quiet: bool) -> Iterator[Wish]:
    for left_s in _COUNTDOWN_S:
        at_ms = phase.length_ms - left_s * 1000
        if at_ms <= 0:
            continue
        spoken = script.countdown == "digits" and not quiet
        yield Wish(
            Role.COUNTDOWN,
            Priority.COUNTDOWN,
            earliest_ms=at_ms,
            latest_ms=at_ms,
            end_by_ms=at_ms + 1000,
            forms=((script.phrases.counted(left_s),),) if spoken else (),
            sound="tick",
            quiet=quiet,
            ordinal=left_s,
        )


def _next(phase: Phase, script: Script) -> tuple[str, ...]:
    """The exercise about to come, with the side that begins and without; nothing if it is the only
    one."""
    if len(script.blocks) == 1:
        return ()
    name, limb = _prescription(phase, script).exercise.name, _limb(phase, script)
    names = dict.fromkeys((_named(name, limb), name))
    return tuple(script.phrases.fill(script.phrases.next, name=name) for name in names)


def _prepare(phase: Phase, before: Phase | None, script: Script) -> Iterator[Wish]:
    yield from _end_of_hold(phase, before, script)
    yield from _countdown(phase, script, quiet=False)
    following = [(text,) for text in _next(phase, script)]
    done = script.blocks[phase.block - 1].exercise.words.done if phase.block else ""
    if _is_short_change(phase):
        prescription = _prescription(phase, script)
        words = prescription.exercise.words
        brief = (words.brief,)
        setup = words.setup if _explains(prescription, script) else brief
        forms = _spoken((done, *setup), setup, (done, *brief), brief, *following)
        yield _opening(phase, Priority.BOUNDARY_WORD, forms, ordinal=1)
    elif following:
        forms = _spoken((done, *following[0]), *following)
        yield _opening(phase, Priority.SIDE_AND_NEXT, forms, ordinal=1)


def _announcement(phase: Phase, before: Phase | None, script: Script) -> str:
    """What comes, where no preparation or switch had the time to say it."""
    told = (PhaseKind.PREPARE, PhaseKind.SWITCH, PhaseKind.EASE)
    if phase.rep != 1 or (before is not None and before.kind in told):
        return ""
    following = () if phase.side is Side.LEFT else _next(phase, script)
    if following:
        return following[0]
    limb = _limb(phase, script)
    return script.phrases.fill("{limb}.", limb=limb) if limb else ""


def _counter(phase: Phase, script: Script) -> str:
    """The repetition about to run: nothing where there is but one."""
    reps = _prescription(phase, script).dose.reps
    if reps == 1 or phase.rep is None:
        return ""
    if phase.rep == reps:
        return script.phrases.last_one
    return script.phrases.fill(script.phrases.rep_counter, rep=phase.rep, reps=reps)


def _ease(phase: Phase, before: Phase | None, script: Script) -> Iterator[Wish]:
    yield from _end_of_hold(phase, before, script)
    announced, counter = _announcement(phase, before, script), _counter(phase, script)
    line = _words(phase, script).ease if phase.rep == 1 else ""
    candidates = (
        (announced, counter, line), (announced, line), (announced, counter), (announced,),
        (line,), (counter,),
    )  # fmt: skip
    forms = [_together(*parts) for parts in candidates if any(parts)]
    if forms:
        yield _opening(phase, Priority.BOUNDARY_WORD, forms, ordinal=1)


def _hold(phase: Phase, before: Phase | None, script: Script) -> Iterator[Wish]:
    words, phrases = _words(phase, script), script.phrases
    moves = _prescription(phase, script).exercise.moves_in_hold
    word = "" if moves else phrases.hold
    eased = before is not None and before.kind is PhaseKind.EASE
    counter = "" if eased else _counter(phase, script)
    announced = _announcement(phase, before, script)
    brief = phase.length_ms < _BRIEF_HOLD_MS
    in_full = phase.rep == 1 and (moves or not brief)
    parts = [
        (*opening, line)
        for line in ((words.hold, word) if in_full else (word,))
        for opening in ((announced, counter), (announced,), (counter,), ())
    ]
    yield _chime("hold", phase)
    forms = [_together(*said) for said in parts if any(said)]
    if forms:
        yield _opening(phase, Priority.BOUNDARY_WORD, forms)
    yield from _countdown(phase, script, quiet=True)
    if brief:
        if phase.rep == 1 and not in_full and words.hold != word:
            yield _refused(words.hold, phase, _brief_hold(phase), instead=word)
    else:
        last_word_ms = phase.length_ms - WORDS_MARGIN_MS
        if phase.length_ms >= _HALFWAY_FROM_MS:
            yield _time_left(Role.HALFWAY, phase.length_ms // 2, phrases.halfway, last_word_ms)
        if phase.length_ms >= _TEN_SECONDS_FROM_MS:
            at_ms = phase.length_ms - 10_000
            yield _time_left(Role.TEN_SECONDS, at_ms, phrases.ten_seconds, last_word_ms)
    if words.check and phase.rep == 1 and phase.side is not Side.LEFT:
        yield _check(words.check, phase, script)


def _time_left(role: Role, at_ms: int, text: str, end_by_ms: int) -> Wish:
    return Wish(role, Priority.TIME_LEFT, at_ms, at_ms, end_by_ms, forms=((text,),))


def _check(line: str, phase: Phase, script: Script) -> Wish:
    """The technique check, once for each exercise."""
    if phase.length_ms < _BRIEF_HOLD_MS:
        return _refused(line, phase, _brief_hold(phase))
    length_ms = script.length_ms(line)
    if length_ms > _CHECK_AT_MOST_MS:
        at_most = f"a check in a hold takes {_CHECK_AT_MOST_MS // 1000} s at most"
        return _refused(line, phase, f"{at_most}, this one {length_ms / 1000:.1f} s")
    return Wish(
        Role.CHECK,
        Priority.COACHING,
        *_CHECK_WINDOW_MS,
        phase.length_ms - WORDS_MARGIN_MS,
        forms=((line,),),
    )


def _brief_hold(phase: Phase) -> str:
    return f"a hold of {phase.length_ms / 1000:g} s has room for its start, ticks and release only"


def _release(phase: Phase, script: Script) -> Iterator[Wish]:
    line = _words(phase, script).release if phase.rep == 1 else ""
    word = script.phrases.release
    yield _chime("release", phase)
    forms = _spoken(_together(word, line), _together(word))
    yield _opening(phase, Priority.BOUNDARY_WORD, forms)


def _rest(phase: Phase, before: Phase | None, script: Script) -> Iterator[Wish]:
    yield from _end_of_hold(phase, before, script)
    yield from _countdown(phase, script, quiet=False)
    line = _words(phase, script).rest
    if not line or phase.rep != 1:
        return
    if phase.length_ms < _BRIEF_REST_MS:
        yield _refused(
            line, phase, f"a rest of {phase.length_ms / 1000:g} s is too short for words"
        )
        return
    yield Wish(
        Role.OPENING,
        Priority.SIDE_AND_NEXT,
        0,
        OPENING_BEGINS_BY_MS,
        phase.length_ms - REST_MARGIN_MS,
        forms=((line,),),
        ordinal=1,
    )


def _switch(phase: Phase, before: Phase | None, script: Script) -> Iterator[Wish]:
    if before is not None and before.kind is PhaseKind.HOLD:
        yield from _end_of_hold(phase, before, script)
    else:
        yield _chime("switch", phase)
    yield from _countdown(phase, script, quiet=False)
    prescription = _prescription(phase, script)
    exercise, limb = prescription.exercise, _limb(phase, script)
    side = script.phrases.fill("{limb}.", limb=limb)
    full = script.phrases.fill(script.phrases.switch_sides, limb=limb)
    if exercise.limb == "direction":
        full = side  # both sides go on together
    if _is_short_change(phase):
        line = exercise.words.switch if _explains(prescription, script) else ""
        forms = _spoken((full, line), (side, line), (full,), (side,))
        yield _opening(phase, Priority.BOUNDARY_WORD, forms, ordinal=1)
    else:
        yield _opening(phase, Priority.SIDE_AND_NEXT, ((full,), (side,)), ordinal=1)


def _outro(phase: Phase, script: Script) -> Iterator[Wish]:
    """Its tone and word also end a hold that has no release."""
    word = script.phrases.done
    line = script.blocks[-1].exercise.words.done
    yield _chime("done", phase)
    yield _opening(phase, Priority.BOUNDARY_WORD, (_together(word, line), _together(word)))
