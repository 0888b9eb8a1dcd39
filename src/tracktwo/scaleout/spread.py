"""Where is work done? A map over this process, over threads, processes, or a Dask cluster."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from tracktwo.errors import InputError, ScaleoutError

if TYPE_CHECKING:
    from concurrent.futures import Future

In = TypeVar("In")
Out = TypeVar("Out")
_PATIENCE = 10  # seconds in which a scheduler has to answer
_AHEAD = 4  # tasks handed out beyond what is awaited, for each worker: memory stays flat


class Map(Protocol):
    """What `map` is: a function and items in, its results out, in the order of the items."""

    def __call__(self, function: Callable[[In], Out], items: Iterable[In], /) -> Iterable[Out]:
        """Give the result for each item."""
        ...


def spread(where: str = "1") -> AbstractContextManager[Map]:
    """Give a map over the workers that an address names.

    Results come in the order of the items, each once, wherever and however often a task ran; a
    function that is pure therefore gives the same whatever the workers.

    Parameters
    ----------
    where : str
        "1" for this process; "4" for four processes; "threads:4" for four threads;
        "tcp://host:port" or "tls://…" for the scheduler of a running Dask cluster.

    Returns
    -------
    context manager of `Map`
        Over processes and clusters, the function and the items must be importable or picklable.
        Leaving the context ends local workers, and leaves the cluster as it was.

    Raises
    ------
    InputError
        If `where` is none of these.
    ScaleoutError
        On entering, if Dask is not installed or the cluster does not answer within 10 seconds;
        from the map, if a local worker process dies, or a task has killed four workers of the
        cluster.

    Examples
    --------
    >>> with spread("threads:2") as over:
    ...     list(over(abs, [-3, 2, -1]))
    [3, 2, 1]
    """
    if where.startswith(("tcp://", "tls://")):
        return _cluster(where)
    kind, _, count = where.rpartition(":")
    if kind not in {"", "threads"} or not count.isdecimal() or int(count) < 1:
        raise InputError(
            f'"{where}" names no workers; give a number of processes such as 2, "threads:2", '
            "or a Dask scheduler's address such as tcp://127.0.0.1:8786"
        )
    if count == "1":
        return _here()
    return _threads(int(count)) if kind else _processes(int(count))


@contextmanager
def _here() -> Iterator[Map]:
    yield map


@contextmanager
def _threads(workers: int) -> Iterator[Map]:
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - only where asked for

    with ThreadPoolExecutor(workers) as pool:
        yield lambda function, items: _in_order(pool.submit, workers, function, items)


@contextmanager
def _processes(workers: int) -> Iterator[Map]:
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - only where asked for
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 - the same
    from multiprocessing import get_context  # noqa: PLC0415 - the same

    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        try:
            yield lambda function, items: _in_order(pool.submit, workers, function, items)
        except BrokenProcessPool:
            raise ScaleoutError(
                f"one of {workers} worker processes ended before its work was done: it was "
                "killed, or memory ran out; try again with fewer processes"
            ) from None


def _in_order(
    submit: Callable[..., "Future[Out]"],
    workers: int,
    function: Callable[[In], Out],
    items: Iterable[In],
) -> Iterator[Out]:
    """Hand out a few tasks ahead, and give back the oldest; none is left running on the way out."""
    waiting: deque[Future[Out]] = deque()
    try:
        for item in items:
            waiting.append(submit(function, item))
            if len(waiting) > _AHEAD * workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        for task in waiting:
            task.cancel()


@contextmanager
def _cluster(address: str) -> Iterator[Map]:
    try:
        from distributed import Client  # noqa: PLC0415 - an extra
        from distributed.scheduler import KilledWorker  # noqa: PLC0415 - the same
    except ModuleNotFoundError:
        raise ScaleoutError(
            "work over a cluster needs Dask; install it with: pip install 'tracktwo[cluster]'"
        ) from None
    try:
        client: Any = Client(  # type: ignore[no-untyped-call]  # has no types
            address, timeout=_PATIENCE, set_as_default=False
        )
    except (OSError, TimeoutError) as error:
        raise ScaleoutError(
            f"no Dask scheduler answers at {address} ({type(error).__name__}); start one with "
            "dask scheduler, and workers with dask worker"
        ) from None
    try:
        yield lambda function, items: _over_cluster(client, function, items)
    except KilledWorker as error:
        raise ScaleoutError(
            f"a task at {address} ended four workers that tried it, the last at "
            f"{error.last_worker.address}: it needs more memory than they have"
        ) from None
    finally:
        client.close()


def _over_cluster(
    client: Any,  # noqa: ANN401 - of an optional package
    function: Callable[[In], Out],
    items: Iterable[In],
) -> Iterator[Out]:
    """Send the function once, tasks as there are workers for them."""
    workers = max(1, sum(client.nthreads().values()))
    shared = client.scatter(function, broadcast=True, hash=False)

    def submit(_: Callable[[In], Out], item: In) -> "Future[Out]":
        future: Future[Out] = client.submit(_apply, shared, item, pure=False)
        return future

    return _in_order(submit, workers, function, items)


def _apply(function: Callable[[In], Out], item: In) -> Out:
    return function(item)
