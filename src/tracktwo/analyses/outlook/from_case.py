"""From a case to the field that the models of the outlook take."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.outlook.field import Field
from tracktwo.analyses.outlook.ranges import Ranges
from tracktwo.casemodel.case import Case
from tracktwo.casemodel.estimate import Estimate
from tracktwo.casemodel.outlook import Outlook, Scale, Stance
from tracktwo.casemodel.shape import none_of
from tracktwo.errors import CaseError, Problem


def scales_of(case: Case, names: Sequence[str] = ()) -> tuple[Scale, ...]:
    """Give the scales of a case on which somebody stands.

    Parameters
    ----------
    case : Case
        With an ``[outlook]`` section.
    names : sequence of str
        Their ids; all that have a stance if none are given.

    Returns
    -------
    tuple of Scale
        In the order of `names`, or of the file; at least one.

    Raises
    ------
    CaseError
        If there is no such section, scale or stance.
    """
    outlook = _outlook(case)
    known = {scale.id: scale for scale in outlook.scales}
    held = {stance.scale for stance in outlook.stances}
    problems = [
        Problem("outlook.scales", none_of("scale", name, list(known), "scales"))
        for name in names
        if name not in known
    ]
    problems += [
        Problem(f"outlook.scales.{name}", "has no stance; say where a party stands on it")
        for name in names
        if name in known and name not in held
    ]
    if not held and not problems:
        problems = [Problem("outlook.stances", "are missing; say where the parties stand")]
    if problems:
        raise CaseError("case.toml", tuple(dict.fromkeys(problems)))
    chosen = dict.fromkeys(names) or [name for name in known if name in held]
    return tuple(known[name] for name in chosen)


def ranges_of(case: Case, scales: Sequence[str] = ()) -> Ranges:
    """Give the field of a case, with its low, best and high numbers.

    Parameters
    ----------
    case : Case
        With an ``[outlook]`` section.
    scales : sequence of str
        Their ids; all that have a stance if none are given.

    Returns
    -------
    Ranges
        The parties that stand on one of the scales, in the order of the case. Salience is from
        0 to 1. On a scale where a party has no stance, its salience is 0, so that it has no say
        there, and its position the middle of the scale, which then counts for nothing.

    Raises
    ------
    CaseError
        As `scales_of`.

    Examples
    --------
    >>> from tracktwo.casemodel.read import parse_case
    >>> case = parse_case('''
    ... case = { id = "x", title = "X", as_of = "2025-01-31" }
    ... parties.a = { name = "A" }
    ... [outlook]
    ... capability.a = { low = "1", best = "2", high = "4" }
    ... scales.price = { title = "Price", low = "0", high = "10" }
    ... stances = [{ party = "a", scale = "price", position = "3", salience = "50" }]
    ... ''')
    >>> ranges = ranges_of(case)
    >>> ranges.high.capability.tolist(), ranges.best.salience.tolist()
    ([4.0], [[0.5]])
    """
    chosen = scales_of(case, scales)
    outlook = _outlook(case)
    stances = {(each.party, each.scale): each for each in outlook.stances}
    parties = [
        party.id
        for party in case.parties
        if any((party.id, scale.id) in stances for scale in chosen)
    ]
    strength = {each.party: each.value for each in outlook.capabilities}
    capability = _triples([strength[party] for party in parties])
    rows = [[stances.get((party, scale.id)) for scale in chosen] for party in parties]
    salience = np.array([[_salience(each) for each in row] for row in rows])
    position = np.array(
        [[_position(each, scale) for each, scale in zip(row, chosen, strict=True)] for row in rows]
    )
    ends = np.array([[float(scale.low), float(scale.high)] for scale in chosen])
    low, best, high = (
        Field(
            tuple(parties),
            tuple(scale.id for scale in chosen),
            ends,
            capability[:, at],
            salience[:, :, at],
            position[:, :, at],
        )
        for at in range(3)
    )
    return Ranges(low, best, high)


def field_of(case: Case, scales: Sequence[str] = ()) -> Field:
    """Give the field of a case by its best numbers; as `ranges_of`."""
    return ranges_of(case, scales).best


def _outlook(case: Case) -> Outlook:
    if case.outlook is None:
        problem = Problem("outlook", "is missing; say there where the parties stand on a scale")
        raise CaseError("case.toml", (problem,))
    return case.outlook


def _triples(estimates: Sequence[Estimate]) -> NDArray[np.float64]:
    return np.array([[float(n) for n in (each.low, each.best, each.high)] for each in estimates])


def _salience(stance: Stance | None) -> list[float]:
    """Give salience from 0 to 1; divided exactly before it becomes a float."""
    if stance is None:
        return [0.0] * 3
    each = stance.salience
    return [float(number / 100) for number in (each.low, each.best, each.high)]


def _position(stance: Stance | None, scale: Scale) -> list[float]:
    if stance is None:
        return [float((scale.low + scale.high) / 2)] * 3
    each = stance.position
    return [float(number) for number in (each.low, each.best, each.high)]
