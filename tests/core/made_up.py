"""Made-up exercises, scripts and scores, and Hypothesis strategies for them."""

from dataclasses import replace

from hypothesis import strategies as st

from stretchtimer.core.exercise import Dose, Exercise, Words
from stretchtimer.core.illustration import Illustration
from stretchtimer.core.pose import ArmPose, LegPose, Pose
from stretchtimer.core.routine import Prescription
from stretchtimer.core.score import Score
from stretchtimer.core.script import Script
from stretchtimer.core.timeline import Frame, compile_phases
from stretchtimer.storage.phrases_file import load_phrases

PHRASES = load_phrases("en")
STANDING = Illustration(
    view="side",
    hold=Pose(
        hip=(0, 90),
        trunk=(90, 90, 90),
        neck=75,
        head=90,
        near_leg=LegPose(angles=(-90, -91, 0)),
        far_leg=LegPose(angles=(-89, -91, 0)),
        near_arm=ArmPose(angles=(-88, -78)),
        far_arm=ArmPose(angles=(-82, -72)),
    ),
)
WALL_DOSE = Dose(prepare_s=45, ease_s=5, hold_s=40, release_s=5, reps=6, rest_s=10)
TWO_SIDED_DOSE = Dose(
    prepare_s=40, ease_s=5, hold_s=30, release_s=5, reps=2, rest_s=10, sides=2, switch_s=15
)
WORDS = Words(
    setup=("Sit down.", "Lie back.", "Raise both legs."),
    brief="Lie down, legs up.",
    hold="Keep pushing. Breathe.",
    ease="Push your knees slowly.",
    release="Let go.",
    rest="Rest.",
    switch="Change over.",
    done="Roll to your side.",
    check="Back flat on the mat.",
)


def exercise(name="made-up", words=WORDS, dose=WALL_DOSE, **other):
    made = Exercise(
        format=1,
        id=name,
        name=name.capitalize(),
        kind="stretch",
        goal="Legs",
        region="hamstring",
        place="floor",
        position="Lying",
        dose=dose,
        words=words,
        figure=STANDING,
        limb="leg",
    )
    return replace(made, **other)


def script(*doses, explained=True, words=WORDS, **options):
    blocks = tuple(
        Prescription(exercise(f"exercise-{number}", words, dose), dose)
        for number, dose in enumerate(doses)
    )
    known = frozenset(block.exercise.id for block in blocks) if explained else frozenset()
    return Script("Made up", blocks, PHRASES, explained=known, **options)


def score(*doses, intro_s=10, outro_s=10, **options):
    made = script(*doses, **options)
    return Score("made-up", made, compile_phases(Frame(intro_s, outro_s), made.blocks))


seconds = st.integers(0, 120)
doses = st.builds(
    Dose,
    prepare_s=seconds,
    ease_s=st.integers(0, 15),
    hold_s=st.integers(1, 120),
    release_s=st.integers(0, 15),
    reps=st.sampled_from([1, 2, 3, 4, 8]),
    rest_s=st.integers(0, 40),
    sides=st.integers(1, 2),
    switch_s=st.integers(0, 30),
    left_hold_s=st.none() | st.integers(1, 120),
)
# What counts is how long a line takes and where it pauses. Letter by letter would be dear to draw.
lines = st.sampled_from(
    [
        "Rest.",
        "a",
        ". .",
        "Breathe. ",
        "Let go slowly.",
        "Push your knees slowly.",
        "Now, and only now, let go.",
        "Lie back, and let the legs come up.",
        "Sit down. Lie back. Raise both legs.",
        "Press the small of your back into the mat, then breathe.",
        "Lie down with both of your legs up, then push both knees slowly toward the wall.",
        "abcdefgh ijk. " * 8,
        "a. b. c. d. e. f. g. h. i. j. k. " * 4,
    ]
)
words = st.builds(
    Words,
    setup=st.lists(lines, min_size=1, max_size=6).map(tuple),
    brief=lines,
    hold=lines,
    ease=lines,
    release=lines,
    rest=lines,
    switch=lines,
    done=lines,
    check=lines,
)
scores = st.builds(
    lambda doses, words, **options: score(*doses, words=words, **options),
    st.lists(doses, min_size=1, max_size=3),
    words,
    intro_s=st.integers(0, 20),
    outro_s=st.integers(1, 20),
    explained=st.booleans(),
    countdown=st.sampled_from(["ticks", "digits"]),
    rate_wpm=st.integers(80, 300),
    speed=st.sampled_from([0.5, 1.0, 1.0, 4.0, 30.0]),
)
