"""What is asked, apart from its wording: when two demands are one, and when they are not."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.reading.demand_index import DemandIndex
from tracktwo.reading.numerals import numbers
from tracktwo.reading.substance import Asked, asked, same, same_words

texts = st.lists(
    st.sampled_from(
        [
            "no",
            "not",
            "a",
            "halt",
            "end",
            "ban",
            "rise",
            "cut",
            "Torvay",
            "Darsa",
            "bridge",
            "valley",
            "troops",
            "forces",
            "forty",
            "40",
            "years",
            "by",
            "May",
            "return",
            "the",
        ]
    ),
    max_size=8,
).map(" ".join)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a halt to the fleet’s enlargement", "that the fleet’s expansion stop"),
        ("the withdrawal of all troops from Tarn", "that its soldiers leave Tarn"),
        ("a ban on night flights", "to prohibit night flights"),
        ("no night flights over the coast", "a ban on night flights over the coast"),
        ("compensation for the lost harvest", "damages for the harvest"),
        ("forty crane drivers back at work", "the return of 40 crane drivers to work"),
        ("fishing rights for several decades", "a long period of fishing rights"),
        ("recognition of the border of 1998", "to recognise the border by May"),
        ("a written reply by Friday", "a reply in writing within a week"),
    ],
)
def test_other_words_ask_the_same(one: str, other: str) -> None:
    assert same(asked(one), asked(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a cut in the grain quota", "a rise in the grain quota"),
        ("to open the northern border", "to close the northern border"),
        ("the withdrawal of troops from Tarn", "the withdrawal of troops from Lune"),
        ("that Velm join the pact", "that Velm never join the pact"),
        ("the return of the islands", "the return of the prisoners"),
        ("an apology", "a seat on the board"),
        ("a halt to mining in the bay", "a halt to fishing in the strait"),
    ],
)
def test_other_things_are_other_demands(one: str, other: str) -> None:
    assert not same(asked(one), asked(other))


def test_amounts_and_times_are_terms_and_no_part_of_what_is_asked() -> None:
    found = asked("a release of 900 cubic metres a second by the end of May")
    assert found.amounts == {Decimal(900)}
    assert {"metre", "second", "may", "end"} <= found.terms


def test_an_end_is_asked_and_the_end_of_the_year_is_a_time() -> None:
    assert "stop" in asked("an end to landing fees").core
    assert "end" in asked("a vote by the end of the year").terms


@given(texts, texts)
def test_asking_the_same_goes_both_ways(one: str, other: str) -> None:
    assert same(asked(one), asked(other)) == same(asked(other), asked(one))


@given(texts)
def test_words_ask_what_they_ask(words: str) -> None:
    found = asked(words)
    assert same(found, found) == bool(found.core)


@given(st.text(max_size=40))
def test_any_text_asks_something_or_nothing(words: str) -> None:
    found = asked(words)
    assert found.names <= {each[:6] for each in found.names}
    assert len(found.core) <= len(words)


sets = st.frozensets(st.sampled_from("abcdefgh"))


@given(sets, sets)
def test_one_shared_word_of_several_is_not_the_same(
    one: frozenset[str], other: frozenset[str]
) -> None:
    if len(one & other) < 2 and min(len(one), len(other)) > 1:
        assert not same_words(one, other)


@given(st.lists(st.tuples(st.sampled_from("ab"), sets), max_size=20), sets)
def test_the_index_finds_what_a_search_through_all_finds(
    held: list[tuple[str, frozenset[str]]], words: frozenset[str]
) -> None:
    """With three words or fewer, all of which are looked up."""
    asking = Asked(frozenset(sorted(words)[:3]))
    index = DemandIndex()
    for side, core in held:
        index.add(side, Asked(core))
    expected = [
        number
        for number, (side, core) in enumerate(held)
        if side == "a" and same(Asked(core), asking)
    ]
    assert list(index.alike("a", asking)) == expected
    assert list(index.alike("a", asking, latest=True)) == expected[::-1]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("nine hundred", ["900"]),
        ("two hundred and fifty thousand men", ["250000"]),
        ("forty-five percent", ["45"]),
        ("35,000 tonnes and 1.5 million euros", ["35000", "1500000"]),
        ("one of them", []),
        ("by half", ["0.5"]),
        ("by 1 June 2019", ["1", "2019"]),
        ("hundreds of people", []),
        ("a million reasons", []),
    ],
)
def test_numbers_in_words_and_in_figures(text: str, values: list[str]) -> None:
    assert [str(each.value) for each in numbers(text)] == values


@given(st.text(alphabet="0123456789,. twohundred", max_size=60))
def test_numbers_stand_where_they_say(text: str) -> None:
    ends = [0]
    for each in numbers(text):
        assert ends[-1] <= each.start < each.end <= len(text)
        ends.append(each.end)
