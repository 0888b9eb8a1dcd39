"""A text's reading, in the forms in which claims about it are short."""

from collections.abc import Callable

import pytest

from tracktwo.actors.registry import Registry
from tracktwo.documents.document import Document
from tracktwo.reading.cast import cast
from tracktwo.reading.layout import blocks
from tracktwo.reading.passages import passages
from tracktwo.reading.pipeline import pipeline
from tracktwo.reading.reading import Reading
from tracktwo.reading.rules import read as read_document
from tracktwo.reading.scene import Scene
from tracktwo.reading.speakers import Speakers
from tracktwo.reading.statement import Statement
from tracktwo.reading.turns import labelled_turns

Read = Callable[..., Reading]


@pytest.fixture(scope="session")
def read(document: Callable[..., Document], registry: Registry) -> Read:
    """Give what reads a text; the parser is loaded once."""
    pipeline()

    def reading(text: str, *, date: str = "", language: str = "") -> Reading:
        return read_document(document(text, date=date, language=language), registry)

    return reading


@pytest.fixture(scope="session")
def acts(read: Read) -> Callable[[str], list[tuple[str, str, str]]]:
    """Give what reads a text as the speaker, act and words of each core statement."""

    def listed(text: str) -> list[tuple[str, str, str]]:
        return [
            (each.speaker.name if each.speaker else "author", each.act, each.quote)
            for each in read(text).statements
            if each.core
        ]

    return listed


@pytest.fixture(scope="session")
def only(read: Read) -> Callable[..., Statement]:
    """Give what reads a text that makes one core statement."""

    def statement(text: str, *, date: str = "") -> Statement:
        found = [each for each in read(text, date=date).statements if each.core]
        assert len(found) == 1, [(each.act, each.quote) for each in found]
        return found[0]

    return statement


@pytest.fixture(scope="session")
def scenes(registry: Registry) -> Callable[[str], list[Scene]]:
    """Give what parses a text into scenes, before any rule reads them."""

    def made(text: str) -> list[Scene]:
        laid = blocks(text)
        found = passages(text, laid, labelled_turns(text, laid))
        speakers = Speakers(cast(found, registry))
        return [Scene(each, speakers) for each in found]

    return made
