"""``tracktwo read --out``: many files into one, over all cores, and on from where it was."""

import os
import threading
from collections.abc import Iterator, Sequence
from functools import cache
from multiprocessing import parent_process
from multiprocessing.connection import wait
from pathlib import Path
from typing import TYPE_CHECKING

from tracktwo.cli.guard import complain
from tracktwo.cli.journal import Journal
from tracktwo.cli.printing import json_line
from tracktwo.cli.progress import watched
from tracktwo.errors import DocumentError, EmptyDocumentError, InputError

if TYPE_CHECKING:
    from tracktwo.actors.registry import Registry


def read_many(paths: Sequence[str], out: Path, workers: str = "") -> bool:
    """Read files and folders into a file of JSON lines, in the order of `find_files`.

    Each line is what ``tracktwo read --json`` prints for the file. Run again after it was ended,
    it goes on where it was. Memory does not grow with the number of files.

    Parameters
    ----------
    paths : sequence of str
        Files and folders.
    out : Path
        The file to write; beside it stands its journal until all is done.
    workers : str
        As `tracktwo.scaleout.spread.spread` takes it; "" for a process on each core.

    Returns
    -------
    bool
        Whether every file could be read; each that could not is said on stderr.

    Raises
    ------
    InputError
        As `Journal`, and if standard input or an address is named.
    ScaleoutError
        If a process is ended from outside; what was written stays, and a second run goes on.
    """
    from tracktwo.cli.reader_mark import reading_mark
    from tracktwo.scaleout.spread import spread

    whole, files = True, _files(paths)
    with Journal(out, reading_mark()) as journal:
        for error in (each for each in files if isinstance(each, DocumentError)):
            complain(str(error))
            whole = False
        named = [each for each in files if isinstance(each, Path)]
        open_ = [each for each in named if _key(each) not in journal.done]
        if len(open_) < len(named):
            complain(f"{out}: goes on; {len(named) - len(open_)} of {len(named)} files are done")
        with spread(workers or str(_cores())) as over:
            for path, line in watched(over(line_of, open_), "reading", len(open_)):
                if isinstance(line, DocumentError):
                    complain(f"{path.parent}{os.sep}{line}")
                    whole = False
                else:
                    journal.add(_key(path), line)
        journal.finish()
    print(f"{len(journal.done)} of {len(named)} files read into {out}")
    return whole


def line_of(path: Path) -> "tuple[Path, bytes | DocumentError]":
    """Read one file, in whatever process: give its line of JSON, or why there is none.

    The parser and the registry are loaded once in each process. What the parser remembers of a
    text is let go when it is read, so that memory stays flat.
    """
    from tracktwo.documents.load import load
    from tracktwo.reading.export import as_json
    from tracktwo.reading.pipeline import pipeline
    from tracktwo.reading.rules import read

    _end_with_parent()
    try:
        document = load(path)
    except DocumentError as error:
        return path, error
    with pipeline().memory_zone():
        return path, json_line(as_json(document, read(document, _registry())))


@cache
def _registry() -> "Registry":
    from tracktwo.actors.registry import default_registry

    return default_registry()


@cache
def _end_with_parent() -> None:
    """End this worker when the program that started it ends, even by a signal it cannot catch."""
    parent = parent_process()
    if parent is not None:
        sentinel = parent.sentinel

        def watch() -> None:
            wait([sentinel])
            os._exit(1)

        threading.Thread(target=watch, daemon=True).start()


def _files(paths: Sequence[str]) -> list[Path | DocumentError]:
    from tracktwo.cli.intake import is_address
    from tracktwo.documents.folder import find_files

    if odd := [name for name in paths if name == "-" or is_address(name)]:
        raise InputError(f"--out takes files and folders; {odd[0]} is neither: save it to a file")
    found = list(_once(find_files([Path(name) for name in paths])))
    if not found:
        raise EmptyDocumentError(f"{', '.join(paths)}: no file in there; name a file, or add some")
    return found


def _once(found: Iterator[Path | DocumentError]) -> Iterator[Path | DocumentError]:
    """Pass each file on once, however often it is named."""
    seen: set[str] = set()
    for each in found:
        key = _key(each) if isinstance(each, Path) else str(each)
        if key not in seen:
            seen.add(key)
            yield each


def _key(path: Path) -> str:
    return str(path.absolute())


def _cores() -> int:
    """Count the cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
