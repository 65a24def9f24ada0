"""What the core and the session ask of the world outside: small protocols, carried out by adapters.

Each adapter may be missing; nothing here may block, and nothing here raises because a device, an
engine or a service is not there. What is missing is said once, through `Notice`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol


class Clock(Protocol):
    """Monotonic time."""

    def now_ms(self) -> int:
        """Milliseconds since an arbitrary moment; never runs backwards."""
        ...


class Alarm(Protocol):
    """One deadline at a time; setting it anew forgets the old one."""

    def set(self, at_ms: int, ring: Callable[[], None]) -> None:
        """Call `ring` at `at_ms` of the session's clock, or soon after."""
        ...

    def cancel(self) -> None:
        """Forget the deadline."""
        ...


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a person should know: what happened and what to do about it, in plain words."""

    text: str
    mend: str = ""


class Voice(Protocol):
    """Sound, ready when due. Every call returns at once."""

    @property
    def latency_ms(self) -> int:
        """The output's constant delay from `say` or `chime` to audible sound, in ms."""
        ...

    def prepare(self, texts: Sequence[str]) -> None:
        """Render `texts` in the background, the first one first; known ones cost nothing."""
        ...

    def lengths_ms(self) -> Mapping[str, int]:
        """Measured lengths of the texts rendered so far, in ms."""
        ...

    def on_measured(self, heard: Callable[[], None]) -> None:
        """Call `heard` on the session's thread when `lengths_ms` has grown, a few times a second
        at most.
        """
        ...

    def say(self, text: str, *, patient: bool = False) -> None:
        """Play the clip of `text` now.

        One that is not rendered yet is rendered first, and dropped if that takes so long that it
        would be heard too late; a `patient` one may take a second.
        """
        ...

    def chime(self, name: str, *, quiet: bool = False) -> None:
        """Play the chime `name` now; `quiet` when words are near."""
        ...

    def hush(self) -> None:
        """Fall silent within 50 ms."""
        ...

    def close(self) -> None:
        """Fall silent and give everything back."""
        ...


class KeepAwake(Protocol):
    """Keeps the screen and the machine awake while a session runs."""

    def hold(self) -> None:
        """Ask for it; harmless when asked twice or when nothing can do it."""
        ...

    def let_go(self) -> None:
        """Take the wish back."""
        ...


class SessionLog(Protocol):
    """Keeps what was really done."""

    def held(
        self, *, exercise: str, side: str, rep: int, held_ms: int, planned_ms: int, block: int = 0
    ) -> None:
        """One hold has ended, whole or cut short; `block` is the routine's, counted from 0."""
        ...

    def ended(self, *, how: str) -> None:
        """The session is over: "finished", "stopped" or "hurts"."""
        ...
