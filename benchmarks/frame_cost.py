"""What one frame of each shipped picture costs, in ms, drawn by software at 900 x 700.

    python benchmarks/frame_cost.py [EXERCISE ...]

A session is played as a person sees it: into the pose at 30 frames a second, the hold at 15, and
out again. The bare floor, printed first and last, is the same room without a person, painted in the
same run: what is above it is the figure's. Budget: median 3 ms, p99 6 ms on an idle machine; the
time is that of the processor, so that other programs disturb it little.
"""

import gc
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

WIDTH, HEIGHT = 900, 700
REPS = 1
EASE_MS, HOLD_MS = 5_000, 30_000
NOBODY = Path("nobody")


def moments(exercise: Exercise) -> Iterator[Moment]:
    """The frames of a short session with one exercise."""
    figure = exercise.figure
    is_drill = exercise.kind == "drill" and figure.cycle_s is not None
    cycle_ms = round(figure.cycle_s * 1000) if figure.cycle_s else None
    course = [
        (PhaseKind.EASE, EASE_MS, MOVING_MS),
        (PhaseKind.HOLD, HOLD_MS, MOVING_MS if is_drill else BREATHING_MS),
        (PhaseKind.RELEASE, EASE_MS, MOVING_MS),
    ]
    for kind, length_ms, step_ms in course * REPS:
        for at_ms in range(0, length_ms, step_ms):
            yield moment(kind, at_ms, length_ms, exercise_kind=exercise.kind, cycle_ms=cycle_ms)


def cost(paint: FigurePainter, frames: list[Moment]) -> list[float]:
    """The time of each frame but the first, which paints the room, in ms."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    times = []
    for frame in frames:
        begin = time.thread_time()
        paint.paint(painter, WIDTH, HEIGHT, frame)
        times.append((time.thread_time() - begin) * 1000)
    painter.end()
    return times[1:]


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
    application = QGuiApplication([])
    library = load_library(Folders(data=NOBODY, settings=NOBODY, cache=Path(os.devnull)))
    gc.collect()
    gc.freeze()  # as the window does when it gets ready to play
    tell("bare floor", bare_floor())
    everything: list[float] = []
    for exercise in library.exercises.values():
        if wanted and exercise.id not in wanted:
            continue
        times = cost(FigurePainter(exercise.figure, Look()), list(moments(exercise)))
        everything += times
        tell(exercise.id, times)
    tell("all", everything)
    tell("bare floor", bare_floor())
    del application


if __name__ == "__main__":
    main(sys.argv[1:])
