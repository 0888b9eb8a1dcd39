"""What could be traded: which swaps between issues gain for some and cost nobody?"""

from collections.abc import Iterator, Mapping
from itertools import combinations

from tracktwo.analyses.settlement.issue_by_issue import issue_by_issue
from tracktwo.analyses.settlement.package import Judged, Trade, judge_package
from tracktwo.analyses.settlement.settlement import Package, Settlement
from tracktwo.analyses.settlement.worth import Worth, scaled_worth
from tracktwo.brief.blocks import Block, Sentences
from tracktwo.brief.computed import computed
from tracktwo.brief.ground import Ground
from tracktwo.brief.lists import agreeing, first_upper, in_text, listed
from tracktwo.brief.red_lines import behind, decimal, lines_in_words, title_of
from tracktwo.casemodel.case import Case

_SHOWN = 4
_MOST_SWAPS = 1_000_000


def trading(ground: Ground, case: Case, settlement: Settlement) -> Iterator[Block]:
    """Give the trades from the outcome that settling one issue at a time would have.

    Where the parties name one and the same package as what no agreement amounts to, the trades
    are from that. Nothing is given where the rules forbid the outcome, where no party has
    points, or where there are more swaps than can be looked at.
    """
    worth = scaled_worth(case)
    swaps = sum(
        len(a.options) * len(b.options) for a, b in combinations([*case.issues, *case.issues], 2)
    )
    if not worth.entering or swaps > _MOST_SWAPS:
        return
    today = _status_quo(case)
    judged = judge_package(case, today or issue_by_issue(case, worth))
    if not judged.permitted:
        return
    start = _start(case, settlement, judged, today=bool(today))
    told = [computed(settlement, start, behind(ground, case, judged.refused))]
    told += [
        computed(settlement, _trade(case, worth, trade), _behind(ground, case, trade))
        for trade in judged.trades[:_SHOWN]
    ]
    if not judged.trades:
        no_swap = "From there no change of one or two issues gains for anyone and costs nobody."
        told.append(computed(settlement, no_swap, ()))
    told += [
        computed(settlement, words, _behind(ground, case, trade))
        for words, trade in _between(case, settlement)
    ]
    yield Sentences(tuple(told), heading="What could be traded")


def _status_quo(case: Case) -> Mapping[str, str]:
    """Give the package that all parties name as no agreement; empty where they name no one."""
    named = {party.no_agreement_as for party in case.parties}
    package = dict(next(iter(named))) if len(named) == 1 else {}
    return package if set(package) == {issue.id for issue in case.issues} else {}


def _start(case: Case, settlement: Settlement, judged: Judged, *, today: bool) -> str:
    opening = (
        "The case describes no agreement as a package"
        if today
        else "Suppose that each issue were settled by itself, on the option that serves the party "
        "served worst there best"
    )
    known = [
        name
        for name, packages in _solutions(settlement).items()
        if any(judged.package.options == each.options for each in packages)
    ]
    if known:
        return f"{opening}: the outcome would be the {listed(known)} package."
    outcome = "; ".join(
        f"“{title_of(case, issue, option)}” on “{title_of(case, issue)}”"
        for issue, option in judged.package.options
    )
    worths = listed(
        f"{decimal(value)} points to {in_text(_name(case, party))}"
        for party, value in judged.package.utilities
    )
    crossed = "; ".join(lines_in_words(case, judged.refused))
    verdict = "acceptable" if judged.acceptable else "not acceptable"
    why = f": {crossed}" if crossed and not judged.acceptable else ""
    return f"{opening}: {outcome}. It is worth {worths}, and is {verdict}{why}."


def _solutions(settlement: Settlement) -> dict[str, tuple[Package, ...]]:
    return {
        "Nash": settlement.nash,
        "Kalai–Smorodinsky": settlement.kalai_smorodinsky,
        "egalitarian": settlement.egalitarian,
        "utilitarian": settlement.utilitarian,
    }


def _between(case: Case, settlement: Settlement) -> Iterator[tuple[str, Trade]]:
    """Say what stays to be bargained over: from the first Nash package to each other solution."""
    seen = {package.utilities for package in settlement.nash}
    for name, packages in _solutions(settlement).items():
        if not packages or packages[0].utilities in seen:
            continue
        seen.add(packages[0].utilities)
        trade = _step(settlement.nash[0], packages[0])
        moves = "; ".join(
            f"“{title_of(case, i)}” {_moved(case, i, a, b)}" for i, a, b in trade.changes
        )
        gaining = _amounts(case, trade, 1)
        losing = _amounts(case, trade, -1)
        yield (
            f"From the Nash package to the {name} one, {moves}: {gaining} by that, and {losing}.",
            trade,
        )


def _step(old: Package, new: Package) -> Trade:
    """Give the difference of two packages as a trade, with gains of either sign."""
    pairs = zip(old.options, new.options, strict=True)
    changes = tuple(
        (issue, before, after) for (issue, before), (_, after) in pairs if before != after
    )
    worths = zip(old.utilities, new.utilities, strict=True)
    return Trade(changes, tuple((party, after - before) for (party, before), (_, after) in worths))


def _moved(case: Case, issue: str, old: str, new: str) -> str:
    return f"goes from “{title_of(case, issue, old)}” to “{title_of(case, issue, new)}”"


def _amounts(case: Case, trade: Trade, sign: int) -> str:
    """List who gains, or with a `sign` below 0 who loses, and how many points."""
    found = [(_name(case, party), gain) for party, gain in trade.gains if gain * sign > 0]
    verb = ("gain", "gains") if sign > 0 else ("lose", "loses")
    if not found:
        return f"nobody {verb[1]}"
    (first, most), *rest = found
    told = [f"{in_text(first)} {agreeing(first, verb[1], verb[0])} {decimal(abs(most))} points"]
    return listed(told + [f"{in_text(name)} {decimal(abs(gain))}" for name, gain in rest])


def _trade(case: Case, worth: Worth, trade: Trade) -> str:
    """Say who gives way on what, and what each gains."""
    clauses = [_change(case, worth, *change) for change in trade.changes]
    spared = "" if all(gain for _, gain in trade.gains) else ", and nobody loses"
    return f"{first_upper('; '.join(clauses))}. By that {_amounts(case, trade, 1)}{spared}."


def _change(case: Case, worth: Worth, issue: str, old: str, new: str) -> str:
    at = next(number for number, each in enumerate(case.issues) if each.id == issue)
    places = [option.id for option in case.issues[at].options]
    before, after = places.index(old), places.index(new)
    losing = [
        case.parties[party].name
        for party in worth.entering
        if worth.options[party][at][after] < worth.options[party][at][before]
    ]
    moved = f"“{title_of(case, issue)}” {_moved(case, issue, old, new)}"
    if not losing:
        return f"{moved}, at nobody's cost"
    verb = agreeing(losing[0], "gives way", "give way") if len(losing) == 1 else "give way"
    return f"{listed(map(in_text, losing))} {verb} as {moved}"


def _name(case: Case, party: str) -> str:
    return next(each.name for each in case.parties if each.id == party)


def _behind(ground: Ground, case: Case, trade: Trade) -> tuple[int, ...]:
    """Give the numbers of what the parties' positions on the traded issues rest on."""
    issues = {issue for issue, _, _ in trade.changes}
    return ground.citations.of_case(
        each
        for position in case.positions
        if position.issue in issues
        for each in position.evidence
    )
