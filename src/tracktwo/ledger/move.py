"""What has become of a demand? Each act on it, beside the one before it, and what differs."""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from tracktwo.ledger.difference import Change, Difference, difference
from tracktwo.ledger.past import Past
from tracktwo.ledger.telling import Telling
from tracktwo.reading.statement import FIRMNESS_ORDER, Firmness
from tracktwo.reading.substance import asked, meaning, stem

Kind = Literal[
    "raised",
    "repeated",
    "narrowed",
    "widened",
    "softened",
    "hardened",
    "withdrawn",
    "met",
    "rejected",
    "retold",
]
Order = Literal["dates", "words", "open"]

_AGAIN = re.compile(
    r"\b(?:repeat|renew|reiterat|restat|reaffirm|again|still|continu|maintain)", re.IGNORECASE
)
_NOW = re.compile(r"\b(?:now|instead|no longer)\b", re.IGNORECASE)
_JOINT_BEFORE = re.compile(
    r"(?:[,;]|\band|\bor|\bas well as)\s*(?:the\s+|an?\s+)?\Z", re.IGNORECASE
)
_JOINT_BEHIND = re.compile(r"\s*(?:[,;]|(?:and|or|as well as)\b)", re.IGNORECASE)
_OWN_JOINT = re.compile(r"(?:and|or|as well as)\b|.*\b(?:and|or)\Z", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Move:
    """One act on a demand.

    Attributes
    ----------
    kinds : tuple of str
        What it did, one or more of `Kind`. "retold" is a further telling of which nothing
        shows that it is another act than one told already; it is no move.
    telling : Telling
        The passage.
    before : Telling or None
        The passage with which it is compared, or which it answers.
    difference : Difference
        What differs between the two.
    order : str
        What shows that it came after the other: their dates, the words of the text itself, or
        nothing ("open").
    """

    kinds: tuple[Kind, ...]
    telling: Telling
    before: Telling | None = None
    difference: Difference = field(default_factory=Difference)
    order: Order = "dates"


def compared(telling: Telling, past: Past) -> Move:
    """Give what a telling did, beside the latest before it that dates or words show to be so.

    A telling that neither a date nor a word such as "repeated", "now" or "dropped" sets behind
    another is a retelling, compared with the first. Who gives a demand up, or gives ground on it,
    comes behind the first wherever he is told of.

    Parameters
    ----------
    telling : Telling
        One that is not the first.
    past : Past
        All tellings of the demand.
    """
    earlier = past.shown_before(telling)
    if earlier is not None:
        return _moved(telling, earlier, "dates")
    told = past.told_before(telling)
    if told is not None and _says_later(telling):
        return _moved(telling, told, "words")
    first = past.tellings[0]
    if is_withdrawal(telling) or _gives_ground(telling):
        return _moved(telling, first, "words")
    return Move(("retold",), telling, first, difference(first, telling), "open")


def is_withdrawal(telling: Telling) -> bool:
    """Tell whether a statement gives its demand up."""
    return telling.statement.subtype == "withdrawn_demand"


def _gives_ground(telling: Telling) -> bool:
    return telling.statement.subtype == "softened_demand"


def _says_later(telling: Telling) -> bool:
    """Tell whether words set a telling behind what is told before it."""
    if is_withdrawal(telling) or _gives_ground(telling):
        return True
    sentence = telling.statement.sentence
    around = telling.document.quote(sentence) if sentence is not None else ""
    return _AGAIN.search(telling.cue) is not None or _NOW.search(around) is not None


def _moved(telling: Telling, before: Telling, order: Order) -> Move:
    found = difference(before, telling)
    if is_withdrawal(telling):
        return Move(("withdrawn",), telling, before, Difference(), order)
    kinds = (*_breadth(found, before, telling), *_force(found, telling))
    return Move(kinds or ("repeated",), telling, before, found, order)


def _breadth(found: Difference, before: Telling, telling: Telling) -> tuple[Kind, ...]:
    """Tell whether a demand asks less or more than before.

    A part that was joined by "and" or a comma is gone, or new; or fewer or more names are
    named. A telling in fewer words is no narrower for that.
    """
    one, other = before.statement.quote, telling.statement.quote
    was, now = asked(one).names, asked(other).names
    less = _is_part(found.dropped, one) or (now < was and bool(now))
    more = _is_part(found.added, other) or (was < now and bool(was))
    narrowed: tuple[Kind, ...] = ("narrowed",) if less else ()
    return (*narrowed, "widened") if more else narrowed


def _is_part(runs: tuple[str, ...], words: str) -> bool:
    """Tell whether one of some runs of words is joined to the others by "and" or a comma."""
    return any(_is_joined(run, words) for run in runs)


def _is_joined(run: str, words: str) -> bool:
    before, _, behind = words.partition(run)
    joined = _OWN_JOINT.match(run) or _JOINT_BEHIND.match(behind) or _JOINT_BEFORE.search(before)
    return joined is not None


def _force(found: Difference, telling: Telling) -> tuple[Kind, ...]:
    """Tell whether a demand leaves more room than before, or less."""
    steps = [
        _by_firmness(found.firmness),
        _by_condition(found.condition),
        _by_deadline(found.deadline),
        _by_amount(found.amount, telling),
    ]
    if _gives_ground(telling):
        steps.append(-1)
    softened: tuple[Kind, ...] = ("softened",) if min(steps) < 0 else ()
    return (*softened, "hardened") if max(steps) > 0 else softened


def _by_firmness(change: Change | None) -> int:
    if change is None:
        return 0
    order: tuple[str, ...] = FIRMNESS_ORDER
    was, now = order.index(change.was), order.index(change.now)
    return (was > now) - (was < now)


def _by_condition(change: Change | None) -> int:
    if change is None or (change.was and change.now):
        return 0
    return 1 if change.was else -1


def _by_deadline(change: Change | None) -> int:
    """Tell whether a date came nearer (1) or moved away (-1)."""
    return 0 if change is None else (change.now < change.was) - (change.now > change.was)


def _by_amount(change: Change | None, telling: Telling) -> int:
    """Tell whether more is asked (1) or less (-1); "a cut to 35" asks more the lower it is."""
    if change is None:
        return 0
    was, now = Decimal(change.was), Decimal(change.now)
    up = (now > was) - (now < was)
    words = telling.statement.quote
    lowers = meaning(stem("reduce")) in asked(words).core and re.search(r"\bto\s+\d", words)
    limits = re.search(r"\b(?:no more than|at most|below|under)\b", words, re.IGNORECASE)
    return -up if lowers or limits else up


def firmest(tellings: tuple[Telling, ...]) -> Firmness:
    """Give the greatest firmness with which something was told."""
    levels = (each.statement.firmness for each in tellings)
    return min(levels, key=FIRMNESS_ORDER.index, default="stated")
