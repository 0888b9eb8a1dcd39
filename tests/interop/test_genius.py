"""GENIUS domains: utility as GENIUS takes it, exactly, and what is refused."""

from fractions import Fraction
from pathlib import Path

import pytest

from tracktwo.analyses.settlement.settle import settle
from tracktwo.casemodel.read import parse_case
from tracktwo.errors import InputError
from tracktwo.interop.drafted import write_case
from tracktwo.interop.genius import read_genius

DOMAIN = b"""<negotiation_template><utility_space number_of_issues="2">
<objective index="0" name="trip" type="objective">
<issue index="1" name="Place" type="discrete" vtype="discrete">
  <item index="1" value="sea side"/><item index="2" value="hills"/><item index="3" value="town"/>
</issue>
<issue index="2" name="Days" type="integer" vtype="integer" lowerbound="2" upperbound="4"/>
</objective></utility_space></negotiation_template>"""


def profile(evaluations: str = "9 3 0", reservation: str = "") -> bytes:
    """Write a utility space of that domain."""
    names = ("sea side", "hills", "town")
    items = "".join(
        f'<item index="{i}" value="{name}" evaluation="{value}"/>'
        for i, (name, value) in enumerate(zip(names, evaluations.split(), strict=True), start=1)
    )
    return (
        '<utility_space><objective index="0" name="trip">'
        f'<issue index="1" name="Place" type="discrete">{items}</issue>'
        '<issue index="2" name="Days" type="integer" lowerbound="2" upperbound="4">'
        '<evaluator ftype="linear" slope="0.4" offset="0.5"/></issue>'
        '<weight index="1" value="0.7"/><weight index="2" value="0.3"/></objective>'
        f"{reservation}</utility_space>"
    ).encode()


def test_worth_is_weight_times_evaluation_over_the_largest_evaluation() -> None:
    draft = read_genius(("trip.xml", DOMAIN), [("anna.xml", profile())])
    (party,) = draft.parties
    assert party.worth[0] == (Fraction(7, 10), Fraction(7, 30), Fraction(0))
    assert party.name == "anna"


def test_an_integer_issue_counts_from_its_lowest_value_and_stays_within_0_and_1() -> None:
    draft = read_genius(("trip.xml", DOMAIN), [("anna.xml", profile())])
    assert draft.issues[1].options == ("2", "3", "4")
    tenth = Fraction(3, 10)
    assert draft.parties[0].worth[1] == (tenth / 2, tenth * Fraction(9, 10), tenth)


def test_raw_takes_evaluations_as_they_stand() -> None:
    draft = read_genius(("trip.xml", DOMAIN), [("anna.xml", profile())], raw=True)
    assert draft.parties[0].worth[0] == (Fraction(63, 10), Fraction(21, 10), Fraction(0))


def test_thirds_stay_exact_in_the_case_that_is_written() -> None:
    reservation = '<reservation value="0.5"/>'
    files = [("anna.xml", profile(reservation=reservation)), ("ben.xml", profile("0 3 9"))]
    case = parse_case(write_case(read_genius(("trip.xml", DOMAIN), files), "2025-01-31"))
    result = settle(case)
    assert "is 300 points" in case.about
    assert case.parties[0].no_agreement is not None
    assert case.parties[0].no_agreement.best == 150
    best = {dict(p.options)["place"]: dict(p.utilities) for p in result.acceptable}
    assert set(best) == {"sea_side", "hills"}
    assert max(worths["anna"] for worths in best.values()) <= 300
    assert Fraction(70 + 90) in {dict(p.utilities)["anna"] for p in result.acceptable}


@pytest.mark.parametrize(
    ("domain", "said"),
    [
        (b"<a>", "is no XML"),
        (b"<a/>", "holds no <issue>"),
        (DOMAIN.replace(b'upperbound="4"', b'upperbound="4000000"'), "2 to 1,000 values"),
        (DOMAIN.replace(b'lowerbound="2"', b'lowerbound="two"'), "a whole number"),
    ],
)
def test_what_is_no_domain_is_refused(domain: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read_genius(("trip.xml", domain), [("anna.xml", profile())])


def test_a_profile_of_another_domain_is_refused_with_all_that_is_missing() -> None:
    with pytest.raises(InputError, match=r"Place \(index 1\) has no weight; .* Days"):
        read_genius(("trip.xml", DOMAIN), [("anna.xml", b"<utility_space/>")])


@pytest.mark.parametrize("value", ["nan", "inf", "1e999", "x"])
def test_numbers_that_are_none_are_refused(value: str) -> None:
    with pytest.raises(InputError, match="a decimal number was needed"):
        read_genius(("trip.xml", DOMAIN), [("anna.xml", profile(f"9 {value} 0"))])


def test_an_entity_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("hidden", "utf-8")
    entity = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'.encode()
    hostile = entity + DOMAIN.replace(b'<item index="1" value="sea side"/>', b"<item>&e;</item>")
    draft = read_genius(("trip.xml", hostile), [])
    assert "hidden" not in str(draft)
