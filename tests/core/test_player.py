"""The player, over its whole state space: any order of events, any lateness of ticks."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.core import events as ev
from stretchtimer.core.events import Ending, Mode
from stretchtimer.core.phase import PhaseKind
from stretchtimer.core.player import SLEEP_GAP_MS, SPOKEN_TOO_LATE_MS
from stretchtimer.core.player_state import PlayerState, next_deadline_ms
from tests.core import made_up
from tests.core.made_up import TWO_SIDED_DOSE, WALL_DOSE, score
from tests.core.played import ENDS, EVENTS, SOUNDS, Run, started
from tests.examples import examples

RUNS = (Mode.PLAYING, Mode.LEAD_IN)


@given(made_up.scores)
@examples(40)
def test_played_on_time_every_cue_sounds_once_at_its_moment(made):
    run = started(made)
    run.play_to_deadlines()
    assert run.state.mode is Mode.FINISHED
    assert run.now_ms == 1_000 + made.total_ms
    heard = [(at - 1_000, e) for at, e in run.effects if isinstance(e, SOUNDS)]
    assert [at for at, _ in heard] == [cue.at_ms for cue in made.cues]
    assert [e.text if isinstance(e, ev.Say) else e.name for _, e in heard] == [
        cue.text or cue.sound for cue in made.cues
    ]


@given(made_up.scores, st.lists(st.integers(0, SLEEP_GAP_MS), min_size=1, max_size=200))
@examples(80)
def test_late_ticks_never_add_up_and_a_late_word_is_dropped_not_spoken_late(made, gaps_ms):
    run = started(made)
    for gap_ms in gaps_ms:
        run.send(ev.Tick(), gap_ms)
        gone_ms = run.now_ms - 1_000
        if gone_ms >= made.total_ms:
            assert run.state.mode is Mode.FINISHED
            break
        assert run.state.position_at(run.now_ms) == gone_ms
        phase = made.phases[run.state.phase]
        assert phase.at_ms <= gone_ms < phase.end_ms
    heard = [(at - 1_000, e) for at, e in run.effects if isinstance(e, SOUNDS)]
    cues = {}
    for cue in made.cues:
        cues.setdefault(cue.text or cue.sound, []).append(cue.at_ms)
    for at_ms, effect in heard:
        due = cues[effect.text if isinstance(effect, ev.Say) else effect.name]
        assert any(0 <= at_ms - due_ms <= SPOKEN_TOO_LATE_MS for due_ms in due)
    assert len(heard) <= len(made.cues)


steps = st.lists(st.tuples(st.sampled_from(EVENTS), st.integers(0, 9_000)), max_size=60)


@given(made_up.scores, steps, st.sampled_from([0, 55]))
@examples(100)
def test_any_order_of_events_is_safe_and_leads_to_an_end(made, happened, ahead_ms):
    run = Run(made, ahead_ms)
    for event, after_ms in happened:
        before = run.state
        effects = run.send(event, after_ms)
        is_where_it_says(run)
        ends_once(before, run.state, effects)
        the_machine_is_kept_awake_exactly_while_it_runs(run)
        for hold in (e for e in effects if isinstance(e, ev.Held)):
            assert 1_000 <= hold.held_ms <= 600_000
        deadline = next_deadline_ms(run.state)
        assert (deadline is not None) == (run.state.mode in RUNS)
        if deadline is not None:
            assert deadline > run.now_ms or isinstance(event, ev.Measured | ev.Longer | ev.Shorter)
    for event in (ev.Start(), ev.Resume()):
        run.send(event)
    run.play_to_deadlines()
    assert run.state.mode in ENDS
    assert len(run.of(ev.Ended)) == 1


def is_where_it_says(run):
    state = run.state
    position_ms = state.position_at(run.now_ms)
    assert 0 <= position_ms <= state.score.total_ms
    phase = state.score.phases[state.phase]
    if state.mode not in (*ENDS, Mode.READY):
        assert phase.at_ms <= position_ms <= phase.end_ms


def ends_once(before, after, effects):
    if before.mode in ENDS:
        assert not effects
        assert after.mode is before.mode
    ended = [e for e in effects if isinstance(e, ev.Ended)]
    assert len(ended) == (after.mode in ENDS and before.mode not in ENDS)


def the_machine_is_kept_awake_exactly_while_it_runs(run):
    wishes = run.of(ev.KeepAwake)
    awake = bool(wishes) and wishes[-1].wanted
    assert awake == (run.state.mode in RUNS)


@given(made_up.scores, st.integers(0, 400_000), st.integers(SLEEP_GAP_MS + 1, 10**8))
@examples(60)
def test_a_long_gap_pauses_where_the_machine_fell_asleep(made, played_ms, gap_ms):
    run = started(made)
    run.play_to_deadlines(1_000 + min(played_ms, made.total_ms - 1))
    here_ms = run.state.position_at(run.now_ms)
    effects = run.send(ev.Tick(), gap_ms)
    assert run.state.mode is Mode.PAUSED
    assert run.state.position_ms == here_ms
    assert ev.Hush() in effects
    assert ev.Slept(gap_ms) in effects


def test_every_cue_is_heard_with_its_phase_whatever_the_latency():
    made = score(WALL_DOSE)
    run = started(made, ahead_ms=55)
    run.play_to_deadlines()
    heard = [at + 55 for at, e in run.effects if isinstance(e, SOUNDS)]
    zero_ms = 1_000 + 55  # the whole score begins that much after the press
    assert heard == [zero_ms + cue.at_ms for cue in made.cues]
    holds = [at for at, e in run.effects if isinstance(e, ev.Held)]
    assert holds == [zero_ms + p.end_ms for p in made.phases if p.kind is PhaseKind.HOLD]


def test_after_a_jump_and_a_pause_cues_are_heard_at_their_moments_too():
    run = started(ahead_ms=55).to(PhaseKind.HOLD, into_ms=5_000)
    run.send(ev.Skip())
    zero_ms = run.now_ms + 55 - run.state.score.phases[run.state.phase].at_ms
    run.effects.clear()
    run.play_to_deadlines(run.now_ms + 20_000)
    heard = [at + 55 - zero_ms for at, e in run.effects if isinstance(e, SOUNDS)]
    assert heard
    assert set(heard) <= {cue.at_ms for cue in run.state.score.cues}
    run.send(ev.Pause())
    run.effects.clear()
    resumed_ms = run.now_ms
    run.send(ev.Resume())
    lead_in = run.state.lead_in
    goes_on_ms = resumed_ms + 55 + lead_in.length_ms
    here_ms = run.state.position_ms
    run.play_to_deadlines(goes_on_ms + 20_000)
    heard = [at + 55 for at, e in run.effects if isinstance(e, ev.Sound)]
    led_in = [resumed_ms + 55 + cue.at_ms for cue in lead_in.cues if cue.sound]
    assert heard[:3] == led_in
    assert {at - goes_on_ms + here_ms for at in heard[3:]} <= {
        cue.at_ms for cue in run.state.score.cues
    }


def test_pause_is_silent_and_freezes_and_resume_leads_in():
    run = started().to(PhaseKind.HOLD, into_ms=17_000)
    resuming = "Resuming, one of six, twenty-three seconds."
    assert run.send(ev.Pause()) == (ev.Hush(), ev.KeepAwake(wanted=False), ev.Ready(resuming))
    frozen_ms = run.state.position_ms
    assert run.send(ev.Tick(), 3_600_000) == ()
    assert run.state.position_ms == frozen_ms
    effects = run.send(ev.Resume())
    assert effects == (ev.KeepAwake(wanted=True), ev.Say(resuming))
    assert run.state.mode is Mode.LEAD_IN
    resumed_ms = run.now_ms
    run.play_to_deadlines(resumed_ms + run.state.lead_in.length_ms)
    assert run.state.mode is Mode.PLAYING
    assert run.state.position_at(run.now_ms) == frozen_ms
    ticks = [at for at, e in run.effects if isinstance(e, ev.Sound) and at > resumed_ms]
    assert [run.now_ms - at for at in ticks[:3]] == [3_000, 2_000, 1_000]


def test_pausing_in_the_lead_in_stops_it():
    run = started().to(PhaseKind.HOLD, into_ms=5_000)
    run.send(ev.Pause())
    run.send(ev.Resume(), 500)
    run.send(ev.Pause(), 500)
    assert run.state.mode is Mode.PAUSED
    assert next_deadline_ms(run.state) is None


def test_longer_and_shorter_change_this_hold_only():
    run = started().to(PhaseKind.HOLD, into_ms=10_000)
    before = run.state.score
    run.send(ev.Longer())
    hold = run.state.score.phases[run.state.phase]
    assert hold.length_ms == 45_000
    assert run.state.score.total_ms == before.total_ms + 5_000
    run.send(ev.Shorter())
    run.send(ev.Shorter())
    assert run.state.score.phases[run.state.phase].length_ms == 35_000
    others = [p.length_ms for p in run.state.score.phases if p.kind is PhaseKind.HOLD]
    assert others == [35_000, *[40_000] * 5]


def test_shorter_never_takes_back_what_was_held():
    run = started().to(PhaseKind.HOLD, into_ms=33_000)
    for _ in range(5):
        run.send(ev.Shorter())
    assert run.state.score.phases[run.state.phase].length_ms == 34_000


def test_longer_before_the_hold_changes_the_hold_to_come():
    run = started().to(PhaseKind.REST)
    run.send(ev.Longer())
    holds = [p.length_ms for p in run.state.score.phases if p.kind is PhaseKind.HOLD]
    assert holds == [40_000, 45_000, *[40_000] * 4]


def test_a_hold_made_longer_counts_down_again_but_is_not_halved_twice():
    run = started().to(PhaseKind.HOLD, into_ms=38_500)
    run.send(ev.Longer())
    run.play_to_deadlines(run.now_ms + 8_000)
    texts = [e.text for e in run.of(ev.Say)]
    assert texts.count("Halfway.") == 1
    ticks = [e for e in run.of(ev.Sound) if e.quiet]
    assert len(ticks) >= 4


def test_that_hurts_stops_at_once_and_says_what_to_do():
    run = started().to(PhaseKind.HOLD, into_ms=9_000)
    effects = run.send(ev.Hurts())
    assert effects == (
        ev.Hush(),
        ev.Held("exercise-0", "both", 1, 9_000, 40_000),
        ev.KeepAwake(wanted=False),
        ev.Ended(Ending.HURTS),
        ev.Say("Stop. Ease out slowly. Breathe."),
    )
    assert run.state.mode is Mode.STOPPED


def test_new_lengths_move_the_cues_to_come_and_repeat_none():
    run = started().to(PhaseKind.HOLD, into_ms=5_000)
    run.send(ev.Measured(dict.fromkeys(run.state.score.texts(), 300)))
    run.play_to_deadlines()
    texts = [e.text for e in run.of(ev.Say)]
    assert texts.count("Keep pushing. Breathe.") == 1
    assert run.state.mode is Mode.FINISHED


def test_the_clock_running_backwards_does_no_harm():
    run = started().to(PhaseKind.HOLD, into_ms=5_000)
    position_ms = run.state.position_at(run.now_ms)
    run.send(ev.Tick(), -4_000)
    assert run.state.position_at(run.state.seen_ms) == position_ms


def test_before_start_nothing_happens():
    run = Run(score(WALL_DOSE))
    for event in EVENTS[1:-1]:
        assert run.send(event, 100) == ()
    assert run.state.mode is Mode.READY
    assert replace(run.state, seen_ms=0) == PlayerState(run.state.score)


def test_a_longer_hold_sounds_no_tick_of_the_lead_in_again():
    run = started(score(WALL_DOSE))
    for event in (ev.Skip(), ev.Skip(), ev.Skip(), ev.Pause(), ev.Resume()):
        run.send(event)
    assert run.state.score.phases[run.state.phase].kind is PhaseKind.HOLD
    before = len(run.effects)
    run.play_to_deadlines(run.now_ms + 4_364)
    run.send(ev.Longer())
    run.play_to_deadlines(run.now_ms + 1_600)
    ticks = [at_ms for at_ms, effect in run.effects[before:] if isinstance(effect, ev.Sound)]
    assert len(ticks) == len(set(ticks))


ASKED = st.tuples(
    st.integers(0, 9_000),
    st.sampled_from([ev.Pause(), ev.Resume(), ev.Skip(), *[ev.WhereAmI()] * 6, *EVENTS[8:10]]),
)
USUAL = [score(WALL_DOSE), score(TWO_SIDED_DOSE), score(replace(WALL_DOSE, prepare_s=8))]


@given(st.sampled_from(USUAL) | made_up.scores, st.lists(ASKED, min_size=5, max_size=40))
@examples(80)
def test_whatever_is_asked_nothing_talks_over_anything(made, asked):
    run = started(made)
    for after_ms, event in asked:
        run.play_to_deadlines(then_ms := run.now_ms + after_ms)
        run.send(ev.Tick(), then_ms - run.now_ms)
        run.send(event)
    run.play_to_deadlines(run.now_ms + 60_000)
    silent_from_ms, last = 0, None
    for at_ms, effect in run.effects:
        match effect:
            case ev.Hush():
                silent_from_ms = at_ms
            case ev.Say(text):
                assert at_ms >= silent_from_ms, f"{text} over {last}"
                silent_from_ms, last = at_ms + made.script.length_ms(text), text
            case ev.Sound(name):
                assert at_ms >= silent_from_ms, f"{name} over {last}"
                silent_from_ms, last = at_ms + made.script.chime_ms(name), name
