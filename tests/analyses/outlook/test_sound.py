"""What no model can answer for is refused, with everything that is wrong at once."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from tests.analyses.outlook.fields import Row, field_of

from tracktwo.analyses.outlook.compromise import compromise, mean, median
from tracktwo.analyses.outlook.condorcet import condorcet
from tracktwo.analyses.outlook.exchange import exchange
from tracktwo.analyses.outlook.field import Field
from tracktwo.analyses.outlook.forecast import Trajectory
from tracktwo.analyses.outlook.levers import levers
from tracktwo.analyses.outlook.spatial import spatial
from tracktwo.errors import ArrayError

Model = Callable[[Field], tuple[Trajectory, ...]]
MODELS = [compromise, median, mean, condorcet, spatial, exchange]
GOOD: list[Row] = [(1, 1, 0), (2, 0.5, 60)]


@pytest.mark.parametrize(
    ("rows", "ends", "said"),
    [
        ([], (0, 100), "there are 0 parties on 1 scales"),
        ([(0, 1, 5), (3, 0, 5)], (0, 100), "issue: capability x salience adds up to 0.0"),
        ([(1e308, 1, 5), (1e308, 1, 5)], (0, 100), "issue: capability x salience adds up to inf"),
        ([(np.nan, 1, 5)], (0, 100), "p0: capability is nan"),
        ([(-1, 1, 5)], (0, 100), "p0: capability is -1.0"),
        ([(1, 50, 5)], (0, 100), "p0 on issue: salience is 50.0; it must lie between 0 and 1"),
        ([(1, np.nan, 5)], (0, 100), "p0 on issue: salience is nan"),
        ([(1, 1, np.nan)], (0, 100), "p0 on issue: position is nan"),
        ([(1, 1, 101)], (0, 100), "p0 on issue: position is 101.0"),
        ([(1, 1, 5)], (5, 5), "issue: the ends are 5.0 and 5.0"),
        ([(1, 1, 5)], (9, 1), "issue: the ends are 9.0 and 1.0"),
        ([(1, 1, 5)], (0, np.inf), "issue: the ends are 0.0 and inf"),
    ],
)
@pytest.mark.parametrize("model", MODELS)
def test_bad_numbers_are_named(
    model: Model, rows: list[Row], ends: tuple[float, float], said: str
) -> None:
    with np.errstate(over="ignore"), pytest.raises(ArrayError, match=said):
        model(field_of(rows, ends))


def test_every_problem_is_named_at_once() -> None:
    with pytest.raises(ArrayError) as caught:
        levers(field_of([(-1, 2, 5), (1, 1, 500)], names=["a", "a"]))
    assert str(caught.value).splitlines() == [
        "a field of parties on scales has 4 to mend",
        "party a stands 2 times; name each once",
        "a: capability is -1.0; it must be 0 or more, and finite",
        "a on issue: salience is 2.0; it must lie between 0 and 1",
        "a on issue: position is 500.0; it must lie between the ends, 0.0 and 100.0",
    ]


def test_draws_belong_to_the_kernels() -> None:
    field = field_of(GOOD)
    with pytest.raises(ArrayError, match="give draws to a kernel instead"):
        compromise(replace(field, position=np.stack([field.position] * 3)))
