"""Each position of docs/positions/ is one that a body can take, and looks as it is shown."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from stretchtimer.core.pose import Pose
from stretchtimer.figure.paint import FigurePainter
from stretchtimer.figure.palette import Look
from stretchtimer.storage.check import check_paths
from stretchtimer.storage.folders import find_folders
from stretchtimer.storage.shelving import with_files
from tests.content.test_documented_examples import EXERCISE
from tests.figure.likeness import SEEN, difference
from tests.figure.test_paint import HOLD
from tests.shipped import LIBRARY

PAGES = Path(__file__).parents[2] / "docs" / "positions"
INDEX = PAGES.with_suffix(".md")
TEXTS = {page.stem: page.read_text("utf-8") for page in PAGES.glob("*.md")}
POSITIONS: dict[str, str] = {}
for text in TEXTS.values():
    POSITIONS |= dict(
        re.findall(r"!\[[^]]*\]\(([\w-]+)\.png\)\n\n```toml\n(.*?)```", text, re.DOTALL)
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
    # a start may want room of its own; the page shows the hold by itself, as large as it can be
    figure = replace(library.exercises["my-hip"].figure, start=Pose())
    painted = FigurePainter(figure, Look()).image(300, 234, HOLD)
    shown = PAGES / f"{name}.png"
    if renew_goldens:
        painted.save(str(shown))
    assert difference(painted, QImage(str(shown))) < SEEN


def test_every_picture_has_its_numbers():
    assert {path.stem for path in PAGES.glob("*.png")} == set(POSITIONS)


def test_the_index_leads_to_every_position():
    cells = re.findall(
        r"\[!\[[^]]*\]\(positions/([\w-]+)\.png\)<br>([^]]*)\]\(positions/([\w-]+)\.md#([\w-]+)\)",
        INDEX.read_text("utf-8"),
    )
    assert sorted(name for name, *_ in cells) == sorted(POSITIONS)
    for name, title, page, anchor in cells:
        assert re.search(rf"### {re.escape(title)}\n\n!\[[^]]*\]\({name}\.png\)", TEXTS[page])
        assert anchor == re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")
