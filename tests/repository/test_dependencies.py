"""What the project stands on: declared, licensed, and not known to be broken."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DECLARED = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
NAMES = [re.split(r"[^\w-]", requirement, maxsplit=1)[0] for requirement in DECLARED]
MANY_VOID_CALLS = """
from PySide6.QtGui import QImage, QPainter
image = QImage(8, 8, QImage.Format.Format_ARGB32)
painter = QPainter(image)
for _ in range(50_000):
    painter.drawRect(0, 0, 4, 4)
painter.end()
print("alive")
"""


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("page", ["ARCHITECTURE.md", "THIRD-PARTY.md"])
def test_a_dependency_has_its_reason_and_its_licence_written_down(name, page):
    assert name in (ROOT / page).read_text("utf-8")


def test_this_pyside_survives_many_void_calls():
    """Each call must not lose a reference to None: 6.12.0 aborts on Python 3.11."""
    answer = subprocess.run([sys.executable, "-c", MANY_VOID_CALLS], capture_output=True, text=True)
    assert (answer.returncode, answer.stdout) == (0, "alive\n"), answer.stderr
