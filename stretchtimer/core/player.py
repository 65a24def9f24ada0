"""The player: a state machine over a score. All transitions are in this file.

`advance(state, event, now_ms)` gives the next state and the effects to carry out. The clock is
passed in and only has to run forwards. Phases begin at their deadlines, never at the tick that
noticed them, so lateness does not add up. Any event is safe in any state; one that makes no sense
there does nothing.
"""

from collections.abc import Mapping
from dataclasses import replace

from stretchtimer.core.cues import Cue, plan_lead_in
from stretchtimer.core.events import (
    Back,
    Effect,
    Ended,
    Ending,
    Event,
    Held,
    Hurts,
    Hush,
    KeepAwake,
    Longer,
    Measured,
    Mode,
    Pause,
    Ready,
    RepeatRep,
    Resume,
    Say,
    Shorter,
    Skip,
    SkipExercise,
    Slept,
    Sound,
    Start,
    Stop,
    Tick,
    WhereAmI,
)
from stretchtimer.core.jumps import after_block, back_to, rep_begins
from stretchtimer.core.phase import PhaseKind, Side
from stretchtimer.core.player_state import PlayerState, Voiced, near_cues, waiting_cues
from stretchtimer.core.timeline import phase_at
from stretchtimer.core.where import resuming, where_am_i
from stretchtimer.core.wish import Role

# A busy machine may stall for a second or two; only sleep or a stopped process takes longer.
SLEEP_GAP_MS = 5_000
# A word this late says the wrong thing; better silence.
SPOKEN_TOO_LATE_MS = 400
STEP_MS = 5_000  # what one press of longer or shorter changes
SHORTEST_HOLD_MS = 5_000
LONGEST_HOLD_MS = 600_000
_HELD_AT_LEAST_MS = 1_000
# An answer is rendered when it is asked for: it may begin this late.
_ANSWER_LATE_MS = 500

# Said again when a hold was lengthened after they had been said.
_COUNTS_DOWN = (Role.COUNTDOWN, Role.TEN_SECONDS)


Step = tuple[PlayerState, tuple[Effect, ...]]


def advance(state: PlayerState, event: Event, now_ms: int) -> Step:
    """The state after `event` at the clock's `now_ms`, and what has to be done."""
    now_ms = max(now_ms, state.seen_ms)
    state, effects = _let_time_pass(state, now_ms)
    state, more = _handle(state, event, now_ms)
    if Hush() in more and not isinstance(event, WhereAmI):
        state = replace(state, voiced=None)
    return replace(state, seen_ms=now_ms), (*effects, *more)


def _let_time_pass(state: PlayerState, now_ms: int) -> Step:
    gap_ms = now_ms - state.seen_ms
    if state.mode not in (Mode.PLAYING, Mode.LEAD_IN):
        return state, ()
    if gap_ms > SLEEP_GAP_MS:
        paused, effects = _pause(state, state.seen_ms)
        return paused, (*effects, Slept(gap_ms))
    if state.mode is Mode.LEAD_IN:
        return _play_lead_in(state, now_ms)
    return _play(state, now_ms)


def _play(state: PlayerState, now_ms: int) -> Step:
    """Fire what has come due and cross the boundaries that have passed."""
    effects: list[Effect] = []
    position_ms = state.position_at(now_ms)
    running_ms = state.running_at(now_ms)
    while True:
        phase = state.score.phases[state.phase]
        for cue in [*waiting_cues(state)]:
            due_ms = cue.at_ms - state.ahead_ms
            if due_ms > running_ms:
                break
            state = replace(state, fired=state.fired | {cue.key})
            if running_ms - due_ms <= SPOKEN_TOO_LATE_MS:
                state, sounding = _voice(state, cue, now_ms)
                effects += sounding
        if position_ms < phase.end_ms:
            return state, tuple(effects)
        effects += _held(state, phase.end_ms)
        if state.phase == len(state.score.phases) - 1:
            state, ending = _end(replace(state, position_ms=phase.end_ms), Ending.FINISHED)
            return state, (*effects, *ending)
        crossed = frozenset(key for key in state.fired if key[0] > state.phase)
        state = replace(state, phase=state.phase + 1, fired=crossed)


def _voice(state: PlayerState, cue: Cue, now_ms: int) -> Step:
    """Sound a cue, unless something has the word that no plan foresaw.

    That is an answer to "where am I?", or words that were being said when the plan was changed. The
    same phase's cues give way to it; the next phase cuts it short.
    """
    due_ms = state.anchor_ms + cue.at_ms - state.ahead_ms - state.position_ms
    before, now = state.voiced, Voiced(cue.phase, due_ms + cue.length_ms)
    if before is None or before.until_ms <= max(due_ms, now_ms):
        return replace(state, voiced=now), (_sounding(cue),)
    if cue.phase == before.phase:
        return state, ()
    return replace(state, voiced=now), (Hush(), _sounding(cue))


def _play_lead_in(state: PlayerState, now_ms: int) -> Step:
    lead_in = state.lead_in
    if lead_in is None:
        raise ValueError("a lead-in without its plan")
    effects: list[Effect] = []
    elapsed_ms = now_ms - state.anchor_ms
    for cue in lead_in.cues:
        due_ms = cue.at_ms - state.ahead_ms
        if due_ms <= elapsed_ms and cue.key not in state.fired:
            state = replace(state, fired=state.fired | {cue.key})
            if elapsed_ms - due_ms <= SPOKEN_TOO_LATE_MS:
                effects.append(_sounding(cue))
    if elapsed_ms < lead_in.length_ms - state.ahead_ms:
        return state, tuple(effects)
    began_ms = state.anchor_ms + lead_in.length_ms
    state = _at(replace(state, mode=Mode.PLAYING, lead_in=None), state.position_ms, began_ms)
    state, more = _play(state, now_ms)
    return state, (*effects, *more)


def _sounding(cue: Cue) -> Effect:
    return Sound(cue.sound, quiet=cue.quiet) if cue.sound else Say(cue.text)


def _handle(state: PlayerState, event: Event, now_ms: int) -> Step:  # noqa: C901  # one arm an event
    if isinstance(event, Measured):
        return _measured(state, event.lengths_ms, now_ms), ()
    if isinstance(event, Start):
        return _start(state, now_ms) if state.mode is Mode.READY else (state, ())
    if state.mode in (Mode.READY, Mode.FINISHED, Mode.STOPPED):
        return state, ()
    match event:
        case Tick():
            return state, ()
        case Pause():
            return (state, ()) if state.mode is Mode.PAUSED else _pause(state, now_ms)
        case Resume():
            return _resume(state, now_ms) if state.mode is Mode.PAUSED else (state, ())
        case Skip():
            return _go_to(state, state.phase + 1, now_ms)
        case SkipExercise():
            return _go_to(state, after_block(state), now_ms)
        case Back():
            return _go_to(state, back_to(state, now_ms), now_ms)
        case RepeatRep():
            return _go_to(state, rep_begins(state), now_ms)
        case Longer():
            return _stretch_hold(state, STEP_MS, now_ms), ()
        case Shorter():
            return _stretch_hold(state, -STEP_MS, now_ms), ()
        case WhereAmI():
            return _answer(state, now_ms)
        case Stop():
            return _break_off(state, Ending.STOPPED, now_ms)
        case Hurts():
            state, effects = _break_off(state, Ending.HURTS, now_ms)
            return state, (*effects, Say(state.score.script.phrases.stop))


def _start(state: PlayerState, now_ms: int) -> Step:
    playing = _at(replace(state, mode=Mode.PLAYING), 0, now_ms + state.ahead_ms)
    playing, effects = _play(playing, now_ms)
    return playing, (KeepAwake(wanted=True), *effects)


def _pause(state: PlayerState, now_ms: int) -> Step:
    position_ms = state.position_at(now_ms)
    paused = replace(
        state, mode=Mode.PAUSED, position_ms=position_ms, anchor_ms=now_ms, lead_in=None
    )
    return paused, (Hush(), KeepAwake(wanted=False), Ready(_resuming(paused)))


def _resuming(state: PlayerState) -> str:
    return resuming(state.score, state.phase, state.position_ms)


def _resume(state: PlayerState, now_ms: int) -> Step:
    lead_in = plan_lead_in(state.score.script, state.phase, _resuming(state))
    hush = (Hush(),) if state.voiced is not None and now_ms < state.voiced.until_ms else ()
    state = replace(
        state,
        mode=Mode.LEAD_IN,
        anchor_ms=now_ms + state.ahead_ms,
        lead_in=lead_in,
        fired=frozenset(),
        voiced=None,
    )
    state, effects = _play_lead_in(state, now_ms)
    return state, (*hush, KeepAwake(wanted=True), *effects)


def _at(state: PlayerState, position_ms: int, now_ms: int) -> PlayerState:
    """The state moved to `position_ms`, with every cue before it counted as fired."""
    phase = phase_at(state.score.phases, position_ms)
    state = replace(state, position_ms=position_ms, anchor_ms=now_ms, phase=phase)
    passed = frozenset(cue.key for cue in near_cues(state) if cue.at_ms < position_ms)
    return replace(state, fired=passed)


def _go_to(state: PlayerState, index: int, now_ms: int) -> Step:
    """Jump to the start of the phase `index`; past the last one the routine is finished."""
    here_ms = state.position_at(now_ms)
    held = _held(state, here_ms)
    if index >= len(state.score.phases):
        finished, effects = _end(replace(state, position_ms=here_ms), Ending.FINISHED)
        return finished, (Hush(), *held, *effects)
    target_ms = state.score.phases[index].at_ms
    if state.mode is Mode.PLAYING:
        moved, effects = _play(_at(state, target_ms, now_ms + state.ahead_ms), now_ms)
        return moved, (Hush(), *held, *effects)
    moved = _at(state, target_ms, state.anchor_ms)
    if moved.mode is Mode.LEAD_IN:
        moved, effects = _resume(moved, now_ms)
        return moved, (Hush(), *held, *effects)
    return moved, (Hush(), *held, Ready(_resuming(moved)))


def _stretch_hold(state: PlayerState, by_ms: int, now_ms: int) -> PlayerState:
    """Change the running hold, or the next one to come; never below what has already been held."""
    phases = state.score.phases
    coming = range(state.phase, len(phases))
    index = next((i for i in coming if phases[i].kind is PhaseKind.HOLD), None)
    if index is None:
        return state
    hold = phases[index]
    held_ms = max(0, state.position_at(now_ms) - hold.at_ms)
    floor_ms = max(min(SHORTEST_HOLD_MS, hold.length_ms), -(-held_ms // 1000) * 1000 + 1000)
    wanted_ms = min(max(hold.length_ms + by_ms, floor_ms), LONGEST_HOLD_MS)
    if by_ms < 0:
        wanted_ms = min(wanted_ms, hold.length_ms)
    score = state.score.with_phase_length(index, wanted_ms)
    if state.mode is Mode.LEAD_IN:  # what has been sounded is of the lead-in, which stays as it is
        return replace(state, score=score)
    still_fired = frozenset(
        key for key in state.fired if key[0] != index or key[1] not in _COUNTS_DOWN
    )
    return _forget_missed(replace(state, score=score, fired=still_fired), now_ms)


def _measured(state: PlayerState, lengths_ms: Mapping[str, int], now_ms: int) -> PlayerState:
    score = state.score.with_measured(lengths_ms)
    return _forget_missed(replace(state, score=score), now_ms)


def _forget_missed(state: PlayerState, now_ms: int) -> PlayerState:
    """After planning anew, count as fired what would now lie in the past."""
    if state.mode is Mode.LEAD_IN:
        return state
    playing = state.mode is Mode.PLAYING
    position_ms = state.running_at(now_ms) if playing else state.position_ms
    missed = frozenset(
        cue.key for cue in near_cues(state) if cue.at_ms - state.ahead_ms < position_ms
    )
    return replace(state, fired=state.fired | missed)


def _held(state: PlayerState, position_ms: int) -> tuple[Effect, ...]:
    """The record of the current hold, when one is being left."""
    phase = state.score.phases[state.phase]
    held_ms = position_ms - phase.at_ms
    if phase.kind is not PhaseKind.HOLD or held_ms < _HELD_AT_LEAST_MS:
        return ()
    side = phase.side or Side.BOTH
    exercise, rep, block = phase.exercise or "", phase.rep or 1, phase.block or 0
    return (Held(exercise, side, rep, held_ms, phase.length_ms, block),)


def _break_off(state: PlayerState, how: Ending, now_ms: int) -> Step:
    position_ms = state.position_at(now_ms)
    held = _held(state, position_ms)
    ended, effects = _end(replace(state, position_ms=position_ms), how)
    return ended, (Hush(), *held, *effects)


def _end(state: PlayerState, how: Ending) -> Step:
    mode = Mode.FINISHED if how is Ending.FINISHED else Mode.STOPPED
    ended = replace(state, mode=mode, lead_in=None, ending=how)
    return ended, (KeepAwake(wanted=False), Ended(how))


def _answer(state: PlayerState, now_ms: int) -> Step:
    """Say where one is: in full, or shorter where the next boundary comes before its end."""
    if state.mode is Mode.LEAD_IN:  # it has just said so, and says it again
        state, effects = _resume(state, now_ms)
        return state, (Hush(), *effects)
    script, phase = state.score.script, state.score.phases[state.phase]
    position_ms = state.position_at(now_ms)
    for text in where_am_i(state.score, state.phase, position_ms):
        until_ms = now_ms + _ANSWER_LATE_MS + script.length_ms(text)
        ends_ms = position_ms + until_ms - now_ms + state.ahead_ms
        if state.mode is Mode.PAUSED or ends_ms <= phase.end_ms:
            answered = replace(state, voiced=Voiced(state.phase, until_ms))
            return answered, (Hush(), Say(text, patient=True))
    return state, ()
