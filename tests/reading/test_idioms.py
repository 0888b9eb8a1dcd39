"""Set phrases report acts: whose, what, and how far the clause behind them goes."""

import tomllib
from collections import Counter
from collections.abc import Callable
from importlib.resources import files
from typing import Any, get_args

import pytest

from tracktwo.reading.idioms import idioms
from tracktwo.reading.reading import Reading
from tracktwo.reading.statement import Act, Firmness

Read = Callable[..., Reading]

SOURCE = files("tracktwo.reading").joinpath("data/idioms.toml").read_text(encoding="utf-8")
ROWS: list[dict[str, Any]] = tomllib.loads(SOURCE)["idiom"]


def test_every_phrase_is_loaded_once() -> None:
    phrases = Counter((p, row.get("denied", False)) for row in ROWS for p in row["phrases"])
    assert [each for each, times in phrases.items() if times > 1] == []
    loaded = {(" ".join(each.words), each.denied) for held in idioms().values() for each in held}
    assert loaded == set(phrases)


def test_a_phrase_has_one_place_for_its_content() -> None:
    phrases = [phrase.split() for row in ROWS for phrase in row["phrases"]]
    assert [p for p in phrases if p.count("…") != 1 or len(p) < 2 or p[0] in "…~_"] == []


def test_acts_and_firmness_are_those_of_the_guide() -> None:
    assert {row["act"] for row in ROWS} <= set(get_args(Act))
    assert {row.get("firmness", "stated") for row in ROWS} <= set(get_args(Firmness))


@pytest.mark.parametrize(
    ("sentence", "act", "content"),
    [
        (
            "Torvay poured cold water on the plan for a joint patrol, and left.",
            "reject",
            "the plan for a joint patrol",
        ),
        ("Torvay drew the line at sharing radar data.", "reject", "sharing radar data"),
        (
            "Torvay left the door open to a smaller loan, but asked for guarantees.",
            "propose",
            "a smaller loan",
        ),
        ("Torvay put a rise of 3% on the table.", "propose", "a rise of 3%"),
        (
            "Torvay gave Velm until Friday to free the nine men.",
            "demand",
            "to free the nine men",
        ),
        ("Torvay tied further aid to judicial reform.", "demand", "judicial reform"),
        ("Torvay would not hear of any change to the levy.", "reject", "any change to the levy"),
        ("Torvay did not budge on the curfew.", "reject", "the curfew"),
        ("Torvay dropped its objections to the new bridge.", "accept", "the new bridge"),
        ("Torvay took Velm to task over the leak.", "accuse", "the leak"),
        (
            "Torvay served notice that it would leave the pact.",
            "threaten",
            "it would leave the pact",
        ),
        ("Torvay made it clear that the dam was full.", "claim", "the dam was full"),
        ("Torvay is said to favour a phased exchange.", "propose", "a phased exchange"),
    ],
)
def test_a_set_phrase_reports_its_act(read: Read, sentence: str, act: str, content: str) -> None:
    found = read(sentence).statements
    read_as = [(each.act, each.quote, each.speaker and each.speaker.name) for each in found]
    assert (act, content, "Torvay") in read_as


def test_a_set_phrase_names_its_addressee(read: Read) -> None:
    (found,) = read("Torvay gave Velm until Friday to free the nine men.").statements
    assert found.addressees == ("Velm",)


@pytest.mark.parametrize(
    "sentence",
    [
        "Torvay might pour cold water on the plan.",
        "If Torvay closes the door on the plan, Velm will go home.",
        "Did Torvay draw the line at radar data?",
        "Torvay will have to give ground on the levy.",
    ],
)
def test_a_set_phrase_that_did_not_take_place_is_none(read: Read, sentence: str) -> None:
    assert not [each for each in read(sentence).statements if each.core and each.cue]


@pytest.mark.parametrize("when", ["", " on Monday", " last week"])
def test_who_takes_another_to_task_accuses_him_whenever_he_does(read: Read, when: str) -> None:
    (found,) = (
        each
        for each in read(f"Torvay took Velm to task{when} for hiding the report.").statements
        if each.core
    )
    assert (found.act, found.quote, found.addressees) == ("accuse", "hiding the report", ("Velm",))


@pytest.mark.parametrize(
    "sentence",
    ["Torvay floats its timber down the river.", "Torvay floated barges across the lake."],
)
def test_what_is_carried_along_a_way_is_not_proposed(read: Read, sentence: str) -> None:
    assert not [each for each in read(sentence).statements if each.core]
