"""What other programs and people write is taken over as it was meant."""

import json
from dataclasses import replace

import pytest

from stretchtimer.storage.importing.draft import NotUnderstoodError
from stretchtimer.storage.importing.read import read_import, read_text
from tests.shipped import LIBRARY

WORKRAVE = """<?xml version="1.0" encoding="UTF-8"?>
<exercises>
  <exercise>
    <title>Reach over</title>
    <title xml:lang="nl">Reiken</title>
    <description>Take one arm across. Hold it there.</description>
    <sequence duration="40">
      <image src="a.png" duration="10"/>
      <image src="a.png" mirrorx="yes" duration="10"/>
    </sequence>
  </exercise>
  <!-- <exercise><title>Off</title></exercise> -->
  <exercise>
    <title>Look around</title>
    <description>Follow the border.</description>
    <sequence duration="32">
      <image src="1.png" duration="4"/>
      <image src="2.png" duration="4"/>
    </sequence>
  </exercise>
</exercises>
"""


@pytest.fixture(scope="module")
def library():
    names = ("ham-seated", "ham-standing", "ham-wall", "knees-chest")
    return replace(LIBRARY, exercises={name: LIBRARY.exercises[name] for name in names})


def doses(found, library):
    """Each block as (name, time to get ready, reps, hold, rest, sides), in the order of play."""
    (routine,) = found.routines
    played = found.over(library).prescriptions(routine.content)
    return [
        (p.exercise.name, p.dose.prepare_s, p.dose.reps, p.dose.hold_s, p.dose.rest_s, p.dose.sides)
        for p in played
    ]


def numbers(text, library):
    found = read_text(text, "test", library)
    return [(name, *rest) for name, _, *rest in doses(found, library)]


def timed(found, library):
    return [(name, ready_s, hold_s) for name, ready_s, _, hold_s, *_ in doses(found, library)]


@pytest.mark.parametrize(
    ("line", "name", "reps", "hold_s", "sides"),
    [
        ("Hip opener, R/L, 6 x 40 s, rest 10", "Hip opener", 6, 40, 2),
        ("Hips: hold 10 s, release, five times, each leg, twice daily", "Hips", 5, 10, 2),
        ("hold 10 s, release, five times, each leg, twice daily", "Leg stretch", 5, 10, 2),
        ("1. Hips - hold 10 seconds, relax, repeat 5 times each leg, 2x/day", "Hips", 5, 10, 2),
        ("• Calf stretch 30 sec x 3 each side", "Calf stretch", 3, 30, 2),
        ("Calf raise hold: 3x30s/leg", "Calf raise hold", 3, 30, 2),
        ("Hip opener 3 × 20–30 s", "Hip opener", 3, 20, 1),
        ("Child's pose 1 min", "Child's pose", 1, 60, 1),
        ("Plank 0:45", "Plank", 1, 45, 1),
        ("Chest opener: hold thirty seconds, three times", "Chest opener", 3, 30, 1),
        ("Piriformis stretch (R+L) 2 sets of 45 seconds", "Piriformis stretch", 2, 45, 2),
        ("Quad pull, both legs, 20 s, twice", "Quad pull", 2, 20, 2),
        ("Quad pull, both legs together, 20 s, twice", "Quad pull", 2, 20, 1),
    ],
)  # fmt: skip
def test_a_line_as_people_write_it(library, line, name, reps, hold_s, sides):
    ((found_name, found_reps, found_hold_s, _, found_sides),) = numbers(line, library)
    assert (found_name, found_reps, found_hold_s, found_sides) == (name, reps, hold_s, sides)


def test_a_page_as_a_therapist_writes_it(library):
    text = (
        "Back programme\n"
        "\n"
        "1) Seated hamstring stretch\n"
        "   hold 10 s, release, five times, each leg, twice daily\n"
        "2) Calf stretch, right 20 s, left 30 s, 2 times, heel down\n"
        "Rest 30 s\n"
        "3 x:\n"
        "- Knees to chest, 20 s\n"
        "- Cat cow, 5 times\n"
        "\n"
        "and do not forget to breathe\n"
    )
    found = read_text(text, "page", library)
    (routine,) = found.routines
    assert (routine.content.name, routine.content.when) == ("Back programme", "twice daily")
    assert [b.exercise for b in routine.content.block] == [
        *("ham-seated", "calf-stretch", "rest", "knees-chest", "cat-cow")
    ]
    seated, calf, rest, knees, _ = routine.content.block
    assert (seated.hold_s, seated.reps, seated.sides) == (10, 5, 2)
    assert (calf.hold_s, calf.left_hold_s, calf.reps) == (20, 30, 2)
    assert (rest.hold_s, knees.round) == (30, "round 1")
    assert routine.content.rounds == {"round 1": 3}
    by_id = {one.content.id: one.content for one in found.exercises}
    assert by_id["calf-stretch"].words.setup == ("heel down",)
    assert by_id["rest"].kind == "rest"
    assert [str(one) for one in found.missed] == [
        "line 11: “and do not forget to breathe”: says neither how long nor how often"
    ]


def test_a_table_as_a_spreadsheet_saves_it(library):
    text = 'Exercise;Hold;Reps;Rest;Sides;Colour\n"Hip; opener";40;6;10;R/L;red\nBad;x;1;;;\n'
    found = read_text(text, "table", library)
    assert doses(found, library)[0][0] == "Hip; opener"
    assert doses(found, library)[0][2:] == (6, 40, 10, 2)
    assert [one.where for one in found.missed] == ["line 1", "line 3"]


SET = {
    "repetitions": 2,
    "id": "265d3e45-1f21-49ea-b9d4-7336f968cb3a",
    "exercises": [
        {"name": "Dehnen für Füße", "id": "1", "duration": 30},
        {"name": "Rest", "id": "2", "duration": 10},
        {"name": "Child’s pose", "id": "3", "duration": 20},
    ],
}
WORKOUT = {"title": "Mörgen – Übung", "sets": [SET], "version": 2, "position": 10}
PLAYED = [
    ("Dehnen für Füße", 0, 30),
    ("Child’s pose", 10, 20),
    ("Dehnen für Füße", 0, 30),
    ("Child’s pose", 10, 20),
]


@pytest.mark.parametrize("shape", [WORKOUT, {"workouts": [WORKOUT]}])
@pytest.mark.parametrize("encode", [
    lambda text: text.encode(),
    lambda text: bytes(ord(letter) & 0xFF for letter in text),  # as the app itself writes it
])  # fmt: skip
def test_just_another_workout_timer(tmp_path, library, shape, encode):
    file = tmp_path / "Backup.json"
    file.write_bytes(encode(json.dumps(shape, ensure_ascii=False)))
    found = read_import(file, library)
    assert found.routines[0].content.name == "Mörgen – Übung"
    assert timed(found, library) == PLAYED
    assert found.missed == ()


def openhiit_timer(**times):
    settings = {"workTime": 30, "restTime": 10, "breakTime": 60, "warmupTime": 0,
                "cooldownTime": 0, "getReadyTime": 5, "restarts": 1, **times}  # fmt: skip
    return {"id": "x", "name": "Hips", "timerIndex": 0, "totalTime": 0, "intervals": 4,
            "activeIntervals": 2, "activities": ["Left hip", "Right hip"], "showMinutes": 0,
            "color": 4280391411, "timeSettings": settings, "soundSettings": {}}  # fmt: skip


def test_openhiit(library):
    found = read_text(json.dumps([openhiit_timer()]), "hiit", library)
    assert found.routines[0].content.intro_s == 5
    assert timed(found, library) == [
        *(("Left hip", 0, 30), ("Right hip", 10, 30), ("Left hip", 60, 30), ("Right hip", 10, 30))
    ]


def test_openhiit_with_its_settings_as_text_and_with_warmup(library):
    timer = openhiit_timer(warmupTime=60, cooldownTime=40, restarts=0)
    timer["timeSettings"] = json.dumps(timer["timeSettings"])
    found = read_text(json.dumps([timer]), "hiit", library)
    assert timed(found, library) == [
        *(("Warmup", 0, 60), ("Left hip", 10, 30), ("Right hip", 10, 30), ("Cooldown", 0, 40))
    ]


def test_an_older_openhiit(library):
    timer = {"id": "x", "title": "Old", "numExercises": 2, "exercises": '["A", "B"]',
             "exerciseTime": 20, "restTime": 5, "iterations": 0, "getReadyTime": 10}  # fmt: skip
    found = read_text(json.dumps([timer]), "hiit", library)
    assert timed(found, library) == [("A", 0, 20), ("B", 5, 20)]


def step(label, length_s, kind="NORMAL"):
    behaviour = [{"type": "MUSIC", "loop": True}, {"type": "VIBRATION"}]
    return {"step_type": "step", "label": label, "length": length_s * 1000,
            "behaviour": behaviour, "type": kind}  # fmt: skip


def test_timer_machine(library):
    group = {"step_type": "group", "name": "G", "loop": 2, "steps": [
        step("Run", 30), step("Notice", 5, "NOTIFIER"), step("Walk", 20)]}  # fmt: skip
    timer = {"id": 1, "name": "Laps", "loop": 1, "steps": [step("Bend", 15), group], "folderId": 1}
    found = read_text(json.dumps({"folders": [], "timers": [timer]}), "timers", library)
    assert timed(found, library) == [
        *(("Bend", 0, 15), ("Run", 0, 30), ("Walk", 5, 20), ("Run", 0, 30), ("Walk", 5, 20))
    ]
    assert found.routines[0].content.rounds == {"group 2": 2}


def test_timer_machine_loops_everything(library):
    timer = {"id": 1, "name": "Laps", "loop": 3, "steps": [step("Bend", 15)]}
    found = read_text(json.dumps({"timers": [timer]}), "timers", library)
    assert timed(found, library) == [("Bend", 0, 15)] * 3


def test_timer_machine_begins_and_ends_with_steps_of_their_own(library):
    ends = {"startStep": step("Set", 7, "START"), "endStep": step("Breathe", 30, "END")}
    timer = {"id": 1, "name": "Laps", "loop": 2, "steps": [step("Bend", 15)], **ends}
    found = read_text(json.dumps({"timers": [timer]}), "timers", library)
    assert found.routines[0].content.intro_s == 7
    assert timed(found, library) == [("Bend", 0, 15), ("Bend", 0, 15), ("Rest", 0, 30)]
    assert found.missed == ()


def test_workrave(library):
    found = read_text(WORKRAVE, "exercises", library)
    reach, look = doses(found, library)
    assert (reach[0], *reach[2:4], reach[5]) == ("Reach over", 2, 10, 2)
    assert (look[0], *look[2:4], look[5]) == ("Look around", 4, 8, 1)
    assert found.exercises[0].content.words.setup == ("Take one arm across.", "Hold it there.")


def test_a_name_may_be_told_to_be_an_exercise_of_the_library(library):
    text = "Hamstring, 6 x 40 s"
    (new,) = read_text(text, "t", library).exercises
    assert "ham-wall" in new.similar
    chosen = read_text(text, "t", library, {"Hamstring": "ham-wall"})
    assert chosen.exercises == ()
    assert chosen.routines[0].content.block[0].exercise == "ham-wall"


def test_an_id_that_is_taken_gets_a_number(library):
    found = read_text("# Wall hamstring\nWall hamstring, 20 s", "t", library)
    assert found.routines[0].content.id == "wall-hamstring-2"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "it is empty"),
        ("just words", "nothing in it could be taken over: the text: “just words”"),
        ("{}", "JSON, but of no program"),
        ('{"title": "x", "sets": 3}', "sets is not a list"),
        ('{"timers": []}', "nothing in it could be taken over"),
        ("<html></html>", "not a file of Workrave’s exercises"),
        ("format = 1\nid = 3", "neither a routine nor an exercise"),
        ('{"title": ', "not valid JSON: Expecting value at line 1, column 11"),
    ],
)
def test_what_is_none_of_these_is_refused_in_one_line(library, text, reason):
    with pytest.raises(NotUnderstoodError) as caught:
        read_text(text, "t", library)
    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)
