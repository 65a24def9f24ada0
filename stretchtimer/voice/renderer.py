"""Renders texts to clips in the background: one thread, one engine, one cache.

The caller never waits. What is asked for last goes first; known clips come from the cache without
the engine. An engine that fails is left alone for a while, and one with nothing to do gives its
memory back.
"""

import threading
import time
from collections.abc import Callable, Sequence

from stretchtimer.core.ports import Notice
from stretchtimer.voice.clip import BadClipError, Clip
from stretchtimer.voice.clip_cache import ClipCache, ClipKey
from stretchtimer.voice.engine import Engine, EngineError, EngineInfo, TextError
from stretchtimer.voice.spoken_text import spoken_text
from stretchtimer.voice.voices import VoiceChoice, pick_voice

BAD_TEXTS_IN_A_ROW = 3
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
    ) -> None:
        """`rendered` is called on the renderer's thread with each text and its clip."""
        self._engine = engine
        self._cache = cache
        self._choice = choice
        self._rendered = rendered
        self._notify = notify
        self._info: EngineInfo | None = None
        self._waiting: dict[str, None] = {}
        self._done: set[str] = set()
        self._wake = threading.Condition()
        self._closed = False
        self._bad_texts = 0
        self._told = False
        self._thread = threading.Thread(target=self._run, name="speech", daemon=True)
        self._thread.start()

    def ask(self, texts: Sequence[str]) -> None:
        """Render `texts` in their order, before all that still waits; each text once."""
        with self._wake:
            wanted = dict.fromkeys(text for text in texts if text not in self._done)
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
        while (text := self._next_text()) is not None:
            self._render(text)
        self._engine.stop()

    def _next_text(self) -> str | None:
        """The next text to render, when there is one; None when the renderer is closed."""
        with self._wake:
            stop_engine_at_s = time.monotonic() + STOP_ENGINE_AFTER_S
            while not self._closed:
                if self._waiting:
                    text = next(iter(self._waiting))
                    del self._waiting[text]
                    return text
                if self._wake.wait(stop_engine_at_s - time.monotonic()):
                    continue
                self._engine.stop()
                self._cache.make_room()
                self._wake.wait_for(lambda: self._closed or bool(self._waiting))
                stop_engine_at_s = time.monotonic() + STOP_ENGINE_AFTER_S
            return None

    def _render(self, text: str) -> None:
        speakable = spoken_text(text)
        if not speakable:
            return
        for last_try in (False, True):
            if self._closed:
                return
            try:
                clip = self._clip(speakable)
            except (BadClipError, TextError) as error:
                if last_try:
                    self._text_failed(text, str(error))
            except EngineError as error:
                if last_try:
                    self._engine_failed(text, str(error))
            else:
                self._bad_texts = 0
                self._done.add(text)
                self._rendered(text, clip)
                return

    def _clip(self, text: str) -> Clip:
        if self._info is not None:
            kept = self._cache.get(self._key(self._info, text))
            if kept is not None:
                return kept
        info = self._engine.start()
        if info != self._info:
            self._info = info
            self._cache.remember_engine(info)
        key = self._key(info, text)
        clip = self._engine.render(text, key.voice, key.rate_wpm)
        self._cache.put(key, clip)
        return clip

    def _key(self, info: EngineInfo, text: str) -> ClipKey:
        voice = pick_voice(info, self._choice)
        return ClipKey(info.name, info.version, voice, self._choice.rate_wpm, text)

    def _text_failed(self, text: str, why: str) -> None:
        self._bad_texts += 1
        if self._bad_texts >= BAD_TEXTS_IN_A_ROW:
            self._engine_failed(text, why)

    def _engine_failed(self, text: str, why: str) -> None:
        """Say so once, leave the engine alone for a while, then try this text again."""
        self._engine.stop()
        if not self._told:
            self._told = True
            self._notify(
                Notice(
                    f"No voice for now: {why}. The clock and the chimes go on.",
                    "“stretchtimer doctor” tells what is missing.",
                )
            )
        with self._wake:
            self._wake.wait_for(lambda: self._closed, REST_AFTER_FAILURE_S)
            self._waiting.setdefault(text)
