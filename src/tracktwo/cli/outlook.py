"""``tracktwo outlook``: where are positions heading, and how sure is that?"""

from dataclasses import asdict
from textwrap import fill
from typing import TYPE_CHECKING, Annotated

import typer

from tracktwo.cli.guard import DONE
from tracktwo.cli.model_options import CaseOrTable, Scales, Seed, Settings, Workers, settings_in
from tracktwo.cli.printing import WIDTH, print_json, print_table
from tracktwo.cli.wording import heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracktwo.analyses.outlook.exchange import Trade
    from tracktwo.analyses.outlook.outlook import Asked, Forecast, OutlookResult
    from tracktwo.casemodel.case import Case
    from tracktwo.scaleout.spread import Map

QUOTED = ("“", "”")
_ROUNDS = 12


def outlook(  # noqa: PLR0913 - one parameter for each option of the command
    case: CaseOrTable,
    *,
    model: Annotated[
        str,
        typer.Option(help="compromise, median, mean, pce, spatial, challenge or exchange."),
    ] = "compromise",
    issue: Scales = None,
    draws: Annotated[
        int | None, typer.Option(help="How many draws the interval takes; the model's own number.")
    ] = None,
    seed: Seed = 0,
    setting: Settings = None,
    workers: Workers = "1",
    scenarios: Annotated[
        bool, typer.Option("--scenarios", help="Run every analysis for each scenario of the case.")
    ] = False,
    levers: Annotated[
        bool, typer.Option("--levers", help="What one unit of persuasion does to the compromise.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> int:
    """Forecast where positions are heading.

    One model of group decision, with an interval that holds 80 % of the outcomes over the ranges
    of the estimates. The compromise is the default: on past decisions none does better.
    """
    from tracktwo.analyses.outlook.export import as_json as exported
    from tracktwo.analyses.outlook.outlook import Asked
    from tracktwo.analyses.outlook.outlook import outlook as forecast
    from tracktwo.cli.levers import show_levers
    from tracktwo.cli.tabled import case_or_table
    from tracktwo.scaleout.spread import spread

    loaded = case_or_table(case)
    asked = Asked(model, tuple(issue or ()), settings_in(setting or []), draws, seed)
    if levers:
        return show_levers(loaded, asked.scales, as_json=as_json)
    with spread(workers) as over:
        if scenarios:
            return _scenarios(loaded, asked, over, as_json=as_json)
        result = forecast(loaded, asked, over)
    traded = _trades(loaded) if result.model == "exchange" else None
    if as_json:
        extra = {} if traded is None else {"trades": [asdict(each) for each in traded]}
        print_json(exported(result) | extra)
    else:
        print_outlook(loaded, result)
        for line in _trade_lines(loaded, traded or ()):
            print(line)
    return DONE


def _scenarios(case: "Case", asked: "Asked", over: "Map", *, as_json: bool) -> int:
    from tracktwo.analyses.outlook.scenarios import scenarios
    from tracktwo.cli.futures import as_json as exported
    from tracktwo.cli.futures import print_scenarios

    found = scenarios(case, asked, over)
    if as_json:
        print_json(exported(found))
    else:
        print_scenarios(case, found)
    return DONE


def _trades(case: "Case") -> "tuple[Trade, ...]":
    from tracktwo.analyses.outlook.exchange import trades
    from tracktwo.analyses.outlook.from_case import field_of

    return trades(field_of(case))


def _trade_lines(case: "Case", traded: "tuple[Trade, ...]") -> "Iterator[str]":
    """Say each trade: who moves where, and what it gets for that."""
    from tracktwo.brief.amounts import amount
    from tracktwo.brief.lists import agreeing

    names = {party.id: party.name for party in case.parties}
    for number, each in enumerate(traded, start=1):
        giver, taker = names[each.giver], names[each.taker]
        yield fill(
            f"Trade {number}: {giver} {agreeing(giver, 'moves', 'move')} by {amount(each.move)} on "
            f"{each.scale}, and {taker} by {amount(each.return_move)} on {each.return_scale}",
            WIDTH,
        )


def print_outlook(case: "Case", result: "OutlookResult") -> None:
    """Print each forecast: the scale, who stands where, and where it leads."""
    print(heading(case))
    print(f"Model: {result.making.method}")
    for forecast in result.forecasts:
        print()
        for line in forecast_lines(case, forecast):
            print(line)
        moved = len(forecast.trajectory.turns) > 1
        columns = ("party", "capability", "salience", "position", "ends at" if moved else "")
        print_table("", columns, _stands(case, forecast, moved=moved))
    print()
    said = "; ".join(f"{name} {value}" for name, value in result.making.parameters if value)
    print(fill(f"80 % intervals over the ranges of the estimates ({said}).", WIDTH))


def forecast_lines(case: "Case", found: "Forecast") -> "Iterator[str]":
    """Give the head of a forecast: the question, the answer in words, its rounds."""
    from tracktwo.brief.amounts import amount, placed, title_of, unit_of

    scale, issues = found.scale, {issue.id: issue.title for issue in case.issues}
    yield f"{title_of(scale, issues)}: {amount(found.point)}{unit_of(scale)}"
    if scale.anchors:
        yield f"   {placed(scale, found.point, QUOTED)}"
    low, high = found.interval
    between = f"80 % between {amount(low)} and {amount(high)}"
    if len(found.trajectory.outcomes) == 1 and not low <= found.point <= high:
        between += "; the best estimates lead outside it"
    yield f"   {between if low < high else 'no number has a range, so there is no interval'}"
    if len(found.trajectory.turns) > 1:
        turns = found.trajectory.turns
        shown = ", ".join(amount(turn.median) for turn in turns[:_ROUNDS])
        more = f", … {amount(turns[-1].median)}" if len(turns) > _ROUNDS else ""
        said = f"weighted median by round: {shown}{more}"
        yield fill(said, WIDTH, initial_indent="   ", subsequent_indent="   ")


def _stands(case: "Case", found: "Forecast", *, moved: bool) -> "Iterator[tuple[str, ...]]":
    from tracktwo.brief.amounts import amount

    assert case.outlook is not None  # noqa: S101 - there is a forecast
    names = {party.id: party.name for party in case.parties}
    strength = {each.party: each.value for each in case.outlook.capabilities}
    ends = dict(zip(found.trajectory.parties, found.trajectory.turns[-1].positions, strict=True))
    for stance in case.outlook.stances:
        if stance.scale == found.scale.id:
            yield (
                names[stance.party],
                f"{strength[stance.party].best}",
                f"{stance.salience.best}",
                f"{stance.position.best}",
                amount(ends[stance.party]) if moved else "",
            )
