"""An exercise's own pictures: found beside its file, told of when they are gone, shared with it."""

import io
import os
import zipfile
from dataclasses import replace

import pytest

from stretchtimer.core.pictures import Pictures
from stretchtimer.core.routine import Block, Routine
from stretchtimer.core.score import compile_score
from stretchtimer.core.script import Script
from stretchtimer.figure.palette import Look
from stretchtimer.sharing import shared
from stretchtimer.sheet import print_sheet
from stretchtimer.storage.authored import read_exercise
from stretchtimer.storage.check import check_paths
from stretchtimer.storage.folders import find_folders
from stretchtimer.storage.importing.keep import keep
from stretchtimer.storage.importing.read import read_import
from stretchtimer.storage.library import load_library
from stretchtimer.storage.phrases_file import load_phrases
from stretchtimer.storage.problems import FileRefused
from stretchtimer.storage.toml_edit import to_table, written
from stretchtimer.storage.toml_file import read_toml
from tests.figure.pictures import ARROW, png, svg

MINE = """format = 1
id = "hips"
name = "Hips"
kind = "stretch"
goal = "Hips"
region = "hip"
place = "floor"
position = "On the side"
[dose]
prepare_s = 10
ease_s = 3
hold_s = 20
release_s = 3
reps = 1
rest_s = 0
[words]
setup = ["Lie down."]
brief = "Hips."
hold = "Hold."
[pictures]  # mine
hold = "my photo.png"
start = "start.svg"
"""


def loaded(folders=None):
    """What is the person's own, without the shipped files, whose reading takes its time."""
    folders = folders or find_folders()
    nothing = folders.data / "nothing shipped"
    return load_library(folders, shipped_exercises=nothing, shipped_routines=nothing)


@pytest.fixture
def hips():
    """The path of an own exercise with two pictures, and a routine with it."""
    folders = find_folders()
    folders.exercises.mkdir(parents=True)
    folders.routines.mkdir(parents=True)
    path = folders.exercises / "hips.toml"
    path.write_text(MINE)
    path.with_name("my photo.png").write_bytes(png())
    path.with_name("start.svg").write_bytes(ARROW)
    routine = Routine(format=1, id="mine", name="Mine", block=(Block("hips"),))
    (folders.routines / "mine.toml").write_text(written(to_table(routine)))
    return path


def pack(ending=".stretch"):
    library = loaded()
    return shared(library.routines["mine"], library, ending, author="", licence="")


def elsewhere(tmp_path):
    away = tmp_path / "elsewhere"
    return replace(find_folders(), data=away, cache=away / "cache")


def test_an_exercise_needs_no_figure(hips):
    library = loaded()
    assert library.problems == ()
    assert library.exercises["hips"].pictures == Pictures("my photo.png", "start.svg")
    assert check_paths([hips], library) == []


def test_what_is_loaded_is_what_is_written(hips):
    exercise = read_exercise(read_toml(hips)).content
    hips.write_text(written(to_table(exercise)))
    assert read_exercise(read_toml(hips)).content == exercise


def test_a_picture_that_is_gone_is_told_and_the_exercise_stays(hips):
    hips.with_name("start.svg").unlink()
    library = loaded()
    assert [problem.message for problem in library.problems] == [
        "the picture start.svg is not there"
    ]
    assert library.problems[0].line == MINE.splitlines().index("[pictures]  # mine") + 1
    assert "hips" in library.exercises
    with pytest.raises(FileRefused, match=r"start\.svg is not there"):
        pack()


def test_checking_looks_into_a_picture(hips):
    hips.with_name("start.svg").write_bytes(svg("<script/>"))
    (problem,) = check_paths([hips], loaded())
    assert "start.svg: a drawing with <script>" in problem.message


@pytest.mark.parametrize("name", ["../up.png", "/etc/up.png", "up.exe"])
def test_a_name_with_a_folder_is_refused_with_its_line(hips, name):
    hips.write_text(MINE.replace("my photo.png", name))
    (problem, *_) = check_paths([hips], loaded())
    assert problem.key == "pictures"
    assert "its name, without a folder" in problem.message


def test_a_pack_brings_the_pictures(hips, tmp_path):
    file, folders = tmp_path / "x.stretch", elsewhere(tmp_path)
    file.write_bytes(pack())
    found = read_import(file, loaded(folders))
    assert found.missed == ()
    keep(found, folders)
    there = loaded(folders)
    assert there.problems == ()
    names = there.exercises["hips"].pictures.names
    contents = [(folders.exercises / name).read_bytes() for name in names]
    assert contents == [png(), ARROW]
    assert "# mine" in (folders.exercises / "hips.toml").read_text()


def test_bringing_it_twice_makes_a_second_with_the_same_pictures(hips, tmp_path):
    file, folders = tmp_path / "x.stretch", elsewhere(tmp_path)
    file.write_bytes(pack())
    keep(read_import(file, loaded(folders)), folders)
    keep(read_import(file, loaded(folders)), folders)
    there = loaded(folders)
    assert there.problems == ()
    assert sorted(path.suffix for path in folders.exercises.iterdir()) == [
        *(".png", ".png", ".svg", ".svg", ".toml", ".toml")
    ]


def test_a_picture_is_never_written_over_another_file(hips, tmp_path):
    file, folders = tmp_path / "x.stretch", elsewhere(tmp_path)
    file.write_bytes(pack())
    found = read_import(file, loaded(folders))
    folders.exercises.mkdir(parents=True)
    last = folders.exercises / found.exercises[0].content.pictures.start
    last.write_bytes(b"theirs")
    with pytest.raises(FileExistsError):
        keep(found, folders)
    assert [path.name for path in folders.exercises.iterdir()] == [last.name]
    assert last.read_bytes() == b"theirs"


def repacked(**changed):
    """The pack with other contents of some files; None leaves one out."""
    names = {"hold": "exercises/my photo.png", "start": "exercises/start.svg"}
    contents = {names[key]: body for key, body in changed.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(pack())) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            body = contents.get(name, old.read(name))
            if body is not None:
                new.writestr(name, body)
    return out.getvalue()


@pytest.mark.parametrize(
    ("changed", "left"),
    [
        ({"start": None}, 1),
        ({"start": svg("<script/>")}, 1),
        ({"hold": b"MZ"}, 0),
        ({"hold": None, "start": None}, 0),
        ({"start": png()}, 1),  # one picture for both
    ],
)
def test_a_pack_with_bad_pictures_brings_the_rest(hips, tmp_path, changed, left):
    file, folders = tmp_path / "x.stretch", elsewhere(tmp_path)
    file.write_bytes(repacked(**changed))
    found = read_import(file, loaded(folders))
    assert len(found.missed) == (0 if changed == {"start": png()} else len(changed))
    keep(found, folders)
    there = loaded(folders)
    assert there.problems == ()
    pictures = there.exercises["hips"].pictures
    assert len(pictures.names if pictures else ()) == left


def test_a_pack_that_nobody_could_bring_in_is_not_written(hips):
    path = hips.with_name("hips-2.toml")
    path.write_text(MINE.replace('"hips"', '"hips-2"').replace("my photo", "other"))
    for name in ("my photo.png", "other.png"):
        hips.with_name(name).write_bytes(png() + os.urandom(8 * 2**20 - 200))
    library = loaded()
    blocks = (Block("hips"), Block("hips-2"))
    routine = replace(library.routines["mine"], block=blocks)
    with pytest.raises(FileRefused, match="too large for a pack"):
        shared(routine, library, ".stretch", author="", licence="")


def test_the_sheet_shows_them(hips, tmp_path, qapp):
    library, home = loaded(), find_folders()
    routine = library.routines["mine"]
    blocks = library.prescriptions(routine)
    score = compile_score(routine, Script("Mine", blocks, load_phrases(), frozenset(["hips"])))
    sizes = []
    for pictures in (home.exercises, None):  # a photo in one colour takes less than its words
        print_sheet(routine, score, Look(pictures=pictures), tmp_path / "x.pdf")
        sizes.append((tmp_path / "x.pdf").stat().st_size)
    assert sizes[0] != sizes[1]


def test_a_file_alone_brings_no_pictures_and_says_so(hips, tmp_path):
    found = read_import(hips, loaded(elsewhere(tmp_path)))
    assert [str(one) for one in found.missed] == [
        "Hips: “my photo.png”: the picture did not come along",
        "Hips: “start.svg”: the picture did not come along",
    ]
    assert found.exercises[0].content.pictures is None
