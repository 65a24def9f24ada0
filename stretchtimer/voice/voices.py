"""Which of an engine's voices speaks."""

from collections.abc import Sequence
from dataclasses import dataclass

from stretchtimer.voice.engine import EngineInfo, EngineVoice

# The clearest of the voices that eSpeak NG has for a language, where the first one found is not.
_PREFERRED = {"en": "en-us", "fr": "fr-fr"}


@dataclass(frozen=True, slots=True)
class VoiceChoice:
    """The voice a person chose and its speed; an empty id is the best one of the language.

    `engine` is one of the names in `engines`.
    """

    voice_id: str = ""
    rate_wpm: int = 155
    language: str = "en"
    engine: str = "system"


def pick_voice(info: EngineInfo, choice: VoiceChoice) -> str:
    """Id of the voice that speaks; empty for the engine's own default."""
    if any(voice.id == choice.voice_id for voice in info.voices):
        return choice.voice_id
    exact = _PREFERRED.get(choice.language, choice.language)
    for speaks in (
        lambda voice: exact in _codes(voice),
        lambda voice: any(code.split("-")[0] == choice.language for code in _codes(voice)),
    ):
        found = next(filter(speaks, info.voices), None)
        if found is not None:
            return found.id
    return ""


def _codes(voice: EngineVoice) -> tuple[str, ...]:
    return tuple(code.lower().replace("_", "-") for code in voice.languages)


def grouped_voices(
    info: EngineInfo, first: Sequence[str]
) -> tuple[tuple[str, tuple[EngineVoice, ...]], ...]:
    """The voices by language, a code such as "en": those of `first` before the others, and in each
    language the clearest one before the others.
    """
    groups: dict[str, list[EngineVoice]] = {}
    for voice in info.voices:
        codes = _codes(voice)
        groups.setdefault(codes[0].split("-")[0] if codes else "", []).append(voice)
    order = {language: place for place, language in enumerate(dict.fromkeys(first))}
    languages = sorted(groups, key=lambda language: (order.get(language, len(order)), language))
    return tuple(
        (language, tuple(_best_first(groups[language], language))) for language in languages
    )


def _best_first(voices: Sequence[EngineVoice], language: str) -> list[EngineVoice]:
    best = _PREFERRED.get(language, language)

    def place(voice: EngineVoice) -> tuple[bool, bool, str]:
        codes = _codes(voice)
        return best not in codes, language not in codes, voice.name

    return sorted(voices, key=place)
