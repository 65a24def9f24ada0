"""Writes a picture as SVG, from the same shapes that are painted on the screen. Pure text."""

import math
from collections.abc import Iterator

from stretchtimer.figure.colors import Color
from stretchtimer.figure.motion import Moment
from stretchtimer.figure.scene import Scene, View
from stretchtimer.figure.shapes import CLOSE, CURVE, Blot, Drawing, Gradient, Path, Placement, Shape


def svg_picture(
    scene: Scene, width: int, height: int, moment: Moment, *, mirrored: bool = False, name: str = ""
) -> str:
    """A group of `width` by `height` pixels, to stand in a document; `name` keeps its inner ids
    apart from those of other pictures there.
    """
    view = scene.view(width, height)
    writer = _Writer(name, view)
    body = "".join([*writer.drawn(scene.room(view)), *writer.drawn(scene.person(moment))])
    if mirrored:
        body = f'<g transform="matrix(-1 0 0 1 {width} 0)">{body}</g>'
    edge = writer.define("clipPath", "", f'<rect width="{width}" height="{height}"/>')
    return f'<defs>{"".join(writer.defs)}</defs><g clip-path="url(#{edge})">{body}</g>'


def svg_document(width: int, height: int, content: str) -> str:
    """A whole document around pictures and words."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}">{content}</svg>\n'
    )


class _Writer:
    """Turns shapes into elements, and gathers what they refer to."""

    def __init__(self, name: str, view: View) -> None:
        self._name, self._view = name, view
        self.defs: list[str] = []
        self._spots: dict[tuple[Color, tuple[tuple[float, int], ...]], str] = {}

    def drawn(self, drawing: Drawing) -> Iterator[str]:
        """The elements of a drawing, from back to front."""
        view = self._view
        scale = _number(view.scale)
        yield (
            f'<g transform="matrix({scale} 0 0 -{scale} {_number(view.origin_x)} '
            f'{_number(view.origin_y)})">'
        )
        for item in drawing.items:
            yield self._spot(item) if isinstance(item, Blot) else self._shape(item)
        yield "</g>"

    def _shape(self, shape: Shape) -> str:
        look = 'fill="none"'
        if isinstance(shape.fill, Gradient):
            look = f'fill="url(#{self._gradient(shape.fill)})"'
        elif shape.fill is not None:
            look = _paint("fill", shape.fill)
        if shape.stroke is not None:
            cap = "round" if shape.stroke.round_ends else "butt"
            width = _number(shape.stroke.width)
            line = _paint("stroke", shape.stroke.color)
            look += f' {line} stroke-width="{width}" stroke-linecap="{cap}"'
        element = f'<path d="{_steps(shape.path)}" {look}{_place(shape.place)}/>'
        if shape.clip is None:
            return element
        clip = self.define("clipPath", "", f'<path d="{_steps(shape.clip)}"/>')
        return f'<g clip-path="url(#{clip})">{element}</g>'

    def _gradient(self, gradient: Gradient) -> str:
        begin, end = gradient.begin, gradient.end
        line = " ".join(
            f'{key}="{_number(value)}"'
            for key, value in (
                ("x1", begin.real),
                ("y1", begin.imag),
                ("x2", end.real),
                ("y2", end.imag),
            )
        )
        stops = "".join(_stop(at, fill) for at, fill in gradient.stops)
        return self.define("linearGradient", f'gradientUnits="userSpaceOnUse" {line}', stops)

    def _spot(self, blot: Blot) -> str:
        key = (blot.color, blot.stops)
        if key not in self._spots:
            stops = "".join(_stop(at, blot.color.faded(alpha)) for at, alpha in blot.stops)
            self._spots[key] = self.define("radialGradient", "", stops)
        return (
            f'<ellipse cx="{_number(blot.centre.real)}" cy="{_number(blot.centre.imag)}" '
            f'rx="{_number(blot.half_width)}" ry="{_number(blot.half_height)}" '
            f'fill="url(#{self._spots[key]})" opacity="{_number(min(1.0, blot.opacity))}"/>'
        )

    def define(self, kind: str, attributes: str, content: str) -> str:
        """Keep what is referred to, and give its id."""
        identifier = f"{self._name}{kind[0]}{len(self.defs)}"
        self.defs.append(f'<{kind} id="{identifier}" {attributes}>{content}</{kind}>')
        return identifier


def _steps(path: Path) -> str:
    numbers, at, words = path.numbers, 0, []
    for step in path.steps:
        count = 6 if step == CURVE else 0 if step == CLOSE else 2
        words.append(chr(step) + " ".join(map(_number, numbers[at : at + count])))
        at += count
    return "".join(words)


def _place(place: Placement | None) -> str:
    if place is None:
        return ""
    turned = math.radians(place.angle_deg)
    cos, sin = math.cos(turned), math.sin(turned)
    x, y = place.scale_x, place.scale_y
    matrix = (cos * x, sin * x, -sin * y, cos * y, place.at.real, place.at.imag)
    return f' transform="matrix({" ".join(map(_number, matrix))})"'


def _paint(what: str, fill: Color) -> str:
    opacity = "" if fill.alpha == 255 else f' {what}-opacity="{_number(fill.alpha / 255)}"'
    return f'{what}="{fill.code}"{opacity}'


def _stop(at: float, fill: Color) -> str:
    opacity = _number(fill.alpha / 255)
    return f'<stop offset="{_number(at)}" stop-color="{fill.code}" stop-opacity="{opacity}"/>'


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")
