"""Renders texts to clips in the background: one thread, one engine, one cache.

The caller never waits. What is asked for last goes first, and what the cache has comes before all
that needs the engine. An engine that fails again and again is left alone for a while, and one with
nothing to do gives its memory back.
"""

import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence

from stretchtimer.core.ports import Notice
from stretchtimer.voice.clip import BadClipError, Clip
from stretchtimer.voice.clip_cache import ClipCache, ClipKey
from stretchtimer.voice.engine import Engine, EngineError, EngineInfo
from stretchtimer.voice.spoken_text import spoken_text
from stretchtimer.voice.voices import VoiceChoice, pick_voice

TRIES = 3  # failures in a row after which the engine, or the one text, is at fault
REST_AFTER_FAILURE_S = 30.0
STOP_ENGINE_AFTER_S = 30.0


class Renderer:
    """Turns texts into clips, in the background."""

    def __init__(
        self,
        engine: Engine,
        cache: ClipCache,
        choice: VoiceChoice,
        rendered: Callable[[str, Clip], None],
        notify: Callable[[Notice], None],
        *,
        rest_after_failure_s: float = REST_AFTER_FAILURE_S,
        stop_engine_after_s: float = STOP_ENGINE_AFTER_S,
    ) -> None:
        """`rendered` is called on the renderer's thread with each text and its clip."""
        self._engine = engine
        self._cache = cache
        self._choice = choice
        self._rendered = rendered
        self._notify = notify
        self._rest_after_failure_s = rest_after_failure_s
        self._stop_engine_after_s = stop_engine_after_s

        self._wake = threading.Condition()
        self._waiting: dict[str, bool] = {}  # in order; whether the cache was asked for it
        self._done: set[str] = set()
        self._closed = False

        self._info: EngineInfo | None = None
        self._engine_runs = False
        self._engine_works = False
        self._failures: Counter[str] = Counter()
        self._rests_until_s = 0.0
        self._told: set[str] = set()
        self._thread = threading.Thread(target=self._run, name="speech", daemon=True)
        self._thread.start()

    def ask(self, texts: Sequence[str]) -> None:
        """Render `texts` in their order, before all that still waits; each text once."""
        with self._wake:
            wanted = {text: False for text in texts if text not in self._done}
            self._waiting = wanted | self._waiting
            self._wake.notify()

    @property
    def busy(self) -> bool:
        """Whether texts still wait."""
        return bool(self._waiting)

    def close(self) -> None:
        """Stop the engine and the thread; returns at once."""
        with self._wake:
            self._closed = True
            self._wake.notify()

    def join(self, timeout_s: float) -> None:
        """Wait until the thread has ended, after `close`."""
        self._thread.join(timeout_s)

    def _run(self) -> None:
        self._info = self._cache.remembered_engine()
        while not self._closed:
            if (text := self._next_to_look_up()) is not None:
                self._look_up(text)
            elif (text := self._next_to_render()) is not None:
                self._render(text)
            else:
                self._wait()
        if self._engine_runs:
            self._stop_engine()
            self._cache.make_room()

    def _next_to_look_up(self) -> str | None:
        with self._wake:
            text = next((text for text, asked in self._waiting.items() if not asked), None)
            if text is not None:
                self._waiting[text] = True
            return text

    def _next_to_render(self) -> str | None:
        if self._rest_left_s() > 0:
            return None
        with self._wake:
            return next(iter(self._waiting), None)

    def _wait(self) -> None:
        """Until there is something to do; an engine that nobody needs meanwhile is stopped."""
        with self._wake:
            rest_s = self._rest_left_s()
            if self._waiting and rest_s > 0:
                self._wake.wait_for(self._something_new, rest_s)
                return
            needed = self._wake.wait_for(
                lambda: self._closed or bool(self._waiting),
                self._stop_engine_after_s if self._engine_runs else None,
            )
        if not needed:
            self._stop_engine()
            self._cache.make_room()

    def _something_new(self) -> bool:
        return self._closed or not all(self._waiting.values())

    def _rest_left_s(self) -> float:
        return self._rests_until_s - time.monotonic()

    def _look_up(self, text: str) -> None:
        speakable = spoken_text(text)
        if not speakable:
            self._forget(text)
        elif self._info is not None:
            clip = self._cache.get(self._key(self._info, speakable))
            if clip is not None:
                self._finish(text, clip)

    def _render(self, text: str) -> None:
        try:
            info = self._start_engine()
        except EngineError as error:
            self._rest(str(error))
            return
        key = self._key(info, spoken_text(text))
        try:
            clip = self._engine.render(key.text, key.voice, key.rate_wpm)
        except (EngineError, BadClipError) as error:
            self._failed(text, str(error))
            return
        self._engine_works = True
        self._failures.clear()
        self._finish(text, clip)
        self._cache.put(key, clip)

    def _start_engine(self) -> EngineInfo:
        info = self._engine.start()
        self._engine_runs = True
        if info != self._info:
            self._info = info
            self._cache.remember_engine(info)
        return info

    def _stop_engine(self) -> None:
        self._engine.stop()
        self._engine_runs = False

    def _key(self, info: EngineInfo, speakable: str) -> ClipKey:
        voice = pick_voice(info, self._choice)
        return ClipKey(info.name, info.version, voice, self._choice.rate_wpm, speakable)

    def _finish(self, text: str, clip: Clip) -> None:
        with self._wake:
            self._done.add(text)
            self._waiting.pop(text, None)
        self._rendered(text, clip)

    def _forget(self, text: str) -> None:
        with self._wake:
            self._waiting.pop(text, None)

    def _failed(self, text: str, why: str) -> None:
        """Let the other texts go first; decide who is at fault when it happens again and again."""
        self._failures[text] += 1
        if self._engine_works and self._failures[text] >= TRIES:
            self._forget(text)
            self._tell("text", Notice(f"The voice cannot say “{text}”: {why}."))
        elif self._failures.total() >= TRIES:
            self._rest(why)
        else:
            with self._wake:
                self._waiting[text] = self._waiting.pop(text, True)

    def _rest(self, why: str) -> None:
        """Leave the engine alone for a while; what it could not say stays in line."""
        self._stop_engine()
        self._failures.clear()
        self._rests_until_s = time.monotonic() + self._rest_after_failure_s
        notice = Notice(
            f"No voice for now: {why}. The clock and the chimes go on.",
            "“stretchtimer doctor” tells what is missing.",
        )
        self._tell("engine", notice)

    def _tell(self, about: str, notice: Notice) -> None:
        """Each thing once."""
        if about not in self._told:
            self._told.add(about)
            self._notify(notice)
