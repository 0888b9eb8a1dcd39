"""Demands: what is asked again, what a repeat drops or adds, and who replies."""

from collections.abc import Callable

import pytest

from tracktwo.reading.reading import Reading

Read = Callable[..., Reading]

BAN = "Torvay demanded a full ban on night flights over the valley and the coast.\n"


def test_a_repeat_is_the_same_demand_and_shows_what_it_drops(read: Read) -> None:
    found = read(
        BAN + "Torvay repeated its demand for a full ban on night flights over the valley."
    )
    assert len(found.demands) == 1
    first, later = found.demands[0].statements
    (repeat,) = found.demands[0].repeats
    assert (repeat.statement, repeat.dropped, repeat.added) == (later, ("and the coast",), ())
    assert {each.demand for each in found.statements if each.id in {first, later}} == {"d1"}


def test_a_widened_demand_shows_what_it_adds(read: Read) -> None:
    found = read(
        "Torvay demanded a new bridge for the valley.\n"
        "Torvay demanded a new bridge for the valley and the coast."
    )
    (repeat,) = found.demands[0].repeats
    assert (repeat.dropped, repeat.added) == ((), ("and the coast",))


def test_the_same_words_of_the_other_side_are_another_demand(read: Read) -> None:
    found = read(BAN + "Darsa demanded a full ban on night flights over the valley and the coast.")
    assert [each.demander for each in found.demands] == ["Torvay", "Darsa"]


def test_a_person_repeats_what_the_state_demanded(read: Read) -> None:
    found = read(
        "Egypt demanded a full ban on night flights.\n"
        "Egyptian President Jon Eskeland demanded a full ban on night flights."
    )
    assert [len(each.statements) for each in found.demands] == [2]


@pytest.mark.parametrize(
    "reply",
    [
        "Darsa rejected a ban on night flights.",
        "Darsa agreed to a ban on night flights.",
        "Darsa rejected the demand.",
    ],
)
def test_the_other_side_replies_by_the_words_or_to_the_demand(read: Read, reply: str) -> None:
    found = read(BAN + reply)
    (demand,) = found.demands
    answer = next(each for each in found.statements if each.act in {"reject", "accept"})
    assert demand.replies == (answer.id,)
    assert answer.addressees == ("Torvay",)
    assert answer.demand == ""


def test_ones_own_rejection_is_no_reply(read: Read) -> None:
    assert read(BAN + "Torvay rejected a ban on day flights.").demands[0].replies == ()


def test_a_withdrawal_joins_the_demand(read: Read) -> None:
    found = read(BAN + "Torvay dropped its demand for a full ban on night flights.")
    assert len(found.demands) == 1
    withdrawn = found.statements[-1]
    assert (withdrawn.act, withdrawn.demand) == ("accept", "d1")


def test_a_demand_that_was_not_made_is_none(read: Read) -> None:
    assert read("Torvay did not demand a new bridge.").demands == ()


@pytest.mark.parametrize(
    ("demand", "offer"),
    [
        (
            "an end to landing fees in Belmaran ports",
            "the fees could be phased out over four years",
        ),
        ("that Belmara withdraw all its troops by June", "it could accept a withdrawal by autumn"),
        ("an amnesty for all fighters", "an amnesty for those under 21 would be enough"),
    ],
)
def test_an_offer_that_gives_ground_softens_the_demand(
    read: Callable[..., Reading], demand: str, offer: str
) -> None:
    reading = read(f"Orsenia demands {demand}. On Monday Orsenia said {offer}.")
    first, later = [each for each in reading.statements if each.core]
    assert (later.act, later.subtype, later.demand) == ("propose", "softened_demand", first.demand)


def test_an_offer_of_something_else_softens_nothing(read: Callable[..., Reading]) -> None:
    reading = read("Orsenia demands an amnesty. Orsenia said it could accept a smaller bridge.")
    assert [each.demand for each in reading.statements if each.act == "propose"] == [""]


LISTED = """The government of Lunmark put its wish list on the table:

- a second landing station
- no inspection of traffic
- a cap on repair fees

{0}
"""


@pytest.mark.parametrize(
    ("words", "item"),
    [
        ('The first of these is "not up for trade", the government of Lunmark said.', 1),
        ("The second of these is not negotiable, the government of Lunmark said.", 2),
        ("The last point was a red line, the government of Lunmark said.", 3),
    ],
)
def test_the_first_of_these_is_an_item_of_the_list(read: Read, words: str, item: int) -> None:
    held = [each for each in read(LISTED.format(words)).statements if each.core]
    assert (held[-1].act, held[-1].demand) == ("demand", held[item].demand)


def test_what_is_called_a_red_line_is_the_demand_that_holds_its_things(read: Read) -> None:
    reading = read(
        "The union demands taxation at the place of residence. On Friday the union said residence "
        'taxation was "a red line, not a bargaining chip".'
    )
    assert len(reading.demands) == 1


def test_a_road_that_cars_cannot_use_is_no_demand(read: Read) -> None:
    reading = read("The road is not negotiable by car, said the mayor.")
    assert {each.act for each in reading.statements} == {"claim"}
