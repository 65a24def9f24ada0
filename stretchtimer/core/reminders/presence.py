"""How much of the time since the last look was use of the computer, and how long nobody was there.

The clock on the wall has no say here, so stepping it changes no count.
"""

from dataclasses import dataclass

from stretchtimer.core.reminders.look import Look, Moment, Signals

# Without a key or a movement for longer, nobody is reading: the count stands still.
READING_MS = 60_000
# The program looks more often than that. After a longer silence the machine slept under clocks
# that do not tell, or stood still: nobody used it.
UNOBSERVED_MS = 300_000
# A program that was not running for longer does not know how the person has spent the time.
REMEMBERED_MS = 3_600_000
_SLEPT_AT_LEAST_MS = 5_000  # the two clocks are not read in the same instant


@dataclass(frozen=True, slots=True)
class Span:
    """The time from one look to the next, in ms.

    `lived_ms` really passed and `used_ms` of it were use. `away_ms` is how long nobody has been
    there by now; `longest_ms` how long that was before somebody came back, if somebody did.
    `missed` says why nobody could be reminded meanwhile; it is empty if somebody could.
    """

    lived_ms: int = 0
    used_ms: int = 0
    away_ms: int = 0
    longest_ms: int = 0
    missed: str = ""


def span_between(before: Moment, signals: Signals, away_ms: int, look: Look) -> Span:
    """What the time between two looks was.

    `signals` are those of the look before, `away_ms` is how long nobody had been there then.
    """
    now = look.moment
    boot_ms, awake_ms = now.boot_ms - before.boot_ms, now.awake_ms - before.awake_ms
    if boot_ms < 0 or awake_ms < 0:
        lived_ms = max(0, now.wall_ms - before.wall_ms)
        return _gone(lived_ms, away_ms, look, "the computer was off")
    slept_ms = boot_ms - awake_ms if boot_ms - awake_ms > _SLEPT_AT_LEAST_MS else 0
    if awake_ms > UNOBSERVED_MS:
        return _unobserved(boot_ms, awake_ms, slept_ms, away_ms, look)
    seen = _observed(awake_ms, slept_ms, signals, away_ms, look)
    missed = "the computer was asleep" if slept_ms else ""
    return Span(boot_ms, seen.used_ms, seen.away_ms, seen.longest_ms, missed)


def _gone(lived_ms: int, away_ms: int, look: Look, missed: str) -> Span:
    return Span(lived_ms, 0, look.idle_ms or 0, away_ms + lived_ms, missed)


def _unobserved(boot_ms: int, awake_ms: int, slept_ms: int, away_ms: int, look: Look) -> Span:
    if not look.restarted:
        return _gone(boot_ms, away_ms, look, "the computer slept or stood still")
    missed = "Stretchtimer was not running"
    untouched = look.idle_ms is not None and look.idle_ms >= awake_ms
    if untouched or boot_ms > REMEMBERED_MS:
        return _gone(boot_ms, away_ms, look, missed)
    return Span(boot_ms, 0, look.idle_ms or 0, slept_ms, missed)


def _observed(awake_ms: int, slept_ms: int, signals: Signals, away_ms: int, look: Look) -> Span:
    idle_ms = look.idle_ms
    absent_ms = away_ms + slept_ms
    untouched = idle_ms is not None and 0 < idle_ms >= awake_ms
    if signals.locked:
        absent_ms += awake_ms
        still = look.signals.locked or untouched
        return Span(away_ms=absent_ms if still else 0, longest_ms=absent_ms)
    if signals.in_call or look.signals.in_call or idle_ms is None:
        return Span(used_ms=0 if slept_ms else awake_ms, longest_ms=absent_ms if slept_ms else 0)
    if not untouched:
        # when exactly somebody came back is not known: at the look, let us say
        use = away_ms <= READING_MS and not slept_ms
        used_ms = awake_ms - max(0, idle_ms - READING_MS) if use else 0
        return Span(used_ms=used_ms, away_ms=idle_ms, longest_ms=absent_ms)
    read_ms = max(0, min(awake_ms, READING_MS - (idle_ms - awake_ms)))
    if not (signals.full_screen or look.signals.full_screen):
        # a film or a talk keeps nobody from sitting there: neither use nor a break
        absent_ms += awake_ms
    return Span(used_ms=0 if slept_ms else read_ms, away_ms=absent_ms, longest_ms=absent_ms)
