"""What a scenario sets: found by its place, held to all that holds for a case."""

from decimal import Decimal
from pathlib import Path

import pytest
from tests.casemodel.test_outlook import TABLE

from tracktwo.casemodel.case import Case
from tracktwo.casemodel.read import parse_case
from tracktwo.errors import CaseError

SOUND = Path(__file__).with_name("sound.toml").read_text(encoding="utf-8")
HEAD = '[[scenarios]]\nname = "s"\ntext = "t"\n[scenarios.sets]\n'


def variant(sets: str) -> Case:
    """Give the case of the only scenario."""
    (only,) = parse_case(SOUND + TABLE + HEAD + sets).scenarios
    assert only.variant is not None
    return only.variant


def wrong(sets: str) -> list[str]:
    """Give every line that the error says."""
    with pytest.raises(CaseError) as caught:
        parse_case(SOUND + TABLE + HEAD + sets)
    return [str(problem) for problem in caught.value.problems]


def test_a_position_is_set_by_party_and_issue_and_nothing_else_changes() -> None:
    base = parse_case(SOUND + TABLE)
    changed = variant('"positions.ukraine.membership.refuses" = ["barred", "deferred"]')
    assert changed.positions[1].refuses == ("barred", "deferred")
    assert changed.positions[0] == base.positions[0]
    assert (changed.parties, changed.outlook) == (base.parties, base.outlook)
    assert changed.scenarios == ()


def test_values_of_other_tables_are_set_by_their_place() -> None:
    changed = variant(
        '"parties.russia.no_agreement" = "0"\n'
        '"outlook.capability.ukraine" = { low = "1", best = "2", high = "3" }\n'
        '"outlook.stances.russia.membership.position" = "70"\n'
        '"rules[0].then.forces" = ["none"]\n'
    )
    assert changed.parties[0].no_agreement is not None
    assert changed.parties[0].no_agreement.best == 0
    assert changed.outlook is not None
    assert changed.outlook.capabilities[1].value.high == Decimal(3)
    assert changed.outlook.stances[0].position.best == Decimal(70)
    assert changed.rules[0].then == (("forces", ("none",)),)


def test_who_must_accept_is_set_where_the_case_does_not_say_it() -> None:
    changed = variant('"acceptance.must" = ["russia"]')
    assert changed.acceptance is not None
    assert changed.acceptance.must == ("russia",)


def test_what_is_set_is_kept_in_words() -> None:
    (only,) = parse_case(
        SOUND + HEAD + '"parties.russia.no_agreement" = { low = "1", best = "2", high = "3" }\n'
    ).scenarios
    assert only.sets == (("parties.russia.no_agreement", "low 1, best 2, high 3"),)


def test_a_scenario_that_sets_nothing_has_no_variant() -> None:
    (only,) = parse_case(SOUND + '[[scenarios]]\nname = "s"\ntext = "t"\n').scenarios
    assert (only.sets, only.variant) == ((), None)


@pytest.mark.parametrize(
    ("sets", "said"),
    [
        ('"case.title" = "x"', 'scenarios[0].sets."case.title": "case" is no section that'),
        ('"positions" = []', "is a whole section; name a value in it"),
        ('"positions.russia.membership" = {}', "is a whole table; name a value in it"),
        (
            '"positions.russia.forces.refuses" = []',
            "is of no party and issue that are there; there are russia.membership, uk",
        ),
        ('"parties.rusia.name" = "x"', 'did you mean "russia"?'),
        ('"rules[5].then" = {}', '"5" is no part of rules'),
        ('"parties.russia.name.x" = "x"', 'leads into "Russia", which holds nothing'),
        ('"parties.russia.speakers[7]" = "x"', "leads into a list of 1, counted from 0"),
        ('"a b" = 1', "is no place"),
        (
            '"positions.russia.membership.refuses" = ["membr"]',
            "makes positions[0].refuses[0] wrong",
        ),
        ('"positions.russia.membership.weight" = 0.5', "is a TOML float, which rounds"),
        ('"outlook.stances.russia.membership.position" = "101"', "lies outside the scale"),
        ('"parties.russia.nam" = "x"', 'is no key here; keys are "name"'),
    ],
)
def test_what_cannot_be_set_is_named_with_the_place_of_the_scenario(sets: str, said: str) -> None:
    lines = wrong(sets)
    assert any(said in line for line in lines)
    assert all(line.startswith("scenarios[0].sets") for line in lines)


def test_all_that_cannot_be_set_is_said_at_once() -> None:
    assert len(wrong('"parties.a.name" = "x"\n"parties.b.name" = "x"')) == 2
