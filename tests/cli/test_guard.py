"""Does every way out have an exit code and a plain line?"""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

import tracktwo
from tracktwo.cli.guard import TRACEBACK, guarded
from tracktwo.cli.main import app
from tracktwo.errors import BriefError, CaseError, EmptyDocumentError, Problem, TracktwoError


def leave(how: Callable[[], int]) -> Result:
    """Run a command of one step behind the guard."""
    door = typer.Typer(pretty_exceptions_enable=False)
    door.command()(guarded(how))
    return CliRunner().invoke(door)


def raising(error: BaseException) -> Callable[[], int]:
    def command() -> int:
        raise error

    return command


@pytest.mark.parametrize("code", [0, 1, 2])
def test_a_command_leaves_with_its_own_code(code: int) -> None:
    assert leave(lambda: code).exit_code == code


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (EmptyDocumentError("a.txt: holds nothing to read"), 2),
        (TracktwoError("no"), 2),
        (BriefError("a sentence breaks the law"), 1),
        (PermissionError(13, "Permission denied", "case.toml"), 2),
        (OSError("no space left"), 2),
        (KeyError("x"), 70),
        (AssertionError(), 70),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else str(value),
)
def test_what_is_raised_becomes_a_line_and_a_code(error: Exception, code: int) -> None:
    result = leave(raising(error))
    assert result.exit_code == code
    assert result.stderr.startswith("tracktwo: ")
    assert "Traceback" not in result.stderr
    assert result.stdout == ""


def test_all_problems_of_a_case_come_at_once() -> None:
    problems = (Problem("parties", "is empty"), Problem("issues.a", "has one option"))
    result = leave(raising(CaseError("case.toml", problems)))
    assert result.stderr.splitlines() == [
        "tracktwo: case.toml: 2 to mend",
        "parties: is empty",
        "issues.a: has one option",
    ]


def test_an_error_of_the_system_names_its_file() -> None:
    result = leave(raising(PermissionError(13, "Permission denied", "case.toml")))
    assert result.stderr == "tracktwo: case.toml: Permission denied\n"


def test_ctrl_c_leaves_with_130() -> None:
    assert leave(raising(KeyboardInterrupt())).exit_code == 130


def test_a_fault_shows_where_it_happened_only_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(TRACEBACK, "1")
    assert isinstance(leave(raising(KeyError("x"))).exception, KeyError)


def test_version_is_the_packages_own() -> None:
    assert CliRunner().invoke(app, ["--version"]).output == f"tracktwo {tracktwo.__version__}\n"


def test_an_unknown_command_is_bad_input() -> None:
    result = CliRunner().invoke(app, ["frobnicate"])
    assert result.exit_code == 2
    assert "frobnicate" in result.stderr


def test_a_reader_of_the_output_who_has_gone_is_no_error(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Darsa demanded a full halt.", encoding="utf-8")
    program = "from tracktwo.cli.main import main; main()"
    with subprocess.Popen(  # noqa: S603 - our own interpreter, our own words
        [sys.executable, "-c", program, "read", str(article), "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()
    assert process.returncode == 141
    assert said == ""


def test_a_name_that_the_terminal_cannot_show_is_escaped(tmp_path: Path) -> None:
    name = tmp_path / "b\udcff.html"
    program = "import sys; from tracktwo.cli.main import main; main()"
    done = subprocess.run(  # noqa: S603 - our own interpreter, our own words
        [sys.executable, "-c", program, "brief", "-", "-o", os.fsencode(name)],
        input=b"Darsa demanded a full halt.",
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert b"\\udcff.html" in done.stdout
