"""One SQLite file that takes rows whatever happens to it.

Rows that cannot be written yet wait for the next write, a broken file is set aside and begun anew,
and the person is told once. Nothing here raises because of the file.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from stretchtimer.core.ports import Notice
from stretchtimer.storage.safe_write import set_aside

if TYPE_CHECKING:
    from sqlite3 import Connection

Value = str | int | None
Row = tuple[str, tuple[Value, ...]]
Result = TypeVar("Result")

# Another process is done writing within milliseconds; a window cannot wait for longer.
_LOCK_TIMEOUT_S = 0.05
# SQLite's primary result codes for what may pass or be mended without touching the file:
# PERM, BUSY, LOCKED, NOMEM, READONLY, INTERRUPT, IOERR, FULL, CANTOPEN.
_NOT_THE_FILE = frozenset({3, 5, 6, 7, 8, 9, 10, 13, 14})
_HEADER = b"SQLite format 3\0"


class _WrittenByNewerError(Exception):
    """The file has a version that this program does not know."""


class Database:
    """A database file; `migrations[n]` are the statements from version n to n + 1."""

    def __init__(
        self, path: Path, migrations: Sequence[Sequence[str]], tell: Callable[[Notice], None]
    ) -> None:
        self._path = path
        self._migrations = migrations
        self._tell = tell
        self._has_told = False
        self._connection: Connection | None = None
        self._waiting: list[Row] = []

    def write(self, *rows: Row) -> None:
        """Run statements, each with its values, and commit; they wait where that cannot be now."""
        self._waiting.extend(rows)
        if self._attempt(self._write_waiting, otherwise=False):
            self._waiting.clear()

    def read(self, query: str, values: tuple[Value, ...] = ()) -> list[tuple[Any, ...]]:
        """The rows that `query` finds; none where the file cannot be read."""
        if not self._path.exists():  # to look is no reason to make one
            return []
        return self._attempt(
            lambda database: database.execute(query, values).fetchall(), otherwise=[]
        )

    def close(self) -> None:
        """Write what waits and let go of the file; the next call opens it again."""
        if self._waiting:
            self.write()
        self._let_go()

    def _let_go(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _write_waiting(self, database: "Connection") -> bool:
        with database:
            database.execute("BEGIN IMMEDIATE")
            for statement, values in self._waiting:
                database.execute(statement, values)
        return True

    def _attempt(self, work: Callable[["Connection"], Result], *, otherwise: Result) -> Result:
        import sqlite3  # costs 8 ms: paid by the first session, not by the start

        try:
            try:
                return work(self._open())
            except sqlite3.DatabaseError as error:
                self._let_go()
                if error.sqlite_errorcode & 0xFF in _NOT_THE_FILE:
                    raise
                self._begin_anew(str(error))
                return work(self._open())
        except (sqlite3.Error, OSError, _WrittenByNewerError) as error:
            self._let_go()
            self._tell_not_kept(error)
            return otherwise

    def _open(self) -> "Connection":
        import sqlite3

        if self._connection is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            if self._path.exists() and not self._has_right_header():
                self._begin_anew("it is not a database")
            self._connection = sqlite3.connect(
                self._path, timeout=_LOCK_TIMEOUT_S, isolation_level=None
            )
            self._connection.execute("PRAGMA journal_mode = WAL")
            # Safe against a killed process; only a power cut may cost the last rows.
            self._connection.execute("PRAGMA synchronous = NORMAL")
            self._migrate(self._connection)
        return self._connection

    def _migrate(self, database: "Connection") -> None:
        newest = len(self._migrations)
        if _version(database) > newest:
            raise _WrittenByNewerError("it was written by a newer stretchtimer")
        if _version(database) == newest:
            return
        with database:
            database.execute("BEGIN IMMEDIATE")
            # Asked again: another process may have been first.
            for statements in self._migrations[_version(database) :]:
                for statement in statements:
                    database.execute(statement)
            database.execute(f"PRAGMA user_version = {newest}")

    def _has_right_header(self) -> bool:
        # Looked at first, because SQLite deletes the -wal file beside what it cannot read.
        with self._path.open("rb") as file:
            return file.read(len(_HEADER)) in (_HEADER, b"")

    def _begin_anew(self, reason: str) -> None:
        aside = set_aside(self._path)
        for ending in ("-wal", "-shm"):  # they hold what the file itself does not have yet
            beside = self._path.with_name(self._path.name + ending)
            if beside.exists():
                beside.rename(aside.with_name(aside.name + ending))
        self._tell(
            Notice(
                f"The history could not be read ({reason}), so a new one was begun.",
                f"The old file was kept as {aside}.",
            )
        )

    def _tell_not_kept(self, error: Exception) -> None:
        if not self._has_told:
            self._has_told = True
            self._tell(
                Notice(
                    f"Sessions are not being kept in {self._path}: {error}.",
                    "All else works. Free some space, allow writing there or update stretchtimer.",
                )
            )


def _version(database: "Connection") -> int:
    (version,) = database.execute("PRAGMA user_version").fetchone()
    return int(version)
