"""What becomes of each analysis in each scenario, and over all of them together?"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import TypeAlias

from tracktwo.analyses.outlook.outlook import Asked, outlook
from tracktwo.analyses.settlement.acceptable import acceptable
from tracktwo.analyses.settlement.settlement import Count
from tracktwo.analyses.stability.concepts import CONCEPTS, Concept
from tracktwo.analyses.stability.result import Asked as Stability
from tracktwo.analyses.stability.stability import stability
from tracktwo.casemodel.case import Case, Scenario
from tracktwo.errors import ArrayError, StabilityError

Interval: TypeAlias = tuple[float, float]
_ALL: tuple[Concept, ...] = CONCEPTS


@dataclass(frozen=True, slots=True)
class Future:
    """What the analyses say of a case as it is in a scenario.

    Attributes
    ----------
    scenario : Scenario or None
        None for the case as it stands.
    acceptable : Count or None
        How many packages are acceptable; None without issues, or beyond the reach of the method.
    held : tuple of (concept, state codes) or None
        The states that every party holds; None without a graph model, or beyond the reach of it.
    forecasts : tuple of (scale, point, interval)
        Empty without an outlook; a scale on which nobody has weight is left out.
    """

    scenario: Scenario | None
    acceptable: Count | None
    held: tuple[tuple[str, tuple[int, ...]], ...] | None
    forecasts: tuple[tuple[str, float, Interval], ...]


@dataclass(frozen=True, slots=True)
class Mixture:
    """The futures, each weighed by its probability.

    Attributes
    ----------
    room : Decimal or None
        The probability of those with room for an agreement; None where some have no settlement.
    points : tuple of (scale, float)
        The mean forecast of each scale that every future has a forecast of.
    """

    room: Decimal | None
    points: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Scenarios:
    """The case as it stands, its scenarios in the order of the file, and their mixture.

    `total` is the sum of the best probabilities, None where a scenario has none. There is a mixture
    only where it is exactly 1: probabilities are never stretched to fit.
    """

    stands: Future
    futures: tuple[Future, ...]
    total: Decimal | None
    mixture: Mixture | None


def overridden(case: Case, scenario: Scenario) -> Case:
    """Give the case as it is in a scenario: with what the scenario sets, or as it stands."""
    return scenario.variant or case


def scenarios(
    case: Case,
    asked: Asked | None = None,
    over: Callable[[Callable[[Case], Future], Iterable[Case]], Iterable[Future]] = map,
) -> Scenarios:
    """Run settlement, stability and outlook again for each scenario of a case.

    Parameters
    ----------
    case : Case
        Any; analyses for which it has no section are left out.
    asked : Asked, optional
        Model, scales and draws of the outlook.
    over : callable
        A map, which may use processes.

    Returns
    -------
    Scenarios
        A scenario that sets nothing has the results of the case as it stands.

    Examples
    --------
    >>> from tracktwo.casemodel.read import parse_case
    >>> case = parse_case('''
    ... case = { id = "x", title = "X", as_of = "2025-01-31" }
    ... parties = { a = { name = "A" }, b = { name = "B" } }
    ... issues.dam = { title = "Dam", options = { high = "high", low = "low" } }
    ... positions = [
    ...     { party = "a", issue = "dam", refuses = ["high"] },
    ...     { party = "b", issue = "dam", refuses = ["low"] },
    ... ]
    ... [[scenarios]]
    ... name = "Drought"
    ... text = "No rain."
    ... sets = { "positions.b.dam.refuses" = [] }
    ... ''')
    >>> found = scenarios(case)
    >>> found.stands.acceptable, found.futures[0].acceptable, found.total
    (Count(low=0, high=0), Count(low=1, high=1), None)
    """
    run = partial(_future, asked=asked or Asked())
    changed = [each for each in case.scenarios if each.variant is not None]
    stands, *rest = over(run, [case, *(overridden(case, each) for each in changed)])
    found = iter(rest)
    futures = tuple(
        _named(each, next(found) if each.variant is not None else stands) for each in case.scenarios
    )
    total = _total(case.scenarios)
    return Scenarios(stands, futures, total, _mixture(futures) if total == 1 else None)


def _named(scenario: Scenario, future: Future) -> Future:
    return Future(scenario, future.acceptable, future.held, future.forecasts)


def _future(case: Case, asked: Asked) -> Future:
    return Future(None, acceptable(case), _held(case), tuple(_forecasts(case, asked)))


def _held(case: Case) -> tuple[tuple[str, tuple[int, ...]], ...] | None:
    if case.stability is None:
        return None
    try:
        found = stability(case, Stability(_ALL))
    except StabilityError:
        return None
    codes = found.model.codes.tolist()
    return tuple(
        (name, tuple(codes[state] for state in each.equilibria))
        for name, each in found.verdicts.items()
    )


def _forecasts(case: Case, asked: Asked) -> Iterator[tuple[str, float, Interval]]:
    if case.outlook is None or not case.outlook.stances:
        return
    try:
        found = outlook(case, asked)
    except ArrayError:
        return
    for each in found.forecasts:
        yield each.scale.id, each.point, each.interval


def _total(every: tuple[Scenario, ...]) -> Decimal | None:
    """Add up the best probabilities, exactly; None where one is missing, or there are none."""
    known = [each.probability.best for each in every if each.probability is not None]
    return sum(known, Decimal(0)) if every and len(known) == len(every) else None


def _mixture(futures: tuple[Future, ...]) -> Mixture:
    weighed = [(_probability(each), each) for each in futures]
    counts = [(chance, each.acceptable) for chance, each in weighed]
    known = all(count is not None and (count.low > 0) == (count.high > 0) for _, count in counts)
    room = sum((chance for chance, count in counts if count and count.low > 0), Decimal(0))
    points: dict[str, list[float]] = {}
    for chance, each in weighed:
        for scale, point, _ in each.forecasts:
            points.setdefault(scale, []).append(float(chance) * point)
    whole = tuple(
        (scale, sum(parts)) for scale, parts in points.items() if len(parts) == len(futures)
    )
    return Mixture(room if known else None, whole)


def _probability(future: Future) -> Decimal:
    assert future.scenario is not None  # noqa: S101 - futures are of scenarios
    assert future.scenario.probability is not None  # noqa: S101 - the total was known
    return future.scenario.probability.best
