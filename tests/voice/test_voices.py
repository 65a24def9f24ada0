"""The voice of a person's choice, or the best of the language."""

import pytest

from stretchtimer.voice.engine import EngineInfo, EngineVoice
from stretchtimer.voice.voices import VoiceChoice, grouped_voices, pick_voice

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


def test_voices_are_grouped_by_language_the_asked_ones_and_the_clearest_first():
    info = EngineInfo(
        "fake",
        "1",
        "",
        (
            EngineVoice("af", "Afrikaans", ("af",)),
            EngineVoice("gb", "Britain", ("en-gb",)),
            EngineVoice("nyc", "Another America", ("en-us-nyc",)),
            EngineVoice("us", "America", ("en-us",)),
            EngineVoice("at", "Austria", ("de_AT",)),
            EngineVoice("de", "Germany", ("de",)),
            EngineVoice("none", "Nameless", ()),
        ),
    )
    groups = grouped_voices(info, ["fr", "en", "de", "en"])
    assert [(code, [voice.id for voice in voices]) for code, voices in groups] == [
        ("en", ["us", "nyc", "gb"]),
        ("de", ["de", "at"]),
        ("", ["none"]),
        ("af", ["af"]),
    ]
