"""Opening: new, old, newer than known, and what is no dossier at all."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, inspect

from tracktwo.dossier import migrations, store
from tracktwo.dossier.dossier import Dossier
from tracktwo.dossier.schema import HEAD, METADATA, SEARCH_TABLE
from tracktwo.dossier.store import migrate, open_store
from tracktwo.errors import DossierError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "dossier.sqlite"


def our_tables(name: str | None, kind: str, _parents: object) -> bool:
    return kind != "table" or not str(name).startswith(SEARCH_TABLE)


def differences(connection: Connection) -> list[object]:
    options = {"include_name": our_tables, "compare_type": True}
    return list(compare_metadata(MigrationContext.configure(connection, opts=options), METADATA))


def scalars(engine: Engine, *pragmas: str) -> list[object]:
    with engine.connect() as connection:
        return [connection.exec_driver_sql(f"PRAGMA {each}").scalar() for each in pragmas]


def test_the_migrations_make_the_schema_that_the_program_works_with(path: Path) -> None:
    engine = open_store(path)
    with engine.connect() as connection:
        assert differences(connection) == []
    engine.dispose()


def test_the_newest_migration_is_the_one_that_the_program_knows() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    config.set_main_option("path_separator", "os")
    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


def test_downgrading_takes_everything_down_and_upgrading_makes_it_again(path: Path) -> None:
    engine = open_store(path)
    with engine.begin() as connection:
        migrate(connection, path, "base")
        assert inspect(connection).get_table_names() == ["alembic_version"]
        assert connection.exec_driver_sql("SELECT count(*) FROM alembic_version").scalar() == 0
    engine.dispose()
    engine = open_store(path)
    with engine.connect() as connection:
        assert differences(connection) == []
    engine.dispose()


def test_the_store_is_set_to_lose_nothing(path: Path) -> None:
    engine = open_store(path)
    pragmas = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
    assert scalars(engine, *pragmas) == ["wal", 2, 1, 30_000]
    engine.dispose()


def test_a_store_of_a_newer_program_is_left_alone(path: Path) -> None:
    open_store(path).dispose()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(DossierError, match=r"newer Tracktwo \(schema 9999.*0001\); update"):
        Dossier.open(path)


def test_a_file_that_is_no_database_is_left_alone(path: Path) -> None:
    path.write_bytes(b"Dear colleague, " * 400)
    with pytest.raises(DossierError, match="no database"):
        Dossier.open(path)
    assert path.read_bytes() == b"Dear colleague, " * 400


def test_a_database_that_is_no_dossier_is_left_alone(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE accounts (id INTEGER)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(DossierError, match="a database, but no dossier"):
        Dossier.open(path)
    assert path.read_bytes() == before


def test_a_folder_that_is_missing_or_in_the_way_is_named(tmp_path: Path) -> None:
    with pytest.raises(DossierError, match="there is no folder"):
        Dossier.open(tmp_path / "none" / "dossier.sqlite")
    with pytest.raises(DossierError, match="cannot be opened"):
        Dossier.open(tmp_path)


def test_an_empty_file_becomes_a_dossier(path: Path) -> None:
    path.touch()
    with Dossier.open(path) as dossier:
        assert dossier.documents() == ()


def test_a_plain_database_engine_can_read_it(path: Path) -> None:
    Dossier.open(path).close()
    engine = create_engine(f"sqlite:///{path}")
    assert {*METADATA.tables, SEARCH_TABLE} <= set(inspect(engine).get_table_names())
    engine.dispose()


@contextmanager
def held(path: Path, how: str) -> Iterator[sqlite3.Connection]:
    """Have another connection hold the lock of a store in the old mode."""
    holder = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    holder.execute("PRAGMA journal_mode=DELETE").close()
    holder.execute(f"BEGIN {how}").close()
    try:
        yield holder
    finally:
        holder.close()


@pytest.mark.parametrize("how", ["IMMEDIATE", "EXCLUSIVE"])
@pytest.mark.parametrize("before", ["nothing", "a dossier"])
def test_a_store_that_another_process_makes_or_writes_is_waited_for(
    path: Path, how: str, before: str
) -> None:
    if before == "a dossier":
        Dossier.open(path).close()
    with held(path, how) as holder:
        release = threading.Timer(0.2, holder.execute, ("ROLLBACK",))
        release.start()
        with Dossier.open(path) as dossier:
            assert not holder.in_transaction
            assert dossier.documents() == ()
        release.join()


@pytest.mark.parametrize("how", ["IMMEDIATE", "EXCLUSIVE"])
def test_waiting_for_another_process_has_an_end(
    path: Path, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "PATIENCE", 0.1)
    with held(path, how), pytest.raises(DossierError, match="another process has been writing"):
        Dossier.open(path)
