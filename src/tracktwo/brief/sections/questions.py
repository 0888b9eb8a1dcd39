"""Which questions are asked, and what do the sources say to them?"""

from collections.abc import Iterator

from tracktwo.brief.blocks import Absence, Block, Cell, Column, Exchange, Row, Section, Table
from tracktwo.brief.cells import words
from tracktwo.brief.citation import Citation
from tracktwo.brief.ground import Ground
from tracktwo.brief.lists import counted, figured
from tracktwo.brief.quoting import passage
from tracktwo.brief.sections.answering import Answers
from tracktwo.brief.sides import folded
from tracktwo.brief.telling import told
from tracktwo.reading.reading import Question, Reading

_SHOWN = 6


def questions(ground: Ground) -> Section:
    """Give each question with the statements that answer it, or say that the sources do not.

    A question of a turn is answered by that turn; any other as `Answers` finds. Questions that
    a source raises and nothing answers stand in a table of their own.
    """
    answers = Answers(ground)
    blocks: list[Block] = list(_asked_by_people(ground, answers))
    open_: list[Row] = []
    for reading, question in _asked_by_sources(ground):
        found = _answers(ground, reading, question, answers)
        if found:
            blocks.append(_of_source(ground, reading, question, found))
        else:
            open_.append(_open(ground, reading, question))
    if open_:
        blocks.append(_raised(tuple(open_)))
    if not blocks:
        blocks.append(Absence("Neither the sources nor a user ask a question.", ground.searched()))
    return Section("questions", "Questions and answers", tuple(blocks))


def _asked_by_people(ground: Ground, answers: Answers) -> Iterator[Exchange]:
    case = ground.material.case
    for question in dict.fromkeys((*ground.material.questions, *(case.questions if case else ()))):
        by = "Asked by the reader" if question in ground.material.questions else "Asked by the case"
        good, near = answers.to(question)
        absence = None
        if not good:
            text = (
                "The sources do not say, as far as the program can tell."
                if near
                else ("The sources do not say.")
            )
            absence = Absence(text, nearest=tuple(citation.number for citation in near))
        yield Exchange(question, (by,), (), tuple(map(told, good)), absence)


def _asked_by_sources(ground: Ground) -> Iterator[tuple[Reading, Question]]:
    shown: set[str] = set()
    for reading in ground.readings:
        for question in reading.questions:
            key = folded(ground.document(reading).quote(question.span))
            if key not in shown:
                shown.add(key)
                yield reading, question


def _answers(
    ground: Ground, reading: Reading, question: Question, answers: Answers
) -> tuple[Citation, ...]:
    own = tuple(c for c in map(ground.citations.find, question.answers) if c is not None)
    return own or answers.to(ground.document(reading).quote(question.span), least=2)[0]


def _of_source(
    ground: Ground, reading: Reading, question: Question, found: tuple[Citation, ...]
) -> Exchange:
    document = ground.document(reading)
    number = ground.citations.at(reading.document, question.span).number
    left = len(found) - _SHOWN
    more = f"; {counted(left, 'more statement')} of the answer in the annex" if left > 0 else ""
    return Exchange(
        " ".join(document.quote(question.span).split()),
        (f"Asked by {_by(ground, reading, question)}{more}",),
        (number,),
        tuple(map(told, found[:_SHOWN])),
    )


def _by(ground: Ground, reading: Reading, question: Question) -> str:
    nameless = folded(question.by) in ("", "author")
    return ground.author(ground.document(reading)) if nameless else question.by


def _open(ground: Ground, reading: Reading, question: Question) -> Row:
    number = ground.citations.at(reading.document, question.span).number
    return Row(
        (
            Cell((passage(ground.document(reading), question.span),), (number,)),
            words(_by(ground, reading, question)),
        )
    )


def _raised(rows: tuple[Row, ...]) -> Table:
    return Table(
        "open",
        f"Raised by the sources and not answered: {figured(len(rows), 'question')}",
        "To these the sources do not say anything that the program could find.",
        (Column("Question", "quote"), Column("Asked by")),
        rows,
        kind="claim",
    )
