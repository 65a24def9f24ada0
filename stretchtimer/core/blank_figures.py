"""Figures to begin with: somebody who does nothing yet, in each view."""

from collections.abc import Mapping

from stretchtimer.core.illustration import Illustration
from stretchtimer.core.pose import ArmPose, LegPose, Pose, View

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
_FACING_US = Illustration(
    view="front",
    hold=Pose(
        hip=(0, 90),
        trunk=(90, 90, 90),
        neck=90,
        head=90,
        left_leg=LegPose(angles=(-91, -90)),
        right_leg=LegPose(angles=(-89, -90)),
        left_arm=ArmPose(angles=(-99, -93)),
        right_arm=ArmPose(angles=(-81, -87)),
    ),
)
_LYING = Illustration(
    view="plan",
    hold=Pose(
        hip=(0, 0),
        trunk=(180, 180, 180),
        neck=178,
        head=178,
        near_leg=LegPose(angles=(60, -20, 70)),
        far_leg=LegPose(angles=(60, -20, 70)),
        near_arm=ArmPose(angles=(80, 90), len=(0.9, 0.9, 0.9)),
        far_arm=ArmPose(angles=(90, 100), len=(0.8, 0.8, 0.8)),
    ),
)
BLANK: Mapping[View, Illustration] = {"side": STANDING, "front": _FACING_US, "plan": _LYING}
