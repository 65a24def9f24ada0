"""Answers those who ask the running program from outside: the command line, a second start."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer

from stretchtimer.core.reminders.state import Pause, Resume
from stretchtimer.desktop.clock import moment_now
from stretchtimer.ui.reminder_words import coming_lines, pause_end, waiting_lines
from stretchtimer.window_app.reminding import Reminding

if TYPE_CHECKING:
    from stretchtimer.window_app.conductor import Conductor

Reply = Callable[[dict[str, Any]], None]
_COMING = 5
# The last look may have been minutes ago: what tells how things stand takes a fresh one.
_ABOUT_NOW = ("status", "next")
_PATIENCE_MS = 1_500


class Requests:
    """Each verb is a method; an answer has `lines` for people and the rest for programs."""

    def __init__(
        self,
        reminding: Reminding,
        with_conductor: Callable[[Callable[["Conductor"], None]], None],
        open_window: Callable[[], None],
    ) -> None:
        self._reminding, self._with_conductor = reminding, with_conductor
        self._open_window = open_window
        self.quit: Callable[[], object] = lambda: None
        self._playing = ""

    def handle(self, request: dict[str, Any], reply: Reply) -> None:
        """Do what `request` asks and answer it."""
        verbs: dict[object, Callable[[dict[str, Any], Reply], None]] = {
            "raise": self._raise,
            "status": self._status,
            "next": self._next,
            "pause": self._pause,
            "resume": self._resume,
            "start": self._start,
            "stop": self._stop,
            "quit": self._quit,
        }
        verb = request.get("verb")
        act = verbs.get(verb)
        if act is None:
            reply({"error": "this running Stretchtimer does not know that: quit it, start it anew"})
        elif verb in _ABOUT_NOW:
            self._after_a_look(lambda: act(request, reply))
        else:
            act(request, reply)

    def _after_a_look(self, act: Callable[[], None]) -> None:
        waiting = [act]

        def once() -> None:
            if waiting:
                waiting.pop()()

        self._reminding.breaks.look_soon(once)
        # a service that hangs keeps a look waiting, but not those who ask
        QTimer.singleShot(_PATIENCE_MS, once)

    def _raise(self, _: dict[str, Any], reply: Reply) -> None:
        self._open_window()
        reply({"lines": []})

    def _status(self, _: dict[str, Any], reply: Reply) -> None:
        breaks, moment = self._reminding.breaks, moment_now()
        coming = breaks.coming(_COMING)
        waiting = waiting_lines(breaks.schedules, breaks.state)
        paused = pause_end(breaks.state, moment)
        first = self._reminding.next_line() or "No reminder is switched on"
        lines = [first, *(line for line in waiting if line != first)]
        if breaks.in_session:
            lines.insert(0, "A stretch is being played")
        reply(
            {
                "lines": lines,
                "next": [
                    {
                        "at": one.at.astimezone(moment.zone).isoformat(timespec="seconds"),
                        "schedule": one.schedule,
                        "if_used": one.if_used,
                    }
                    for one in coming
                ],
                "waiting": waiting,
                "paused": breaks.state.paused is not None,
                "paused_until": paused,
                "playing": breaks.in_session,
                "used_s": {
                    name: one.used_ms // 1000 for name, one in breaks.state.standings.items()
                },
            }
        )

    def _next(self, _: dict[str, Any], reply: Reply) -> None:
        breaks = self._reminding.breaks
        coming = coming_lines(breaks.schedules, breaks.coming(_COMING), moment_now())
        first = self._reminding.next_line() or "No reminder is switched on"
        reply({"lines": [first, *(f"  {when}  {name}" for when, name in coming[1:])]})

    def _pause(self, request: dict[str, Any], reply: Reply) -> None:
        minutes = request.get("minutes")
        self._reminding.answer(Pause(minutes if isinstance(minutes, int) else None))
        paused = pause_end(self._reminding.breaks.state, moment_now())
        reply({"lines": [f"Reminders are paused {paused}"]})

    def _resume(self, _: dict[str, Any], reply: Reply) -> None:
        self._reminding.answer(Resume())
        reply({"lines": ["Reminders go on", self._reminding.next_line()]})

    def _start(self, request: dict[str, Any], reply: Reply) -> None:
        self._open_window()
        wanted = str(request.get("routine") or "")

        def start(conductor: "Conductor") -> None:
            found = conductor.find_id(wanted) if wanted else ""
            if found is None:
                reply({"error": f"there is no routine or exercise called {wanted}"})
                return
            conductor.play_break(found, 120)
            reply({"lines": []})

        self._with_conductor(start)

    def _stop(self, _: dict[str, Any], reply: Reply) -> None:
        if not self._reminding.breaks.in_session:
            reply({"error": "no stretch is being played"})
            return
        self._with_conductor(lambda conductor: conductor.leave())
        reply({"lines": ["Stopped"]})

    def _quit(self, _: dict[str, Any], reply: Reply) -> None:
        reply({"lines": []})
        self.quit()
