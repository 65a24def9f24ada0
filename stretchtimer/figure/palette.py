"""The colours of a picture: the scene's by scheme, the person's by skin tone, scheme and
distance."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from stretchtimer.figure.build import Build
from stretchtimer.figure.shapes import Color, color

if TYPE_CHECKING:  # the first picture needs colours and can do without settings
    from pathlib import Path

    from stretchtimer.core.settings import Settings

Scheme = Literal["light", "dark"]
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
class Scene:
    """Colours of everything but the person. `shadow` is drawn at `shadow_alpha`."""

    background: Color
    disc: Color
    floor: Color
    floor_line: Color
    wall: Color
    wall_edge: Color
    mat: Color
    mat_edge: Color
    pillow: Color
    pillow_shade: Color
    wood: Color
    wood_shade: Color
    wood_far: Color
    band: Color
    band_shade: Color
    glow: Color
    glow_core: Color
    halo_opacity: float
    shadow: Color
    shadow_alpha: int
    trim: Color
    metal: Color
    glass: Color
    hill: Color
    hill_far: Color
    arrow: Color


@dataclass(frozen=True, slots=True)
class Person:
    """Colours of clothes and skin, each with its shade."""

    legs: Color
    legs_shade: Color
    shirt: Color
    shirt_shade: Color
    skin: Color
    skin_shade: Color


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


_SCENES: dict[Scheme, Scene] = {
    "light": Scene(
        background=color("#F6F3EE"),
        disc=color("#E7EDEE"),
        floor=color("#E3DBCF"),
        floor_line=color("#CFC5B6"),
        wall=color("#E9E1D5"),
        wall_edge=color("#D8CDBD"),
        mat=color("#A9B8E0"),
        mat_edge=color("#8E9FCE"),
        pillow=color("#FFFFFF"),
        pillow_shade=color("#DFE3EA"),
        wood=color("#C9925E"),
        wood_shade=color("#A97445"),
        wood_far=color("#B07F50"),
        band=color("#F2B134"),
        band_shade=color("#D6952B"),
        glow=color("#FF6A3D"),
        glow_core=color("#FFB347"),
        halo_opacity=0.15,
        shadow=color("#3A3024"),
        shadow_alpha=46,
        trim=color("#F8F4EC"),
        metal=color("#8C95A3"),
        glass=color("#CDE4F0"),
        hill=color("#9CC4A6"),
        hill_far=color("#B9D3DA"),
        arrow=color("#4B5B7A"),
    ),
    "dark": Scene(
        background=color("#181F29"),
        disc=color("#222D3A"),
        floor=color("#27313E"),
        floor_line=color("#3B4757"),
        wall=color("#2B3645"),
        wall_edge=color("#38465A"),
        mat=color("#415590"),
        mat_edge=color("#334577"),
        pillow=color("#D3DAE6"),
        pillow_shade=color("#AEB8C9"),
        wood=color("#B58555"),
        wood_shade=color("#8E633E"),
        wood_far=color("#78583C"),
        band=color("#F5B83D"),
        band_shade=color("#CE9530"),
        glow=color("#FF6A3D"),
        glow_core=color("#FFC866"),
        halo_opacity=0.21,
        shadow=color("#05070B"),
        shadow_alpha=110,
        trim=color("#3A4859"),
        metal=color("#7C8695"),
        glass=color("#2F4A63"),
        hill=color("#2F5645"),
        hill_far=color("#35566B"),
        arrow=color("#B8C6DD"),
    ),
}

# Black on white and white on black: nothing but the person, what carries them, and the muscle.
_STRONG_SCENES: dict[Scheme, Scene] = {
    "light": replace(
        _SCENES["light"],
        background=color("#FFFFFF"),
        disc=color("#FFFFFF"),
        floor=color("#ECECEC"),
        floor_line=color("#000000"),
        wall=color("#D4D4D4"),
        wall_edge=color("#000000"),
        mat=color("#B8C4E8"),
        mat_edge=color("#1D2F6F"),
        pillow_shade=color("#7A7A7A"),
        wood=color("#8A5A2B"),
        wood_shade=color("#5E3A17"),
        wood_far=color("#6F4822"),
        band=color("#B36B00"),
        band_shade=color("#7A4900"),
        glow=color("#E02800"),
        glow_core=color("#FFC400"),
        halo_opacity=0.0,
        shadow_alpha=70,
        trim=color("#FFFFFF"),
        metal=color("#3C4450"),
        arrow=color("#000000"),
    ),
    "dark": replace(
        _SCENES["dark"],
        background=color("#000000"),
        disc=color("#000000"),
        floor=color("#161616"),
        floor_line=color("#FFFFFF"),
        wall=color("#2E2E2E"),
        wall_edge=color("#FFFFFF"),
        mat=color("#2A3F86"),
        mat_edge=color("#9FB4FF"),
        wood=color("#E0A868"),
        wood_shade=color("#B07A40"),
        wood_far=color("#8A6238"),
        band=color("#FFD24A"),
        band_shade=color("#E0A520"),
        glow=color("#FF4A1C"),
        glow_core=color("#FFE05A"),
        halo_opacity=0.0,
        shadow_alpha=0,
        trim=color("#5A5A5A"),
        metal=color("#B8C2D0"),
        arrow=color("#FFFFFF"),
    ),
}
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
_FAR_SKIN: dict[Scheme, tuple[str, float]] = {
    "light": ("#8A5A4A", 0.22),
    "dark": ("#221A20", 0.34),
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
    ("dark", True): ("#3A323E", "#5B5062"),
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
    scene = _STRONG_SCENES[scheme] if contrast else _SCENES[scheme]
    contour = color(_CONTOUR[scheme]) if contrast else None
    return Palette(look, scene, near, _toned_down(near, scheme), face, contour)


def _toned_down(near: Person, scheme: Scheme) -> Person:
    """The colours of the limbs on the far side."""
    cloth, cloth_share = _FAR_CLOTHES[scheme]
    skin, skin_share = _FAR_SKIN[scheme]
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
