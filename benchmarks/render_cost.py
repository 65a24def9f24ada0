"""How much work a routine's voice is: CPU time to render every clip of it, with nothing kept.

    python benchmarks/render_cost.py [ROUTINE] [--engine system|piper]

Without a name the longest routine is rendered. Counted are the speech worker and this process,
which trims and measures the clips. Exit status 1 where a quarter of an hour costs more than 3 s.
"""

import argparse
import resource
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from stretchtimer.app import OwnDose, compose_score, open_home, voice_choice
from stretchtimer.storage.library import Library, load_library
from stretchtimer.voice.clip import BadClipError
from stretchtimer.voice.clip_cache import ClipCache, ClipKey
from stretchtimer.voice.engine import EngineError
from stretchtimer.voice.engines import PIPER, SYSTEM, make_engine
from stretchtimer.voice.spoken_text import spoken_text
from stretchtimer.voice.voices import pick_voice

AT_MOST_S = 3.0
FOR_S = 15 * 60


def cpu_s() -> float:
    """CPU time of this process and of the children that have ended, in seconds."""
    told = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in told)


def longest(library: Library) -> str:
    """Id of the routine that takes longest."""
    routines = library.routines.values()
    return max(routines, key=lambda routine: library.total_s(routine)).id


def main() -> int:
    """Render one routine and print what it cost."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("routine", nargs="?", default="")
    parser.add_argument("--engine", choices=(SYSTEM, PIPER), default=SYSTEM)
    asked = parser.parse_args()

    home = open_home(lambda notice: print(notice.text, file=sys.stderr))
    library = load_library(home.folders)
    routine = library.find_routine(asked.routine or longest(library))
    score = compose_score(home, library, routine, OwnDose())
    texts = [text for text in map(spoken_text, score.texts()) if text]
    choice = replace(voice_choice(home), engine=asked.engine)
    engine = make_engine(asked.engine, home.folders.voices)

    began_cpu_s, began_s, speech_ms, first_s = cpu_s(), time.perf_counter(), 0, 0.0
    with tempfile.TemporaryDirectory() as folder:
        cache = ClipCache(Path(folder), lambda notice: print(notice.text, file=sys.stderr))
        try:
            info = engine.start()
            voice = pick_voice(info, choice)
            for text in texts:
                clip = engine.render(text, voice, choice.rate_wpm)
                key = ClipKey(info.name, info.version, voice, choice.rate_wpm, text)
                cache.put(key, clip)
                first_s = first_s or time.perf_counter() - began_s
                speech_ms += clip.length_ms
        except (EngineError, BadClipError) as error:
            print(f"no voice: {error}", file=sys.stderr)
            return 1
        finally:
            engine.stop()
    spent_s, took_s = cpu_s() - began_cpu_s, time.perf_counter() - began_s

    allowed_s = AT_MOST_S * max(1.0, score.total_ms / 1000 / FOR_S)
    print(
        f"{routine.id}: {score.total_ms / 60_000:.1f} min, {len(texts)} clips, "
        f"{speech_ms / 1000:.0f} s of speech through {info.name} {info.version}"
    )
    print(f"CPU {spent_s:.2f} s (at most {allowed_s:.2f} s), {took_s:.2f} s by the clock, ", end="")
    print(f"the first clip after {first_s:.2f} s")
    return 0 if spent_s <= allowed_s else 1


if __name__ == "__main__":
    sys.exit(main())
