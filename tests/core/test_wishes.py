"""What the voice would like to say in each phase, and what is heard of it."""

from dataclasses import replace

from stretchtimer.core.exercise import Dose, LeftWords
from stretchtimer.core.phase import PhaseKind
from stretchtimer.core.routine import Prescription
from stretchtimer.core.score import Score
from stretchtimer.core.script import Script
from stretchtimer.core.timeline import Frame, compile_phases
from stretchtimer.core.wish import Role
from tests.core import made_up
from tests.core.heard import heard
from tests.core.made_up import TWO_SIDED_DOSE, WALL_DOSE, WORDS, score


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
