"""What was really held: each hold is on disk as soon as it ends."""

import json
import os
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

from stretchtimer.core.ports import Notice, SessionLog
from stretchtimer.storage.database import Database, Row

_VERSION_1 = (
    """CREATE TABLE sessions (
        id INTEGER PRIMARY KEY,
        started_at_utc TEXT NOT NULL,
        utc_offset_min INTEGER NOT NULL,
        routine TEXT NOT NULL,
        how TEXT,
        ended_at_utc TEXT
    )""",
    """CREATE TABLE holds (
        session_id INTEGER NOT NULL REFERENCES sessions (id),
        exercise TEXT NOT NULL,
        side TEXT NOT NULL,
        rep INTEGER NOT NULL,
        held_ms INTEGER NOT NULL,
        planned_ms INTEGER NOT NULL,
        at_utc TEXT NOT NULL
    )""",
    "CREATE INDEX holds_by_exercise ON holds (exercise, session_id)",
)


class History:
    """All sessions so far.

    `now` gives the wall time with its offset from UTC; `tell` passes on what people should know.
    """

    def __init__(
        self, path: Path, *, now: Callable[[], datetime], tell: Callable[[Notice], None]
    ) -> None:
        self._database = Database(path, (_VERSION_1,), tell)
        self._now = now

    def begin(self, routine: str) -> SessionLog:
        """Note that a session of the routine with this id begins, and keep what is held in it."""
        return _Log(self._database, self._now, routine)

    def meetings(self, exercises: Iterable[str]) -> dict[str, int]:
        """In how many sessions each of these exercises, given by id, was held."""
        counts = dict.fromkeys(exercises, 0)
        rows = self._database.read(
            """SELECT exercise, COUNT(DISTINCT session_id) FROM holds
               WHERE exercise IN (SELECT value FROM json_each(?)) GROUP BY exercise""",
            (json.dumps(list(counts)),),
        )
        return counts | {str(exercise): int(count) for exercise, count in rows}

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()


class _Log(SessionLog):
    """Writes one session."""

    def __init__(self, database: Database, now: Callable[[], datetime], routine: str) -> None:
        self._database = database
        self._now = now
        # Drawn, not counted, so that a session has its number even while the file is out of reach.
        self._id = int.from_bytes(os.urandom(6), "big")
        started_at = now()
        offset = started_at.utcoffset()
        offset_min = 0 if offset is None else round(offset.total_seconds() / 60)
        # Goes with every write: should the file be begun anew, the session is in the new one.
        self._session: Row = (
            """INSERT OR IGNORE INTO sessions (id, started_at_utc, utc_offset_min, routine)
               VALUES (?, ?, ?, ?)""",
            (self._id, _utc(started_at), offset_min, routine),
        )
        database.write(self._session)

    def held(self, *, exercise: str, side: str, rep: int, held_ms: int, planned_ms: int) -> None:
        hold: Row = (
            "INSERT INTO holds VALUES (?, ?, ?, ?, ?, ?, ?)",
            (self._id, exercise, side, rep, held_ms, planned_ms, _utc(self._now())),
        )
        self._database.write(self._session, hold)

    def ended(self, *, how: str) -> None:
        end: Row = (
            "UPDATE sessions SET how = ?, ended_at_utc = ? WHERE id = ?",
            (how, _utc(self._now()), self._id),
        )
        self._database.write(self._session, end)


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")
