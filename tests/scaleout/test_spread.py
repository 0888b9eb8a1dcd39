"""The same results on one process, on two, and on a cluster of which a worker is killed."""

import functools
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from tests.analyses.outlook.test_compromise import EMISSIONS
from tests.analyses.outlook.test_multiverse import spread as with_range

from tracktwo.analyses.outlook.draws import drawn
from tracktwo.analyses.outlook.multiverse import forecasts
from tracktwo.analyses.outlook.ranges import Ranges
from tracktwo.errors import InputError, ScaleoutError
from tracktwo.scaleout.spread import Map, spread

RANGES = with_range([(c, s, 10.0 * x) for c, s, x in EMISSIONS])
CHUNKS = 12


def forecast_of(ranges: Ranges, chunk: int) -> bytes:
    """Draw a chunk, forecast each draw, give the bytes."""
    return forecasts(drawn(ranges, 5, chunk), ("pce", None)).tobytes()


def marked(folder: str, chunk: int) -> bytes:
    """Do the same, slowly enough to be killed, and leave a mark of which process did it."""
    started = Path(folder) / f"{chunk}.{os.getpid()}"
    started.touch()
    time.sleep(0.2)
    return forecast_of(RANGES, chunk)


def bytes_over(over: Map) -> bytes:
    """Give all chunks' bytes, in order."""
    return b"".join(over(functools.partial(forecast_of, RANGES), range(CHUNKS)))


@pytest.fixture(scope="module")
def alone() -> bytes:
    """What one process gives."""
    with spread() as over:
        return bytes_over(over)


def test_one_process_gives_what_no_map_gives(alone: bytes) -> None:
    assert alone == b"".join(forecast_of(RANGES, chunk) for chunk in range(CHUNKS))
    assert len(np.frombuffer(alone)) == CHUNKS * 1024


@pytest.mark.parametrize("where", ["2", "threads:2"])
def test_two_workers_give_the_same_bytes(where: str, alone: bytes) -> None:
    with spread(where) as over:
        assert bytes_over(over) == alone


def test_items_are_taken_as_there_are_workers_for_them() -> None:
    taken = []

    def items() -> Iterator[int]:
        for number in range(1000):
            taken.append(number)
            yield number

    with spread("threads:2") as over:
        results = iter(over(abs, items()))
        assert [next(results) for _ in range(5)] == [0, 1, 2, 3, 4]
        assert len(taken) < 50


def test_an_error_of_a_task_is_the_error_of_the_map() -> None:
    with spread("2") as over, pytest.raises(ValueError, match="invalid literal"):
        list(over(int, ["1", "two", "3"]))


def test_a_worker_process_that_is_killed_is_said_so() -> None:
    with pytest.raises(ScaleoutError, match="one of 2 worker processes ended"), spread("2") as over:
        list(over(os._exit, [1]))


@pytest.mark.parametrize("where", ["0", "two", "threads:", "threads:0", "udp://x:1", ""])
def test_what_names_no_workers_is_refused(where: str) -> None:
    with pytest.raises(InputError, match="names no workers"):
        spread(where)


def test_a_scheduler_that_does_not_answer_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracktwo.scaleout.spread._PATIENCE", 1)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{taken.getsockname()[1]}"
        with pytest.raises(ScaleoutError, match="no Dask scheduler answers"), spread(address):
            pass


class Cluster:
    """A scheduler and two workers, each a process of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
            "DASK_DISTRIBUTED__ADMIN__SYSTEM_MONITOR__GIL__ENABLED": "false",
        }
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.address = f"tcp://127.0.0.1:{port}"
        self.processes = [
            self.start("dask_scheduler", "--host", "127.0.0.1", "--port", str(port)),
        ]
        self.workers = [self.worker(name) for name in ("one", "two")]

    def start(self, command: str, *options: str) -> "subprocess.Popen[bytes]":
        """Start a part of Dask."""
        return subprocess.Popen(  # noqa: S603 - our own interpreter, our own words
            [sys.executable, "-m", f"distributed.cli.{command}", *options, "--no-dashboard"],
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def worker(self, name: str) -> "subprocess.Popen[bytes]":
        """Start a worker with one thread, that nobody would start again."""
        process = self.start(
            "dask_worker", self.address, "--name", name, "--nthreads", "1", "--no-nanny",
            "--host", "127.0.0.1", "--local-directory", str(self.folder),
        )  # fmt: skip
        self.processes.append(process)
        return process

    def stop(self) -> None:
        """End all of it."""
        for process in self.processes:
            process.kill()
            process.wait()


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A real cluster on this machine."""
    pytest.importorskip("distributed")
    running = Cluster(tmp_path_factory.mktemp("cluster"))
    yield running
    running.stop()


def test_a_cluster_gives_the_same_bytes(cluster: Cluster, alone: bytes) -> None:
    with spread(cluster.address) as over:
        assert bytes_over(over) == alone


def test_a_worker_killed_midway_loses_nothing_and_gives_nothing_twice(
    cluster: Cluster, alone: bytes, tmp_path: Path
) -> None:
    def kill_when_busy() -> None:
        victim = cluster.workers[0]
        while not any(path.suffix == f".{victim.pid}" for path in tmp_path.iterdir()):
            time.sleep(0.01)
        victim.send_signal(signal.SIGKILL)

    killer = threading.Thread(target=kill_when_busy, daemon=True)
    with spread(cluster.address) as over:
        killer.start()
        results = list(over(functools.partial(marked, str(tmp_path)), range(CHUNKS)))
        killer.join(timeout=60)
    assert cluster.workers[0].wait(timeout=60) == -signal.SIGKILL
    assert b"".join(results) == alone
    done_by = {path.suffix for path in tmp_path.iterdir()}
    assert done_by == {f".{worker.pid}" for worker in cluster.workers}
