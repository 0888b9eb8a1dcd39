"""What does each party want, accept and refuse, option by option?"""

from collections.abc import Iterator

from tracktwo.brief.blocks import Cell, Column, Row, Table
from tracktwo.brief.ground import Ground
from tracktwo.brief.lists import figured
from tracktwo.casemodel.case import Case, Issue, Position
from tracktwo.casemodel.estimate import Estimate


def positions(ground: Ground, case: Case) -> Table:
    """Give the table of issues: options down, parties across.

    An option is *refused* when it is a red line, *best* when it has the most points of those
    not refused (all that tie), *acceptable* when it has points and is not refused, and
    *not stated* when the party has no points on the issue. Evidence stands with what is best
    and what is refused; a cell without it is an estimate.
    """
    found = {(position.party, position.issue): position for position in case.positions}
    return Table(
        "positions",
        f"Issues and positions: {figured(len(case.issues), 'issue')}, "
        f"{figured(len(case.parties), 'party', 'parties')}",
        "A numbered cell rests on a quotation. A cell in italics marked est. is an estimate of the "
        "case. “Not stated” is not consent. Under each party: what the issue weighs for it.",
        (
            Column("Option"),
            *(Column(party.name, party=at) for at, party in enumerate(case.parties)),
        ),
        tuple(row for issue in case.issues for row in _issue(ground, case, issue, found)),
        foot="● best, ○ acceptable, × refused, · not stated. Weights and points are estimates.",
        illustrative=True,
        grid=True,
    )


def _issue(
    ground: Ground, case: Case, issue: Issue, found: dict[tuple[str, str], Position]
) -> Iterator[Row]:
    weights = (
        _weight(found[party.id, issue.id].weight) if (party.id, issue.id) in found else Cell()
        for party in case.parties
    )
    yield Row((Cell((issue.title,)), *weights), level="group", silent=True)
    for option in issue.options:
        cells = (
            _cell(ground, found.get((party.id, issue.id)), option.id) for party in case.parties
        )
        yield Row((Cell((option.title,)), *cells), silent=True)


def _weight(weight: Estimate | None) -> Cell:
    if weight is None:
        return Cell()
    spread = "" if weight.low == weight.high else f" ({weight.low}–{weight.high})"
    return Cell((f"weight {weight.best}{spread}",), estimate=True)


def _cell(ground: Ground, position: Position | None, option: str) -> Cell:
    if position is None:
        return Cell(("not stated",), sign="not stated")
    evidence = ground.citations.of_case(position.evidence)
    if option in position.refuses:
        return Cell(("refused",), evidence, sign="refused", estimate=not evidence)
    points = dict(position.points)
    if option not in points:
        return Cell(("not stated",), sign="not stated")
    if points[option] == max(v for o, v in points.items() if o not in position.refuses):
        return Cell(("best",), evidence, sign="best", estimate=not evidence)
    return Cell(("acceptable",), sign="acceptable", estimate=True)
