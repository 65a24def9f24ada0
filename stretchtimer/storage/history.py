"""What was really held: each hold is on disk as soon as it ends."""

import json
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from stretchtimer.core.exercise import Exercise
from stretchtimer.core.history import DayHolds, DayTotal, PastSession, credit
from stretchtimer.core.ports import Notice, SessionLog
from stretchtimer.core.progression import DoseState, PainKind, Practice, Rating
from stretchtimer.storage.database import Database, Row
from stretchtimer.storage.history_schema import MIGRATIONS

_FIRST_DAY, _LAST_DAY = date.min, date.max


class History:
    """All sessions so far, and what a person's doses have become.

    `now` gives the wall time with its offset from UTC; `tell` passes on what people should know.
    """

    def __init__(
        self, path: Path, *, now: Callable[[], datetime], tell: Callable[[Notice], None]
    ) -> None:
        self._database = Database(path, MIGRATIONS, tell)
        self._now = now

    def begin(self, routine: str, exercises: Iterable[Exercise] = ()) -> "SessionRecord":
        """Note that a session of the routine with this id begins, and keep what is held in it.

        `exercises` are those of its blocks: they say what the time is credited to.
        """
        muscles = {exercise.id: credit(exercise) for exercise in exercises}
        return SessionRecord(self._database, self._now, routine, muscles)

    def meetings(self, exercises: Iterable[str]) -> dict[str, int]:
        """In how many sessions each of these exercises, given by id, was held."""
        counts = dict.fromkeys(exercises, 0)
        rows = self._database.read(
            "SELECT exercise, sessions FROM met WHERE exercise IN (SELECT value FROM json_each(?))",
            (json.dumps(list(counts)),),
        )
        return counts | {str(exercise): int(count) for exercise, count in rows}

    def last_days(self) -> dict[str, date]:
        """The last local day of each exercise that was ever held."""
        rows = self._database.read("SELECT exercise, last_day FROM met")
        return {exercise: date.fromisoformat(day) for exercise, day in rows}

    def routines_done(self, since: date) -> dict[str, date]:
        """The last local day of each routine that was begun from `since` on, by its id."""
        rows = self._database.read(
            "SELECT routine, MAX(day) FROM sessions WHERE day >= ? GROUP BY routine",
            (since.isoformat(),),
        )
        return {routine: date.fromisoformat(day) for routine, day in rows}

    def days(self, since: date = _FIRST_DAY, until: date = _LAST_DAY) -> list[DayHolds]:
        """Holds summed up by day, exercise and side, from `since` to `until`, both included."""
        rows = self._database.read(
            """SELECT day, exercise, side, muscle, holds, held_ms FROM days
               WHERE day BETWEEN ? AND ? ORDER BY day""",
            (since.isoformat(), until.isoformat()),
        )
        return [DayHolds(date.fromisoformat(day), *rest) for day, *rest in rows]

    def hold_lengths(self, exercise: str) -> list[tuple[date, float]]:
        """The mean hold of an exercise, given by id, in seconds, for each week that has any, by
        its Monday. Added up where the rows are: ten years of them are thousands.
        """
        rows = self._database.read(
            """SELECT date(day, 'weekday 0', '-6 days'), SUM(held_ms) / 1000.0 / SUM(holds)
               FROM days WHERE exercise = ? GROUP BY 1 ORDER BY 1""",
            (exercise,),
        )
        return [(date.fromisoformat(monday), held_s) for monday, held_s in rows]

    def first_day(self) -> date | None:
        """The local day of the first session; None where there was none."""
        ((day,),) = self._database.read("SELECT MIN(day) FROM day_totals") or ((None,),)
        return date.fromisoformat(day) if day else None

    def totals(self, since: date = _FIRST_DAY, until: date = _LAST_DAY) -> list[DayTotal]:
        """Each day with a session, from `since` to `until`, both included."""
        rows = self._database.read(
            """SELECT day, sessions, finished, held_ms FROM day_totals
               WHERE day BETWEEN ? AND ? ORDER BY day""",
            (since.isoformat(), until.isoformat()),
        )
        return [DayTotal(date.fromisoformat(day), *rest) for day, *rest in rows]

    def last_sessions(self, count: int, *, skip: int = 0) -> list[PastSession]:
        """The last `count` sessions, the latest first, after the first `skip` of them."""
        rows = self._database.read(
            """SELECT id, started_at_utc, utc_offset_min, routine, how,
                  (SELECT COALESCE(SUM(held_ms), 0) FROM holds WHERE session_id = id),
                  (SELECT json_group_object(exercise, rating) FROM ratings WHERE session_id = id)
               FROM sessions ORDER BY day DESC, started_at_utc DESC LIMIT ? OFFSET ?""",
            (count, skip),
        )
        return [_past_session(row) for row in rows]

    def practices(self, since: date, *, without: int = 0) -> dict[str, list[Practice]]:
        """Each exercise's sessions from the local day `since` on, oldest first, with ratings and
        the longest hold that was meant.

        The session with the number `without` is left out.
        """
        rows = self._database.read(
            """SELECT holds.exercise, sessions.day, ratings.rating, MAX(holds.planned_ms)
               FROM sessions JOIN holds ON holds.session_id = sessions.id
               LEFT JOIN ratings ON ratings.session_id = sessions.id
                   AND ratings.exercise = holds.exercise
               WHERE sessions.day >= ? AND sessions.id <> ? GROUP BY sessions.id, holds.exercise
               ORDER BY sessions.day, sessions.started_at_utc""",
            (since.isoformat(), without),
        )
        found: dict[str, list[Practice]] = {}
        for exercise, day, rating, planned_ms in rows:
            rated = Rating(rating) if rating else None
            practice = Practice(date.fromisoformat(day), rated, planned_ms // 1000)
            found.setdefault(exercise, []).append(practice)
        return found

    def rate(
        self, session_id: int, exercise: str, rating: Rating, pain: PainKind | None = None
    ) -> None:
        """Keep how an exercise was in a session; a second answer takes the place of the first."""
        self._database.write(
            (
                "INSERT OR REPLACE INTO ratings VALUES (?, ?, ?, ?, ?)",
                (session_id, exercise, rating, pain, _utc(self._now())),
            )
        )

    def doses(self) -> dict[str, DoseState]:
        """A person's own dose of each exercise that has one, by its id."""
        rows = self._database.read(
            """SELECT exercise, hold_s, reps, changed_on, asked_on, locked_until, gentler_until,
                  eased_until, is_hidden FROM doses"""
        )
        return {state.exercise: state for state in map(_dose_state, rows)}

    def keep_doses(self, states: Iterable[DoseState]) -> None:
        """Keep these doses, all or none of them."""
        rows: list[Row] = [
            ("INSERT OR REPLACE INTO doses VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", _dose_values(each))
            for each in states
        ]
        if rows:
            self._database.write(*rows)

    def all_holds(self) -> Iterator[tuple[Any, ...]]:
        """Every hold with its session and rating, oldest first: the columns of `HOLD_COLUMNS`."""
        last = 0
        while rows := self._database.read(
            """SELECT holds.rowid, sessions.id, day, started_at_utc, utc_offset_min, routine, how,
                  block, holds.exercise, muscle, side, rep, held_ms, planned_ms, holds.at_utc,
                  rating, pain
               FROM holds JOIN sessions ON sessions.id = holds.session_id
               LEFT JOIN ratings ON ratings.session_id = holds.session_id
                   AND ratings.exercise = holds.exercise
               WHERE holds.rowid > ? ORDER BY holds.rowid LIMIT 10000""",
            (last,),
        ):
            last = rows[-1][0]
            yield from (row[1:] for row in rows)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()


HOLD_COLUMNS = (
    "session",
    "day",
    "started_at_utc",
    "utc_offset_min",
    "routine",
    "how",
    "block",
    "exercise",
    "muscle",
    "side",
    "rep",
    "held_ms",
    "planned_ms",
    "at_utc",
    "rating",
    "pain",
)


class SessionRecord(SessionLog):
    """Writes one session; `id` is its number in the history."""

    def __init__(
        self,
        database: Database,
        now: Callable[[], datetime],
        routine: str,
        muscles: dict[str, str],
    ) -> None:
        self._database = database
        self._now = now
        self._muscles = muscles
        # Drawn, not counted, so that a session has its number even while the file is out of reach.
        self.id = int.from_bytes(os.urandom(6), "big")
        started_at = now()
        offset = started_at.utcoffset()
        offset_min = 0 if offset is None else round(offset.total_seconds() / 60)
        day = started_at.date().isoformat()
        # Goes with every write: should the file be begun anew, the session is in the new one.
        self._session: Row = (
            """INSERT OR IGNORE INTO sessions (id, started_at_utc, utc_offset_min, routine, day)
               VALUES (?, ?, ?, ?, ?)""",
            (self.id, _utc(started_at), offset_min, routine, day),
        )
        database.write(self._session)

    def held(
        self, *, exercise: str, side: str, rep: int, held_ms: int, planned_ms: int, block: int = 0
    ) -> None:
        """Keep one hold at once."""
        muscle = self._muscles.get(exercise, "")
        hold: Row = (
            """INSERT INTO holds (session_id, exercise, side, rep, held_ms, planned_ms, at_utc,
                                  block, muscle)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            (
                self.id,
                exercise,
                side,
                rep,
                held_ms,
                planned_ms,
                _utc(self._now()),
                block,
                muscle,
            ),
        )
        self._database.write(self._session, hold)

    def ended(self, *, how: str) -> None:
        """Note how the session ended."""
        end: Row = (
            "UPDATE sessions SET how = ?, ended_at_utc = ? WHERE id = ?",
            (how, _utc(self._now()), self.id),
        )
        self._database.write(self._session, end)


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def _past_session(row: tuple[Any, ...]) -> PastSession:
    identifier, started, offset_min, routine, how, held_ms, ratings = row
    zone = timezone(timedelta(minutes=offset_min))
    rated = {exercise: Rating(rating) for exercise, rating in json.loads(ratings).items()}
    started_at = datetime.fromisoformat(started).astimezone(zone)
    return PastSession(identifier, started_at, routine, how, held_ms, rated)


def _dose_state(row: tuple[Any, ...]) -> DoseState:
    exercise, hold_s, reps, changed, asked, locked, gentler, eased, is_hidden = row
    return DoseState(
        exercise,
        hold_s,
        reps,
        date.fromisoformat(changed),
        asked_on=date.fromisoformat(asked) if asked else None,
        locked_until=datetime.fromisoformat(locked) if locked else None,
        gentler_until=datetime.fromisoformat(gentler) if gentler else None,
        eased_until=date.fromisoformat(eased) if eased else None,
        is_hidden=bool(is_hidden),
    )


def _dose_values(state: DoseState) -> tuple[str | int | None, ...]:
    """In the order of the columns, which is that of the class."""
    values = (getattr(state, field.name) for field in fields(state))
    return tuple(value.isoformat() if isinstance(value, date) else value for value in values)
