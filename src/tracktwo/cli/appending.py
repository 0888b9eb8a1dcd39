"""How is a line added to a file so that nothing is lost? Under a lock, whole or not at all."""

import os
from collections.abc import Callable
from pathlib import Path

from tracktwo.errors import InputError


def append_whole(path: Path, more: Callable[[str], str]) -> str:
    """Add lines to a file that only grows.

    Whoever adds at the same moment waits, so that `more` sees all lines there are. What it adds
    reaches the disk; where that fails, the file is cut back to what it was.

    Parameters
    ----------
    path : Path
        The file; made if it is not there.
    more : callable
        From the text that is there to the lines to add, whole ones. What it raises goes through,
        and nothing is written.

    Returns
    -------
    str
        The whole text now.

    Raises
    ------
    InputError
        If the file is not UTF-8.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o666)
    with os.fdopen(handle, "rb+", buffering=0) as file:
        _lock(handle)
        content = file.read()
        try:
            before = content.decode("utf-8")
            added = more(before)
        except UnicodeDecodeError as error:
            raise InputError(f"{path}: byte {error.start} is not UTF-8") from None
        except InputError:
            if not content:
                path.unlink(missing_ok=True)
            raise
        try:
            file.write(added.encode("utf-8"))
            os.fsync(handle)
        except OSError:
            os.ftruncate(handle, len(content))
            raise
    return before + added


def _lock(handle: int) -> None:
    """Wait until nobody else adds; where the system knows no such lock, go on without."""
    try:
        import fcntl
    except ImportError:  # pragma: no cover - Windows
        return
    fcntl.flock(handle, fcntl.LOCK_EX)
