"""Which packages are there, what is each worth to whom, and what excludes it? For the pictures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import prod

from tracktwo.analyses.settlement.worth import Worth, scaled_worth
from tracktwo.casemodel.case import Case, Rule

MOST = 20_000
_Side = tuple[tuple[int, frozenset[int]], ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """A package that the rules permit: options by place, worths in small units, who refuses it."""

    options: tuple[int, ...]
    worths: tuple[int, ...]
    refused_by: frozenset[int]


def few_enough(case: Case) -> bool:
    """Tell whether a case has so few packages that each can be drawn."""
    return 0 < prod(len(issue.options) for issue in case.issues) <= MOST


def placed(case: Case, worth: Worth | None = None) -> Iterator[Placed]:
    """Give every package that the rules permit, in the order of issues and options.

    Time and memory grow with the number of packages; ask `few_enough` first.
    """
    worth = worth or scaled_worth(case)
    refused = _refused(case)
    partial = [Placed((), (0,) * len(case.parties), frozenset())]
    for at, issue in enumerate(case.issues):
        partial = [
            _with(package, at, option, worth, refused)
            for package in partial
            for option in range(len(issue.options))
        ]
    rules = [_by_place(case, rule) for rule in case.rules]
    together = [
        (_party(case, refusal.party), _side(case, refusal.together)) for refusal in case.refusals
    ]
    permitted = (p for p in partial if all(_permits(rule, p.options) for rule in rules))
    return (_refused_too(package, together) for package in permitted)


def _refused_too(package: Placed, together: Sequence[tuple[int, _Side]]) -> Placed:
    """Add those who refuse a combination of options that the package holds."""
    also = {
        party
        for party, side in together
        if all(package.options[issue] in options for issue, options in side)
    }
    return replace(package, refused_by=package.refused_by | also) if also else package


def _party(case: Case, party: str) -> int:
    return next(at for at, each in enumerate(case.parties) if each.id == party)


def _with(
    package: Placed,
    issue: int,
    option: int,
    worth: Worth,
    refused: dict[tuple[int, int], frozenset[int]],
) -> Placed:
    worths = tuple(
        total + worth.options[party][issue][option] for party, total in enumerate(package.worths)
    )
    by = refused.get((issue, option))
    return Placed(
        (*package.options, option), worths, package.refused_by | by if by else package.refused_by
    )


def _refused(case: Case) -> dict[tuple[int, int], frozenset[int]]:
    found: dict[tuple[int, int], frozenset[int]] = {}
    for position in case.positions:
        party = _party(case, position.party)
        for option in position.refuses:
            place = _place(case, position.issue, option)
            found[place] = found.get(place, frozenset()) | {party}
    return found


def _place(case: Case, issue: str, option: str) -> tuple[int, int]:
    at = next(at for at, each in enumerate(case.issues) if each.id == issue)
    options = case.issues[at].options
    return at, next(place for place, each in enumerate(options) if each.id == option)


_Placed_rule = tuple[_Side, _Side]


def _by_place(case: Case, rule: Rule) -> _Placed_rule:
    return _side(case, rule.given), _side(case, rule.then)


def _side(
    case: Case, side: tuple[tuple[str, tuple[str, ...]], ...]
) -> tuple[tuple[int, frozenset[int]], ...]:
    return tuple(
        (
            _place(case, issue, options[0])[0],
            frozenset(_place(case, issue, option)[1] for option in options),
        )
        for issue, options in side
        if options
    )


def _permits(rule: _Placed_rule, options: tuple[int, ...]) -> bool:
    given, then = rule
    holds = all(options[issue] in allowed for issue, allowed in given)
    return not holds or all(options[issue] in allowed for issue, allowed in then)
