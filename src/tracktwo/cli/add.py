"""``tracktwo add``: sources into a case."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit

import typer

from tracktwo.cli.asking import (
    Address,
    ModelName,
    ReaderName,
    Readers,
    Seconds,
    asked_model,
    by_model,
)
from tracktwo.cli.atomic import write_whole
from tracktwo.cli.casefolder import CaseFolder, case_folder
from tracktwo.cli.guard import BAD_INPUT, DONE, complain
from tracktwo.cli.intake import is_address
from tracktwo.errors import DocumentError

if TYPE_CHECKING:
    from tracktwo.documents.document import Document
    from tracktwo.dossier.dossier import Dossier
    from tracktwo.reading.llm.reader import Model

SUFFIX = {
    "text/html": ".html",
    "text/markdown": ".md",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
}


def add(  # noqa: PLR0913 - each is an argument or option of the command
    case: Annotated[Path, typer.Argument(metavar="CASE", help="A case folder.")],
    inputs: Annotated[
        list[str], typer.Argument(metavar="PATH…", help="Files, folders, or addresses.")
    ],
    *,
    readers: Readers = None,
    llm_address: Address = "",
    llm_model: ModelName = "",
    llm_seconds: Seconds = 120,
) -> int:
    """Put sources into a case.

    Copies documents into sources/ and reads them; what is there already is not added twice.
    What cannot be read is said on stderr and not copied; the rest is still added. With --reader
    llm, a language model reads them too, beside the rules: its address is asked.
    """
    from tracktwo.casemodel.files import load_case
    from tracktwo.cli.refresh import refresh
    from tracktwo.dossier.dossier import Dossier

    folder = case_folder(case)
    loaded = load_case(folder.file)
    model = None
    if readers and ReaderName.LLM in readers:
        model = asked_model(llm_address, llm_model, llm_seconds)
    refused = 0
    for arrived in contents(inputs):
        if isinstance(arrived, DocumentError):
            complain(str(arrived))
            refused += 1
        else:
            print(keep(folder, *arrived))
    with Dossier.open(folder.dossier) as dossier:
        now = refresh(folder, loaded, dossier)
        print(f"{len(now.new)} read, {len(now.documents)} sources in the case")
        whole = model is None or ask_about(model, now.documents, dossier)
    return DONE if whole and not refused and not now.refused else BAD_INPUT


def ask_about(model: "Model", documents: "Iterable[Document]", dossier: "Dossier") -> bool:
    """Let a model read what it has not read yet, or not to the end; tell whether it did.

    Each document is stored as soon as it is read.
    """
    from tracktwo.reading.llm.tally import is_whole

    done = {each.document for each in dossier.readings(model.reader) if is_whole(each.notes)}
    reading_of, readings = by_model(model), []
    for document in documents:
        if document.sha256 not in done:
            readings.append(reading_of(document))
            dossier.add(document, readings[-1])
    print(f"{len(readings)} read by {model.reader}")
    return all(is_whole(each.notes) for each in readings)


def contents(inputs: Iterable[str]) -> Iterator[tuple[str, bytes] | DocumentError]:
    """Give the name and the bytes of each document that is named and can be read."""
    from tracktwo.documents.fetch import download
    from tracktwo.documents.folder import find_files
    from tracktwo.documents.load import load, load_bytes

    for name in inputs:
        for found in [name] if is_address(name) else find_files([Path(name)]):
            try:
                if isinstance(found, str):
                    data, declared = download(found)
                    kind = load_bytes(data, found, declared).original.media_type
                    yield file_name(found, kind), data
                elif isinstance(found, Path):
                    load(found)
                    yield found.name, found.read_bytes()
                else:
                    yield found
            except DocumentError as error:
                yield error


def keep(folder: CaseFolder, name: str, data: bytes) -> str:
    """Put a document into the sources, unless its bytes are there; give the line that says so.

    A file of the same name with other bytes stays; the new one gets a number.
    """
    mark = hashlib.sha256(data).digest()
    for path in folder.source_files():
        if hashlib.sha256(path.read_bytes()).digest() == mark:
            return f"{name}: there already, as {path.relative_to(folder.root)}"
    target, number = folder.sources / name, 2
    while target.exists():
        target = folder.sources / f"{Path(name).stem}-{number}{Path(name).suffix}"
        number += 1
    write_whole(target, data)
    return f"{name}: added as {target.relative_to(folder.root)}"


def file_name(address: str, media_type: str) -> str:
    """Give the name under which a document from an address is kept.

    >>> file_name("https://example.org/news/talks-stall?id=7", "text/html")
    'example.org-news-talks-stall-id-7.html'
    """
    parts = urlsplit(address)
    words = re.sub(r"[^\w.]+", "-", f"{parts.netloc}{parts.path}-{parts.query}").strip("-.")
    suffix = SUFFIX.get(media_type, ".docx")
    return words[:120] + ("" if words.endswith(suffix) else suffix)
