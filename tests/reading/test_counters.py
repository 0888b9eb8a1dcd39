"""Claims and counters: a denial contests what it takes up or shares words with, nothing else."""

from collections.abc import Callable

import pytest

from tracktwo.reading.reading import Reading

Read = Callable[..., Reading]


def pairs(reading: Reading) -> list[tuple[str, str]]:
    words = {each.id: each.quote for each in reading.statements}
    return [(words[each.claim], words[each.counter]) for each in reading.counters]


@pytest.mark.parametrize(
    ("claim", "counter"),
    [
        ("Egypt said that Sudan closed the gates.", "Sudan denied that it had closed them."),
        ("Egypt accused Sudan of theft.", "Sudan rejected the charge."),
        ("Egypt said that the dam was full.", "Sudan said that this was untrue."),
    ],
)
def test_a_denial_contests_what_it_is_about(read: Read, claim: str, counter: str) -> None:
    assert len(pairs(read(f"{claim} {counter}"))) == 1


def test_of_several_the_one_that_shares_its_words_is_contested(read: Read) -> None:
    found = read(
        "Egypt said that Sudan closed the gates. Egypt said that the harvest failed in the south. "
        "Sudan denied that it had closed the gates."
    )
    assert [claim for claim, _ in pairs(found)] == ["Sudan closed the gates"]


@pytest.mark.parametrize(
    "text",
    [
        "Egypt warned that it would respond. Sudan denied that an invasion was planned.",
        "Egypt promised to pay. “But nobody should mistake patience for permission,” Sudan said.",
        "Egypt demanded a new timetable. Sudan denied that the page was genuine.",
    ],
)
def test_what_does_not_oppose_is_no_pair(read: Read, text: str) -> None:
    assert pairs(read(text)) == []


def test_these_charges_are_charges(read: Read) -> None:
    found = read(
        "Egypt accused Sudan of hiding the figures. Sudan said that rain was late. "
        "Despite these charges, the record shows no missing figures at all."
    )
    assert pairs(found) == [("hiding the figures", "the record shows no missing figures at all")]
