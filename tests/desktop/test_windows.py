"""What Windows would be asked, with its registry and libraries made up."""

import ctypes
import sys
from contextlib import contextmanager
from types import SimpleNamespace

import pytest

from stretchtimer.desktop.clock import moment_now
from stretchtimer.desktop.login import windows as login
from stretchtimer.desktop.presence import camera, lock, microphone

CONSENT = (
    r"Software\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore\microphone"
)
PROGRAM = CONSENT + r"\NonPackaged\C:#Program Files#Meet#meet.exe"


class Registry:
    """Keys with their values by name; a key is there when one under it is."""

    HKEY_CURRENT_USER, REG_SZ, KEY_SET_VALUE = "user", 1, 2

    def __init__(self):
        self.keys = {}

    @contextmanager
    def open_key(self, root, path, *_):
        assert root == "user"
        if not any(one == path or one.startswith(path + "\\") for one in self.keys):
            raise FileNotFoundError(path)
        yield path

    @contextmanager
    def create_key(self, root, path):
        self.keys.setdefault(path, {})
        yield path

    def _under(self, path):
        under = (one[len(path) + 1 :] for one in self.keys if one.startswith(path + "\\"))
        return sorted({one.split("\\")[0] for one in under})

    def query_info_key(self, path):
        return len(self._under(path)), 0, 0

    def enum_key(self, path, number):
        return self._under(path)[number]

    def query_value(self, path, name):
        try:
            return self.keys.get(path, {})[name], 11
        except KeyError:
            raise FileNotFoundError(name) from None

    def set_value(self, path, name, reserved, kind, value):
        self.keys[path][name] = value

    def delete_value(self, path, name):
        del self.keys[path][name]

    OpenKey, CreateKey, DeleteValue = open_key, create_key, delete_value
    QueryInfoKey, EnumKey = query_info_key, enum_key
    QueryValueEx, SetValueEx = query_value, set_value


@pytest.fixture
def registry(monkeypatch):
    monkeypatch.setattr(microphone, "IS_WINDOWS", True)
    made = Registry()
    monkeypatch.setitem(sys.modules, "winreg", made)
    return made


def filetime(ago_ms):
    return 116_444_736_000_000_000 + (moment_now().wall_ms - ago_ms) * 10_000


def test_a_program_that_has_not_stopped_listening_is_in_a_call(registry):
    registry.keys[PROGRAM] = {"LastUsedTimeStart": filetime(0), "LastUsedTimeStop": 0}
    assert microphone.by_consent_store() is True
    registry.keys[PROGRAM]["LastUsedTimeStop"] = filetime(0)
    assert microphone.by_consent_store() is False


def test_one_that_was_killed_before_the_machine_started_is_in_none(registry):
    before_ms = moment_now().boot_ms + 60_000
    registry.keys[PROGRAM] = {"LastUsedTimeStart": filetime(before_ms), "LastUsedTimeStop": 0}
    assert microphone.by_consent_store() is False


def test_a_program_that_was_never_allowed_is_not_asked_further(registry):
    registry.keys[PROGRAM] = {"Value": "Deny"}
    assert microphone.by_consent_store() is False
    assert camera.by_consent_store() is None


class Function:
    """One of a library: notes what it was called with."""

    def __init__(self, act):
        self.act, self.calls, self.argtypes = act, [], None

    def __call__(self, *given):
        self.calls.append(given)
        return self.act(*given)


@pytest.mark.parametrize(("flags", "told"), [(0, True), (1, False), (0xFFFFFFFF, None)])
def test_the_session_service_tells_a_lock(monkeypatch, flags, told):
    kept = lock.SessionInfo(level=1, flags=flags)

    def ask(server, session, kind, info, size):
        assert (server, session, kind) == (None, 0xFFFFFFFF, 25)
        info._obj.contents = kept
        return 1

    service = SimpleNamespace(
        WTSQuerySessionInformationW=Function(ask), WTSFreeMemory=Function(lambda _: None)
    )
    monkeypatch.setattr(lock, "IS_WINDOWS", True)
    monkeypatch.setattr(lock, "library", {"wtsapi32": service}.__getitem__)
    assert lock.by_session() is told
    assert len(service.WTSFreeMemory.calls) == 1
    assert service.WTSQuerySessionInformationW.argtypes[0] is ctypes.c_void_p


def test_a_session_service_that_refuses_is_no_answer(monkeypatch):
    service = SimpleNamespace(
        WTSQuerySessionInformationW=Function(lambda *_: 0),
        WTSFreeMemory=Function(lambda _: None),
    )
    monkeypatch.setattr(lock, "IS_WINDOWS", True)
    monkeypatch.setattr(lock, "library", lambda _: service)
    assert lock.by_session() is None


def test_the_flags_stand_where_windows_puts_them():
    assert lock.SessionInfo.flags.offset == 16


def test_start_at_login_opens_no_console(registry, tmp_path):
    console = tmp_path / "python.exe"
    assert not login.is_on()
    login.turn_on([str(console), "-m", "stretchtimer", "--hidden"])
    (values,) = registry.keys.values()
    assert values["Stretchtimer"] == f"{console} -m stretchtimer --hidden"
    (tmp_path / "pythonw.exe").touch()
    login.turn_on([str(console), "-m", "stretchtimer", "--hidden"])
    assert values["Stretchtimer"] == f"{tmp_path / 'pythonw.exe'} -m stretchtimer --hidden"
    assert login.is_on()
    login.turn_off()
    login.turn_off()
    assert not login.is_on()
