"""A picture of one's own is let in only as far as it can do nothing but be seen."""

import os
from contextlib import suppress
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.core.pictures import Pictures, is_picture_name
from stretchtimer.figure.picture_file import (
    MAX_BYTES,
    PictureRefused,
    checked_picture,
    read_picture,
)
from tests.figure.pictures import ARROW, jpeg_of, png, png_of, svg

GOOD = {
    "png": png(),
    "jpg": jpeg_of(4000, 3000),
    "svg": ARROW,
    "svg with a doctype": svg(before='<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd">'),
    "svg with a style": svg('<style>.a { fill: url(#g) }</style><use xlink:href="#g"/>'
                            '<linearGradient id="g"/>'),
    "svg as an editor writes it": svg('<metadata xmlns:r="urn:r"><r:a r:resource="http://a/b"/>'
                                      "</metadata>", before='<?xml version="1.0"?>\n'),
}  # fmt: skip


@pytest.mark.parametrize("name", GOOD)
def test_a_good_picture_is_let_in(name):
    assert checked_picture(GOOD[name]).kind == name.partition(" ")[0]


DOUBLING = "".join(
    f'<g id="a{n}"><use href="#a{n + 1}"/><use href="#a{n + 1}"/></g>' for n in range(40)
)
REFUSED = {
    "nothing": b"",
    "text": b"hello",
    "gif": b"GIF89a" + b"\0" * 40,
    "too large": png() + b"\0" * MAX_BYTES,
    "wide png": png_of(20_000, 10, b""),
    "large png": png_of(8_000, 8_000, b""),
    "empty png": png_of(0, 10, b""),
    "short png": png()[:20],
    "large jpeg": jpeg_of(9_000, 9_000),
    "short jpeg": jpeg_of(10, 10)[:30],
    "endless jpeg": b"\xff\xd8" + b"\xff\xff" * 100_000,
    "script": svg("<script>1</script>"),
    "script under another name": svg('<x:script xmlns:x="http://www.w3.org/2000/svg"/>'),
    "event": svg("", 'onload="x()"'),
    "inner event": svg('<path onClick="x()"/>'),
    "html": svg("<foreignObject/>"),
    "picture from the web": svg('<image href="https://a.b/c.png"/>'),
    "picture from the disk": svg('<image xlink:href="/etc/passwd"/>'),
    "picture inside": svg('<image href="data:image/png;base64,AAAA"/>'),
    "use from outside": svg('<use href="other.svg#a"/>'),
    "script as a link": svg('<a xlink:href="javascript:x()"/>'),
    "fill from outside": svg('<path fill="url(http://a.b/c#d)"/>'),
    "style from outside": svg("<style>@import 'a.css';</style>"),
    "font from outside": svg("<style>a{}" + " " * 9000 + "@font-face{src: url(a.ttf)}</style>"),
    "style attribute": svg("""<path style="fill: url( 'a.svg#b' )"/>"""),
    "style sheet": svg(before='<?xml-stylesheet href="a.css"?>'),
    "entities": svg("&b;", before='<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'),
    "outside entity": svg("&a;", before='<!DOCTYPE svg [<!ENTITY a SYSTEM "/etc/passwd">]>'),
    "doubling": svg(DOUBLING),
    "itself": svg('<g id="a"><use href="#a"/></g>'),
    "each other": svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'),
    "deep": svg("<g>" * 100 + "</g>" * 100),
    "too much": svg("<g/>" * 30_000),
    "large drawing": svg(" " * 1_100_000),
    "truncated": ARROW[:-4],
    "another xml": b"<html/>",
    "unknown encoding": b'<?xml version="1.0" encoding="nonsense"?><svg/>',
    "UTF-16": ARROW.decode().encode("utf-16"),
    "wrong encoding": ARROW.replace(b"M5", b"\xff\xfe"),
}  # fmt: skip


@pytest.mark.parametrize("content", REFUSED.values(), ids=REFUSED)
def test_any_other_is_refused_in_one_line(content):
    before_s = process_time()
    with pytest.raises(PictureRefused) as caught:
        checked_picture(content)
    assert process_time() - before_s < 1
    assert 0 < len(str(caught.value)) < 200
    assert "\n" not in str(caught.value)


@given(
    st.sampled_from(sorted(GOOD.values())),
    st.lists(st.tuples(st.integers(0, 300), st.binary(max_size=4)), max_size=4),
)
def test_no_change_to_a_picture_makes_the_reader_fail(content, changes):
    changed = bytearray(content)
    for at, piece in changes:
        changed[at : at + len(piece)] = piece
    with suppress(PictureRefused):
        checked_picture(bytes(changed))


@pytest.mark.parametrize(
    "name",
    ["../a.png", "a/b.png", "a\\b.png", "/a.png", ".a.png", "C:a.png", "a.gif", "a.png\n", "a.png/",
     "nul\0.png", "", ".png", "a.toml"],
)  # fmt: skip
def test_a_name_never_leads_out_of_the_folder(tmp_path, name):
    assert not is_picture_name(name)
    with pytest.raises(PictureRefused):
        read_picture(tmp_path, name)
    with pytest.raises(ValueError, match="a picture is a file beside this one"):
        Pictures(hold=name)


def test_only_a_file_in_the_folder_is_read(tmp_path):
    folder = tmp_path / "mine"
    folder.mkdir()
    (tmp_path / "out.png").write_bytes(png())
    (folder / "link.png").symlink_to(tmp_path / "out.png")
    (folder / "loop.png").symlink_to("loop.png")
    (folder / "folder.png").mkdir()
    os.mkfifo(folder / "pipe.png")
    (folder / "large.png").write_bytes(b"\0" * (MAX_BYTES + 1))
    (folder / "good one.PNG").write_bytes(png())
    (folder / "inner.png").symlink_to("good one.PNG")
    for name in ("link", "loop", "folder", "pipe", "large", "missing"):
        with pytest.raises(PictureRefused, match=f"{name}.png"):
            read_picture(folder, f"{name}.png")
    assert read_picture(folder, "good one.PNG") == read_picture(folder, "inner.png")
