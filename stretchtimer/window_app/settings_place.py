"""The settings screen, with what it needs to know of this machine: voices and sound devices."""

from collections.abc import Callable, Iterable, Iterator
from threading import Thread

from stretchtimer.app import Home
from stretchtimer.core.exercise import Exercise
from stretchtimer.core.ports import Notice
from stretchtimer.core.settings import Settings
from stretchtimer.desktop.login import login_start
from stretchtimer.storage.phrases_file import ENGLISH, has_phrases, phrase_languages
from stretchtimer.ui.folder import open_folder
from stretchtimer.ui.language_names import language_name, system_language
from stretchtimer.ui.pick_list import Group
from stretchtimer.ui.settings_screen import SettingsScreen
from stretchtimer.voice.clip_cache import ClipCache
from stretchtimer.voice.devices import Devices, sound_devices
from stretchtimer.voice.engine import EngineError, EngineInfo
from stretchtimer.voice.engines import PIPER, PIPER_INSTALL, make_engine
from stretchtimer.voice.voices import grouped_voices
from stretchtimer.window_app.reminders_place import LOGIN_COMMAND

_ENGINE_LIMIT_S = 10.0
_NAMES = {"espeak": "eSpeak NG", "sapi5": "SAPI 5", "nsss": "macOS", "avspeech": "macOS"}

Post = Callable[[Callable[[], None]], None]


def _on_a_thread(task: Callable[[], None]) -> None:
    Thread(target=task, daemon=True).start()


class SettingsPlace:
    """Makes the screen on the first visit, and looks around anew on each one."""

    def __init__(
        self,
        home: Callable[[], Home],
        post: Post,
        tell: Callable[[Notice], None],
        example: Exercise | None,
    ) -> None:
        """`home` gives the choices that hold now; `post` runs a callable on the window's thread.

        `tell` passes on what people should know; `example` is whose figure shows how it looks.
        """
        self._home, self._post, self._tell = home, post, tell
        self._login = login_start()
        self._info: EngineInfo | None = None
        self._devices: Devices = ()
        self.screen = SettingsScreen()
        self.screen.voice_files_asked.connect(lambda: open_folder(self._home().folders.voices))
        self.screen.folder_asked.connect(lambda: open_folder(self._home().folders.data))
        self.screen.login_chosen.connect(lambda on: self._set_login(on=on))
        self.screen.computer.show_folder(str(home().folders.data))
        if example is not None:
            self.screen.show_exercise(example)

    def refresh(self) -> None:
        """Show what holds now, and look for voices and devices."""
        self.screen.show_settings(self._home().settings)
        self.screen.body.long_holds.show_on(on=self._home().coach.screening.long_holds)
        self.screen.show_devices(self._devices)
        self.screen.computer.show_login(on=self._login.is_on(), why="")
        self._look_for_voices()

        def look() -> None:
            found = sound_devices()
            self._post(lambda: self._take_devices(found))

        _on_a_thread(look)

    def _set_login(self, *, on: bool) -> None:
        try:
            if on:
                self._login.turn_on(LOGIN_COMMAND)
            else:
                self._login.turn_off()
        except OSError as error:
            self._tell(Notice(f"Start at login could not be changed: {error}."))
        self.screen.computer.show_login(on=self._login.is_on(), why="")

    def take_change(self, before: Settings) -> None:
        """Show what follows from a change of the settings, of which `before` held until now."""
        settings = self._home().settings
        if settings.engine != before.engine:
            self._look_for_voices()
        elif settings.voice_id != before.voice_id and self._info is not None:
            self._show_voices(self._info)

    def _look_for_voices(self) -> None:
        """Ask the chosen engine who speaks; meanwhile show who did last time."""
        home = self._home()
        self._info = _cache(home).remembered_engine()
        if self._info is None:
            self.screen.voice.show_looking()
        else:
            self._show_voices(self._info)

        def ask() -> None:
            answer = _ask_engine(home)
            self._post(lambda: self._take_answer(home.settings.engine, answer))

        _on_a_thread(ask)

    def _take_devices(self, found: Devices) -> None:
        self._devices = found
        self.screen.show_devices(found)

    def _take_answer(self, engine: str, answer: EngineInfo | str) -> None:
        if engine != self._home().settings.engine:
            return  # another one has been chosen meanwhile
        self._info = answer if isinstance(answer, EngineInfo) else None
        if isinstance(answer, EngineInfo):
            self._show_voices(answer)
        else:
            self.screen.show_voices((), _mend(engine, answer), "")

    def _show_voices(self, info: EngineInfo) -> None:
        groups = [Group("", (("", "The clearest English one"),)), *_groups(info)]
        name = _NAMES.get(info.name, info.name)
        about = f"{name} {info.version}".strip() + f", {len(info.voices)} voices"
        self.screen.show_voices(groups, self._hint(info), about)

    def _hint(self, info: EngineInfo) -> str:
        """What is special about the voice that speaks: a language that we have no words in."""
        chosen = self._home().settings.voice_id
        voice = next((voice for voice in info.voices if voice.id == chosen), None)
        if voice is None or _has_words(voice.languages):
            return ""
        return "There are no cue words in this voice’s language yet: it says the English ones."


def _groups(info: EngineInfo) -> Iterator[Group]:
    """A group for each language that we have words in or that has several voices, then the rest."""
    first = (system_language(), ENGLISH, *phrase_languages())
    others: list[tuple[str, str]] = []
    for code, voices in grouped_voices(info, first):
        items = [(voice.id, voice.name) for voice in voices]
        if (code in first or len(items) > 1) and (name := language_name(code)):
            yield Group(name, tuple(items))
        else:
            others += items
    if others:
        yield Group("Other languages", tuple(sorted(others, key=lambda item: item[1])))


def _has_words(languages: Iterable[str]) -> bool:
    return any(has_phrases(code.replace("_", "-").split("-")[0]) for code in languages)


def _mend(engine: str, why: str) -> str:
    if engine != PIPER:
        return f"No voice: {why}. “stretchtimer doctor” tells what is missing."
    if "not installed" in why:
        return f"Piper is not installed. {PIPER_INSTALL}"
    return f"No voice: {why}."


def _ask_engine(home: Home) -> EngineInfo | str:
    """Who speaks, or why nobody does. Starts the engine and ends it again."""
    folders = home.folders
    engine = make_engine(home.settings.engine, folders.voices, start_timeout_s=_ENGINE_LIMIT_S)
    try:
        info = engine.start()
    except EngineError as error:
        return str(error)
    finally:
        engine.stop()
    _cache(home).remember_engine(info)
    return info


def _cache(home: Home) -> ClipCache:
    return ClipCache(home.folders.cache / "clips", lambda _: None, home.settings.engine)
