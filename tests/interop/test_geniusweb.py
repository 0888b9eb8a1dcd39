"""GeniusWeb profiles: exact worth, numeric ranges, reservation bids, and what is refused."""

import json
from fractions import Fraction
from typing import Any

import pytest

from tracktwo.casemodel.read import parse_case
from tracktwo.errors import InputError
from tracktwo.interop.drafted import write_case
from tracktwo.interop.geniusweb import read_geniusweb


def profile(name: str = "anna", **changes: Any) -> bytes:  # noqa: ANN401 - JSON values
    """Write a profile with a list of values and a range."""
    space = {
        "name": name,
        "domain": {
            "name": "trip",
            "issuesValues": {
                "place": {"values": ["sea", "hills"]},
                "days": {"range": ["1", "2", "0.5"]},
            },
        },
        "issueWeights": {"place": 0.7, "days": 0.3},
        "issueUtilities": {
            "place": {"DiscreteValueSetUtilities": {"valueUtilities": {"sea": 1, "hills": 0.1}}},
            "days": {
                "NumberValueSetUtilities": {
                    "lowValue": 1,
                    "lowUtility": 0,
                    "highValue": 2,
                    "highUtility": 1,
                }
            },
        },
        "reservationBid": {"issuevalues": {"place": "hills", "days": "2"}},
    }
    return json.dumps({"LinearAdditiveUtilitySpace": space | changes}).encode()


def test_worth_is_weight_times_utility_exactly() -> None:
    draft = read_geniusweb([("a.json", profile())])
    assert draft.parties[0].worth[0] == (Fraction(7, 10), Fraction(7, 100))
    assert draft.issues[1].options == ("1", "1.5", "2")
    assert draft.parties[0].worth[1] == (Fraction(0), Fraction(3, 20), Fraction(3, 10))


def test_a_reservation_bid_is_the_no_agreement_value() -> None:
    draft = read_geniusweb([("a.json", profile()), ("b.json", profile("ben"))])
    assert draft.parties[0].no_agreement == Fraction(37, 100)
    case = parse_case(write_case(draft, "2025-01-31"))
    assert [party.name for party in case.parties] == ["anna", "ben"]
    assert case.parties[0].no_agreement is not None
    assert case.parties[0].no_agreement.best == 37


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"{", "is no JSON"),
        (b"[]", 'has no "LinearAdditiveUtilitySpace"'),
        (profile(issueWeights={"place": "x"}), "a decimal number was needed"),
        (profile(issueWeights={"place": float("nan")}), "a decimal number was needed"),
        (profile(issueUtilities={}), "no utilities"),
        (profile(domain={"issuesValues": {"place": {"values": ["sea"]}}}), "two or more"),
        (profile(domain={"issuesValues": {"x": {"range": ["0", "9", "0"]}}}), "has no step"),
        (profile(reservationBid={}), 'has no "issuevalues"'),
    ],
)
def test_what_is_no_profile_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read_geniusweb([("a.json", data)])


def test_profiles_of_two_domains_are_refused() -> None:
    other = profile(domain={"name": "else", "issuesValues": {"x": {"values": ["1", "2"]}}})
    with pytest.raises(InputError, match="another domain"):
        read_geniusweb([("a.json", profile()), ("b.json", other)])
