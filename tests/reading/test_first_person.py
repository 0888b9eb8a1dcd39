"""First person: which act a speaker's own words are, and how much of them is the statement."""

from collections.abc import Callable

import pytest

from tracktwo.reading.reading import Reading

Read = Callable[..., Reading]

TALK = "Q: What now?\n\nTamm: {said}\n\nQ: And then?\n\nTamm: The rain stopped early.\n\nQ: So?"


def acts(read: Read, said: str) -> list[tuple[str, str]]:
    found = read(TALK.format(said=said)).statements
    return [(str(each.act), each.quote) for each in found if each.core][:-1]


@pytest.mark.parametrize(
    ("said", "act", "quote"),
    [
        ("We oppose section 4.", "reject", "We oppose section 4"),
        ("I withdraw nothing, and never will we sign.", "reject", "never will we sign"),
        ("No parliament could stomach that.", "reject", "No parliament could stomach that"),
        ("There can be no bargain over graves.", "reject", "There can be no bargain over graves"),
        ("Not yet.", "reject", "Not yet"),
        ("They did not.", "deny", "They did not"),
        ("There is no such clause.", "deny", "There is no such clause"),
        ("I have never promised them a seat.", "deny", "I have never promised them a seat"),
        ("It is time that the council met.", "demand", "It is time that the council met"),
        ("Let the owners open their books.", "demand", "Let the owners open their books"),
        ("The owners must open their books.", "demand", "The owners must open their books"),
        ("I have come to ask this house to pass the bill.", "demand", "to pass the bill"),
        ("I must ask the members to be quiet.", "demand", "to be quiet"),
        ("You shall have the names.", "promise", "You shall have the names"),
        ("If you do not leave, the road will be shut.", "threaten", None),
        ("If you leave, I shall open the road.", "promise", None),
        ("Let us sit down together.", "propose", "Let us sit down together"),
        ("We are unable to accept either offer.", "reject", "We are unable to accept either offer"),
        ("There is no question of closing the port.", "reject", None),
        ("Point four could be met by a credit.", "propose", "Point four could be met by a credit"),
        ("We have no objection to a committee.", "accept", "We have no objection to a committee"),
        ("We have dropped our claim to the harbour.", "accept", None),
        ("We reserve the right to close the road.", "threaten", "to close the road"),
        ("We would be obliged if you answered soon.", "demand", None),
        ("We will not close a single school.", "promise", "We will not close a single school"),
        ("No school will be closed.", "promise", "No school will be closed"),
        ("We will not accept that schools be closed.", "reject", None),
        ("We could live with an adviser.", "accept", "We could live with an adviser"),
        ("Our men have committed no crime.", "claim", "Our men have committed no crime"),
    ],
)
def test_the_act_of_a_speakers_own_words(
    read: Read, said: str, act: str, quote: str | None
) -> None:
    assert (act, quote or said.rstrip(".")) in acts(read, said)


def test_clauses_parted_by_a_semicolon_are_statements_of_their_own(read: Read) -> None:
    found = acts(read, "The board claims that it is poor; our accountant has read its books.")
    assert [quote for _, quote in found] == ["it is poor", "our accountant has read its books"]


def test_a_contrast_over_a_semicolon_is_one_statement(read: Read) -> None:
    said = "This was not just about the mine; it was about the whole valley"
    assert [quote for _, quote in acts(read, f"{said}.")] == [said]


def test_a_condition_stands_over_all_that_is_coordinated(read: Read) -> None:
    said = "If you do not leave, the road will be shut and the army will do its work"
    assert acts(read, f"{said}.") == [("threaten", said)]


def test_who_issues_a_text_in_his_own_name_is_its_author(read: Read) -> None:
    found = read(
        "OPEN LETTER\n\nTo the Minister of Health\n\nWe, the nurses of St Brida's Hospital, "
        "write because nobody answers us. We ask that the ward be reopened. We will not accept "
        "another winter like the last.\n\nYours faithfully,\n\nHanna Brock"
    )
    assert {each.chain for each in found.statements} == {("nurses of St Brida's Hospital",)}


def test_a_masthead_issues_nothing(read: Read) -> None:
    found = read(
        "THE CORRAN HERALD\nBy Tessa Molander\n\nI have read the deed. We should return the bells. "
        "I will say so again."
    )
    assert {each.chain for each in found.statements} == {("author",)}
