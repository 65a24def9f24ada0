"""The player, over its whole state space: any order of events, any lateness of ticks."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stretchtimer.core import events as ev
from stretchtimer.core.events import Ending, Mode
from stretchtimer.core.exercise import Dose
from stretchtimer.core.phase import PhaseKind, Side
from stretchtimer.core.player import (
    SLEEP_GAP_MS,
    SPOKEN_TOO_LATE_MS,
    PlayerState,
    advance,
    next_deadline_ms,
)
from stretchtimer.storage.phrases_file import load_phrases
from tests.core import made_up
from tests.core.made_up import TWO_SIDED_DOSE, WALL_DOSE, score

ONE_REP = replace(TWO_SIDED_DOSE, reps=1)
SHORT = Dose(prepare_s=6, ease_s=2, hold_s=10, release_s=2, reps=2, rest_s=6)
EVENTS = [
    ev.Start(),
    ev.Tick(),
    ev.Pause(),
    ev.Resume(),
    ev.Skip(),
    ev.SkipExercise(),
    ev.Back(),
    ev.RepeatRep(),
    ev.Longer(),
    ev.Shorter(),
    ev.WhereAmI(),
    ev.Stop(),
    ev.Hurts(),
    ev.Measured({"Hold.": 700}),
]
ends = (Mode.FINISHED, Mode.STOPPED)


class Run:
    """A player fed with events at chosen times, and all that it asked for."""

    def __init__(self, made, ahead_ms=0):
        self.state = PlayerState(made, ahead_ms=ahead_ms)
        self.effects = []
        self.now_ms = 1_000

    def send(self, event, after_ms=0):
        self.now_ms += after_ms
        self.state, effects = advance(self.state, event, self.now_ms)
        self.effects += [(self.now_ms, effect) for effect in effects]
        return effects

    def play_to_deadlines(self, until_ms=10**9):
        """Tick at every deadline, as an alarm would."""
        while (deadline_ms := next_deadline_ms(self.state)) is not None:
            next_ms = max(self.now_ms, min(deadline_ms, self.now_ms + 1000))
            if next_ms > until_ms:
                return
            self.send(ev.Tick(), next_ms - self.now_ms)

    def to(self, kind, rep=1, into_ms=0):
        """Skip until a phase of this kind runs, then let some time pass."""
        while True:
            phase = self.state.score.phases[self.state.phase]
            if phase.kind is kind and phase.rep in (None, rep):
                break
            self.send(ev.Skip())
        then_ms = self.now_ms + into_ms
        self.play_to_deadlines(then_ms)
        self.send(ev.Tick(), then_ms - self.now_ms)
        return self

    def of(self, kind):
        return [effect for _, effect in self.effects if isinstance(effect, kind)]


def started(made=None, **options):
    run = Run(made or score(WALL_DOSE), **options)
    run.send(ev.Start())
    return run


sounds = (ev.Say, ev.Sound)


@given(made_up.scores)
@settings(max_examples=40)
def test_played_on_time_every_cue_sounds_once_at_its_moment(made):
    run = started(made)
    run.play_to_deadlines()
    assert run.state.mode is Mode.FINISHED
    assert run.now_ms == 1_000 + made.total_ms
    heard = [(at - 1_000, e) for at, e in run.effects if isinstance(e, sounds)]
    assert [at for at, _ in heard] == [cue.at_ms for cue in made.cues]
    assert [e.text if isinstance(e, ev.Say) else e.name for _, e in heard] == [
        cue.text or cue.sound for cue in made.cues
    ]


@given(made_up.scores, st.lists(st.integers(0, SLEEP_GAP_MS), min_size=1, max_size=400))
@settings(max_examples=60)
def test_late_ticks_never_add_up(made, gaps_ms):
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


@given(made_up.scores, st.lists(st.integers(0, SLEEP_GAP_MS), min_size=1, max_size=200))
@settings(max_examples=60)
def test_a_late_word_is_dropped_not_spoken_late_and_none_twice(made, gaps_ms):
    run = started(made)
    for gap_ms in gaps_ms:
        run.send(ev.Tick(), gap_ms)
    heard = [(at - 1_000, e) for at, e in run.effects if isinstance(e, sounds)]
    cues = {}
    for cue in made.cues:
        cues.setdefault(cue.text or cue.sound, []).append(cue.at_ms)
    for at_ms, effect in heard:
        due = cues[effect.text if isinstance(effect, ev.Say) else effect.name]
        assert any(0 <= at_ms - due_ms <= SPOKEN_TOO_LATE_MS for due_ms in due)
    assert len(heard) <= len(made.cues)


steps = st.tuples(st.sampled_from(EVENTS), st.integers(0, 9_000))


@given(made_up.scores, st.lists(steps, max_size=60), st.sampled_from([0, 55]))
@settings(max_examples=150)
def test_any_order_of_events_is_safe(made, happened, ahead_ms):
    run = Run(made, ahead_ms)
    over = False
    for event, after_ms in happened:
        before = run.state
        effects = run.send(event, after_ms)
        state = run.state
        phases = state.score.phases
        assert 0 <= state.phase < len(phases)
        assert 0 <= state.position_at(run.now_ms) <= state.score.total_ms
        if state.mode not in ends and state.mode is not Mode.READY:
            phase = phases[state.phase]
            assert phase.at_ms <= state.position_at(run.now_ms) <= phase.end_ms
        if over:
            assert not effects
            assert state.mode is before.mode
        if state.mode in ends and not over:
            over = True
            assert len([e for e in effects if isinstance(e, ev.Ended)]) == 1
        for hold in (e for e in effects if isinstance(e, ev.Held)):
            assert 1_000 <= hold.held_ms <= 600_000
        running = state.mode in (Mode.PLAYING, Mode.LEAD_IN)
        deadline = next_deadline_ms(state)
        assert (deadline is not None) == running
        if deadline is not None:
            assert deadline > run.now_ms or isinstance(event, ev.Measured | ev.Longer | ev.Shorter)


@given(made_up.scores, st.lists(steps, max_size=40))
@settings(max_examples=80)
def test_whatever_happened_the_routine_can_still_be_played_to_its_end(made, happened):
    run = started(made)
    for event, after_ms in happened:
        run.send(event, after_ms)
    if run.state.mode is Mode.PAUSED:
        run.send(ev.Resume())
    run.play_to_deadlines()
    assert run.state.mode in ends
    assert len(run.of(ev.Ended)) == 1


@given(made_up.scores, st.lists(steps, max_size=40))
@settings(max_examples=60)
def test_the_machine_is_kept_awake_exactly_while_it_runs(made, happened):
    run = Run(made)
    for event, after_ms in happened:
        run.send(event, after_ms)
    wishes = run.of(ev.KeepAwake)
    awake = bool(wishes) and wishes[-1].wanted
    assert awake == (run.state.mode in (Mode.PLAYING, Mode.LEAD_IN))


@given(made_up.scores, st.integers(0, 400_000), st.integers(SLEEP_GAP_MS + 1, 10**8))
@settings(max_examples=60)
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
    heard = [at + 55 for at, e in run.effects if isinstance(e, sounds)]
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
    heard = [at + 55 - zero_ms for at, e in run.effects if isinstance(e, sounds)]
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


def test_skip_goes_to_the_next_phase_and_says_its_opening():
    run = started().to(PhaseKind.EASE)
    assert run.send(ev.Skip(), 500) == (ev.Hush(), ev.Sound("hold"))
    assert run.state.score.phases[run.state.phase].kind is PhaseKind.HOLD


def test_a_skipped_hold_is_logged_with_what_was_held():
    run = started().to(PhaseKind.HOLD, into_ms=12_000)
    run.send(ev.Skip())
    assert run.of(ev.Held) == [ev.Held("exercise-0", "both", 1, 12_000, 40_000)]


def test_skipping_the_last_phase_finishes():
    run = started().to(PhaseKind.OUTRO)
    run.send(ev.Skip())
    assert run.state.mode is Mode.FINISHED
    assert run.of(ev.Ended) == [ev.Ended(Ending.FINISHED)]


def test_skip_exercise_goes_to_the_next_block_then_to_the_outro():
    run = started(score(SHORT, SHORT)).to(PhaseKind.HOLD)
    run.send(ev.SkipExercise())
    phase = run.state.score.phases[run.state.phase]
    assert (phase.kind, phase.block) == (PhaseKind.PREPARE, 1)
    run.send(ev.SkipExercise())
    assert run.state.score.phases[run.state.phase].kind is PhaseKind.OUTRO


def test_back_begins_the_phase_again_and_at_once_again_goes_to_the_one_before():
    run = started().to(PhaseKind.HOLD, into_ms=10_000)
    hold = run.state.phase
    run.send(ev.Back())
    assert (run.state.phase, run.state.position_ms) == (hold, run.state.score.phases[hold].at_ms)
    run.send(ev.Back(), 800)
    assert run.state.phase == hold - 1


def test_back_at_the_very_beginning_stays():
    run = started()
    run.send(ev.Back())
    assert run.state.position_at(run.now_ms) == 0


@pytest.mark.parametrize("kind", [PhaseKind.HOLD, PhaseKind.RELEASE, PhaseKind.REST])
def test_repeat_goes_to_the_beginning_of_the_repetition(kind):
    run = started().to(kind, rep=3)
    run.send(ev.RepeatRep())
    phase = run.state.score.phases[run.state.phase]
    assert (phase.kind, phase.rep) == (PhaseKind.EASE, 3)


def test_repeat_after_the_switch_repeats_the_last_repetition_of_the_side_before():
    run = started(score(TWO_SIDED_DOSE)).to(PhaseKind.SWITCH)
    run.send(ev.RepeatRep())
    phase = run.state.score.phases[run.state.phase]
    assert (phase.kind, phase.rep, phase.side) == (PhaseKind.EASE, 2, "right")


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


@pytest.mark.parametrize(
    ("dose", "kind", "into_ms", "said"),
    [
        (TWO_SIDED_DOSE, PhaseKind.HOLD, 12_000, "Right leg, one of two, eighteen seconds."),
        (WALL_DOSE, PhaseKind.HOLD, 12_000, "One of six, twenty-eight seconds."),
        (WALL_DOSE, PhaseKind.HOLD, 37_900, "Three seconds."),
        (ONE_REP, PhaseKind.HOLD, 12_000, "Right leg, eighteen seconds."),
        (replace(WALL_DOSE, reps=1), PhaseKind.HOLD, 1, "Exercise-0, forty seconds."),
        (WALL_DOSE, PhaseKind.PREPARE, 5_000, "Exercise-0, forty seconds."),
        (WALL_DOSE, PhaseKind.INTRO, 4_000, "Made up, six seconds."),
    ],
)
def test_where_am_i(dose, kind, into_ms, said):
    run = started(score(dose)).to(kind, into_ms=into_ms)
    assert run.send(ev.WhereAmI()) == (ev.Hush(), ev.Say(said, patient=True))


@pytest.mark.parametrize(
    ("language", "left_leg", "both", "resuming"),
    [
        (
            "en",
            "Left leg, two of three, eighteen seconds.",
            "Two of three, twenty-one seconds.",
            "Resuming, left leg, two of three, one second.",
        ),
        (
            "de",
            "Linkes Bein, zwei von drei, noch achtzehn Sekunden.",
            "Zwei von drei, noch einundzwanzig Sekunden.",
            "Weiter, linkes Bein, zwei von drei, noch eine Sekunde.",
        ),
        (
            "es",
            "Pierna izquierda, dos de tres, dieciocho segundos.",
            "Dos de tres, veintiún segundos.",
            "Seguimos, pierna izquierda, dos de tres, un segundo.",
        ),
        (
            "fr",
            "Jambe gauche, deux sur trois, dix-huit secondes.",
            "Deux sur trois, vingt et une secondes.",
            "On reprend, jambe gauche, deux sur trois, une seconde.",
        ),
    ],
)
def test_where_am_i_in_each_language(language, left_leg, both, resuming):
    def into_second_rep(dose, side, into_ms):
        made = score(dose)
        made = replace(made, script=replace(made.script, phrases=load_phrases(language)))
        run = started(made)
        while made.phases[run.state.phase].side is not side:
            run.send(ev.Skip())
        return run.to(PhaseKind.HOLD, rep=2, into_ms=into_ms)

    dose = replace(TWO_SIDED_DOSE, reps=3)
    run = into_second_rep(dose, Side.LEFT, 12_000)
    assert run.send(ev.WhereAmI())[-1] == ev.Say(left_leg, patient=True)
    run = into_second_rep(replace(dose, sides=1, switch_s=0), Side.BOTH, 9_000)
    assert run.send(ev.WhereAmI())[-1] == ev.Say(both, patient=True)
    run = into_second_rep(dose, Side.LEFT, 29_000)
    run.send(ev.Pause())
    assert run.send(ev.Resume())[-1] == ev.Say(resuming)


def test_no_other_cue_talks_into_an_answer_and_a_boundary_ends_it():
    made = score(replace(WALL_DOSE, hold_s=20))
    made = made.with_measured({"One of six, eleven seconds.": 3_000})
    run = started(made).to(PhaseKind.HOLD, into_ms=9_000)
    assert run.send(ev.WhereAmI()) == (
        ev.Hush(),
        ev.Say("One of six, eleven seconds.", patient=True),
    )
    run.play_to_deadlines(run.now_ms + 3_000)
    assert "Halfway." not in [e.text for e in run.of(ev.Say)]
    run.play_to_deadlines(run.now_ms + 6_000)
    assert run.of(ev.Sound)[-1] == ev.Sound("tick", quiet=True)


def test_an_answer_that_begins_late_is_cut_by_the_next_phase():
    run = started(score(WALL_DOSE)).to(PhaseKind.HOLD, into_ms=35_000)
    run.send(ev.WhereAmI())
    longer = replace(run.state.voiced, until_ms=run.now_ms + 9_000)
    run.state = replace(run.state, voiced=longer)
    run.play_to_deadlines(run.now_ms + 5_000)
    chime = run.of((ev.Hush, ev.Sound, ev.Say))[-2:]
    assert chime == [ev.Hush(), ev.Sound("release")]
    run.play_to_deadlines(run.now_ms + 1_000)
    assert run.of(ev.Say)[-1] == ev.Say("Release. Let go.")


@pytest.mark.parametrize("into_ms", [39_100, 39_900])
def test_where_nothing_can_be_said_before_the_boundary_nothing_is(into_ms):
    run = started(score(WALL_DOSE).with_measured({"One second.": 900}))
    run.to(PhaseKind.HOLD, into_ms=into_ms)
    assert run.send(ev.WhereAmI()) == ()


def test_asked_in_a_pause_it_answers_and_resuming_cuts_the_answer():
    run = started().to(PhaseKind.HOLD, into_ms=12_000)
    run.send(ev.Pause())
    assert run.send(ev.WhereAmI(), 500)[1] == ev.Say(
        "One of six, twenty-eight seconds.", patient=True
    )
    assert run.send(ev.Resume(), 500)[0] == ev.Hush()
    assert run.send(ev.WhereAmI(), 500)[-1] == ev.Say("Resuming, one of six, twenty-eight seconds.")


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
@settings(max_examples=150)
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
