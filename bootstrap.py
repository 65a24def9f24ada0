#!/usr/bin/env python3
"""From a bare machine to the running program, or to its tests, with nothing but python3.

    python3 bootstrap.py run [ARGUMENTS...]    start stretchtimer
    python3 bootstrap.py test [ARGUMENTS...]   run every check, or only pytest with the arguments

Both first put in place what is missing: packages of the system (on Debian and its relatives), an
environment of its own in `.venv`, and the project with its dependencies in it. Nothing is fetched
when nothing is missing. Only the standard library is used here, and only what older Pythons can
read, so that they can be told that they are too old.
"""

from __future__ import annotations

import compileall
import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Any

OLDEST_PYTHON = (3, 11)
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "set-up-by-bootstrap.txt"

# What the program needs from the system, and the Debian package that brings it: a shared library by
# its soname, a file by its path, a module of the standard library, or else a program by its name.
NEEDED = {
    "module:ensurepip": "python3-venv",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libbrotlidec.so.1": "libbrotli1",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "/usr/share/fonts/**/*.[ot]tf": "fonts-dejavu-core",
}
# Without these the program runs, but without Wayland, without sound, or without a second voice.
WELCOME = {
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libpulse.so.0": "libpulse0",
    "libportaudio.so.2": "libportaudio2",
    "libXss.so.1": "libxss1",
    "libespeak-ng.so.1": "libespeak-ng1",
}
# The tests use the program as a person would: on a screen, with a keyboard, listening.
NEEDED_BY_TESTS = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "xprop": "x11-utils",
    "wmctrl": "wmctrl",
    "dunst": "dunst",
    "dunstctl": "dunst",
    "trayer": "trayer",
    "setpriv": "util-linux",
    "dbus-daemon": "dbus",
    "pulseaudio": "pulseaudio",
    "pactl": "pulseaudio-utils",
    "pacat": "pulseaudio-utils",
    "parec": "pulseaudio-utils",
}

MEASURED_TESTS = ["-m", "coverage", "run", "-m", "pytest"]
# These use the program in real time and mostly wait: meanwhile the others run.
IN_REAL_TIME = "tests/end_to_end"


def main(arguments: list[str]) -> int:
    """Carry out one verb; the exit code is the program's or that of the first check that failed."""
    if sys.version_info < OLDEST_PYTHON:
        print(
            f"stretchtimer needs Python {dotted(OLDEST_PYTHON)} or newer; this is "
            f"{dotted(sys.version_info[:3])} ({sys.executable}).\n"
            "Install a newer one and start this again with it, for example: "
            "python3.11 bootstrap.py run",
            file=sys.stderr,
        )
        return 1
    verb, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if verb == "run":
        return run(rest)
    if verb == "test":
        return test(rest)
    print(__doc__.strip())
    return 0 if verb in {"-h", "--help"} else 2


def dotted(version: tuple[int, ...]) -> str:
    """A version as people write it."""
    return ".".join(str(number) for number in version)


# The two verbs


def run(arguments: list[str]) -> int:
    """Start the program in the place of this script."""
    if not set_up(NEEDED, for_tests=False):
        return 1
    command = [str(VENV_PYTHON), "-m", "stretchtimer", *arguments]
    if os.name != "nt":
        os.execv(command[0], command)
    return subprocess.call(command)  # a shell on Windows would not wait for an exec


def test(arguments: list[str]) -> int:
    """Run all checks, the quick ones first, every one even after a failure."""
    if not set_up({**NEEDED, **NEEDED_BY_TESTS}, for_tests=True):
        return 1
    if arguments:
        return subprocess.call([str(VENV_PYTHON), "-m", "pytest", *arguments])
    checks: dict[str, list[list[str]]] = {
        "style": [["-m", "ruff", "check"]],
        "format": [["-m", "ruff", "format", "--check"]],
        "types": [["-m", "mypy"]],
        "layers": [
            [
                "-c",
                "from importlinter.cli import lint_imports_command; lint_imports_command()",
                "--no-logo",
            ]
        ],
        "tests": [[*MEASURED_TESTS, f"--ignore={IN_REAL_TIME}"], [*MEASURED_TESTS, IN_REAL_TIME]],
        "coverage data": [["-m", "coverage", "combine", "--quiet"]],
        "coverage": [["-m", "coverage", "report"]],
    }
    failures = {}
    for name, commands in checks.items():
        print(f"\n== {name}", flush=True)
        code = side_by_side([[str(VENV_PYTHON), *command] for command in commands])
        if code != 0:
            failures[name] = code
    print()
    for name in checks:
        print(f"{'FAILED' if name in failures else 'passed'}  {name}")
    return next(iter(failures.values()), 0)


def side_by_side(commands: list[list[str]]) -> int:
    """Run these at once, and answer the first exit code that is not 0.

    What the first one says is seen at once, what the others say when they have ended. It gives way
    to them: they keep time.
    """
    first, *others = commands
    give_way = (lambda: os.nice(5)) if others and os.name != "nt" else None
    with ExitStack() as open_until_then:
        running = []
        for command in others:
            said = open_until_then.enter_context(tempfile.TemporaryFile())
            process = subprocess.Popen(command, cwd=ROOT, stdout=said, stderr=subprocess.STDOUT)
            running.append((open_until_then.enter_context(process), said))
        codes = [subprocess.call(first, cwd=ROOT, preexec_fn=give_way)]
        for process, said in running:
            codes.append(process.wait())
            said.seek(0)
            print(said.read().decode(errors="replace"), end="", flush=True)
    return next((code for code in codes if code != 0), 0)


def set_up(needed: dict[str, str], *, for_tests: bool) -> bool:
    """Put in place what is missing; says so and answers False where it cannot."""
    stamp = wanted_stamp(for_tests=for_tests)
    current = (stamp_found() or "").startswith(stamp)
    # What is only welcome is looked for once, so that a machine without it is not told each time.
    if not packages_ready(needed, {} if current else WELCOME):
        return False
    if not current and not environment_ready(stamp, for_tests=for_tests):
        return False
    if sys.dont_write_bytecode or not current:
        # Else Python does it by itself; to read the source anew takes 0.2 s a start.
        compileall.compile_dir(ROOT / "stretchtimer", quiet=2)
    if not current:
        # What the library holds is kept once its files were read: so the first start is quick.
        listing = [str(VENV_PYTHON), "-m", "stretchtimer", "list"]
        subprocess.call(listing, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return True


# What the system must bring


def packages_ready(needed: dict[str, str], welcome: dict[str, str]) -> bool:
    """See that what is `needed` is there, installing it where that can be done.

    What is only `welcome` is installed along with the rest, and never stands in the way.
    """
    if not sys.platform.startswith("linux"):
        return True  # elsewhere all of this comes with the system or with Python
    missing = absent(needed)
    wanted = absent(welcome)
    if not missing and not wanted:
        return True
    if shutil.which("apt-get") is None:
        print(
            "Not found on this system; its own package manager has them under similar names: "
            + ", ".join(thing.removeprefix("module:") for thing in [*missing, *wanted]),
            file=sys.stderr,
        )
        return "module:ensurepip" not in missing

    packages = sorted({*missing.values(), *wanted.values()})
    line = "apt-get install --yes --no-install-recommends " + " ".join(packages)
    apt = apt_get()
    if apt is None:
        if missing:
            advice = "Packages of the system are missing. Run this line, then start again"
        else:
            advice = "It starts without them, but these packages make it whole"
        print(f"{advice}:\n\n    sudo {line}\n", file=sys.stderr)
        return not missing

    print("Installing packages of the system:", " ".join(packages), flush=True)
    subprocess.call([*apt, "update", "--quiet"], stdin=subprocess.DEVNULL)
    for chosen in (packages, sorted(set(missing.values()))):
        command = [*apt, "install", "--yes", "--quiet", "--no-install-recommends", *chosen]
        if not chosen or subprocess.call(command, stdin=subprocess.DEVNULL) == 0:
            break
    missing = absent(needed)
    if missing:
        print(
            "Still missing after the installation: "
            + ", ".join(f"{thing} (package {package})" for thing, package in missing.items())
            + ".\nSee what apt-get said above, mend it, and start again.",
            file=sys.stderr,
        )
    return not missing


def absent(things: dict[str, str]) -> dict[str, str]:
    """Those of `things` that this system does not have."""
    return {thing: package for thing, package in things.items() if not is_here(thing)}


def is_here(thing: str) -> bool:
    """Whether a library loads, a file exists, a module is found or a program is on the path."""
    if thing.startswith("module:"):
        return importlib.util.find_spec(thing.removeprefix("module:")) is not None
    if thing.startswith("/"):
        return any(Path("/").glob(thing.removeprefix("/")))
    if ".so" in thing:
        try:
            ctypes.CDLL(thing)
        except OSError:
            return False
        return True
    return shutil.which(thing) is not None


def apt_get() -> list[str] | None:
    """The start of a command that may install packages without asking anything, if there is one."""
    quietly = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=300"]
    if os.geteuid() == 0:
        return quietly
    if shutil.which("sudo") is not None:
        asked = subprocess.run(["sudo", "--non-interactive", "true"], capture_output=True)
        if asked.returncode == 0:
            return ["sudo", "--non-interactive", *quietly]
    return None


# The environment


def wanted_stamp(*, for_tests: bool) -> str:
    """What the stamp begins with when `.venv` is as it should be, for this Python and this place.

    The tests need more than the program, so that their stamp is the program's and one more line.
    """
    read_by_pip = [described()[table] for table in ("build-system", "project", "dependency-groups")]
    project = hashlib.sha256(repr(read_by_pip).encode()).hexdigest()
    stamp = f"Python {dotted(sys.version_info[:2])} in {ROOT}\n{project}\n"
    return stamp + "with the tools of the tests\n" if for_tests else stamp


def stamp_found() -> str | None:
    """The stamp of an earlier set-up whose Python is still there."""
    return STAMP.read_text("utf-8") if STAMP.exists() and VENV_PYTHON.exists() else None


def environment_ready(stamp: str, *, for_tests: bool) -> bool:
    """Make `.venv` hold the project as pyproject.toml describes it now."""
    before = stamp_found()
    usable = pip_answers() if before is None else before.startswith(stamp.splitlines()[0])
    if not usable and not make_environment():
        return False
    # Until all is well an interruption must leave a stamp that fits nothing.
    STAMP.write_text("interrupted\n", "utf-8")
    print("Installing stretchtimer and what it needs into .venv: once, for minutes", flush=True)
    pip = [str(VENV_PYTHON), "-m", "pip", "install", "--disable-pip-version-check"]
    # From 25.1 on pip could read the group itself; Debian's is older.
    tools = described()["dependency-groups"]["dev"] if for_tests else []
    if subprocess.call([*pip, "--editable", str(ROOT), *tools]) != 0:
        print(
            "pip could not install everything; its reason stands above. Is there a network? "
            "Mend that and start again.",
            file=sys.stderr,
        )
        # pip fetches everything before it changes anything: what was there still works.
        STAMP.write_text((before or "") if usable else "", "utf-8")
        return False
    subprocess.call([str(VENV_PYTHON), "-m", "compileall", "-qq", str(VENV)])
    STAMP.write_text(stamp, "utf-8")
    return True


def pip_answers() -> bool:
    """Whether an environment that somebody else made is whole and of this Python."""
    question = "import sys, pip; print(sys.version_info[:2] == " + f"{sys.version_info[:2]})"
    try:
        answer = subprocess.run([str(VENV_PYTHON), "-c", question], capture_output=True, text=True)
    except OSError:
        return False
    return answer.stdout.strip() == "True"


def make_environment() -> bool:
    """Make `.venv` anew, whatever was there before."""
    import venv  # only now is it known that this Python has all of it

    print("Making the environment .venv", flush=True)
    try:
        venv.create(VENV, clear=True, with_pip=True, symlinks=os.name != "nt")
    except (OSError, subprocess.CalledProcessError) as error:
        print(
            f"The environment {VENV} could not be made: {error}\n"
            f"Does `{sys.executable} -m venv {VENV}` work, and is there room on the disk?",
            file=sys.stderr,
        )
        return False
    return True


def described() -> dict[str, Any]:
    """The content of pyproject.toml."""
    import tomllib  # older Pythons, which have none, get as far as main()

    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
