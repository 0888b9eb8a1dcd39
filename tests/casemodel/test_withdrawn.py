"""What falls when evidence is taken away, and what stays."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tracktwo.casemodel.case import Case
from tracktwo.casemodel.evidence import Evidence
from tracktwo.casemodel.read import parse_case
from tracktwo.casemodel.rests_on import evidence_in
from tracktwo.casemodel.withdrawn import without

CASE = """
case = { id = "x", title = "X", as_of = "2025-01-31" }
parties.a = { name = "A", no_agreement = "10" }
parties.b = { name = "B", no_agreement = "10" }
issues.dam = { title = "Dam", options = { high = "high", low = "low" } }
issues.bank = { title = "Bank", options = { held = "held", left = "left" } }
[[positions]]
party = "a"
issue = "dam"
weight = "50"
points = { high = "0", low = "100" }
evidence = ["st:1", "st:2"]
[[positions]]
party = "b"
issue = "dam"
weight = "50"
points = { high = "100", low = "0" }
evidence = ["st:1"]
[[positions]]
party = "a"
issue = "bank"
refuses = ["held"]
evidence = ["st:3"]
[[positions]]
party = "b"
issue = "bank"
refuses = ["left"]
[[refusals]]
party = "b"
together = { dam = "low", bank = "held" }
evidence = ["st:4"]
[[rules]]
if = { dam = "low" }
then = { bank = "held" }
evidence = ["st:4"]
[outlook]
scales.price = { title = "Price", low = "0", high = "9" }
[outlook.capability]
a = { low = "1", best = "1", high = "1", evidence = ["st:5"] }
b = "1"
[[outlook.stances]]
party = "a"
scale = "price"
position = "1"
salience = "50"
[[outlook.stances]]
party = "b"
scale = "price"
position = "1"
salience = "50"
evidence = ["st:6"]
"""


def left(*statements: str) -> tuple[Case, tuple[str, ...]]:
    return without(parse_case(CASE), lambda evidence: evidence.statement in statements)


def test_what_keeps_some_evidence_stays_and_what_never_listed_any_too() -> None:
    case, fallen = left("st:2")
    assert fallen == ()
    assert case == parse_case(CASE)


def test_a_position_falls_whole_with_the_no_agreement_value_of_its_party() -> None:
    case, fallen = left("st:1")
    assert [(each.party, each.issue) for each in case.positions] == [
        ("a", "dam"),
        ("a", "bank"),
        ("b", "bank"),
    ]
    assert [party.no_agreement is None for party in case.parties] == [False, True]
    assert fallen == ("no-agreement value of b", "position of b on dam")


def test_red_lines_alone_leave_the_no_agreement_value() -> None:
    case, fallen = left("st:3")
    assert fallen == ("position of a on bank",)
    assert case.parties == parse_case(CASE).parties


def test_joint_refusals_and_rules_fall() -> None:
    case, fallen = left("st:4")
    assert (case.refusals, case.rules) == ((), ())
    assert fallen == ("joint refusal by b", "rule 1")


def test_stances_fall_with_their_evidence_or_with_the_capability_of_their_party() -> None:
    case, fallen = left("st:5")
    assert fallen == ("capability of a", "stance of a on price")
    assert case.outlook is not None
    assert [each.party for each in case.outlook.stances] == ["b"]
    assert left("st:6")[1] == ("stance of b on price",)


@given(st.sets(st.integers(1, 6)), st.sets(st.integers(1, 6)))
def test_taking_more_away_never_leaves_more(some: set[int], more: set[int]) -> None:
    names = {f"st:{each}" for each in some}, {f"st:{each}" for each in some | more}
    fewer, most = (set(left(*each)[1]) for each in names)
    assert fewer <= most


def test_every_piece_of_evidence_of_a_case_is_listed() -> None:
    listed = [each.statement for each in evidence_in(parse_case(CASE))]
    assert sorted(set(listed)) == [f"st:{each}" for each in range(1, 7)]


def test_the_evidence_of_the_example_case_names_its_sources() -> None:
    root = Path(__file__).parents[2]
    case = parse_case((root / "cases/ukraine-nato/case.toml").read_text("utf-8"))
    sources = {path.name for path in (root / "cases/ukraine-nato/sources").iterdir()}
    named = {each.source for each in evidence_in(case)}
    assert named <= sources
    assert Evidence(
        source="06-on-the-table-in-2024.docx",
        words="an end to Ukraine’s plans to join NATO",
    ) in set(evidence_in(case))
