"""Where a person's own files live. STRETCHTIMER_HOME moves all of them under one folder."""

import os
from dataclasses import dataclass
from pathlib import Path

_APP = "stretchtimer"


@dataclass(frozen=True, slots=True)
class Folders:
    """A person's folders; they need not exist yet."""

    data: Path
    settings: Path
    cache: Path

    @property
    def routines(self) -> Path:
        """Own routines."""
        return self.data / "routines"

    @property
    def exercises(self) -> Path:
        """Own exercises."""
        return self.data / "exercises"

    @property
    def hold_times(self) -> Path:
        """Own hold times, a file for each routine."""
        return self.data / "hold-times"

    @property
    def voices(self) -> Path:
        """Own voice files, for piper."""
        return self.data / "voices"

    @property
    def settings_file(self) -> Path:
        """The settings."""
        return self.settings / "settings.toml"

    @property
    def answers_file(self) -> Path:
        """The answers to the health questions."""
        return self.data / "answers.toml"

    @property
    def reminders_file(self) -> Path:
        """When the person wants to be reminded."""
        return self.settings / "reminders.toml"

    @property
    def reminders_state_file(self) -> Path:
        """What the reminders remember."""
        return self.data / "reminders-state.json"

    @property
    def reminders_log_file(self) -> Path:
        """Why breaks came or did not."""
        return self.data / "reminders-log.jsonl"

    @property
    def history_file(self) -> Path:
        """The history of sessions."""
        return self.data / "history.sqlite"


def find_folders() -> Folders:
    """The folders of this person on this machine."""
    home = os.environ.get("STRETCHTIMER_HOME")
    if home:
        root = Path(home).expanduser().absolute()
        return Folders(data=root, settings=root, cache=root / "cache")

    import platformdirs  # not needed, and so not paid for, when STRETCHTIMER_HOME is set

    return Folders(
        data=Path(platformdirs.user_data_dir(_APP, appauthor=False)),
        settings=Path(platformdirs.user_config_dir(_APP, appauthor=False)),
        cache=Path(platformdirs.user_cache_dir(_APP, appauthor=False)),
    )
