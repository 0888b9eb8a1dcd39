"""Adjusted winner: the published split of the Panama Canal treaty, and what it promises."""

from fractions import Fraction
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tracktwo.analyses.settlement.adjusted_winner import adjusted_winner
from tracktwo.analyses.settlement.dividing import divided
from tracktwo.casemodel.files import load_case

CATALOG = Path(__file__).parents[3] / "catalog"

halves = st.lists(st.tuples(st.integers(1, 40), st.integers(1, 40)), min_size=1, max_size=8)


def test_the_panama_canal_is_divided_as_published() -> None:
    award = divided(load_case(CATALOG / "panama-canal" / "case.toml"))
    assert award is not None
    assert award.points == (Fraction(66), Fraction(66))
    assert award.divided == "land_and_water"
    assert dict(award.shares)["land_and_water"] == Fraction(2, 15)
    whole = {issue for issue, share in award.shares if share == 1}
    assert whole == {
        "us_defense_rights",
        "use_rights",
        "expansion_rights",
        "expansion_routes",
    }


@given(halves)
def test_both_get_equally_many_points_and_at_most_one_item_is_divided(
    points: list[tuple[int, int]],
) -> None:
    award = adjusted_winner([(str(i), Fraction(a), Fraction(b)) for i, (a, b) in enumerate(points)])
    assert award.points[0] == award.points[1]
    assert sum(0 < share < 1 for _, share in award.shares) <= 1


@given(halves)
def test_no_other_division_into_tenths_gives_both_more(points: list[tuple[int, int]]) -> None:
    award = adjusted_winner([(str(i), Fraction(a), Fraction(b)) for i, (a, b) in enumerate(points)])
    given_ = dict(award.shares)
    keeps = [given_[str(i)] for i in range(len(points))]
    ratios_kept = [Fraction(a, b) for (a, b), share in zip(points, keeps, strict=True) if share > 0]
    ratios_given = [
        Fraction(a, b) for (a, b), share in zip(points, keeps, strict=True) if share < 1
    ]
    # efficient exactly where no item that the first party holds has a smaller ratio than one that
    # the second holds
    assert not ratios_kept or not ratios_given or min(ratios_kept) >= max(ratios_given)


def test_two_others_or_silence_are_not_divided() -> None:
    assert divided(load_case(CATALOG.parent / "cases" / "nile-dam" / "case.toml")) is None
