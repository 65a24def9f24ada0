"""What people install holds all that the program needs."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = [
    path.relative_to(ROOT)
    for folder in ("assets", "routines")
    for path in sorted((ROOT / folder).rglob("*"))
    if path.is_file() and path.parent.name != "__pycache__"
]
ASK_FOR_RESOURCES = """
from stretchtimer import resources
print(resources.__file__)
print(len(list(resources.routines_dir().glob("*.toml"))))
print(len(list(resources.asset("exercises").glob("*.toml"))))
"""


def build(kind: str, source: Path, target: Path) -> Path:
    """Build a wheel or an sdist of the project in `source`, without a network."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", kind, "--directory"]
    subprocess.run([*command, str(target)], cwd=source, check=True, capture_output=True)
    (built,) = target.iterdir()
    return built


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def unpacked_sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    sdist = build("sdist", ROOT, tmp_path_factory.mktemp("sdist"))
    folder = tmp_path_factory.mktemp("unpacked")
    subprocess.run(["tar", "--extract", "--file", sdist], cwd=folder, check=True)
    (project,) = folder.iterdir()
    return project


def names_in(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_a_wheel_holds_the_shipped_files_inside_the_package(wheel):
    assert SHIPPED
    assert {f"stretchtimer/{path.as_posix()}" for path in SHIPPED} <= names_in(wheel)


def test_a_wheel_leaves_nothing_beside_the_package(wheel):
    beside = {name.split("/")[0] for name in names_in(wheel)}
    assert {name.split("-")[0] for name in beside} == {"stretchtimer"}
    assert not any("__pycache__" in name for name in names_in(wheel))


def test_a_wheel_says_that_it_is_typed_and_how_it_is_licensed(wheel):
    names = names_in(wheel)
    assert "stretchtimer/py.typed" in names
    for page in ("LICENSE", "THIRD-PARTY.md"):
        assert any(name.endswith(f"licenses/{page}") for name in names)


def test_the_shipped_files_are_found_from_a_wheel(wheel, tmp_path):
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    # -P and -S keep the checkout, which an editable install points to, out of sight.
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r})" + ASK_FOR_RESOURCES
    answer = subprocess.run(
        [sys.executable, "-P", "-S", "-c", code],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    place, routines, exercises = answer.stdout.split()
    assert Path(place).is_relative_to(tmp_path)
    assert int(routines) == len(list((ROOT / "routines").glob("*.toml")))
    assert int(exercises) == len(list((ROOT / "assets/exercises").glob("*.toml")))


def test_an_sdist_can_be_set_up_and_tested(unpacked_sdist):
    for name in ("bootstrap.py", "Makefile", "pyproject.toml", "README.md", "LICENSE"):
        assert (unpacked_sdist / name).is_file()
    here = {path.relative_to(ROOT) for path in (ROOT / "tests").rglob("*.py")}
    there = {path.relative_to(unpacked_sdist) for path in unpacked_sdist.rglob("tests/**/*.py")}
    assert there == here


def test_an_sdist_and_a_checkout_make_the_same_wheel(unpacked_sdist, wheel, tmp_path):
    again = build("wheel", unpacked_sdist, tmp_path / "again")
    assert names_in(again) == names_in(wheel)


def test_an_editable_install_points_to_the_checkout(tmp_path):
    editable = build("wheel:editable", ROOT, tmp_path / "editable")
    with zipfile.ZipFile(editable) as archive:
        paths = [archive.read(name).decode() for name in names_in(editable) if ".pth" in name]
    assert paths == [str(ROOT)]
