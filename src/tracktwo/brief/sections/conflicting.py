"""If nothing is acceptable: which red lines exclude each other, and what would open a zone?"""

from collections.abc import Iterator

from tracktwo.analyses.settlement.settlement import Settlement
from tracktwo.brief.computed import computed
from tracktwo.brief.ground import Ground
from tracktwo.brief.lists import figured
from tracktwo.brief.red_lines import behind, decimal, lines_in_words
from tracktwo.brief.sentence import Sentence
from tracktwo.casemodel.case import Case

_CONFLICTS = 8
_OPENINGS = 8


def conflicts(ground: Ground, case: Case, settlement: Settlement) -> Iterator[Sentence]:
    """Say of each smallest set of red lines that no package meets them all."""
    for conflict in settlement.conflicts[:_CONFLICTS]:
        lines = "; ".join(lines_in_words(case, conflict))
        yield computed(
            settlement,
            f"These cannot all hold in one package: {lines}.",
            behind(ground, case, conflict),
        )
    left = len(settlement.conflicts) - _CONFLICTS
    if left > 0:
        yield computed(settlement, f"There are {left:,} more such sets.", ())


def openings(ground: Ground, case: Case, settlement: Settlement) -> Iterator[Sentence]:
    """Say which red lines would have to be dropped, by how much one would have to move."""
    for opening in settlement.openings[:_OPENINGS]:
        lines = "; ".join(lines_in_words(case, opening.without))
        all_of = "this " if len(opening.without) == 1 else "all of these "
        many = figured(opening.opens.high, "package")
        opened = many if opening.opens.exact else f"at most {many}"
        move = "" if opening.to is None else f" A value of {decimal(opening.to)} would do."
        yield computed(
            settlement,
            f"Dropping {all_of}opens {opened}: {lines}.{move}",
            behind(ground, case, opening.without),
        )
    left = len(settlement.openings) - _OPENINGS
    if left > 0:
        yield computed(settlement, f"There are {left:,} more such ways.", ())
