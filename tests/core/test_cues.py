"""What is said when: never two at once, never across a boundary, nothing lost without a reason."""

from dataclasses import replace
from itertools import cycle, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from stretchtimer.core.cues import plan_lead_in
from stretchtimer.core.exercise import Dose, LeftWords
from stretchtimer.core.phase import PhaseKind
from stretchtimer.core.routine import Prescription
from stretchtimer.core.score import Score
from stretchtimer.core.script import Script
from stretchtimer.core.timeline import Frame, compile_phases
from stretchtimer.core.wish import OPENING_MARGIN_MS, WORDS_MARGIN_MS, Role
from stretchtimer.core.wishes import setup_lines, wishes
from tests.core import made_up
from tests.core.made_up import TWO_SIDED_DOSE, WALL_DOSE, WORDS, score, script


def heard(made, kind, rep=1, side=None):
    """(seconds into the phase, text or chime) of one phase."""
    index = next(
        i
        for i, p in enumerate(made.phases)
        if p.kind is kind and p.rep in (None, rep) and side in (None, p.side)
    )
    begin_ms = made.phases[index].at_ms
    return [
        ((cue.at_ms - begin_ms) / 1000, cue.text or cue.sound)
        for cue in made.cues
        if cue.phase == index
    ]


def no_two_overlap(made):
    assert all(one.end_ms <= other.at_ms for one, other in pairwise(made.cues))


def none_leaves_its_phase_and_words_keep_clear_of_the_boundary(made):
    for cue in made.cues:
        phase = made.phases[cue.phase]
        assert phase.at_ms <= cue.at_ms
        assert cue.end_ms <= phase.end_ms
        if cue.role is Role.OPENING:
            assert cue.end_ms <= phase.end_ms - OPENING_MARGIN_MS
        elif cue.text and cue.role is not Role.COUNTDOWN:
            assert cue.end_ms <= phase.end_ms - WORDS_MARGIN_MS


def each_is_words_or_a_sound_and_has_its_own_key(made):
    assert all(bool(cue.text) != bool(cue.sound) for cue in made.cues)
    keys = [cue.key for cue in made.cues]
    assert len(set(keys)) == len(keys)


def every_hold_and_release_that_can_hold_a_chime_begins_with_it(made):
    chime_ms = made.script.chime_ms("hold")
    for index, phase in enumerate(made.phases):
        if phase.kind in (PhaseKind.HOLD, PhaseKind.RELEASE) and phase.length_ms >= chime_ms:
            first = made.cues_in(index)[0]
            assert (first.at_ms, first.sound) == (phase.at_ms, str(phase.kind))


def what_is_wished_is_said_or_sounded_or_listed_with_its_reason(made):
    for index, phase in enumerate(made.phases):
        cues, dropped = made.cues_in(index), made.dropped_in(index)
        heard_here = {(cue.role, cue.ordinal) for cue in cues}
        told = {drop.text for drop in dropped}
        for wish in wishes(made.phases, index, made.script):
            first = " ".join(wish.forms[0]) if wish.forms else ""
            if wish.refusal:
                assert first in told
            elif (wish.role, wish.ordinal) not in heard_here:
                assert first in told or any(wish.sound in drop.reason for drop in dropped)
            elif first and first not in told:
                said = [cue.text for cue in cues if cue.role is wish.role]
                assert set(wish.forms[0]) <= set(said)
        lines, _ = setup_lines(phase, made.script)
        for line in lines:
            assert any(line == cue.text for cue in cues) or any(line in text for text in told)
    for drop in made.dropped:
        assert drop.reason
        assert drop.text or "chime" in drop.reason
        assert not drop.text or drop.instead != drop.text


def every_text_can_be_rendered_ahead(made):
    texts = made.texts()
    assert len(set(texts)) == len(texts)
    assert {cue.text for cue in made.cues if cue.text} <= set(texts)


def the_plan_keeps_its_promises(made):
    no_two_overlap(made)
    none_leaves_its_phase_and_words_keep_clear_of_the_boundary(made)
    each_is_words_or_a_sound_and_has_its_own_key(made)
    every_hold_and_release_that_can_hold_a_chime_begins_with_it(made)
    what_is_wished_is_said_or_sounded_or_listed_with_its_reason(made)
    every_text_can_be_rendered_ahead(made)


@settings(max_examples=100)
@given(made_up.scores)
def test_with_estimated_lengths_the_plan_keeps_its_promises(made):
    the_plan_keeps_its_promises(made)


# How long a voice, quick or slow, steady or not, takes for each text.
steady_voices = st.builds(
    lambda each_ms, onset_ms: lambda texts: {t: onset_ms + each_ms * len(t) for t in texts},
    st.integers(5, 300),
    st.integers(50, 2_000),
)
uneven_voices = st.lists(st.integers(50, 12_000), min_size=1, max_size=12).map(
    lambda some_ms: lambda texts: dict(zip(texts, cycle(some_ms), strict=False))
)


@settings(max_examples=100)
@given(made_up.scores, steady_voices | uneven_voices)
def test_with_any_voice_too(made, voice):
    lengths_ms = voice(made.texts())
    again = made.with_measured(lengths_ms)
    the_plan_keeps_its_promises(again)
    for cue in again.cues:
        if cue.text:
            assert cue.length_ms == round(lengths_ms[cue.text] * made.script.speed)


@given(made_up.scores)
@settings(max_examples=30)
def test_a_phase_planned_alone_is_planned_as_in_the_whole(made):
    alone = [cue for index in reversed(range(len(made.phases))) for cue in made.cues_in(index)]
    assert sorted(alone, key=lambda cue: cue.at_ms) == list(made.cues)
    assert made.cues_in(len(made.phases)) == ()


def test_the_first_hold_has_its_line_a_check_and_the_time_left():
    assert heard(score(WALL_DOSE), PhaseKind.HOLD) == [
        (0.0, "hold"),
        (0.55, "Keep pushing. Breathe."),
        (8.0, "Back flat on the mat."),
        (20.0, "Halfway."),
        (30.0, "Ten seconds."),
        (37.0, "tick"),
        (38.0, "tick"),
        (39.0, "tick"),
    ]


def test_later_holds_say_hold():
    assert heard(score(WALL_DOSE), PhaseKind.HOLD, rep=2)[:3] == [
        (0.0, "hold"),
        (0.55, "Hold."),
        (20.0, "Halfway."),
    ]


def test_the_counter_opens_the_ease_and_the_last_one_says_so():
    made = score(WALL_DOSE)
    assert heard(made, PhaseKind.EASE) == [(0.0, "One of six. Push your knees slowly.")]
    assert heard(made, PhaseKind.EASE, rep=2) == [(0.0, "Two of six.")]
    assert heard(made, PhaseKind.EASE, rep=6) == [(0.0, "Last one.")]


def test_release_says_so_and_the_first_time_how():
    made = score(WALL_DOSE)
    assert heard(made, PhaseKind.RELEASE) == [(0.0, "release"), (0.55, "Release. Let go.")]
    assert heard(made, PhaseKind.RELEASE, rep=2) == [(0.0, "release"), (0.55, "Release.")]


def test_the_switch_names_the_side_and_counts_down():
    assert heard(score(TWO_SIDED_DOSE), PhaseKind.SWITCH) == [
        (0.0, "switch"),
        (0.55, "Switch sides. Left leg."),
        (3.064, "Change over."),
        (12.0, "tick"),
        (13.0, "tick"),
        (14.0, "tick"),
    ]


def test_a_check_is_said_on_the_first_side_only():
    made = score(TWO_SIDED_DOSE)
    checks = [cue for cue in made.cues if cue.role is Role.CHECK]
    assert [made.phases[cue.phase].side for cue in checks] == ["right"]


def test_a_short_hold_gets_only_its_start_ticks_and_release():
    assert heard(score(replace(WALL_DOSE, hold_s=8)), PhaseKind.HOLD) == [
        (0.0, "hold"),
        (0.55, "Hold."),
        (5.0, "tick"),
        (6.0, "tick"),
        (7.0, "tick"),
    ]


def test_a_short_rest_gets_only_ticks():
    made = score(replace(WALL_DOSE, rest_s=5))
    assert [what for _, what in heard(made, PhaseKind.REST)] == ["tick", "tick", "tick"]


def test_a_hold_without_an_ease_carries_the_counter():
    made = score(replace(WALL_DOSE, ease_s=0))
    assert heard(made, PhaseKind.HOLD)[1] == (0.55, "One of six. Keep pushing. Breathe.")


def moving(dose, limb="leg", words=WORDS):
    """A score of one drill that moves to and fro in its hold."""
    figure = replace(made_up.STANDING, cycle_s=4)
    drill = made_up.exercise(words=words, dose=dose, kind="drill", limb=limb, figure=figure)
    made = Script("Made up", (Prescription(drill, dose),), made_up.PHRASES)
    return Score("made-up", made, compile_phases(Frame(10, 10), made.blocks))


def test_a_drill_is_never_told_to_hold():
    made = moving(Dose(prepare_s=10, ease_s=0, hold_s=8, release_s=0, reps=3, rest_s=0))
    opening = [cue.text for cue in made.cues if cue.role is Role.OPENING]
    assert opening[2:-1] == ["One of three. Keep pushing. Breathe.", "Two of three.", "Last one."]


def test_a_lone_drill_says_nothing_where_there_is_nothing_to_say():
    made = moving(replace(WALL_DOSE, ease_s=0, reps=1, hold_s=30), words=replace(WORDS, hold=""))
    assert Role.OPENING not in {
        cue.role for cue in made.cues if made.phases[cue.phase].kind is PhaseKind.HOLD
    }


def test_a_movement_in_two_directions_names_no_side():
    made = moving(replace(TWO_SIDED_DOSE, ease_s=0, reps=1), limb="direction")
    assert heard(made, PhaseKind.SWITCH)[1] == (0.55, "Forward.")
    assert not any("right" in cue.text or "left" in cue.text for cue in made.cues)


def test_lines_that_name_a_side_have_their_own_for_the_left():
    left = LeftWords(ease="Push your left knee.", hold="Left knee low.")
    made = score(TWO_SIDED_DOSE, words=replace(WORDS, left=left))
    assert heard(made, PhaseKind.EASE)[0][1] == "One of two. Push your knees slowly."
    assert heard(made, PhaseKind.EASE, side="left")[0][1] == "One of two. Push your left knee."
    assert heard(made, PhaseKind.HOLD, side="left")[1][1] == "Left knee low."
    assert heard(made, PhaseKind.RELEASE, side="left")[1][1] == "Release. Let go."


def test_a_hold_without_a_release_is_ended_by_the_chime_of_what_follows():
    made = score(replace(WALL_DOSE, release_s=0))
    assert heard(made, PhaseKind.REST)[0] == (0.0, "release")


def test_only_one_chime_when_holds_follow_each_other():
    dose = Dose(prepare_s=10, ease_s=0, hold_s=8, release_s=0, reps=3, rest_s=0)
    assert heard(score(dose), PhaseKind.HOLD, rep=2)[0] == (0.0, "hold")


def test_set_up_lines_are_spread_and_later_brief():
    first = heard(score(WALL_DOSE), PhaseKind.PREPARE)
    assert [what for _, what in first] == [
        "Sit down.",
        "Lie back.",
        "Raise both legs.",
        "tick",
        "tick",
        "tick",
    ]
    later = heard(score(WALL_DOSE, explained=False), PhaseKind.PREPARE)
    assert later[0] == (0.0, "Lie down, legs up.")


def test_set_up_lines_that_do_not_fit_give_way_to_the_brief_line():
    many = replace(WORDS, setup=WORDS.setup * 3)
    made = score(replace(WALL_DOSE, prepare_s=13), words=many)
    assert heard(made, PhaseKind.PREPARE)[0] == (0.0, "Lie down, legs up.")
    (drop,) = [d for d in made.dropped if "set-up" in d.reason]
    assert drop.instead == "Lie down, legs up."


def test_a_short_preparation_says_what_it_can_and_ticks_where_there_is_room():
    def said(prepare_s, **options):
        made = score(WALL_DOSE, replace(WALL_DOSE, prepare_s=prepare_s), **options)
        index = [i for i, p in enumerate(made.phases) if p.kind is PhaseKind.PREPARE][1]
        return [cue.text or cue.sound for cue in made.cues if cue.phase == index]

    done, brief = "Roll to your side.", "Lie down, legs up."
    ticks = ["tick", "tick", "tick"]
    assert said(10) == [done, *WORDS.setup, *ticks]
    assert said(10, explained=False) == [done, brief, *ticks]
    assert said(4) == [done, brief]
    assert said(3) == [brief, "tick"]
    assert said(2) == [brief]
    assert said(1) == []


def test_a_short_switch_names_the_side_before_it_ticks():
    def said(switch_s, **options):
        made = score(replace(TWO_SIDED_DOSE, switch_s=switch_s), **options)
        return [what for _, what in heard(made, PhaseKind.SWITCH)]

    ticks = ["tick", "tick", "tick"]
    assert said(8) == ["switch", "Switch sides. Left leg.", "Change over.", *ticks]
    assert said(4) == ["switch", "Left leg.", "Change over.", "tick"]
    assert said(4, explained=False) == ["switch", "Switch sides. Left leg.", "tick"]
    assert said(2) == ["switch", "Left leg."]


def test_with_several_exercises_the_next_one_is_named_after_the_last_is_done():
    made = score(WALL_DOSE, TWO_SIDED_DOSE)
    index = [i for i, p in enumerate(made.phases) if p.kind is PhaseKind.PREPARE][1]
    texts = [cue.text for cue in made.cues if cue.phase == index and cue.text]
    assert texts[:2] == ["Roll to your side.", "Next: Exercise-1, right leg."]


def test_the_intro_tells_the_dose_and_the_outro_that_it_is_done():
    made = score(WALL_DOSE)
    assert heard(made, PhaseKind.INTRO) == [(0.0, "Made up. Forty seconds, six times.")]
    assert heard(made, PhaseKind.OUTRO) == [(0.0, "done"), (1.6, "Done. Roll to your side.")]


def test_a_drill_in_digits_counts_them_down():
    made = score(WALL_DOSE, countdown="digits")
    spoken = [what for _, what in heard(made, PhaseKind.PREPARE)][-3:]
    assert spoken == ["Three.", "Two.", "One."]


@given(st.integers(100, 9_000), st.sampled_from([0.5, 1.0, 4.0]))
def test_a_lead_in_says_where_one_is_and_ticks_three_times(said_ms, speed):
    made = script(WALL_DOSE, speed=speed, measured={"Resuming.": said_ms})
    lead_in = plan_lead_in(made, 3, "Resuming.")
    assert (lead_in.cues[0].text, lead_in.cues[0].length_ms) == (
        "Resuming.",
        round(said_ms * speed),
    )
    assert [cue.sound for cue in lead_in.cues[1:]] == ["tick", "tick", "tick"]
    assert [lead_in.length_ms - cue.at_ms for cue in lead_in.cues[1:]] == [3000, 2000, 1000]
    assert lead_in.cues[0].end_ms < lead_in.cues[1].at_ms
    assert len({cue.key for cue in lead_in.cues}) == 4


def test_a_lead_in_in_digits_counts_and_ticks_where_a_digit_takes_too_long():
    measured = {"Three.": 500, "Two.": 950, "One.": 500}
    lead_in = plan_lead_in(script(WALL_DOSE, countdown="digits", measured=measured), 3, "Resuming.")
    assert [cue.text or cue.sound for cue in lead_in.cues[1:]] == ["Three.", "tick", "One."]


def instead_of(made, text):
    (drop,) = [drop for drop in made.dropped if drop.text == text]
    return drop.reason, drop.instead


def test_a_brief_hold_lists_the_words_that_it_does_without():
    made = score(replace(WALL_DOSE, hold_s=8))
    why = "a hold of 8 s has room for its start, ticks and release only"
    assert instead_of(made, WORDS.hold) == (why, "Hold.")
    assert instead_of(made, WORDS.check) == (why, "")


def test_a_check_that_takes_too_long_is_listed():
    made = score(WALL_DOSE, measured={WORDS.check: 4_200})
    why = "a check in a hold takes 4 s at most, this one 4.2 s"
    assert instead_of(made, WORDS.check) == (why, "")


def test_a_rest_has_room_for_its_line_and_half_a_second_more_before_the_ticks():
    fits = score(replace(WALL_DOSE, rest_s=6), measured={WORDS.rest: 2_000})
    assert heard(fits, PhaseKind.REST)[0] == (0.0, "Rest.")
    too_long = score(replace(WALL_DOSE, rest_s=6), measured={WORDS.rest: 2_001})
    assert heard(too_long, PhaseKind.REST)[0] == (3.0, "tick")
    short = score(replace(WALL_DOSE, rest_s=5))
    assert instead_of(short, WORDS.rest) == ("a rest of 5 s is too short for words", "")


def test_where_a_hold_has_no_release_the_next_phase_says_it():
    rests = score(replace(WALL_DOSE, release_s=0), measured={"Release.": 500})
    assert heard(rests, PhaseKind.REST)[:3] == [
        (0.0, "release"),
        (0.55, "Release."),
        (1.15, "Rest."),
    ]
    eases = score(replace(WALL_DOSE, release_s=0, rest_s=0), measured={"Release.": 500})
    assert heard(eases, PhaseKind.EASE, rep=2) == [
        (0.0, "release"),
        (0.55, "Release."),
        (1.15, "Two of six."),
    ]
    switches = score(replace(TWO_SIDED_DOSE, release_s=0))
    assert [what for _, what in heard(switches, PhaseKind.SWITCH)][:3] == [
        "release",
        "Release.",
        "Switch sides. Left leg.",
    ]


def test_the_side_is_told_where_no_phase_before_had_the_time():
    at_once = score(replace(TWO_SIDED_DOSE, prepare_s=0, switch_s=0, ease_s=9))
    assert heard(at_once, PhaseKind.EASE, side="right")[0][1].startswith("Right leg. One of two.")
    assert heard(at_once, PhaseKind.EASE, side="left")[0][1].startswith("Left leg. One of two.")
    no_ease = score(replace(TWO_SIDED_DOSE, switch_s=0, ease_s=0))
    said = heard(no_ease, PhaseKind.HOLD, side="left")[1][1]
    assert said == "Left leg. One of two. Keep pushing. Breathe."


def test_the_next_exercise_is_named_also_without_a_preparation():
    made = score(WALL_DOSE, replace(TWO_SIDED_DOSE, prepare_s=0, ease_s=9))
    (said,) = [cue.text for cue in made.cues if "Exercise-1" in cue.text]
    assert said.startswith("Next: Exercise-1, right leg. One of two.")


def test_the_intro_names_the_side_that_begins_and_is_short_where_there_is_no_time():
    assert heard(score(TWO_SIDED_DOSE), PhaseKind.INTRO) == [
        (0.0, "Made up, right leg. Thirty seconds, two times.")
    ]
    assert heard(score(WALL_DOSE, intro_s=2), PhaseKind.INTRO) == [(0.0, "Made up.")]


def test_a_digit_that_takes_too_long_is_a_tick_instead():
    made = score(WALL_DOSE, countdown="digits", measured={"Two.": 1_050})
    assert [what for _, what in heard(made, PhaseKind.REST)][-3:] == ["Three.", "tick", "One."]
    assert {drop.instead for drop in made.dropped if drop.text == "Two."} == {"chime: tick"}


def test_a_line_of_nothing_but_signs_is_listed():
    made = score(WALL_DOSE, words=replace(WORDS, rest="🎉 …"))
    assert instead_of(made, "🎉 …") == ("there is nothing in it that a voice can say", "")


def test_lines_too_long_for_one_clip_are_said_apart():
    made = score(replace(WALL_DOSE, release_s=60), words=replace(WORDS, release="Let it go. " * 18))
    assert [what for _, what in heard(made, PhaseKind.RELEASE)][1:] == [
        "Release.",
        "Let it go. " * 18,
    ]
