"""The window as a person has it: a real screen, keys, a real sound server, processes that die."""

import array
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests import real_desktop
from tests.end_to_end.short_routine import TOTAL_S, install

PATIENCE_S = 60


@contextmanager
def window(screen, environment, *arguments):
    """The program with its window on a real screen; ended politely, or else at once."""
    everything = {**os.environ, **screen.environment, **environment}
    everything.pop("QT_QPA_PLATFORM", None)
    with subprocess.Popen(
        [sys.executable, "-m", "stretchtimer", *arguments],
        env=everything,
        stderr=subprocess.PIPE,
        text=True,
    ) as program:
        try:
            yield Driver(program, everything)
        finally:
            program.terminate()
            try:
                program.wait(PATIENCE_S)
            except subprocess.TimeoutExpired:
                program.kill()


class Driver:
    """Presses keys in the window and looks at what came of it."""

    def __init__(self, program, environment):
        self.program, self.environment = program, environment
        found = self._ask("search", "--sync", "--onlyvisible", "--pid", str(program.pid))
        self.window = found.split()[-1]
        self._ask("windowfocus", "--sync", self.window)

    def press(self, key):
        self._ask("key", "--window", self.window, key)

    def is_ready(self):
        """Whether the program answers who asks it from outside."""
        command = [sys.executable, "-m", "stretchtimer", "status"]
        return subprocess.run(command, env=self.environment, capture_output=True).returncode == 0

    def write(self, text):
        self._ask("type", "--delay", "20", text)

    def close(self):
        subprocess.run(
            [real_desktop.program("wmctrl"), "-i", "-c", str(int(self.window))],
            env=self.environment,
            check=True,
        )

    def children(self):
        """Process ids by the module that they run."""
        found = {}
        for task in Path(f"/proc/{self.program.pid}/task").iterdir():
            for child in _read(task / "children").split():
                command = _read(Path(f"/proc/{child}/cmdline"))
                for module in command.split("\0")[2:3]:
                    found[module] = int(child)
        return found

    def _ask(self, *words):
        command = [real_desktop.program("xdotool"), *words]
        done = subprocess.run(
            command,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
            check=True,
        )
        return done.stdout


def _read(path):
    """What a file of a process or thread says; nothing when that has just ended."""
    try:
        return path.read_text()
    except (FileNotFoundError, ProcessLookupError):
        return ""


def history(home):
    """Sessions and holds kept so far; nothing while the file is being made."""
    try:
        with closing(sqlite3.connect(home / "stretchtimer" / "history.sqlite")) as database:
            sessions = database.execute("SELECT routine, how FROM sessions").fetchall()
            holds = database.execute("SELECT rep, held_ms FROM holds").fetchall()
    except sqlite3.OperationalError:
        return [], []
    return sessions, holds


def wait_for(true, patience_s=PATIENCE_S):
    until_s = time.monotonic() + patience_s
    while not true():
        assert time.monotonic() < until_s, "waited in vain"
        time.sleep(0.1)


def has_begun(home, number=1):
    return lambda: len(history(home)[0]) == number


def has_ended(home):
    def is_so():
        sessions, _ = history(home)
        return sessions != [] and sessions[-1][1] is not None

    return is_so


@contextmanager
def recording(server, path):
    listen = [
        real_desktop.program("parec"),
        f"--device={server.monitor}",
        "--format=s16le",
        "--rate=16000",
        "--channels=1",
    ]
    with path.open("wb") as file:
        recorder = subprocess.Popen(listen, env={**os.environ, **server.environment}, stdout=file)
        try:
            yield
        finally:
            recorder.terminate()
            recorder.wait()


def loud_seconds(path):
    """In which seconds of a recording there is sound."""
    samples = array.array("h", path.read_bytes()[: path.stat().st_size // 2 * 2])
    seconds = range(0, len(samples), 16_000)
    return [max(map(abs, samples[at : at + 16_000])) > 400 for at in seconds]


def test_a_routine_plays_to_done_and_is_heard(xvfb_session, sound_server, own_home, tmp_path):
    install(own_home)
    recorded = tmp_path / "heard.raw"
    with (
        recording(sound_server, recorded),
        window(xvfb_session, sound_server.environment, "play", "short"),
    ):
        wait_for(has_begun(own_home))
        wait_for(has_ended(own_home), TOTAL_S + PATIENCE_S)
    assert history(own_home) == ([("short", "finished")], [(1, 4_000)])
    assert sum(loud_seconds(recorded)) >= 6


def test_space_starts_what_today_suggests(xvfb_session, own_home):
    install(own_home)
    with window(xvfb_session, {"PULSE_SERVER": "unix:/nowhere"}) as driver:
        wait_for(driver.is_ready)
        driver.press("space")
        wait_for(has_begun(own_home))
        driver.press("x")
        wait_for(has_ended(own_home))
    assert [how for _, how in history(own_home)[0]] == ["hurts"]


def test_the_keys_lead_through_a_session(xvfb_session, own_home):
    install(own_home)
    with window(
        xvfb_session, {"PULSE_SERVER": "unix:/nowhere"}, "play", "wall-hamstring"
    ) as driver:
        wait_for(has_begun(own_home))
        began_s = time.monotonic()
        for _ in range(3):
            driver.press("Right")
        time.sleep(2.5)
        driver.press("x")
        wait_for(has_ended(own_home))
        took_s = time.monotonic() - began_s
    ((routine, how),), ((rep, held_ms),) = history(own_home)
    assert (routine, how, rep) == ("wall-hamstring", "hurts", 1)
    assert 2_000 <= held_ms <= took_s * 1000


def test_what_is_on_paper_plays_within_two_minutes_by_keyboard_alone(xvfb_session, own_home):
    install(own_home)
    with window(xvfb_session, {"PULSE_SERVER": "unix:/nowhere"}) as driver:
        began_s = time.monotonic()
        wait_for(driver.is_ready)
        for key in ("ctrl+2", "ctrl+i"):
            driver.press(key)
        driver.write("Hips: hold 10 s, release, five times, each leg, twice daily")

        def is_kept():
            time.sleep(1)  # it is looked at when the hand rests
            if any((own_home / "stretchtimer" / "routines").glob("hips-2*")):
                return True
            driver.press("ctrl+Return")
            return False

        wait_for(is_kept)
        driver.press("Return")
        wait_for(has_begun(own_home))
        assert time.monotonic() - began_s < 120
    assert [routine for routine, _ in history(own_home)[0]] == ["hips-2"]


def test_closing_the_window_ends_the_session_and_the_program(xvfb_session, own_home):
    install(own_home)
    with window(xvfb_session, {"PULSE_SERVER": "unix:/nowhere"}, "play", "short") as driver:
        wait_for(has_begun(own_home))
        driver.close()
        assert driver.program.wait(PATIENCE_S) == 0
    assert history(own_home)[0] == [("short", "stopped")]


@pytest.mark.parametrize("dead", ["stretchtimer.voice.worker", "stretchtimer.voice.sound_process"])
def test_a_killed_helper_costs_no_time(xvfb_session, sound_server, own_home, dead):
    install(own_home)
    for number in range(1, 4):  # a busy machine costs time too, but not every time
        with window(xvfb_session, sound_server.environment, "play", "short") as driver:
            wait_for(has_begun(own_home, number))
            began_s = time.monotonic()
            wait_for(lambda driver=driver: dead in driver.children())
            os.kill(driver.children()[dead], signal.SIGKILL)
            wait_for(has_ended(own_home), TOTAL_S + PATIENCE_S)
            took_s = time.monotonic() - began_s
        if took_s <= TOTAL_S + 2:
            break
    assert took_s <= TOTAL_S + 2
    assert history(own_home) == ([("short", "finished")] * number, [(1, 4_000)] * number)


def test_no_helper_outlives_a_killed_program(xvfb_session, sound_server, own_home):
    install(own_home)
    with window(xvfb_session, sound_server.environment, "play", "short") as driver:
        wait_for(has_begun(own_home))
        wait_for(lambda: len(driver.children()) == 2)
        helpers = driver.children().values()
        driver.program.kill()
        wait_for(lambda: not any(Path(f"/proc/{helper}").exists() for helper in helpers))
