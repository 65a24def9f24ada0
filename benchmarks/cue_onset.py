"""When is a cue heard? Our own voice and a naive one, on an idle machine and on a busy one.

    python -m benchmarks.cue_onset [--routine ID] [--hold S] [--reps N] [--cues N]

Plays a routine through a sound card that is a clock (`simulated_card.py`) and finds every cue in
what was heard by correlation with its clip. The error is the moment of its first sample against the
score: constant latency counts. The naive player calls pyttsx3's `say()` when a word is due. Needs
pulseaudio, pulseaudio-utils, alsa-utils and libasound2-plugins of Debian, and a quiet machine.
"""

import argparse
import contextlib
import os
import queue
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import numpy as np
from numpy.typing import NDArray

from benchmarks.simulated_card import RATE_HZ, Recording, simulated_card
from stretchtimer.app import OwnDose, compose_score, open_home
from stretchtimer.core.cues import Cue
from stretchtimer.core.events import Measured, Mode, Start, Stop
from stretchtimer.core.player_state import PlayerState
from stretchtimer.core.script import CHIME_MS
from stretchtimer.desktop.clock import SystemClock
from stretchtimer.desktop.keep_awake import SystemDecides
from stretchtimer.resources import asset
from stretchtimer.session import Ports, Session
from stretchtimer.storage.library import load_library
from stretchtimer.terminal import Mailbox, TerminalAlarm
from stretchtimer.voice import mixer
from stretchtimer.voice.build import real_speaker
from stretchtimer.voice.process_output import ProcessOutput
from stretchtimer.voice.sound_file import read_sound
from stretchtimer.voice.speaker import Speaker, Volumes
from stretchtimer.voice.voices import VoiceChoice

SEARCH_S = 0.3  # so far from its moment a cue is looked for
NAIVE_SEARCH_S = 1.0
ALIKE = 0.9  # correlation with the clip below which a cue counts as torn
NAIVE_LONGEST_S = 2.5

Wave = NDArray[np.float32]


@dataclass(frozen=True)
class Due:
    """A cue and the moment of the monotonic clock at which its first sample is due."""

    name: str
    at_s: float
    wave: Wave


@dataclass(frozen=True)
class Result:
    """Onset errors in ms, and what went wrong."""

    errors_ms: list[float]
    missing: int
    torn: int
    starved: int


def main(arguments: Sequence[str]) -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--routine", default="seated-hamstring")
    parser.add_argument("--hold", type=int, default=12)
    parser.add_argument("--reps", type=int, default=4)
    parser.add_argument("--cues", type=int, default=60, help="so many of each player and load")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as home, simulated_card() as card:
        os.environ.update(card.environment, STRETCHTIMER_HOME=home)
        print(f"{'':31}cues missing torn  median     p95     p99     max  (ms from due)")
        for load, busy in (("idle", 0), ("both cores busy", 2)):
            with busy_loops(busy), card.recording() as heard:
                due = play_ours(chosen)
            show(f"stretchtimer, {load}", judge(due, heard[0], SEARCH_S))
            with busy_loops(busy), card.recording() as heard:
                due = play_naive(chosen)
            show(f"naive say(), {load}", judge(due, heard[0], NAIVE_SEARCH_S))


def show(name: str, result: Result) -> None:
    """One line of the table."""
    errors = sorted(result.errors_ms) or [float("nan")]
    shares = [float(np.percentile(errors, share)) for share in (50, 95, 99, 100)]
    figures = "".join(f"{figure:8.1f}" for figure in shares)
    starved = f"   card starved {result.starved}x" if result.starved else ""
    print(
        f"{name:30}{len(errors):5}{result.missing:6}{result.torn:6} {figures}{starved}", flush=True
    )


@contextlib.contextmanager
def busy_loops(count: int) -> Iterator[None]:
    """So many programs that do nothing but compute."""
    loops = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(count)]
    try:
        yield
    finally:
        for loop in loops:
            loop.kill()
            loop.wait()


def play_ours(chosen: argparse.Namespace) -> list[Due]:
    """Play the routine as a terminal does; what was due when."""
    home = open_home(lambda notice: print(notice.text))
    library = load_library(home.folders)
    score = compose_score(
        home, library, library.find_routine(chosen.routine), OwnDose(chosen.hold, chosen.reps)
    )
    mailbox, alarm, clock = Mailbox(), TerminalAlarm(), SystemClock()
    speaker = real_speaker(
        cache_folder=home.folders.cache / "clips",
        chimes_folder=asset("sounds"),
        voices_folder=home.folders.voices,
        choice=VoiceChoice("", 155, "en"),
        volumes=Volumes(),
        post=mailbox.post,
        notify=lambda notice: print(notice.text),
    )
    session = Session(
        score,
        Ports(clock, alarm, speaker, SystemDecides(), lambda: _NoLog(), lambda n: print(n.text)),
        lambda _: None,
    )
    _run(mailbox, alarm, clock, lambda: set(score.texts()) <= set(speaker.lengths_ms()))
    session.send(Measured(speaker.lengths_ms()))
    until_s = time.monotonic() + 2.0  # a stream that has just begun is not settled
    _run(mailbox, alarm, clock, lambda: time.monotonic() > until_s)
    zero_s = time.monotonic() + speaker.latency_ms / 1000
    session.send(Start())
    planned = session.state.score.cues[: chosen.cues]
    last_s = zero_s + planned[-1].at_ms / 1000 + 3
    _run(mailbox, alarm, clock, lambda: time.monotonic() > last_s or _over(session.state))
    session.send(Stop())
    waves = _waves(speaker)
    session.close()
    speaker.close()
    home.history.close()
    return [Due(_key(cue), zero_s + cue.at_ms / 1000, waves[_key(cue)]) for cue in planned]


def _run(
    mailbox: Mailbox, alarm: TerminalAlarm, clock: SystemClock, over: Callable[[], bool]
) -> None:
    while not over():
        wait_ms = 50.0 if alarm.at_ms is None else min(50.0, alarm.at_ms - clock.now_ms())
        time.sleep(max(0.0, wait_ms / 1000))
        mailbox.run_tasks()
        alarm.ring_if_due(clock.now_ms())


def _over(state: PlayerState) -> bool:
    return state.mode in (Mode.FINISHED, Mode.STOPPED)


def _waves(speaker: Speaker) -> dict[str, Wave]:
    """What each cue sounds like, at the card's rate."""
    found = {f"chime {name}": _at_card_rate(asset("sounds", f"{name}.wav")) for name in CHIME_MS}
    loaded = cast("ProcessOutput", speaker._output)._sounds  # noqa: SLF001  # a benchmark looks inside
    return found | {name: _at_card_rate(Path(path)) for name, path in loaded.items()}


def _at_card_rate(path: Path) -> Wave:
    samples = np.array(read_sound(str(path)), dtype=np.float32) / 32768
    places = np.arange(int(len(samples) * RATE_HZ / mixer.RATE_HZ)) * mixer.RATE_HZ / RATE_HZ
    return np.interp(places, np.arange(len(samples)), samples).astype(np.float32)


def _key(cue: Cue) -> str:
    return f"text {cue.text}" if cue.text else f"chime {cue.sound}"


class _NoLog:
    def held(self, **_: object) -> None: ...

    def ended(self, **_: object) -> None: ...


def play_naive(chosen: argparse.Namespace) -> list[Due]:
    """Say a word each few seconds, as programs do that have no plan."""
    words: queue.SimpleQueue[str | None] = queue.SimpleQueue()
    ready = threading.Event()

    def speak() -> None:
        import pyttsx3

        engine = pyttsx3.init()
        engine.setProperty("rate", 155)
        ready.set()
        while (word := words.get()) is not None:
            engine.say(word)
            engine.runAndWait()

    thread = threading.Thread(target=speak, daemon=True)
    thread.start()
    ready.wait(20)
    texts = ("Hold.", "Release.", "Ten seconds.", "Halfway.")
    due = []
    begin_s = time.monotonic() + 1
    waves = {text: _naive_wave(text) for text in texts}
    for number in range(chosen.cues):
        at_s = begin_s + number * NAIVE_LONGEST_S * (0.9 + 0.2 * (number * 7 % 10) / 10)
        time.sleep(max(0.0, at_s - time.monotonic()))
        text = texts[number % len(texts)]
        words.put(text)
        due.append(Due(text, at_s, waves[text]))
    time.sleep(NAIVE_LONGEST_S)
    words.put(None)
    return due


def _naive_wave(text: str) -> Wave:
    """What the engine makes of `text`, from its first audible sample on."""
    from stretchtimer.voice.engine import WorkerEngine

    engine = WorkerEngine()
    engine.start()
    clip = engine.render(text, "", 155)
    engine.stop()
    with tempfile.NamedTemporaryFile(suffix=".wav") as file:
        file.write(clip.wav)
        file.flush()
        return _at_card_rate(Path(file.name))


def judge(due: Sequence[Due], heard: Recording, search_s: float) -> Result:
    """Find each cue in what was heard, within `search_s` of its moment."""
    errors, missing, torn = [], 0, 0
    for cue in due:
        begin = int((cue.at_s - search_s - heard.begins_s) * RATE_HZ)
        window = heard.samples[max(0, begin) : begin + len(cue.wave) + int(2 * search_s * RATE_HZ)]
        if len(window) < len(cue.wave):
            missing += 1
            continue
        size = 1 << (len(window) + len(cue.wave)).bit_length()
        spectrum = np.fft.rfft(window, size) * np.conj(np.fft.rfft(cue.wave, size))
        places = np.fft.irfft(spectrum, size)[: len(window) - len(cue.wave)]
        place = int(np.argmax(places))
        part = window[place : place + len(cue.wave)]
        scale = float(np.linalg.norm(part) * np.linalg.norm(cue.wave))
        alike = float(np.dot(part, cue.wave)) / scale if scale > 1e-3 else 0.0
        if alike < 0.5:
            missing += 1
            continue
        torn += alike < ALIKE
        errors.append(1000 * (heard.begins_s + (begin + place) / RATE_HZ - cue.at_s))
    return Result(errors, missing, torn, heard.starved)


if __name__ == "__main__":
    main(sys.argv[1:])
