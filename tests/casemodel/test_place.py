"""Places are written and read back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.casemodel.place import read_place, write_place
from tracktwo.errors import CaseError

keys = st.text(st.characters(exclude_characters='"', exclude_categories=["Cs"]), max_size=5)


@given(keys, st.lists(keys | st.integers(0, 999), max_size=5))
def test_what_is_written_is_read_back(first: str, rest: list[str | int]) -> None:
    assert read_place(write_place([first, *rest])) == (first, *rest)


@pytest.mark.parametrize(
    "place", ["", ".", "a.", ".a", "a..b", "a[", "a[-1]", "a[x]", "a b", 'a"b"']
)
def test_what_is_no_place_is_refused(place: str) -> None:
    with pytest.raises(CaseError, match="is no place"):
        read_place(place)
