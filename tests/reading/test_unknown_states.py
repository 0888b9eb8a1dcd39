"""Names that no list holds are states where the text shows that they are."""

from collections.abc import Callable

import pytest

from tracktwo.reading.reading import Reading

Read = Callable[..., Reading]
TOLD = "Kelva rejected the plan."


def kind(reading: Reading) -> str:
    """Give what the speaker of the only act is taken for."""
    (speaker,) = (each.speaker for each in reading.statements if each.act == "reject")
    assert speaker is not None
    return next(each.type for each in reading.actors if each.id == speaker.actor)


@pytest.mark.parametrize(
    "shown",
    [
        "Boats sank in Kelva’s waters.",
        "Kelva's ministers left the hall.",
        "Shells fell on Kelva's northern coast.",
        "Kelvan officials left the hall.",
        "The government of Kelva met.",
    ],
)
def test_who_owns_what_states_own_is_a_state(read: Read, shown: str) -> None:
    assert kind(read(f"{shown} {TOLD}")) == "state"


def test_a_republic_is_meant_by_its_short_name(read: Read) -> None:
    reading = read(f"The Republic of Kelva is small. {TOLD}")
    (speaker,) = (each.speaker for each in reading.statements if each.act == "reject")
    assert speaker is not None
    assert speaker.name == "Republic of Kelva"
    assert kind(reading) == "state"


def test_where_one_can_be_is_no_person(read: Read) -> None:
    assert kind(read(f"Troops landed in Kelva. {TOLD}")) == "state"


def test_a_surname_is_no_state_whatever_its_bearer_owns(read: Read) -> None:
    assert kind(read(f"Ada Kelva spoke. Kelva's ministers left the hall. {TOLD}")) == "person"
