"""Media keys and the controls of a lock screen: play, pause and next, over MPRIS.

Only while a stretch is played; at other times the keys belong to the music.
"""

import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import ClassInfo, Property, QObject, Slot
from PySide6.QtDBus import QDBusAbstractAdaptor, QDBusConnection, QDBusMessage

from stretchtimer.core.events import Back, Event, Mode, Pause, Resume, Skip, Stop
from stretchtimer.core.player_state import PlayerState

_SERVICE, _PATH = "org.mpris.MediaPlayer2.stretchtimer", "/org/mpris/MediaPlayer2"
_PLAYER = "org.mpris.MediaPlayer2.Player"
_GOING = (Mode.PLAYING, Mode.LEAD_IN)


def _interface(name: str) -> Any:  # noqa: ANN401  # the stubs do not know that it decorates
    return ClassInfo(**{"D-Bus Interface": name})  # type: ignore[arg-type]  # stubs: one dict


_QtProperty: Any = Property  # the stubs know no names of Qt's own types


class _Told(QObject):
    """What the adaptors show and whom they tell."""

    def __init__(self, send: Callable[[Event], None], raise_window: Callable[[], None]) -> None:
        super().__init__()
        self.send, self.raise_window = send, raise_window
        self.title, self.going = "", False


@_interface("org.mpris.MediaPlayer2")
class _Root(QDBusAbstractAdaptor):
    """The program itself. The names are the protocol's."""

    def __init__(self, told: _Told) -> None:
        super().__init__(told)
        self._told = told

    @Slot()
    def Raise(self) -> None:  # noqa: N802  # the protocol's name
        self._told.raise_window()

    @Slot()
    def Quit(self) -> None:  # noqa: N802  # the protocol's name
        """A stretch is not a program to quit."""

    Identity = Property(str, lambda _: "Stretchtimer")
    DesktopEntry = Property(str, lambda _: "stretchtimer")
    CanQuit = Property(bool, lambda _: False)
    CanRaise = Property(bool, lambda _: True)
    HasTrackList = Property(bool, lambda _: False)
    SupportedUriSchemes = _QtProperty("QStringList", lambda _: [])
    SupportedMimeTypes = _QtProperty("QStringList", lambda _: [])


@_interface(_PLAYER)
class _Player(QDBusAbstractAdaptor):
    """The session. The names are the protocol's."""

    def __init__(self, told: _Told) -> None:
        super().__init__(told)
        self._told = told

    @Slot()
    def PlayPause(self) -> None:  # noqa: N802  # the protocol's name
        self._told.send(Pause() if self._told.going else Resume())

    @Slot()
    def Play(self) -> None:  # noqa: N802  # the protocol's name
        self._told.send(Resume())

    @Slot()
    def Pause(self) -> None:  # noqa: N802  # the protocol's name
        self._told.send(Pause())

    @Slot()
    def Stop(self) -> None:  # noqa: N802  # the protocol's name
        self._told.send(Stop())

    @Slot()
    def Next(self) -> None:  # noqa: N802  # the protocol's name
        self._told.send(Skip())

    @Slot()
    def Previous(self) -> None:  # noqa: N802  # the protocol's name
        self._told.send(Back())

    def _status(self) -> str:
        return "Playing" if self._told.going else "Paused"

    def _metadata(self) -> dict[str, str]:
        return {"xesam:title": self._told.title, "mpris:trackid": "/stretchtimer/session"}

    PlaybackStatus = Property(str, _status)
    Metadata = _QtProperty("QVariantMap", _metadata)
    Rate = Property(float, lambda _: 1.0)
    MinimumRate = Property(float, lambda _: 1.0)
    MaximumRate = Property(float, lambda _: 1.0)
    Volume = Property(float, lambda _: 1.0)
    CanGoNext = Property(bool, lambda _: True)
    CanGoPrevious = Property(bool, lambda _: True)
    CanPlay = Property(bool, lambda _: True)
    CanPause = Property(bool, lambda _: True)
    CanSeek = Property(bool, lambda _: False)
    CanControl = Property(bool, lambda _: True)


class MediaKeys:
    """On the bus while a session is played."""

    def __init__(self, send: Callable[[Event], None], raise_window: Callable[[], None]) -> None:
        self._told = _Told(send, raise_window)
        self._adaptors = (_Root(self._told), _Player(self._told))
        self._bus = QDBusConnection.sessionBus()
        self._is_on = False

    def show(self, state: PlayerState) -> None:
        """Tell how the session stands."""
        going = state.mode in _GOING
        if state.mode in (Mode.READY, Mode.FINISHED, Mode.STOPPED):
            self._leave()
        elif not self._is_on or going != self._told.going:
            self._told.title, self._told.going = state.score.script.title, going
            self._enter()
            self._tell_status()

    def _enter(self) -> None:
        if not self._is_on and self._bus.isConnected():
            option = QDBusConnection.RegisterOption.ExportAdaptors
            self._bus.registerObject(_PATH, self._told, option)
            self._is_on = self._bus.registerService(_SERVICE)

    def _leave(self) -> None:
        if self._is_on:
            self._bus.unregisterService(_SERVICE)
            self._bus.unregisterObject(_PATH)
            self._is_on = False

    def _tell_status(self) -> None:
        if self._is_on:
            properties = "org.freedesktop.DBus.Properties"
            signal = QDBusMessage.createSignal(_PATH, properties, "PropertiesChanged")
            status = "Playing" if self._told.going else "Paused"
            signal.setArguments([_PLAYER, {"PlaybackStatus": status}, []])
            self._bus.send(signal)


def media_keys(send: Callable[[Event], None], raise_window: Callable[[], None]) -> MediaKeys | None:
    """The media keys of a Linux desktop; None elsewhere."""
    return MediaKeys(send, raise_window) if sys.platform.startswith("linux") else None
