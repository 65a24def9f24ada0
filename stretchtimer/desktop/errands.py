"""One thread for what may take its time: a bus that hangs, a server that is gone."""

import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import TypeVar

Result = TypeVar("Result")


class Errands:
    """Runs calls one after the other, off the caller's thread; waiting costs nothing.

    `post` brings answers back to the thread that wants them.
    """

    def __init__(self, post: Callable[[Callable[[], None]], None]) -> None:
        self._post = post
        self._waiting: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="errands", daemon=True)
        self._thread.start()

    def ask(self, errand: Callable[[], Result], answered: Callable[[Result], None]) -> None:
        """Run `errand`, which must not raise, and hand its answer to `answered`."""

        def run() -> None:
            answer = errand()
            self._post(lambda: answered(answer))

        self._waiting.put(run)

    def run(self, errand: Callable[[], object]) -> None:
        """Run `errand`, which must not raise; nobody waits for its answer."""
        self.ask(errand, lambda _: None)

    def close(self, patience_s: float = 1.0) -> None:
        """Finish what waits, but not for longer than `patience_s`."""
        self._waiting.put(None)
        self._thread.join(patience_s)

    def _run(self) -> None:
        while (errand := self._waiting.get()) is not None:
            errand()
