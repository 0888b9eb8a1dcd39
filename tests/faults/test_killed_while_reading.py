"""A reading of many files that is killed goes on where it was: nothing lost, nothing twice."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from typer.testing import CliRunner

from tracktwo.cli.journal import Journal
from tracktwo.cli.main import app
from tracktwo.errors import InputError

FILES = 24
PROGRAM = "from tracktwo.cli.main import main; main()"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder of articles, one of which cannot be read, and one of which is in a folder."""
    place = tmp_path_factory.mktemp("articles")
    (place / "more").mkdir()
    for number in range(FILES):
        name = f"{number:03}.txt" if number % 5 else f"more/{number:03}.txt"
        (place / name).write_text(
            f"Darsa demanded on {number + 1} March 2024 that Velia release {number} prisoners. "
            "Velia rejected the demand. “We owe them nothing,” its minister said.\n",
            encoding="utf-8",
        )
    (place / "zzz.bin").write_bytes(bytes(range(256)))
    return place


@pytest.fixture(scope="module")
def whole(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Give what a reading that nobody disturbs writes, in one process."""
    out = tmp_path_factory.mktemp("whole") / "out.jsonl"
    done = CliRunner().invoke(app, ["read", str(folder), "--out", str(out), "--workers", "1"])
    assert done.exit_code == 2, done.output
    assert "zzz.bin" in done.stderr
    assert not out.with_name("out.jsonl.journal").exists()
    return out.read_bytes()


def started(folder: Path, out: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", PROGRAM, "read", str(folder), "--out", str(out)]
    return subprocess.Popen(  # noqa: S603 - our own program
        [*command, "--workers", "2"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def lines(out: Path) -> int:
    return out.read_bytes().count(b"\n") if out.exists() else 0


def until(out: Path, count: int, process: subprocess.Popen[str]) -> None:
    while lines(out) < count and process.poll() is None:
        time.sleep(0.005)


def gone(processes: list[psutil.Process]) -> Iterator[bool]:
    """Tell of each process whether it ends by itself."""
    _, alive = psutil.wait_procs(processes, timeout=20)
    yield from (each not in alive for each in processes)


def test_killed_and_started_again_it_writes_the_same_bytes_and_leaves_no_process(
    folder: Path, whole: bytes, tmp_path: Path
) -> None:
    out = tmp_path / "out.jsonl"
    process = started(folder, out)
    until(out, 5, process)
    workers = psutil.Process(process.pid).children(recursive=True)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert all(gone(workers))
    assert 5 <= lines(out) < FILES
    assert out.with_name("out.jsonl.journal").exists()
    process = started(folder, out)
    said, complaints = process.communicate()
    assert process.returncode == 2, complaints
    assert "goes on" in complaints
    assert out.read_bytes() == whole
    assert f"{FILES} of {FILES + 1} files read" in said


def test_when_a_worker_is_killed_one_error_says_so_and_a_second_run_goes_on(
    folder: Path, whole: bytes, tmp_path: Path
) -> None:
    out = tmp_path / "out.jsonl"
    process = started(folder, out)
    until(out, 3, process)
    workers = psutil.Process(process.pid).children(recursive=True)
    max(workers, key=lambda each: each.memory_info().rss).kill()
    _, complaints = process.communicate()
    assert process.returncode == 2
    assert complaints.count("worker processes ended before its work was done") == 1
    assert "Traceback" not in complaints
    assert all(gone(workers))
    assert 3 <= lines(out) < FILES
    said, complaints = started(folder, out).communicate()
    assert "goes on" in complaints
    assert out.read_bytes() == whole
    assert f"{FILES} of {FILES + 1} files read" in said


def test_what_cannot_be_read_is_told_once_each_with_its_place_and_the_rest_is_read(
    tmp_path: Path,
) -> None:
    for name in ("north", "south"):
        (tmp_path / "in" / name).mkdir(parents=True)
        (tmp_path / "in" / name / "note.txt").write_bytes(b"")
        (tmp_path / "in" / name / ".hidden.txt").write_text("Darsa rejected the offer.\n")
    (tmp_path / "in" / "south" / "broken.txt").write_bytes(bytes(range(256)) * 4)
    (tmp_path / "in" / "south" / "gone.txt").symlink_to("nowhere")
    (tmp_path / "in" / "south" / "good.txt").write_text("Darsa rejected the offer.\n")
    out = tmp_path / "out.jsonl"
    done = CliRunner().invoke(
        app, ["read", str(tmp_path / "in"), "--out", str(out), "--workers", "1"]
    )
    assert done.exit_code == 2, done.output
    complaints = done.stderr.splitlines()
    assert len(complaints) == 6
    assert all(": arrived: " in each and "; do: " in each for each in complaints)
    for place in (
        "north/note.txt", "south/note.txt", "north/.hidden.txt", "south/.hidden.txt",
        "south/broken.txt", "south/gone.txt",
    ):  # fmt: skip
        assert sum(f"in/{place}: arrived: " in each for each in complaints) == 1
    assert "1 of 5 files read" in done.stdout
    assert out.read_bytes().count(b"\n") == 1


def test_each_file_has_its_line_in_the_order_of_the_folder(whole: bytes) -> None:
    names = [json.loads(line)["document"]["name"] for line in whole.splitlines()]
    inside = sorted(n for n in range(FILES) if n % 5 == 0)
    beside = sorted(n for n in range(FILES) if n % 5)
    assert names == [f"{n:03}.txt" for n in (*beside, *inside)]


def test_a_line_that_was_written_and_not_entered_is_written_once(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    with Journal(out, "v1") as journal:
        journal.add("a", b"one\n")
        journal.add("b", b"two\n")
    with out.open("ab") as file:
        file.write(b"three, but the journal does not kn")
    with Journal(out, "v1") as journal:
        assert journal.done == {"a", "b"}
        journal.add("c", b"three\n")
        journal.finish()
    assert out.read_bytes() == b"one\ntwo\nthree\n"


@pytest.mark.parametrize("torn", range(1, 40, 3))
def test_an_entry_that_is_torn_counts_as_none(tmp_path: Path, torn: int) -> None:
    out = tmp_path / "out.jsonl"
    with Journal(out, "v1") as journal:
        for name in "abc":
            journal.add(name, name.encode() * 5 + b"\n")
    entries = tmp_path / "out.jsonl.journal"
    entries.write_bytes(entries.read_bytes()[:-torn])
    with Journal(out, "v1") as journal:
        for name in "abc":
            if name not in journal.done:
                journal.add(name, name.encode() * 5 + b"\n")
        journal.finish()
    assert out.read_bytes() == b"aaaaa\nbbbbb\nccccc\n"


@pytest.mark.parametrize("kept", [b"", b"on", b"one\n", b"one\nt\0\0\0", b"one\ntwo\n"])
def test_an_entry_whose_line_the_disk_lost_counts_as_none(tmp_path: Path, kept: bytes) -> None:
    out = tmp_path / "out.jsonl"
    told = {"a": b"one\n", "b": b"two\n", "c": b"three\n"}
    with Journal(out, "v1") as journal:
        for name in "ab":
            journal.add(name, told[name])
    out.write_bytes(kept)
    with Journal(out, "v1") as journal:
        assert len(journal.done) == kept.count(b"\n")
        for name in sorted(told.keys() - journal.done):
            journal.add(name, told[name])
        journal.finish()
    assert out.read_bytes() == b"one\ntwo\nthree\n"


def test_an_output_that_is_finished_is_not_written_over(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_bytes(b"mine\n")
    with pytest.raises(InputError, match="there already"), Journal(out, "v1"):
        pass
    assert out.read_bytes() == b"mine\n"


def test_an_output_holds_the_lines_of_one_reader_alone(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    with Journal(out, "v1") as journal:
        journal.add("a", b"one\n")
    with pytest.raises(InputError, match="another version of the reader"), Journal(out, "v2"):
        pass
    assert out.read_bytes() == b"one\n"


def test_two_processes_do_not_write_one_output(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    with (
        Journal(out, "v1"),
        pytest.raises(InputError, match="another process"),
        Journal(out, "v1"),
    ):
        pass
