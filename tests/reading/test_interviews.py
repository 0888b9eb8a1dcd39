"""Interviews whose questions or answers carry no label, and the acts of who speaks for himself."""

import pytest

from tracktwo.documents.document import Document, Original, text_hash
from tracktwo.reading.layout import blocks
from tracktwo.reading.rules import read
from tracktwo.reading.unlabelled import interview

_MIXED = """The Harbour Post

We met Ines Corrado, who leads the pilots' union, on Monday.

**The ministry says the rota is fair. Is it?**

Corrado: It is not. We have shown our figures.

**What would you accept?**

We would accept ten hours, and I have told them so.

**Do you trust the mediator?**

Corrado: We do, and we said so in May.

**Will you strike?**

Corrado: I hope that we need not.

(Questions: Dario Lund)
"""


def _document(text: str) -> Document:
    return Document("a.txt", text, text_hash(text), Original("", "text/plain", text))


def test_bold_questions_and_answers_of_which_some_are_labelled_are_turns() -> None:
    turns = interview(_MIXED, blocks(_MIXED))
    assert [(turn.label, turn.host) for turn in turns] == [
        ("", True),
        ("Corrado", False),
    ] * 4
    said = [_MIXED[turn.span.start : turn.span.end] for turn in turns]
    assert said[0] == "The ministry says the rota is fair. Is it?"
    assert said[1] == "It is not. We have shown our figures."
    assert said[-1] == "I hope that we need not."


def test_labels_of_both_sides_leave_nothing_to_form() -> None:
    text = "Q: Is it so?\n\nA: It is.\n\nQ: Will you go?\n\nA: We will.\n"
    assert [turn.label for turn in interview(text, blocks(text))] == ["Q", "A", "Q", "A"]


def _acts(text: str) -> list[tuple[str, str]]:
    document = _document(text)
    found = read(document).statements
    return [(each.act, each.speaker.name if each.speaker else "") for each in found if each.core]


def test_a_question_that_reports_and_an_answer_without_a_label_have_their_speakers() -> None:
    found = _acts(_MIXED)
    assert ("claim", "ministry") in found
    assert any(who == "Ines Corrado" and act in {"accept", "propose"} for act, who in found)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Lorne Mills announced an offer of 40 crowns a share on Monday.", "propose"),
        ("The Harbour Board would be willing to open its books to Corvane.", "propose"),
        ("The Pilots' League reaffirmed that nothing in the note changed its view.", "claim"),
        ("Its director, Ana Reed, replied that no school would be closed before 2030.", "claim"),
    ],
)
def test_verbs_and_adjectives_have_the_act_that_they_report(text: str, act: str) -> None:
    assert act in {found for found, _ in _acts(text)}


def test_nothing_is_asked_by_a_closure_that_is_put_off_to_a_date() -> None:
    found = _acts("Its director, Ana Reed, replied that no school would be closed before 2030.")
    assert "demand" not in {act for act, _ in found}


def test_a_letter_is_its_signatory_s_and_a_line_not_for_release_names_nobody() -> None:
    text = (
        "LORNE MILLS PLC\nNot for release in any other country\n\nDear shareholder,\n\n"
        "We believe that the offer is too low. We invested last year. We urge you to wait. "
        "That is wrong.\n\nYours faithfully,\nCompany Secretary, for and on behalf of the Board\n"
    )
    assert {who for _, who in _acts(text)} == {"Board"}


def test_what_our_units_will_do_is_promised() -> None:
    text = (
        "Statement of the River Front\n\nWe have heard the bishops. We want peace. "
        "We will keep to our word.\n\nDuring this time our units will:\n"
        "- hold their present positions;\n- allow convoys to pass on every road.\n"
    )
    promised = [who for act, who in _acts(text) if act == "promise"]
    assert len(promised) >= 2
    assert set(promised) == {"River Front"}
