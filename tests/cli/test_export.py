"""A routine as an audio file: as long as the routine, every cue at its sample."""

import io
import wave

import numpy as np
import pytest
import soundfile

from stretchtimer.cli import run
from stretchtimer.core.script import CHIME_MS
from stretchtimer.resources import asset
from stretchtimer.voice.clip import Clip, read_clip
from stretchtimer.voice.mixdown import mixed_seconds
from stretchtimer.voice.mixer import RATE_HZ
from stretchtimer.voice.speaker import Volumes
from tests.core.made_up import TWO_SIDED_DOSE, score

CHIMES = {name: read_clip(asset("sounds", f"{name}.wav").read_bytes()) for name in CHIME_MS}


def beep(length_ms, rate_hz=22_050, pitch_hz=440):
    """A clip that begins and ends at once, so that its place can be measured."""
    t = np.arange(length_ms * rate_hz // 1000) / rate_hz
    samples = (12_000 * np.cos(2 * np.pi * pitch_hz * t)).astype("<i2")
    target = io.BytesIO()
    with wave.open(target, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(rate_hz)
        out.writeframes(samples.tobytes())
    return Clip(target.getvalue(), length_ms)


def mix(*arguments):
    return np.frombuffer(b"".join(mixed_seconds(*arguments)), dtype="<i2")


@pytest.mark.parametrize("rate_hz", [16_000, 22_050, 44_100, 48_000])
def test_every_word_begins_at_its_sample_and_ends_with_its_length(rate_hz):
    made = score(TWO_SIDED_DOSE)
    made = made.with_measured(dict.fromkeys(made.texts(), 600))
    clips = dict.fromkeys(made.texts(), beep(600, rate_hz))
    sound = mix(made.cues, made.total_ms, clips, {}, Volumes())
    assert len(sound) == made.total_ms * RATE_HZ // 1000
    loud = np.flatnonzero(np.abs(sound.astype(int)) > 4_000)
    begins = loud[np.flatnonzero(np.diff(loud, prepend=-RATE_HZ) > RATE_HZ // 20)]
    due = [cue.at_ms * RATE_HZ / 1000 for cue in made.cues if cue.text]
    assert len(begins) == len(due)
    assert max(abs(at - want) for at, want in zip(begins, due, strict=True)) < RATE_HZ * 0.002


def test_volumes_are_apart_and_a_missing_clip_is_silence():
    made = score(TWO_SIDED_DOSE)
    chimes_only = mix(made.cues, made.total_ms, {}, CHIMES, Volumes(chimes=0.5))
    louder = mix(made.cues, made.total_ms, {}, CHIMES, Volumes(chimes=1.0))
    assert np.abs(louder).max() == pytest.approx(2 * np.abs(chimes_only).max(), rel=0.01)
    assert not mix(made.cues, made.total_ms, {}, {}, Volumes()).any()


@pytest.mark.parametrize("ending", ["wav", "flac", "ogg"])
def test_export_writes_exactly_the_routine(tmp_path, ending, capsys):
    output = tmp_path / f"routine.{ending}"
    assert run(["export", "R5", "--hold", "5", "--reps", "1", "-o", str(output)]) == 0
    sound, rate_hz = soundfile.read(output)
    assert rate_hz == RATE_HZ
    assert len(sound) == (10 + 20 + 8 + 5 + 6 + 10) * RATE_HZ
    assert np.abs(sound).max() > 0.1
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == [output.name]
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("name", ["routine.mp3", "routine", "nowhere/routine.wav"])
def test_what_cannot_be_written_is_told_in_one_line(tmp_path, name, capsys):
    assert run(["export", "R5", "-o", str(tmp_path / name)]) == 2
    assert capsys.readouterr().err.count("\n") == 1
