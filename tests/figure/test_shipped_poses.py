"""The shipped pictures: what should touch does touch, and nothing goes through anything."""

from functools import cache
from itertools import pairwise

import pytest

from stretchtimer.core.illustration import Prop
from stretchtimer.core.pose import SIDES
from stretchtimer.figure.bands import draw_loop
from stretchtimer.figure.colors import color
from stretchtimer.figure.geometry import unit
from stretchtimer.figure.legs import draw_parting, leg_flesh
from stretchtimer.figure.motion import Moment
from stretchtimer.figure.muscles import HALO_CM, PLACES, draw_muscle
from stretchtimer.figure.palette import Look, palette
from stretchtimer.figure.props import (
    box,
    hangs_beside_a_seat,
    room_ends,
    seat_height,
    seat_width,
    support,
)
from stretchtimer.figure.scene import Scene
from stretchtimer.figure.shadows import draw_shadows
from stretchtimer.figure.shapes import Drawing
from stretchtimer.figure.skeleton import THIGH
from tests.figure.postures import SHIPPED

TIMES = (0.0, 0.5, 1.0)
TOUCHES_CM = 1.5
# Which feet stand on the floor, at the start and in the hold.
STANDING_FEET = {
    "ham-seated": (("near", "far"), ("far",)),
    "ham-standing": (("near", "far"), ("near", "far")),
    "ham-chair": (("far",), ("far",)),
    "ham-band": (("far",), ("far",)),
    "knee-chest-single": (("far",), ("far",)),
    "squat-banded": (("near", "far"), ("near", "far")),
    "catcow-seated": (("near", "far"), ("near", "far")),
    "thoracic-chair": (("near", "far"), ("near", "far")),
    "knee-hug-seated": (("far",), ("far",)),
    "hipflexor-lunge": (("far",), ("far",)),
    "quad-standing": (("far",), ("far",)),
    "calf-wall": (("near", "far"), ("near", "far")),
    "bridge": (("near", "far"), ("near", "far")),
    "ham-supine-90": (("far",), ("far",)),
    "pelvic-tilt": (("near", "far"), ("near", "far")),
    "ankle-circles": (("far",), ("far",)),
    "eyes-20": (("near", "far"), ("near", "far")),
    "desk-hinge": (("near", "far"), ("near", "far")),
    "stand-march": (("near", "far"), ("far",)),
}


@cache
def scene_of(name):
    return Scene(SHIPPED[name], palette(Look()))


def body_of(name, pose_t):
    return scene_of(name).body(Moment(pose_t))


def parts(point, along):
    """How far `point` is along a way, and to the left of it."""
    turned = point / unit(along)
    return turned.real, turned.imag


@pytest.mark.parametrize("name", STANDING_FEET)
@pytest.mark.parametrize("pose_t", TIMES)
def test_planted_feet_stand_on_the_floor_all_the_way(name, pose_t):
    body = body_of(name, pose_t)
    at_start, in_hold = STANDING_FEET[name]
    feet = at_start if pose_t == 0 else in_hold
    for side in feet:
        for share in (0.0, 1.0):
            height = (body.legs[side].sole(share) - body.shift(side)).imag
            assert abs(height) < 0.5


@pytest.mark.parametrize("pose_t", TIMES)
@pytest.mark.parametrize("side", ["near", "far"])
def test_the_heels_are_on_the_wall(pose_t, side):
    illustration = SHIPPED["ham-wall"]
    heel = body_of("ham-wall", pose_t).legs[side].sole(0.0)
    assert abs(heel.real - room_ends(illustration.props)[1]) < TOUCHES_CM


@pytest.mark.parametrize("pose_t", [0.0, 0.25, 0.5, 0.75, 1.0])
def test_the_heel_of_the_seated_stretch_slides_along_the_floor(pose_t):
    heel = body_of("ham-seated", pose_t).legs["near"].sole(0.0)
    assert abs(heel.imag) < 1.0


def test_the_seat_carries_who_sits():
    for name in ("ham-seated", "ham-chair", "catcow-seated", "thoracic-chair", "knee-hug-seated",
        "ankle-circles", "eyes-20"):  # fmt: skip
        illustration = SHIPPED[name]
        chair = next(prop for prop in illustration.props if prop.kind == "chair")
        for pose_t in TIMES:
            body = body_of(name, pose_t)
            assert abs(body.hip.real - chair.x) < 21
            flesh = leg_flesh(body, "near", lambda point: point)
            lowest = min(point.imag for point in flesh.limb.back[:12])
            assert -3.0 < lowest - seat_height(chair) < 0.5


def test_the_squat_comes_down_to_the_chair():
    chair = SHIPPED["squat-banded"].props[0]
    flesh = leg_flesh(body_of("squat-banded", 1.0), "near", lambda point: point)
    lowest = min(point.imag for point in flesh.limb.back[:12])
    assert abs(lowest - seat_height(chair)) < TOUCHES_CM


def test_the_calves_lie_on_the_seat():
    chair = SHIPPED["legs-on-chair"].props[0]
    body = body_of("legs-on-chair", 1.0)
    ankle = body.legs["near"].ankle
    assert abs(ankle.real - chair.x) < 21
    assert abs(ankle.imag - 6.0 - seat_height(chair)) < TOUCHES_CM


def test_the_feet_on_the_seat_are_free_of_its_back():
    illustration = SHIPPED["legs-on-chair"]
    chair = next(prop for prop in illustration.props if prop.kind == "chair")
    for leg in body_of("legs-on-chair", 1.0).legs.values():
        toes = max(leg.sole(share).real for share in (0.0, 1.0))
        assert toes < chair.x + seat_width(chair) / 2


@pytest.mark.parametrize(
    "name",
    [
        name
        for name, illustration in SHIPPED.items()
        if illustration.view == "side" and any(prop.kind == "mat" for prop in illustration.props)
    ],
)
@pytest.mark.parametrize("pose_t", TIMES)
def test_the_mat_is_as_long_as_who_lies_on_it(name, pose_t):
    mat = next(prop for prop in SHIPPED[name].props if prop.kind == "mat")
    body = body_of(name, pose_t)
    begin, end = mat.span
    for point in body.points():
        if point.imag < 5.0:
            assert begin < point.real < end + 4.0  # its far edge is further right


@pytest.mark.parametrize("pose_t", TIMES)
def test_the_fingers_stay_on_the_chin(pose_t):
    body = body_of("chin-tuck", pose_t)
    assert abs(body.arms["near"].tip - body.in_head(8.5, -5.6)) < 2


@pytest.mark.parametrize("pose_t", TIMES)
@pytest.mark.parametrize("name", ["wrist-flex", "wrist-ext"])
def test_the_other_hand_holds_the_fingers_that_it_bends(name, pose_t):
    near, far = (body_of(name, pose_t).arms[side] for side in ("near", "far"))
    along, across = parts(far.palm - near.wrist, near.tip - near.wrist)
    assert 5 < along < 12  # from the knuckles on, with the finger tips free
    assert abs(across) < 4


@pytest.mark.parametrize("pose_t", TIMES)
def test_both_hands_hold_the_thigh_from_behind(pose_t):
    body = body_of("knee-hug-seated", pose_t)
    leg = body.legs["near"]
    for arm in body.arms.values():
        along, across = parts(arm.palm - leg.hip, leg.knee - leg.hip)
        assert 0.65 < along / THIGH < 0.85
        assert -9 < across < -5  # behind the bone by as much as flesh is there


@pytest.mark.parametrize("pose_t", TIMES)
def test_the_lifted_foot_hangs_clear_of_the_other_knee(pose_t):
    legs = body_of("knee-hug-seated", pose_t).legs
    sole = [legs["near"].sole(share) for share in (0.0, 0.5, 1.0)]
    if pose_t == 1.0:
        assert min(point.imag for point in sole) > legs["far"].knee.imag + 5
    # on its way it is before the other shin
    assert min(point.real for point in sole) > legs["far"].ankle.real


@pytest.mark.parametrize("pose_t", TIMES)
def test_hands_hold_the_head_from_behind_and_leave_the_face_free(pose_t):
    body = body_of("thoracic-chair", pose_t)
    crown = body.in_head(0.0, 1.0) - body.atlas
    order = SHIPPED["thoracic-chair"].painted_order
    for side, arm in body.arms.items():
        up, behind = parts(arm.palm - body.atlas, crown)
        assert 8 < up < 18
        assert 2 < behind < 10
        assert order.index(f"{side}_arm") < order.index("head")
        # the elbow is well before the face, which lies free between the arm and the head
        up, behind = parts(arm.elbow - body.atlas, crown)
        assert up > 0
        assert behind < -20


@pytest.mark.parametrize("name", ["ham-supine-90", "knees-chest", "knee-chest-single"])
@pytest.mark.parametrize("pose_t", [0.0, 0.25, 0.5, 0.75, 1.0])
def test_the_hand_holds_behind_the_thigh(name, pose_t):
    body = body_of(name, pose_t)
    thigh = body.legs["near"].knee - body.legs["near"].hip
    held = (body.arms["near"].palm - body.legs["near"].hip) * thigh.conjugate() / abs(thigh)
    assert 0.65 < held.real / abs(thigh) < 1.0
    assert -9.0 < held.imag < -3.0


@pytest.mark.parametrize("pose_t", [0.0, 0.25, 0.5, 0.75, 1.0])
def test_the_palms_lie_flat_on_the_wall(pose_t):
    wall = room_ends(SHIPPED["calf-wall"].props)[1]
    for arm in body_of("calf-wall", pose_t).arms.values():
        assert 85 < arm.hand_deg < 92
        assert 1.5 < wall - arm.palm.real < 2.5  # as thick as an edge-on hand is


def parting(body):
    near, far = (leg_flesh(body, side, lambda point: point) for side in ("near", "far"))
    drawing = Drawing()
    draw_parting(drawing, near, far.limb, color("#000000"))
    return drawing.items


def test_a_shadow_parts_legs_that_cross_and_only_those():
    assert parting(body_of("ham-chair", 1.0))
    assert not parting(body_of("hipflexor-lunge", 1.0))


def shadow_ends(name, pose_t):
    drawing = Drawing()
    draw_shadows(drawing, body_of(name, pose_t), room_ends(()), palette(Look()).scene)
    return [
        end
        for blot in drawing.items
        for end in (blot.centre.real - blot.half_width, blot.centre.real + blot.half_width)
    ]


@pytest.mark.parametrize("name", ["ankle-circles", "ham-standing", "hipflexor-lunge"])
def test_no_shadow_grows_or_shrinks_at_once(name):
    """Between two pictures of a move of 4 s."""
    ends = [shadow_ends(name, step / 120) for step in range(121)]
    for before, after in pairwise(ends):
        assert after == pytest.approx(before, abs=3.0)


@pytest.mark.parametrize("name", ["knees-chest", "knee-chest-single", "legs-on-chair"])
def test_no_arm_hides_most_of_the_glow_of_the_low_back(name):
    flesh = scene_of(name).flesh(Moment(1.0))
    trunk, arm, place = flesh.ribbons["torso"], flesh.ribbons["near_arm"], PLACES["lower_back"]
    seen = 0
    for u in range(round(place.from_u) + 1, round(place.to_u)):
        front, back = trunk.across(u)
        middle, rim = (front + back) / 2, (place.inner + place.outer) / 2
        point = middle + (back - middle) * rim
        seen += all(abs(point - bone) > 4.0 for bone in arm.centres)
    assert seen > 0.65 * (place.to_u - place.from_u - 1)


@pytest.mark.parametrize(
    "name", ["knee-hug-seated", "knees-chest", "knee-chest-single", "squat-banded"]
)
def test_the_gluteus_of_a_bent_hip_is_an_oval_and_no_crescent(name):
    leg, place = scene_of(name).flesh(Moment(1.0)).ribbons["near_leg"], PLACES["glutes"]
    draw_muscle(Drawing(), leg, place, 1.0, palette(Look()))
    belly = leg.bellies[place]
    middle, radius = max(belly.halo, key=lambda spot: spot[1])
    assert abs(middle - (belly.begin + belly.end) / 2) < radius - HALO_CM


@pytest.mark.parametrize("pose_t", TIMES)
def test_a_loop_goes_straight_on_round_the_far_thigh(pose_t):
    body, drawing = body_of("squat-banded", pose_t), Drawing()
    near, far = (leg_flesh(body, side, lambda point: point).limb for side in ("near", "far"))
    draw_loop(drawing, near, far, palette(Look()).scene)
    numbers = drawing.items[0].path.numbers
    upper, beyond_upper, beyond_lower, lower = (complex(*numbers[i : i + 2]) for i in (0, 6, 8, 14))
    ahead_cm, _ = parts(beyond_upper + beyond_lower - upper - lower, lower - upper)
    assert abs(ahead_cm / 2) < 1.0


@pytest.mark.parametrize("pose_t", TIMES)
def test_the_hands_carry_weight_on_the_desk(pose_t):
    desk = box(SHIPPED["desk-hinge"].props[0], "side")
    for arm in body_of("desk-hinge", pose_t).arms.values():
        assert desk[0] < arm.palm.real < desk[2]
        assert 1 < arm.palm.imag - desk[3] < 3


@pytest.mark.parametrize("name", ["ham-band", "ham-wall", "knees-chest", "legs-on-chair"])
@pytest.mark.parametrize("pose_t", TIMES)
def test_who_lies_is_on_the_floor(name, pose_t):
    body = body_of(name, pose_t)
    assert 9.0 < body.hip.imag < 13.0
    assert 5.0 < body.c7.imag < 14.0


@pytest.mark.parametrize("name", [name for name in SHIPPED if SHIPPED[name].view != "plan"])
@pytest.mark.parametrize("pose_t", TIMES)
def test_nothing_is_below_the_floor_or_beyond_the_wall(name, pose_t):
    illustration = SHIPPED[name]
    body = body_of(name, pose_t)
    wall = room_ends(illustration.props)[1]
    points = body.points()
    for side in SIDES["side"] if illustration.view == "side" else ():
        limb = leg_flesh(body, side, support(illustration.props)).limb
        points += limb.front + limb.back
    assert min(point.imag for point in points) > -1.0
    if wall is not None:
        assert max(point.real for point in points) < wall + TOUCHES_CM


@pytest.mark.parametrize("name", [name for name in SHIPPED if SHIPPED[name].frame is None])
@pytest.mark.parametrize("size", [(640, 480), (320, 240), (1200, 400), (300, 900)])
def test_the_view_holds_the_whole_movement(name, size):
    scene = scene_of(name)
    width, height = size
    left, bottom, right, top = scene.view(width, height).world()
    assert bottom < 0
    for pose_t in (0.0, 0.25, 0.5, 0.75, 1.0):
        for point in scene.body(Moment(pose_t)).points():
            assert left < point.real < right
            assert bottom < point.imag < top


@pytest.mark.parametrize("pose_t", [0.0, 0.25, 0.5, 0.75, 1.0])
def test_the_elbow_of_who_twists_is_free_of_the_trunk(pose_t):
    body = body_of("twist-seated", pose_t)
    chair = next(prop for prop in SHIPPED["twist-seated"].props if prop.kind == "chair")
    arm = body.arms["near"]
    assert arm.elbow.real < body.waist.real - 14.0
    assert abs(arm.palm.real - (chair.x - seat_width(chair) / 2 - 3.0)) < 2 * TOUCHES_CM


@pytest.mark.parametrize("pose_t", [0.0, 0.25, 0.5, 0.75, 1.0])
def test_the_hand_lies_on_the_far_side_of_the_head(pose_t):
    body = body_of("trap-upper", pose_t)
    arm = body.arms["right"]
    assert abs(arm.palm - body.in_head(-8.2, 10.0)) < 4.0  # where the hair ends
    assert abs(arm.tip - body.in_head(-8.0, 3.9)) < 8.0  # the top of the ear


@pytest.mark.parametrize("pose_t", [0.0, 0.5, 1.0])
@pytest.mark.parametrize("side", ["left", "right"])
def test_forearms_lie_against_the_frame_of_the_door(pose_t, side):
    door = SHIPPED["chest-door"].props[0]
    arm = body_of("chest-door", pose_t).arms[side]
    for point in (arm.elbow, arm.wrist, arm.palm):
        assert abs(abs(point.real) - door.w / 2) < 4.0  # half of it is behind the post


def test_supports_push_flesh_out_of_floor_wall_and_seat():
    walls = [Prop(kind="wall", x=50.0), Prop(kind="wall", x=-40.0, facing=-1)]
    push = support([*walls, Prop(kind="chair", x=0.0)])
    assert push(10 - 5j).imag == pytest.approx(-0.2)
    assert push(60 + 90j) == 50 + 90j
    assert push(-60 + 90j) == -40 + 90j
    assert push(0 + 42j) == 45j
    assert push(0 + 60j) == 60j
    # over the front edge the flesh hangs down
    assert push(28 + 40j).imag < 45


def test_a_leg_that_hangs_beside_a_seat_is_not_pressed_flat_by_it():
    stool = [Prop(kind="stool", x=6.0)]
    assert hangs_beside_a_seat(stool, -20 + 14j)  # of who sits sideways, a knee to the floor
    assert not hangs_beside_a_seat(stool, 42 + 50j)
    assert not hangs_beside_a_seat(stool, 42 + 30j)  # before it, the foot drawn back
    assert not hangs_beside_a_seat([], -20 + 14j)


def test_a_bench_is_shown_whole():
    left, _, right, _ = box(Prop(kind="stool", x=-42.0, w=108.0), "side")
    assert (left, right) == (-96.0, 12.0)
