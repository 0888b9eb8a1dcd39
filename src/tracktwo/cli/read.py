"""``tracktwo read``: what documents say, as a table or as JSON."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

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
from tracktwo.cli.guard import BAD_INPUT, DONE
from tracktwo.cli.intake import named, readable
from tracktwo.cli.printing import print_json, print_table
from tracktwo.cli.progress import watched
from tracktwo.errors import EmptyDocumentError, InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tracktwo.documents.document import Document
    from tracktwo.errors import DocumentError
    from tracktwo.reading.reading import Reading
    from tracktwo.reading.statement import Statement


def read(  # noqa: PLR0913 - each is an argument or option of the command
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH…", help="Files, folders, addresses, or - for standard input."),
    ],
    *,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object per document, each on a line.")
    ] = False,
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Read files and folders into this file, a line of JSON each; run again after it "
            "was ended, it goes on where it was.",
        ),
    ] = None,
    workers: Annotated[
        str, typer.Option(metavar="N", help="Processes, with --out; all cores if not given.")
    ] = "",
    readers: Readers = None,
    llm_address: Address = "",
    llm_model: ModelName = "",
    llm_seconds: Seconds = 120,
) -> int:
    """Show what documents say.

    Who demands, offers, rejects or claims what, of whom, when and how firmly. What cannot be
    read is said on stderr; the rest is still read. With --reader llm, a language model reads:
    its address is asked, and only what it quotes word for word is shown.
    """
    if out is not None:
        from tracktwo.cli.read_many import read_many

        if readers and readers != [ReaderName.RULES]:
            raise InputError("--out reads by rules alone; leave --reader out")
        return DONE if read_many(paths, out, workers) else BAD_INPUT
    from tracktwo.reading.export import as_json as exported
    from tracktwo.reading.llm.tally import is_whole

    by = list(reading_by(readers or [ReaderName.RULES], llm_address, llm_model, llm_seconds))
    refused: list[DocumentError] = []
    read_any, whole = False, True
    for document in watched(readable(named(paths), refused), "reading"):
        read_any = True
        for read_document in by:
            reading = read_document(document)
            whole = whole and is_whole(reading.notes)
            if as_json:
                print_json(exported(document, reading))
            else:
                print_reading(document, reading)
    if not read_any and not refused:
        raise EmptyDocumentError(f"{', '.join(paths)}: no file in there; name a file, or add some")
    return DONE if whole and not refused else BAD_INPUT


def reading_by(
    readers: "Iterable[ReaderName]", address: str, model: str, seconds: float
) -> "Iterable[Callable[[Document], Reading]]":
    """Give what reads a document for each reader that is named, each once, in their order."""
    from tracktwo.actors.registry import default_registry
    from tracktwo.reading.rules import read as by_rules

    registry = default_registry()
    for name in dict.fromkeys(readers):
        if name is ReaderName.RULES:
            yield lambda document: by_rules(document, registry)
        else:
            yield by_model(asked_model(address, model, seconds))


def print_reading(document: "Document", reading: "Reading") -> None:
    """Print the statements of a reading as a table."""
    rows = [statement_row(each) for each in reading.statements if each.core]
    background = len(reading.statements) - len(rows)
    by = "" if reading.reader == "rules" else f" by {reading.reader}"
    title = f"{document.name}: {len(rows)} statements{by}"
    if background:
        title += f", and {background} of the author's own background"
    print_table(title, ("id", "who", "act", "words"), rows)
    for note in reading.notes:
        print(f"note: {note}")
    print()


def statement_row(statement: "Statement") -> tuple[str, str, str, str]:
    """Give a statement as the cells of a row, each of a few short lines."""
    chain = statement.chain
    who = [statement.speaker.name if statement.speaker else chain[0] if chain else "author"]
    who += [f"→ {name}" for name in statement.addressees]
    act = [("not " if statement.negated else "") + statement.act]
    act += [statement.firmness.replace("_", " "), statement.date]
    words = " ".join(statement.quote.split())
    return statement.id, "\n".join(who), "\n".join(filter(None, act)), words
