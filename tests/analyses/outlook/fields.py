"""Fields for the tests of the outlook: given, and drawn by hypothesis."""

from collections.abc import Sequence

import numpy as np
from hypothesis import strategies as st

from tracktwo.analyses.outlook.field import Field

Row = tuple[float, float, float]  # capability, salience, position


def field_of(
    rows: Sequence[Row], ends: tuple[float, float] = (0, 100), names: Sequence[str] = ()
) -> Field:
    """Make a field of one scale, a row a party."""
    table = np.array(rows, dtype=np.float64).reshape(-1, 3)
    return Field(
        tuple(names) or tuple(f"p{i}" for i in range(len(table))),
        ("issue",),
        np.array([ends], dtype=np.float64),
        table[:, 0],
        table[:, 1:2],
        table[:, 2:],
    )


def rows_of(field: Field) -> list[Row]:
    """Give back the rows of a field of one scale."""
    columns = (field.capability, field.salience[:, 0], field.position[:, 0])
    return [(float(c), float(s), float(x)) for c, s, x in zip(*columns, strict=True)]


_capability = st.integers(0, 40).map(lambda tens: tens / 10)  # ties and zeros are frequent
_salience = st.integers(0, 10).map(lambda tenths: tenths / 10)
_position = st.integers(0, 20).map(lambda fives: fives * 5.0)
rows = st.lists(st.tuples(_capability, _salience, _position), min_size=1, max_size=7).filter(
    lambda some: any(capability * salience > 0 for capability, salience, _ in some)
)
