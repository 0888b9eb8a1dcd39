"""``tracktwo settle``: is there room for an agreement?"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tracktwo.cli.guard import DONE
from tracktwo.cli.printing import print_json, print_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracktwo.analyses.settlement.settlement import RedLine, Settlement
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
    print(f"{case.title} (as of {case.as_of})")
    print(
        f"{settlement.packages:,} packages, {settlement.permitted:,} permitted by the rules, "
        f"{len(settlement.acceptable):,} acceptable, {len(settlement.frontier):,} on the frontier"
    )
    print()
    if settlement.acceptable:
        parties = dict(settlement.acceptable[0].utilities)
        names = [party.name for party in case.parties if party.id in parties]
        print_table("", ("solution", *names, "package"), solution_rows(settlement))
    for number, conflict in enumerate(settlement.conflicts, start=1):
        print(f"{number}. These cannot all be met:")
        print("\n".join(f"   {line}" for line in conflict_lines(case, conflict)))
    if not settlement.conflicts_complete:
        print("There are more such groups than were looked for.")


def solution_rows(settlement: "Settlement") -> "Iterator[tuple[str, ...]]":
    """Give each solution with every package that ties for it, worths rounded to hundredths."""
    solutions = (
        ("Nash", settlement.nash),
        ("Kalai–Smorodinsky", settlement.kalai_smorodinsky),
        ("egalitarian", settlement.egalitarian),
        ("utilitarian", settlement.utilitarian),
    )
    for name, found in solutions:
        for package in found:
            worths = [f"{float(worth):.2f}" for _, worth in package.utilities]
            options = "\n".join(f"{issue}: {option}" for issue, option in package.options)
            yield name, *worths, options


def conflict_lines(case: "Case", conflict: "tuple[RedLine, ...]") -> "Iterator[str]":
    """Give the red lines of a conflict, those of one party on one issue together."""
    from tracktwo.analyses.settlement.export import exact_text

    names = {party.id: party.name for party in case.parties}
    refused: dict[tuple[str, str], list[str]] = {}
    for line in conflict:
        if line.kind == "option":
            refused.setdefault((line.party, line.issue), []).append(line.option)
    for (party, issue), options in refused.items():
        yield f"{names[party]} refuses {issue}: {', '.join(options)}"
    for line in conflict:
        if line.kind == "no_agreement" and line.value is not None:
            worth = exact_text(line.value)
            yield f"{names[line.party]} refuses what is worth less to it than {worth}"
