"""Stretch bands: a strap held in both hands, a loop round the thighs."""

from stretchtimer.core.pose import LimbSide
from stretchtimer.figure.geometry import direction, dot, left_of, unit
from stretchtimer.figure.limb import Limb
from stretchtimer.figure.scene_colors import Scene
from stretchtimer.figure.shapes import Drawing, Path, Stroke
from stretchtimer.figure.skeleton import THIGH, Skeleton

_STRAP = 2.8  # how broad it is
_BALL = 0.648  # where on the sole it lies, from the heel to the toes
_LOOP_ABOVE_KNEE, _LOOP_WIDTH = 8.0, 5.6


def draw_band(drawing: Drawing, body: Skeleton, scene: Scene, *, behind: bool) -> None:
    """A strap from both fists over the ball of the near foot; first the strand behind the body."""
    leg = body.legs["near"]
    along = direction(leg.foot_deg or 0.0)
    above = left_of(along) * leg.way
    ball = leg.sole(_BALL) - above * 0.1
    if behind:
        strand = Path().move_to(_fist(body, "far")).line_to(ball + along * 0.6)
        drawing.line(strand, Stroke(scene.band_shade, _STRAP - 0.6, round_ends=False))
        return
    half = along * (_STRAP / 2)
    near = Path().move_to(ball - above * 0.3).line_to(_fist(body, "near"))
    drawing.line(near, Stroke(scene.band, _STRAP, round_ends=False))
    under = ball - above * 0.3
    over_sole = Path().move_to(under - half * 0.7).line_to(under + half * 0.7)
    drawing.line(over_sole, Stroke(scene.band_shade, 1.3))


def _fist(body: Skeleton, side: LimbSide) -> complex:
    arm = body.arms[side]
    return arm.wrist + direction(arm.hand_deg) * 5.6


def draw_loop(drawing: Drawing, near: Limb, far: Limb, scene: Scene) -> None:
    """A loop band round both thighs, above the knee: over the near one, and across to the far one,
    whose back is hidden. The thighs are the ribbons of the legs.
    """
    upper_front, upper_back = near.across(THIGH - _LOOP_ABOVE_KNEE - _LOOP_WIDTH)
    lower_front, lower_back = near.across(THIGH - _LOOP_ABOVE_KNEE)
    out = unit(lower_front - lower_back) * 0.4
    way = unit(lower_front - upper_front)
    sag = way * 1.3
    # straight on, and flush with the far thigh, round which it goes on
    ahead_cm = dot(far.across(THIGH - _LOOP_ABOVE_KNEE)[0] - lower_front, way)
    beyond_upper = far.across(THIGH - _LOOP_ABOVE_KNEE - _LOOP_WIDTH - ahead_cm)[0] - out
    beyond_lower = far.across(THIGH - _LOOP_ABOVE_KNEE - ahead_cm)[0] - out
    across = (
        Path()
        .move_to(upper_front + out)
        .curve_to(upper_front + out * 2, beyond_upper + out * 2, beyond_upper)
        .line_to(beyond_lower)
        .curve_to(beyond_lower + out * 2, lower_front + out * 2, lower_front + out)
    )
    drawing.fill(across.close(), scene.band_shade)
    path = (
        Path()
        .move_to(upper_front + out)
        .line_to(lower_front + out)
        .curve_to(lower_front + sag, lower_back + sag, lower_back - out)
        .line_to(upper_back - out)
        .curve_to(upper_back + sag, upper_front + sag, upper_front + out)
    )
    drawing.fill(path, scene.band)
