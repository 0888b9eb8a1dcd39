"""Does the example case become a briefing, and does what a user changed there stay?"""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from tracktwo.cli.demo import copy_missing
from tracktwo.cli.example import example
from tracktwo.errors import InputError

Run = Callable[..., Result]


def test_an_example_becomes_a_page_where_it_says(run: Run) -> None:
    result = run("demo", "--case", "cuban-missiles")
    assert result.exit_code == 0, result.output
    assert "demo/cuban-missiles/brief/index.html" in result.stdout
    assert Path("demo/cuban-missiles/brief/index.html").stat().st_size > 10_000


def test_what_a_user_changed_in_the_copy_stays(tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    copy_missing(example("nile-dam"), copy)
    (copy / "case.toml").write_text("mine", encoding="utf-8")
    assert copy_missing(example("nile-dam"), copy) == [copy / "case.toml"]
    assert (copy / "case.toml").read_text("utf-8") == "mine"


def test_an_unknown_example_lists_those_that_there_are() -> None:
    with pytest.raises(InputError, match="cuban-missiles, nile-dam, ukraine-nato"):
        example("atlantis")
