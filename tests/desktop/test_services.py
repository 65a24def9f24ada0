"""Errands, keeping awake, starting at login, notifications: carried out and written down."""

import plistlib
import threading

from stretchtimer.desktop.errands import Errands
from stretchtimer.desktop.keep_awake import KeepingAwake
from stretchtimer.desktop.login import linux, macos
from stretchtimer.desktop.notify import Offer, Reply
from stretchtimer.desktop.notify.freedesktop import BusNotifier

OFFER = Offer("Time for a break", "2 min")


def test_errands_run_in_order_on_a_thread_of_their_own():
    posted, ran = [], []
    done = threading.Event()
    errands = Errands(lambda task: (posted.append(task), done.set()))
    errands.run(lambda: ran.append(threading.current_thread().name))
    errands.ask(lambda: 7, ran.append)
    errands.close(patience_s=10)
    assert done.is_set()
    for task in posted:
        task()
    assert ran == ["errands", 7]


class Way:
    def __init__(self, works, asked):
        self.works, self.asked = works, asked

    def hold(self):
        self.asked.append("hold" if self.works else "cannot")
        return self.works

    def let_go(self):
        self.asked.append("let go")


def test_awake_by_the_first_way_that_works_and_once():
    asked = []
    ways = [Way(works, asked) for works in (False, True, True)]
    awake = KeepingAwake(lambda act: act(), lambda: ways)
    awake.hold()
    awake.hold()
    awake.let_go()
    awake.let_go()
    assert asked == ["cannot", "hold", "let go"]


def test_without_any_way_nothing_is_pretended():
    awake = KeepingAwake(lambda act: act(), list)
    awake.hold()
    awake.let_go()


def test_start_at_login_is_a_file_that_comes_and_goes(own_home):
    assert not linux.is_on()
    linux.turn_on(["/opt/a b/python", "-m", "stretchtimer", "--hidden"])
    file = own_home / ".config" / "autostart" / "stretchtimer.desktop"
    lines = file.read_text().splitlines()
    assert lines[0] == "[Desktop Entry]"
    assert 'Exec="/opt/a b/python" -m stretchtimer --hidden' in lines
    assert linux.is_on()
    file.write_text(file.read_text() + "Hidden=true\n")
    assert not linux.is_on()
    linux.turn_off()
    linux.turn_off()
    assert not file.exists()


def test_what_a_shell_would_read_is_quoted_as_the_specification_asks():
    assert linux.exec_line(["a b", 'say "hi"', "50%", "$HOME"]) == (
        '"a b" "say \\\\"hi\\\\"" "50%%" "\\\\$HOME"'
    )


def test_an_agent_of_macos_is_a_plist(own_home):
    macos.turn_on(["python", "-m", "stretchtimer"])
    agent = plistlib.loads(macos.agent_file().read_bytes())
    assert agent["ProgramArguments"] == ["python", "-m", "stretchtimer"]
    assert agent["RunAtLoad"] is True
    macos.turn_off()
    assert not macos.is_on()


class Server:
    """A bus with a notification server on it."""

    def __init__(self, *, there=True, actions=True):
        self.there, self.actions = there, actions
        self.calls, self.listeners = [], {}

    def has(self, service):
        return self.there

    def can_start(self, service):
        return False

    def call(self, service, path, interface, method, *values):
        self.calls.append((method, *values))
        if method == "GetCapabilities":
            return (["body", "actions"] if self.actions else ["body"],)
        return (17,) if method == "Notify" else ()

    def listen(self, path, interface, signal, heard):
        self.listeners[signal] = heard


def test_a_break_is_offered_with_its_buttons_and_the_press_is_heard_once():
    server, replies = Server(), []
    notifier = BusNotifier(lambda: server)
    assert notifier.offer(OFFER, replies.append)
    (notify,) = [call for call in server.calls if call[0] == "Notify"]
    assert notify[1] == "susssasa{sv}i"
    assert notify[7] == [
        "default", "Start", "start", "Start", "snooze", "Snooze 10 min", "skip", "Skip",
    ]  # fmt: skip
    server.listeners["ActionInvoked"]((3, "start"))
    server.listeners["ActionInvoked"]((17, "snooze"))
    server.listeners["NotificationClosed"]((17, 2))
    assert replies == [Reply.SNOOZE]


def test_a_button_that_is_pressed_before_the_server_has_answered_is_heard():
    server, replies = Server(), []
    answer = server.call

    def press_at_once(*asked):
        if asked[3] == "Notify":
            pressing = threading.Thread(
                target=server.listeners["ActionInvoked"], args=[(17, "skip")]
            )
            pressing.start()
            pressing.join(0.05)  # as long as it takes where nothing waits for the answer
            pressed.append(pressing)
        return answer(*asked)

    pressed, server.call = [], press_at_once
    assert BusNotifier(lambda: server).offer(OFFER, replies.append)
    pressed[0].join(10)
    assert replies == [Reply.SKIP]


def test_dismissed_by_the_person_is_a_skip_and_expired_is_nothing():
    for reason, heard in ((1, []), (2, [Reply.SKIP]), (3, [])):
        server, replies = Server(), []
        BusNotifier(lambda server=server: server).offer(OFFER, replies.append)
        server.listeners["NotificationClosed"]((17, reason))
        assert replies == heard


def test_a_question_has_its_own_buttons_and_closing_it_answers_nothing():
    buttons = ((Reply.LONGER, "Every 90 min"), (Reply.KEEP, "Keep every 60 min"))
    question = Offer("Skipped three times", "Longer?", buttons, clicked=None, dismissed=None)
    for action, heard in (("longer", [Reply.LONGER]), ("keep", [Reply.KEEP]), ("default", [])):
        server, replies = Server(), []
        BusNotifier(lambda server=server: server).offer(question, replies.append)
        (notify,) = [call for call in server.calls if call[0] == "Notify"]
        assert notify[7] == ["longer", "Every 90 min", "keep", "Keep every 60 min"]
        server.listeners["ActionInvoked"]((17, action))
        server.listeners["NotificationClosed"]((17, 2))
        assert replies == heard


def test_what_was_answered_is_closed_where_the_server_leaves_it():
    server, replies = Server(), []
    notifier = BusNotifier(lambda: server)
    notifier.offer(OFFER, replies.append)
    for action in ("start", "skip"):
        server.listeners["ActionInvoked"]((17, action))
    notifier.withdraw()
    assert server.calls[-1] == ("CloseNotification", "u", 17)
    server.listeners["NotificationClosed"]((17, 2))
    assert replies == [Reply.START]


def test_what_was_withdrawn_is_closed_and_not_heard():
    server, replies = Server(), []
    notifier = BusNotifier(lambda: server)
    notifier.offer(OFFER, replies.append)
    notifier.withdraw()
    server.listeners["NotificationClosed"]((17, 2))
    assert server.calls[-1] == ("CloseNotification", "u", 17)
    assert replies == []


def test_without_a_server_or_without_buttons_it_says_that_it_is_not_shown():
    for server in (None, Server(there=False), Server(actions=False)):
        notifier = BusNotifier(lambda server=server: server)
        assert not notifier.offer(OFFER, lambda _: None)
        notifier.withdraw()
