"""Runs the examples in README and docs: Python sessions, and console sessions with their output.

In a ``console`` block a line that starts with ``$ `` is a command, and the lines after it are what
it prints (``...`` stands for anything). ``tracktwo`` runs in this process, since its language
pipeline takes seconds to load; anything else is a shell command. A block with a title, such as
``toml title="lakes/case.toml"``, is written to that file. Blocks of one page share one folder,
which holds nothing but ``cases/`` and ``catalog/`` at first, as a fresh clone does.
"""

import doctest
import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sybil import Document, Example, Region, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser, SkipParser
from typer.testing import CliRunner

from tracktwo.cli.main import app

ROOT = Path(__file__).parent
MADE = shutil.ignore_patterns("dossier.sqlite*", "brief")
LIKE = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


class ConsoleParser(CodeBlockParser):
    """Runs the commands of a console block and compares what they print."""

    language = "console"

    def evaluate(self, example: Example) -> str | None:
        """Run each command; give what differs, None where nothing does."""
        for command, wanted in sessions(example.parsed):
            got = run(command)
            if not doctest.OutputChecker().check_output(wanted, got, LIKE):
                return f"$ {command}\nwas to print:\n{wanted}\nprinted:\n{got}"
        return None


class FileParser(CodeBlockParser):
    """Writes a block with a title to the file of that name."""

    language = "any"

    def __call__(self, document: Document) -> Iterator[Region]:
        """Find the blocks whose first line gives a title."""
        for region in self.lexers(document):
            title = re.fullmatch(r'\w+ title="(.+)"', region.lexemes["arguments"])
            if title:
                region.parsed = title[1], str(region.lexemes["source"])
                region.evaluator = self.evaluate
                yield region

    def evaluate(self, example: Example) -> None:
        """Write the file."""
        name, text = example.parsed
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")


def sessions(block: str) -> Iterator[tuple[str, str]]:
    """Give each command of a block with the output that the page shows."""
    for part in ("\n" + block.strip("\n")).split("\n$ ")[1:]:
        command, _, output = part.partition("\n")
        yield command, output.rstrip("\n") + "\n" if output.strip() else ""


def run(command: str) -> str:
    """Run one line, and give all that it prints."""
    words = shlex.split(command, comments=True)
    if words[0] != "tracktwo":
        shell = ["/bin/sh", "-c", command]
        done = subprocess.run(shell, capture_output=True, text=True, check=False)  # noqa: S603 - the pages are ours
        return done.stdout + done.stderr
    stdin = Path(words[-1]).read_bytes() if words[-2:-1] == ["<"] else None
    arguments = words[1:-2] if stdin is not None else words[1:]
    return CliRunner().invoke(app, arguments, input=stdin).output


def enter(namespace: dict[str, Any]) -> None:
    """Give a page a folder of its own with the example cases in it, and go there."""
    folder = TemporaryDirectory()
    namespace["folder"], namespace["before"] = folder, Path.cwd()
    for name in ("cases", "catalog"):
        shutil.copytree(ROOT / name, Path(folder.name) / name, ignore=MADE)
    os.chdir(folder.name)
    os.environ["COLUMNS"] = "80"


def leave(namespace: dict[str, Any]) -> None:
    """Go back, and remove the folder."""
    os.chdir(namespace["before"])
    namespace["folder"].cleanup()


pytest_collect_file = Sybil(
    parsers=[
        ConsoleParser(),
        FileParser(),
        PythonCodeBlockParser(doctest_optionflags=LIKE),
        SkipParser(),
    ],
    patterns=["README.md", "docs/**/*.md"],
    setup=enter,
    teardown=leave,
).pytest()
