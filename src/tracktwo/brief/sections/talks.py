"""How does each party stand on talking, and what do others say of the talks?"""

import re
from collections.abc import Iterator

from tracktwo.brief.blocks import Absence, Block, Cell, Column, Row, Section, Sentences, Table
from tracktwo.brief.cells import dated, said_with_verb, words
from tracktwo.brief.citation import Citation
from tracktwo.brief.dates import years
from tracktwo.brief.ground import Ground
from tracktwo.brief.naming import speaker
from tracktwo.brief.sections.chronology import chronology
from tracktwo.brief.sections.signed import judgements
from tracktwo.brief.sentence import Sentence
from tracktwo.brief.sides import ACTING, Side
from tracktwo.brief.telling import told

TALKS = re.compile(
    r"\b(?:talks|negotiat\w+|mediat\w+|dialogue|round table|"
    r"(?:peace|ceasefire|settlement) (?:proposals?|plans?|process|conference|initiatives?)|"
    r"(?:meet|meeting|sit down|speak) with|back channel)\b",
    re.IGNORECASE,
)
_FIRST = re.compile(r"\b(?:before|until|unless|only if|only after|first|provided that)\b")
_STANCES = {
    "demand": "asks for something about talks",
    "propose": "offers or proposes",
    "accept": "agrees",
    "reject": "declines",
    "threaten": "warns",
    "promise": "pledges",
    "accuse": "charges another",
    "deny": "denies",
    "claim": "speaks of talks",
}
_SHOWN = 3  # acts per party in the table
_OTHERS = 6  # remarks by other voices


def talks(ground: Ground) -> Section:
    """Give each party's recorded acts about talks, what others say of them, and the timeline."""
    blocks: list[Block] = []
    found = stances(ground)
    if found:
        blocks.append(_table(found))
    else:
        blocks.append(Absence("No party was found, so no stance can be given.", ground.searched()))
    others = tuple(_others(ground))
    if others:
        blocks.append(Sentences(others, heading="What other voices say of the talks"))
    blocks.append(chronology(ground))
    signed = judgements(ground, "talks")
    if signed:
        blocks.append(Sentences(signed))
    return Section("talks", "State of the talks", tuple(blocks))


def stances(ground: Ground) -> tuple[tuple[Side, tuple[Citation, ...]], ...]:
    """Give for each party its statements about talks, the latest first.

    A statement is about talks when its words name talks, negotiations, mediation, dialogue or
    the like. Acts stand before remarks, dated ones before undated ones, later before earlier;
    what is still equal keeps the order of the text.
    """
    return tuple(
        (side, tuple(sorted(_about_talks(ground, side), key=_latest_first)))
        for side in ground.sides.parties
    )


def _about_talks(ground: Ground, side: Side) -> Iterator[Citation]:
    for citation in ground.statements():
        statement = citation.statement
        if statement is None or not statement.core or ground.sides.of(statement) != side:
            continue
        if TALKS.search(citation.quote):
            yield citation


def _latest_first(citation: Citation) -> tuple[bool, float, int]:
    statement = citation.statement
    end = years(statement.date) if statement else None
    act = statement is not None and statement.act in ACTING
    return (not act, -(end[1] if end else 0.0), citation.number)


def _table(found: tuple[tuple[Side, tuple[Citation, ...]], ...]) -> Table:
    rows = [row for side, acts in found for row in _rows(side, acts)]
    return Table(
        "talks",
        "Each party’s stance on talking",
        "Every row is an attributed claim. The stance names the act; the words are the source’s. "
        "The latest act stands first.",
        (
            Column("Party"),
            Column("Stance"),
            Column("Words", "quote"),
            Column("Speaker"),
            Column("As of"),
        ),
        tuple(rows),
        kind="claim",
    )


def _rows(side: Side, acts: tuple[Citation, ...]) -> Iterator[Row]:
    party = Cell((side.name,), party=side.place)
    if not acts:
        nothing = (Cell(("no stance in the sources",)), Cell(), Cell(), Cell())
        yield Row((party, *nothing), silent=True)
    for at, citation in enumerate(acts[:_SHOWN]):
        head = party if at == 0 else words("also")
        yield Row(
            (
                head,
                words(_stance(citation)),
                said_with_verb(citation),
                words(speaker(citation)),
                dated(citation),
            ),
            level="again" if at else "row",
        )


def _stance(citation: Citation) -> str:
    statement = citation.statement
    if statement is None:
        return ""
    if statement.negated:
        return f"is said not to have done so: {_STANCES[statement.act]}"
    if statement.act == "demand" and (statement.condition or _FIRST.search(citation.quote)):
        return "conditional: asks for something first"
    if statement.condition:
        return _STANCES[statement.act] + ", conditionally"
    return _STANCES[statement.act]


def _others(ground: Ground) -> Iterator[Sentence]:
    """Tell what the author and other voices say of the talks; fact where a person accepted it."""
    found = [
        citation
        for citation in ground.statements()
        if citation.statement is not None
        and citation.statement.act == "claim"
        and ground.sides.of(citation.statement) is None
        and TALKS.search(citation.quote)
    ]
    for citation in found[:_OTHERS]:
        yield told(citation)
