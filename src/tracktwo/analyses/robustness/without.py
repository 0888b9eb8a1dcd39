"""On which document does the conclusion hang? Each source and each statement left out in turn."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from math import log
from typing import Literal, TypeAlias

from tracktwo.analyses.outlook.from_case import field_of
from tracktwo.analyses.outlook.models import Model
from tracktwo.analyses.outlook.together import groups
from tracktwo.analyses.settlement.acceptable import acceptable
from tracktwo.analyses.settlement.settlement import Count
from tracktwo.casemodel.case import Case
from tracktwo.casemodel.evidence import Evidence
from tracktwo.casemodel.rests_on import evidence_in
from tracktwo.casemodel.withdrawn import without
from tracktwo.errors import ArrayError

Kind = Literal["source", "statement"]


@dataclass(frozen=True, slots=True)
class Conclusion:
    """What a case comes to.

    Attributes
    ----------
    acceptable : Count or None
        How many packages are acceptable; None without issues, or beyond the reach of the method.
    points : tuple of (scale, float or None)
        The forecast on the best estimates; None where nobody has a say any more.
    """

    acceptable: Count | None
    points: tuple[tuple[str, float | None], ...]


@dataclass(frozen=True, slots=True)
class Left:
    """What a case comes to without a source or a statement.

    Attributes
    ----------
    kind : "source" or "statement"
    name : str
        A file's name; a statement's id, or the words quoted.
    source : str
        The file of a statement, where it is known.
    fallen : tuple of str
        What lost all of its ground; empty where everything has other evidence.
    conclusion : Conclusion
        Of what is left.
    flips : bool
        Whether there is room for an agreement now and was none, or the other way round.
    shift : float
        The largest change of a forecast, as a share of its scale's length; 1 where there is no
        forecast any more.
    """

    kind: Kind
    name: str
    source: str
    fallen: tuple[str, ...]
    conclusion: Conclusion
    flips: bool
    shift: float


@dataclass(frozen=True, slots=True)
class Losses:
    """The conclusion on everything, and without each source and each statement.

    `sources` and `statements` are ranked: first those whose loss opens or closes the room for an
    agreement, then by the shift of a forecast, then by how many times the number of acceptable
    packages changes, then by name.
    """

    whole: Conclusion
    sources: tuple[Left, ...]
    statements: tuple[Left, ...]


Over: TypeAlias = Callable[[Callable[[Case], Conclusion], Iterable[Case]], Iterable[Conclusion]]


def leave_one_out(
    case: Case,
    model: Model,
    choices: object = None,
    origin: Mapping[str, str] | None = None,
    over: Over = map,
) -> Losses:
    """Work a case out again without each source, and without each statement.

    Parameters
    ----------
    case : Case
        Any; what it has no section for is passed over.
    model : Model
        Of the outlook.
    choices : object
        Of the type ``model.choices``; None for the defaults.
    origin : mapping of statement id to file, optional
        In which source each statement stands; a statement cited by id whose source is not known
        is left out alone, and with no source.
    over : callable
        A map, which may use processes.

    Returns
    -------
    Losses
        The same for parties, positions and evidence in any order, but for the order of `fallen`.

    Notes
    -----
    A settlement and a forecast for each source and statement on which alone something rests.
    """
    cited = tuple(dict.fromkeys(evidence_in(case)))
    files = origin or {}
    taken: list[tuple[Kind, str, str, frozenset[Evidence]]] = [
        ("source", name, name, frozenset(each for each in cited if _file(each, files) == name))
        for name in sorted({_file(each, files) for each in cited} - {""})
    ]
    taken += [
        ("statement", each.statement or each.words, _file(each, files), frozenset([each]))
        for each in cited
    ]
    parts = [without(case, gone.__contains__) for _, _, _, gone in taken]
    whole = _conclusion(case, model, choices)
    changed = [left for left, fallen in parts if fallen]
    found = iter(list(over(partial(_conclusion, model=model, choices=choices), changed)))
    lengths = _lengths(case)
    every = [
        _left((kind, name, file), fallen, whole, next(found) if fallen else whole, lengths)
        for (kind, name, file, _), (_, fallen) in zip(taken, parts, strict=True)
    ]
    every.sort(key=partial(_rank, whole))
    return Losses(
        whole,
        tuple(each for each in every if each.kind == "source"),
        tuple(each for each in every if each.kind == "statement"),
    )


def _file(evidence: Evidence, files: Mapping[str, str]) -> str:
    return evidence.source or files.get(evidence.statement, "")


def _conclusion(case: Case, model: Model, choices: object) -> Conclusion:
    return Conclusion(acceptable(case), tuple(_points(case, model, choices)))


def _points(case: Case, model: Model, choices: object) -> Iterator[tuple[str, float | None]]:
    """Forecast each scale of the case, whether somebody still stands on it or not."""
    outlook = case.outlook
    scales = [scale.id for scale in outlook.scales] if outlook else []
    stood = {each.scale for each in outlook.stances} if outlook else set()
    held = [scale for scale in scales if scale in stood]
    points: dict[str, float] = {}
    for group in groups(case, model, held) if held else ():
        try:
            runs = model.run(field_of(case, group), choices)
        except ArrayError:
            continue
        points |= {run.scale: float(run.outcomes @ run.probabilities) for run in runs}
    for scale in scales:
        yield scale, points.get(scale)


def _lengths(case: Case) -> dict[str, float]:
    scales = case.outlook.scales if case.outlook else ()
    return {scale.id: float(scale.high - scale.low) for scale in scales}


def _left(
    named: tuple[Kind, str, str],
    fallen: tuple[str, ...],
    whole: Conclusion,
    now: Conclusion,
    lengths: Mapping[str, float],
) -> Left:
    shifts = [
        _shift(before, after, lengths[scale])
        for (scale, before), (_, after) in zip(whole.points, now.points, strict=True)
    ]
    flips = _room(whole) is not None and _room(now) is not None and _room(whole) != _room(now)
    return Left(*named, fallen, now, flips, max(shifts, default=0.0))


def _shift(before: float | None, after: float | None, length: float) -> float:
    if before is None or after is None:
        return 0.0 if before is after else 1.0
    return abs(after - before) / length


def _room(conclusion: Conclusion) -> bool | None:
    """Tell whether something is acceptable; None where it is not known."""
    count = conclusion.acceptable
    if count is None or (count.low == 0 < count.high):
        return None
    return count.low > 0


def _rank(whole: Conclusion, left: Left) -> tuple[bool, float, float, str, str]:
    before, after = whole.acceptable, left.conclusion.acceptable
    times = abs(log((after.high + 1) / (before.high + 1))) if before and after else 0.0
    return not left.flips, -round(left.shift, 9), -times, left.source, left.name
