"""In what does a later telling of a demand differ from an earlier one?"""

from dataclasses import dataclass, replace
from decimal import Decimal

from tracktwo.ledger.telling import Telling
from tracktwo.reading.dates import dates
from tracktwo.reading.numerals import numbers
from tracktwo.reading.repeats import repeat
from tracktwo.reading.statement import Statement
from tracktwo.reading.substance import asked

_ABOUT = frozenset({"position_firmness", "characterisation"})


@dataclass(frozen=True, slots=True)
class Change:
    """What something was, and what it is; "" where there is none."""

    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs between two tellings of one demand.

    Attributes
    ----------
    dropped, added : tuple of str
        Runs of words that only the earlier or only the later has, as each wrote them, where
        they hold something that the other asks in no words.
    firmness, condition, deadline, amount : Change or None
        None where both have the same.
    """

    dropped: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    firmness: Change | None = None
    condition: Change | None = None
    deadline: Change | None = None
    amount: Change | None = None

    def __bool__(self) -> bool:
        """Tell whether there is any."""
        return self != Difference()


def difference(earlier: Telling, later: Telling) -> Difference:
    """Give what differs between two tellings of one demand.

    Synonyms do not differ ("halt", "stop"). A deadline or an amount has changed where each
    telling has just one, and another; where only one has, the words are dropped or added. Words
    about a demand ("called that a red line") differ in firmness alone.
    """
    one, other = earlier.statement, later.statement
    if other.subtype in _ABOUT:
        return Difference(firmness=_change(one.firmness, other.firmness))
    words = repeat(_without_condition(earlier), _without_condition(later))
    return Difference(
        dropped=_told(words.dropped, other.quote),
        added=_told(words.added, one.quote),
        firmness=_change(one.firmness, other.firmness),
        condition=_change(_clause(earlier), _clause(later)),
        deadline=_pair(_deadlines(earlier), _deadlines(later)),
        amount=_pair(_amounts(earlier), _amounts(later)),
    )


def _without_condition(telling: Telling) -> Statement:
    """Give a statement without the words of its condition, which differ apart."""
    words = telling.statement.quote
    bare = words.replace(telling.condition, "") if telling.condition else words
    return replace(telling.statement, quote=bare)


def _told(runs: tuple[str, ...], elsewhere: str) -> tuple[str, ...]:
    """Give the runs that hold what the other telling asks in no words."""
    there = asked(elsewhere)
    held = there.core | there.terms
    return tuple(run for run in runs if not asked(run).core | asked(run).terms <= held)


def _clause(telling: Telling) -> str:
    return " ".join(telling.condition.split())


def _change(was: str, now: str) -> Change | None:
    return Change(was, now) if was != now else None


def _pair(was: tuple[str, ...], now: tuple[str, ...]) -> Change | None:
    """Give the change from one to another where each telling has exactly one."""
    return _change(was[0], now[0]) if len(was) == len(now) == 1 else None


def _deadlines(telling: Telling) -> tuple[str, ...]:
    """Give the dates in what is asked."""
    found = dates(telling.statement.quote, telling.document.date)
    return tuple(dict.fromkeys(each.value for each in found))


def _amounts(telling: Telling) -> tuple[str, ...]:
    """Give the numbers in what is asked, without those of its dates."""
    words = telling.statement.quote
    dated = [each.span for each in dates(words, telling.document.date)]
    free = (
        each.value
        for each in numbers(words)
        if not any(span.start <= each.start < span.end for span in dated)
    )
    return tuple(dict.fromkeys(map(_figure, free)))


def _figure(value: Decimal) -> str:
    return f"{value:f}"
