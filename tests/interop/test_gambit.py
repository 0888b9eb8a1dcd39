"""A graph model as a strategic game."""

from pathlib import Path

import pytest

from tracktwo.analyses.stability.from_case import model_of
from tracktwo.casemodel.files import load_case
from tracktwo.errors import StabilityError
from tracktwo.interop.gambit import nfg_of

CATALOG = Path(__file__).parents[2] / "catalog"


def exported(name: str) -> str:
    case = load_case(CATALOG / name)
    return nfg_of(case, model_of(case))


def test_payoffs_are_places_in_the_rankings_the_first_party_changing_fastest() -> None:
    head, _, payoffs = exported("prisoners-dilemma").strip().partition("\n\n")
    assert head == """NFG 1 R "The prisoner's dilemma" { "First party" "Second party" } { 2 2 }"""
    assert payoffs == "1 1 0 3 3 0 2 2"


@pytest.mark.parametrize("name", ["elmira", "syria-iraq-1975"])
def test_models_that_are_no_strategic_game_are_refused(name: str) -> None:
    with pytest.raises(StabilityError, match="strategic game"):
        exported(name)
