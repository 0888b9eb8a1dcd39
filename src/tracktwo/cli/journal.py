"""Where was a long piece of work when it ended? A journal beside its output tells.

The output holds one line for each file, the journal one entry for each line: which file, and
where the line ends. The line is written first. So whatever moment the work was ended at, the
journal names only lines that are whole, and what stands behind the last of them is taken away
when the work goes on: nothing is lost, and nothing is there twice. A machine that went down may
have kept an entry and not its line; the entries from there on do not count.
"""

import fcntl
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from tracktwo.errors import InputError

_SYNC_EVERY = 200  # lines, after which they are on the disk whatever happens to the machine


class Journal:
    """An output with its journal, open for adding. Use it in a ``with`` block.

    Parameters
    ----------
    out : Path
        The output. Its journal stands beside it, with ``.journal`` behind the name, until the
        work is done.
    maker : str
        By what the lines are made; one output holds lines of one maker.

    Raises
    ------
    InputError
        If the output is there and finished, was begun by another maker, or is being written by
        another process.
    """

    def __init__(self, out: Path, maker: str) -> None:
        self.out = out
        self.done: set[str] = set()
        self._path = out.with_name(out.name + ".journal")
        if out.exists() and not self._path.exists():
            raise InputError(f"{out}: it is there already; remove it, or name another file")
        self._journal = _locked(self._path)
        try:
            self._lines = self._resumed(maker)
        except BaseException:
            self._journal.close()
            raise

    def _resumed(self, maker: str) -> IO[bytes]:
        """Take in what the journal holds, and cut off what was not finished."""
        entries = list(_whole_entries(self._journal))
        end = length = 0
        if entries and entries[0][0].get("maker") != maker:
            raise InputError(
                f"{self.out}: it was begun by another version of the reader; remove it and "
                f"{self._path.name} to begin anew, or name another file"
            )
        lines = self.out.open("r+b" if self.out.exists() else "w+b")
        for entry, length in _with_their_lines(entries, lines):  # noqa: B007 - the last length
            if "file" in entry:
                self.done.add(entry["file"])
                end = entry["end"]
        self._journal.truncate(length)
        self._journal.seek(length)
        if not entries:
            self._enter({"maker": maker})
        lines.truncate(end)
        lines.seek(end)
        return lines

    def add(self, file: str, line: bytes) -> None:
        """Add the line of a file; from now on it is there, and the file is done."""
        self._lines.write(line)
        self._lines.flush()
        self._enter({"file": file, "end": self._lines.tell()})
        self.done.add(file)
        if len(self.done) % _SYNC_EVERY == 0:
            self._sync()

    def finish(self) -> None:
        """Say that the work is done: the output stays, and its journal goes."""
        self._sync()
        self._path.unlink()

    def _enter(self, entry: dict[str, str | int]) -> None:
        self._journal.write(json.dumps(entry).encode() + b"\n")
        self._journal.flush()

    def _sync(self) -> None:
        os.fsync(self._lines.fileno())
        os.fsync(self._journal.fileno())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._lines.close()
        self._journal.close()


def _locked(path: Path) -> IO[bytes]:
    """Open a journal that no other process has open."""
    path.parent.mkdir(parents=True, exist_ok=True)
    journal = path.open("a+b")
    try:
        fcntl.flock(journal, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        journal.close()
        raise InputError(
            f"{path}: another process is writing there; wait for it, or end it"
        ) from None
    return journal


def _whole_entries(journal: IO[bytes]) -> Iterator[tuple[dict[str, Any], int]]:
    """Give the entries up to the first that is not whole, each with where it ends."""
    journal.seek(0)
    end = 0
    for line in journal:
        end += len(line)
        try:
            entry = json.loads(line)
        except ValueError:
            return
        if not line.endswith(b"\n") or not isinstance(entry, dict):
            return
        yield entry, end


def _with_their_lines(
    entries: Iterable[tuple[dict[str, Any], int]], lines: IO[bytes]
) -> Iterator[tuple[dict[str, Any], int]]:
    """Give the entries up to the first whose line the output does not hold to its end."""
    for entry, length in entries:
        if "file" in entry:
            lines.seek(entry["end"] - 1)
            if lines.read(1) != b"\n":
                return
        yield entry, length
