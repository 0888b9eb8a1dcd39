"""``tracktwo robustness``: which number, which choice of model, which document decides?"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tracktwo.brief.amounts import amount, title_of
from tracktwo.cli.guard import DONE
from tracktwo.cli.model_options import CaseOrTable, Scales, Seed, Settings, Workers, settings_in
from tracktwo.cli.printing import print_json, print_table
from tracktwo.cli.wording import heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracktwo.analyses.robustness.inputs import Input
    from tracktwo.analyses.robustness.robustness import RobustnessResult, Tested
    from tracktwo.analyses.robustness.without import Conclusion, Left
    from tracktwo.casemodel.case import Case

_BARS = 8
_STATEMENTS = 8
_WORDS = 32
_KINDS = ("position", "no-agreement value", "joint refusal", "rule", "capability", "stance")


def robustness(  # noqa: PLR0913 - one parameter for each option of the command
    case: CaseOrTable,
    *,
    model: Annotated[
        str, typer.Option(help="Whose forecasts: compromise, median, mean, pce or challenge.")
    ] = "compromise",
    issue: Scales = None,
    draws: Annotated[int, typer.Option(help="For each reading of the multiverse.")] = 100,
    seed: Seed = 0,
    setting: Settings = None,
    workers: Workers = "1",
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> int:
    """Find what the conclusions hang on.

    Which numbers move a forecast, and which are dead; whether the numbers or the choice of model
    decide; and what each forecast and the settlement become without each source and statement.
    """
    from tracktwo.analyses.robustness.export import as_json as exported
    from tracktwo.analyses.robustness.robustness import Asked
    from tracktwo.analyses.robustness.robustness import robustness as tested
    from tracktwo.cli.tabled import case_or_table
    from tracktwo.scaleout.spread import spread

    loaded = case_or_table(case)
    asked = Asked(model, tuple(issue or ()), settings_in(setting or []), draws=draws, seed=seed)
    with spread(workers) as over:
        result = tested(loaded, asked, origins(case), over)
    if as_json:
        print_json(exported(result))
    else:
        print_robustness(loaded, result)
    return DONE


def origins(path: Path) -> dict[str, str]:
    """Give the file in which each statement of a case folder stands, as far as it was read."""
    store = path / "dossier.sqlite"
    if not store.is_file():
        return {}
    from tracktwo.dossier.dossier import Dossier

    with Dossier.open(store) as dossier:
        names = {document.sha256: document.name for document in dossier.documents()}
        return {
            statement.id: names[reading.document]
            for reading in dossier.readings()
            for statement in reading.statements
            if reading.document in names
        }


def print_robustness(case: "Case", result: "RobustnessResult") -> None:
    """Print what each forecast hangs on, then the documents, the weightiest first."""
    print(heading(case))
    for tested in result.scales:
        print()
        _print_scale(case, tested)
    whole = result.losses.whole
    print()
    print(f"On everything: {_concluded(whole)}")
    columns = ("without", "packages", "largest shift", "what falls")
    if result.losses.sources:
        print_table("Sources", columns, map(_row, result.losses.sources))
        print()
    shown = [each for each in result.losses.statements if each.fallen][:_STATEMENTS]
    if shown:
        print_table("Statements", columns, map(_row, shown))
    idle = sum(1 for each in result.losses.statements if not each.fallen)
    if idle:
        print(f"Without any one of the {idle} others nothing falls: there is other evidence.")


def _print_scale(case: "Case", tested: "Tested") -> None:
    names = {party.id: party.name for party in case.parties}
    titles = {issue.id: issue.title for issue in case.issues}
    print(f"{title_of(tested.scale, titles)}: {amount(tested.tornado.best)}")
    totals = {(each.input.party, each.input.kind): each.total for each in tested.indices}
    rows = [
        (
            f"{names[bar.input.party]}: {bar.input.kind}",
            " – ".join(amount(_unit(bar.input) * end) for end in (bar.input.low, bar.input.high)),
            f"{amount(bar.at_low)} – {amount(bar.at_high)}",
            f"{max(0.0, totals[bar.input.party, bar.input.kind]):.0%}",
        )
        for bar in tested.tornado.bars[:_BARS]
        if not bar.dead
    ]
    if rows:
        print_table("", ("number", "low – high", "forecast", "share of variance"), rows)
    for line in _scale_lines(tested, names):
        print(line)


def _unit(each: "Input") -> float:
    """Give what 1 of a number is in the case file, where salience is from 0 to 100."""
    return 100.0 if each.kind == "salience" else 1.0


def _scale_lines(tested: "Tested", names: "dict[str, str]") -> "Iterator[str]":
    dead = [f"{names[i.input.party]}: {i.input.kind}" for i in tested.indices if i.dead]
    if not tested.indices:
        yield "No number has a range."
    if dead:
        yield f"Dead, whatever they are in their ranges: {', '.join(dead)}"
    found = tested.multiverse
    count = sum(len(family.forecasts) for family in found.families)
    low, high = found.spread
    yield (
        f"{count:,} readings of {len(found.families)} models forecast "
        f"{amount(low)} to {amount(high)}."
    )
    yield (
        f"Variance: numbers {found.inputs:.0%}, model {found.model:.0%}, "
        f"reading of a model {found.reading:.0%}, together {found.together:.0%}."
    )
    if found.specification_decides:
        yield "The choice of model and of its reading decides more than the numbers do."


def _concluded(found: "Conclusion") -> str:
    points = "; ".join(
        f"{scale} {amount(at) if at is not None else 'no forecast'}" for scale, at in found.points
    )
    count = _count(found)
    return "; ".join(filter(None, [f"{count} packages acceptable" if count else "", points]))


def _count(found: "Conclusion") -> str:
    from tracktwo.cli.standing_out import count_words

    return count_words(found.acceptable) if found.acceptable is not None else ""


def _row(left: "Left") -> tuple[str, str, str, str]:
    name = left.name if len(left.name) <= _WORDS else left.name[: _WORDS - 1] + "…"
    flips = " (flips)" if left.flips else ""
    shift = f"{left.shift:.0%} of the scale" if left.shift else "none"
    lost = left.shift == 1 and any(at is None for _, at in left.conclusion.points)
    return (
        name,
        f"{_count(left.conclusion)}{flips}",
        "no forecast" if lost else shift,
        ", ".join(_fallen(left)) or "nothing",
    )


def _fallen(left: "Left") -> "Iterator[str]":
    """Count what falls, kind by kind."""
    for kind in _KINDS:
        count = sum(1 for each in left.fallen if each.startswith(kind))
        if count:
            plural = "capabilities" if kind == "capability" else f"{kind}s"
            yield f"{count} {kind if count == 1 else plural}"
