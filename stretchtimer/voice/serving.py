"""What every speech worker's process does, whatever engine speaks in it.

It is a process of its own because speech engines hang, crash and print. One JSON object a line
comes in on stdin (`{"id", "text", "out", "voice", "rate_wpm"}`), one goes out on stdout for each;
the first line out tells the engine. The process ends when its stdin does, even while its engine
hangs.
"""

import json
import os
import queue
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol, TextIO

from stretchtimer.voice.child import follow_parent


class Renders(Protocol):
    """An engine as its worker sees it."""

    def describe(self) -> dict[str, Any]:
        """`engine`, `version`, `library`, and `voices` with `id`, `name` and `languages`."""
        ...

    def render(self, text: str, out: Path, voice: str, rate_wpm: int) -> None:
        """Speak `text` into the WAV file `out`; raises anything when that fails."""
        ...


def serve(
    make_engine: Callable[[], Renders], next_request: Callable[[], str], answers: TextIO
) -> None:
    """Answer requests for as long as the process lives, or say why there is no engine."""

    def answer(**fields: Any) -> None:  # noqa: ANN401  # JSON values
        answers.write(json.dumps(fields) + "\n")
        answers.flush()

    try:
        engine = make_engine()
        answer(ready=True, **engine.describe())
    except Exception as error:  # noqa: BLE001  # an engine may fail in any way; the parent tells why
        answer(ready=False, error=_plain(error))
        return
    while True:
        request = json.loads(next_request())
        try:
            engine.render(
                request["text"], Path(request["out"]), request["voice"], request["rate_wpm"]
            )
            answer(id=request["id"], ok=True)
        except Exception as error:  # noqa: BLE001  # as above: one text lost, not the worker
            answer(id=request["id"], ok=False, error=_plain(error))


def _plain(error: Exception) -> str:
    return str(error) or type(error).__name__


def run_worker(make_engine: Callable[[], Renders]) -> None:
    """Keep stdout for answers alone: engines print there."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    waiting: queue.SimpleQueue[str] = queue.SimpleQueue()
    follow_parent(waiting.put)
    serve(make_engine, waiting.get, answers)
    os._exit(0)  # an engine that could not start might hold up an orderly end
