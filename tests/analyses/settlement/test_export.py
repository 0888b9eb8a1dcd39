"""A settlement as JSON: exact, complete, and as its schema says."""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tracktwo.analyses.settlement.exact_text import exact_text
from tracktwo.analyses.settlement.export import as_json
from tracktwo.analyses.settlement.robust import robustness
from tracktwo.analyses.settlement.settle import settle
from tracktwo.casemodel.example import river
from tracktwo.casemodel.files import load_case
from tracktwo.casemodel.read import parse_case

ROOT = Path(__file__).parents[3]
SCHEMA = json.loads((ROOT / "docs/reference/schemas/settle.schema.json").read_text("utf-8"))
NO_ZONE = """
case = { id = "x", title = "X", as_of = 2025-01-31 }
parties = { a = { name = "A", no_agreement = "33.5" }, b = { name = "B" } }
issues.river = { title = "River", options = { dam = "a dam", none = "no dam" } }
[[positions]]
party = "a"
issue = "river"
weight = "33.3"
points = { dam = "100", none = "1" }
[[positions]]
party = "b"
issue = "river"
refuses = ["dam"]
"""


def errors(data: dict[str, Any]) -> list[str]:
    """Give what the schema finds wrong."""
    Draft202012Validator.check_schema(SCHEMA)
    return [error.message for error in Draft202012Validator(SCHEMA).iter_errors(data)]


WITH_ISSUES = [
    path for path in sorted(ROOT.glob("ca*/*/case.toml")) if "\n[issues." in path.read_text("utf-8")
]


@pytest.mark.parametrize("path", WITH_ISSUES, ids=lambda p: p.parent.name)
def test_cases_that_ship_meet_the_schema(path: Path) -> None:
    assert errors(as_json(settle(load_case(path)))) == []


def test_an_empty_zone_meets_the_schema() -> None:
    data = as_json(settle(parse_case(NO_ZONE)))
    assert errors(data) == []
    assert data["acceptable"] == {"count": "0", "exact": True}
    line = {"id": "a:no-agreement", "party": "a", "kind": "no_agreement", "value": "33.5"}
    assert data["conflicts"] == [[line]]
    assert data["relaxations"][0] == {"without": [line], "gained": "1"}


def test_the_schema_marks_what_is_not_so() -> None:
    data = as_json(settle(parse_case(NO_ZONE)))
    assert errors(data | {"packages": 2}) == ["2 is not of type 'string'"]
    assert len(errors(data | {"trades": []})) == 1


def test_solutions_are_points_with_all_their_packages() -> None:
    data = as_json(settle(load_case(ROOT / "catalog/panama-canal")))
    (nash,) = data["solutions"]["nash"]
    assert nash["utilities"] == {"united_states": "64", "panama": "68"}
    (package,) = nash["packages"]
    assert [issue for issue, side in package.items() if side == "united_states"] == [
        "us_defense_rights",
        "use_rights",
        "expansion_rights",
        "expansion_routes",
    ]
    assert [point["utilities"]["panama"] for point in data["solutions"]["utilitarian"]] == [
        "53",
        "68",
    ]


@given(st.fractions())
def test_text_of_a_number_is_exact(number: Fraction) -> None:
    text = exact_text(number)
    assert Fraction(text) == number
    pattern = SCHEMA["$defs"]["number"]["pattern"]
    assert not list(Draft202012Validator({"pattern": pattern}).iter_errors(text))


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6))
def test_text_of_a_decimal_is_a_decimal(number: object) -> None:
    assert "/" not in exact_text(Fraction(str(number)))


def test_ranks_and_ranges_are_as_the_schema_says() -> None:
    case = river(ranked=True)
    exported = as_json(settle(case), robustness(case, samples=3))
    assert errors(exported) == []
    assert exported["ranks"]["room"] == "some"
    assert exported["robustness"]["draws"]["samples"] == 3
    assert "ranks" not in as_json(settle(river()))


def test_each_partys_best_and_the_top_products_are_given_and_a_cover() -> None:
    exported = as_json(settle(river()))
    assert exported["best"]["darsa"][0]["utilities"] == {"darsa": "70", "velia": "40"}
    products = [point["utilities"] for point in exported["top_nash"]]
    assert products == [{"darsa": "30", "velia": "90"}, {"darsa": "40", "velia": "50"}]
    assert exported["cover"]["short"] == "0"
    assert exported["cover"]["points"] == exported["frontier"]["points"]
