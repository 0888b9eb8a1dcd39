"""A case becomes a field: who stands where, between what, and who has no say."""

from dataclasses import replace

import pytest
from tests.analyses.outlook.cases import HEAD, case_of

from tracktwo.analyses.outlook.from_case import field_of, ranges_of, scales_of
from tracktwo.analyses.outlook.models import model_named
from tracktwo.analyses.outlook.together import groups
from tracktwo.casemodel.estimate import Estimate
from tracktwo.casemodel.outlook import Outlook
from tracktwo.casemodel.read import parse_case
from tracktwo.errors import CaseError


def test_best_numbers_and_their_ranges_come_in_the_order_of_the_case() -> None:
    ranges = ranges_of(case_of(), ["price"])
    assert ranges.best.parties == ("a", "b", "c")
    assert ranges.best.position.tolist() == [[10], [60], [100]]
    assert ranges.low.capability.tolist() == [1, 3, 0]
    assert ranges.high.salience.tolist() == [[0.9], [0.5], [0.2]]
    assert ranges.high.ends.tolist() == [[0, 100]]


def test_a_party_without_a_stance_has_no_place_on_a_scale_alone() -> None:
    assert field_of(case_of(), ["date"]).parties == ("a",)


def test_on_several_scales_at_once_it_stands_in_the_middle_without_a_say() -> None:
    field = field_of(case_of())
    assert field.scales == ("price", "date")
    assert field.salience[1:, 1].tolist() == [0, 0]
    assert field.position[1:, 1].tolist() == [0, 0]


@pytest.mark.parametrize(
    ("tail", "names", "said"),
    [
        ("", [], "outlook: is missing"),
        ("[outlook]\n", [], "outlook.stances: are missing"),
        (
            '[outlook]\nscales.p = { title = "P", low = "0", high = "1" }\n',
            ["p", "q"],
            'outlook.scales: "q" is no scale; scales are "p"',
        ),
        (
            '[outlook]\nscales.p = { title = "P", low = "0", high = "1" }\n',
            ["p"],
            "outlook.scales.p: has no stance",
        ),
    ],
)
def test_a_case_that_says_nothing_of_a_scale_is_refused(
    tail: str, names: list[str], said: str
) -> None:
    with pytest.raises(CaseError, match=said):
        scales_of(parse_case(HEAD + tail), names)


def test_several_scales_are_one_space_where_attention_is_shared_out() -> None:
    spatial = model_named("spatial")
    assert groups(case_of(), spatial, ["price", "date"]) == (("price",), ("date",))
    shared = replace(case_of(), outlook=_halved(case_of().outlook))
    assert groups(shared, spatial, ["price", "date"]) == (("price", "date"),)
    assert groups(shared, model_named("compromise"), ["price", "date"]) == (("price",), ("date",))


def _halved(outlook: Outlook | None) -> Outlook:
    """Give an outlook in which everyone cares half as much."""
    assert outlook is not None
    stances = [
        replace(each, salience=Estimate(*[each.salience.best / 2] * 3)) for each in outlook.stances
    ]
    return replace(outlook, stances=tuple(stances))
