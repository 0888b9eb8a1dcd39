"""Is a question answered by what the sources say to it, and by nothing else?"""

from types import ModuleType

import pytest

from tracktwo.brief.ground import lay
from tracktwo.brief.sections.answering import Answers


@pytest.fixture(scope="module")
def answers(world: ModuleType) -> Answers:
    return Answers(lay(world.with_case()))


def numbers(answers: Answers, question: str) -> list[int]:
    return [citation.number for citation in answers.to(question)[0]]


@pytest.mark.parametrize(
    ("question", "numbers_"),
    [
        ("What does Darsa demand?", [2, 3]),
        ("What did Darsa demand in March 2024?", [2, 3]),
        ("Who rejected the demands?", [4]),
        ("What is negotiable?", [11]),
        ("Is Velm ready for talks?", [5]),
        ("What is Darsa’s aim?", [9]),
        ("Does the commission hold a notice?", [8]),
    ],
)
def test_a_question_finds_the_statements_that_answer_it(
    answers: Answers, question: str, numbers_: list[int]
) -> None:
    assert numbers(answers, question) == numbers_


@pytest.mark.parametrize(
    "question",
    [
        "",
        "?",
        "What?",
        "Who owns the moon?",
        "What does Atlantis demand?",
        "What did Atlantis say of the joint gauge on the river?",
        "Who rejects them?",
        "How much would the reconstruction cost?",
    ],
)
def test_what_the_sources_do_not_say_has_no_answer(answers: Answers, question: str) -> None:
    assert numbers(answers, question) == []


def test_each_part_of_a_question_is_answered_by_itself(answers: Answers) -> None:
    assert numbers(answers, "What does Darsa demand, and who rejected the demands?") == [2, 3, 4]
