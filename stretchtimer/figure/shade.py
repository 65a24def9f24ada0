"""One light for all: the darker ribbon along the edges of a limb that face away from it."""

from stretchtimer.figure.geometry import direction
from stretchtimer.figure.limb import Fade, Limb
from stretchtimer.figure.shapes import Path

_LIGHT = direction(68.0)  # from above and a little in front
_TAPER_CM = 7.0  # over which a ribbon comes and goes


def shade(
    limb: Limb,
    depth: float,
    first: int = 0,
    last: int | None = None,
    *,
    taper_begin: bool = True,
    taper_end: bool = True,
    fade_front: Fade | None = None,
    fade_back: Fade | None = None,
) -> Path:
    """The ribbon of shade along the edges that face away from the light.

    `depth` is its greatest share of the limb's width. It shares the outline's own points, and so
    fits without clipping.
    """
    path = Path()
    last = len(limb.us) if last is None else last
    begin_u, end_u = limb.us[first], limb.us[last - 1]
    for edge, other, sign, fade in (
        (limb.front, limb.back, 1.0, fade_front),
        (limb.back, limb.front, -1.0, fade_back),
    ):
        outer: list[complex] = []
        inner: list[complex] = []
        for i in range(first, last):
            normal = limb.normals[i]
            facing = sign * (normal.real * _LIGHT.real + normal.imag * _LIGHT.imag)
            strength = (0.10 - facing) / 0.95
            if strength <= 0:
                if outer:
                    outer.append(edge[i])
                    inner.append(edge[i])
                    _close_ribbon(path, outer, inner)
                continue
            u = limb.us[i]
            near = min(
                (u - begin_u) / _TAPER_CM if taper_begin else 1.0,
                (end_u - u) / _TAPER_CM if taper_end else 1.0,
            )
            strength = min(1.0, strength)
            if near < 1.0:
                strength *= max(0.0, near) * (2.0 - max(0.0, near))
            if fade is not None:
                strength *= max(0.0, fade(u))
            if not outer and i > first:
                outer.append(edge[i - 1])
                inner.append(edge[i - 1])
            outer.append(edge[i])
            inner.append(edge[i] + (other[i] - edge[i]) * (depth * strength))
        _close_ribbon(path, outer, inner)
    return path


def _close_ribbon(path: Path, outer: list[complex], inner: list[complex]) -> None:
    if len(outer) > 2:
        path.follow(outer, begin=True).line_to(inner[-1]).follow(inner[::-1]).close()
    outer.clear()
    inner.clear()
