"""Where things stand in the window at each size. Pure geometry, in logical pixels."""

from dataclasses import dataclass

from stretchtimer.ui.box import Box

COMFORTABLE = (960, 640)
LARGEST_SCALE = 2.6
_HEADER, _FOOT = 48, 88
_NARROWEST_SIDE = 280


@dataclass(frozen=True, slots=True)
class StageLayout:
    """The parts of the screen. `scale` multiplies type and controls; it is 1 in small windows."""

    scale: float
    header: Box
    figure: Box
    side: Box
    foot: Box


@dataclass(frozen=True, slots=True)
class CountLayout:
    """The parts of the counting column."""

    scale: float
    word: Box
    ring: Box
    rep: Box
    line: Box


def stage_layout(width: int, height: int) -> StageLayout:
    """Figure and column side by side, or one above the other in an upright window."""
    scale = _scale(width / COMFORTABLE[0], height / COMFORTABLE[1])
    margin = round((16 if scale == 1.0 and width < 800 else 24) * scale)
    gap = margin
    header = Box(margin, 0, width - 2 * margin, round(_HEADER * scale))
    foot_height = round(_FOOT * scale)
    foot = Box(margin, height - margin * 3 // 4 - foot_height, width - 2 * margin, foot_height)
    top, bottom = header.bottom, foot.y - gap * 3 // 4
    inner, tall = width - 2 * margin, bottom - top
    if width < height:
        figure_height = tall * 46 // 100
        figure = Box(margin, top, inner, figure_height)
        side = Box(margin, figure.bottom + gap, inner, tall - figure_height - gap)
    else:
        side_width = max(_NARROWEST_SIDE, min(round(inner * 0.37), round(tall * 0.86)))
        figure = Box(margin, top, inner - side_width - gap, tall)
        side = Box(figure.right + gap, top, side_width, tall)
    return StageLayout(scale, header, figure, side, foot)


def count_layout(width: int, height: int) -> CountLayout:
    """Phase word, ring, side and rep, and the line to do, from top to bottom."""
    scale = _scale(width / 300, height / 380)
    word_height, rep_height = round(40 * scale), round(28 * scale)
    line_height, gap = round(54 * scale), round(6 * scale)
    ring_size = min(width, height - word_height - rep_height - line_height - 3 * gap)
    spare = height - word_height - ring_size - rep_height - line_height - 3 * gap
    top = max(0, spare // 2)
    word = Box(0, top, width, word_height)
    ring = Box((width - ring_size) // 2, word.bottom + gap, ring_size, ring_size)
    rep = Box(0, ring.bottom + gap, width, rep_height)
    line = Box(0, rep.bottom + gap, width, line_height)
    return CountLayout(scale, word, ring, rep, line)


def _scale(*ratios: float) -> float:
    return max(1.0, min(*ratios, LARGEST_SCALE))
