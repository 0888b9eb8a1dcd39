"""``tracktwo stability``: will it hold, and how could we get there?"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tracktwo.cli.guard import DONE
from tracktwo.cli.printing import print_json, print_table
from tracktwo.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracktwo.analyses.stability.inverse import Inverse
    from tracktwo.analyses.stability.model import Model
    from tracktwo.analyses.stability.result import Asked, StabilityResult
    from tracktwo.casemodel.case import Case

_SHOWN = 40
_NAMES = {"nash": "Nash", "gmr": "GMR", "smr": "SMR", "seq": "SEQ", "sseq": "SSEQ"}


def stability(  # noqa: PLR0913 - one parameter for each option of the command
    case: Annotated[Path, typer.Argument(metavar="CASE", help="A case folder, or a case file.")],
    *,
    concept: Annotated[
        list[str] | None, typer.Option(help="nash, gmr, smr, seq or sseq; may be repeated.")
    ] = None,
    coalitions: Annotated[
        bool, typer.Option("--coalitions", help="Look at coalitions: the case's, or all.")
    ] = False,
    start: Annotated[
        str, typer.Option("--from", metavar="STATE", help="Where the ways begin.")
    ] = "",
    inverse: Annotated[
        str, typer.Option(metavar="STATE", help="Which rankings of --party make it hold?")
    ] = "",
    party: Annotated[str, typer.Option(metavar="P", help="Whose rankings --inverse varies.")] = "",
    horizon: Annotated[
        int, typer.Option(min=0, max=20, help="Look ahead so many moves; two parties.")
    ] = 0,
    flips: Annotated[
        bool, typer.Option("--flips", help="Say which judgement flips which equilibrium.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> int:
    """Find which states hold.

    The graph model: states, who can move where, and what would deter whom. Exact, with the
    reason for every verdict under --json.
    """
    from tracktwo.analyses.stability.export import as_json as exported
    from tracktwo.analyses.stability.result import Asked
    from tracktwo.analyses.stability.stability import stability as analyse
    from tracktwo.casemodel.files import load_case

    if bool(inverse) != bool(party):
        raise InputError("--inverse STATE and --party P go together; give both")
    asked = Asked(_concepts(concept), coalitions, start, inverse, party, horizon, flips)
    loaded = load_case(case)
    result = analyse(loaded, asked)
    if as_json:
        print_json(exported(result))
    else:
        print_stability(loaded, result, asked)
    return DONE


def _concepts(chosen: list[str] | None) -> tuple:  # type: ignore[type-arg]  # of concepts, checked here
    unknown = [each for each in chosen or () if each.lower() not in _NAMES]
    if unknown:
        raise InputError(f'"{unknown[0]}" is no concept; name {", ".join(_NAMES)}')
    return tuple(dict.fromkeys(each.lower() for each in chosen)) if chosen else tuple(_NAMES)


def print_stability(case: "Case", result: "StabilityResult", asked: "Asked") -> None:
    """Print the state table, and what else was asked, in the case's own words."""
    model = result.model
    print(f"{case.title} (as of {case.as_of})")
    held = {state for each in result.verdicts.values() for state in each.equilibria}
    print(f"{model.states:,} states, {len(held):,} held by every party under some concept")
    print()
    shown = sorted(held | {model.status_quo or 0}) if model.states > _SHOWN else range(model.states)
    for number, lever in enumerate(model.levers, start=1):
        print(f"{number} {lever.id}: {lever.title}")
    numbers = [str(number) for number in range(1, len(model.levers) + 1)]
    columns = ["state", *numbers, "holds under", "name"]
    print_table("", columns, [_row(result, state) for state in list(shown)[:_SHOWN]])
    for line in _more(case, result, asked):
        print(line)


def _row(result: "StabilityResult", state: int) -> list[str]:
    model = result.model
    holds = [_NAMES[name] for name, each in result.verdicts.items() if state in each.equilibria]
    mark = " *" if state == model.status_quo else ""
    letters = list(model.bits[state]) if model.levers else []
    name = model.ids[state] if model.levers else f"{model.codes[state]} {model.ids[state]}"
    return [
        f"{model.codes[state] if model.levers else name}{mark}",
        *letters,
        ", ".join(holds) or "–",
        model.labels[state],
    ]


def _more(case: "Case", result: "StabilityResult", asked: "Asked") -> "Iterator[str]":
    model = result.model
    names = {each.id: each.name for each in case.parties}
    who = [names[party] for party in model.parties]
    if model.status_quo is not None:
        yield "* the status quo"
    yield from _other_verdicts(result)
    yield from _ways(result, who)
    for name, states in zip(who, result.limited or (), strict=False):
        yield f"{name} stays, looking {asked.horizon} moves ahead: {_listed(model, states)}"
    for found in result.inverses:
        yield from _inverse_lines(model, who, found)
    for flip in result.flips or ():
        changed = [f"gains {model.codes[state]}" for state in flip.gained]
        changed += [f"loses {model.codes[state]}" for state in flip.lost]
        yield (
            f"If {who[flip.party]} preferred {model.codes[flip.lower]} to "
            f"{model.codes[flip.upper]}, {_NAMES[flip.concept]} {', '.join(changed)}"
        )


def _other_verdicts(result: "StabilityResult") -> "Iterator[str]":
    model = result.model
    for concept, states in result.together.items():
        yield f"Held by every coalition, {_NAMES[concept]}: {_listed(model, states)}"
    for (concept, extension), verdicts in result.uncertain.items():
        held = _listed(model, verdicts.equilibria)
        yield f"{_NAMES[concept]} under extension {extension}: {held}"
    for concept, verdicts in result.strong.items():
        yield f"Strongly held, {_NAMES[concept]}: {_listed(model, verdicts.equilibria)}"


def _ways(result: "StabilityResult", who: list[str]) -> "Iterator[str]":
    model = result.model
    for name, routes in result.routes.items():
        yield f"Ways from {model.codes[result.start or 0]} by {name}:"
        for route in routes:
            steps = ", ".join(f"{who[party]} to {model.codes[to]}" for party, to in route.path)
            yield f"   to {model.codes[route.state]}: {steps or 'there already'}"
        if not routes:
            yield "   to no state that holds"


def _listed(model: "Model", states: tuple[int, ...]) -> str:
    return ", ".join(str(model.codes[state]) for state in states) or "none"


def _inverse_lines(model: "Model", who: list[str], found: "Inverse") -> "Iterator[str]":
    name = f"{_NAMES[found.concept]} for {model.codes[found.state]}"
    if found.blocked_by:
        team = ", ".join(who[each] for each in found.blocked_by)
        yield f"{name}: no ranking of {who[found.party]} will do; {team} would leave"
        return
    yield f"{name}: {found.count:,} of {found.rankings:,} rankings of {who[found.party]}"
    if found.terms:
        terms = " ".join(
            f"{'+' if term.sign > 0 else '−'} 1/{term.over}" for term in found.terms[1:]
        )
        yield f"   = {found.rankings:,} × (1 {terms})".replace("  ", " ")
    if found.change:
        better = " > ".join(
            " ~ ".join(str(model.codes[state]) for state in tied) for tied in found.ranking
        )
        yield f"   nearest ranking, {found.change} pair{'s' * (found.change > 1)} changed: {better}"
