"""Puts a session at the terminal together: no Qt, the platform's own player program for sound."""

import sys
import time
from dataclasses import replace

from stretchtimer.app import DEFAULT_ROUTINE, Home, OwnDose, compose_score, open_home, voice_choice
from stretchtimer.core.answers import LockedError
from stretchtimer.core.events import Ending, Start
from stretchtimer.core.ports import Notice
from stretchtimer.core.routine import Routine
from stretchtimer.core.safety_texts import BEFORE_EACH_SESSION
from stretchtimer.desktop.clock import SystemClock
from stretchtimer.desktop.errands import Errands
from stretchtimer.desktop.keep_awake import KeepingAwake
from stretchtimer.resources import asset
from stretchtimer.session import Ports, Session
from stretchtimer.storage.library import Library, load_library
from stretchtimer.terminal import KEYS_HELP, Loop, Mailbox, Screen, TerminalAlarm
from stretchtimer.voice.build import real_speaker
from stretchtimer.voice.speaker import Volumes

_FAREWELL = {
    Ending.FINISHED: "Done.",
    Ending.STOPPED: "Stopped.",
    Ending.HURTS: "Stopped, because it hurt. Ease out slowly and breathe.",
}


def play_here(routine_id: str | None, own: OwnDose | None) -> int:
    """Play the routine with this id, or the usual one, to its end; gives the exit status."""
    notices: list[Notice] = []
    home = open_home(notices.append)
    library = load_library(home.folders)
    notices += (Notice(str(problem)) for problem in library.problems)
    routine = library.find_to_play(routine_id or DEFAULT_ROUTINE)
    try:
        return _play(home, library, routine, own or OwnDose(), notices)
    except LockedError as locked:
        Screen(sys.stdout).line(str(locked))
        return 1
    finally:
        home.history.close()


def _play(
    home: Home, library: Library, routine: Routine, own: OwnDose, notices: list[Notice]
) -> int:
    score = compose_score(home, library, routine, own)
    screen = Screen(sys.stdout)
    for notice in notices:
        screen.tell(notice)
    mailbox, alarm, clock = Mailbox(), TerminalAlarm(), SystemClock(own.speed)
    errands = Errands(mailbox.post)
    settings = home.settings
    speaker = real_speaker(
        cache_folder=home.folders.cache / "clips",
        voices_folder=home.folders.voices,
        chimes_folder=asset("sounds"),
        choice=voice_choice(home),
        volumes=Volumes(settings.voice_volume, settings.chime_volume, settings.muted),
        post=mailbox.post,
        notify=screen.tell,
        device=settings.device,
    )

    def toggle_mute() -> None:
        speaker.volumes = replace(speaker.volumes, muted=not speaker.volumes.muted)
        speaker.hush()

    session = Session(
        score,
        Ports(
            clock=clock,
            alarm=alarm,
            voice=speaker,
            keep_awake=KeepingAwake(errands.run),
            begin_log=lambda: home.history.begin(routine.id, score.exercises),
            notify=screen.tell,
        ),
        changed=lambda _: None,
    )

    adapted = " (adapted)" if score.is_adapted else ""
    screen.line(
        f"{routine.name}{adapted}, {score.total_ms // 60_000}:{score.total_ms // 1000 % 60:02}"
    )
    if routine.caution:
        screen.line(routine.caution)
    for change in score.changes:
        screen.line(f"  {change.text}")
    screen.line(BEFORE_EACH_SESSION)
    if sys.stdin and sys.stdin.isatty():
        screen.line(KEYS_HELP)
    session.send(Start())
    Loop(clock, clock.real_s, alarm, mailbox, screen).run(
        session.send, lambda: session.state, toggle_mute
    )
    screen.line(_FAREWELL[session.state.ending or Ending.STOPPED])
    if session.state.ending is Ending.HURTS:
        # the stop line is still being said
        time.sleep(clock.real_s(score.script.length_ms(home.phrases.stop)) + 0.5)
    session.close()
    errands.close()
    speaker.close()
    return 0
