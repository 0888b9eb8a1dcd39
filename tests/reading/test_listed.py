"""Lists: items take demander, addressee and date from what leads them in."""

from collections.abc import Callable

import pytest

from tracktwo.reading.reading import Reading

Read = Callable[..., Reading]
Acts = Callable[[str], list[tuple[str, str, str]]]

LIST = """\
In May 2020 Torvay demanded of Darsa:
- a new bridge over the river;
- the return of the archives.
Darsa rejected these demands.
"""


def test_items_inherit_demander_addressee_and_date(read: Read) -> None:
    items = [each for each in read(LIST).statements if each.reporting == "list_item"]
    assert [each.quote for each in items] == [
        "a new bridge over the river",
        "the return of the archives",
    ]
    for each in items:
        assert each.speaker is not None
        assert (each.speaker.name, each.act) == ("Torvay", "demand")
        assert (each.addressees, each.date, each.firmness) == (("Darsa",), "2020-05", "firm")


def test_items_are_a_set_and_a_reply_to_it_answers_each(read: Read) -> None:
    found = read(LIST)
    reply = next(each for each in found.statements if each.act == "reject")
    lead, *items = found.demands
    assert [each.set for each in items] == [lead.id, lead.id]
    assert [each.replies for each in found.demands] == [(reply.id,)] * 3


@pytest.mark.parametrize(
    "lead",
    [
        "Torvay demanded:",
        "Torvay's demands included:",
        "The demands that Torvay made were:",
        "Torvay called on Darsa to:",
        "Torvay has long been firm. It demanded that Darsa:",
    ],
)
def test_a_lead_in_names_the_act_with_a_verb_or_a_noun(acts: Acts, lead: str) -> None:
    items = acts(f"{lead}\n1. open the gates by May\n2. return the archives")[-2:]
    assert items == [
        ("Torvay", "demand", "open the gates by May"),
        ("Torvay", "demand", "return the archives"),
    ]


def test_a_lead_in_without_an_act_makes_no_items(read: Read) -> None:
    found = read("The valley has three towns:\n- a large one in the hills\n- two by the river")
    assert not any(each.reporting == "list_item" for each in found.statements)


@pytest.mark.parametrize("marks", ["123", "abc"])
def test_an_enumeration_in_a_sentence_gives_items(read: Read, marks: str) -> None:
    one, two, three = list(marks)
    found = read(
        f"Torvay demanded that Darsa ({one}) open the gates, ({two}) pay for the repairs, "
        f"and ({three}) return the archives."
    )
    items = [each for each in found.statements if each.reporting == "list_item"]
    assert [each.quote for each in items] == [
        "open the gates",
        "pay for the repairs",
        "return the archives",
    ]
    assert {each.addressees for each in items} == {("Darsa",)}
    assert len({each.demand for each in found.statements if each.core}) == 3


def test_what_demands_included_is_an_item_each(read: Read) -> None:
    found = read(
        "Torvay demanded a new treaty. These demands included a new bridge, a ban on night "
        "flights and a share of the tolls."
    )
    items = [each for each in found.statements if each.reporting == "list_item"]
    assert [each.quote for each in items] == [
        "a new bridge",
        "a ban on night flights",
        "a share of the tolls",
    ]
    assert {each.speaker.name for each in items if each.speaker} == {"Torvay"}


@pytest.mark.parametrize(
    ("lead", "act"),
    [
        ("Torvay came to the table with two demands:", "demand"),
        ("Torvay opened with these requirements:", "demand"),
        ("What Torvay is after instead:", "demand"),
        ("In the event of a breach, Torvay shall, without further notice:", "threaten"),
        ("Torvay shall:", "promise"),
    ],
)
def test_a_lead_in_names_the_act_by_any_verb(acts: Acts, lead: str, act: str) -> None:
    items = acts(f"{lead}\n(a) close the gates by May;\n(b) return the archives.")[-2:]
    assert items == [
        ("Torvay", act, "close the gates by May"),
        ("Torvay", act, "return the archives"),
    ]


def test_behind_a_list_a_pronoun_goes_on_with_the_lead_in(acts: Acts) -> None:
    text = (
        "The Union of Torvay asked for:\n- a bridge to Darsa\n- a road to Velm\n- a port\n"
        "- a school\n\n"
        "It rejected any delay."
    )
    assert acts(text)[-1] == ("Union of Torvay", "reject", "any delay")


def test_an_aside_in_brackets_does_not_part_a_list_from_its_lead_in(read: Read) -> None:
    text = "Torvay demanded:\n\n(See also page 4.)\n\n- a new bridge over the river\n- free ferries"
    found = [each for each in read(text).statements if each.reporting == "list_item"]
    assert [(each.act, each.quote) for each in found] == [
        ("demand", "a new bridge over the river"),
        ("demand", "free ferries"),
    ]


def test_a_paragraph_does_part_a_list_from_what_stands_above_it(read: Read) -> None:
    text = "Torvay demanded:\n\nThe winter was long that year.\n\n- a new bridge\n- free ferries"
    assert not any(each.reporting == "list_item" for each in read(text).statements)


@pytest.mark.parametrize(
    ("item", "act"),
    [
        ("to request Darsa to publish the accounts", "demand"),
        ("to urge the ministry to pay at once", "demand"),
        ("to publish the accounts", "accept"),
        ("to defer the vote on the fee", "accept"),
    ],
)
def test_a_listed_decision_that_asks_of_others_is_a_demand(read: Read, item: str, act: str) -> None:
    text = f"The Council of Torvay resolved:\n\na) {item};\nb) to close the session."
    found = next(each for each in read(text).statements if each.quote == item)
    assert found.act == act
