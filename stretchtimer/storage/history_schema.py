"""The tables of the history, and how an older file becomes one of today.

What people look at often is summed up by triggers in the moment a row comes in, so that ten years
of holds open as fast as ten days, and so that the sums can never differ from the rows.
"""

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

# Version 1 did not keep what a hold counts for. These are all the stretches that it came with.
_MUSCLES_OF_VERSION_1 = {
    "ham-seated": "hamstring",
    "ham-standing": "hamstring",
    "ham-chair": "hamstring",
    "ham-band": "hamstring",
    "ham-wall": "hamstring",
    "knees-chest": "lowback",
    "knee-chest-single": "lowback",
    "squat-banded": "strength",
}

_VERSION_2 = (
    # the local day on which the session began, which is the day that all of it counts for
    "ALTER TABLE sessions ADD COLUMN day TEXT NOT NULL DEFAULT ''",
    "UPDATE sessions SET day = date(started_at_utc, utc_offset_min || ' minutes')",
    "CREATE INDEX sessions_by_day ON sessions (day, started_at_utc)",
    # the block of the routine, counted from 0, and what the time is credited to
    "ALTER TABLE holds ADD COLUMN block INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE holds ADD COLUMN muscle TEXT NOT NULL DEFAULT ''",
    *(
        f"UPDATE holds SET muscle = '{muscle}' WHERE exercise = '{exercise}'"  # noqa: S608  # ours
        for exercise, muscle in _MUSCLES_OF_VERSION_1.items()
    ),
    "CREATE INDEX holds_by_session ON holds (session_id, exercise)",
    """CREATE TABLE ratings (
        session_id INTEGER NOT NULL REFERENCES sessions (id),
        exercise TEXT NOT NULL,
        rating TEXT NOT NULL,
        pain TEXT,
        at_utc TEXT NOT NULL,
        PRIMARY KEY (session_id, exercise)
    ) WITHOUT ROWID""",
    """CREATE TABLE doses (
        exercise TEXT PRIMARY KEY,
        hold_s INTEGER NOT NULL,
        reps INTEGER NOT NULL,
        changed_on TEXT NOT NULL,
        asked_on TEXT,
        locked_until TEXT,
        gentler_until TEXT,
        eased_until TEXT,
        is_hidden INTEGER NOT NULL
    ) WITHOUT ROWID""",
    """CREATE TABLE days (
        day TEXT NOT NULL,
        exercise TEXT NOT NULL,
        side TEXT NOT NULL,
        muscle TEXT NOT NULL,
        holds INTEGER NOT NULL DEFAULT 0,
        held_ms INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (day, exercise, side, muscle)
    ) WITHOUT ROWID""",
    """CREATE TABLE day_totals (
        day TEXT PRIMARY KEY,
        sessions INTEGER NOT NULL DEFAULT 0,
        finished INTEGER NOT NULL DEFAULT 0,
        held_ms INTEGER NOT NULL DEFAULT 0
    ) WITHOUT ROWID""",
    """CREATE TABLE met (
        exercise TEXT PRIMARY KEY,
        sessions INTEGER NOT NULL DEFAULT 0,
        last_day TEXT NOT NULL DEFAULT ''
    ) WITHOUT ROWID""",
    """INSERT INTO days
        SELECT day, exercise, side, muscle, COUNT(*), SUM(held_ms)
        FROM holds JOIN sessions ON sessions.id = session_id GROUP BY 1, 2, 3, 4""",
    """INSERT INTO day_totals
        SELECT day, COUNT(*), SUM(how IS 'finished'), 0 FROM sessions GROUP BY day""",
    """UPDATE day_totals SET held_ms = (
        SELECT COALESCE(SUM(days.held_ms), 0) FROM days WHERE days.day = day_totals.day)""",
    """INSERT INTO met
        SELECT exercise, COUNT(DISTINCT session_id), MAX(day)
        FROM holds JOIN sessions ON sessions.id = session_id GROUP BY exercise""",
    # A row is made sure of first and then added to: an upsert inside a trigger would follow the
    # conflict rule of the statement outside.
    """CREATE TRIGGER session_begun AFTER INSERT ON sessions BEGIN
        INSERT OR IGNORE INTO day_totals (day) VALUES (NEW.day);
        UPDATE day_totals SET sessions = sessions + 1 WHERE day = NEW.day;
    END""",
    """CREATE TRIGGER session_finished AFTER UPDATE OF how ON sessions
    WHEN NEW.how IS 'finished' AND OLD.how IS NOT 'finished' BEGIN
        UPDATE day_totals SET finished = finished + 1 WHERE day = NEW.day;
    END""",
    """CREATE TRIGGER hold_kept AFTER INSERT ON holds BEGIN
        INSERT OR IGNORE INTO days (day, exercise, side, muscle)
            SELECT day, NEW.exercise, NEW.side, NEW.muscle FROM sessions WHERE id = NEW.session_id;
        UPDATE days SET holds = holds + 1, held_ms = held_ms + NEW.held_ms
            WHERE day = (SELECT day FROM sessions WHERE id = NEW.session_id)
            AND exercise = NEW.exercise AND side = NEW.side AND muscle = NEW.muscle;
        UPDATE day_totals SET held_ms = held_ms + NEW.held_ms
            WHERE day = (SELECT day FROM sessions WHERE id = NEW.session_id);
        INSERT OR IGNORE INTO met (exercise) VALUES (NEW.exercise);
        UPDATE met SET
            sessions = sessions + NOT EXISTS (
                SELECT 1 FROM holds WHERE exercise = NEW.exercise
                AND session_id = NEW.session_id AND rowid <> NEW.rowid),
            last_day = MAX(last_day, (SELECT day FROM sessions WHERE id = NEW.session_id))
            WHERE exercise = NEW.exercise;
    END""",
)

# One exercise since ever, among ten years of all of them.
_VERSION_3 = ("CREATE INDEX days_by_exercise ON days (exercise, day)",)

MIGRATIONS = (_VERSION_1, _VERSION_2, _VERSION_3)
