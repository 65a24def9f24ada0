"""A real screen and a real sound server for the tests that use the program as a person does."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

import bootstrap

START_LIMIT_S = 20


@dataclass(frozen=True)
class Screen:
    """A real X server with a window manager and a session bus."""

    display: str
    environment: Mapping[str, str] = field(repr=False)
    """The whole environment for a program that shall appear on it."""


@dataclass(frozen=True)
class SoundServer:
    """A private PulseAudio whose one sink plays into nothing."""

    monitor: str
    """The source to record what was played from."""
    environment: Mapping[str, str] = field(repr=False)
    """The variables that lead a program to it."""


@contextmanager
def screen(folder: Path) -> Iterator[Screen]:
    """A screen of 1280 x 800 on a free display, with openbox and a D-Bus session."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb", "NO_AT_BRIDGE": "1"}
    environment.pop("WAYLAND_DISPLAY", None)
    with ExitStack() as stack:
        server = ["-screen", "0", "1280x800x24", "-noreset", "-nolisten", "tcp"]
        number = stack.enter_context(
            announcing("Xvfb", lambda fd: [*server, "-displayfd", str(fd)], environment, folder)
        )
        display = environment["DISPLAY"] = f":{number}"
        bus = ["--session", "--nofork", f"--address=unix:path={folder}/bus"]
        environment["DBUS_SESSION_BUS_ADDRESS"] = stack.enter_context(
            announcing(
                "dbus-daemon", lambda fd: [*bus, f"--print-address={fd}"], environment, folder
            )
        )
        stack.enter_context(running("openbox", [], environment, folder))
        wait_until_says("window id", "xprop", ["-root", "_NET_SUPPORTING_WM_CHECK"], environment)
        yield Screen(display, environment)


@contextmanager
def sound_server(folder: Path) -> Iterator[SoundServer]:
    """A sound server that needs no sound card, no session bus and no ordinary user."""
    folder.chmod(0o700)
    socket = folder / "socket"
    variables = {"PULSE_SERVER": f"unix:{socket}"}
    for name in ("XDG_RUNTIME_DIR", "PULSE_RUNTIME_PATH", "PULSE_STATE_PATH", "HOME"):
        variables[name] = str(folder)
    environment = {**os.environ, **variables}
    arguments = [
        *(
            "-n",
            "--daemonize=no",
            "--use-pid-file=no",
            "--exit-idle-time=-1",
            "--log-target=stderr",
        ),
        *("-L", f"module-native-protocol-unix socket={socket} auth-anonymous=1"),
        *("-L", "module-null-sink sink_name=nowhere rate=48000 channels=2"),
    ]
    with running("pulseaudio", arguments, environment, folder):
        wait_until_says("Server Name", "pactl", ["info"], environment)
        yield SoundServer("nowhere.monitor", {"PULSE_SERVER": variables["PULSE_SERVER"]})


def program(name: str) -> str:
    """The path of a program that tests need; fails the test with the package that brings it."""
    if not sys.platform.startswith("linux"):
        pytest.skip("needs a screen and a sound server that are started as on Linux")
    path = shutil.which(name)
    if path is None:
        pytest.fail(f"{name} is missing: install the package {bootstrap.NEEDED_BY_TESTS[name]}")
    return path


@contextmanager
def running(
    name: str,
    arguments: list[str],
    environment: Mapping[str, str],
    folder: Path,
    keep_open: tuple[int, ...] = (),
) -> Iterator[subprocess.Popen[bytes]]:
    """A program that runs meanwhile, in a process group of its own, logging to `folder`."""
    # The kernel ends it should the tests be killed before they can.
    tied = [program("setpriv"), "--pdeathsig", "TERM", "--", program(name), *arguments]
    with (folder / f"{name}.log").open("wb") as log:
        process = subprocess.Popen(
            tied,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            env=environment,
            pass_fds=keep_open,
            start_new_session=True,
        )
    try:
        yield process
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


@contextmanager
def announcing(
    name: str,
    arguments: Callable[[int], list[str]],
    environment: Mapping[str, str],
    folder: Path,
) -> Iterator[str]:
    """A program that is ready when it has written one line to a file descriptor: that line."""
    reader, writer = os.pipe()
    with os.fdopen(reader, encoding="utf-8") as line, ExitStack() as stack:
        stack.enter_context(running(name, arguments(writer), environment, folder, (writer,)))
        os.close(writer)
        announced = line.readline().strip()
        if not announced:
            pytest.fail(f"{name} did not start: {(folder / f'{name}.log').read_text('utf-8')}")
        yield announced


def wait_until_says(
    words: str, name: str, arguments: list[str], environment: Mapping[str, str]
) -> None:
    """Ask a program again and again until its answer holds `words`."""
    give_up = time.monotonic() + START_LIMIT_S
    while True:
        asked = subprocess.run(
            [program(name), *arguments], capture_output=True, text=True, env=environment
        )
        if words in asked.stdout:
            return
        if time.monotonic() > give_up:
            pytest.fail(f"{name} {' '.join(arguments)} still says: {asked.stdout + asked.stderr}")
        time.sleep(0.05)
