"""Where parties rank instead of giving points: what holds for all of them, for some, for none?"""

from tracktwo.analyses.settlement.settlement import Count, Ranked, Settlement
from tracktwo.brief.computed import computed
from tracktwo.brief.lists import agreeing, in_text, listed
from tracktwo.brief.sections.acceptable import how_many
from tracktwo.brief.sentence import Sentence
from tracktwo.casemodel.case import Case

_ROOM = {
    "all": "A zone exists for all points that agree with that",
    "some": "A zone exists for some points that agree with that, and not for others",
    "none": "No points that agree with that give a zone",
    "some or all": "A zone exists for some points that agree with that, perhaps for all",
    "none or some": "No points that agree with that were found to give a zone, nor excluded",
    "undecided": "Whether points that agree with that give a zone could not be decided",
}


def ranked(case: Case, settlement: Settlement, found: Ranked) -> Sentence:
    """Say what follows from rankings alone; all other numbers are then of one example."""
    names = [party.name for party in case.parties if party.id in found.parties]
    verb = agreeing(names[0], "gives", "give") if len(names) == 1 else "give"
    return computed(
        settlement,
        f"{listed(map(in_text, names))} {verb} an order instead of points. {_ROOM[found.room]}: "
        f"whatever the points, {_many(found.acceptable_for_all)} acceptable and "
        f"{_many(found.efficient_for_all)} efficient too; for some points, "
        f"{_many(found.acceptable_for_some)} acceptable and {_many(found.efficient_for_some)} "
        "efficient. Points shown here are the middle of those that agree.",
        (),
    )


def _many(count: Count) -> str:
    """Write how many packages are so.

    >>> _many(Count(0, 0)), _many(Count(1, 1)), _many(Count(2, 5))
    ('no package is', '1 package is', 'between 2 and 5 packages are')
    """
    if count.high == 0:
        return "no package is"
    one = count.exact and count.high == 1
    return f"{how_many(count)} package{' is' if one else 's are'}"
