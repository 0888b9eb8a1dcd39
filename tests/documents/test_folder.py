"""Folders: one document or one error for each file, in the same order everywhere."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tracktwo.documents.document import Document
from tracktwo.documents.folder import find_files, load_all
from tracktwo.errors import BinaryDocumentError, DocumentError, EmptyDocumentError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with good files, bad files and files in folders."""
    (tmp_path / "b.txt").write_text("second")
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "deep.md").write_text("# first")
    (tmp_path / "c.txt").write_bytes(b"")
    (tmp_path / "d.png").write_bytes(b"\x89PNG" + bytes(99))
    (tmp_path / ".hidden").write_text("x")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").write_text("x")
    (tmp_path / "e").symlink_to(tmp_path / "a")
    (tmp_path / "f.txt").symlink_to(tmp_path / "gone")
    (tmp_path / "z.txt").write_text("last")
    return tmp_path


def test_each_file_gives_a_document_or_an_error_and_none_stops_the_rest(folder: Path) -> None:
    found = list(load_all([folder]))
    read = [each.text for each in found if isinstance(each, Document)]
    assert read == ["first", "second", "last"]
    refused = [
        Path(str(each).split(": ")[0]).name for each in found if isinstance(each, DocumentError)
    ]
    assert refused == [".git", ".hidden", "c.txt", "d.png", "e", "f.txt"]


def test_the_errors_keep_their_classes(folder: Path) -> None:
    classes = {type(each) for each in load_all([folder]) if isinstance(each, DocumentError)}
    assert {EmptyDocumentError, BinaryDocumentError} < classes


def test_files_that_are_named_come_in_the_order_they_are_named(folder: Path) -> None:
    paths = [folder / "z.txt", folder / "a", folder / "b.txt", folder / ".hidden"]
    names = [path.name for path in find_files(paths) if isinstance(path, Path)]
    assert names == ["z.txt", "deep.md", "b.txt", ".hidden"]


def test_a_path_that_is_not_there_is_one_error(tmp_path: Path) -> None:
    [error] = load_all([tmp_path / "gone"])
    assert isinstance(error, DocumentError)
    assert "no such file" in str(error)


def test_files_are_read_one_at_a_time(
    folder: Path, monkeypatch: pytest.MonkeyPatch, make_pdf: Callable[..., bytes]
) -> None:
    (folder / "a" / "deep.pdf").write_bytes(make_pdf(["words"]))
    reading = load_all([folder])
    assert isinstance(next(reading), DocumentError)  # .git
    for path in folder.glob("*.txt"):
        path.unlink()
    rest = [each for each in reading if isinstance(each, Document)]
    assert [each.name for each in rest] == ["deep.md", "deep.pdf"]


def test_two_hundred_files_are_all_read(tmp_path: Path) -> None:
    for number in range(200):
        (tmp_path / f"{number:03}.txt").write_text(f"text {number}")
    texts = [each.text for each in load_all([tmp_path]) if isinstance(each, Document)]
    assert texts == [f"text {number}" for number in range(200)]
