"""Pictures as text: well formed, whole, and each apart from its neighbours."""

import re
from xml.etree import ElementTree as ET

import pytest

from stretchtimer.figure.motion import Moment
from stretchtimer.figure.palette import Look, palette
from stretchtimer.figure.scene import Scene
from stretchtimer.figure.svg import svg_document, svg_picture
from tests.figure.postures import SHIPPED

HOLD = Moment(1.0, 0.0, 1.0)


def document(name, **how):
    scene = Scene(SHIPPED[name], palette(Look()))
    return svg_document(300, 200, svg_picture(scene, 300, 200, HOLD, **how))


@pytest.mark.parametrize("name", SHIPPED)
def test_every_picture_is_well_formed_and_refers_to_what_is_there(name):
    text = document(name)
    root = ET.fromstring(text)  # noqa: S314  # our own text
    assert root.get("viewBox") == "0 0 300 200"
    ids = {element.get("id") for element in root.iter() if element.get("id")}
    assert set(re.findall(r"url\(#(\w+)\)", text)) <= ids
    assert "nan" not in text
    assert "inf" not in text


def test_two_pictures_in_one_document_share_no_id():
    scene = Scene(SHIPPED["ham-wall"], palette(Look()))
    both = [svg_picture(scene, 300, 200, HOLD, name=name) for name in ("a", "b")]
    one, other = (set(re.findall(r'id="(\w+)"', text)) for text in both)
    assert one
    assert not one & other


def test_the_other_side_is_mirrored_as_a_whole():
    assert "matrix(-1 0 0 1 300 0)" in document("ham-wall", mirrored=True)
    assert "matrix(-1 0 0 1 300 0)" not in document("ham-wall")
