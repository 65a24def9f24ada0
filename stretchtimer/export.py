"""Exports a routine as an audio file: the score, printed."""

from collections.abc import Callable, Sequence
from pathlib import Path

from stretchtimer.app import Home, voice_choice
from stretchtimer.core.ports import Notice
from stretchtimer.core.score import Score
from stretchtimer.core.script import CHIME_MS
from stretchtimer.resources import asset
from stretchtimer.voice.clip import BadClipError, Clip, read_clip
from stretchtimer.voice.clip_cache import ClipCache, ClipKey
from stretchtimer.voice.engine import Engine, TextError
from stretchtimer.voice.mixdown import mixed_seconds
from stretchtimer.voice.mixer import RATE_HZ
from stretchtimer.voice.speaker import Volumes
from stretchtimer.voice.spoken_text import spoken_text
from stretchtimer.voice.voices import VoiceChoice, pick_voice

FORMATS = {".wav": ("WAV", "PCM_16"), ".flac": ("FLAC", "PCM_16"), ".ogg": ("OGG", "VORBIS")}


def export_audio(
    home: Home, score: Score, engine: Engine, output: Path, notify: Callable[[Notice], None]
) -> None:
    """Write `score` into `output`, whose ending is one of `FORMATS`; exactly as long as the score.

    Raises EngineError when there is no voice and OSError when the file cannot be written.
    """
    import soundfile

    settings = home.settings
    choice = voice_choice(home)
    cache = ClipCache(home.folders.cache / "clips", notify, choice.engine)
    clips = _render(score.texts(), engine, cache, choice, notify)
    measured = score.with_measured({text: clip.length_ms for text, clip in clips.items()})
    chimes = {name: read_clip(asset("sounds", f"{name}.wav").read_bytes()) for name in CHIME_MS}
    volumes = Volumes(settings.voice_volume, settings.chime_volume)
    seconds = mixed_seconds(measured.cues, measured.total_ms, clips, chimes, volumes)
    file_format, subtype = FORMATS[output.suffix.lower()]
    unfinished = output.with_name(output.name + ".part")
    try:
        with (
            unfinished.open("wb") as raw,
            soundfile.SoundFile(
                raw, "w", RATE_HZ, channels=1, format=file_format, subtype=subtype
            ) as file,
        ):
            # A second at a time: the Vorbis encoder crashes on minutes in one go.
            for second in seconds:
                file.buffer_write(second, dtype="int16")
        unfinished.replace(output)
    except soundfile.LibsndfileError as error:
        raise OSError(error.error_string) from error
    finally:
        unfinished.unlink(missing_ok=True)


def _render(
    texts: Sequence[str],
    engine: Engine,
    cache: ClipCache,
    choice: VoiceChoice,
    notify: Callable[[Notice], None],
) -> dict[str, Clip]:
    clips: dict[str, Clip] = {}
    info = engine.start()
    voice = pick_voice(info, choice)
    try:
        for text in texts:
            speakable = spoken_text(text)
            key = ClipKey(info.name, info.version, voice, choice.rate_wpm, speakable)
            clip = cache.get(key)
            if clip is None and speakable:
                try:
                    clip = engine.render(speakable, voice, choice.rate_wpm)
                    cache.put(key, clip)
                except (TextError, BadClipError) as error:
                    notify(Notice(f"“{text}” stays silent: {error}."))
            if clip is not None:
                clips[text] = clip
    finally:
        engine.stop()
    return clips
