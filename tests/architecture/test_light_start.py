"""Does a small command start without the heavy packages?"""

import subprocess
import sys

import pytest

HEAVY = [
    "spacy",
    "numpy",
    "sqlalchemy",
    "alembic",
    "trafilatura",
    "pypdf",
    "docx",
    "pydantic",
    "lxml",
    "rich",
]


@pytest.fixture(scope="module")
def imported() -> set[str]:
    """Give the modules that the front door imports, in a process of its own."""
    program = "import sys, tracktwo.cli.main; print(*sys.modules)"
    done = subprocess.run(  # noqa: S603 - our own interpreter, our own words
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


@pytest.mark.parametrize("package", HEAVY)
def test_the_front_door_opens_without(package: str, imported: set[str]) -> None:
    assert package not in imported
