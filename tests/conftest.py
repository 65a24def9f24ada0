"""What every test has: a home of its own; for those who ask, a real screen and a sound server."""

import gc
import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import hypothesis
import pytest

from tests import real_desktop
from tests.examples import IN_FULL

TESTS = Path(__file__).parent
ALONE = ("core", "figure", "storage", "content")  # these tests leave no thread and no program

# Widgets are tested without a screen, also where there is one.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

# While one works, few examples and others every time; in a full run, which is the one that is
# measured, as many as there shall be, and always the same ones.
hypothesis.settings.register_profile("working", max_examples=15, deadline=None, print_blob=True)
hypothesis.settings.register_profile(
    "full",
    hypothesis.settings.get_profile("working"),
    max_examples=IN_FULL,
    derandomize=True,
)
IS_FULL = not {"CI", "COVERAGE_RUN"}.isdisjoint(os.environ)
hypothesis.settings.load_profile("full" if IS_FULL else "working")


def pytest_collection_finish() -> None:
    """What is loaded by now stays: no collecting of garbage need go through it again.

    Also not when the program thaws its own objects: pytest has ten times as many. And what tests
    leave behind is collected, though a session would put that off.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(5_000)  # a test makes much, and little of it in circles
    gc.unfreeze = lambda: None
    gc.set_threshold = lambda *_: None


class Homes:
    """Folders with nothing in them. A `tmp_path` for every test would cost more."""

    def __init__(self, base: Path) -> None:
        self._folders = (base / str(number) for number in count())
        self._last: Path | None = None

    def new(self) -> Path:
        """One that nobody has had."""
        self._last = next(self._folders)
        for made in (self._last, self._last / "home", self._last / "runtime"):
            made.mkdir(mode=0o700)
        return self._last

    def untouched(self) -> Path:
        """The last one if it is as it was."""
        last = self._last
        if last is None or any(any((last / part).iterdir()) for part in ("home", "runtime")):
            return self.new()
        return last


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Homes:
    """Homes for all tests."""
    return Homes(tmp_path_factory.mktemp("homes"))


@pytest.fixture(autouse=True)
def own_home(homes: Homes, request: pytest.FixtureRequest) -> Path:
    """An empty home, so that no test reads or writes a person's files.

    Nothing need be undone: the next test has another home, or the same where nothing was written
    and no thread or program of the last test may still write.
    """
    is_alone = request.path.relative_to(TESTS).parts[0] in ALONE
    folder = homes.untouched() if is_alone else homes.new()
    home, runtime = folder / "home", folder / "runtime"
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
