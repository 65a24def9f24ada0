"""Rules of CONTRIBUTING.md that no linter knows."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = [
    *sorted(
        path
        for folder in ("stretchtimer", "tests", "benchmarks")
        for path in (ROOT / folder).rglob("*.py")
    ),
    ROOT / "bootstrap.py",
]
PAGES = sorted(ROOT.glob("*.md"))
EXEMPTION = re.compile(r"#\s*(?:noqa|type:\s*ignore|pragma:\s*no)\b")
WITH_REASON = re.compile(r"#\s*(?:noqa: [A-Z0-9, ]+|type: ignore\[[\w, -]+\]|pragma: no \w+)  # \w")
LINK = re.compile(r"(?:\]\(|src(?:set)?=\")([^)#\"\s]+)")
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "helper", "manager", "common", "misc"}


def test_every_exemption_gives_its_reason_on_its_line():
    bare = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in SOURCES
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if EXEMPTION.search(line) and not WITH_REASON.search(line) and path != Path(__file__)
    ]
    assert bare == []


def test_every_module_is_named_for_what_it_holds():
    assert [path for path in SOURCES if path.stem in NAMES_THAT_SAY_NOTHING] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_within_the_project_leads_somewhere(page):
    targets = [link for link in LINK.findall(page.read_text("utf-8")) if "://" not in link]
    assert [target for target in targets if not (page.parent / target).exists()] == []
