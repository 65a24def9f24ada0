"""How a figure moves: into the pose with the phase, breathing in the hold, out again.

Where the figure stands depends only on the time in the phase, so that pausing freezes it and
skipping moves it.
"""

import math
from dataclasses import dataclass, replace
from typing import Literal

from stretchtimer.core.illustration import Illustration
from stretchtimer.core.phase import PhaseKind
from stretchtimer.core.pose import SIDES, ArmPose, LegPose, LimbSide, Point, Pose, Shares, known
from stretchtimer.figure.geometry import angle_of, clamp, direction, mix, mix_angle, wrapped
from stretchtimer.figure.skeleton import ArmMix, Posture

Target = tuple[float | str, ...]

BREATH_MS = 5_500  # one calm breath
MOVE_MS = 2_000  # in and out of a pose where the dose gives no time for it
_BREATH_FADES_MS = 500
_GLOW_GROWS_MS = 20_000
_GLOW_AT_ONCE = 0.72  # share of the glow that is there when the hold begins
_OVER_THE_BODY = 0.45  # how long an arm looks that points at us, and at the feet a little
_LEAST_SHARE = 0.05  # what is seen of a bone that points right at us
_GLOW_BETWEEN, _DRILL_GLOW_MS = 0.45, 1_500  # a drill's muscle works all along
_HALF_TURN_DEG = 180.0
_FLOW = 0.5  # how far a drill of many poses stops at each: 0 not at all, 1 wholly


@dataclass(frozen=True, slots=True)
class Moment:
    """How far into the pose (`pose_t`: 0 the start, 1 the hold), how the chest stands (`breath`:
    -1 to 1), and how strongly the working muscle glows (`glow`: 0 to 1). `round_t` is the share of
    a drill's round that is done.
    """

    pose_t: float
    breath: float = 0.0
    glow: float = 0.0
    round_t: float = 0.0


def moment(
    kind: PhaseKind,
    elapsed_ms: int,
    length_ms: int,
    *,
    exercise_kind: Literal["stretch", "drill", "rest"] = "stretch",
    cycle_ms: int | None = None,
    breath_ms: int = BREATH_MS,
    eased_in: bool = True,
    reduced_motion: bool = False,
) -> Moment:
    """Where the figure stands `elapsed_ms` into a phase of `length_ms`.

    A drill does a round every `cycle_ms`, and a breath takes `breath_ms`. `eased_in` is False for a
    hold that no ease leads to.
    """
    share = clamp(elapsed_ms / length_ms, 0.0, 1.0) if length_ms else 1.0
    breath = 0.0 if reduced_motion else _breath(elapsed_ms, length_ms, breath_ms)
    drill = exercise_kind == "drill" and cycle_ms is not None
    match kind:
        case PhaseKind.EASE:
            t = 1.0 if reduced_motion else share
            return Moment(t, 0.0, _glow(t, 0.0))
        case PhaseKind.RELEASE if not drill:
            t = 0.0 if reduced_motion else 1.0 - share
            return Moment(t, 0.0, _glow(t, 1.0))
        case PhaseKind.HOLD if cycle_ms is not None and drill:
            if reduced_motion:
                return Moment(1.0, 0.0, 1.0)
            round_t = _round_share(elapsed_ms, length_ms, cycle_ms)
            t = 1.0 - abs(1.0 - 2.0 * round_t)  # there and back
            worked = clamp(min(elapsed_ms, length_ms - elapsed_ms) / _DRILL_GLOW_MS, 0.0, 1.0)
            return Moment(t, 0.0, ease(worked) * mix(_GLOW_BETWEEN, 1.0, ease(t)), round_t)
        case PhaseKind.HOLD:
            t = 1.0 if eased_in or reduced_motion else clamp(elapsed_ms / MOVE_MS, 0.0, 1.0)
            held = elapsed_ms / max(1, min(_GLOW_GROWS_MS, length_ms))
            return Moment(t, breath, _glow(t, held))
        case _:
            return Moment(0.0, breath, 0.0)


def _breath(elapsed_ms: int, length_ms: int, breath_ms: int) -> float:
    """A sine, still at both ends of the phase, so that nothing jumps where the next begins."""
    fade = clamp(min(elapsed_ms, length_ms - elapsed_ms) / _BREATH_FADES_MS, 0.0, 1.0)
    return fade * math.sin(2 * math.pi * elapsed_ms / breath_ms)


def _round_share(elapsed_ms: int, length_ms: int, cycle_ms: int) -> float:
    """Whole rounds only: what remains of the time is spent at the start, where the release is."""
    whole_ms = length_ms - length_ms % cycle_ms
    return 0.0 if elapsed_ms >= whole_ms else elapsed_ms / cycle_ms % 1.0


def _glow(t: float, held: float) -> float:
    """Grows with the pose, and then softly with the hold; `held` is the share of that growth."""
    arrived = ease(clamp((t - 0.15) / 0.85, 0.0, 1.0))
    return arrived * mix(_GLOW_AT_ONCE, 1.0, ease(clamp(held, 0.0, 1.0)))


def ease(t: float) -> float:
    """A smooth way from 0 to 1: slow, quicker, slow."""
    return 0.5 - 0.5 * math.cos(math.pi * t)


def posture_at(illustration: Illustration, at: Moment) -> Posture:
    """The posture of an illustration at a moment."""
    poses = illustration.poses
    if len(poses) > 2 and at.round_t:
        way = at.round_t * len(poses)
        i = min(int(way), len(poses) - 1)
        t = mix(way - i, ease(way - i), _FLOW)
        return _between(poses[i], poses[(i + 1) % len(poses)], t, illustration, at.breath)
    return _between(poses[0], poses[1], clamp(at.pose_t, 0.0, 1.0), illustration, at.breath)


def _between(
    start: Pose, hold: Pose, t: float, illustration: Illustration, breath: float
) -> Posture:
    eased, late = ease(t), ease(clamp(1.15 * t - 0.15, 0.0, 1.0))
    hip, anchor = _place(start, hold, eased)
    trunk = [
        mix_angle(a, b, ease(clamp(1.12 * t - 0.06 * lag, 0.0, 1.0)))
        for lag, (a, b) in enumerate(zip(known(start.trunk), known(hold.trunk), strict=True))
    ]
    legs: dict[LimbSide, LegPose] = {}
    arms: dict[LimbSide, ArmPose | ArmMix] = {}
    for side in SIDES[illustration.view]:
        legs[side] = _leg(start.leg(side), hold.leg(side), eased)
        way = _arm_over_us if illustration.view == "plan" else _arm
        arms[side] = way(start.arm(side), hold.arm(side), eased)
    return Posture(
        view=illustration.view,
        hip=hip,
        anchor=anchor,
        trunk=(trunk[0], trunk[1], trunk[2]),
        neck=mix_angle(known(start.neck), known(hold.neck), late),
        head=mix_angle(known(start.head), known(hold.head), late),
        turn=mix(start.turn or 0.0, hold.turn or 0.0, eased),
        gaze=mix(start.gaze or 0.0, hold.gaze or 0.0, late),
        lean=mix(start.lean or 0.0, hold.lean or 0.0, eased),
        legs=legs,
        arms=arms,
        depth=complex(*illustration.depth),
        breath=breath,
    )


def _mix_written(start_deg: float, end_deg: float, t: float) -> float:
    """Between two angles of an arm: the shorter way round, but as they are written where one is
    beyond half a turn. Who writes 262 for -98 wants the arm to go the other way; nothing else of a
    body can.
    """
    if max(abs(start_deg), abs(end_deg)) > _HALF_TURN_DEG:
        return mix(start_deg, end_deg, t)
    return mix_angle(start_deg, end_deg, t)


def _place(start: Pose, hold: Pose, t: float) -> tuple[complex | None, tuple[str, complex] | None]:
    if hold.anchor is not None and start.anchor is not None:
        begin, end = complex(*start.anchor[1:]), complex(*hold.anchor[1:])
        return None, (hold.anchor[0], begin + (end - begin) * t)
    begin, end = complex(*known(start.hip)), complex(*known(hold.hip))
    return begin + (end - begin) * t, None


def _leg(start: LegPose, hold: LegPose, t: float) -> LegPose:
    if t <= 0.0 or start == hold:
        return start
    if t >= 1.0:
        return hold
    share = _mix_shares(start.len, hold.len, t)
    if start.angles is not None and hold.angles is not None:
        return LegPose(angles=_mix_joined(start.angles, hold.angles, t), len=share)
    foot = hold.foot if start.foot is None or hold.foot is None else start.foot
    if foot is not None and hold.foot is not None:
        as_written = min(foot, hold.foot) < -_HALF_TURN_DEG
        foot = mix(foot, hold.foot, t) if as_written else mix_angle(foot, hold.foot, t)
    if start.at is not None and hold.at is not None:
        return LegPose(foot=foot, at=_mix_points(start.at, hold.at, t), len=share)
    if start.ankle is not None and hold.ankle is not None:
        knee = None
        if start.knee is not None and hold.knee is not None:
            knee = _mix_points(start.knee, hold.knee, t)
        ankle = _mix_points(start.ankle, hold.ankle, t)
        return LegPose(foot=foot, ankle=ankle, knee=knee, len=share)
    return start if t < 0.5 else hold


def _mix_joined(start: tuple[float, ...], hold: tuple[float, ...], t: float) -> tuple[float, ...]:
    """Between the angles of thigh, shin and sole: the thigh goes the shorter way round, and what
    hangs on it turns as it does, so that no knee and no ankle bends round the other way.
    """
    mixed: list[float] = []
    turned_deg = 0.0
    for begin_deg, end_deg in zip(start, hold, strict=False):
        turn_deg = wrapped(end_deg - begin_deg)
        if mixed:
            turn_deg += 360.0 * round((turned_deg - turn_deg) / 360.0)
        mixed.append(begin_deg + turn_deg * t)
        turned_deg = turn_deg
    return tuple(mixed)


def _mix_shares(start: Shares, hold: Shares, t: float) -> Shares:
    return mix(start[0], hold[0], t), mix(start[1], hold[1], t), mix(start[2], hold[2], t)


def _mix_points(start: Point, hold: Point, t: float) -> Point:
    return mix(start[0], hold[0], t), mix(start[1], hold[1], t)


def _arm(start: ArmPose, hold: ArmPose, t: float) -> ArmPose | ArmMix:
    if t <= 0.0 or start == hold:
        return start
    if t >= 1.0:
        return hold
    share = _mix_shares(start.len, hold.len, t)
    shrug = _mix_points(start.shrug, hold.shrug, t)
    if start.angles is not None and hold.angles is not None:
        a = (*start.angles, start.angles[1])[:3]
        b = (*hold.angles, hold.angles[1])[:3]
        angles = tuple(_mix_written(x, y, t) for x, y in zip(a, b, strict=True))
        return replace(hold, angles=angles, len=share, shrug=shrug)
    alike = start.bend == hold.bend and start.straight == hold.straight
    target = _slide(start.at, hold.at, t) if alike else None
    if target is not None and (start.hand is None) == (hold.hand is None):
        hand = None
        if start.hand is not None and hold.hand is not None:
            hand = _mix_written(start.hand, hold.hand, t)
        return replace(hold, at=target, hand=hand, len=share, shrug=shrug)
    return ArmMix(start, hold, t)


def _arm_over_us(start: ArmPose, hold: ArmPose, t: float) -> ArmPose | ArmMix:
    """Seen from above an arm that goes to the other side is lifted towards us on its way."""
    if start.angles is None or hold.angles is None or not 0.0 < t < 1.0:
        return _arm(start, hold, t)
    bones = [
        _seen_bone(a, b, t)
        for a, b in zip(_whole(start.angles, start.len), _whole(hold.angles, hold.len), strict=True)
    ]
    (upper_deg, upper), (fore_deg, fore), (hand_deg, hand) = bones
    return replace(hold, angles=(upper_deg, fore_deg, hand_deg), len=(upper, fore, hand))


def _whole(angles: tuple[float, ...], shares: Shares) -> list[tuple[float, float]]:
    """Angle and share of upper arm, forearm and hand."""
    return list(zip((*angles, angles[1])[:3], shares, strict=True))


def _seen_bone(
    start: tuple[float, float], hold: tuple[float, float], t: float
) -> tuple[float, float]:
    """Angle and share of a bone that swings towards us and away."""
    seen = direction(start[0]) * start[1] * (1.0 - t) + direction(hold[0]) * hold[1] * t
    if (direction(start[0]) / direction(hold[0])).real < 0.0:  # to the other side, over the body
        seen += _OVER_THE_BODY * 4.0 * t * (1.0 - t)
    return angle_of(seen), clamp(abs(seen), _LEAST_SHARE, 1.0)


def _slide(start: Target | None, hold: Target | None, t: float) -> Target | None:
    """The target on its way, where a hand stays on the same part of the body or goes between
    points; None where it does not.
    """
    if start is None or hold is None or isinstance(start[0], str) != isinstance(hold[0], str):
        return None
    if isinstance(start[0], str) and start[0] != hold[0]:
        return None
    part = start[:1] if isinstance(start[0], str) else ()
    length = max(len(start), len(hold)) - len(part)
    a, b = ((*target[len(part) :], 0.0, 0.0)[:length] for target in (start, hold))
    return *part, *(mix(float(x), float(y), t) for x, y in zip(a, b, strict=True))
