"""What a case hangs on: numbers, models, documents."""

import pytest
from tests.analyses.outlook.cases import case_of
from tests.analyses.robustness.test_without import CASE

from tracktwo.analyses.robustness.robustness import Asked, robustness
from tracktwo.casemodel.read import parse_case
from tracktwo.errors import CaseError, InputError

QUICK = Asked(scales=("price",), draws=2, base=8)


def test_every_number_with_a_range_has_a_bar_and_an_index() -> None:
    (price,) = robustness(case_of(), QUICK).scales
    varied = {
        ("a", "capability"),
        ("a", "position"),
        ("b", "position"),
        ("c", "capability"),
    }
    assert {(bar.input.party, bar.input.kind) for bar in price.tornado.bars} == varied
    assert {(each.input.party, each.input.kind) for each in price.indices} == varied
    assert price.multiverse.draws == 2


def test_a_case_without_an_outlook_is_tested_on_its_settlement_alone() -> None:
    settled = parse_case(CASE[: CASE.index("[outlook]")])
    found = robustness(settled)
    assert found.scales == ()
    assert found.losses.sources[0].flips


def test_what_is_not_there_cannot_be_asked_about() -> None:
    with pytest.raises(CaseError, match="is no scale"):
        robustness(case_of(), Asked(scales=("hope",)))
    with pytest.raises(InputError, match="is no model"):
        robustness(case_of(), Asked("hope"))
