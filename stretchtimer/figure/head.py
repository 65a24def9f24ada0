"""The head, seen from where it is turned."""

from stretchtimer.figure.front_head import draw_turned_head
from stretchtimer.figure.girdles import facing_us
from stretchtimer.figure.head_from_behind import draw_head_from_behind, draw_head_half_away
from stretchtimer.figure.palette import Palette
from stretchtimer.figure.profile_head import draw_profile_head
from stretchtimer.figure.shapes import Drawing, Placement
from stretchtimer.figure.skeleton import Skeleton

_PROFILE_DEG = 88.0  # a head turned further than this from us is drawn in profile
_HALF_AWAY_DEG, _FROM_BEHIND_DEG = 115.0, 150.0


def draw_head(
    drawing: Drawing,
    body: Skeleton,
    colors: Palette,
    *,
    looks: bool = False,
    high_bun: bool = False,
) -> None:
    """Hair, face and features; in profile the eyes of who `looks` somewhere are open. A
    `high_bun` is for who faces us with an arm over the head.
    """
    turn_deg = facing_us(body.view, body.gaze)
    side = 1.0 if turn_deg > 0 else -1.0
    place = Placement(body.atlas, body.head_deg - 90.0, scale_x=side)
    if abs(turn_deg) > _FROM_BEHIND_DEG:
        draw_head_from_behind(drawing, place, colors)
    elif abs(turn_deg) > _HALF_AWAY_DEG:
        draw_head_half_away(drawing, place, colors)
    elif abs(turn_deg) < _PROFILE_DEG:
        draw_turned_head(drawing, place, colors, abs(turn_deg), high_bun=high_bun)
    else:
        draw_profile_head(drawing, place, colors, looks=looks)
