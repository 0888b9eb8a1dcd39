"""A process killed at any moment loses nothing that it reported, and leaves nothing half done."""

import importlib.util
import itertools
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from tracktwo.dossier.dossier import Dossier
from tracktwo.errors import DossierError

SCRIPT = Path(__file__).with_name("adding.py")
ROUNDS = 20
PAGES = 600

Report = list[tuple[str, int]]


def _adding() -> ModuleType:
    spec = importlib.util.spec_from_file_location("adding", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


ADDING = _adding()


def started(*arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, str(SCRIPT), *map(str, arguments)]
    return subprocess.Popen(  # noqa: S603 - our own script
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def reported(output: str) -> list[tuple[str, int]]:
    """Give what a process said it had done."""
    words = (line.split() for line in output.splitlines())
    return [(kind, int(number)) for kind, number in words]


def said(process: subprocess.Popen[str]) -> Iterator[tuple[str, int]]:
    """Give what a process says, as it says it."""
    assert process.stdout is not None
    for line in process.stdout:
        yield from reported(line)


def killed_after(process: subprocess.Popen[str], seconds: float, *arguments: object) -> Report:
    """Have a child work, kill it some time after its first report, and give all its reports."""
    assert process.stdin is not None
    print(*arguments, file=process.stdin, flush=True)
    saying = said(process)
    _, child = next(saying)
    reports = [next(saying)]
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    reports += itertools.takewhile(lambda report: report[0] != "ended", saying)
    return reports


def check_whole(path: Path, pages: set[int], decisions: set[int]) -> None:
    """Hold a dossier to what was reported: all of it there, and nothing of it half there."""
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        index = "INSERT INTO passage_words(passage_words) VALUES ('integrity-check')"
        connection.execute(index)
    connection.close()
    with Dossier.open(path) as dossier:
        documents, readings = dossier.documents(), dossier.readings()
        held = {int(document.name[:4]) for document in documents}
        assert pages <= held
        assert len(documents) == len(held) == len(readings)
        for document, reading in zip(documents, readings, strict=True):
            number = int(document.name[:4])
            assert document == ADDING.page(number)
            assert reading == ADDING.reading(document)
        log = [decision.by for decision in dossier.decisions()]
        assert {f"p{number}" for number in decisions} <= set(log)
        assert len(log) == len(set(log))
        lines = [hit for hit in dossier.search("missiles", 10**6) if not hit.statement]
        assert len(lines) == ADDING.STATEMENTS * len(held)


def test_a_process_killed_at_any_moment_loses_nothing_and_leaves_nothing_half_done(
    tmp_path: Path,
) -> None:
    path = tmp_path / "dossier.sqlite"
    chance = random.Random(20250131)  # noqa: S311 - a choice of moments, not a secret
    done: dict[str, set[int]] = {"page": set(), "decision": set()}
    with started() as server:
        for _ in range(ROUNDS):
            first = max({2, *done["page"]}) - 2
            for kind, number in killed_after(server, chance.uniform(0, 0.03), path, first, PAGES):
                assert number not in done[kind], "what was reported once was done again"
                done[kind].add(number)
            check_whole(path, done["page"], done["decision"])
    assert len(done["page"]) >= ROUNDS // 2
    last = max(done["page"]) + 3
    process = started(path, 0, last)
    output, complaints = process.communicate()
    for kind, number in reported(output):
        done[kind].add(number)
    assert (process.returncode, complaints) == (0, "")
    check_whole(path, set(range(last)), set(range(last)))


def test_a_process_killed_while_it_makes_the_dossier_leaves_one_that_can_be_made(
    tmp_path: Path,
) -> None:
    path = tmp_path / "dossier.sqlite"
    process = started(path, 0, 1)
    while not path.exists() and process.poll() is None:
        time.sleep(0.001)
    process.kill()
    process.communicate()
    with Dossier.open(path) as dossier:
        ADDING.add(dossier, 0)
    check_whole(path, {0}, {0})


def test_two_processes_that_write_at_once_both_succeed(tmp_path: Path) -> None:
    path = tmp_path / "dossier.sqlite"
    both = [started(path, 0, 25), started(path, 15, 40)]
    outputs = [process.communicate() for process in both]
    assert [
        (process.returncode, complaints)
        for process, (_, complaints) in zip(both, outputs, strict=True)
    ] == [(0, ""), (0, "")]
    done = [each for output, _ in outputs for each in reported(output)]
    assert sorted(number for kind, number in done if kind == "page") == list(range(40))
    with Dossier.open(path) as dossier:
        assert len(dossier.documents()) == len(dossier.readings()) == 40


def test_a_full_disk_gives_one_error_and_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "dossier.sqlite"
    process = started(path, 0, PAGES, 600_000)
    output, complaints = process.communicate()
    assert process.returncode == 1
    assert complaints.startswith(f"{path}: it could not be written to the end")
    assert complaints.count("\n") == 1
    done = list(reported(output))
    pages = {number for kind, number in done if kind == "page"}
    check_whole(path, pages, {number for kind, number in done if kind == "decision"})
    assert len(pages) < PAGES


def test_a_file_that_may_not_be_written_gives_one_error(tmp_path: Path) -> None:
    path = tmp_path / "dossier.sqlite"
    Dossier.open(path).close()
    before = path.read_bytes()
    with Dossier.open(path) as dossier:
        with dossier._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA query_only = ON")
        with pytest.raises(DossierError, match=r"may not be written; nothing was changed"):
            ADDING.add(dossier, 0)
    assert path.read_bytes() == before


def test_a_damaged_file_gives_one_error(tmp_path: Path) -> None:
    path = tmp_path / "dossier.sqlite"
    with Dossier.open(path) as dossier:
        for number in range(4):
            ADDING.add(dossier, number)
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + bytes(len(whole) - 8192))
    with pytest.raises(DossierError, match="damaged"), Dossier.open(path) as dossier:
        dossier.documents()
