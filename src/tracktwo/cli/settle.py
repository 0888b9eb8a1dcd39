"""``tracktwo settle``: is there room for an agreement?"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tracktwo.cli.guard import DONE
from tracktwo.cli.printing import print_json, print_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracktwo.analyses.settlement.settlement import Package, Settlement
    from tracktwo.casemodel.case import Case


def settle(
    case: Annotated[Path, typer.Argument(metavar="CASE", help="A case folder, or a case file.")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> int:
    """Find what everyone could accept.

    Exact: the acceptable packages, the best of them with all ties, or the red lines that
    exclude each other.
    """
    from tracktwo.analyses.settlement.export import as_json as exported
    from tracktwo.analyses.settlement.settle import settle as settle_case
    from tracktwo.casemodel.files import load_case

    loaded = load_case(case)
    settlement = settle_case(loaded)
    if as_json:
        print_json(exported(settlement))
    else:
        print_settlement(loaded, settlement)
    return DONE


def print_settlement(case: "Case", settlement: "Settlement") -> None:
    """Print what a settlement analysis found, in the case's own words."""
    print(f"{case.title}, as of {case.as_of}")
    print(
        f"{settlement.packages} packages, {settlement.permitted} permitted by the rules, "
        f"{len(settlement.acceptable)} acceptable, {len(settlement.frontier)} on the frontier\n"
    )
    if settlement.acceptable:
        solutions = (
            ("Nash", settlement.nash),
            ("Kalai–Smorodinsky", settlement.kalai_smorodinsky),
            ("egalitarian", settlement.egalitarian),
            ("utilitarian", settlement.utilitarian),
        )
        rows = [row for name, found in solutions for row in _solution_rows(name, found)]
        parties = [party.name for party in case.parties if _has_points(settlement, party.id)]
        print_table("Solutions", ("solution", *parties, "package"), rows)
    for conflict in settlement.conflicts:
        print("Cannot all be met: " + ", ".join(line.id for line in conflict))


def _solution_rows(name: str, found: "tuple[Package, ...]") -> "Iterator[tuple[str, ...]]":
    for package in found:
        worths = [f"{float(worth):.2f}" for _, worth in package.utilities]
        yield name, *worths, ", ".join(f"{issue}={option}" for issue, option in package.options)


def _has_points(settlement: "Settlement", party: str) -> bool:
    return any(party == known for known, _ in settlement.acceptable[0].utilities)
