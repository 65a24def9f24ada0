"""A day that is written down runs through the reminders; what is written wrongly is told."""

import json
import re
from pathlib import Path

import pytest

from stretchtimer.cli import run

PAGE = Path(__file__).parents[2] / "docs" / "reminders.md"
START = {"wall": "2026-03-02T09:20:00", "awake": 100, "boot": 100}
DESK = {"id": "desk", "every_min": 60}


def simulated(capsys, tmp_path, trace):
    path = tmp_path / "trace.json"
    path.write_text(json.dumps(trace))
    assert run(["reminders", "simulate", str(path), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_the_example_of_the_page_runs_as_the_page_says(capsys, tmp_path):
    text = PAGE.read_text("utf-8")
    example = re.search(r"^ {4}\{\"zone\".*?\}\]\}$", text, re.MULTILINE | re.DOTALL)
    answer = simulated(capsys, tmp_path, json.loads(example[0]))
    assert [(one["kind"], one["schedule"], one["at"][11:16]) for one in answer["decisions"]] == [
        ("hold", "desk", "10:20"),
        ("hold", "reset", "10:30"),
        ("merge", "desk", "10:51"),
        ("offer", "reset", "10:51"),
        ("start", "reset", "10:52"),
        ("offer", "desk", "21:52"),
    ]
    assert answer["standing"]["desk"]["used_s"] == 0
    assert [one["schedule"] for one in answer["next"]][:2] == ["desk", "desk"]


def test_every_kind_of_decision_is_on_the_page():
    from stretchtimer.core.reminders.state import Kind

    page = PAGE.read_text("utf-8")
    assert [kind for kind in Kind if f"`{kind.value}`" not in page] == []


def test_steps_with_clocks_and_steps_that_move_them_say_the_same(capsys, tmp_path):
    moving = {"schedules": [DESK], "steps": [START, {"for": 3660}, {"sleep": 3600}, {"for": 3600}]}
    wall = 1_772_443_200
    day = [[wall + s, 100 + s, 100 + s, "active", {}] for s in range(0, 3661, 30)]
    slept = [[wall + s + 3600, 100 + s, 3700 + s, 0, []] for s in range(3660, 7261, 30)]
    clocks = {"schedules": [DESK], "steps": day + slept}
    shape = [
        [(one["kind"], one["reason"]) for one in simulated(capsys, tmp_path, trace)["decisions"]]
        for trace in (moving, clocks)
    ]
    assert shape[0] == shape[1]
    assert [kind for kind, _ in shape[0]] == ["offer", "rest", "offer"]


def test_a_restart_goes_on_from_where_it_was(capsys, tmp_path):
    steps = [START, {"for": 3000}, {"for": 630, "restart": True}]
    answer = simulated(capsys, tmp_path, {"schedules": [DESK], "steps": steps})
    assert [one["kind"] for one in answer["decisions"]] == ["offer"]


def test_without_schedules_the_shipped_ones_run(capsys, tmp_path):
    answer = simulated(capsys, tmp_path, {"steps": [START, {"for": 3600}]})
    assert [one["schedule"] for one in answer["decisions"]] == ["desk-break"]


def test_a_yes_to_the_longer_interval_holds_from_then_on(capsys, tmp_path):
    skips = [{"for": 3600, "do": "skip"}] * 3
    for answer, offers in (("longer desk", 4), ("keep desk", 5)):
        steps = [START, *skips, {"for": 60, "do": answer}, {"for": 2 * 3600}]
        told = simulated(capsys, tmp_path, {"schedules": [DESK], "steps": steps})["decisions"]
        kinds = [one["kind"] for one in told]
        assert kinds.count("offer") == offers
        assert kinds.count("ask") == 1
        assert answer.split()[0] in kinds


def test_people_read_a_line_for_each_decision(capsys, tmp_path):
    path = tmp_path / "trace.json"
    path.write_text(json.dumps({"schedules": [DESK], "steps": [START, {"for": 3600}]}))
    assert run(["reminders", "simulate", str(path)]) == 0
    assert capsys.readouterr().out == (
        "Mon 2026-03-02 10:20:00+0000  offer       desk: after 60 min of computer use\n"
    )


@pytest.mark.parametrize(
    ("trace", "complaint"),
    [
        ("[]", "expected an object"),
        ("{", "not valid JSON"),
        ("{}", "steps: expected a list of steps"),
        ('{"steps": [{"for": 5}]}', "steps[0]: expected a first step with wall"),
        ('{"steps": [{"wall": "noon", "awake": 0, "boot": 0}]}', "steps[0].wall: expected ISO"),
        ('{"steps": [{"wall": 0, "awake": 0}]}', "steps[0].boot: expected seconds"),
        ('{"steps": [{"wall": 0, "awake": true, "boot": 0}]}', "steps[0].awake: expected sec"),
        ('{"steps": [[0, 0, 0, -1]]}', "steps[0].activity: expected seconds since"),
        ('{"steps": [[0, 0, 0, 0, {"mike": true}]]}', "steps[0].signals.mike: expected one of"),
        ('{"steps": [[0, 0, 0, 0, {"mic": 3}]]}', "steps[0].signals.mic: expected true, false"),
        ('{"steps": [[0, 0, 0], {"for": 1, "do": "dance"}]}', "steps[1].do: expected an answer"),
        ('{"steps": [[0, 0, 0], {"zone": "Mars"}]}', "steps[1].zone: expected a zone"),
        ('{"steps": [[0, 0, 0], {"sleep": -5}]}', "steps[1].sleep: expected a time of 0 or more"),
        ('{"steps": [[0, 0, 0], {"for": 1e10}]}', "steps[1].for: expected a shorter"),
        ('{"steps": [[1e300, 0, 0]]}', "steps[0].wall: expected fewer"),
        ('{"schedules": [{"id": "x"}], "steps": []}', "schedules[0].every_min: expected either"),
        ('{"schedules": [{"id": "x", "at": ["25:00"]}], "steps": []}', "schedules[0].at: expected"),
        ('{"schedules": 3, "steps": []}', "schedules: expected a list"),
        ('{"step": []}', "step: expected one of"),
    ],
)
def test_a_trace_that_is_wrong_gets_one_line_that_says_where(capsys, tmp_path, trace, complaint):
    path = tmp_path / "trace.json"
    path.write_text(trace)
    status = run(["reminders", "simulate", str(path)])
    out, err = capsys.readouterr()
    assert (status, out) == (2, "")
    assert complaint in err
    assert err.count("\n") == 1
