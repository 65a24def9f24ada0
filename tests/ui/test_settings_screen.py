"""The settings: what is chosen holds at once and is kept; every part is legible and reachable."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QComboBox, QLabel

from stretchtimer.core.ports import Notice
from stretchtimer.core.settings import Settings
from stretchtimer.storage.settings_file import read_settings, write_settings
from stretchtimer.ui.pick_list import Group
from stretchtimer.ui.settings_screen import SettingsScreen
from stretchtimer.ui.theme import scheme_now
from stretchtimer.voice.engine import EngineInfo, EngineVoice
from stretchtimer.window_app import _appearance, settings_keeper, settings_place
from tests.ui.legible import flaws, reached_by_tab, settle, shown

Key = Qt.Key
SIZES = [(640, 480), (640, 900), (1040, 720), (1440, 900), (1920, 1080), (3840, 2160)]
ENGINE = EngineInfo(
    "espeak",
    "1.51",
    "libespeak-ng.so.1",
    (
        EngineVoice("gmw/de", "German", ("de",)),
        EngineVoice("gmw/en-us", "English (America)", ("en-us",)),
        EngineVoice("roa/pt", "Portuguese", ("pt",)),
    ),
)
DEVICES = (("alsa.1", "Headphones"), ("alsa.2", "Speakers"))


class Machine:
    """Answers for the engines and the sound server, as a test says."""

    def __init__(self):
        self.engines = {"system": ENGINE, "piper": "piper is not installed"}
        self.asked = []

    def ask_engine(self, home):
        self.asked.append(home.settings.engine)
        answer = self.engines[home.settings.engine]
        if isinstance(answer, EngineInfo):
            settings_place._cache(home).remember_engine(answer)
        return answer


@pytest.fixture
def machine(monkeypatch):
    made = Machine()
    monkeypatch.setattr(settings_place, "_ask_engine", made.ask_engine)
    monkeypatch.setattr(settings_place, "sound_devices", lambda: DEVICES)
    monkeypatch.setattr(settings_place, "_on_a_thread", lambda task: task())
    return made


@pytest.fixture
def settings(machine, open_window):
    """The window, open at the settings."""
    opened = open_window()
    opened.shell.show_tab("settings")
    return opened


def pick(field, value):
    field.setCurrentIndex(field.findData(value))
    field.activated.emit(field.currentIndex())


def kept(opened):
    """What is on the disk once the window is closed."""
    opened.conductor._choices._keeper.close()
    settings, notices = read_settings(opened.home.folders.settings_file)
    assert notices == ()
    return settings


def offered(field):
    return [(field.itemData(index), field.itemText(index)) for index in range(field.count())]


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("engine", ["system", "piper"])
def test_nothing_is_cut_and_everything_has_a_name_at_any_size(machine, open_window, size, engine):
    opened = open_window(size=size)
    opened.shell.show_tab("settings")
    pick(opened.showing.voice.engine, engine)
    opened.showing.computer.show_login(on=False, why="It begins in the tray.")
    settle()
    assert flaws(opened.showing) == {}
    fields = shown(opened.showing, QComboBox)
    assert all(field.accessibleName() and field.width() >= 120 for field in fields)


def test_every_control_is_reached_by_tab_in_the_order_of_the_eye(settings):
    screen = settings.showing
    seen = [part for part in reached_by_tab(settings.window) if screen.isAncestorOf(part)]
    voice, sounds = screen.voice, screen.sounds
    order = [voice.voice, voice.rate, voice.volume, voice.test]
    order += [sounds.muted, sounds.chimes, sounds.device, screen.appearance.still]
    order += [screen.body.changed, screen.computer.open]
    names = [part.accessibleName() for part in seen if part in order]
    assert names == [part.accessibleName() for part in order if part.isVisible()]
    assert voice.engine in seen


def test_labels_lead_to_their_controls(settings):
    screen = settings.showing
    buddies = {label.buddy(): label.text() for label in shown(screen, QLabel) if label.buddy()}
    assert buddies[screen.voice.voice] == "Voice"
    assert buddies[screen.sounds.device] == "Sound device"
    assert buddies[screen.voice.rate] == "Speed"


def test_voices_are_grouped_the_speakable_languages_first(settings):
    assert offered(settings.showing.voice.voice) == [
        ("", "The clearest English one"),
        (None, "English"),
        ("gmw/en-us", "English (America)"),
        (None, "German"),
        ("gmw/de", "German"),
        (None, "Other languages"),
        ("roa/pt", "Portuguese"),
    ]


def test_a_heading_cannot_be_picked(settings):
    field = settings.showing.voice.voice
    assert not field.model().item(1).isEnabled()
    field.setFocus()
    settings.press(Key.Key_Down)
    assert field.currentData() == "gmw/en-us"


def test_a_voice_speaks_its_own_language_from_now_on(settings):
    pick(settings.showing.voice.voice, "gmw/de")
    settings.showing.voice.test.click()
    assert settings.speaker.asked[-1] == (
        "sample",
        "Linkes Bein, zwei von sechs, noch achtzehn Sekunden.",
    )
    settings.conductor._routine_place.open("wall-hamstring")
    prepared = [what for what in settings.speaker.asked if what[0] == "prepare"]
    assert "Vierzig Sekunden" in prepared[-1][1]
    assert kept(settings).voice_id == "gmw/de"


def test_a_voice_without_cue_words_says_so(settings):
    pick(settings.showing.voice.voice, "roa/pt")
    hint = "There are no cue words in this voice’s language yet: it says the English ones."
    assert hint in [label.text() for label in shown(settings.showing, QLabel)]


def test_another_engine_is_asked_for_its_own_voices(settings, machine):
    pick(settings.showing.voice.voice, "gmw/de")
    pick(settings.showing.voice.engine, "piper")
    assert machine.asked == ["system", "piper"]
    assert not settings.showing.voice.voice.isEnabled()
    assert not settings.showing.voice.test.isEnabled()
    texts = [label.text() for label in shown(settings.showing, QLabel)]
    assert 'Piper is not installed. pip install "stretchtimer[piper]"' in texts
    machine.engines["piper"] = EngineInfo(
        "piper", "1.8", "", (EngineVoice("de_DE-x", "X", ("de_DE",)),)
    )
    settings.shell.show_tab("settings")
    assert ("de_DE-x", "X") in offered(settings.showing.voice.voice)
    assert kept(settings).engine == "piper"
    assert kept(settings).voice_id == ""


def test_a_slider_tells_where_it_stands_and_is_kept_once_it_rests(settings):
    rate = settings.showing.voice.rate
    rate.setFocus()
    for _ in range(4):
        settings.press(Key.Key_Right)
    texts = [label.text() for label in shown(settings.showing, QLabel)]
    assert "175 words a minute" in texts
    settings.showing.sounds.chimes.setValue(40)
    settings.showing.voice.volume.setValue(50)
    assert kept(settings) == replace(Settings(), rate_wpm=175, chime_volume=0.4, voice_volume=0.5)
    assert settings.speaker.volumes.chimes == 0.4


def test_muting_is_one_thing_here_and_in_the_player(settings):
    settings.showing.sounds.muted.click()
    assert settings.speaker.volumes.muted
    assert settings.speaker.asked[-1] == ("hush",)
    assert not settings.showing.voice.test.isEnabled()
    settings.conductor._stage.view.mute_clicked.emit()
    assert not settings.speaker.volumes.muted
    settings.shell.show_tab("settings")
    assert not settings.showing.sounds.muted.isChecked()
    assert not kept(settings).muted


def test_the_scheme_changes_at_once(settings):
    scheme = settings.showing.appearance.scheme
    scheme.chosen.emit("dark")
    assert scheme_now() == "dark"
    assert kept(settings).appearance == "dark"
    scheme.chosen.emit("light")
    assert scheme_now() == "light"


def test_high_contrast_holds_at_once_and_from_the_first_picture_on(settings):
    settings.showing.appearance.contrast.click()
    ground = QGuiApplication.palette().color(QPalette.ColorRole.Window).name()
    assert ground in ("#ffffff", "#000000")
    assert kept(settings).high_contrast
    assert _appearance(settings.home.folders.settings_file) == ("system", True)


def test_the_figure_is_the_persons_own_everywhere(settings):
    settings.showing.appearance.skin.chosen.emit(6)
    settings.showing.appearance.hair.chosen.emit("bob")
    settings.showing.appearance.build.chosen.emit("broad")
    settings.showing.appearance.still.click()
    assert settings.conductor._belongings.look().skin == 6
    assert settings.conductor._stage.view._settings.reduced_motion
    assert kept(settings) == replace(
        Settings(), skin=6, hair="bob", build="broad", reduced_motion=True
    )


def test_a_device_that_is_not_there_now_stays_chosen(settings):
    device = settings.showing.sounds.device
    assert offered(device) == [("", "The system’s usual one"), *DEVICES]
    pick(device, "alsa.2")
    settings.showing.show_devices(DEVICES[:1])
    assert device.currentText() == "alsa.2 (not there now)"
    assert kept(settings).device == "alsa.2"


def test_another_voice_or_device_makes_another_speaker_for_the_next_session(settings):
    made = []
    settings.conductor._stage._make_speaker = lambda home: made.append(home) or settings.speaker
    settings.showing.sounds.chimes.setValue(20)
    settings.shell.show_tab("today")
    assert made == []
    settings.shell.show_tab("settings")
    pick(settings.showing.sounds.device, "alsa.1")
    settings.showing.voice.rate.setValue(120)
    assert made == []
    settings.shell.show_tab("today")
    (home,) = made
    assert (home.settings.device, home.settings.rate_wpm) == ("alsa.1", 120)


def test_comments_in_the_file_are_kept(machine, open_window, own_home):
    path = own_home / "stretchtimer" / "settings.toml"
    write_settings(path, Settings())
    path.write_text("# mine\n" + path.read_text())
    opened = open_window()
    opened.shell.show_tab("settings")
    opened.showing.voice.rate.setValue(200)
    assert kept(opened).rate_wpm == 200
    assert path.read_text().startswith("# mine\n")


def test_a_disk_that_cannot_be_written_is_told(settings, monkeypatch):
    full = Notice("The settings could not be saved.", "Free some space.")
    monkeypatch.setattr(settings_keeper, "write_settings", lambda path, chosen: full)
    settings.showing.sounds.muted.click()
    settings.conductor._choices._keeper.close()
    texts = [label.text() for label in shown(settings.window, QLabel)]
    assert any("could not be saved" in text for text in texts)


def test_a_body_that_has_changed_is_asked_anew(settings):
    settings.showing.body.changed.click()
    assert settings.showing is settings.conductor._questions.screen


def test_holds_may_grow_to_a_minute_by_choice(settings):
    coach, body = settings.home.coach, settings.showing.body
    wall, band = (settings.library.exercises[name] for name in ("ham-wall", "ham-band"))
    assert (coach._limits(wall).hold_cap_s, coach._limits(band).hold_cap_s) == (40, 30)
    body.long_holds.click()
    assert (coach._limits(wall).hold_cap_s, coach._limits(band).hold_cap_s) == (40, 60)
    settings.shell.show_tab("today")
    settings.shell.show_tab("settings")
    assert body.long_holds.isChecked()
    body.long_holds.click()
    assert not coach.screening.long_holds


def test_start_at_login_is_set_and_what_fails_is_told(settings, monkeypatch):
    class Login:
        on = False

        def is_on(self):
            return self.on

        def turn_on(self, command):
            assert command[-1] == "--hidden"
            self.on = True

        def turn_off(self):
            raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(settings.conductor._choices._place, "_login", Login())
    settings.shell.show_tab("settings")
    login = settings.showing.computer.login
    assert not login.isChecked()
    login.click()
    assert login.isChecked()
    login.click()
    assert login.isChecked()
    texts = [label.text() for label in shown(settings.window, QLabel)]
    assert any("Start at login could not be changed" in text for text in texts)


def test_the_way_to_the_questions_and_to_start_at_login_is_told(qtbot):
    screen = SettingsScreen()
    qtbot.addWidget(screen)
    told = []
    screen.body_changed.connect(lambda: told.append("body"))
    screen.login_chosen.connect(lambda on: told.append(on))
    screen.computer.show_login(on=True, why="")
    screen.computer.login.click()
    screen.body.changed.click()
    assert told == [False, "body"]


def test_what_is_shown_is_not_taken_for_a_choice(qtbot):
    screen = SettingsScreen()
    qtbot.addWidget(screen)
    told = []
    screen.settings_changed.connect(told.append)
    screen.show_settings(replace(Settings(), rate_wpm=200, muted=True, hair="bob", skin=6))
    screen.show_voices((Group("", (("x", "X"),)),), "", "engine")
    screen.show_devices(DEVICES)
    screen.computer.show_login(on=True, why="")
    assert told == []
