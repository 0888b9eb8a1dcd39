"""Is there room for an agreement: what does anyone call negotiable, and what do the numbers say?"""

from collections.abc import Iterator

from tracktwo.brief.blocks import Absence, Block, Note, Section, Sentences
from tracktwo.brief.ground import Ground
from tracktwo.brief.lists import agreeing, counted, first_upper, in_text
from tracktwo.brief.naming import retellers
from tracktwo.brief.quoting import passage
from tracktwo.brief.sections.agreement import agreement
from tracktwo.brief.sections.positions import positions
from tracktwo.brief.sections.signed import assumptions, judgements
from tracktwo.brief.sentence import Part, Sentence, stopped
from tracktwo.brief.sides import folded
from tracktwo.reading.reading import Reading, Room

_ILLUSTRATIVE = Note(
    (
        (
            "Estimates.",
            (
                "The sources give no points, no weights and no value of having no agreement. Those "
                "are estimates of the case, as low, best and high, and are marked est."
            ),
        ),
    ),
    aside=True,
)


def room(ground: Ground) -> Section:
    """Give what anyone names as negotiable, and, with a case, the positions and the zone."""
    named = tuple(
        _named(ground, reading, each) for reading in ground.readings for each in reading.room
    )
    blocks: list[Block] = [_ILLUSTRATIVE] if ground.material.case else []
    if named:
        blocks.append(Sentences(named, heading="What anyone names as negotiable"))
    else:
        blocks.append(
            Absence("No voice in the sources names anything as negotiable.", ground.searched())
        )
    blocks += _of_case(ground)
    signed = judgements(ground, "room") + assumptions(ground, "room")
    if signed:
        blocks.append(Sentences(signed))
    return Section("room", "Room for agreement", tuple(blocks))


def _of_case(ground: Ground) -> Iterator[Block]:
    case = ground.material.case
    if case is None:
        yield Absence(
            "No case is at hand, so no zone of agreement is worked out. A case names the issues, "
            "their options and the red lines."
        )
        return
    if case.issues:
        yield positions(ground, case)
    else:
        yield Absence(
            "The case names no issue, so there is nothing to settle.",
            f"searched: a case with {counted(len(case.parties), 'party', 'parties')}",
        )
    yield from agreement(ground, case)


def _named(ground: Ground, reading: Reading, named: Room) -> Sentence:
    document = ground.document(reading)
    citation = ground.citations.find(named.statement) or ground.citations.at(
        reading.document, named.span
    )
    by = ground.author(document) if folded(named.by) in ("", "author") else named.by
    retold = f", as retold by {names[-1]}," if (names := retellers(citation)) else ""
    parts: list[Part] = [
        f"{first_upper(in_text(by))}{retold} {agreeing(by, 'names', 'name')} as negotiable: ",
        passage(document, named.span),
    ]
    for at, limit in enumerate(named.limits):
        parts += [", within this limit: " if at == 0 else " and ", passage(document, limit)]
    numbers = {citation.number}
    numbers |= {ground.citations.at(reading.document, limit).number for limit in named.limits}
    return Sentence("claim", stopped(tuple(parts)), evidence=tuple(sorted(numbers)), speaker=by)
