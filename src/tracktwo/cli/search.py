"""``tracktwo search``: find words in a case."""

from pathlib import Path
from typing import Annotated

import typer

from tracktwo.cli.casefolder import case_folder
from tracktwo.cli.guard import DONE
from tracktwo.cli.printing import print_table


def search(
    case: Annotated[Path, typer.Argument(metavar="CASE", help="A case folder.")],
    query: Annotated[
        list[str],
        typer.Argument(metavar="WORDS", help="All of them; within quotation marks, in that order."),
    ],
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="At most so many places.")] = 20,
) -> int:
    """Find words in a case.

    Shows statements and lines of sources that hold all of the words, the best match first.
    """
    from tracktwo.casemodel.files import load_case
    from tracktwo.cli.refresh import refresh
    from tracktwo.dossier.dossier import Dossier

    folder = case_folder(case)
    with Dossier.open(folder.dossier) as dossier:
        now = refresh(folder, load_case(folder.file), dossier)
        documents = {document.sha256: document for document in now.documents}
        hits = dossier.search(" ".join(query), limit)
    rows = [
        (hit.statement or "–", documents[hit.document].name,
         " ".join(documents[hit.document].quote(hit.span).split()))
        for hit in hits
        if hit.document in documents
    ]  # fmt: skip
    if rows:
        print_table("", ("id", "source", "words"), rows)
    else:
        print("nothing found: no statement and no line holds all of these words")
    return DONE
