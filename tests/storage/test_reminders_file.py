"""The schedules' file: read whole or in part, written with the person's comments, never lost."""

import tomllib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.core.reminders.schedule import DAYS, DEFAULT_SCHEDULES, Schedule
from stretchtimer.core.reminders.state import RemindersState, Standing
from stretchtimer.storage.reminders_file import read_schedules, read_tables, write_schedules
from stretchtimer.storage.reminders_state import load_state, save_state
from tests.examples import examples

OWN = """# mine
format = 1

# after lunch
[[reminder]]
id = "lunch"     # never changes
name = "After lunch"
at = ["13:15"]   # not earlier
days = ["mon", "tue"]

[[reminder]]
id = "desk"
name = "Desk"
every_min = 45
"""


def test_without_a_file_the_usual_ones_hold(tmp_path):
    assert read_schedules(tmp_path / "none.toml") == (DEFAULT_SCHEDULES, ())


def test_only_the_desk_break_is_on_at_first():
    assert [one.id for one in DEFAULT_SCHEDULES if one.on] == ["desk-break"]


def test_what_is_written_is_read_again_with_the_comments(tmp_path):
    path = tmp_path / "reminders.toml"
    path.write_text(OWN)
    (lunch, desk), notices = read_schedules(path)
    assert notices == ()
    changed = (replace(lunch, at=("13:15", "14:00"), notice_min=2), replace(desk, on=False))
    assert write_schedules(path, changed) is None
    assert read_schedules(path) == (changed, ())
    text = path.read_text()
    for comment in ("# mine", "# after lunch", "# never changes", "# not earlier"):
        assert comment in text


def test_a_reminder_that_is_taken_out_takes_only_its_own_lines(tmp_path):
    path = tmp_path / "reminders.toml"
    path.write_text(OWN)
    (_, desk), _ = read_schedules(path)
    write_schedules(path, (desk, Schedule("new", "New", every_min=5)))
    assert [one.id for one in read_schedules(path)[0]] == ["desk", "new"]
    assert "# mine" in path.read_text()


def test_one_that_is_wrong_is_left_out_told_and_never_lost(tmp_path):
    path = tmp_path / "reminders.toml"
    path.write_text(OWN.replace("45", '"45"'))
    schedules, (notice,) = read_schedules(path)
    assert [one.id for one in schedules] == ["lunch"]
    assert "reminders.toml:14: reminder[1].every_min: expected a whole number" in notice.text
    write_schedules(path, schedules)
    assert '"45"' in (tmp_path / "reminders.toml.broken-1").read_text()


@pytest.mark.parametrize("content", [b"\xff", b"reminder = [", b"reminder = 3\n"])
def test_a_file_that_is_none_costs_nothing_but_a_notice(tmp_path, content):
    path = tmp_path / "reminders.toml"
    path.write_bytes(content)
    _, (notice,) = read_schedules(path)
    assert "reminder" in notice.text
    write_schedules(path, DEFAULT_SCHEDULES)
    assert read_schedules(path) == (DEFAULT_SCHEDULES, ())
    assert (tmp_path / "reminders.toml.broken-1").read_bytes() == content


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("every_min = 5\nat = ['9:00']", "every_min"),
        ("at = ['9:60']", "at"),
        ("every_min = 0", "every_min"),
        ("every_min = true", "every_min"),
        ("every_min = 5\nhours = '9-17'", "hours"),
        ("every_min = 5\ndays = ['mon', 'mon']", "days"),
        ("every_min = 5\ndays = []", "days"),
        ("every_min = 5\ndays = ['monday']", "days"),
        ("every_min = 5\nsound = 'gong'", "sound"),
        ("every_min = 5\nlenght_s = 3", "lenght_s"),
    ],
)
def test_each_mistake_is_told_with_its_key(line, key):
    table = tomllib.loads(f"[[reminder]]\nid = 'x'\nname = 'X'\n{line}")
    schedules, wrong = read_tables(table)
    assert schedules == ()
    assert [path[-1] for path, _, _ in wrong] == [key]


words = st.text("aö \"'#\\[]=…", min_size=1, max_size=20)
schedules = st.lists(
    st.builds(
        Schedule,
        id=words,
        name=words,
        on=st.booleans(),
        every_min=st.integers(1, 1440),
        days=st.lists(st.sampled_from(DAYS), min_size=1, unique=True).map(tuple),
        hours=st.sampled_from(["", "09:00-17:00", "22:00-6:00"]),
        length_s=st.integers(5, 3600),
    ),
    max_size=5,
    unique_by=lambda one: one.id,
).map(tuple)


@examples(30)
@given(schedules, schedules)
def test_any_schedules_survive_being_written_twice(tmp_path_factory, first, second):
    path = tmp_path_factory.mktemp("any") / "reminders.toml"
    for chosen in (first, second):
        assert write_schedules(path, chosen) is None
        assert read_schedules(path) == (chosen, ())
    assert not path.with_name("reminders.toml.broken-1").exists()


def test_a_disk_that_is_full_is_told(tmp_path):
    folder = tmp_path / "file"
    folder.write_text("")
    notice = write_schedules(folder / "reminders.toml", DEFAULT_SCHEDULES)
    assert "could not be saved" in notice.text
    assert not save_state(folder / "state.json", RemindersState(), "")


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"format": 2}', '{"format": 1}', "\0"])
def test_a_state_that_cannot_be_read_begins_anew(tmp_path, content):
    path = tmp_path / "state.json"
    path.write_text(content)
    assert load_state(path, "") == RemindersState()


def test_a_state_is_what_it_was(tmp_path):
    state = RemindersState(lived_ms=5, standings={"desk": Standing(used_ms=7, skips=2)})
    assert save_state(tmp_path / "deep" / "state.json", state, "one")
    assert load_state(tmp_path / "deep" / "state.json", "one") == state
