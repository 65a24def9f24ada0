"""A history with a clock of its own, and what it told."""

import sqlite3
from datetime import date, datetime, timedelta, timezone

from stretchtimer.core.ports import Notice
from stretchtimer.storage.history import History

START = datetime(2026, 3, 1, 7, 30, tzinfo=timezone(timedelta(hours=2)))
DAY = date(2026, 3, 1)


class Desk:
    """A history with a wall clock that moves by a minute at each look, and what was told."""

    def __init__(self, path):
        self.path = path
        self.told: list[Notice] = []
        self.looks = 0
        self.history = History(path, now=self.now, tell=self.told.append)

    def now(self):
        self.looks += 1
        return START + timedelta(minutes=self.looks - 1)

    def rows(self, query):
        self.history.close()
        database = sqlite3.connect(self.path)
        try:
            return database.execute(query).fetchall()
        finally:
            database.close()

    def holds(self):
        return self.rows("SELECT exercise, rep, held_ms FROM holds")


def hold(log, rep=1, *, exercise="ham-wall", held_ms=40_000):
    log.held(exercise=exercise, side="both", rep=rep, held_ms=held_ms, planned_ms=40_000)
