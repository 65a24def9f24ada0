"""Settings survive every hand that edits them."""

from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.core.settings import Settings
from stretchtimer.storage.settings_file import read_settings, write_settings

VOLUMES = st.floats(0, 1) | st.integers(0, 1)
SETTINGS = st.builds(
    Settings,
    appearance=st.sampled_from(["system", "light", "dark"]),
    skin=st.integers(1, 6),
    hair=st.sampled_from(["bun", "short", "bob"]),
    reduced_motion=st.booleans(),
    muted=st.booleans(),
    voice_id=st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=300),
    rate_wpm=st.integers(80, 300),
    voice_volume=VOLUMES,
    chime_volume=VOLUMES,
    countdown=st.sampled_from(["ticks", "digits"]),
    engine=st.sampled_from(["system", "piper"]),
    device=st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=300),
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "settings.toml"


def test_without_a_file_there_are_defaults(path):
    assert read_settings(path) == (Settings(), ())
    assert not path.exists()


@given(SETTINGS, SETTINGS)
def test_what_was_written_is_read(tmp_path_factory, first, second):
    path = tmp_path_factory.mktemp("home") / "settings.toml"
    for settings in (first, second):
        assert write_settings(path, settings) is None
        assert read_settings(path) == (settings, ())


def test_a_person_keeps_comments_and_order(path):
    path.write_text('# mine\nskin = 2   # like me\nappearance = "light"\n\nrate_wpm=155')
    settings, notices = read_settings(path)
    assert (settings.skin, settings.appearance, notices) == (2, "light", ())
    write_settings(path, replace(settings, skin=5, appearance="dark"))
    text = path.read_text()
    assert text.startswith(
        '# mine\nskin = 5   # like me\nappearance = "dark"\n\nrate_wpm=155\nhair = "bun"\n'
    )
    assert read_settings(path)[0] == replace(settings, skin=5, appearance="dark")


@pytest.mark.parametrize("content", [b"skin = ", b"\xff\xfe", b"skin = 1\nskin = 2", b"\0" * 9])
def test_an_unreadable_file_is_set_aside_and_told(path, content):
    path.write_bytes(content)
    settings, (notice,) = read_settings(path)
    assert settings == Settings()
    assert not path.exists()
    aside = path.with_name("settings.toml.broken-1")
    assert aside.read_bytes() == content
    assert f"{path}:" in notice.text
    assert str(aside) in notice.mend


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("skin = 7", "skin: expected a whole number from 1 to 6, found 7"),
        ("skin = true", "skin: expected a whole number from 1 to 6, found true"),
        ("skin = 2.0", "skin: expected a whole number from 1 to 6, found 2.0"),
        ("voice_volume = 1.5", "voice_volume: expected a number from 0 to 1, found 1.5"),
        ("voice_volume = false", "voice_volume: expected a number from 0 to 1, found false"),
        ("muted = 1", "muted: expected true or false, found 1"),
        ("voice_id = 3", "voice_id: expected text of at most 300 characters, found 3"),
        ('hair = "green"', 'hair: expected "bun", "short" or "bob", found "green"'),
        ("countdown = []", 'countdown: expected "ticks" or "digits", found an empty list'),
        ("[rate_wpm]", "rate_wpm: expected a whole number from 80 to 300, found a table"),
    ],
)
def test_one_wrong_value_costs_no_other(path, line, expected):
    content = f"chime_volume = 0.25\n{line}\n"
    path.write_text(content)
    settings, (notice,) = read_settings(path)
    assert settings == Settings(chime_volume=0.25)
    assert f"{path}:2: {expected}" in notice.text
    assert path.with_name("settings.toml.broken-1").read_text() == content
    assert read_settings(path) == (settings, ())


def test_unknown_settings_are_told_once_together_and_left_alone(path):
    path.write_text("skn = 2\nskin = 4\nfuture = { a = 1 }\n")
    settings, (notice,) = read_settings(path)
    assert settings == Settings(skin=4)
    assert 'skn: unknown key; did you mean "skin"?' in notice.text
    assert "future: unknown key" in notice.text
    write_settings(path, settings)
    assert "future = { a = 1 }" in path.read_text()


def test_a_file_that_broke_meanwhile_is_not_written_over(path):
    path.write_text("skin = = mine")
    assert write_settings(path, Settings(skin=5)) is None
    assert read_settings(path) == (Settings(skin=5), ())
    assert path.with_name("settings.toml.broken-1").read_text() == "skin = = mine"


@pytest.mark.parametrize("content", ["[table]\nskin = 3\n", '"skin" = 3\n'])
def test_a_file_of_another_shape_is_set_aside_before_writing(path, content):
    path.write_text(content)
    assert write_settings(path, Settings(skin=5)) is None
    assert read_settings(path) == (Settings(skin=5), ())
    assert path.with_name("settings.toml.broken-1").read_text() == content


def test_a_broken_file_that_cannot_be_moved_is_told_and_left(path, monkeypatch):
    def refuse(_path, _target):
        raise PermissionError(13, "Permission denied")

    path.write_text("skin = =")
    monkeypatch.setattr(Path, "rename", refuse)
    settings, (notice,) = read_settings(path)
    assert settings == Settings()
    assert notice.mend == "The file could not be set aside: Permission denied."
    assert path.read_text() == "skin = ="


def test_a_disk_that_refuses_is_told(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    path = blocked / "settings.toml"
    notice = write_settings(path, Settings())
    assert notice is not None
    assert str(path) in notice.text
    assert read_settings(path) == (Settings(), ())


@given(
    st.dictionaries(
        st.sampled_from([field.name for field in fields(Settings)] + ["other"]),
        st.sampled_from(
            ["0", "1", "0.5", "true", '"dark"', "[1]", "{}", "nan", "1979-05-27", "'x'"]
        ),
    )
)
def test_any_mixture_gives_settings_within_their_bounds(tmp_path_factory, lines):
    path = tmp_path_factory.mktemp("home") / "settings.toml"
    path.write_text("\n".join(f"{key} = {value}" for key, value in lines.items()))
    settings, _ = read_settings(path)
    write_settings(path, settings)
    again, notices = read_settings(path)
    assert again == settings
    assert all("ignored" in notice.text for notice in notices)
