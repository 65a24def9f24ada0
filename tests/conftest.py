"""What every test has: a home of its own; for those who ask, a real screen and a sound server."""

import gc
import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import hypothesis
import pytest

from tests import real_desktop

# Widgets are tested without a screen, also where there is one.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

# Fifty examples each, and others every time; what has many states asks for more of its own.
hypothesis.settings.register_profile("dev", max_examples=50, deadline=None, print_blob=True)
hypothesis.settings.register_profile("ci", hypothesis.settings.get_profile("dev"), derandomize=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "dev")


def pytest_collection_finish() -> None:
    """What is loaded by now stays: no collecting of garbage need go through it again.

    Also not when the program thaws its own objects: pytest has ten times as many. And what tests
    leave behind is collected, though a session would put that off.
    """
    gc.collect()
    gc.freeze()
    gc.unfreeze = lambda: None
    gc.set_threshold = lambda *_: None


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Names for folders that are not there yet. A `tmp_path` for every test would cost more."""
    base = tmp_path_factory.mktemp("homes")
    return (base / str(number) for number in count())


@pytest.fixture(autouse=True)
def own_home(homes: Iterator[Path]) -> Path:
    """An empty home, so that no test reads or writes a person's files.

    Nothing need be undone: the next test has the next home.
    """
    folder = next(homes)
    home, runtime = folder / "home", folder / "runtime"
    for made in (folder, home, runtime):
        made.mkdir(mode=0o700)
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        os.environ.pop(name, None)
    os.environ["HOME"] = str(home)
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)
    os.environ["STRETCHTIMER_HOME"] = str(home / "stretchtimer")
    return home


@pytest.fixture
def unmeasured(monkeypatch: pytest.MonkeyPatch) -> None:
    """Programs that the test starts run without coverage, which takes time and imports modules."""
    for name in ("COVERAGE_PROCESS_CONFIG", "COVERAGE_PROCESS_START"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def xvfb_session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[real_desktop.Screen]:
    """One screen for all tests that ask, started when the first one does."""
    with real_desktop.screen(tmp_path_factory.mktemp("screen")) as screen:
        yield screen


@pytest.fixture(scope="session")
def sound_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[real_desktop.SoundServer]:
    """One sound server for all tests that ask, started when the first one does."""
    with real_desktop.sound_server(tmp_path_factory.mktemp("sound")) as server:
        yield server
