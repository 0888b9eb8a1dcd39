"""Does the example case become a briefing, and does what a user changed there stay?"""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from tracktwo.cli.example import copy_example, example
from tracktwo.errors import InputError

Run = Callable[..., Result]


def test_an_example_becomes_a_page_where_it_says(run: Run) -> None:
    result = run("demo", "--case", "cuban-missiles")
    assert result.exit_code == 0, result.output
    assert "demo/cuban-missiles/brief/index.html" in result.stdout
    assert Path("demo/cuban-missiles/brief/index.html").stat().st_size > 10_000


def small(folder: Path, **files: str) -> Path:
    """Make a folder of small files, in place of what it held."""
    folder.mkdir(exist_ok=True)
    for path in folder.iterdir():
        path.unlink()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def held(folder: Path) -> dict[str, str]:
    """Give the files of a copy."""
    return {path.name: path.read_text("utf-8") for path in folder.iterdir() if path.name[0] != "."}


def test_a_copy_that_nobody_changed_follows_the_example(tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    copy_example(small(tmp_path / "example", case="old", gone="old"), copy)
    assert copy_example(small(tmp_path / "example", case="new", more="new"), copy) == []
    assert held(copy) == {"case": "new", "more": "new"}


def test_what_a_user_changed_in_the_copy_stays(tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    copy_example(small(tmp_path / "example", case="old", gone="old"), copy)
    (copy / "case").write_text("mine", encoding="utf-8")
    (copy / "gone").write_text("mine", encoding="utf-8")
    example_now = small(tmp_path / "example", case="new")
    for _ in range(2):
        assert copy_example(example_now, copy)[0] == copy / "case"
    assert held(copy) == {"case": "mine", "gone": "mine"}


def test_a_file_that_a_user_deleted_comes_back(tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    copy_example(small(tmp_path / "example", case="old"), copy)
    (copy / "case").unlink()
    assert copy_example(tmp_path / "example", copy) == []
    assert held(copy) == {"case": "old"}


def test_an_unknown_example_lists_those_that_there_are() -> None:
    with pytest.raises(InputError, match="cuban-missiles, nile-dam, ukraine-nato"):
        example("atlantis")
