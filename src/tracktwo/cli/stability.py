"""``tracktwo stability``: will it hold, and how could we get there?"""

from pathlib import Path
from typing import Annotated

import typer

from tracktwo.cli.guard import DONE
from tracktwo.cli.printing import print_json
from tracktwo.errors import InputError

_NAMES = ("nash", "gmr", "smr", "seq", "sseq")


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
    from tracktwo.cli.stability_lines import print_stability

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
    return tuple(dict.fromkeys(each.lower() for each in chosen)) if chosen else _NAMES
