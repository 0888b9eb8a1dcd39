"""``tracktwo read``: what documents say, as a table or as JSON."""

from typing import TYPE_CHECKING, Annotated

import typer

from tracktwo.cli.guard import BAD_INPUT, DONE
from tracktwo.cli.intake import named, readable
from tracktwo.cli.printing import print_json, print_table
from tracktwo.cli.progress import watched
from tracktwo.errors import EmptyDocumentError

if TYPE_CHECKING:
    from tracktwo.documents.document import Document
    from tracktwo.errors import DocumentError
    from tracktwo.reading.reading import Reading
    from tracktwo.reading.statement import Statement


def read(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH…", help="Files, folders, addresses, or - for standard input."),
    ],
    *,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object per document, each on a line.")
    ] = False,
) -> int:
    """Show what documents say.

    Who demands, offers, rejects or claims what, of whom, when and how firmly. What cannot be
    read is said on stderr; the rest is still read.
    """
    from tracktwo.actors.registry import default_registry
    from tracktwo.reading.export import as_json as exported
    from tracktwo.reading.rules import read as read_document

    registry = default_registry()
    refused: list[DocumentError] = []
    read_any = False
    for document in watched(readable(named(paths), refused), "reading"):
        read_any = True
        reading = read_document(document, registry)
        if as_json:
            print_json(exported(document, reading))
        else:
            print_reading(document, reading)
    if not read_any and not refused:
        raise EmptyDocumentError(f"{', '.join(paths)}: no file in there; name a file, or add some")
    return BAD_INPUT if refused else DONE


def print_reading(document: "Document", reading: "Reading") -> None:
    """Print the statements of a reading as a table."""
    rows = [statement_row(each) for each in reading.statements if each.core]
    background = len(reading.statements) - len(rows)
    title = f"{document.name}: {len(rows)} statements"
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
