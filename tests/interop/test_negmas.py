"""Scenarios of NegMAS: exact decimals, every readable value function, and what is refused."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.analyses.settlement.worth import scaled_worth
from tracktwo.casemodel.read import parse_case
from tracktwo.errors import CaseError, InputError
from tracktwo.interop.drafted import write_case
from tracktwo.interop.negmas import read_negmas
from tracktwo.interop.yaml_text import MOST_BYTES, read_yaml

# As NegMAS 0.16 wrote them, from a scenario made for this test.
TRIP = """
issues:
- name: Place
  type: CategoricalIssue
  values:
  - sea
  - hills
  - 'no'
- name: Days
  type: ContiguousIssue
  values:
  - 2
  - 4
name: Trip
path: null
type: DiscreteCartesianOutcomeSpace
"""
ANNA = """
name: anna
reserved_outcome: null
reserved_value: 0.45
stability: 2047
type: LinearAdditiveUtilityFunction
values:
- mapping:
    hills: 0.3333333333333333
    'no': 1
    sea: 0.1
  type: TableFun
- bias: 2
  slope: -0.5
  type: AffineFun
weights:
- 0.6
- 0.4
"""
BEN = """
name: ben
reserved_outcome: null
reserved_value: -.inf
stability: 2047
type: LinearAdditiveUtilityFunction
values:
- mapping: {hills: 0.25, 'no': 0, sea: 1.0}
  type: TableFun
- {a1: 2.0, a2: 1.0, bias: 3.0, type: QuadraticFun}
weights: [-0.5, 0.5]
"""
LINEAR = """
bias: 0
name: linear
reserved_outcome: null
reserved_value: -.inf
type: LinearUtilityFunction
weights: [0.2, 0.3]
"""
NUMBERS = """
issues:
- {name: c, type: DiscreteOrdinalIssue, values: [0.5, 1.0, 4.0]}
- {name: d, type: ContiguousIssue, values: [-1, 1]}
type: DiscreteCartesianOutcomeSpace
"""


def scenario(*texts: str) -> list[tuple[str, bytes]]:
    names = ("trip.yml", "anna.yml", "ben.yml")
    return [(name, text.encode()) for name, text in zip(names, texts, strict=False)]


def said_of(*texts: str) -> str:
    with pytest.raises(InputError) as caught:
        read_negmas(scenario(*texts))
    return str(caught.value)


def test_worth_is_weight_times_value_of_the_decimals_as_written() -> None:
    anna = read_negmas(scenario(TRIP, ANNA)).parties[0]
    assert anna.worth[0] == (
        Fraction("0.06"),
        Fraction("0.6") * Fraction("0.3333333333333333"),
        Fraction("0.6"),
    )
    assert anna.worth[1] == (Fraction("0.4"), Fraction("0.2"), Fraction(0))
    assert anna.no_agreement == Fraction("0.45")


def test_options_are_the_values_in_their_order_and_no_stays_a_word() -> None:
    draft = read_negmas(scenario(TRIP, ANNA))
    assert [issue.options for issue in draft.issues] == [("sea", "hills", "no"), ("2", "3", "4")]
    assert draft.title == "Trip"


def test_what_negmas_gives_for_a_quadratic_and_a_negative_weight_is_what_we_give() -> None:
    ben = read_negmas(scenario(TRIP, BEN)).parties[0]
    assert ben.no_agreement is None
    # NegMAS 0.16: a1 x + a2 x^2 + bias is 11 at 2; half of that, less half of 1.0, is 5.0
    assert ben.worth[1][0] + ben.worth[0][0] == Fraction("5.0")


def test_a_negative_weight_becomes_negative_points_and_worth_stays() -> None:
    draft = read_negmas(scenario(TRIP, ANNA, BEN))
    case = parse_case(write_case(draft, "2025-01-31"))
    worth = scaled_worth(case)
    got = [
        [[Fraction(option, worth.unit * 100) for option in issue] for issue in party]
        for party in worth.options
    ]
    assert got == [[list(issue) for issue in party.worth] for party in draft.parties]
    assert min(point for position in case.positions for _, point in position.points) < 0
    assert all(position.weight and position.weight.low >= 0 for position in case.positions)


def test_a_linear_function_takes_the_numbers_of_the_options() -> None:
    party = read_negmas(scenario(NUMBERS, LINEAR)).parties[0]
    assert party.worth == (
        (Fraction("0.1"), Fraction("0.2"), Fraction("0.8")),
        (Fraction("-0.3"), Fraction(0), Fraction("0.3")),
    )


def test_the_order_of_files_is_the_order_of_parties_wherever_the_space_stands() -> None:
    trip, anna, ben = scenario(TRIP, ANNA, BEN)
    draft = read_negmas([ben, trip, anna])
    assert [party.name for party in draft.parties] == ["ben", "anna"]


def test_files_of_older_versions_name_classes_with_their_modules() -> None:
    older = ANNA.replace("type: Linear", "__python_class__: negmas.preferences.Linear")
    assert read_negmas(scenario(TRIP, older)).parties == read_negmas(scenario(TRIP, ANNA)).parties


DOUBLE = st.just(0.0) | st.floats(1e-9, 1)


@given(st.lists(DOUBLE, min_size=5, max_size=5), DOUBLE)
def test_any_doubles_that_negmas_draws_are_kept_exactly(values: list[float], weight: float) -> None:
    table = ", ".join(f"v{at}: {value!r}" for at, value in enumerate(values))
    space = "issues: [{name: i, type: CategoricalIssue, values: [v0, v1, v2, v3, v4]}]"
    party = (
        f"{{name: a, type: LinearAdditiveUtilityFunction, weights: [{weight!r}], "
        f"values: [{{type: TableFun, mapping: {{{table}}}}}]}}"
    )
    draft = read_negmas([("s.yml", space.encode()), ("a.yml", party.encode())])
    assert draft.parties[0].worth[0] == tuple(
        Fraction(repr(weight)) * Fraction(repr(value)) for value in values
    )
    position = parse_case(write_case(draft, "2025-01-31")).positions[0]
    assert [point == 0 for _, point in position.points] == [value == 0 for value in values]


def test_all_that_is_wrong_in_all_files_is_said_at_once() -> None:
    broken = TRIP.replace("ContiguousIssue", "ContinuousIssue")
    anna = ANNA.replace("hills", "hill").replace("0.45", "much").replace("- 0.6", "- [0.6]")
    ben = BEN.replace("QuadraticFun", "LambdaFun").replace("-0.5, 0.5", "1")
    with pytest.raises(CaseError) as caught:
        read_negmas(scenario(broken, anna, ben))
    places = [problem.place for problem in caught.value.problems]
    assert places == [
        "trip.yml issues[1]",
        "anna.yml weights[0]",
        "anna.yml values[0].mapping",
        "anna.yml values[0].mapping",
        "anna.yml reserved_value",
        "ben.yml weights",
    ]
    assert 'gives no value for "hills"' in str(caught.value)


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ((TRIP,), "1 files with 1 outcome spaces"),
        ((TRIP, TRIP, ANNA), "3 files with 2 outcome spaces"),
        ((ANNA, BEN), "2 files with 0 outcome spaces"),
        (("- a", ANNA), "holds no table"),
        (("issues: 3", ANNA), "is no list of issues"),
        (("issues: [x]", ANNA), "is no table with name, type and values"),
        ((TRIP.replace("- 4", "- 4000"), ANNA), "runs from 2 to 4000"),
        ((TRIP.replace("- hills", "- sea"), ANNA), "names a value twice"),
        ((NUMBERS.replace("0.5, 1.0, 4.0", "1"), LINEAR), "has 1 values"),
        ((NUMBERS.replace("[0.5, 1.0, 4.0]", "{a: b}"), LINEAR), "has no list of values"),
        ((NUMBERS.replace("4.0", "much"), LINEAR), "for the value much"),
        ((TRIP, BEN.replace("QuadraticFun", "LambdaFun")), 'is of type "LambdaFun"'),
        ((TRIP, BEN.replace("LinearAdditiveUt", "MappingUt")), "no sum over issues"),
        ((TRIP, BEN.replace("a1: 2.0, ", "")), "values[1].a1: is missing"),
        ((NUMBERS, LINEAR.replace("bias: 0", "bias: 0.5")), "bias, which no issue carries"),
        ((TRIP, ANNA.replace("outcome: null", "outcome: [sea, 2]")), "is a package"),
        ((TRIP, ANNA.replace("0.45", ".nan")), 'is ".nan"; a decimal number'),
        ((TRIP, ANNA.replace("0.45", "1e999")), "a decimal number"),
        ((TRIP, ANNA.replace("- 0.6", "")), "holds 1 weights, but there are 2 issues"),
    ],
)
def test_what_is_no_scenario_is_refused_with_its_place(texts: tuple[str, ...], said: str) -> None:
    assert said in said_of(*texts)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"a: [", "is no YAML"),
        (b"\xff\xfe\x00", "is no YAML"),
        (b"a: 1\na: 2", 'line 2: names "a" twice'),
        (b"? [x, 1]\n: 2", "line 1: a key of this table is no text"),
        (b"a: &a [*a]", "repeats itself"),
        (b"a: 1\n---\nb: 2", "is no YAML"),
        (b"[" * 100_000, "is no YAML"),
        (b"#" * (MOST_BYTES + 1), "is larger than"),
    ],
)
def test_what_is_no_yaml_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read_yaml("x.yml", data)


def test_a_bomb_of_aliases_stays_small() -> None:
    lines = ["a0: &a0 [x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 40)]
    table = read_yaml("bomb.yml", "\n".join(lines).encode())
    assert isinstance(table, dict)
    assert len(table) == 40


def test_tags_build_nothing() -> None:
    assert read_yaml("x.yml", b"!!python/object/apply:os.system [echo]") == ["echo"]
