"""Validators come from what was kept, and from pydantic where nothing fits."""

import subprocess
import sys

import pytest

from stretchtimer.core.exercise import Exercise
from stretchtimer.core.routine import Routine
from stretchtimer.storage import validator as validators
from stretchtimer.storage.validator import validator

LOAD_ONE = """
import sys
from stretchtimer.core.exercise import Exercise
from stretchtimer.storage.validator import validator
validator(Exercise)
print("pydantic" in sys.modules)
"""


@pytest.fixture
def core_elsewhere(tmp_path, monkeypatch):
    """Nothing is kept there yet."""
    monkeypatch.setattr(validators, "CORE", tmp_path)
    validators._VALIDATORS.clear()
    yield tmp_path
    validators._VALIDATORS.clear()


@pytest.mark.parametrize("kind", [Exercise, Routine])
def test_what_was_kept_checks_as_what_was_made(core_elsewhere, kind):
    made = validator(kind)
    assert [path.name.partition(".")[0] for path in (core_elsewhere / "__pycache__").iterdir()] == [
        kind.__name__.lower()
    ]
    validators._VALIDATORS.clear()
    kept = validator(kind)
    assert kept is not made
    for content in ("{}", '{"id": 3}', "[]", '{"format": 1, "id": "a", "colour": "red"}'):
        told = []
        for one in (made, kept):
            with pytest.raises(ValueError, match="validation error") as refused:
                one.validate_json(content, strict=True)
            told.append(str(refused.value))
        assert told[0] == told[1]


@pytest.mark.usefixtures("unmeasured")
def test_pydantic_itself_is_not_imported_again():
    validator(Exercise)
    loaded = subprocess.run(
        [sys.executable, "-c", LOAD_ONE], capture_output=True, text=True, check=True
    )
    assert loaded.stdout == "False\n"
