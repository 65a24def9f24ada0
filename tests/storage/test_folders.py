"""One variable moves everything a person owns."""

from pathlib import Path

from stretchtimer.storage.folders import find_folders


def test_one_variable_moves_everything(monkeypatch, tmp_path):
    monkeypatch.setenv("STRETCHTIMER_HOME", str(tmp_path))
    folders = find_folders()
    assert folders.data == folders.settings == tmp_path
    assert folders.cache == tmp_path / "cache"
    assert folders.routines == tmp_path / "routines"
    assert folders.exercises == tmp_path / "exercises"
    assert folders.settings_file == tmp_path / "settings.toml"
    assert folders.history_file == tmp_path / "history.sqlite"


def test_a_relative_home_does_not_move_with_the_working_folder(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("STRETCHTIMER_HOME", "mine")
    assert find_folders().data == tmp_path / "mine"


def test_without_it_the_platform_decides(monkeypatch):
    monkeypatch.delenv("STRETCHTIMER_HOME")
    folders = find_folders()
    own = (folders.data, folders.settings, folders.cache)
    assert all(path.name == "stretchtimer" for path in own)
    assert all(path.is_relative_to(Path.home()) for path in own)
