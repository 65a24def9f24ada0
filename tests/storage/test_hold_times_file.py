"""Own hold times are kept, a file for each routine, and a bad file harms nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchtimer.core.hold_times import HoldTimes, OwnHold
from stretchtimer.storage.hold_times_file import HoldTimesFolder

holds = st.integers(1, 600)
all_times = st.builds(
    HoldTimes,
    scale_percent=st.integers(25, 300),
    all_s=st.none() | holds,
    block=st.lists(
        st.builds(
            OwnHold,
            exercise=st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True),
            hold_s=holds,
            left_hold_s=st.none() | holds,
            nth=st.integers(1, 200),
        ),
        max_size=4,
    ).map(tuple),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("hold-times")


@given(all_times)
def test_what_is_written_is_read_again(folder, times):
    told = []
    files = HoldTimesFolder(folder, tell=told.append)
    files.write("wall-hamstring", times)
    assert files.read("wall-hamstring") == times
    assert not told


@pytest.fixture
def own(tmp_path):
    (tmp_path / "hold-times").mkdir()
    return tmp_path / "hold-times"


def test_the_file_is_one_that_a_person_can_read(own):
    times = HoldTimes(scale_percent=80, block=(OwnHold("ham-seated", 30, 45),))
    HoldTimesFolder(own, tell=print).write("r", times)
    assert (own / "r.toml").read_text() == (
        "# Your own hold times, in seconds. Without this file the routine is played as written.\n"
        "format = 1\n"
        "scale_percent = 80\n"
        "\n"
        "[[block]]\n"
        'exercise = "ham-seated"\n'
        "hold_s = 30\n"
        "left_hold_s = 45\n"
    )


def test_reset_leaves_no_file(own):
    files = HoldTimesFolder(own, tell=print)
    files.write("r", HoldTimes(all_s=30))
    files.write("r", HoldTimes())
    assert list(own.iterdir()) == []
    assert files.read("r") == HoldTimes()


@pytest.mark.parametrize("text", ["all_s = 0", "all_s = 9e99", "x = 1", "[[", "format = 7"])
def test_a_bad_file_is_set_aside_and_told_once(own, text):
    told = []
    (own / "r.toml").write_text(text)
    files = HoldTimesFolder(own, tell=told.append)
    assert files.read("r") == files.read("r") == HoldTimes()
    assert [path.name for path in own.iterdir()] == ["r.toml.broken-1"]
    (notice,) = told
    assert "r.toml" in notice.text
    assert "broken-1" in notice.mend


def test_where_nothing_can_be_written_the_person_is_told(own):
    told = []
    (own / "file").touch()
    HoldTimesFolder(own / "file", tell=told.append).write("r", HoldTimes(all_s=30))
    assert "could not be saved" in told[0].text
