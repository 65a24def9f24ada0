"""How many examples Hypothesis makes where a test says so itself."""

from hypothesis import settings

IN_FULL = 50  # of a test that says nothing


def examples(in_full: int) -> settings:
    """So many in a full run, and as large a share of them while one works as other tests have."""
    return settings(max_examples=in_full * settings().max_examples // IN_FULL)
