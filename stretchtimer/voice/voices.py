"""Which of an engine's voices speaks."""

from dataclasses import dataclass

from stretchtimer.voice.engine import EngineInfo, EngineVoice

# The clearest of the voices that eSpeak NG has for a language, where the first one found is not.
_PREFERRED = {"en": "en-us"}


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
