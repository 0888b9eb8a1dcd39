"""What does each party want, accept and refuse, option by option?"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby
from operator import itemgetter

from tracktwo.brief.blocks import Cell, Column, Row, Table
from tracktwo.brief.ground import Ground
from tracktwo.brief.lists import figured
from tracktwo.casemodel.case import Case, Issue, Position


def positions(ground: Ground, case: Case) -> Table:
    """Give the table of issues: options down, parties across.

    An option is *refused* when it is a red line, *best* when it has the most points of those
    not refused, or the first place of its order (all that tie), *acceptable* when it has points or
    a place and is not refused, and *not stated* when the party has neither on the issue. Evidence
    stands with what is best and what is refused; a cell without it is an estimate. On a scale,
    steps in a row that are the same to everyone share a row.
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
        _weight(found[party.id, issue.id]) if (party.id, issue.id) in found else Cell()
        for party in case.parties
    )
    yield Row((Cell((issue.title,)), *weights), level="group", silent=True)
    rows = [
        (
            option.title,
            [_cell(ground, found.get((p.id, issue.id)), option.id) for p in case.parties],
        )
        for option in issue.options
    ]
    if issue.scale is None:
        runs = [([title], cells) for title, cells in rows]
    else:  # steps that are the same to everyone share a row
        grouped = groupby(rows, key=itemgetter(1))
        runs = [([title for title, _ in run], cells) for cells, run in grouped]
    for titles, cells in runs:
        title = titles[0] if len(titles) == 1 else f"{titles[0]} to {titles[-1]}"
        yield Row((Cell((title,)), *cells), silent=True)


def _weight(position: Position) -> Cell:
    if position.rank is not None:
        return Cell((f"rank {position.rank}",), estimate=True)
    weight = position.weight
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
    places = {o: Fraction(-place) for place, tied in enumerate(position.order) for o in tied}
    worth = places or {o: Fraction(points) for o, points in position.points}
    if option not in worth:
        return Cell(("not stated",), sign="not stated")
    if worth[option] == max(v for o, v in worth.items() if o not in position.refuses):
        return Cell(("best",), evidence, sign="best", estimate=not evidence)
    return Cell(("acceptable",), sign="acceptable", estimate=True)
