"""``tracktwo why``: from a statement or a number back to the words of its source."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tracktwo.cli.casefolder import case_folder
from tracktwo.cli.guard import DONE

if TYPE_CHECKING:
    from tracktwo.brief.citation import Citation
    from tracktwo.reading.decision import Decision
    from tracktwo.reading.reading import Reading

AROUND = 200
STATE = "state:"


def why(
    case: Annotated[Path, typer.Argument(metavar="CASE", help="A case folder.")],
    statement: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="Its id, its number in the brief, words of it alone; or state:CODE."
        ),
    ],
) -> int:
    """Show what a statement rests on.

    The passage with the words marked, the source and its hash, who reports it, the grade, and
    every decision about it. Of a state of the graph model: why it holds or does not.
    """
    if statement.startswith(STATE):
        from tracktwo.cli.state_reasons import state_reasons

        print("\n".join(state_reasons(case, statement.removeprefix(STATE))))
        return DONE
    from tracktwo.cli.looking_up import look_up
    from tracktwo.dossier.dossier import Dossier

    folder = case_folder(case)
    citation = look_up(folder, statement)
    with Dossier.open(folder.dossier) as dossier:
        decisions = [each for each in dossier.decisions() if each.statement == citation.id]
        readings = [each for name in dossier.readers() for each in dossier.readings(name)]
    print("\n".join([*account(citation), *also_read(citation, readings)]))
    print("\n".join(map(decided, decisions)) or "decisions: none")
    return DONE


def account(citation: "Citation") -> Iterator[str]:
    """Give line by line what is known of a quotation."""
    document, hull = citation.document, citation.hull
    where = f"number {citation.number} in the brief" if citation.number else "not in the brief"
    yield f"{citation.id}, {where}"
    yield ""
    yield passage(citation)
    yield ""
    yield f"source: {document.name}, characters {hull.start}–{hull.end}"
    about = [document.title, document.publisher, document.author, document.date]
    yield f"document: {'; '.join(filter(None, about)) or 'gives no title, publisher or date'}"
    yield f"hash of its text (SHA-256): {document.sha256}"
    if citation.grade:
        grade = citation.grade
        reason = f": {grade.reason}" if grade.reason else ""
        by = grade.by or "nobody named"
        yield f"grade: {grade.reliability}{grade.credibility}, by {by}{reason}"
    else:
        yield "grade: not graded"
    if citation.statement:
        statement = citation.statement
        yield f"chain: {' → '.join(statement.chain)}"
        negated = "not " if statement.negated else ""
        to = f", to {', '.join(statement.addressees)}" if statement.addressees else ""
        yield f"act: {negated}{statement.act}, {statement.reporting.replace('_', ' ')}{to}"
        yield f"firmness: {statement.firmness.replace('_', ' ')}"
        yield f"date: {statement.date or 'not stated'}"
        yield f"read by: {statement.reader}"
    else:
        yield "a bare passage: no statement was read there"


def also_read(citation: "Citation", readings: "Iterable[Reading]") -> Iterator[str]:
    """Give what other readers made of the same words: of what shares half of the shorter."""
    from tracktwo.reading.citing import carried

    own = citation.statement.reader if citation.statement else ""
    for reading in readings:
        if reading.document == citation.document.sha256 and reading.reader != own:
            other = carried(citation.hull, reading.statements)
            if other is not None:
                negated = "not " if other.negated else ""
                who = other.speaker.name if other.speaker else other.chain[0]
                words = " ".join(other.quote.split())
                yield f"also read by {reading.reader}: {who}, {negated}{other.act}: “{words}”"


def passage(citation: "Citation") -> str:
    """Give the words between » and «, with some of the text on both sides.

    White space is shown as single spaces.
    """
    text, hull = citation.document.text, citation.hull
    start, end = max(0, hull.start - AROUND), min(len(text), hull.end + AROUND)
    before, words, after = text[start : hull.start], citation.quote, text[hull.end : end]
    marked = f"{'…' * (start > 0)}{before}»{words}«{after}{'…' * (end < len(text))}"
    return " ".join(marked.split())


def decided(decision: "Decision") -> str:
    """Give one entry of the log as a line."""
    who = f"{decision.by} (a program)" if decision.machine else decision.by
    return f"decision: {decision.at} {decision.verdict} by {who}" + (
        f": {decision.note}" if decision.note else ""
    )
