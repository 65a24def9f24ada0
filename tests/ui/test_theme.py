"""Contrast, computed as WCAG 2 does."""

import pytest
from PySide6.QtGui import QColor, QPalette

from stretchtimer.ui.theme import HIGH_CONTRAST_THEMES, THEMES, palette_of, wanted_scheme

AA, AAA, GRAPHIC = 4.5, 7.0, 3.0
ALL = [*THEMES.values(), *HIGH_CONTRAST_THEMES.values()]


def luminance(code):
    def linear(part):
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in QColor(code).getRgbF()[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_is_that_of_wcag():
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", ALL)
@pytest.mark.parametrize(
    ("ink", "ground", "least"),
    [
        ("ink", "ground", AAA),
        ("soft_ink", "ground", AAA),
        ("accent", "ground", AAA),
        ("on_accent", "accent", AAA),
        ("ink", "control", AAA),
        ("ink", "control_hover", AAA),
        ("soft_ink", "control", AA),
        ("soft_ink", "control_hover", AA),
        ("ink", "chosen", AAA),
        ("soft_ink", "chosen", AA),
        ("accent", "track", GRAPHIC),
        ("soft_ink", "track", GRAPHIC),
    ],
)
def test_everything_can_be_read(theme, ink, ground, least):
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= least


@pytest.mark.parametrize("scheme", THEMES)
def test_high_contrast_is_higher_in_everything(scheme):
    usual, high = THEMES[scheme], HIGH_CONTRAST_THEMES[scheme]
    for ink in ("ink", "soft_ink", "accent"):
        for ground in ("ground", "card"):
            pairs = [(getattr(one, ink), getattr(one, ground)) for one in (usual, high)]
            assert contrast(*pairs[1]) > contrast(*pairs[0])


@pytest.mark.parametrize("theme", ALL)
def test_a_palette_has_no_colour_of_two_meanings(theme, qapp):
    palette, role = palette_of(theme), QPalette.ColorRole
    assert palette.color(role.Window).name() == theme.ground.lower()
    assert palette.color(role.Highlight).name() == theme.accent.lower()


@pytest.mark.parametrize("appearance", ["light", "dark"])
def test_a_chosen_scheme_holds(appearance, qapp):
    assert wanted_scheme(appearance) == appearance
