"""By which reader was a reading made? A mark that changes when the reader does."""

import hashlib
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import tracktwo

if TYPE_CHECKING:
    from tracktwo.casemodel.case import Case

_READING = ("documents", "actors", "reading")


def reader_mark(case: "Case") -> str:
    """Give a mark of the program that reads and of the actors that the case adds.

    It covers every file of the packages that make a reading, their parser's version, and the
    case's actors, so that neither a new release nor an edit of the case leaves old readings.
    """
    return _mark(f"{version('spacy')} {case.actors!r}")


def reading_mark() -> str:
    """Give a mark of the program that reads, with the actors that ship with it."""
    return _mark(version("spacy"))


def _mark(beside: str) -> str:
    package = Path(tracktwo.__file__).parent
    files = [path for name in _READING for path in sorted((package / name).rglob("*"))]
    digest = hashlib.sha256(beside.encode())
    for path in files:
        if path.is_file() and path.suffix != ".pyc":
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
