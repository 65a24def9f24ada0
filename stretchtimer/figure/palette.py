"""The colours of a picture: the person's by skin tone, scheme and distance, and the scene's."""

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from stretchtimer.figure.build import Build
from stretchtimer.figure.colors import Color, Scheme, color
from stretchtimer.figure.scene_colors import Scene, scene_colors

if TYPE_CHECKING:  # the first picture needs colours and can do without settings
    from pathlib import Path

    from stretchtimer.core.settings import Settings

Hair = Literal["bun", "short", "bob"]


@dataclass(frozen=True, slots=True)
class Look:
    """What a person chose: scheme, skin tone from 1 (lightest) to 6, hair style, build, and
    whether all is drawn with high contrast. `pictures` is the folder with pictures of their own.
    """

    scheme: Scheme = "light"
    skin: int = 2
    hair: Hair = "bun"
    build: Build = "slim"
    high_contrast: bool = False
    pictures: "Path | None" = None


def look_of(settings: "Settings", scheme: Scheme, pictures: "Path | None" = None) -> Look:
    """The look that a person has set, in the scheme that is in force."""
    chosen = (settings.skin, settings.hair, settings.build, settings.high_contrast)
    return Look(scheme, *chosen, pictures)


@dataclass(frozen=True, slots=True)
class Person:
    """Colours of clothes and skin, each with its shade."""

    legs: Color
    legs_shade: Color
    shirt: Color
    shirt_shade: Color
    skin: Color
    skin_shade: Color

    def mixed(self, other: "Person", t: float) -> "Person":
        """On the way to another one's colours."""
        return Person(
            self.legs.mixed(other.legs, t),
            self.legs_shade.mixed(other.legs_shade, t),
            self.shirt.mixed(other.shirt, t),
            self.shirt_shade.mixed(other.shirt_shade, t),
            self.skin.mixed(other.skin, t),
            self.skin_shade.mixed(other.skin_shade, t),
        )


@dataclass(frozen=True, slots=True)
class Face:
    """Colours of the head."""

    hair: Color
    hair_light: Color
    ink: Color
    brow: Color
    mouth: Color
    blush: Color


@dataclass(frozen=True, slots=True)
class Palette:
    """All colours of one look; the far limbs are toned down."""

    look: Look
    scene: Scene
    near: Person
    far: Person
    face: Face
    contour: Color | None = None


_CONTOUR: dict[Scheme, str] = {"light": "#000000", "dark": "#FFFFFF"}
_STRONG_CLOTHES: dict[Scheme, tuple[str, str, str, str]] = {
    "light": ("#1B2A55", "#0C1530", "#0F7A6C", "#07564B"),
    "dark": ("#5468C8", "#3C4EA4", "#1E9C8C", "#0F7A6C"),
}

# leggings, their shade, shirt, its shade. On a dark ground the leggings are the lighter ones.
_CLOTHES: dict[Scheme, tuple[str, str, str, str]] = {
    "light": ("#35476F", "#2A3859", "#4FA79C", "#3F8F86"),
    "dark": ("#6A80C2", "#5266A4", "#4FB4A4", "#3D9789"),
}
_FAR_CLOTHES: dict[Scheme, tuple[str, float]] = {
    "light": ("#1F2A48", 0.30),
    "dark": ("#16203A", 0.40),
}
# The tint that light skin takes in the light would not darken deep skin.
_FAR_SKIN: dict[tuple[Scheme, bool], tuple[str, float]] = {
    ("light", False): ("#8A5A4A", 0.22),
    ("light", True): ("#2A1614", 0.24),
    ("dark", False): ("#221A20", 0.34),
    ("dark", True): ("#221A20", 0.34),
}
_SKINS = {
    1: ("#F6D3BD", "#E7B093"),
    2: ("#EDBE9C", "#D89A75"),
    3: ("#D9A07A", "#BD7F5A"),
    4: ("#B97B55", "#985D3C"),
    5: ("#8D5A3C", "#6E4229"),
    6: ("#6A4330", "#4E2F21"),
}
# In the dark, light skin is dimmed and deep skin lifted, or the face sinks into the ground.
_LIFTED = {
    4: ("#C48C64", "#A26B47"),
    5: ("#A9714C", "#875437"),
    6: ("#8F5F45", "#6E4530"),
}
_HAIR: dict[tuple[Scheme, bool], tuple[str, str]] = {
    ("light", False): ("#3B2B2E", "#57413F"),
    ("light", True): ("#211A1D", "#3D3136"),
    ("dark", False): ("#5E4138", "#7C5A4C"),
    ("dark", True): ("#4E4653", "#756B7B"),
}
_BLUSH: dict[Scheme, str] = {"light": "#EE7B62", "dark": "#E0705A"}


@lru_cache(maxsize=16)
def palette(look: Look) -> Palette:
    """The colours of a look."""
    scheme, contrast = look.scheme, look.high_contrast
    skin, skin_shade = _skin(look)
    clothes = (_STRONG_CLOTHES if contrast else _CLOTHES)[scheme]
    legs, legs_shade, shirt, shirt_shade = (color(code) for code in clothes)
    near = Person(legs, legs_shade, shirt, shirt_shade, skin, skin_shade)
    deep = look.skin >= 4
    hair, hair_light = _HAIR[scheme, deep]
    # Eyes and brows are always dark against the face, whatever the hair.
    ink = skin_shade.mixed(color("#170E10"), 0.78)
    face = Face(
        hair=color(hair),
        hair_light=color(hair_light),
        ink=ink,
        brow=ink.mixed(skin, 0.25),
        mouth=skin_shade.mixed(color("#8C3B32"), 0.45),
        blush=color(_BLUSH[scheme]).faded(48 if deep else 70),
    )
    contour = color(_CONTOUR[scheme]) if contrast else None
    return Palette(
        look,
        scene_colors(scheme, high_contrast=contrast),
        near,
        _toned_down(near, scheme, deep=deep),
        face,
        contour,
    )


def _toned_down(near: Person, scheme: Scheme, *, deep: bool) -> Person:
    """The colours of the limbs on the far side."""
    cloth, cloth_share = _FAR_CLOTHES[scheme]
    skin, skin_share = _FAR_SKIN[scheme, deep]
    cloth_tint, skin_tint = color(cloth), color(skin)
    return Person(
        legs=near.legs.mixed(cloth_tint, cloth_share),
        legs_shade=near.legs_shade.mixed(cloth_tint, cloth_share),
        shirt=near.shirt.mixed(cloth_tint, cloth_share),
        shirt_shade=near.shirt_shade.mixed(cloth_tint, cloth_share),
        skin=near.skin.mixed(skin_tint, skin_share),
        skin_shade=near.skin_shade.mixed(skin_tint, skin_share),
    )


def _skin(look: Look) -> tuple[Color, Color]:
    skin, shade = (color(code) for code in _SKINS[look.skin])
    if look.scheme == "light":
        return skin, shade
    if look.skin in _LIFTED:
        lifted, lifted_shade = _LIFTED[look.skin]
        return color(lifted), color(lifted_shade)
    night = color("#1A1C26")
    return skin.mixed(night, 0.07), shade.mixed(night, 0.10)
