"""Puts the parts together that every way of using the program needs: no screen, no sound.

The window is put together in `window_app`, a session at the terminal in `terminal_app`.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from stretchtimer.coach import Coach
from stretchtimer.core.answers import Answers
from stretchtimer.core.counting import counted
from stretchtimer.core.exercise import Dose, Exercise
from stretchtimer.core.fitting import KNEES_UP_TEST, Fitted, fit, with_own_doses_told
from stretchtimer.core.hold_times import HoldTimes, with_hold_times
from stretchtimer.core.phrases import Phrases
from stretchtimer.core.ports import Notice
from stretchtimer.core.progression import eased, with_doses
from stretchtimer.core.routine import Prescription, Routine, alone
from stretchtimer.core.safety import hidden_by
from stretchtimer.core.score import Score, compile_score, with_own_dose
from stretchtimer.core.script import Script
from stretchtimer.core.settings import Settings
from stretchtimer.core.suggestion import WARM_UP
from stretchtimer.core.trimming import trim
from stretchtimer.storage.answers_file import AnswersFile
from stretchtimer.storage.folders import Folders, find_folders
from stretchtimer.storage.history import History
from stretchtimer.storage.hold_times_file import HoldTimesFolder
from stretchtimer.storage.library import Library
from stretchtimer.storage.phrases_file import ENGLISH, has_phrases, load_phrases
from stretchtimer.storage.settings_file import read_settings

if TYPE_CHECKING:
    from stretchtimer.voice.voices import VoiceChoice

# Set-up lines are spoken in full on the first meetings of an exercise, then briefly.
FULL_EXPLANATIONS = 3
DEFAULT_ROUTINE = "wall-hamstring"
SLOWEST, FASTEST = 0.1, 100.0


@dataclass(frozen=True, slots=True)
class OwnDose:
    """What a person asked for on top of a routine; None leaves the routine's own.

    `minutes` is the time they have: what is longer is cut to it. `warm_up` puts a minute of
    marching before it.
    """

    hold_s: int | None = None
    reps: int | None = None
    speed: float = 1.0
    minutes: int | None = None
    warm_up: bool = False


@dataclass(frozen=True, slots=True)
class Home:
    """A person's place on this machine: folders, choices, words and history."""

    folders: Folders
    settings: Settings
    phrases: Phrases
    history: History
    hold_times: HoldTimesFolder
    coach: Coach


def open_home(notify: Callable[[Notice], None]) -> Home:
    """Read the settings and find everything else; `notify` is told what is amiss."""
    folders = find_folders()
    settings, notices = read_settings(folders.settings_file)
    for notice in notices:
        notify(notice)
    history = History(folders.history_file, now=_now, tell=notify)
    return Home(
        folders,
        settings,
        load_phrases(_spoken_language(settings, folders)),
        history,
        HoldTimesFolder(folders.hold_times, tell=notify),
        Coach(AnswersFile(folders.answers_file, tell=notify), history, now=_now),
    )


def _now() -> datetime:
    return datetime.now(UTC).astimezone()


def with_settings(home: Home, settings: Settings) -> Home:
    """The same home with other choices, and the words in the language of the voice they name."""
    if (settings.engine, settings.voice_id) == (home.settings.engine, home.settings.voice_id):
        return replace(home, settings=settings)
    phrases = load_phrases(_spoken_language(settings, home.folders))
    return replace(home, settings=settings, phrases=phrases)


def voice_choice(home: Home) -> "VoiceChoice":
    """Which voice speaks, and how fast."""
    from stretchtimer.voice.voices import VoiceChoice  # only what speaks pays for this import

    settings = home.settings
    return VoiceChoice(settings.voice_id, settings.rate_wpm, home.phrases.language, settings.engine)


def _spoken_language(settings: Settings, folders: Folders) -> str:
    """The language of the chosen voice, where we have the cues' words in it; otherwise English."""
    if not settings.voice_id:
        return ENGLISH
    # Only a person's own choice of voice pays for this import at start.
    from stretchtimer.voice.clip_cache import ClipCache

    cache = ClipCache(folders.cache / "clips", lambda _: None, settings.engine)
    engine = cache.remembered_engine()
    for voice in engine.voices if engine is not None else ():
        if voice.id == settings.voice_id:
            spoken = (code.replace("_", "-").partition("-")[0] for code in voice.languages)
            return next((code for code in spoken if has_phrases(code)), ENGLISH)
    return ENGLISH


def dosed_routine(home: Home, library: Library, routine: Routine, own: OwnDose) -> Routine:
    """`routine` with the numbers that a person's own hold times and `own` give it, to be shared."""
    dosed = with_hold_times(routine, library.exercises, home.hold_times.read(routine.id))
    if own.hold_s is not None:
        blocks = (replace(one, hold_s=own.hold_s, left_hold_s=None) for one in dosed.block)
        dosed = replace(dosed, block=tuple(blocks))
    if own.reps is not None:
        dosed = replace(dosed, block=tuple(replace(one, reps=own.reps) for one in dosed.block))
    return dosed


def editor_score(home: Home, library: Library, routine: Routine) -> Score:
    """The score of a routine as it is written, everything explained in full: for its author."""
    blocks = tuple(counted(block, home.phrases) for block in library.prescriptions(routine))
    exercises = frozenset(block.exercise.id for block in blocks)
    script = Script(
        routine.name, blocks, home.phrases, exercises, home.settings.countdown,
        home.settings.rate_wpm,
    )  # fmt: skip
    return compile_score(routine, script)


def fit_routine(
    home: Home,
    library: Library,
    routine: Routine,
    own: OwnDose,
    *,
    answers: Answers | None = None,
    times: HoldTimes | None = None,
) -> Fitted:
    """What this person may play of a routine, and how: their doses, their answers, their time.

    `answers` and `times`, the routine's own hold times, stand in for those that are kept. Raises
    ValueError when the own dose is out of bounds, and LockedError when nothing of it may start now.
    """
    doses, today = home.coach.doses(library.exercises), _now().date()

    def asked(asked_for: Routine) -> tuple[Prescription, ...]:
        held = times if asked_for.id == routine.id else None
        if held is None:
            held = home.hold_times.read(asked_for.id)
        blocks = library.prescriptions(with_hold_times(asked_for, library.exercises, held))
        return with_own_dose(blocks, hold_s=own.hold_s, reps=own.reps)

    def kept_down(block: Prescription) -> Prescription:
        state = doses.get(block.exercise.id)
        return block if state is None else replace(block, dose=eased(block.dose, state, today))

    def stand_in_dose(exercise: Exercise) -> Dose:
        (block,) = asked(with_doses(alone(exercise), library.exercises, doses))
        return kept_down(block).dose

    blocks = tuple(map(kept_down, asked(with_doses(routine, library.exercises, doses))))
    if answers is None:
        answers = home.coach.answers()
    if routine == KNEES_UP_TEST:  # it finds out whether the knees may come up
        answers = replace(answers, knees_ok=True)
    fitted = fit(blocks, answers, library.exercises, stand_in_dose)
    fitted = with_own_doses_told(fitted, asked(routine), blocks)
    warm_up = _warm_up(library, answers) if own.warm_up else ()
    if own.minutes is not None:
        frame_s = routine.intro_s + routine.outro_s + fitted.extra_outro_s
        frame_s += sum(block.dose.total_s for block in warm_up)
        trimmed = trim(fitted.blocks, frame_s, own.minutes * 60)
        changes = (*fitted.changes, *trimmed.changes)
        fitted = replace(fitted, blocks=trimmed.blocks, changes=changes)
    return replace(fitted, blocks=(*warm_up, *fitted.blocks))


def _warm_up(library: Library, answers: Answers) -> tuple[Prescription, ...]:
    """A minute of marching as this person may do it; nothing where they may not."""
    exercise = library.exercises.get(WARM_UP)
    if exercise is None or hidden_by(exercise, answers):
        return ()
    return fit((Prescription(exercise, exercise.dose),), answers, library.exercises).blocks


def compose_score(
    home: Home, library: Library, routine: Routine, own: OwnDose, *, answers: Answers | None = None
) -> Score:
    """The score of a routine as this person would play it now.

    Nothing that their health answers hide is in it: this is the one way to a score, wherever the
    routine comes from. `answers` stands in for those that are kept. Raises ValueError when the own
    dose is out of bounds, and LockedError when nothing of it may start now.
    """
    if not SLOWEST <= own.speed <= FASTEST:
        raise ValueError(f"the speed goes from {SLOWEST:g} to {FASTEST:g}, not {own.speed:g}")
    if own.minutes is not None and own.minutes < 1:
        raise ValueError(f"a routine takes a minute at least, not {own.minutes}")
    fitted = fit_routine(home, library, routine, own, answers=answers)
    routine = replace(routine, outro_s=routine.outro_s + fitted.extra_outro_s)
    blocks = fitted.blocks
    exercises = [block.exercise.id for block in blocks]
    met = home.history.meetings(exercises)
    language = home.phrases.language
    script = Script(
        title=routine.name_in.get(language, routine.name),
        blocks=tuple(
            counted(replace(block, exercise=block.exercise.in_language(language)), home.phrases)
            for block in blocks
        ),
        phrases=home.phrases,
        explained=frozenset(e for e in exercises if met[e] < FULL_EXPLANATIONS),
        countdown=home.settings.countdown,
        rate_wpm=home.settings.rate_wpm,
        speed=own.speed,
    )
    score = compile_score(routine, script)
    return replace(score, changes=fitted.changes, is_adapted=fitted.is_adapted)
