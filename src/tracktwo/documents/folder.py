"""Which documents are in these files and folders?"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from tracktwo.documents.document import Document
from tracktwo.documents.load import load
from tracktwo.documents.refusal import refusal
from tracktwo.errors import DocumentError


def load_all(paths: Iterable[Path]) -> Iterator[Document | DocumentError]:
    """Read files and folders, one document or one error each.

    An error never stops the rest: it is given in the place of the document. Files are read one
    at a time, as they are asked for, in the order of `find_files`.

    Parameters
    ----------
    paths : iterable of Path
        Files and folders.

    Yields
    ------
    Document or DocumentError
        For each file found, and for each thing in a folder that is none.
    """
    for found in find_files(paths):
        if isinstance(found, DocumentError):
            yield found
            continue
        try:
            yield load(found)
        except DocumentError as error:
            yield error


def find_files(paths: Iterable[Path]) -> Iterator[Path | DocumentError]:
    """Find the files to read: those that are named, and those in the folders that are named.

    Folders are searched to their depth, by name, files and folders mixed; the paths themselves
    keep their order. A hidden file or folder (its name begins with a dot) and a link to a folder
    are given as errors unless they are named themselves, and so is a folder that may not be
    opened. A named path is given as it is, whether it exists or not: reading it will tell.

    Parameters
    ----------
    paths : iterable of Path
        Files and folders.

    Yields
    ------
    Path or DocumentError
        In the same order on every machine.
    """
    for path in paths:
        if _is_folder(path):
            yield from _within(path)
        else:
            yield path


def _within(folder: Path) -> Iterator[Path | DocumentError]:
    try:
        paths = sorted(folder.iterdir())
    except OSError as error:
        yield _left_out(folder, f"a folder that cannot be opened ({error.strerror})", "a folder")
        return
    for path in paths:
        if path.name.startswith("."):
            yield _left_out(path, "a hidden file or folder", "a file that is not hidden")
        elif _is_folder(path) and path.is_symlink():
            yield _left_out(path, "a link to a folder", "a file or folder")
        elif _is_folder(path):
            yield from _within(path)
        else:
            yield path


def _is_folder(path: Path) -> bool:
    """Tell whether a path leads to a folder; one that may not be asked about is none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _left_out(path: Path, arrived: str, needed: str) -> DocumentError:
    name = os.fsencode(path).decode("utf-8", "replace")
    return refusal(DocumentError, name, arrived, needed, "name it by itself if it is to be read")
