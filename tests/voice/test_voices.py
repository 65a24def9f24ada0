"""The voice of a person's choice, or the best of the language."""

import pytest

from stretchtimer.voice.engine import EngineInfo, EngineVoice
from stretchtimer.voice.voices import VoiceChoice, pick_voice

VOICES = (
    EngineVoice("gmw/en", "Great Britain", ("en-gb",)),
    EngineVoice("gmw/en-US", "America", ("en-us",)),
    EngineVoice("roa/es-419", "Latin America", ("es_419",)),
)
INFO = EngineInfo("espeak", "1.51", "", VOICES)


@pytest.mark.parametrize(
    ("choice", "picked"),
    [
        (VoiceChoice("gmw/en"), "gmw/en"),
        (VoiceChoice(), "gmw/en-US"),
        (VoiceChoice("of another machine"), "gmw/en-US"),
        (VoiceChoice(language="es"), "roa/es-419"),
        (VoiceChoice(language="fr"), ""),
    ],
)
def test_choice(choice, picked):
    assert pick_voice(INFO, choice) == picked
