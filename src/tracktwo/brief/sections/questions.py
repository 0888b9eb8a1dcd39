"""Which questions are asked, and what do the sources say to them?"""

from collections.abc import Iterator
from math import log

from tracktwo.brief.blocks import Absence, Block, Exchange, Section
from tracktwo.brief.citation import Citation
from tracktwo.brief.ground import Ground
from tracktwo.brief.lists import counted
from tracktwo.brief.naming import author
from tracktwo.brief.overlap import weighty
from tracktwo.brief.sides import folded
from tracktwo.brief.telling import told
from tracktwo.reading.reading import Question, Reading

_ANSWERS = 4
_TURN = 6
_ENOUGH = 0.5  # of the weight of the question's words
_NEAR = 0.25


def questions(ground: Ground) -> Section:
    """Give each question with the statements that answer it, or say that the sources do not.

    A question of a turn is answered by that turn. Any other is answered by statements that
    share at least two of its words of weight, and half of their weight: a word weighs the more,
    the fewer statements hold it (Spärck Jones 1972).
    """
    index = _Index(ground)
    asked = [*_asked_by_people(ground, index), *_asked_by_sources(ground, index)]
    blocks: tuple[Block, ...] = tuple(asked)
    if not blocks:
        blocks = (Absence("Neither the sources nor a user ask a question.", ground.searched()),)
    return Section("questions", "Questions and answers", blocks)


class _Index:
    """The words of weight of every statement, and how rare each is."""

    def __init__(self, ground: Ground) -> None:
        self._words = [(citation, weighty(citation.quote)) for citation in ground.statements()]
        self._counts: dict[str, int] = {}
        for _, found in self._words:
            for word in found:
                self._counts[word] = self._counts.get(word, 0) + 1

    def answers(self, question: str) -> tuple[list[Citation], list[Citation]]:
        """Give the statements that answer, best first, and the nearest of those that do not."""
        asked = weighty(question)
        whole = sum(map(self._weight, asked))
        scored = [
            (sum(map(self._weight, asked & found)) / whole, len(asked & found), citation)
            for citation, found in (self._words if whole else ())
            if asked & found
        ]
        scored.sort(key=lambda entry: (-entry[0], entry[2].number))
        good = [c for score, shared, c in scored if score >= _ENOUGH and shared >= 2]
        near = [c for score, _, c in scored if score >= _NEAR and c not in good]
        return good[:_ANSWERS], near[:1]

    def _weight(self, word: str) -> float:
        return 1 + log((1 + len(self._words)) / (1 + self._counts.get(word, 0)))


def _asked_by_people(ground: Ground, index: _Index) -> Iterator[Exchange]:
    case = ground.material.case
    ours = dict.fromkeys((*ground.material.questions, *(case.questions if case else ())))
    for question in ours:
        by = "Asked by the reader" if question in ground.material.questions else "Asked by the case"
        yield _exchange(question, by, (), *index.answers(question))


def _asked_by_sources(ground: Ground, index: _Index) -> Iterator[Exchange]:
    shown: set[str] = set()
    for reading in ground.readings:
        for question in reading.questions:
            text = " ".join(ground.document(reading).quote(question.span).split())
            if folded(text) not in shown:
                shown.add(folded(text))
                yield _of_source(ground, reading, question, text, index)


def _of_source(
    ground: Ground, reading: Reading, question: Question, text: str, index: _Index
) -> Exchange:
    document = ground.document(reading)
    by = author(document) if folded(question.by) in ("", "author") else question.by
    number = ground.citations.at(reading.document, question.span).number
    answers = [c for c in map(ground.citations.find, question.answers) if c is not None]
    if answers:
        return _exchange(text, f"Asked by {by}", (number,), answers, [])
    return _exchange(text, f"Asked by {by}", (number,), *index.answers(text))


def _exchange(
    question: str,
    by: str,
    at: tuple[int, ...],
    answers: list[Citation],
    near: list[Citation],
) -> Exchange:
    absence = None
    if not answers:
        absence = Absence("The sources do not say.", nearest=tuple(c.number for c in near))
    left = len(answers) - _TURN
    more = f"; {counted(left, 'more statement')} of the answer in the annex" if left > 0 else ""
    return Exchange(question, (by + more,), at, tuple(map(told, answers[:_TURN])), absence)
