"""A process that adds documents to a dossier one by one, and says so when each is kept.

``python adding.py DOSSIER FIRST LAST [LIMIT]`` adds pages FIRST to LAST - 1 and prints the number
of each once `Dossier.add` has returned. With LIMIT no file may grow beyond so many bytes, as on
a full disk.

``python adding.py`` alone takes such arguments line by line from standard input. For each line it
forks a child that does the work, prints "child PID" at its start and "ended 0" at its end, so that
many children can be killed at the price of one start.
"""

import os
import resource
import sys
from pathlib import Path

from tracktwo.documents.document import Document, Original, Span, text_hash
from tracktwo.dossier.dossier import Dossier
from tracktwo.errors import DossierError
from tracktwo.reading.decision import Decision
from tracktwo.reading.reading import Demand, Reading
from tracktwo.reading.statement import Statement, statement_id

STATEMENTS = 12
FILLER = "Norria refused and the talks went on. " * 40


def page(number: int) -> Document:
    """Make a page of several kilobytes, so that a transaction spans many pages of the file."""
    lines = [
        f"Page {number}, line {line}: a ban on missiles. {FILLER}" for line in range(STATEMENTS)
    ]
    text = "\n".join(lines)
    return Document(f"{number:04}.md", text, text_hash(text), Original("", "text/plain", text))


def reading(document: Document) -> Reading:
    """Make a reading in which each line holds one demand."""
    statements = []
    at = 0
    for _ in range(STATEMENTS):
        at = document.text.index("a ban on missiles", at)
        content = (Span(at, at + 17),)
        statements.append(
            Statement(
                id=statement_id(document.sha256, content),
                document=document.sha256,
                content=content,
                quote="a ban on missiles",
                speaker=None,
                chain=("author",),
                act="demand",
                reporting="nominal",
            )
        )
        at += 17
    demands = tuple(Demand(each.id, "Darsa", (), (each.id,)) for each in statements)
    return Reading(document.sha256, "rules", tuple(statements), demands=demands)


def add(dossier: Dossier, number: int) -> None:
    """Add one page with a decision on its first statement, and say when each is kept."""
    document = page(number)
    found = reading(document)
    if dossier.add(document, found):
        print(f"page {number}\n", end="", flush=True)  # noqa: T201 - the parent listens
    decision = Decision(found.statements[0].id, "accept", f"p{number}", "2025-01-31")
    if decision not in dossier.decisions():
        dossier.decide(decision)
        print(f"decision {number}\n", end="", flush=True)  # noqa: T201 - the parent listens


def main(path: str, first: str, last: str, limit: str = "") -> None:
    """Add the pages asked for; end with the error's message when one is refused."""
    if limit:
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), int(limit)))
    try:
        with Dossier.open(Path(path)) as dossier:
            for number in range(int(first), int(last)):
                add(dossier, number)
    except DossierError as error:
        sys.exit(str(error))


def serve() -> None:
    """Fork a child for each line of arguments, one after the other."""
    for line in sys.stdin:
        child = os.fork()
        if not child:
            main(*line.split())
            os._exit(0)
        print(f"child {child}\n", end="", flush=True)  # noqa: T201 - the parent kills it by this number
        os.waitpid(child, 0)
        print("ended 0\n", end="", flush=True)  # noqa: T201 - the parent waits for it


if __name__ == "__main__":
    main(*sys.argv[1:]) if sys.argv[1:] else serve()
