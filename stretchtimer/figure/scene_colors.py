"""The colours of everything in a picture but the person."""

from dataclasses import dataclass, replace

from stretchtimer.figure.colors import Color, Scheme, color


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


def scene_colors(scheme: Scheme, *, high_contrast: bool = False) -> Scene:
    """The scene's colours in a scheme."""
    return (_STRONG_SCENES if high_contrast else _SCENES)[scheme]
