"""The script that brings the project from a bare machine to a start."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import bootstrap

ROOT = Path(bootstrap.__file__).parent
PYPROJECT = """
[build-system]
[project]
dependencies = ["a-library"]
[dependency-groups]
dev = ["a-tool"]
[tool.a-tool]
"""
OFFERED = {"libnot-there.so.7": "libnot-there7", "no-such-program": "no-such-package"}


class Started:
    """A program that has ended with this code by the time it is waited for."""

    def __init__(self, code):
        self.wait = lambda: code

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass


class Machine:
    """Stands in for all programs that the script starts; remembers how they were called."""

    def __init__(self, project: Path) -> None:
        self.project = project
        self.calls: list[list[str]] = []
        self.failing: set[str] = set()
        self.made = 0

    def call(self, command: list[str], **_: object) -> int:
        self.calls.append(command)
        return int(any(word in self.failing for word in command))

    def start(self, command: list[str], *, stdout, **_: object) -> "Started":
        stdout.write(b"what it said\n")
        return Started(self.call(command))

    def run(self, command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        """No foreign environment is whole, and sudo wants a password."""
        self.calls.append(command)
        return subprocess.CompletedProcess(command, 1, stdout="")

    def make(self, folder: Path, **_: object) -> None:
        self.made += 1
        folder.mkdir(exist_ok=True)
        bootstrap.STAMP.unlink(missing_ok=True)
        bootstrap.VENV_PYTHON.touch()

    def words(self, program: str) -> list[str]:
        """All that the program was called with."""
        return [word for command in self.calls if program in command for word in command]


@pytest.fixture
def machine(tmp_path, monkeypatch):
    project = tmp_path / "project"
    (project / "stretchtimer").mkdir(parents=True)
    (project / "pyproject.toml").write_text(PYPROJECT)
    machine = Machine(project)
    monkeypatch.setattr(bootstrap, "ROOT", project)
    monkeypatch.setattr(bootstrap, "VENV", project / ".venv")
    monkeypatch.setattr(bootstrap, "VENV_PYTHON", project / ".venv" / "python")
    monkeypatch.setattr(bootstrap, "STAMP", project / ".venv" / "stamp.txt")
    monkeypatch.setattr(bootstrap, "NEEDED", {})
    monkeypatch.setattr(bootstrap, "NEEDED_BY_TESTS", {})
    monkeypatch.setattr(bootstrap, "WELCOME", {})
    monkeypatch.setattr(subprocess, "call", machine.call)
    monkeypatch.setattr(subprocess, "run", machine.run)
    monkeypatch.setattr(subprocess, "Popen", machine.start)
    monkeypatch.setattr("venv.create", machine.make)
    monkeypatch.setattr("shutil.which", lambda name: None if name in OFFERED else f"/bin/{name}")
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("os.geteuid", lambda: 0)
    return machine


def set_up(*, for_tests=False):
    return bootstrap.set_up(bootstrap.NEEDED, for_tests=for_tests)


# The environment


def test_a_fresh_checkout_gets_an_environment_with_the_project(machine):
    assert set_up()
    assert machine.made == 1
    assert str(machine.project) in machine.words("pip")
    assert "a-tool" not in machine.words("pip")


def test_the_library_is_read_once_so_that_the_first_start_need_not(machine):
    assert set_up()
    assert machine.calls[-1][-2:] == ["stretchtimer", "list"]
    machine.failing.add("list")
    bootstrap.STAMP.unlink()
    assert set_up()  # what is wrong with it is told by the start


def test_the_tests_get_their_tools_too(machine):
    assert set_up(for_tests=True)
    assert "a-tool" in machine.words("pip")


@pytest.mark.parametrize(("first", "second"), [(False, False), (True, False), (True, True)])
def test_nothing_is_done_twice(machine, first, second):
    set_up(for_tests=first)
    machine.calls.clear()
    assert set_up(for_tests=second)
    assert machine.calls == []


def test_tools_are_added_to_an_environment_made_for_running(machine):
    set_up()
    set_up(for_tests=True)
    assert machine.made == 1
    assert "a-tool" in machine.words("pip")


def test_changed_dependencies_are_installed_into_the_same_environment(machine):
    set_up()
    machine.calls.clear()
    changed = PYPROJECT.replace("a-library", "another-library")
    (machine.project / "pyproject.toml").write_text(changed)
    assert set_up()
    assert machine.made == 1
    assert machine.words("pip")


def test_the_settings_of_a_tool_are_nothing_to_install(machine):
    set_up()
    machine.calls.clear()
    (machine.project / "pyproject.toml").write_text(PYPROJECT + "strict = true\n")
    assert set_up()
    assert machine.calls == []


def test_a_moved_checkout_gets_a_new_environment(machine, monkeypatch):
    set_up()
    moved = machine.project.rename(machine.project.with_name("moved"))
    monkeypatch.setattr(bootstrap, "ROOT", moved)
    monkeypatch.setattr(bootstrap, "VENV", moved / ".venv")
    monkeypatch.setattr(bootstrap, "VENV_PYTHON", moved / ".venv" / "python")
    monkeypatch.setattr(bootstrap, "STAMP", moved / ".venv" / "stamp.txt")
    assert set_up()
    assert machine.made == 2


def test_an_environment_that_lost_its_python_is_made_anew(machine):
    set_up()
    bootstrap.VENV_PYTHON.unlink()
    assert set_up()
    assert machine.made == 2


def test_an_interrupted_installation_begins_anew(machine, monkeypatch):
    def interrupt(command, **_):
        raise KeyboardInterrupt

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(subprocess, "call", interrupt)
        with pytest.raises(KeyboardInterrupt):
            set_up()
    assert set_up()
    assert machine.made == 2


def test_a_failed_addition_leaves_what_worked(machine, capsys):
    set_up()
    machine.failing.add("pip")
    assert not set_up(for_tests=True)
    assert "network" in capsys.readouterr().err
    machine.calls.clear()
    assert set_up()
    assert machine.calls == []


def test_an_environment_that_cannot_be_made_is_explained(machine, monkeypatch, capsys):
    def full(folder, **_):
        raise OSError("No space left on device")

    monkeypatch.setattr("venv.create", full)
    assert not set_up()
    assert "No space left on device" in capsys.readouterr().err


# Packages of the system


def test_root_installs_what_is_missing_in_one_go(machine):
    there = {"libnot-there.so.7": "libnot-there7"}
    assert not bootstrap.packages_ready(there, {"no-such-program": "no-such-package"})
    install = machine.calls[-1]
    assert install[0] == "env"
    assert install[-2:] == ["libnot-there7", "no-such-package"]


def test_what_cannot_be_had_is_named(machine, capsys):
    assert not bootstrap.packages_ready(OFFERED, {})
    assert "no-such-program (package no-such-package)" in capsys.readouterr().err


def test_what_is_only_welcome_never_stands_in_the_way(machine):
    machine.failing.add("no-such-package")
    assert bootstrap.packages_ready({}, OFFERED)


def test_needed_packages_are_tried_without_an_unknown_welcome_one(machine):
    machine.failing.add("no-such-package")
    bootstrap.packages_ready(
        {"libnot-there.so.7": "libnot-there7"}, {"no-such-program": "no-such-package"}
    )
    assert machine.calls[-1][-2:] == ["--no-install-recommends", "libnot-there7"]


def test_who_may_not_install_is_given_the_line(machine, monkeypatch, capsys):
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    assert not bootstrap.packages_ready(OFFERED, {})
    told = capsys.readouterr().err
    line = "sudo apt-get install --yes --no-install-recommends libnot-there7 no-such-package\n"
    assert line in told
    assert not any("apt-get" in command for command in machine.calls)


def test_who_may_not_install_goes_on_without_what_is_only_welcome(machine, monkeypatch, capsys):
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    assert bootstrap.packages_ready({}, OFFERED)
    assert "no-such-package" in capsys.readouterr().err


def test_other_systems_are_told_what_to_look_for(machine, monkeypatch, capsys):
    monkeypatch.setattr("shutil.which", lambda name: None)
    assert bootstrap.packages_ready(OFFERED, {})
    assert "libnot-there.so.7" in capsys.readouterr().err


def test_nothing_is_asked_of_apt_when_nothing_is_missing(machine):
    here = {sys.executable: "python3", "module:venv": "python3-venv", "libc.so.6": "libc6"}
    assert bootstrap.packages_ready(here, here)
    assert machine.calls == []


# The verbs


def test_an_old_python_is_told_so(monkeypatch, capsys):
    monkeypatch.setattr("sys.version_info", (3, 9, 2, "final", 0))
    assert bootstrap.main(["run"]) == 1
    assert "needs Python 3.11 or newer; this is 3.9.2" in capsys.readouterr().err


def test_the_oldest_python_is_the_one_that_the_project_asks_for():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["requires-python"] == f">={bootstrap.dotted(bootstrap.OLDEST_PYTHON)}"


@pytest.mark.parametrize(("arguments", "code"), [([], 2), (["--help"], 0), (["walk"], 2)])
def test_without_a_verb_it_explains_itself(arguments, code, capsys):
    assert bootstrap.main(arguments) == code
    assert "bootstrap.py run" in capsys.readouterr().out


def test_every_check_runs_and_the_first_failure_is_the_exit_code(machine, capsys):
    machine.failing.update({"mypy", "report"})
    assert bootstrap.main(["test"]) == 1
    told = capsys.readouterr().out
    assert "FAILED  types" in told
    assert "passed  tests" in told
    assert "FAILED  coverage" in told


def test_what_plays_in_real_time_is_tested_beside_the_rest(machine, capsys):
    machine.failing.add(bootstrap.IN_REAL_TIME)
    assert bootstrap.main(["test"]) == 1
    runs = [command[-1] for command in machine.calls if "pytest" in command]
    assert sorted(runs) == sorted([bootstrap.IN_REAL_TIME, f"--ignore={bootstrap.IN_REAL_TIME}"])
    told = capsys.readouterr().out
    assert "what it said" in told
    assert "FAILED  tests" in told
    assert (ROOT / bootstrap.IN_REAL_TIME).is_dir()


def test_arguments_go_to_pytest_alone(machine):
    set_up(for_tests=True)
    machine.calls.clear()
    assert bootstrap.main(["test", "-k", "score"]) == 0
    assert [command[1:] for command in machine.calls] == [["-m", "pytest", "-k", "score"]]


def test_run_hands_its_arguments_to_the_program(machine, monkeypatch):
    started = []

    def become(program, command):
        started.append(command[1:])
        raise SystemExit(0)  # an exec does not return

    set_up()
    monkeypatch.setattr("os.execv", become)
    with pytest.raises(SystemExit):
        bootstrap.main(["run", "list", "--json"])
    assert started == [["-m", "stretchtimer", "list", "--json"]]
