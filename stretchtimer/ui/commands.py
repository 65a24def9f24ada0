"""What the keys and buttons of the player do: one table for keys, buttons, tool tips and help."""

from dataclasses import dataclass

from stretchtimer.core.events import (
    Back,
    Event,
    Hurts,
    Longer,
    RepeatRep,
    Shorter,
    Skip,
    SkipExercise,
    WhereAmI,
)


@dataclass(frozen=True, slots=True)
class Command:
    """One event that a person can ask for. The first of the `keys` is the one that is shown."""

    name: str
    event: Event
    keys: tuple[str, ...]
    shown_key: str
    icon: str = ""
    text: str = ""


BACK = Command("Back", Back(), ("Left",), "←", "back")
NEXT = Command("Next", Skip(), ("Right",), "→", "next")
SHORTER = Command("Five seconds less on this hold", Shorter(), ("-",), "-", text="−5 s")
LONGER = Command("Five seconds more on this hold", Longer(), ("+", "="), "+", text="+5 s")
REPEAT = Command("Repeat this repetition", RepeatRep(), ("R",), "R", "repeat")
SKIP = Command("Skip this exercise", SkipExercise(), ("S",), "S", "skip")
WHERE = Command("Where am I? (says it)", WhereAmI(), ("W",), "W", "where")
HURTS = Command("That hurts: stop at once", Hurts(), ("X",), "X", "hurts", "That hurts")
COMMANDS = (NEXT, BACK, SKIP, REPEAT, LONGER, SHORTER, HURTS, WHERE)

# The keys that no event of the session stands behind.
PLAY_KEY, MUTE_KEY, FULL_SCREEN_KEY, HELP_KEY, QUIT_KEY = "Space", "M", "F", "?", "Ctrl+Q"


def key_lines() -> list[tuple[str, str]]:
    """Each key with what it does, for the help."""
    return [
        (PLAY_KEY, "Pause, go on"),
        *((command.shown_key, command.name) for command in COMMANDS),
        (MUTE_KEY, "Sound off or on"),
        (FULL_SCREEN_KEY, "Full screen; Esc leaves it"),
        ("Esc", "Pause"),
        (QUIT_KEY, "Quit"),
    ]
