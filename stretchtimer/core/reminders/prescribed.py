"""How often a day something is to be done, in the words of a programme, as clock times."""

import re

from stretchtimer.core.reminders.schedule import ClockTime

_FIRST_MIN, _LAST_MIN = 9 * 60, 18 * 60  # of a day with work in it; the person moves them
_MOST = 8
_WORDS = ("once", "twice", "three times", "four times", "five times", "six times")
_COUNTS = {word: count for count, word in enumerate(_WORDS, start=1)}
_A_DAY = re.compile(
    rf"(?:(?P<digits>\d)\s*(?:x|×|times)|(?P<word>{'|'.join(_WORDS)}))"
    r"\s*(?:a|per|each|every|/)?\s*(?:day|daily)\b",
    re.IGNORECASE,
)
_PARTS = (("morning", "08:00"), ("noon", "12:30"), ("afternoon", "15:00"), ("evening", "19:00"))
_DAILY = re.compile(r"\b(?:daily|(?:every|each) day)\b", re.IGNORECASE)


def clock_times(when: str) -> tuple[ClockTime, ...]:
    """Times of day for "twice daily" or "mornings and evenings"; none where nothing is said of
    every day.
    """
    counted = _A_DAY.search(when)
    if counted is not None:
        word = counted["word"]
        count = _COUNTS[word.lower()] if word else int(counted["digits"])
        return _spread(count) if 1 <= count <= _MOST else ()
    words = when.casefold()
    parts = tuple(at for part, at in _PARTS if re.search(rf"\b{part}s?\b", words))
    if parts and not re.search(r"\b(?:except|not|other|week)", words):
        return parts
    return _spread(1) if _DAILY.search(when) else ()


def _spread(count: int) -> tuple[ClockTime, ...]:
    gap = (_LAST_MIN - _FIRST_MIN) // max(1, count - 1)
    minutes = (_FIRST_MIN + place * gap for place in range(count))
    return tuple(f"{minute // 60:02}:{minute % 60:02}" for minute in minutes)
