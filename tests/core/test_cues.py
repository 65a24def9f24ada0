"""What is said when: never two at once, never across a boundary, nothing lost without a reason."""

from dataclasses import replace
from itertools import cycle, pairwise

from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.core.cues import plan_lead_in
from stretchtimer.core.phase import PhaseKind
from stretchtimer.core.wish import OPENING_MARGIN_MS, WORDS_MARGIN_MS, Role
from stretchtimer.core.wishes import setup_lines, wishes
from tests.core import made_up
from tests.core.heard import heard
from tests.core.made_up import WALL_DOSE, WORDS, score, script
from tests.examples import examples


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


@examples(100)
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


@examples(100)
@given(made_up.scores, steady_voices | uneven_voices)
def test_with_any_voice_too(made, voice):
    lengths_ms = voice(made.texts())
    again = made.with_measured(lengths_ms)
    the_plan_keeps_its_promises(again)
    for cue in again.cues:
        if cue.text:
            assert cue.length_ms == round(lengths_ms[cue.text] * made.script.speed)


@given(made_up.scores)
@examples(30)
def test_a_phase_planned_alone_is_planned_as_in_the_whole(made):
    alone = [cue for index in reversed(range(len(made.phases))) for cue in made.cues_in(index)]
    assert sorted(alone, key=lambda cue: cue.at_ms) == list(made.cues)
    assert made.cues_in(len(made.phases)) == ()


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
