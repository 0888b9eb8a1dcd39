"""Tornado and Sobol indices: against the variance that can be worked out, and their laws."""

import numpy as np
import pytest
from hypothesis import given, settings
from tests.analyses.outlook.fields import Row, field_of, rows
from tests.analyses.outlook.test_compromise import EMISSIONS
from tests.analyses.outlook.test_multiverse import spread

from tracktwo.analyses.outlook.challenge import AS_RUN
from tracktwo.analyses.outlook.compromise import compromise
from tracktwo.analyses.outlook.field import Field
from tracktwo.analyses.outlook.models import model_named
from tracktwo.analyses.outlook.ranges import Ranges
from tracktwo.analyses.robustness.inputs import inputs, with_values
from tracktwo.analyses.robustness.sobol import sobol
from tracktwo.analyses.robustness.tornado import tornado
from tracktwo.errors import InputError

COMPROMISE = ("compromise", None)


def positions_range(some: list[Row], widths: list[float]) -> Ranges:
    """Give only the positions a range."""
    low, high = (
        [(c, s, x + sign * width) for (c, s, x), width in zip(some, widths, strict=True)]
        for sign in (-1, 1)
    )
    return Ranges(field_of(low), field_of(some), field_of(high))


def test_sobol_indices_of_a_linear_forecast_are_shares_of_weighted_variances() -> None:
    # The compromise is linear in the positions: a share is w² var / Σ w² var, and a symmetric
    # triangular number from x - d to x + d has the variance d² / 6.
    some = [(1.0, 1.0, 20.0), (2.0, 0.5, 50.0), (4.0, 0.5, 70.0)]
    widths = [10.0, 20.0, 5.0]
    parts = [(c * s * d) ** 2 / 6 for (c, s, _), d in zip(some, widths, strict=True)]
    expected = {f"p{i}": part / sum(parts) for i, part in enumerate(parts)}
    found = sobol(positions_range(some, widths), 0, COMPROMISE, base=1024)
    assert found[0].input.party == "p1"
    for each in found:
        assert each.first == pytest.approx(expected[each.input.party], abs=0.02)
        assert each.total == pytest.approx(expected[each.input.party], abs=0.02)


def test_what_numbers_do_only_together_is_in_the_total_and_not_in_the_first() -> None:
    # Salience of a party matters by how far it stands from the rest, which its position decides.
    some = [(1.0, 0.5, 50.0), (1.0, 0.5, 50.0)]
    low = field_of([(1.0, 0.1, 0.0), some[1]])
    high = field_of([(1.0, 0.9, 100.0), some[1]])
    by_kind = {
        each.input.kind: each
        for each in sobol(Ranges(low, field_of(some), high), 0, COMPROMISE, base=1024)
    }
    assert by_kind["salience"].first == pytest.approx(0, abs=0.05)
    assert by_kind["salience"].total > 2 * by_kind["salience"].total_error > 0
    assert by_kind["salience"].total > by_kind["salience"].first


def test_a_number_that_moves_nothing_is_named_dead() -> None:
    # One weight is over half of all, so the weighted median is its party's position.
    some = [(9.0, 1.0, 50.0), (1.0, 1.0, 10.0), (1.0, 1.0, 90.0)]
    found = sobol(positions_range(some, [5.0, 5.0, 5.0]), 0, ("median", None))
    assert [(each.input.party, each.dead) for each in found] == [
        ("p0", False),
        ("p1", True),
        ("p2", True),
    ]
    bars = tornado(positions_range(some, [5.0, 5.0, 5.0]), 0, ("median", None)).bars
    assert [bar.dead for bar in bars] == [False, True, True]


def test_where_nothing_varies_there_is_nothing_to_rank() -> None:
    field = field_of(EMISSIONS, (4, 10))
    certain = Ranges(field, field, field)
    assert sobol(certain, 0, COMPROMISE) == ()
    assert tornado(certain, 0, COMPROMISE).bars == ()


@settings(max_examples=40)
@given(rows)
def test_a_bar_is_the_forecast_with_one_number_at_its_end(some: list[Row]) -> None:
    ranges = spread(some)
    found = tornado(ranges, 0, COMPROMISE)
    assert found.best == pytest.approx(float(compromise(ranges.best)[0].outcomes[0]))
    names = ranges.best.parties
    for bar in found.bars:
        row = names.index(bar.input.party)
        at = ("capability", "salience", "position").index(bar.input.kind)
        for end, forecast in ((bar.input.low, bar.at_low), (bar.input.high, bar.at_high)):
            changed = [list(each) for each in some]
            changed[row][at] = end
            (run,) = compromise(field_of([(c, s, x) for c, s, x in changed]))
            assert forecast == pytest.approx(float(run.outcomes[0]), abs=1e-9)
    swings = [
        max(bar.swing, abs(bar.at_low - found.best), abs(bar.at_high - found.best))
        for bar in found.bars
    ]
    assert swings == sorted(swings, reverse=True)


@pytest.mark.parametrize("reading", [COMPROMISE, ("pce", None), ("challenge", AS_RUN)])
def test_the_order_of_the_file_changes_no_bit(reading: tuple[str, object]) -> None:
    some = [(c, s, 10.0 * x) for c, s, x in EMISSIONS[:5]]
    names = tuple("abcde")
    order = [3, 0, 4, 1, 2]
    one = spread(some, names)
    other = spread([some[i] for i in order], tuple(names[i] for i in order))
    assert tornado(one, 0, reading) == tornado(other, 0, reading)
    assert sobol(one, 0, reading, base=8) == sobol(other, 0, reading, base=8)


def test_inputs_are_the_numbers_with_a_range_and_only_they_are_changed() -> None:
    ranges = positions_range([(1.0, 0.5, 20.0), (2.0, 0.5, 80.0)], [0.0, 3.0])
    (only,) = inputs(ranges)
    assert (only.party, only.kind, only.low, only.high) == ("p1", "position", 77.0, 83.0)
    field = with_values(ranges, 0, (only,), np.array([[78.0], [79.0]]))
    assert field.position[..., 0].tolist() == [[20.0, 78.0], [20.0, 79.0]]
    assert field.capability.tolist() == [[1.0, 2.0]] * 2


def test_a_base_that_is_no_power_of_two_is_refused() -> None:
    field = field_of(EMISSIONS, (4, 10))
    with pytest.raises(InputError, match="a power of 2 is needed"):
        sobol(Ranges(field, field, field), 0, COMPROMISE, base=100)


@pytest.mark.parametrize("name", ["exchange", "spatial"])
def test_models_that_take_scales_together_are_tested_on_each(name: str) -> None:
    random = np.random.default_rng(2)
    best = Field(
        tuple("abcd"),
        ("one", "two"),
        np.array([[0.0, 100.0]] * 2),
        random.uniform(1, 3, 4),
        random.uniform(0.2, 0.4, (4, 2)),
        np.array([[0.0, 90.0], [80.0, 10.0], [30.0, 70.0], [100.0, 0.0]]),
    )
    low, high = (
        Field(
            best.parties, best.scales, best.ends, best.capability * f, best.salience, best.position
        )
        for f in (0.8, 1.2)
    )
    for column, scale in enumerate(best.scales):
        found = tornado(Ranges(low, best, high), column, (name, None))
        (run,) = (each for each in model_named(name).run(best, None) if each.scale == scale)
        assert found.scale == scale
        assert found.best == pytest.approx(float(run.outcomes @ run.probabilities))
        assert not all(bar.dead for bar in found.bars)
        assert len(sobol(Ranges(low, best, high), column, (name, None), base=2)) == 4
