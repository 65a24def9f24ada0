"""What one frame of each shipped picture costs, in ms, drawn by software at 900 x 700.

    python -m benchmarks.frame_cost [--unprepared] [EXERCISE ...]

A session is played as a person sees it: getting ready at 15 frames a second, while the player
prepares a body of the movement between any two; into the pose at 30, the hold at 15, and out
again at 30. Nobody eases into what goes round from the beginning, so those are not eased in here
either. What is prepared is told apart, at the end. The bare floor, printed first and last,
is the same room without a person, painted in the same run: what is above it is the figure's.
Budget: median 3 ms, p99 6 ms on an idle machine; the time is that of the processor, so that other
programs disturb it little. With --unprepared nothing is prepared: each frame of the way in draws
its body.
"""

import os
import statistics
import sys
import time
from collections.abc import Iterator

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from pathlib import Path

from PySide6.QtGui import QGuiApplication, QImage, QPainter

from stretchtimer.core.exercise import Exercise
from stretchtimer.core.phase import PhaseKind
from stretchtimer.figure.motion import Moment, moment
from stretchtimer.figure.paint import FigurePainter
from stretchtimer.figure.palette import Look
from stretchtimer.storage.folders import Folders
from stretchtimer.storage.library import load_library
from stretchtimer.ui.frame_rate import BREATHING_MS, MOVING_MS
from stretchtimer.ui.steady import paint_on_one_thread, set_aside_what_stays

WIDTH, HEIGHT = 900, 700
PREPARE_MS, EASE_MS, HOLD_MS = 12_000, 5_000, 30_000
NOBODY = Path("nobody")


def moments(exercise: Exercise) -> Iterator[tuple[PhaseKind, Moment]]:
    """The frames of a short session with one exercise."""
    figure = exercise.figure
    is_drill = exercise.kind == "drill" and figure.cycle_s is not None
    cycle_ms = round(figure.cycle_s * 1000) if figure.cycle_s else None
    course = [
        (PhaseKind.PREPARE, PREPARE_MS, BREATHING_MS),
        (PhaseKind.EASE, EASE_MS if exercise.dose.ease_s else 0, MOVING_MS),
        (PhaseKind.HOLD, HOLD_MS, MOVING_MS if is_drill else BREATHING_MS),
        (PhaseKind.RELEASE, EASE_MS if exercise.dose.release_s else 0, MOVING_MS),
    ]
    for kind, length_ms, step_ms in course:
        for at_ms in range(0, length_ms, step_ms):
            seen = moment(kind, at_ms, length_ms, exercise_kind=exercise.kind, cycle_ms=cycle_ms)
            yield kind, seen


def cost(
    paint: FigurePainter, frames: list[tuple[PhaseKind, Moment]], *, prepare: bool = True
) -> tuple[list[float], list[float]]:
    """The time of each frame but the first, which paints the room, and of what was prepared between
    them, in ms.
    """
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    times, ahead = [], []
    for kind, frame in frames:
        begin = time.thread_time()
        paint.paint(painter, WIDTH, HEIGHT, frame)
        painted = time.thread_time()
        times.append((painted - begin) * 1000)
        if prepare and kind is PhaseKind.PREPARE:
            paint.prepare()
            ahead.append((time.thread_time() - painted) * 1000)
    painter.end()
    return times[1:], ahead


def bare_floor() -> list[float]:
    """The time of a room without a person."""
    room = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    room.fill(0)
    image = QImage(room)
    painter = QPainter(image)
    times = []
    for _ in range(200):
        begin = time.thread_time()
        painter.drawImage(0, 0, room)
        times.append((time.thread_time() - begin) * 1000)
    painter.end()
    return times


def tell(name: str, times: list[float]) -> None:
    """One line: median, p99 and worst."""
    ordered = sorted(times)
    p99 = ordered[int(len(ordered) * 0.99) - 1]
    median = statistics.median(ordered)
    print(f"{name:22s} median {median:5.2f}  p99 {p99:5.2f}  worst {ordered[-1]:5.2f} ms")


def main(wanted: list[str]) -> None:
    """Measure the wanted exercises, or all."""
    paint_on_one_thread()
    application = QGuiApplication([])
    library = load_library(Folders(data=NOBODY, settings=NOBODY, cache=Path(os.devnull)))
    set_aside_what_stays()
    tell("bare floor", bare_floor())
    prepare = "--unprepared" not in wanted
    wanted = [name for name in wanted if name != "--unprepared"]
    everything: list[float] = []
    all_ahead: list[float] = []
    for exercise in library.exercises.values():
        if wanted and exercise.id not in wanted:
            continue
        painter = FigurePainter(exercise.figure, Look())
        times, ahead = cost(painter, list(moments(exercise)), prepare=prepare)
        everything += times
        all_ahead += ahead
        tell(exercise.id, times)
    tell("all", everything)
    if prepare:
        tell("prepared between", all_ahead)
    tell("bare floor", bare_floor())
    del application


if __name__ == "__main__":
    main(sys.argv[1:])
