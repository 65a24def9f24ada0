"""Where the parts of the shell stand, and how large its type is. Pure, in logical pixels."""

from stretchtimer.ui.box import Box

RAIL_PX = 88
PAGE_WIDEST_PX = 1120
_COMFORTABLE = (1280, 860)
_LARGEST_SCALE = 2.5
_HERO_SHARE, _HERO_LOWEST_PX, _HERO_HIGHEST_PX = 0.55, 240, 460


def page_scale(width: int, height: int) -> float:
    """How much larger than usual type and controls are; in steps, so that a drag sets few anew."""
    room = min(width / _COMFORTABLE[0], height / _COMFORTABLE[1], _LARGEST_SCALE)
    return max(1.0, int(room * 4) / 4)


def page_margin(width: int, scale: float) -> int:
    """The air at the left and right of a page that is `width` wide: the column stays readable."""
    least = 24 if width < 700 else 40
    return max(round(least * scale), (width - round(PAGE_WIDEST_PX * scale)) // 2)


def hero_height(height: int, scale: float) -> int:
    """Height of Today's large card in a window that is `height` high."""
    wanted = height * _HERO_SHARE
    return round(min(max(wanted, _HERO_LOWEST_PX * scale), _HERO_HIGHEST_PX * scale))


def hero_figure(width: int, height: int) -> Box:
    """Where the figure of Today's card stands in a window of that size."""
    scale = page_scale(width, height)
    rail = round(RAIL_PX * scale)
    margin = page_margin(width - rail, scale)
    inner = width - rail - 2 * margin
    top = round(TITLE_BOTTOM_PX * scale)
    return Box(rail + margin, top, round(inner * HERO_FIGURE_SHARE), hero_height(height, scale))


# Today's heading ends here; the figure has this share of the card's width.
TITLE_BOTTOM_PX = 88
HERO_FIGURE_SHARE = 0.52
