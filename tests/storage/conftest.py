"""A history on disk for the tests of it."""

import pytest

from tests.storage.desk import Desk


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path / "data" / "history.sqlite")
    yield desk
    desk.history.close()
