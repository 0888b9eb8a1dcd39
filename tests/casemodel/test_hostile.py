"""Reading what is no case at all: an error, and nothing else."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracktwo.casemodel.read import parse_case
from tracktwo.errors import CaseError

SOUND = Path(__file__).with_name("sound.toml").read_text(encoding="utf-8")


def wrong(text: str) -> list[str]:
    """Give every line that the error of a case says."""
    with pytest.raises(CaseError) as caught:
        parse_case(text)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("[case\n", "line 1, column 6: is no TOML: expected ']' at the end of a table"),
        pytest.param(
            "[case]\n[case]\n", "line 2, column 6: is no TOML: cannot declare ('case',) twice"
        ),
        pytest.param("a = 1\na = 2", "end of document: is no TOML: cannot overwrite a value"),
        pytest.param("a = 2025-02-31", "line 1, column 5: is no TOML: invalid date or datetime"),
        pytest.param(
            "a = " + "9" * 5000, "the file: holds a whole number of thousands of digits; shorten it"
        ),
        pytest.param("a = \x00", "line 1, column 5: is no TOML: invalid value"),
    ],
)
def test_what_is_no_toml_is_named_with_line_and_column(text: str, said: str) -> None:
    (line,) = wrong(text)
    assert line.startswith(said)


def test_a_bottomless_list_is_refused() -> None:
    (line,) = wrong("a = " + "[" * 100_000)
    assert line.startswith("the file: nests lists or tables too deeply")


@pytest.mark.parametrize("number", ["1e9", "NaN", "Infinity", "1" * 16, "٣", "1_000", ".5", ""])
def test_a_number_is_plain_digits_of_sane_length(number: str) -> None:
    text = SOUND.replace('best = "40.5"', f'best = "{number}"')
    assert any(line.startswith("positions[0].weight.best: ") for line in wrong(text))


toml_values = st.recursive(
    st.booleans() | st.integers(-9, 9) | st.text(max_size=3) | st.floats(allow_nan=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("ab", max_size=2), inner),
    max_leaves=4,
)
SECTIONS = ["case", "parties", "issues", "positions", "rules", "acceptance", "actors"]
KEYS = ["party", "issue", "points", "weight", "options", "refuses", "if", "must", "a", "id"]


def as_toml(value: object) -> str:
    """Write any value of plain data as TOML."""
    if isinstance(value, dict):
        return "{" + ",".join(f"{as_toml(k)}={as_toml(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(as_toml, value)) + "]"
    if isinstance(value, str):
        return '"' + "".join(f"\\U{ord(letter):08X}" for letter in value) + '"'
    return str(value).lower()


@settings(deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(SECTIONS),
        toml_values
        | st.dictionaries(st.sampled_from(KEYS), toml_values)
        | st.lists(st.dictionaries(st.sampled_from(KEYS), toml_values), max_size=2),
    )
)
def test_hostile_toml_gets_an_error_and_nothing_else(data: dict[str, object]) -> None:
    text = "\n".join(f"{key} = {as_toml(value)}" for key, value in data.items())
    assert wrong(text)
