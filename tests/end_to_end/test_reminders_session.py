"""Reminders as a person has them: a real screen, a notification server or none, a tray or none."""

import json
import os
import subprocess
import sys
import time
from contextlib import contextmanager

from stretchtimer.core.reminders.state import RemindersState, Standing
from stretchtimer.desktop.clock import boot_id, moment_now
from stretchtimer.storage.reminders_state import save_state
from tests import real_desktop
from tests.end_to_end.short_routine import install

PATIENCE_S = 60
SCHEDULE = (
    'format = 1\n[[reminder]]\nid = "fast"\nname = "Fast"\nevery_min = 1\nroutine = "short"\n'
)


class Person:
    """Somebody at a screen on which the program runs, with `used_s` of a minute gone."""

    def __init__(self, screen, home, *, bus=True, used_s=55, skips=0):
        self.home = home / "stretchtimer"
        self.environment = {
            **os.environ,
            **screen.environment,
            "HOME": str(home),
            "STRETCHTIMER_HOME": str(self.home),
            "XDG_RUNTIME_DIR": os.environ["XDG_RUNTIME_DIR"],
            "PULSE_SERVER": "unix:/nowhere",
        }
        self.environment.pop("QT_QPA_PLATFORM", None)
        if not bus:
            self.environment["DBUS_SESSION_BUS_ADDRESS"] = ""
        install(home)
        (self.home / "reminders.toml").write_text(SCHEDULE)
        moment = moment_now()
        state = RemindersState(
            before=moment,
            local=moment.local,
            standings={"fast": Standing(used_ms=used_s * 1000, skips=skips)},
        )
        assert save_state(self.home / "reminders-state.json", state, boot_id())

    @contextmanager
    def running(self, *arguments):
        command = [sys.executable, "-m", "stretchtimer", *arguments]
        with subprocess.Popen(command, env=self.environment) as program:
            try:
                yield program
            finally:
                program.terminate()
                try:
                    program.wait(PATIENCE_S)
                except subprocess.TimeoutExpired:
                    program.kill()

    def asks(self, *words):
        command = [sys.executable, "-m", "stretchtimer", *words]
        return subprocess.run(
            command, env=self.environment, capture_output=True, text=True, timeout=PATIENCE_S
        )

    def status(self):
        asked = self.asks("status", "--json")
        return json.loads(asked.stdout) if asked.returncode == 0 else None

    def uses(self, name, *words):
        return subprocess.run(
            [real_desktop.program(name), *words],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
        )

    def moves(self):
        self.uses("xdotool", "mousemove_relative", "--", "3", "1")
        self.uses("xdotool", "mousemove_relative", "--", "-3", "-1")

    def log(self):
        file = self.home / "reminders-log.jsonl"
        lines = file.read_text("utf-8").splitlines() if file.exists() else []
        return [json.loads(line)["kind"] for line in lines]

    def works_until(self, true, patience_s=PATIENCE_S):
        until_s = time.monotonic() + patience_s
        while not true():
            assert time.monotonic() < until_s, f"waited in vain; decided: {self.log()}"
            self.moves()
            time.sleep(0.3)

    def clicks(self, title, *, across_px, up_px):
        """Click into the only window called so, from its lower left corner."""
        (window,) = self.windows(title)
        place = self.uses("xdotool", "getwindowgeometry", "--shell", window).stdout
        at = dict(line.split("=") for line in place.split())
        x, y = int(at["X"]) + across_px, int(at["Y"]) + int(at["HEIGHT"]) - up_px
        self.uses("xdotool", "mousemove", str(x), str(y), "click", "1")

    def windows(self, title):
        found = self.uses("xdotool", "search", "--onlyvisible", "--name", title)
        return found.stdout.split()


def is_playing(person):
    status = person.status()
    return status is not None and status["playing"]


def test_start_on_the_notification_plays(xvfb_session, own_home, tmp_path):
    person = Person(xvfb_session, own_home)
    with (
        real_desktop.running("dunst", ["-conf", "/dev/null"], person.environment, tmp_path),
        person.running(),
    ):
        person.works_until(lambda: "offer" in person.log())
        person.works_until(lambda: "1" in person.uses("dunstctl", "count", "displayed").stdout)
        person.uses("dunstctl", "action", "0")
        person.works_until(lambda: is_playing(person))
        assert person.log()[:2] == ["offer", "start"]
        person.works_until(lambda: "0" in person.uses("dunstctl", "count", "displayed").stdout)
        assert person.asks("stop").stdout == "Stopped\n"
        assert not is_playing(person)


def test_the_third_skip_asks_and_a_yes_changes_the_schedule(xvfb_session, own_home):
    person = Person(xvfb_session, own_home, bus=False, skips=2)
    file = person.home / "reminders.toml"
    with person.running("--hidden"):
        person.works_until(lambda: person.windows("^Stretchtimer: break$"))
        person.clicks("^Stretchtimer: break$", across_px=150, up_px=90)
        person.works_until(lambda: person.windows("^Stretchtimer: question$"))
        assert person.log() == ["offer", "skip", "ask"]
        assert "every_min = 1\n" in file.read_text()
        person.clicks("^Stretchtimer: question$", across_px=70, up_px=40)
        person.works_until(lambda: "longer" in person.log())
        person.works_until(lambda: "every_min = 6\n" in file.read_text())
        assert person.windows("^Stretchtimer: question$") == []


def test_a_kill_loses_no_count(xvfb_session, own_home):
    person = Person(xvfb_session, own_home, bus=False, used_s=20)
    seen_s = []
    began_s = time.monotonic()
    for _ in range(2):
        with person.running() as program:
            person.works_until(lambda: person.status() is not None)
            seen_s.append(person.status()["used_s"]["fast"])
            program.kill()
            program.wait(PATIENCE_S)
    assert 20 <= seen_s[0] <= seen_s[1] <= 21 + time.monotonic() - began_s


def test_without_bus_and_tray_our_own_window_offers_and_leaves_the_keyboard(xvfb_session, own_home):
    person = Person(xvfb_session, own_home, bus=False)
    with person.running() as program:
        person.works_until(lambda: person.windows("^Stretchtimer: break$"))
        assert person.log() == ["offer"]
        (window,) = person.windows("^Stretchtimer: break$")
        assert person.uses("xdotool", "getwindowfocus").stdout.strip() != window
        person.clicks("^Stretchtimer: break$", across_px=70, up_px=90)
        person.works_until(lambda: is_playing(person))
        assert person.windows("^Stretchtimer: break$") == []
        # without a tray, closing the window is the end
        main = person.windows("^Stretchtimer$")[-1]
        person.uses("wmctrl", "-i", "-c", str(int(main)))
        assert program.wait(PATIENCE_S) == 0


def test_in_the_tray_it_goes_on_without_its_window(xvfb_session, own_home, tmp_path):
    person = Person(xvfb_session, own_home, bus=False, used_s=0)
    with (
        person.running("--hidden") as program,
        # the tray comes after the program, as at login
        late(2),
        real_desktop.running("trayer", [], person.environment, tmp_path),
    ):
        person.works_until(lambda: icons(person) and person.status() is not None)
        assert person.windows("^Stretchtimer$") == []
        assert person.asks().returncode == 0
        person.works_until(lambda: person.windows("^Stretchtimer$"))
        person.uses("wmctrl", "-i", "-c", str(int(person.windows("^Stretchtimer$")[-1])))
        person.works_until(lambda: person.windows("^Stretchtimer$") == [])
        assert "paused for 1 h" in person.asks("pause", "1h").stdout
        assert person.status()["paused"]
        assert "go on" in person.asks("resume").stdout
        assert person.asks("quit").returncode == 0
        assert program.wait(PATIENCE_S) == 0


def icons(person):
    """The program's windows that are in view: its icon too."""
    return person.uses("xdotool", "search", "--onlyvisible", "--class", "stretchtimer").stdout


def test_a_tray_that_goes_away_and_comes_again_has_the_icon_again(xvfb_session, own_home, tmp_path):
    person = Person(xvfb_session, own_home, bus=False, used_s=0)
    with person.running("--hidden"):
        for _ in range(2):
            with real_desktop.running("trayer", [], person.environment, tmp_path):
                person.works_until(lambda: icons(person) and person.status() is not None)
            person.works_until(lambda: not icons(person) and person.status() is not None)


@contextmanager
def late(seconds):
    time.sleep(seconds)
    yield
