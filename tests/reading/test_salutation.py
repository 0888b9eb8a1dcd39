"""A letter: who writes it, wherever the name stands, and to whom it is written."""

from collections.abc import Callable

import pytest

from tracktwo.reading.reading import Reading

Read = Callable[..., Reading]

BODY = (
    "We have worked without a contract for eleven months. We ask that the report be published. "
    "We will not discuss the closure of the hall. Our members will stop work in July."
)


def asked(found: Reading) -> list[tuple[str, tuple[str, ...]]]:
    """Give who demands, and of whom."""
    demands = (each for each in found.statements if each.act == "demand" and each.speaker)
    return [(each.speaker.name, each.addressees) for each in demands if each.speaker]


def test_a_signature_below_the_text_names_who_wrote_it(read: Read) -> None:
    found = read(
        f"Dear Minister Halloway,\n\n{BODY}\n\nYours sincerely,\n\n"
        "For the Dockworkers' Association\nAnna Brandt\n"
    )
    assert {each.speaker.name for each in found.statements if each.speaker} == {
        "Dockworkers' Association"
    }
    assert asked(found) == [("Dockworkers' Association", ("Halloway",))]


@pytest.mark.parametrize(
    ("head", "to"),
    [
        ("Open letter from the Crane League to the Port Council", "Port Council"),
        ("Letter from the Crane League\n\nTo: the Port Council", "Port Council"),
        ("Letter from the Crane League\n\nDear members of the Council,", "members of the Council"),
    ],
)
def test_whoever_a_letter_is_written_to_is_asked(read: Read, head: str, to: str) -> None:
    assert asked(read(f"{head}\n\n{BODY}\n")) == [("Crane League", (to,))]


def test_an_address_to_an_assembly_asks_nothing_of_it_by_that(read: Read) -> None:
    found = read(f"Statement by the Crane League to the Port Council\n\n{BODY}\n")
    assert asked(found) == [("Crane League", ())]


def test_a_line_that_only_begins_like_a_signature_signs_nothing(read: Read) -> None:
    found = read(f"{BODY}\n\nFor the moment we wait, and so do they.\n")
    assert "moment we wait" not in {each.speaker.name for each in found.statements if each.speaker}
