"""A routine of seconds, for tests that really wait."""

from datetime import UTC, datetime

SHORT_ROUTINE = """
format = 1
id = "short"
name = "Short"
intro_s = 3
outro_s = 2

[[block]]
exercise = "ham-wall"
prepare_s = 3
ease_s = 2
hold_s = 4
release_s = 2
reps = 1
rest_s = 0
"""
TOTAL_S = 16
# Where the chimes begin, in seconds from Start: hold, release, done. Ticks count 3, 2, 1 before.
CHIMES_S = (8, 12, 14)


def install(home, hold_s=4):
    """Put the short routine into a person's own folder below `home`, past the first run."""
    folder = home / "stretchtimer" / "routines"
    folder.mkdir(parents=True)
    text = SHORT_ROUTINE.replace("hold_s = 4", f"hold_s = {hold_s}")
    (folder / "short.toml").write_text(text)
    answers = f'format = 1\nanswered_on = "{datetime.now(UTC).date()}"\n'
    (home / "stretchtimer" / "answers.toml").write_text(answers)
