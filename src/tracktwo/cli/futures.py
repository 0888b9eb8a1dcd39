"""Scenarios side by side, for people and for programs."""

from decimal import Decimal
from textwrap import fill
from typing import TYPE_CHECKING, Any

from tracktwo.brief.amounts import amount
from tracktwo.cli.printing import WIDTH, print_table
from tracktwo.cli.wording import heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracktwo.analyses.outlook.scenarios import Future, Scenarios
    from tracktwo.casemodel.case import Case


def as_json(found: "Scenarios") -> "dict[str, Any]":
    """Give scenarios in the form of ``tracktwo outlook --scenarios --json``."""
    mixture = found.mixture
    return {
        "as_it_stands": _future(found.stands),
        "scenarios": [_scenario(each) for each in found.futures],
        "probability_total": None if found.total is None else str(found.total),
        "mixture": None
        if mixture is None
        else {
            "room": None if mixture.room is None else str(mixture.room),
            "forecasts": dict(mixture.points),
        },
    }


def _scenario(each: "Future") -> "dict[str, Any]":
    assert each.scenario is not None  # noqa: S101 - futures are of scenarios
    chance = each.scenario.probability
    return {
        "name": each.scenario.name,
        "probability": None
        if chance is None
        else {"low": str(chance.low), "best": str(chance.best), "high": str(chance.high)},
        "sets": dict(each.scenario.sets),
        **_future(each),
    }


def _future(each: "Future") -> "dict[str, Any]":
    count = each.acceptable
    return {
        "acceptable": None if count is None else {"low": str(count.low), "high": str(count.high)},
        "held": None if each.held is None else {name: list(codes) for name, codes in each.held},
        "forecasts": {
            scale: {"point": point, "interval": list(interval)}
            for scale, point, interval in each.forecasts
        },
    }


def print_scenarios(case: "Case", found: "Scenarios") -> None:
    """Print each scenario with what it sets, then all of them beside the case as it stands."""
    print(heading(case))
    print()
    for number, each in enumerate(found.futures, start=1):
        for line in _told(number, each):
            print(line)
    print()
    numbers = [str(number) for number in range(1, len(found.futures) + 1)]
    columns = ("", "as it stands", *numbers)
    print_table("", columns, _rows([found.stands, *found.futures]))
    for line in mixture_lines(found):
        print(fill(line, WIDTH))


def _told(number: int, each: "Future") -> "Iterator[str]":
    assert each.scenario is not None  # noqa: S101 - futures are of scenarios
    chance = each.scenario.probability
    said = f" ({chance.best}, by {each.scenario.by})" if chance else ""
    yield fill(f"{number} {each.scenario.name}{said}", WIDTH, subsequent_indent="  ")
    for place, value in each.scenario.sets:
        yield fill(f"{place}: {value}", WIDTH, initial_indent="   ", subsequent_indent="      ")
    if not each.scenario.sets:
        yield "   sets nothing: the case as it stands"


def _rows(futures: "list[Future]") -> "Iterator[list[str]]":
    from tracktwo.cli.standing_out import count_words

    if any(each.acceptable for each in futures):
        counts = [count_words(each.acceptable) if each.acceptable else "–" for each in futures]
        yield ["packages", *counts]
    if any(each.held for each in futures):
        held = [dict(each.held or ()) for each in futures]
        for name in held[0]:
            yield [f"held, {name}", *(str(len(each.get(name, ()))) for each in held)]
    for scale, _, _ in futures[0].forecasts:
        points = [{name: point for name, point, _ in each.forecasts} for each in futures]
        yield [scale, *(amount(each[scale]) if scale in each else "–" for each in points)]


def mixture_lines(found: "Scenarios") -> "Iterator[str]":
    """Say what the scenarios come to together, or why that cannot be said."""
    if not found.futures:
        yield "The case has no scenarios."
    elif found.total is None:
        yield "Not every scenario has a probability, so nothing is said of them together."
    elif found.mixture is None:
        yield (
            f"The probabilities add up to {found.total} and not to 1, so nothing is said of the "
            "scenarios together."
        )
    else:
        if found.mixture.room is not None:
            yield f"Together: room for an agreement with probability {_plain(found.mixture.room)}."
        points = "; ".join(f"{scale} {amount(point)}" for scale, point in found.mixture.points)
        if points:
            yield f"Mean forecast over them: {points}."


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"
