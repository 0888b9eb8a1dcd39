"""What tests of several packages share: the registry, and documents made of a text."""

from collections.abc import Callable

import pytest
from hypothesis import settings

from tracktwo.actors.registry import Registry, default_registry
from tracktwo.documents.document import Document, Original, text_hash

settings.register_profile("house", deadline=None)  # nothing here waits for a clock
settings.load_profile("house")


@pytest.fixture(scope="session")
def registry() -> Registry:
    """Give the registry that ships with the program."""
    return default_registry()


@pytest.fixture(scope="session")
def document() -> Callable[..., Document]:
    """Give what makes a document of a text, as if it had arrived so."""

    def make(text: str, *, name: str = "page.txt", date: str = "", language: str = "") -> Document:
        digest = text_hash(text)
        original = Original(digest, "text/plain", text)
        return Document(name, text, digest, original, date=date, language=language)

    return make
