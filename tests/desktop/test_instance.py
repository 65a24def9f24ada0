"""One program for each person, and questions to it that answer or say plainly that nobody runs."""

import os
import socket
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from stretchtimer.__main__ import ASKED_OF_THE_RUNNING, main
from stretchtimer.desktop.instance import ask, claim
from stretchtimer.desktop.instance.place import meeting_place
from stretchtimer.remote import REMOTE_VERBS, run_remote


@pytest.fixture
def instance():
    one = claim()
    yield one
    one.close()


@pytest.fixture
def asked(instance):
    heard = []

    def handle(request, reply):
        heard.append(request)
        if request["verb"] == "stop":
            reply({"error": "no stretch is being played"})
        else:
            reply({"lines": ["first", "", "second"], "next": []})

    instance.serve(handle)
    return heard


def test_a_second_one_is_told_that_there_is_a_first(instance):
    assert instance is not None
    assert claim() is None


def test_the_socket_is_its_owners_alone(instance):
    mode = Path(f"{meeting_place()}.sock").stat().st_mode
    assert stat.S_IMODE(mode) == 0o600


def test_a_killed_one_leaves_nothing_in_the_way():
    code = "from stretchtimer.desktop.instance import claim; claim(); print('ready', flush=True)"
    command = [sys.executable, "-c", f"{code}; import time; time.sleep(60)"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as killed:
        try:
            assert killed.stdout.readline() == "ready\n"
            assert claim() is None
        finally:
            killed.kill()
            killed.wait(10)
    assert Path(f"{meeting_place()}.sock").exists()
    one = claim()
    assert one is not None
    one.close()


def test_another_home_is_another_program(instance, monkeypatch):
    monkeypatch.setenv("STRETCHTIMER_HOME", "/elsewhere")
    other = claim()
    assert other is not None
    other.close()


def test_a_question_is_answered(asked):
    assert ask({"verb": "next"}) == {"lines": ["first", "", "second"], "next": []}
    assert asked == [{"verb": "next"}]


def test_nobody_there_is_none():
    assert ask({"verb": "next"}) is None


@pytest.mark.parametrize("rubbish", [b"", b"\n", b"{]\n", b"[]\n", b"\xff\n", b"x" * 100_000])
def test_rubbish_hurts_nobody(asked, rubbish):
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(5)
        connection.connect(f"{meeting_place()}.sock")
        try:
            connection.sendall(rubbish)
            connection.shutdown(socket.SHUT_WR)
            assert connection.recv(10) == b""
        except (BrokenPipeError, ConnectionResetError):
            pass
    assert ask({"verb": "next"}) is not None


def test_many_at_once_are_all_answered(asked):
    answers = []
    threads = [
        threading.Thread(target=lambda: answers.append(ask({"verb": "next"}))) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert len(answers) == 8
    assert None not in answers


@pytest.mark.parametrize(
    ("line", "request_"),
    [
        ("status", {"verb": "status"}),
        ("pause", {"verb": "pause"}),
        ("pause 1h", {"verb": "pause", "minutes": 60}),
        ("pause 45m", {"verb": "pause", "minutes": 45}),
        ("pause 10", {"verb": "pause", "minutes": 10}),
        ("pause tomorrow", {"verb": "pause", "minutes": 0}),
        ("start R1", {"verb": "start", "routine": "R1"}),
        ("resume", {"verb": "resume"}),
        ("quit", {"verb": "quit"}),
    ],
)
def test_each_verb_asks_for_what_it_says(asked, capsys, line, request_):
    assert run_remote(line.split()) == 0
    assert asked == [request_]
    assert capsys.readouterr().out == "first\nsecond\n"


def test_programs_get_json(asked, capsys):
    assert run_remote(["status", "--json"]) == 0
    assert capsys.readouterr().out == '{\n  "next": []\n}\n'


@pytest.mark.parametrize(
    "line", ["pause 0", "pause 9x", "pause 1h 2", "pause ٣", "status --yaml", "start", "stop now"]
)
def test_what_is_asked_wrongly_gets_one_line_and_status_2(capsys, line):
    assert run_remote(line.split()) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("stretchtimer: ")
    assert err.count("\n") == 1


def test_an_error_of_the_running_one_is_passed_on(asked, capsys):
    assert run_remote(["stop"]) == 2
    assert "no stretch is being played" in capsys.readouterr().err


def test_without_a_running_one_it_says_so(capsys):
    assert run_remote(["status"]) == 1
    assert "not running" in capsys.readouterr().err
    assert run_remote(["start", "R1"]) is None


def test_the_verbs_are_known_to_both_ways_in():
    assert set(ASKED_OF_THE_RUNNING) == set(REMOTE_VERBS)


def test_the_command_line_asks_too(asked, capsys, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["stretchtimer", "next"])
    assert main() == 0
    from stretchtimer.cli import run

    assert run(["next"]) == 0
    assert run(["status", "--json"]) == 0
    assert [one["verb"] for one in asked] == ["next", "next", "status"]


@pytest.mark.usefixtures("unmeasured")
def test_asking_loads_neither_qt_nor_the_command_line():
    code = (
        "import sys; sys.argv = ['stretchtimer', 'status']; from stretchtimer.__main__ import main;"
        "main(); print(*sorted({'PySide6', 'argparse', 'pydantic', 'asyncio', 'typing'}"
        " & {name.split('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=30, env=os.environ
    )
    assert {"PySide6", "argparse", "pydantic", "asyncio"}.isdisjoint(done.stdout.split())
