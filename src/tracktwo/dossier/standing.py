"""Which decision holds on each statement?"""

from collections.abc import Iterable
from datetime import UTC, datetime

from tracktwo.errors import InputError
from tracktwo.reading.decision import Decision


def standing(decisions: Iterable[Decision]) -> dict[str, Decision]:
    """Give the decision that holds on each statement that has one.

    Decisions are taken in the order of their times, those of one time in the order given, so
    that logs of two people can be joined. On each statement the latest holds. An "undo" takes
    back the decision just before it on that statement, and leaves what held before that one:
    after accept, reject, undo, the acceptance holds. An undo of an undo brings back what the
    first one took. An undo with nothing before it does nothing. Who decided, person or machine,
    makes no difference here.

    Returns
    -------
    dict of str to Decision
        By statement id, in order of id; never an "undo".

    Raises
    ------
    InputError
        If a decision's time is no ISO 8601 time.

    Notes
    -----
    What holds after decision *n* is the decision itself, or, for an undo, what held after
    decision *n* - 2. So it is enough to keep the last two; an undo swaps them.

    Examples
    --------
    >>> log = [Decision("st:1", v, "me", f"2025-01-0{day}") for day, v in
    ...        enumerate(["accept", "reject", "undo", "undo"], start=1)]
    >>> [standing(log[:day])["st:1"].verdict for day in (1, 2, 3, 4)]
    ['accept', 'reject', 'accept', 'reject']
    """
    held: dict[str, tuple[Decision | None, Decision | None]] = {}
    for decision in sorted(decisions, key=lambda each: moment(each.at)):
        now, before = held.get(decision.statement, (None, None))
        undone = decision.verdict == "undo"
        held[decision.statement] = (before, now) if undone else (decision, now)
    return {statement: now for statement, (now, _) in sorted(held.items()) if now}


def moment(at: str) -> datetime:
    """Read a time in ISO 8601; one without an offset is in UTC, a date alone is its midnight.

    >>> moment("2025-01-31T12:00:00Z") == moment("2025-01-31T13:00:00+01:00")
    True
    """
    try:
        time = datetime.fromisoformat(at)
    except ValueError:
        raise InputError(
            f"{at!r} is no time of a decision; write it in ISO 8601, such as 2025-01-31T12:00:00Z"
        ) from None
    return time if time.tzinfo else time.replace(tzinfo=UTC)
