"""Lead-ins that ask without a word of asking, and what looks like them."""

from collections.abc import Callable

import pytest

from tracktwo.reading.reading import Reading

Read = Callable[..., Reading]

LIST = "\n\n- a ceiling of ten crowns\n- free passage for empty boats\n- repairs to the Torn lock\n"


def listed(read: Read, lead: str) -> set[tuple[str, str]]:
    """Give act and speaker of the items of the list under a lead-in."""
    reading = read(f"The Guild and the Canal Board met on Monday in Velm.\n\n{lead}{LIST}")
    items = ("a ceiling", "free passage", "repairs")
    held = [each for each in reading.statements if each.quote.startswith(items) and each.core]
    return {(str(each.act), each.speaker.name if each.speaker else "") for each in held}


@pytest.mark.parametrize(
    "lead",
    [
        "The Guild sets out what it needs before it signs. Nobody will be surprised:",
        "In a paper, a copy of which we have seen, the Guild sets out what it needs to sign:",
        "To sign, the Guild needs:",
        "The Guild has five demands.",
        "The Guild wants three things from the Board.",
        "The Guild asks for the following.",
        "The Guild asks for the following.\n\nThe paper was drawn up in a kitchen, and is short.",
        "The Guild listed its priorities:",
        "The Guild's wish list:",
        "The Guild's requirements:",
        "The Guild put three points to the Board:",
        "The Guild handed over a paper with three points:",
        "The sticking points for the Guild are:",
        "For the Guild, any deal must include:",
        "The Guild says a deal must contain:",
        "The Guild says it will not return to work without:",
        "The Guild will only sign if it gets:",
        "The Guild will settle for nothing less than:",
    ],
)
def test_what_somebody_needs_is_demanded(read: Read, lead: str) -> None:
    assert listed(read, lead) == {("demand", "Guild")}


def test_what_somebody_is_prepared_to_do_is_offered(read: Read) -> None:
    assert listed(read, "The Guild is prepared to:") == {("propose", "Guild")}


@pytest.mark.parametrize(
    "lead",
    [
        "The Guild made three points:",
        "The Guild keeps a list of its boats:",
        "The Guild met three times. The minutes mention:",
        "The Guild said that the week had brought:",
        "Three things happened on Monday.",
        "The report includes:",
    ],
)
def test_a_list_of_other_things_is_no_demand(read: Read, lead: str) -> None:
    assert not {act for act, _ in listed(read, lead)} & {"demand", "propose"}
