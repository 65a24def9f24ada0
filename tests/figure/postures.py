"""Illustrations to draw: the shipped ones, people on the floor who face us, and invented ones that
no person could take.
"""

import json
import random
import tomllib
from dataclasses import replace
from pathlib import Path

from pydantic import TypeAdapter

from stretchtimer.core.illustration import Illustration, Prop
from stretchtimer.core.pose import ArmPose, LegPose, Pose
from tests.shipped import LIBRARY

SHIPPED: dict[str, Illustration] = {
    exercise.id: exercise.figure for exercise in LIBRARY.exercises.values()
}


def _written(path: Path) -> Illustration:
    """What a file holds that has nothing but a [figure]."""
    figure = tomllib.loads(path.read_text("utf-8"))["figure"]
    return TypeAdapter(Illustration).validate_json(json.dumps(figure))


ON_THE_FLOOR: dict[str, Illustration] = {
    path.stem: _written(path) for path in (Path(__file__).parent / "floor").glob("*.toml")
}
PAINTED = SHIPPED | ON_THE_FLOOR
MUSCLES = ("hamstrings", "quads:far", "calf", "glutes", "back", "chest", "neck", "upper_arm")
STANDING = Pose(
    hip=(0.0, 89.8),
    trunk=(88.0, 91.0, 90.0),
    neck=76.0,
    head=90.0,
    near_leg=LegPose(angles=(-90.0, -91.0, 0.0)),
    far_leg=LegPose(angles=(-90.0, -91.0, 0.0)),
    near_arm=ArmPose(angles=(-88.0, -78.0)),
    far_arm=ArmPose(angles=(-82.0, -72.0)),
)
FACING_US = Pose(
    hip=(0.0, 90.0),
    trunk=(90.0, 90.0, 90.0),
    neck=90.0,
    head=90.0,
    left_leg=LegPose(angles=(-93.0, -90.0)),
    right_leg=LegPose(angles=(-87.0, -90.0)),
    left_arm=ArmPose(angles=(-98.0, -92.0)),
    right_arm=ArmPose(angles=(-82.0, -88.0)),
)
SEEN_FROM_ABOVE = Pose(  # on the back, the knees fallen to either side, an arm bent on the floor
    hip=(0.0, 0.0),
    trunk=(180.0, 180.0, 180.0),
    neck=180.0,
    head=180.0,
    turn=88.0,
    gaze=90.0,
    near_leg=LegPose(knee=(19.0, -35.0), ankle=(44.0, -7.0), foot=8.0),
    far_leg=LegPose(knee=(19.0, 35.0), ankle=(44.0, 7.0), foot=-8.0),
    near_arm=ArmPose(angles=(-92.0, -178.0)),
    far_arm=ArmPose(angles=(92.0, 178.0)),
)


def invented(chance: random.Random) -> Illustration:
    """Any illustration of any view."""
    return chance.choice([invented_side, invented_front, invented_plan])(chance)


def invented_plan(chance: random.Random) -> Illustration:
    """A body from above, which is one from the side with its chest turned."""
    side = invented_side(chance)
    hold = replace(side.hold, turn=chance.uniform(-90, 90), gaze=chance.uniform(0, 180))
    props = (Prop(kind="mat", span=(-90.0, 60.0)), Prop(kind="pillow", x=-60.0))
    return replace(side, view="plan", hold=hold, props=props)


def invented_front(chance: random.Random) -> Illustration:
    """Any illustration from the front."""

    def angle() -> float:
        return chance.uniform(-360, 360)

    def point() -> tuple[float, float]:
        return chance.uniform(-60, 60), chance.uniform(0, 180)

    def shares() -> tuple[float, float, float]:
        return chance.uniform(0.1, 1), chance.uniform(0.1, 1), chance.uniform(0.4, 1)

    kind = chance.randrange(4)

    def leg() -> LegPose:
        return [
            LegPose(angles=(angle(), angle()), len=shares()),
            LegPose(angles=(angle(), angle(), angle()), len=shares()),
            LegPose(at=point()),
            LegPose(ankle=point(), knee=point(), foot=angle(), len=shares()),
        ][kind]

    def arm(other: str) -> ArmPose:
        part = chance.choice([f"{other}_thigh", f"{other}_forearm", f"{other}_hand", "neck"])
        return chance.choice(
            [
                ArmPose(angles=(angle(), angle(), angle()), len=shares(), palm=-1),
                ArmPose(at=("head", chance.uniform(-8, 8), 12.0), hand=angle(), bend=1),
                ArmPose(at=point(), shrug=(2.0, 4.0)),
                ArmPose(at=(part, chance.random(), 2.0)),
            ]
        )

    def pose() -> Pose:
        up = chance.uniform(60, 120)
        return Pose(
            hip=point(),
            trunk=(up, up, up),
            neck=up,
            head=angle(),
            turn=chance.uniform(-180, 180),
            gaze=angle(),
            left_leg=leg(),
            right_leg=leg(),
            left_arm=arm("right"),
            right_arm=arm("left"),
        )

    things = [Prop(kind="chair"), Prop(kind="door"), Prop(kind="window", x=80.0), Prop(kind="wall")]
    return Illustration(
        view="front",
        hold=pose(),
        start=pose(),
        then=(pose(), Pose()),
        cycle_s=4.0,
        props=tuple(chance.sample(things, chance.randrange(len(things)))),
        glow=("neck_side:left", "outer_hip:right", "chest:left", "waist:right", "forearm:left"),
    )


def invented_side(chance: random.Random) -> Illustration:
    """Any illustration that passes the rules of its file, however absurd."""

    def angle() -> float:
        return chance.uniform(-360, 360)

    def point() -> tuple[float, float]:
        return chance.uniform(-120, 120), chance.uniform(-20, 180)

    kind = chance.randrange(3)  # all poses of a picture give their legs in one way

    def leg() -> LegPose:
        return [
            LegPose(angles=(angle(), angle(), angle())),
            LegPose(at=point(), foot=angle(), len=(1.0, 0.3, 0.5)),
            LegPose(ankle=point(), foot=angle()),
        ][kind]

    def arm() -> ArmPose:
        part = chance.choice(["near_thigh", "far_thigh", "near_shin", "far_shin", "near_foot"])
        return chance.choice(
            [
                ArmPose(angles=(angle(), angle())),
                ArmPose(angles=(angle(), angle(), angle()), len=(0.2, 1.2, 0.7)),
                ArmPose(at=point(), hand=angle(), bend=chance.choice([-1, 1])),
                ArmPose(at=(part, chance.random(), chance.uniform(-9, 9), 4.0)),
                ArmPose(at=("head", chance.uniform(-8, 8), 12.0), shrug=(3.0, 2.0)),
            ]
        )

    def pose() -> Pose:
        return Pose(
            hip=point(),
            trunk=(angle(), angle(), angle()),
            neck=angle(),
            head=angle(),
            near_leg=leg(),
            far_leg=leg(),
            near_arm=arm(),
            far_arm=arm(),
        )

    things = [
        Prop(kind="wall", x=chance.uniform(10, 90)),
        Prop(kind="wall", x=chance.uniform(-90, -10), facing=-1),
        Prop(kind="mat", span=(-90.0, 60.0)),
        Prop(kind="pillow", x=-60.0),
        Prop(kind="chair", x=chance.uniform(-60, 60), facing=chance.choice([-1, 1])),
        Prop(kind="stool", x=chance.uniform(-60, 60), h=30.0),
        Prop(kind="band"),
        Prop(kind="loop"),
    ]
    return Illustration(
        view="side",
        hold=pose(),
        start=pose(),
        props=tuple(chance.sample(things, chance.randrange(len(things)))),
        glow=tuple(chance.sample(MUSCLES, 2)),
        hands=(
            chance.choice(["flat", "draped", "pressed", "bent", "spread"]),
            chance.choice(["grip", "clasp", "wrapped"]),
        ),
    )
