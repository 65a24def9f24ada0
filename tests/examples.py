"""How much a test tries: all in a full run, a share of it while one works."""

from hypothesis import settings

IN_FULL = 50  # examples of a test that says nothing


def examples(in_full: int) -> settings:
    """Hypothesis makes so many in a full run."""
    return settings(max_examples=share_of(in_full))


def share_of(in_full: int) -> int:
    """As large a share of what a full run tries as Hypothesis tries now."""
    return in_full * settings().max_examples // IN_FULL
