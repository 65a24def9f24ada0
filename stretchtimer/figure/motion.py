"""How a figure moves: into the pose with the phase, breathing in the hold, out again.

Where the figure stands depends only on the time in the phase, so that pausing freezes it and
skipping moves it.
"""

import math
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

from stretchtimer.core.phase import PhaseKind
from stretchtimer.core.pose import ArmPose, Illustration, LegPose, Point, Pose
from stretchtimer.figure.geometry import clamp, mix, mix_angle
from stretchtimer.figure.skeleton import SIDES, ArmMix, LimbSide, Posture

_Value = TypeVar("_Value")
Target = tuple[float | str, ...]

BREATH_MS = 5_500  # one calm breath
MOVE_MS = 2_000  # in and out of a pose where the dose gives no time for it
_BREATH_FADES_MS = 500
_GLOW_GROWS_MS = 20_000
_GLOW_AT_ONCE = 0.72  # share of the glow that is there when the hold begins


@dataclass(frozen=True, slots=True)
class Moment:
    """How far into the pose (`pose_t`: 0 the start, 1 the hold), how the chest stands (`breath`:
    -1 to 1), and how strongly the working muscle glows (`glow`: 0 to 1).
    """

    pose_t: float
    breath: float = 0.0
    glow: float = 0.0


def moment(
    kind: PhaseKind,
    elapsed_ms: int,
    length_ms: int,
    *,
    exercise_kind: Literal["stretch", "drill", "rest"] = "stretch",
    cycle_ms: int | None = None,
    eased_in: bool = True,
    reduced_motion: bool = False,
) -> Moment:
    """Where the figure stands `elapsed_ms` into a phase of `length_ms`.

    A drill moves to and fro every `cycle_ms`. `eased_in` is False for a hold that no ease leads to.
    """
    share = clamp(elapsed_ms / length_ms, 0.0, 1.0) if length_ms else 1.0
    breath = 0.0 if reduced_motion else _breath(elapsed_ms, length_ms)
    drill = exercise_kind == "drill" and cycle_ms is not None
    match kind:
        case PhaseKind.EASE:
            t = 1.0 if reduced_motion else share
            return Moment(t, 0.0, _glow(t, 0.0))
        case PhaseKind.RELEASE if not drill:
            t = 0.0 if reduced_motion else 1.0 - share
            return Moment(t, 0.0, _glow(t, 1.0))
        case PhaseKind.HOLD if cycle_ms is not None and drill:
            t = 1.0 if reduced_motion else _to_and_fro(elapsed_ms, length_ms, cycle_ms)
            return Moment(t, 0.0, _glow(t, 1.0))
        case PhaseKind.HOLD:
            t = 1.0 if eased_in or reduced_motion else clamp(elapsed_ms / MOVE_MS, 0.0, 1.0)
            held = elapsed_ms / max(1, min(_GLOW_GROWS_MS, length_ms))
            return Moment(t, breath, _glow(t, held))
        case _:
            return Moment(0.0, breath, 0.0)


def _breath(elapsed_ms: int, length_ms: int) -> float:
    """A sine, still at both ends of the phase, so that nothing jumps where the next begins."""
    fade = clamp(min(elapsed_ms, length_ms - elapsed_ms) / _BREATH_FADES_MS, 0.0, 1.0)
    return fade * math.sin(2 * math.pi * elapsed_ms / BREATH_MS)


def _to_and_fro(elapsed_ms: int, length_ms: int, cycle_ms: int) -> float:
    """Whole cycles only: what remains of the time is spent at the start, where the release is."""
    whole_ms = length_ms - length_ms % cycle_ms
    return 0.0 if elapsed_ms >= whole_ms else _wave(elapsed_ms / cycle_ms)


def _wave(cycles: float) -> float:
    """A way from 0 to 1 and back, once in each cycle; `ease` makes it smooth."""
    return 1.0 - abs(1.0 - 2.0 * (cycles % 1.0))


def _glow(t: float, held: float) -> float:
    """Grows with the pose, and then softly with the hold; `held` is the share of that growth."""
    arrived = ease(clamp((t - 0.15) / 0.85, 0.0, 1.0))
    return arrived * mix(_GLOW_AT_ONCE, 1.0, ease(clamp(held, 0.0, 1.0)))


def ease(t: float) -> float:
    """A smooth way from 0 to 1: slow, quicker, slow."""
    return 0.5 - 0.5 * math.cos(math.pi * t)


def posture_at(illustration: Illustration, at: Moment) -> Posture:
    """The posture of an illustration at a moment."""
    hold = illustration.hold
    start = illustration.start.over(hold)
    return _between(start, hold, clamp(at.pose_t, 0.0, 1.0), illustration, at.breath)


def _between(
    start: Pose, hold: Pose, t: float, illustration: Illustration, breath: float
) -> Posture:
    eased = ease(t)
    hip, anchor = _place(start, hold, eased)
    trunk = [
        mix_angle(a, b, ease(clamp(1.12 * t - 0.06 * lag, 0.0, 1.0)))
        for lag, (a, b) in enumerate(zip(_known(start.trunk), _known(hold.trunk), strict=True))
    ]
    late = ease(clamp(1.15 * t - 0.15, 0.0, 1.0))
    legs: dict[LimbSide, LegPose] = {}
    arms: dict[LimbSide, ArmPose | ArmMix] = {}
    for side in SIDES:
        legs[side] = _leg(
            _known(getattr(start, f"{side}_leg")), _known(getattr(hold, f"{side}_leg")), eased
        )
        arms[side] = _arm(
            _known(getattr(start, f"{side}_arm")), _known(getattr(hold, f"{side}_arm")), eased
        )
    return Posture(
        hip=hip,
        anchor=anchor,
        trunk=(trunk[0], trunk[1], trunk[2]),
        neck=mix_angle(_known(start.neck), _known(hold.neck), late),
        head=mix_angle(_known(start.head), _known(hold.head), late),
        legs=legs,
        arms=arms,
        depth=complex(*illustration.depth),
        breath=breath,
    )


def _known(value: _Value | None) -> _Value:
    """A value that a complete pose has."""
    if value is None:
        raise ValueError("the pose is not complete")
    return value


def _place(start: Pose, hold: Pose, t: float) -> tuple[complex | None, tuple[str, complex] | None]:
    if hold.anchor is not None and start.anchor is not None:
        begin, end = complex(*start.anchor[1:]), complex(*hold.anchor[1:])
        return None, (hold.anchor[0], begin + (end - begin) * t)
    begin, end = complex(*_known(start.hip)), complex(*_known(hold.hip))
    return begin + (end - begin) * t, None


def _leg(start: LegPose, hold: LegPose, t: float) -> LegPose:
    if start.angles is not None and hold.angles is not None:
        a, b = start.angles, hold.angles
        return LegPose(
            angles=(mix_angle(a[0], b[0], t), mix_angle(a[1], b[1], t), mix_angle(a[2], b[2], t))
        )
    if t in (0.0, 1.0) or (start.angles is None) != (hold.angles is None):
        return start if t < 0.5 else hold
    foot = mix_angle(_known(start.foot), _known(hold.foot), t)
    if start.at is not None and hold.at is not None:
        return LegPose(foot=foot, at=_mix_points(start.at, hold.at, t))
    if start.ankle is not None and hold.ankle is not None:
        return LegPose(foot=foot, ankle=_mix_points(start.ankle, hold.ankle, t))
    return start if t < 0.5 else hold


def _mix_points(start: Point, hold: Point, t: float) -> Point:
    return mix(start[0], hold[0], t), mix(start[1], hold[1], t)


def _arm(start: ArmPose, hold: ArmPose, t: float) -> ArmPose | ArmMix:
    if t <= 0.0 or start == hold:
        return start
    if t >= 1.0:
        return hold
    lengths = [mix(x, y, t) for x, y in zip(start.len, hold.len, strict=True)]
    share = (lengths[0], lengths[1], lengths[2])
    if start.angles is not None and hold.angles is not None:
        a = (*start.angles, start.angles[1])[:3]
        b = (*hold.angles, hold.angles[1])[:3]
        angles = tuple(mix_angle(x, y, t) for x, y in zip(a, b, strict=True))
        return replace(hold, angles=angles, len=share)
    if start.hand is None and hold.hand is None and start.bend == hold.bend:
        target = _slide(start.at, hold.at, t)
        if target is not None:
            return replace(hold, at=target, len=share)
    return ArmMix(start, hold, t)


def _slide(start: Target | None, hold: Target | None, t: float) -> Target | None:
    """The target on its way, where a hand stays on the same part of a leg or goes between points;
    None where it does not.
    """
    if start is None or hold is None or isinstance(start[0], str) != isinstance(hold[0], str):
        return None
    if isinstance(start[0], str) and start[0] != hold[0]:
        return None
    part = start[:1] if isinstance(start[0], str) else ()
    a, b = ((*target[len(part) :], 0.0, 0.0)[:3] for target in (start, hold))
    moved = tuple(mix(float(x), float(y), t) for x, y in zip(a, b, strict=True))
    return (*part, *moved) if part else moved[:2]
