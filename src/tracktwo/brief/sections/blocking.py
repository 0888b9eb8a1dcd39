"""Who blocks what: how many packages does each red line refuse by itself?"""

from fractions import Fraction

from tracktwo.analyses.settlement.settlement import RedLine, Settlement
from tracktwo.brief.blocks import Cell, Column, Row, Table
from tracktwo.brief.cells import words
from tracktwo.brief.ground import Ground
from tracktwo.brief.red_lines import decimal, together
from tracktwo.casemodel.case import Case


def blocking(
    ground: Ground, case: Case, settlement: Settlement, blocks: list[tuple[RedLine, int]]
) -> Table:
    """Give the red lines that refuse anything, those that refuse most first."""
    ordered = sorted(blocks, key=lambda pair: -pair[1])
    return Table(
        "blocks",
        "Who blocks what",
        f"How many of the {settlement.permitted:,} permitted packages each red line refuses by "
        "itself, whether or not another refuses them too.",
        (
            Column("Party"),
            Column("Refuses"),
            Column("On"),
            Column("Packages", "number"),
            Column("Share", "number"),
        ),
        tuple(
            Row(
                (
                    _party(ground, line.party),
                    *_refused(case, line),
                    words(f"{count:,}"),
                    words(f"{round(100 * count / settlement.permitted)} %"),
                ),
                silent=True,
            )
            for line, count in ordered
        ),
        illustrative=True,
    )


def _refused(case: Case, line: RedLine) -> tuple[Cell, Cell]:
    if line.kind == "no_agreement":
        floor = decimal(line.value or Fraction())
        return Cell((f"fewer than {floor} points in all",), estimate=True), words("the whole")
    if line.kind == "combination":
        return words("; ".join(together(case, line))), words("together")
    issue = next(issue for issue in case.issues if issue.id == line.issue)
    option = next(option for option in issue.options if option.id == line.option)
    return words(option.title), words(issue.title)


def _party(ground: Ground, party: str) -> Cell:
    side = ground.sides.by_actor[party]
    return Cell((side.name,), party=side.place)
