"""Sides: for whom people speak, by what stands beside their names."""

from collections.abc import Callable

import pytest

from tracktwo.reading.reading import Reading

Read = Callable[..., Reading]


def side_of(reading: Reading, name: str) -> str:
    names = {each.id: each.name for each in reading.actors}
    person = next(each for each in reading.actors if each.name == name)
    return names.get(person.speaks_for, "")


@pytest.mark.parametrize(
    "text",
    [
        "The Lake League met. Its chair, Mira Halvard, demanded a vote.",
        "Mira Halvard, head of research at the Lake League, demanded a vote.",
        "Mira Halvard, chief negotiator of the Lake League, demanded a vote.",
        "They met the co-chairs of the Lake League, Jon Eskeland and Mira Halvard, in Cairo.",
    ],
)
def test_who_holds_an_office_speaks_for_its_owner(read: Read, text: str) -> None:
    found = read(f"{text} Mira Halvard refused to wait.")
    assert side_of(found, "Mira Halvard") == "Lake League"


@pytest.mark.parametrize("office", ["a fellow at", "an analyst with", "a former chair of"])
def test_who_studies_or_has_left_a_body_does_not(read: Read, office: str) -> None:
    text = f"The Lake League met. Mira Halvard, {office} the Lake League, said that it failed."
    assert side_of(read(text), "Mira Halvard") == ""


def test_a_given_name_means_the_one_person_who_bears_it(read: Read) -> None:
    found = read("Mira Halvard met Jon Eskeland. Mira demanded a vote.").statements
    assert [each.speaker.name for each in found if each.core and each.speaker] == ["Mira Halvard"]


@pytest.mark.parametrize(
    "text",
    [
        "Kadra demanded a vote. Kadran officials met.",
        "The Republic of Kadra met in May. Kadra demanded a vote.",
    ],
)
def test_a_name_with_officials_or_a_republic_is_a_state(read: Read, text: str) -> None:
    found = [each.type for each in read(text).actors if each.name.endswith("Kadra")]
    assert found == ["state"]
