"""Each position of docs/positions.md is one that a body can take, and looks as it is shown."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from stretchtimer.figure.paint import FigurePainter
from stretchtimer.figure.palette import Look
from stretchtimer.storage.check import check_paths
from stretchtimer.storage.folders import find_folders
from stretchtimer.storage.shelving import with_files
from tests.content.test_documented_examples import EXERCISE
from tests.figure.likeness import SEEN, difference
from tests.figure.test_paint import HOLD
from tests.shipped import LIBRARY

DOCS = Path(__file__).parents[2] / "docs"
POSITIONS = dict(
    re.findall(
        r"!\[[^]]*\]\(positions/([\w-]+)\.png\)\n\n```toml\n(.*?)```",
        (DOCS / "positions.md").read_text("utf-8"),
        re.DOTALL,
    )
)

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("name", POSITIONS)
def test_a_position_can_be_copied_and_looks_as_shown(name, renew_goldens):
    path = find_folders().exercises / "my-hip.toml"
    path.parent.mkdir(parents=True)
    path.write_text(f"{EXERCISE}\n{POSITIONS[name]}")
    library = with_files(LIBRARY, path.parent, find_folders().routines)
    assert library.problems == ()
    assert check_paths([path], library) == []
    painted = FigurePainter(library.exercises["my-hip"].figure, Look()).image(300, 234, HOLD)
    shown = DOCS / "positions" / f"{name}.png"
    if renew_goldens:
        painted.save(str(shown))
    assert difference(painted, QImage(str(shown))) < SEEN


def test_every_picture_has_its_numbers():
    assert {path.stem for path in (DOCS / "positions").glob("*.png")} == set(POSITIONS)
