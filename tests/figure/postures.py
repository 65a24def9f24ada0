"""Illustrations to draw: the shipped ones, and invented ones that no person could take."""

import random
from pathlib import Path

from stretchtimer.core.pose import ArmPose, Illustration, LegPose, Pose, Prop
from stretchtimer.storage.folders import Folders
from stretchtimer.storage.library import load_library

_NOBODY = Path("nobody")
_LIBRARY = load_library(Folders(data=_NOBODY, settings=_NOBODY, cache=_NOBODY))
SHIPPED: dict[str, Illustration] = {
    exercise.id: exercise.figure for exercise in _LIBRARY.exercises.values()
}
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


def invented(chance: random.Random) -> Illustration:
    """Any illustration that passes the rules of its file, however absurd."""

    def angle() -> float:
        return chance.uniform(-360, 360)

    def point() -> tuple[float, float]:
        return chance.uniform(-120, 120), chance.uniform(-20, 180)

    def leg() -> LegPose:
        return chance.choice(
            [
                LegPose(angles=(angle(), angle(), angle())),
                LegPose(at=point(), foot=angle()),
                LegPose(ankle=point(), foot=angle()),
            ]
        )

    def arm() -> ArmPose:
        part = chance.choice(["near_thigh", "far_thigh", "near_shin", "far_shin", "near_foot"])
        return chance.choice(
            [
                ArmPose(angles=(angle(), angle())),
                ArmPose(angles=(angle(), angle(), angle()), len=(0.2, 1.2, 0.7)),
                ArmPose(at=point(), hand=angle(), bend=chance.choice([-1, 1])),
                ArmPose(at=(part, chance.random(), chance.uniform(-9, 9), 4.0)),
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
        hands=(chance.choice(["flat", "rest"]), chance.choice(["grip", "clasp"])),
    )
