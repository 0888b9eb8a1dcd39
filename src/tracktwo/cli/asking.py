"""Which readers read, and whom does the language model's reader ask?

The address and the model come from options or the environment; the key from the environment
alone, so that it stands in no shell history. It is never shown and never stored.
"""

import os
import sys
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit

import typer

from tracktwo.cli.guard import complain
from tracktwo.errors import EndpointError, ReaderError

if TYPE_CHECKING:
    from tracktwo.documents.document import Document
    from tracktwo.reading.llm.reader import Model
    from tracktwo.reading.reading import Reading

KEY = "TRACKTWO_LLM_KEY"
LOOPBACK = ("127.0.0.1", "::1", "localhost")


class ReaderName(StrEnum):
    """The readers that there are."""

    RULES = "rules"
    LLM = "llm"


Readers = Annotated[
    list[ReaderName] | None,
    typer.Option(
        "--reader",
        metavar="rules|llm",
        help="Who reads: rules if not given; may be repeated, for readings side by side.",
    ),
]
Address = Annotated[
    str,
    typer.Option(
        "--llm-address",
        metavar="URL",
        envvar="TRACKTWO_LLM_ADDRESS",
        help="Of an OpenAI-compatible server, for --reader llm.",
    ),
]
ModelName = Annotated[
    str,
    typer.Option(
        "--llm-model", metavar="NAME", envvar="TRACKTWO_LLM_MODEL", help="The model it is to use."
    ),
]
Seconds = Annotated[
    float, typer.Option("--llm-seconds", min=1, metavar="N", help="Time for one answer.")
]


def asked_model(address: str, name: str, seconds: float) -> "Model":
    """Give the model that the user named, and say on stderr who will be asked.

    Raises
    ------
    EndpointError
        If no address or no model is named, or the address is none.
    ReaderError
        If what the reader needs is not installed.
    """
    if not address:
        raise EndpointError(
            "--reader llm needs the address of a model; name it with --llm-address or "
            "TRACKTWO_LLM_ADDRESS, such as http://127.0.0.1:8080/v1"
        )
    try:
        from tracktwo.reading.llm.endpoint import Endpoint
    except ImportError as error:
        raise ReaderError(
            f"--reader llm needs the package {error.name}; install it with: "
            'pip install "tracktwo[llm]"'
        ) from error
    from tracktwo.reading.llm.reader import Model

    endpoint = Endpoint(address, name, os.environ.get(KEY, ""), seconds)
    complain(_announced(endpoint.url, name, keyed=bool(endpoint.key)))
    return Model(name, endpoint.ask)


def _announced(url: str, name: str, *, keyed: bool) -> str:
    """Say who is asked, what goes there, and whether others can read it on the way.

    >>> print(_announced("http://10.0.0.7/v1/chat/completions", "m", keyed=True))
    ASKING http://10.0.0.7/v1/chat/completions, model m: the text of every document goes there
      the way there is not encrypted, and the key in TRACKTWO_LLM_KEY travels on it
    """
    said = f"ASKING {url}, model {name}: the text of every document goes there"
    parts = urlsplit(url)
    if parts.scheme == "http" and parts.hostname not in LOOPBACK:
        said += "\n  the way there is not encrypted"
        said += f", and the key in {KEY} travels on it" if keyed else ""
    return said


def by_model(model: "Model") -> "Callable[[Document], Reading]":
    """Give what reads a document by a model; it shows how far it is, and tells what failed."""
    from tracktwo.actors.registry import default_registry
    from tracktwo.cli.progress import watched
    from tracktwo.reading.llm.reader import read

    registry = default_registry()

    def reading_of(document: "Document") -> "Reading":
        reading = read(
            document,
            model,
            registry,
            lambda asked: watched(asked, f"asking about {document.name}", len(asked)),
        )
        told(document, reading.notes)
        return reading

    return reading_of


def told(document: "Document", notes: Iterable[str]) -> None:
    """Say on stderr what a model's reading could not do."""
    for note in notes:
        complain(f"{document.name}: {note}")
    sys.stderr.flush()
