"""What every way of using the program is put together from."""

from dataclasses import replace

import pytest

from stretchtimer.app import FULL_EXPLANATIONS, OwnDose, compose_score, open_home
from stretchtimer.core.fitting import KNEES_UP_TEST
from stretchtimer.core.hold_times import HoldTimes
from stretchtimer.core.routine import Block, Routine
from stretchtimer.core.screening import Reply, Screening
from stretchtimer.core.settings import Settings
from stretchtimer.storage.library import load_library
from stretchtimer.storage.settings_file import write_settings
from stretchtimer.voice.clip_cache import ClipCache
from stretchtimer.voice.engine import EngineInfo, EngineVoice

ENGINE = EngineInfo(
    "espeak",
    "1.51",
    "libespeak-ng.so.1",
    (
        EngineVoice("gmw/de", "German", ("de",)),
        EngineVoice("roa/pt-br", "Portuguese", ("pt_BR",)),
    ),
)


def home_with_voice(voice_id):
    home = open_home(lambda _: None)
    write_settings(home.folders.settings_file, Settings(voice_id=voice_id))
    ClipCache(home.folders.cache / "clips", lambda _: None).remember_engine(ENGINE)
    return open_home(lambda _: None)


def wall_score(home):
    library = load_library(home.folders)
    return compose_score(home, library, library.find_routine("R1"), OwnDose())


def test_the_cues_follow_the_language_of_the_chosen_voice():
    made = wall_score(home_with_voice("gmw/de"))
    assert made.cues[0].text == "Beinrückseite an der Wand. Vierzig Sekunden, sechs Mal."
    assert "Lösen." in made.texts()
    assert "Weiter drücken. Steißbein unten, atmen." in made.texts()


@pytest.mark.parametrize("voice_id", ["", "roa/pt-br", "gone"])
def test_without_words_for_it_the_cues_are_english(voice_id):
    made = wall_score(home_with_voice(voice_id))
    assert made.cues[0].text == "Wall hamstring. Forty seconds, six times."


def test_an_exercise_is_explained_in_full_on_the_first_meetings():
    home = open_home(lambda _: None)
    full = "Put the pillow under your head."
    for _ in range(FULL_EXPLANATIONS):
        assert full in {cue.text for cue in wall_score(home).cues}
        log = home.history.begin("wall-hamstring")
        log.held(exercise="ham-wall", side="both", rep=1, held_ms=40_000, planned_ms=40_000)
    assert full not in {cue.text for cue in wall_score(home).cues}
    home.history.close()


def test_the_six_actions_are_explained_every_time():
    home = open_home(lambda _: None)
    for _ in range(FULL_EXPLANATIONS + 1):
        log = home.history.begin("seated-hamstring")
        log.held(exercise="ham-seated", side="right", rep=1, held_ms=20_000, planned_ms=20_000)
    library = load_library(home.folders)
    made = compose_score(home, library, library.find_routine("R4"), OwnDose())
    said = {cue.text for cue in made.cues}
    assert set(library.exercises["ham-seated"].words.setup) <= said
    home.history.close()


def test_own_hold_times_are_in_the_score_and_what_is_asked_for_now_goes_before_them():
    home = open_home(lambda _: None)
    library = load_library(home.folders)
    wall = library.find_routine("R1")
    home.hold_times.write("wall-hamstring", HoldTimes(all_s=20))
    assert compose_score(home, library, wall, OwnDose()).total_ms == (415 - 6 * 20) * 1000
    assert compose_score(home, library, wall, OwnDose(hold_s=40)).total_ms == 415_000


def test_nothing_hidden_is_ever_composed_not_even_from_an_own_file_or_at_an_own_dose():
    home = open_home(lambda _: None)
    home.coach.keep_screening(Screening(replies={"flexible": Reply.YES, "disc": Reply.YES}))
    library = load_library(home.folders)
    imported = Routine(1, "imported", "Imported", (Block("ham-seated"), Block("ham-wall")))
    made = compose_score(home, library, imported, OwnDose(hold_s=300))
    assert {phase.exercise for phase in made.phases} == {None, "legs-on-chair"}
    assert [change.kind for change in made.changes][:2] == ["replaced", "dropped"]
    stretch = compose_score(home, library, library.find_to_play("A6"), OwnDose(hold_s=300))
    assert "knees-chest" not in {phase.exercise for phase in stretch.phases}


def test_an_answer_caps_every_hold_also_an_own_one():
    home = open_home(lambda _: None)
    home.coach.keep_screening(Screening(replies={"flexible": Reply.YES}))
    library = load_library(home.folders)
    made = compose_score(home, library, library.find_routine("R1"), OwnDose(hold_s=300))
    assert {phase.length_ms for phase in made.phases if phase.kind == "hold"} == {15_000}


def test_the_knees_up_test_can_be_played_by_those_it_is_for():
    home = open_home(lambda _: None)
    home.coach.keep_screening(Screening(replies={"disc": Reply.YES}))
    library = load_library(home.folders)
    made = compose_score(home, library, KNEES_UP_TEST, OwnDose())
    assert made.total_ms == (10 + 57 + 10) * 1000
    assert {phase.exercise for phase in made.phases} == {None, "knee-chest-single"}
    copied = replace(KNEES_UP_TEST, block=(*KNEES_UP_TEST.block, Block("knees-chest")))
    locked = compose_score(home, library, copied, OwnDose())
    assert {phase.exercise for phase in locked.phases} == {None, "legs-on-chair"}
