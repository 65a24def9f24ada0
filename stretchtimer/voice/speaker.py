"""The voice of a session: renders ahead, keeps clips ready in the output, plays them when due."""

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from stretchtimer.core.ports import Notice
from stretchtimer.core.script import CHIME_MS
from stretchtimer.voice.clip import BadClipError, Clip, read_clip
from stretchtimer.voice.clip_cache import ClipCache
from stretchtimer.voice.engine import Engine
from stretchtimer.voice.output import Output
from stretchtimer.voice.renderer import Renderer
from stretchtimer.voice.voices import VoiceChoice

# A text that was not rendered ahead is still played when it is ready this soon.
LATE_AT_MOST_S = 0.4
# And one that somebody asked for, this soon: an engine that rests takes half a second to start.
PATIENT_S = 1.2
SAMPLE_S = 20.0  # and one that shows how a voice sounds, which may have to be loaded first
QUIET = 0.45  # volume of a quiet chime, as a share of a full one
# How often at most the measured lengths are told, so that a plan is not made anew for every clip.
TELL_EVERY_S = 0.25


@dataclass(frozen=True, slots=True)
class Volumes:
    """How loud, 0 to 1; `muted` silences both."""

    voice: float = 1.0
    chimes: float = 0.8
    muted: bool = False


class Speaker:
    """Implements the `Voice` port out of a renderer and an output."""

    def __init__(
        self,
        *,
        engine: Engine,
        cache_folder: Path,
        chimes_folder: Path,
        output: Output,
        choice: VoiceChoice,
        volumes: Volumes,
        post: Callable[[Callable[[], None]], None],
        notify: Callable[[Notice], None],
    ) -> None:
        """`post` runs a callable on the session's thread; `notify` is called on that thread too."""
        self._output = output
        self._post = post
        self._notify = notify
        self.volumes = volumes
        self._lengths_ms: dict[str, int] = {}
        self._heard: Callable[[], None] = lambda: None
        self._awaited: tuple[str, float] = ("", 0.0)
        self._gathering = threading.Lock()
        self._gathered: dict[str, Clip] = {}
        self._telling = False
        self._told_s = 0.0
        self._load_chimes(chimes_folder)

        def tell(notice: Notice) -> None:
            post(lambda: notify(notice))

        cache = ClipCache(cache_folder, tell, choice.engine)
        self._renderer = Renderer(engine, cache, choice, self._rendered, tell)

    @property
    def latency_ms(self) -> int:
        """The output's constant delay to audible sound, in ms."""
        return self._output.latency_ms

    def prepare(self, texts: Sequence[str]) -> None:
        """Render `texts` in the background, the first one first."""
        self._output.wake()
        self._renderer.ask(texts)

    def lengths_ms(self) -> Mapping[str, int]:
        """Measured lengths of the texts rendered so far, in ms."""
        return dict(self._lengths_ms)

    def on_measured(self, heard: Callable[[], None]) -> None:
        """Call `heard` when `lengths_ms` has grown."""
        self._heard = heard

    def say(self, text: str, *, patient: bool = False) -> None:
        """Play the clip of `text` now, or as soon as it is rendered if that is soon enough."""
        if text in self._lengths_ms:
            self._play(_text_key(text), self.volumes.voice)
        else:
            self._await(text, PATIENT_S if patient else LATE_AT_MOST_S)

    def sample(self, text: str) -> None:
        """Say `text` when it is ready: to hear how the voice sounds."""
        self._output.wake()
        self._output.hush()
        if text in self._lengths_ms:
            self._play(_text_key(text), self.volumes.voice)
        else:
            self._await(text, SAMPLE_S)

    def chime(self, name: str, *, quiet: bool = False) -> None:
        """Play a chime now."""
        self._play(_chime_key(name), self.volumes.chimes * (QUIET if quiet else 1.0))

    def hush(self) -> None:
        """Fall silent within 50 ms."""
        self._awaited = ("", 0.0)
        self._output.hush()

    def close(self) -> None:
        """Fall silent and give engine and device back."""
        self._heard = lambda: None
        self._output.close()
        self._renderer.close()

    def _play(self, key: str, volume: float) -> None:
        if not self.volumes.muted:
            self._output.play(key, volume)

    def _await(self, text: str, for_s: float) -> None:
        self._awaited = (text, time.monotonic() + for_s)
        self._renderer.ask([text])

    def _load_chimes(self, folder: Path) -> None:
        for name in CHIME_MS:
            try:
                clip = read_clip((folder / f"{name}.wav").read_bytes())
            except (OSError, BadClipError) as error:
                self._notify(Notice(f"The chime “{name}” is missing: {error}."))
            else:
                self._output.load(_chime_key(name), clip)

    def _rendered(self, text: str, clip: Clip) -> None:
        """On the renderer's thread: gather clips, so that many come over in one go."""
        with self._gathering:
            self._gathered[text] = clip
            if self._telling:
                return
            self._telling = True
        self._post(self._take_over)

    def _take_over(self) -> None:
        with self._gathering:
            gathered, self._gathered = self._gathered, {}
            self._telling = False
        for text, clip in gathered.items():
            self._output.load(_text_key(text), clip)
            self._lengths_ms[text] = clip.length_ms
        awaited, until_s = self._awaited
        if awaited in gathered and time.monotonic() <= until_s:
            self._play(_text_key(awaited), self.volumes.voice)
        now_s = time.monotonic()
        if not self._renderer.busy or now_s >= self._told_s + TELL_EVERY_S:
            self._told_s = now_s
            self._heard()


def _chime_key(name: str) -> str:
    return f"chime {name}"


def _text_key(text: str) -> str:
    return f"text {text}"
