"""The outlook in the brief: computed sentences that keep the law, charts with their numbers."""

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from types import ModuleType

import pytest
from tests.analyses.outlook.cases import case_of

from tracktwo.analyses.outlook.outlook import Asked, outlook
from tracktwo.analyses.outlook.scenarios import scenarios
from tracktwo.analyses.robustness.robustness import Asked as Hanging
from tracktwo.analyses.robustness.robustness import robustness
from tracktwo.brief.blocks import Sentences, Table
from tracktwo.brief.charts.calibration import calibration
from tracktwo.brief.charts.fan import fan
from tracktwo.brief.charts.on_scale import on_scale
from tracktwo.brief.compose import compose
from tracktwo.brief.figures import Calibration, Fan, Figure, Lane, OnScale
from tracktwo.brief.law import breaches
from tracktwo.brief.material import Material
from tracktwo.brief.page import render
from tracktwo.brief.scale import misused
from tracktwo.brief.sections.otherwise import otherwise
from tracktwo.brief.sentence import plain
from tracktwo.casemodel.case import Case, Scenario
from tracktwo.casemodel.estimate import Estimate
from tracktwo.casemodel.files import load_case
from tracktwo.casemodel.forecast_ledger import UNSEALED, Ledger, read_ledger, sealed
from tracktwo.casemodel.forecast_lines import ForecastLine, Line, OutcomeLine, QuestionLine
from tracktwo.casemodel.read import parse_case


@pytest.fixture(scope="module")
def material(world: ModuleType) -> Material:
    """Give the article with a case that has an outlook, scenarios, and a ledger."""
    made = _case("0.4")
    article: Material = world.article()
    return replace(
        article,
        case=made,
        outlook=outlook(made, Asked(draws=50)),
        rounds=outlook(made, Asked("spatial", draws=3)),
        robustness=robustness(made, Hanging(draws=1, base=2)),
        futures=scenarios(made, Asked(draws=5)),
        ledger=_ledger(),
    )


def _case(other: str) -> Case:
    base = case_of()
    assert base.outlook is not None
    staying = tuple(each for each in base.outlook.stances if each.party != "c")
    without = replace(base, outlook=replace(base.outlook, stances=staying))
    third, rest = (Estimate(*[Decimal(chance)] * 3) for chance in ("0.6", other))
    return replace(
        base,
        scenarios=(
            Scenario("C retires", "C leaves.", third, "an analyst", (), (("x", "y"),), without),
            Scenario("All stay", "Nothing changes.", rest, "an analyst"),
        ),
    )


def _ledger() -> Ledger:
    day, who = "2024-01-31", "an analyst"
    lines: list[Line] = [
        QuestionLine(
            id="q1", question="Rain?", criteria="10 mm", resolves_on="2024-02-29", on=day, by=who
        ),
        ForecastLine(id="q1", probability=Decimal("0.3"), words="unlikely", on=day, by=who),
        OutcomeLine(id="q1", outcome="no", on="2024-03-01", by="a clerk"),
    ]
    return read_ledger(sealed(UNSEALED, lines))


def words(material: Material) -> list[str]:
    """Give the sentences of the section, and the cells of its tables."""
    (section,) = (each for each in compose(material).sections if each.name == "outlook")
    found = []
    for block in section.blocks:
        if isinstance(block, Sentences):
            found += [plain(item.parts) for item in block.items]
        if isinstance(block, Table):
            found += [plain(cell.parts) for row in block.rows for cell in row.cells]
    return found


def test_every_sentence_keeps_the_law_and_the_rules_for_words(material: Material) -> None:
    brief = compose(material, strict=False)
    assert [each for each in breaches(brief) if "Outlook" in each.place] == []
    (section,) = (each for each in brief.sections if each.name == "outlook")
    ours = [
        plain(item.parts)
        for block in section.blocks
        if isinstance(block, Sentences)
        for item in block.items
        if item.by.startswith("computed")
    ]
    assert len(ours) == 8
    assert [flaw for sentence in ours for flaw in misused(sentence)] == []


def test_the_forecast_is_said_with_its_interval_and_what_decides_it(material: Material) -> None:
    said = " ".join(words(material))
    assert "the positions meet at 36.6 on a scale from 0 to 100" in said
    assert "80 % of the outcomes" in said
    assert "The specification decides the answer: " in said
    assert "The number that moves this most is the position of" in said


def test_scenarios_stand_side_by_side_and_are_mixed_only_if_they_add_up(
    material: Material,
) -> None:
    assert any(line.startswith("Over the scenarios together") for line in words(material))
    case = _case("0.3")
    loose = replace(material, case=case, futures=scenarios(case, Asked(draws=5)))
    (said,) = (line for line in words(loose) if "add up to" in line)
    assert said.startswith("The probabilities of the scenarios add up to 90\u00a0% and not to")


def test_a_table_of_scenarios_says_what_is_otherwise_in_words_and_shows_no_ids() -> None:
    case = load_case(Path(__file__).parents[2] / "cases" / "ukraine-nato" / "case.toml")
    said = [line for each in case.scenarios for line in otherwise(case, each)]
    refuses = "Russia refuses “Invitation now, entry later” and “Full member soon”"
    assert f"{refuses} (Ukraine and NATO membership)" in said
    assert "who has to accept: Russia and the United States" in said
    assert "capability of Ukraine: low 15, best 25, high 35" in said
    assert [line for line in said if "no_agreement" in line or "european-states" in line] == []


def test_what_is_refused_tells_an_option_named_none_from_no_option() -> None:
    text = """
    case = { id = "x", title = "X", as_of = "2025-01-31" }
    parties = { a = { name = "Darsa" } }
    issues.dam = { title = "The dam", options = { none = "no dam", low = "by half" } }
    positions = [{ party = "a", issue = "dam", refuses = ["low"] }]
    scenarios = [
        { name = "N", text = "N.", sets = { "positions.a.dam.refuses" = ["none"] } },
        { name = "E", text = "E.", sets = { "positions.a.dam.refuses" = [] } },
    ]
    """
    case = parse_case(text)
    said = [next(otherwise(case, each)) for each in case.scenarios]
    assert said == ["Darsa refuses “no dam” (The dam)", "Darsa refuses nothing (The dam)"]


def test_the_ledger_is_shown_with_its_scores_and_calibration(material: Material) -> None:
    said = words(material)
    assert "unlikely, 30\u00a0%" in said
    assert any("Brier score of 0.090" in line for line in said)
    page = render(compose(material))
    assert "Calibration: what was given, and what came true" in page


def test_each_scale_has_its_charts_and_the_same_in_words(material: Material) -> None:
    (section,) = (each for each in compose(material).sections if each.name == "outlook")
    figures = [each for each in section.blocks if isinstance(each, Figure)]
    kinds = [type(each.chart) for each in figures]
    assert kinds.count(OnScale) == 6
    assert kinds.count(Fan) == 2
    assert all(each.items for each in figures)


def test_a_case_without_an_outlook_has_nothing_of_it(world: ModuleType) -> None:
    said = " ".join(words(world.with_case()))
    assert "positions meet" not in said
    assert "Forecasts kept" not in said


def test_rows_lie_where_their_numbers_are_and_texts_inside_the_drawing(world: ModuleType) -> None:
    lanes = (
        Lane("<b>", 0, (0.0, 25.0), 10.0),
        Lane("many", points=(0.0, 50.0, 100.0)),
    )
    anchors = tuple((float(at), f"a rather long name of point {at}") for at in (0, 10, 20, 100))
    drawn = on_scale(OnScale(0.0, 100.0, lanes, anchors, 50.0, (40.0, 60.0)), "label")
    wide, narrow = world.pieces(drawn)
    assert "&lt;b&gt;" in drawn
    for chart, width in ((wide, 900), (narrow, 350)):
        texts = chart.xpath(".//*[contains(@class, 'halo')]")
        assert len(texts) == len(anchors)
        assert all(-10 <= float(each.get("x")) <= width for each in texts)
        spots = {each.get("y") for each in texts}
        assert len(spots) > 1
    (circle,) = wide.xpath(".//*[local-name()='circle' and @r='4.5']")
    assert float(circle.get("cx")) == pytest.approx(286 + 590 * 0.1, abs=0.1)


def test_the_fan_runs_from_the_first_round_to_the_last(world: ModuleType) -> None:
    drawn = fan(Fan(0.0, 10.0, ((5.0, 4.0, 6.0), (4.0, 2.0, 7.0))), "label")
    for chart in world.pieces(drawn):
        (middle,) = chart.xpath(".//*[local-name()='polyline']")
        points = [tuple(map(float, each.split(","))) for each in middle.get("points").split()]
        assert len(points) == 2
        assert points[0][0] < points[1][0]
        assert points[0][1] < points[1][1]


def test_a_fan_of_one_round_and_no_calibration_can_be_drawn(world: ModuleType) -> None:
    assert world.pieces(fan(Fan(0.0, 1.0, ((0.5, 0.4, 0.6),)), "label"))
    assert world.pieces(calibration(Calibration(()), "label"))


def test_calibration_puts_circles_where_they_belong(world: ModuleType) -> None:
    drawn = calibration(Calibration(((0.0, 1.0, 1), (1.0, 0.0, 4))), "label")
    (chart,) = world.pieces(drawn)
    circles = chart.xpath(".//*[local-name()='circle']")
    (left, high, small), (right, low, large) = (
        (float(each.get("cx")), float(each.get("cy")), float(each.get("r"))) for each in circles
    )
    assert left < right
    assert high < low
    assert small < large
    assert re.search("given", drawn)
