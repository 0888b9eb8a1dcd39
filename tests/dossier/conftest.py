"""Documents and readings made by hand, so that no language pipeline is needed."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tracktwo.documents.document import Document, Original, Span, text_hash
from tracktwo.dossier.dossier import Dossier
from tracktwo.reading.reading import Demand, Reading
from tracktwo.reading.statement import Speaker, Statement, statement_id

MakeDocument = Callable[..., Document]
MakeReading = Callable[..., Reading]


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an empty dossier once: to copy it is cheaper than to run the migrations."""
    path = tmp_path_factory.mktemp("empty") / "dossier.sqlite"
    Dossier.open(path).close()
    return path


@pytest.fixture
def dossier(empty: Path, tmp_path: Path) -> Iterator[Dossier]:
    """Open an empty dossier."""
    with Dossier.open(Path(shutil.copy(empty, tmp_path / "dossier.sqlite"))) as dossier:
        yield dossier


@pytest.fixture(scope="session")
def make_document() -> MakeDocument:
    """Make a document of a name and a text."""

    def make(name: str, text: str, title: str = "") -> Document:
        original = Original(text_hash("<" + text), "text/plain", "<" + text, "utf-8")
        return Document(name, text, text_hash(text), original, title=title)

    return make


@pytest.fixture(scope="session")
def make_reading() -> MakeReading:
    """Make a reading of a document in which each of some passages is a demand."""

    def make(document: Document, *passages: str, reader: str = "rules") -> Reading:
        statements = tuple(_statement(document, each, reader) for each in passages)
        demands = tuple(
            Demand(f"d:{at}", "Darsa", ("Norria",), (each.id,))
            for at, each in enumerate(statements)
        )
        return Reading(document.sha256, reader, statements, demands=demands)

    return make


def _statement(document: Document, words: str, reader: str) -> Statement:
    start = document.text.index(words)
    content = (Span(start, start + len(words)),)
    return Statement(
        id=statement_id(document.sha256, content),
        document=document.sha256,
        content=content,
        quote=words,
        speaker=Speaker("darsa", "Darsa"),
        chain=("author", "Darsa"),
        act="demand",
        reporting="indirect",
        reader=reader,
    )
