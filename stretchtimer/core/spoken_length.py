"""How long a line takes to say, before anybody has said it.

Used only until the voice has rendered and measured the line. The figures are fitted to eSpeak NG at
150 words a minute and lean to the long side: a plan made with them has room for the real clip.
"""

import re

_FITTED_WPM = 150
_ONSET_MS = 150
_LETTER_MS = 75
_PAUSE_MS = 350
_PAUSE = re.compile(r"[.,;:!?]+(?=\s)")


def estimate_ms(text: str, rate_wpm: int) -> int:
    """Length of `text` in ms at `rate_wpm` words a minute."""
    letters = sum(character.isalnum() for character in text)
    pauses = len(_PAUSE.findall(text))
    at_fitted_rate_ms = _ONSET_MS + _LETTER_MS * letters + _PAUSE_MS * pauses
    return round(at_fitted_rate_ms * _FITTED_WPM / rate_wpm)
