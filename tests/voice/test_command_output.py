"""Player programs: the first that works plays, and none holds anything up."""

import sys
import threading
import time

import pytest

from stretchtimer.voice import command_output
from stretchtimer.voice.clip import at_volume
from stretchtimer.voice.command_output import CommandOutput, players_here
from tests.voice.sounds import LIMIT_S, Heard, clip


class Bench:
    """Player programs made of scripts; each start is a line in a file."""

    def __init__(self, folder):
        self.folder = folder
        self.told = Heard()

    def player(self, name, deed):
        path = self.folder / f"{name}.py"
        path.write_text(
            "import hashlib, os, pathlib, sys, time\n"
            "played = hashlib.sha256(pathlib.Path(sys.argv[1]).read_bytes()).hexdigest()\n"
            f"log = open({str(self.folder / 'log')!r}, 'a')\n"
            f"log.write({name!r} + ' ' + played + '\\n'); log.close()\n" + deed
        )
        return (sys.executable, "-S", str(path))

    def output(self, *players):
        output = CommandOutput(players, self.told)
        output.load("hold", clip())
        return output

    def started(self):
        log = self.folder / "log"
        return [line.split()[0] for line in log.read_text().splitlines()] if log.exists() else []

    def wait_for(self, *names):
        give_up_s = time.monotonic() + LIMIT_S
        while self.started() != list(names):
            assert time.monotonic() < give_up_s, self.started()
            time.sleep(0.005)  # another process has no event to wait for


def all_ended():
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and thread.daemon:
            thread.join(LIMIT_S)


@pytest.fixture
def bench(tmp_path):
    return Bench(tmp_path)


def test_the_first_that_works_plays_and_goes_first_from_then_on(bench):
    output = bench.output(bench.player("bad", "sys.exit(1)"), bench.player("good", ""))
    output.play("hold", 1.0)
    all_ended()
    output.play("hold", 1.0)
    all_ended()
    assert bench.started() == ["bad", "good", "good"]
    assert bench.told.items == []
    output.close()


def test_all_that_fail_are_told_once_and_tried_again_later(bench):
    output = bench.output(bench.player("server", "sys.exit(os.path.exists(sys.argv[0] + 'x') - 1)"))
    output.play("hold", 1.0)
    bench.told.wait(1)
    output.play("hold", 1.0)
    all_ended()
    assert len(bench.told.items) == 1
    assert bench.started() == ["server", "server"]
    output.close()


def test_no_player_at_all_is_told(bench):
    output = bench.output(("/nowhere/player",))
    output.play("hold", 1.0)
    assert "no player program works here" in bench.told.wait(1)[0].text
    output.close()


def test_one_that_fails_late_is_not_followed_by_a_late_sound(bench, monkeypatch):
    monkeypatch.setattr(command_output, "LATE_AT_MOST_S", 0.0)
    output = bench.output(bench.player("dies", "sys.exit(1)"), bench.player("late", ""))
    output.play("hold", 1.0)
    bench.told.wait(1)
    assert bench.started() == ["dies"]
    output.close()


def test_hush_ends_what_plays_and_what_was_about_to(bench):
    output = bench.output(bench.player("long", "time.sleep(3600)"), bench.player("next", ""))
    output.play("hold", 1.0)
    bench.wait_for("long")
    output.hush()
    all_ended()
    assert bench.started() == ["long"]
    assert bench.told.items == []
    output.close()


def test_one_that_hangs_is_ended_after_its_clip(bench, monkeypatch):
    monkeypatch.setattr(command_output, "DRAIN_S", 0.2)
    output = bench.output(bench.player("hangs", "time.sleep(3600)"))
    output.play("hold", 1.0)
    bench.told.wait(1)
    assert output._playing == set()
    output.close()


def test_a_volume_is_made_once(bench):
    output = bench.output(bench.player("good", ""))
    for volume in (0.5, 0.5, 1.0):
        output.play("hold", volume)
        all_ended()
    hashes = [line.split()[1] for line in (bench.folder / "log").read_text().splitlines()]
    assert hashes[0] == hashes[1] != hashes[2]
    assert output._file("hold", 0.5).read_bytes() == at_volume(clip(), 0.5).wav
    assert len(list(output._file("hold", 1.0).parent.iterdir())) == 2
    output.close()


def test_unknown_names_and_calls_after_closing_do_nothing(bench):
    output = bench.output(bench.player("good", ""))
    output.play("nothing", 1.0)
    output.close()
    output.play("hold", 1.0)
    all_ended()
    assert bench.started() == []


def test_players_of_this_machine_are_found_on_its_path(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert players_here() == ()
    (tmp_path / "aplay").write_text("#!/bin/sh\n")
    (tmp_path / "aplay").chmod(0o755)
    assert players_here() == (("aplay", "-q"),)
