"""What is said of a move? What was done, and what differs between the two passages."""

from collections.abc import Iterator

from tracktwo.brief.dates import when as at
from tracktwo.brief.dates import written
from tracktwo.brief.lists import listed
from tracktwo.ledger.difference import Change, Difference
from tracktwo.ledger.move import Move
from tracktwo.ledger.telling import Telling

_ORDERS = {"open": "the dates do not show which of the two came first"}


def done(move: Move) -> str:
    """Say what a move did: "narrowed and softened", "rejected".

    >>> from tracktwo.ledger.move import Move
    >>> done(Move(("narrowed", "softened"), None))  # type: ignore[arg-type] # kinds alone are read
    'narrowed and softened'
    """
    return listed("accepted" if kind == "met" else kind for kind in move.kinds)


def dated(telling: Telling) -> str:
    """Say when an act took place, to the precision that its source gives.

    >>> from types import SimpleNamespace
    >>> from tracktwo.ledger.when import When
    >>> said = SimpleNamespace(when=When("", "", "2025-01-31"))
    >>> dated(said)  # type: ignore[arg-type] # only the time is read
    'undated, in a source of 31 January 2025'
    """
    if telling.when.value:
        return written(telling.when.value)
    if telling.when.last:
        return f"undated, in a source of {written(telling.when.last)}"
    return "date not stated"


def differs(difference: Difference) -> Iterator[str]:
    """Say what differs between two tellings, one thing after another."""
    if difference.dropped:
        yield "without " + listed(f"“{_bare(run)}”" for run in difference.dropped)
    if difference.added:
        yield "adds " + listed(f"“{_bare(run)}”" for run in difference.added)
    if difference.firmness:
        yield _from_to("firmness", difference.firmness)
    if difference.amount:
        yield _from_to("amount", difference.amount)
    if difference.deadline:
        yield f"date: {at(difference.deadline.was)}, now {at(difference.deadline.now)}"
    if difference.condition:
        yield from _condition(difference.condition)


def explained(move: Move) -> str:
    """Say in one line what differs, and what the order of the two rests on."""
    words = [*differs(move.difference), *([_ORDERS[move.order]] if move.order in _ORDERS else [])]
    return "; ".join(words)


def _from_to(what: str, change: Change) -> str:
    return f"{what} from {change.was.replace('_', '-')} to {change.now.replace('_', '-')}"


def _condition(change: Change) -> Iterator[str]:
    if not change.was:
        yield f"on a condition: “{change.now}”"
    elif not change.now:
        yield f"without the condition “{change.was}”"
    else:
        yield f"the condition was “{change.was}”, and is “{change.now}”"


def _bare(run: str) -> str:
    return " ".join(run.split()).strip(" ,;.")
