"""What is claimed, and what do the same sources set against it?"""

from collections.abc import Iterator

from tracktwo.brief.blocks import Absence, Block, Cell, Column, Row, Section, Sentences, Table
from tracktwo.brief.cells import said, said_with_verb, voice, words
from tracktwo.brief.citation import Citation
from tracktwo.brief.ground import Ground
from tracktwo.brief.law import reach
from tracktwo.brief.lists import figured
from tracktwo.brief.quoting import passage
from tracktwo.brief.sections.signed import assumptions, judgements
from tracktwo.reading.reading import Counter


def narrative(ground: Ground) -> Section:
    """Give each claim beside what the same source sets against it, with the words that do so."""
    rows = tuple(
        row
        for reading in ground.readings
        for pair in reading.counters
        for row in _row(ground, pair)
    )
    blocks: list[Block] = []
    if rows:
        blocks.append(
            Table(
                "counters",
                f"Claims and what is set against them: {figured(len(rows), 'pair')}",
                "Every row is an attributed claim. The counter is what the same source sets "
                "against the claim. It is not this brief’s verdict.",
                (
                    Column("Claim", "quote"),
                    Column("By"),
                    Column("Set against it", "quote"),
                    Column("By"),
                    Column("Cue"),
                ),
                rows,
                kind="claim",
            )
        )
    else:
        blocks.append(
            Absence("The sources set nothing against a claim that they report.", ground.searched())
        )
    signed = judgements(ground, "narrative") + assumptions(ground, "narrative")
    if signed:
        blocks.append(Sentences(signed))
    return Section("narrative", "Narrative and record", tuple(blocks))


def _row(ground: Ground, pair: Counter) -> Iterator[Row]:
    claim, counter = ground.citations.find(pair.claim), ground.citations.find(pair.counter)
    if claim is None or counter is None:
        return
    yield Row(
        (
            said(claim),
            voice(claim),
            _set_against(counter),
            voice(counter),
            _cue(ground, pair, counter),
        )
    )


def _set_against(counter: Citation) -> Cell:
    """Quote a counter; a denial with its verb, since what it denies says the opposite."""
    denies = counter.statement is not None and counter.statement.act in {"deny", "reject"}
    return said_with_verb(counter) if denies else said(counter)


def _cue(ground: Ground, pair: Counter, counter: Citation) -> Cell:
    """Quote the cue; it has a number of its own where it stands apart from the counter."""
    if pair.cue is None:
        return words("no cue")
    document = counter.document
    near = document.quote(pair.cue) in reach(counter)
    at = () if near else (ground.citations.at(document.sha256, pair.cue).number,)
    return Cell((passage(document, pair.cue, 80),), at)
