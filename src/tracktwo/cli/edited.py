"""What does a reading say after people edited it? Their decisions, put into its statements."""

import json
from collections.abc import Mapping
from dataclasses import replace

from tracktwo.errors import InputError
from tracktwo.reading.decision import Decision
from tracktwo.reading.reading import Reading
from tracktwo.reading.statement import Statement

EDITABLE = ("act", "subtype", "firmness", "date", "negated", "core")


def edited(reading: Reading, standing: Mapping[str, Decision]) -> Reading:
    """Give a reading with the edits that hold put into its statements.

    Only fields in `EDITABLE` can be edited: what the statement says stays the source's own.

    Raises
    ------
    InputError
        If an edit changes another field.
    """
    statements = tuple(_edited(each, standing.get(each.id)) for each in reading.statements)
    return replace(reading, statements=statements)


def _edited(statement: Statement, decision: Decision | None) -> Statement:
    if decision is None or decision.verdict != "edit":
        return statement
    change = json.loads(decision.change)
    unknown = sorted(set(change) - set(EDITABLE))
    if unknown:
        raise InputError(
            f"the edit of {statement.id} by {decision.by} changes {', '.join(unknown)}; "
            f"only these can be edited: {', '.join(EDITABLE)}"
        )
    return replace(statement, **change)
