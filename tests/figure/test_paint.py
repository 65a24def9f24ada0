"""What is painted: never an error, the same picture again, its mirror image, the golden one."""

import itertools
import random
import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from stretchtimer.core.phase import PhaseKind
from stretchtimer.core.pose import ArmPose, Pose
from stretchtimer.figure.figure import Figure
from stretchtimer.figure.motion import Moment, moment
from stretchtimer.figure.paint import FigurePainter
from stretchtimer.figure.palette import Look, palette
from stretchtimer.figure.scene import Scene
from stretchtimer.figure.shapes import Shape
from tests.examples import share_of
from tests.figure.likeness import SEEN, difference
from tests.figure.postures import PAINTED, SHIPPED, invented

GOLDENS = Path(__file__).parent / "goldens"
GOLDEN_SIZE = (240, 186)
HOLD = Moment(1.0, 0.0, 1.0)

pytestmark = pytest.mark.usefixtures("qapp")


@cache
def picture(name, moment=HOLD, size=GOLDEN_SIZE, look=None, **how):
    return FigurePainter(PAINTED[name], look or Look()).image(*size, moment, **how)


def mirror(image):
    return image.flipped(Qt.Orientation.Horizontal)


@pytest.mark.parametrize("name", PAINTED)
def test_the_hold_looks_as_it_did(name, renew_goldens):
    path = GOLDENS / f"{name}.png"
    painted = picture(name)
    if renew_goldens:
        painted.save(str(path))
    golden = QImage(str(path))
    assert golden.size() == painted.size()
    assert difference(painted, golden) < SEEN


def test_every_golden_picture_has_its_exercise():
    assert {path.stem for path in GOLDENS.glob("*.png")} == set(PAINTED)


@pytest.mark.parametrize("name", PAINTED)
def test_a_pose_half_way_off_would_be_seen(name):
    small = name in ("ankle-circles", "pelvic-tilt")
    off_t = 0.0 if small else 0.5
    assert difference(picture(name), picture(name, Moment(off_t, 0.0, 1.0))) > SEEN


@pytest.mark.parametrize("name", ["open-book", "twist-seated"])
def test_a_chest_that_opens_is_a_little_wider_each_time(name):
    opens = replace(SHIPPED[name], start=Pose(turn=0.0))
    painter = FigurePainter(opens, Look())
    pictures = [painter.image(*GOLDEN_SIZE, Moment(step / 40)) for step in range(41)]
    assert max(difference(a, b) for a, b in itertools.pairwise(pictures)) < 0.15
    assert difference(pictures[0], pictures[-1]) > 0.25


@pytest.mark.parametrize(
    ("name", "part", "frame"),
    [
        ("shoulder-cross", "left_forearm", (-46.0, 78.0, 2.0, 122.0)),  # where the arms cross
        ("triceps", "chair", None),
        ("chest-door", "door", None),
        ("wrist-flex", "far_hand", (40.0, 90.0, 80.0, 130.0)),
    ],
)
def test_a_part_comes_before_what_it_is_painted_after(name, part, frame):
    shown = SHIPPED[name] if frame is None else replace(SHIPPED[name], frame=frame)
    behind = replace(shown, order=tuple(p for p in shown.order if p != part))
    images = [FigurePainter(one, Look()).image(*GOLDEN_SIZE, HOLD) for one in (shown, behind)]
    assert difference(*images) > 0.1


def test_a_hand_is_painted_once_more_where_the_order_says_so():
    hidden = replace(SHIPPED["knees-chest"], frame=(-40.0, 20.0, 10.0, 60.0))
    shown = replace(hidden, order=(*hidden.order, "far_hand"))
    images = [FigurePainter(one, Look()).image(*GOLDEN_SIZE, HOLD) for one in (shown, hidden)]
    assert difference(*images) > 0.1


def test_a_bun_is_worn_higher_where_an_arm_lies_over_the_head():
    shown = SHIPPED["trap-upper"]
    hangs = ArmPose(angles=(-80.0, -85.0))
    free = replace(
        shown,
        hold=replace(shown.hold, right_arm=hangs),
        start=replace(shown.start, right_arm=hangs),
    )

    def hair_above_the_head_cm(illustration):
        scene = Scene(illustration, palette(Look()))
        head = scene.body(Moment(0.0)).atlas
        hair = palette(Look()).face.hair
        shapes = (it for it in scene.person(Moment(0.0)).items if isinstance(it, Shape))
        return max(it.place.at.imag for it in shapes if it.fill == hair) - head.imag

    assert hair_above_the_head_cm(free) == 0.0
    assert hair_above_the_head_cm(shown) > 2.0


def test_an_arm_before_a_face_has_an_edge_that_grows_as_it_comes():
    free = SHIPPED["childs-pose"]
    over_it = ArmPose(at=(56.0, 0.3), hand=0.0, len=(0.7, 1.0, 1.0), shrug=(-2.5, -2.0))
    illustration = replace(
        free,
        order=("far_arm", "far_leg", "near_leg", "torso", "glow", "head", "near_arm"),
        hold=replace(free.hold, near_arm=over_it),
    )
    colors = palette(Look())
    scene, figure = Scene(illustration, colors), Figure(illustration, colors)

    def edge_cm2(pose_t):
        arm = figure.flesh(scene.body(Moment(pose_t))).over[-1]
        edge = arm.items[2:-4]  # after the skin and its shade, before hand and sleeve
        return sum(area(it.path) for it in edge)

    grown = [edge_cm2(step / 40) for step in range(41)]
    assert grown[0] == 0.0
    first = next(size for size in grown if size)
    assert 0 < first < grown[-1] / 2


def area(path):
    """Roughly what a path encloses, in square cm."""
    points = [complex(x, y) for x, y in zip(path.numbers[::2], path.numbers[1::2], strict=True)]
    turns = ((a.conjugate() * b).imag for a, b in zip(points, points[1:] + points[:1], strict=True))
    return abs(sum(turns)) / 2


@pytest.mark.parametrize("name", SHIPPED)
def test_the_other_side_is_the_mirror_image(name):
    mirrored = picture(name, mirrored=True)
    assert difference(mirrored, mirror(picture(name))) < 0.1
    if name not in ("chest-door", "prayer"):  # these are the same on both sides
        assert difference(mirrored, picture(name)) > 1.0


@pytest.mark.parametrize("seed", range(share_of(40)))
def test_no_pose_is_too_absurd_to_paint(seed):
    chance = random.Random(seed)  # noqa: S311  # the same poses each time
    look = Look(
        chance.choice(["light", "dark"]), chance.randint(1, 6), chance.choice(["bun", "bob"])
    )
    painter = FigurePainter(invented(chance), look)
    for pose_t in (0.0, 0.5, 1.0):
        image = painter.image(160, 120, Moment(pose_t, 0.5, pose_t))
        assert not image.isNull()


def test_what_was_painted_before_changes_nothing():
    fresh = picture("ham-wall")
    used = FigurePainter(SHIPPED["ham-wall"], Look())
    for pose_t in (0.0, 0.3, 1.0):
        used.image(300, 200, Moment(pose_t, 1.0, pose_t))
    assert used.image(*GOLDEN_SIZE, HOLD) == fresh


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
@pytest.mark.parametrize("name", ["knees-chest", "figure4-seated", "ham-band"])
def test_a_body_that_is_kept_as_an_image_looks_the_same(name, ratio, mirrored):
    painter = FigurePainter(SHIPPED[name], Look())
    first, _, third = (
        painter.image(*GOLDEN_SIZE, HOLD, mirrored=mirrored, pixel_ratio=ratio) for _ in range(3)
    )
    assert difference(first, third) < 0.05


def test_a_movement_is_drawn_in_steps_too_small_to_see():
    painter = FigurePainter(SHIPPED["ham-wall"], Look())
    one, other = (painter.image(900, 700, Moment(t, 0.0, 1.0)) for t in (0.5, 0.5 + 1 / 150))
    assert 0.0 < difference(one, other) < 0.25


@pytest.mark.parametrize("size", [(1, 1), (3000, 40), (40, 900)])
def test_any_size_is_painted(size):
    image = picture("ham-chair", size=size)
    assert (image.width(), image.height()) == size


def test_a_dense_screen_gets_more_pixels_of_the_same_picture():
    dense = picture("squat-banded", pixel_ratio=2.0)
    assert (dense.width(), dense.height()) == (480, 372)
    dense.setDevicePixelRatio(1.0)
    plain = picture("squat-banded", size=(480, 372))
    assert difference(dense, plain) < 0.2


@pytest.mark.parametrize("hair", ["bun", "short", "bob"])
def test_every_look_is_its_own(hair):
    seen = []
    for scheme in ("light", "dark"):
        for skin in range(1, 7):
            image = picture("ham-standing", Moment(0.0), (120, 160), Look(scheme, skin, hair))
            assert all(image != other for other in seen)
            seen.append(image)


@pytest.mark.parametrize("name", ["ham-wall", "figure4-seated", "open-book"])
def test_builds_and_high_contrast_change_the_picture(name):
    plain = picture(name)
    for look in (Look(build="broad"), Look(high_contrast=True), Look("dark", high_contrast=True)):
        assert difference(picture(name, look=look), plain) > 0.3


def test_a_contour_stands_out_from_the_ground():
    image = picture("ham-standing", Moment(0.0), (200, 240), Look(high_contrast=True))
    seen = {image.pixelColor(x, 120).lightness() for x in range(200)}
    assert min(seen) < 20
    assert max(seen) == 255


def test_a_long_session_of_drawing_survives():
    # Some PySide6 lost a reference to None with every void call, and aborted after thousands.
    program = """
from PySide6.QtGui import QGuiApplication, QImage, QPainter
app = QGuiApplication([])
image = QImage(4, 4, QImage.Format.Format_RGB32)
painter = QPainter(image)
for _ in range(50_000):
    painter.setOpacity(0.5)
painter.end()
print("alive")
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout == "alive\n", done.stderr


@pytest.mark.parametrize("name", SHIPPED)
def test_nothing_changes_outside_of_where_it_is_said_to(name):
    painter = FigurePainter(SHIPPED[name], Look())
    before, after = Moment(0.4, 0.0, 0.6), Moment(0.9, 0.0, 1.0, round_t=0.3)
    for mirrored in (False, True):
        one, other = (painter.image(*GOLDEN_SIZE, it, mirrored=mirrored) for it in (before, after))
        moved = painter.changes(before, after).toAlignedRect()
        for image in (one, other):
            inside = QPainter(image)
            inside.fillRect(moved, Qt.GlobalColor.black)
            inside.end()
        assert one == other


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("ratio", [1.0, 1.5])
@pytest.mark.parametrize("name", ["ham-wall", "shoulder-rolls", "stand-march", "open-book"])
def test_what_is_painted_only_where_it_changes_is_the_whole_picture(name, ratio, mirrored):
    painter = FigurePainter(SHIPPED[name], Look())
    course = [Moment(t, 0.0, t, round_t=t / 2) for t in (0.3, 0.31, 0.5, 0.9, 0.9, 0.9)]
    shown = painter.image(*GOLDEN_SIZE, course[0], mirrored=mirrored, pixel_ratio=ratio)
    for before, now in itertools.pairwise(course):
        changed = painter.changes(before, now).toAlignedRect()
        brush = QPainter(shown)
        brush.setClipRect(changed)
        painter.paint(brush, *GOLDEN_SIZE, now, mirrored=mirrored, within=QRectF(changed))
        brush.end()
    whole = picture(name, course[-1], mirrored=mirrored, pixel_ratio=ratio)
    assert difference(shown, whole) < 0.05


def test_a_breath_has_no_more_pictures_than_can_be_told_apart():
    painter = FigurePainter(SHIPPED["ham-wall"], Look())
    breath = [moment(PhaseKind.HOLD, at_ms, 60_000) for at_ms in range(30_000, 35_500, 66)]
    changes = sum(
        painter.changes(one, other) != QRectF() for one, other in itertools.pairwise(breath)
    )
    assert 20 < changes < 50 < len(breath)


@pytest.mark.parametrize(("hair", "to"), [("bun", 1), ("short", -1), ("bob", 1)])
def test_a_head_turns_without_a_jump(hair, to):
    neck = SHIPPED["neck-side"]
    close = replace(neck, frame=(-20, 104, 20, 144))

    def turned(gaze_deg):
        posed = replace(close, start=replace(neck.start, gaze=float(gaze_deg * to)))
        return FigurePainter(posed, Look(hair=hair)).image(120, 120, Moment(0.0))

    pictures = [turned(gaze_deg) for gaze_deg in range(0, 91, 2)]
    steps = [difference(one, other) for one, other in itertools.pairwise(pictures)]
    assert max(steps) < 1.6
    assert difference(pictures[0], pictures[-1]) > 8


@pytest.mark.parametrize("name", ["ham-wall", "shoulder-rolls", "stand-march"])
def test_what_was_prepared_is_what_would_have_been_painted(name):
    at = Moment(0.1, 0.0, 0.5, round_t=0.1 if SHIPPED[name].then else 0.0)
    prepared = FigurePainter(SHIPPED[name], Look())
    prepared.image(*GOLDEN_SIZE, Moment(0.0))
    for _ in range(40):
        prepared.prepare()
    assert prepared.image(*GOLDEN_SIZE, at) == picture(name, at)
