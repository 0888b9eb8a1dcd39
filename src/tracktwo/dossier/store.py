"""How is the database opened, brought up to date, and kept whole?

SQLite in WAL mode with ``synchronous=FULL``: what was committed survives the end of the process
and of the power; what was not leaves no trace. A write takes the write lock at its beginning,
and waits up to `PATIENCE` seconds for another process to give it back.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import DBAPIError

from tracktwo.dossier.schema import HEAD
from tracktwo.errors import DossierError

PATIENCE = 30
PAUSE = 0.01
_NO_ROOM = "it could not be written to the end; nothing was changed; make room and try again"
_MEANINGS = {
    sqlite3.SQLITE_NOTADB: "this is no database; name another file, or move it away",
    sqlite3.SQLITE_CORRUPT: "the database is damaged; restore it from a copy, or read the "
    "sources again into a new one",
    sqlite3.SQLITE_CANTOPEN: "the file cannot be opened or made; check that it is a file and "
    "that its folder may be written",
    sqlite3.SQLITE_READONLY: "the file may not be written; nothing was changed; allow it, or "
    "use a copy",
    sqlite3.SQLITE_FULL: _NO_ROOM,
    sqlite3.SQLITE_IOERR: _NO_ROOM,
    sqlite3.SQLITE_BUSY: f"another process has been writing for {PATIENCE} s; try again later",
}


def open_store(path: Path) -> Engine:
    """Open the database at a path, made or brought up to date as needed.

    Raises
    ------
    DossierError
        If there is no such folder, the file cannot be opened, is no dossier, or was written
        by a newer program. Nothing is changed then.
    """
    if not path.parent.is_dir():
        raise DossierError(f"{path}: there is no folder {path.parent}; make it first")
    engine = create_engine(
        URL.create("sqlite", database=str(path)), connect_args={"timeout": PATIENCE}
    )
    event.listen(engine, "connect", lambda connection, _: _connected(connection, path))
    event.listen(engine, "begin", _begin)
    try:
        with told(path):
            _bring_up_to_date(engine, path)
    except BaseException:
        engine.dispose()
        raise
    return engine


@contextmanager
def writing(engine: Engine, path: Path) -> Iterator[Connection]:
    """Give a connection whose writes are kept all together or not at all."""
    with told(path), engine.begin() as connection:
        yield connection


@contextmanager
def reading(engine: Engine, path: Path) -> Iterator[Connection]:
    """Give a connection that sees the store as it was at its first question."""
    with told(path), engine.connect().execution_options(read_only=True) as connection:
        yield connection


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn whatever the database complains of into one `DossierError`."""
    try:
        yield
    except DBAPIError as error:
        raise DossierError(f"{path}: {_plainly(error.orig)}") from error
    except sqlite3.Error as error:
        raise DossierError(f"{path}: {_plainly(error)}") from error
    except UnicodeEncodeError as error:
        raise DossierError(f"{path}: an id or a reader's name is no valid text: {error}") from error


def _connected(connection: sqlite3.Connection, path: Path) -> None:
    try:
        _set_up(connection, path)
    except BaseException:
        connection.close()  # nobody else knows of it yet
        raise


def _set_up(connection: sqlite3.Connection, path: Path) -> None:
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    if tables and "alembic_version" not in tables:
        raise DossierError(
            f"{path}: this is a database, but no dossier; name another file, or move it away"
        )
    connection.isolation_level = None  # transactions begin where `_begin` says
    _write_ahead(connection)
    for pragma in ("synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}").close()


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Put the store in WAL mode, waiting for a process that writes in the old mode.

    SQLite reads the file's mode before it changes it, and a lock that is raised from reading
    to writing is refused at once, without the waiting of every other: so the waiting is here.
    """
    end = monotonic() + PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL").close()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or monotonic() > end:
                raise
            sleep(PAUSE)
        else:
            return


def _begin(connection: Connection) -> None:
    read_only = connection.get_execution_options().get("read_only")
    connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")


def _bring_up_to_date(engine: Engine, path: Path) -> None:
    with engine.connect().execution_options(read_only=True) as connection:
        if _version(connection) == HEAD:
            return
    with engine.begin() as connection:
        if _version(connection) != HEAD:  # no other process was faster
            migrate(connection, path, "head")


def _version(connection: Connection) -> str:
    """Give the version of the schema; "" where there is none yet."""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return connection.scalar(text("SELECT version_num FROM alembic_version")) or ""


def migrate(connection: Connection, path: Path, target: str) -> None:
    """Bring the schema to a version, within the transaction that is open.

    Raises
    ------
    DossierError
        If the store's version is not known: a newer program wrote it.
    """
    from alembic import command  # noqa: PLC0415 - slow to import, and rarely needed
    from alembic.config import Config  # noqa: PLC0415 - same
    from alembic.script import ScriptDirectory  # noqa: PLC0415 - same

    config = Config()
    folder = str(Path(__file__).parent / "migrations").replace("%", "%%")
    config.set_main_option("script_location", folder)
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    known = {each.revision for each in ScriptDirectory.from_config(config).walk_revisions()}
    version = _version(connection)
    if version and version not in known:
        raise DossierError(
            f"{path}: it was written by a newer Tracktwo (schema {version}, this one knows up to "
            f"{HEAD}); update Tracktwo, or open a copy that this one wrote"
        )
    change = command.downgrade if target == "base" else command.upgrade
    change(config, target)


def _plainly(error: object) -> str:
    """Say what a database's complaint means, and what to do."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    return _MEANINGS.get(code, f"the database refused: {error}")
