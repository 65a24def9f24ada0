"""Text is only text: what a speech engine gets to see of a line from a file.

Engines obey commands hidden in text: eSpeak control characters, macOS `[[...]]`, SAPI whatever
looks like XML. None of that reaches them. Pure.
"""

import re
import unicodedata

MAX_CHARACTERS = 200
_MAX_WORD = 40  # longer words are no language's; they would be spelt for half a minute
_COMMAND_CHARACTERS = str.maketrans(dict.fromkeys("[]<>|\\{}^~`&", " "))
_SPACES = re.compile(r"\s+")
_REPEATED = re.compile(r"(\W)\1{2,}")
_LONG_WORD = re.compile(rf"(\S{{{_MAX_WORD}}})\S+")


def spoken_text(text: str) -> str:
    """`text` as it may be spoken: bounded, without commands; empty when nothing is left to say."""
    text = unicodedata.normalize("NFC", text[: 4 * MAX_CHARACTERS])
    text = "".join(" " if _is_unspeakable(character) else character for character in text)
    text = _SPACES.sub(" ", text.translate(_COMMAND_CHARACTERS))
    text = _LONG_WORD.sub(r"\1", _REPEATED.sub(r"\1", text)).strip()
    text = text[:MAX_CHARACTERS].strip()
    return text if any(character.isalnum() for character in text) else ""


def _is_unspeakable(character: str) -> bool:
    """Control, format, private and unassigned characters, and pictures such as emoji."""
    category = unicodedata.category(character)
    return category[0] == "C" or category == "So"
