"""``tracktwo decide``: accept or reject a statement, or take a decision back."""

from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from tracktwo.cli.casefolder import case_folder
from tracktwo.cli.guard import DONE
from tracktwo.errors import InputError


class Word(StrEnum):
    """What a person can say to a statement."""

    ACCEPT = "accept"
    REJECT = "reject"
    UNDO = "undo"


def decide(
    case: Annotated[Path, typer.Argument(metavar="CASE", help="A case folder.")],
    statement: Annotated[
        str,
        typer.Argument(metavar="ID", help="Its id, its number in the brief, or words of it alone."),
    ],
    word: Annotated[Word, typer.Argument(metavar="accept|reject|undo")],
    by: Annotated[str, typer.Option(metavar="NAME", help="Who decides.")],
    note: Annotated[str, typer.Option(metavar="TEXT", help="Why.")] = "",
) -> int:
    """Accept or reject a statement.

    Nothing is overwritten: each decision is added to the log, and the latest holds. "undo" takes
    the latest back.
    """
    from tracktwo.cli.looking_up import look_up
    from tracktwo.dossier.dossier import Dossier
    from tracktwo.dossier.standing import standing
    from tracktwo.reading.decision import Decision

    if not by.strip():
        raise InputError("a decision needs somebody who makes it: --by NAME")
    folder = case_folder(case)
    citation = look_up(folder, statement)
    at = datetime.now(UTC).isoformat(timespec="milliseconds")
    with Dossier.open(folder.dossier) as dossier:
        dossier.decide(Decision(citation.id, word.value, by, at, note=note))
        held = standing(dossier.decisions()).get(citation.id)
    now = f"it is now {said(held.verdict)} by {held.by}" if held else "no decision holds now"
    print(f"{citation.id}: {now}")
    print(f"  “{' '.join(citation.quote.split())}”")
    return DONE


def said(verdict: str) -> str:
    """Give a verdict as it is told.

    >>> said("accept")
    'accepted'
    """
    return {"accept": "accepted", "reject": "rejected", "edit": "edited"}[verdict]
