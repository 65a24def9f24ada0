"""Asked where one is, the player says it, and lets nothing talk into it."""

from dataclasses import replace

import pytest

from stretchtimer.core import events as ev
from stretchtimer.core.phase import PhaseKind, Side
from stretchtimer.storage.phrases_file import load_phrases
from tests.core.made_up import TWO_SIDED_DOSE, WALL_DOSE, score
from tests.core.played import started

ONE_REP = replace(TWO_SIDED_DOSE, reps=1)


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
