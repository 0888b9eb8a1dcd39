"""Which objectives are said to lie behind the demands, of whom, and who says so?"""

import re

from tracktwo.actors.actor import Actor
from tracktwo.brief.blocks import Absence, Block, Cell, Column, Note, Row, Section, Sentences, Table
from tracktwo.brief.cells import NOT_STATED, said, voice, words
from tracktwo.brief.citation import Citation
from tracktwo.brief.ground import Ground
from tracktwo.brief.lists import figured
from tracktwo.brief.sections.signed import judgements
from tracktwo.brief.sides import Side

_SUBTYPES = frozenset({"motive_attribution", "interest_attribution", "objective"})
_AIMS = re.compile(
    r"\b(?:aim(?:s|ed|ing)?|objectives?|goals? (?:is|are|was|were)|intent to|intend(?:s|ed)? to|"
    r"(?:seeks?|seeking|sought) to|ambitions?|motives?|motivat\w+|purpose (?:of|is|was)|"
    r"designed to|meant to|desire to|wants? to|wanted to|in order to|so as to|"
    r"about reasserting|strategic (?:move|play|interest)s?)\b",
    re.IGNORECASE,
)

_BEHIND = re.compile(r"\b(?:behind|objectives?|aims?|goals?|motives?)\b", re.IGNORECASE)
_OWNED = (
    r"(?:aims?|objectives?|goals?|intent|intentions?|ambitions?|motives?|purposes?|interests?|"
    r"strategy|demands?|desires?|rhetoric|actions?)\b"
)


def objectives(ground: Ground) -> Section:
    """Give the claims that name an aim, with whose aim it is said to be, and who says it."""
    found = aims(ground)
    blocks: list[Block] = []
    if found:
        blocks.append(
            Note(
                (
                    (
                        "Attributed.",
                        (
                            "An objective in somebody else’s words is that "
                            "person’s reading, not the party’s statement."
                        ),
                    ),
                ),
                aside=True,
            )
        )
        blocks.append(_table(found))
    else:
        blocks.append(Absence("The sources attribute no objective to anyone.", ground.searched()))
    signed = judgements(ground, "objectives")
    if signed:
        blocks.append(Sentences(signed))
    return Section("objectives", "Objectives said to lie behind them", tuple(blocks))


def aims(ground: Ground) -> tuple[tuple[Citation, str, Side | None], ...]:
    """Give the claims that name an aim, with whose it is and for which party that is.

    So do claims that answer a question about what lies behind something.

    Those of one party stand together, in the order of the parties; those of nobody by name
    come last.
    """
    last = len(ground.sides.parties)
    asked = _answers_about_aims(ground)
    found = [
        (c, *_owner(ground, c)) for c in ground.statements() if _names_an_aim(c) or c.id in asked
    ]
    return tuple(sorted(found, key=lambda aim: (aim[2].place if aim[2] else last, aim[0].number)))


def _answers_about_aims(ground: Ground) -> set[str]:
    """Give the claims that answer a question about what lies behind something."""
    asked = (
        question
        for reading in ground.readings
        for question in reading.questions
        if _BEHIND.search(ground.document(reading).quote(question.span))
    )
    answers = {answer for question in asked for answer in question.answers}
    return {c.id for c in ground.statements() if c.id in answers and _claims(c)}


def _claims(citation: Citation) -> bool:
    statement = citation.statement
    return statement is not None and statement.act == "claim"


def _names_an_aim(citation: Citation) -> bool:
    statement = citation.statement
    if statement is None or statement.act not in ("claim", "accuse"):
        return False
    return statement.subtype in _SUBTYPES or _AIMS.search(citation.quote) is not None


def _table(found: tuple[tuple[Citation, str, Side | None], ...]) -> Table:
    return Table(
        "objectives",
        f"Who attributes which objective: {figured(len(found), 'statement')}",
        "Every row is an attributed claim. Whose objective it is, is read from the names in the "
        "words.",
        (Column("Words", "quote"), Column("Of whom"), Column("Said by")),
        tuple(Row((said(c), _of_whom(name, side), voice(c))) for c, name, side in found),
        kind="claim",
    )


def _of_whom(name: str, side: Side | None) -> Cell:
    if not name:
        return words(NOT_STATED)
    under = (f"for {side.name}",) if side and side.name != name else ()
    return Cell((name,), under=under, party=side.place if side else None)


def _owner(ground: Ground, citation: Citation) -> tuple[str, Side | None]:
    """Give whose aim the words themselves say it is; ("", None) where they do not.

    They say so when they begin with a name, or hold a name's possessive before a word such as
    "aim" or "demands". A pronoun says nothing.
    """
    speaker = citation.statement.speaker if citation.statement else None
    found = [
        (at, actor)
        for actor in ground.sides.actors.values()
        if not (speaker and actor.id == speaker.actor)
        if (at := _owns(citation.quote, actor)) is not None
    ]
    actor = min(found, key=lambda pair: pair[0], default=(0, None))[1]
    return (actor.name, ground.sides.of_actor(actor.id, actor.name)) if actor else ("", None)


def _owns(words: str, actor: Actor) -> int | None:
    names = "|".join(map(re.escape, (actor.name, *actor.aliases, *_surname(actor))))
    match = re.match(rf"(?:the )?(?:{names})(?![\w-])", words, re.IGNORECASE) or re.search(
        rf"\b(?:{names})[’']s?\s+(?:[\w-]+\s+){{0,2}}{_OWNED}", words, re.IGNORECASE
    )
    return match.start() if match else None


def _surname(actor: Actor) -> tuple[str, ...]:
    return (actor.name.rsplit(" ", 1)[-1],) if actor.type == "person" and " " in actor.name else ()
