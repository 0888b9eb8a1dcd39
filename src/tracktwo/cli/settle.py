"""``tracktwo settle``: is there room for an agreement?"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tracktwo.cli.guard import DONE
from tracktwo.cli.printing import print_json, print_table
from tracktwo.cli.standing_out import (
    count_words,
    print_ranks,
    print_robustness,
    print_standing_out,
)
from tracktwo.cli.wording import red_line_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracktwo.analyses.settlement.settlement import Settlement
    from tracktwo.casemodel.case import Case


def settle(
    case: Annotated[Path, typer.Argument(metavar="CASE", help="A case folder, or a case file.")],
    package: Annotated[
        str,
        typer.Option(
            metavar="ISSUE=OPTION,…", help="Judge this one package: one option for every issue."
        ),
    ] = "",
    *,
    robust: Annotated[
        bool, typer.Option("--robust", help="Settle again over the low to high estimates.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> int:
    """Find what everyone could accept.

    Exact: how many packages are acceptable, the best of them with all ties, or the red lines that
    exclude each other, and what dropping them would open.
    """
    from tracktwo.analyses.settlement.export import as_json as exported
    from tracktwo.analyses.settlement.export import package_as_json
    from tracktwo.analyses.settlement.package import judge_package
    from tracktwo.analyses.settlement.robust import robustness
    from tracktwo.analyses.settlement.settle import settle as settle_case
    from tracktwo.casemodel.files import load_case
    from tracktwo.cli.judged import options_in, print_judged

    loaded = load_case(case)
    if package:
        judged = judge_package(loaded, options_in(package))
        if as_json:
            print_json(package_as_json(judged))
        else:
            print_judged(loaded, judged)
        return DONE
    settlement = settle_case(loaded)
    over_ranges = robustness(loaded) if robust else None
    if as_json:
        print_json(exported(settlement, over_ranges))
        return DONE
    print_settlement(loaded, settlement)
    if over_ranges is not None:
        print_robustness(loaded, over_ranges)
    return DONE


def print_settlement(case: "Case", settlement: "Settlement") -> None:
    """Print what a settlement analysis found, in the case's own words."""
    print(f"{case.title} (as of {case.as_of})")
    if settlement.ranked is not None:
        print_ranks(case, settlement.ranked)
    known = "" if settlement.frontier_exact else "only some points of the frontier are known: "
    print(
        f"{settlement.packages:,} packages, {settlement.permitted:,} permitted by the rules, "
        f"{count_words(settlement.count)} acceptable, {known}{len(settlement.frontier):,} on the "
        "frontier"
    )
    print()
    if settlement.frontier:
        parties = dict(settlement.frontier[0].utilities)
        names = [party.name for party in case.parties if party.id in parties]
        print_table("", ("solution", *names, "package"), solution_rows(settlement))
    for number, conflict in enumerate(settlement.conflicts, start=1):
        print(f"{number}. These cannot all be met:")
        print("\n".join(f"   {line}" for line in red_line_words(case, conflict)))
    if not settlement.conflicts_complete:
        print("There are more such groups than were looked for.")
    print_standing_out(case, settlement)
    print_issues(case, settlement)
    print_openings(case, settlement)
    print_bounds(settlement)
    print_division(case)


def print_issues(case: "Case", settlement: "Settlement") -> None:
    """Print on which issues all efficient packages agree, where the whole frontier is known."""
    from tracktwo.analyses.settlement.per_issue import efficient_options

    if not settlement.room or not settlement.frontier_exact:
        return
    left = efficient_options(case, settlement)
    settled = [f"{issue}: {options[0]}" for issue, options in left if len(options) == 1]
    contested = [issue for issue, options in left if len(options) > 1]
    print()
    print(f"Settled on the whole frontier: {'; '.join(settled) or 'nothing'}")
    print(f"Contested: {', '.join(contested) or 'nothing'}")


def print_openings(case: "Case", settlement: "Settlement") -> None:
    """Print what would have to be dropped for a zone to open."""
    from tracktwo.analyses.settlement.exact_text import exact_text

    if not settlement.openings:
        return
    print()
    print("What would open a zone, fewest red lines first:")
    for opening in settlement.openings:
        lines = "; ".join(red_line_words(case, opening.without))
        to = (
            f", or asks for no more than {exact_text(opening.to)}" if opening.to is not None else ""
        )
        print(f"   {count_words(opening.opens)} packages without: {lines}{to}")


def print_bounds(settlement: "Settlement") -> None:
    """Print how far solutions that no whole frontier bears out could be surpassed."""
    for each in settlement.certificates:
        if each.by == "milp":
            print(
                f"{each.solution}: {each.objective} {float(each.value):.6g}; no package exceeds "
                f"{float(each.bound):.6g} (gap {float(each.gap):.2%}, integer programme)"
            )


def print_division(case: "Case") -> None:
    """Print what adjusted winner gives, where it can be asked."""
    from tracktwo.analyses.settlement.dividing import divided

    award = divided(case)
    if award is None:
        return
    first, second = case.parties
    won = ", ".join(issue for issue, share in award.shares if share == 1)
    part = dict(award.shares).get(award.divided)
    print()
    print(
        f"If every issue could be divided (adjusted winner): {float(award.points[0]):g} points to "
        f"{first.name}, {float(award.points[1]):g} to {second.name}."
    )
    split = f", and {part} of {award.divided}" if part is not None else ""
    print(f"   {first.name} gets its way on {won or 'nothing whole'}{split}.")


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
