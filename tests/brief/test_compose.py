"""What stands in a brief, whatever it is made from?"""

from dataclasses import replace
from decimal import Decimal
from types import ModuleType

import pytest

from tracktwo.analyses.settlement.robust import robustness
from tracktwo.analyses.settlement.settle import settle
from tracktwo.brief.blocks import Absence, Block, Exchange, Pair, Sentences, Table
from tracktwo.brief.brief import Brief
from tracktwo.brief.compose import compose
from tracktwo.brief.figures import Figure
from tracktwo.brief.law import breaches
from tracktwo.brief.material import Made, Material
from tracktwo.brief.sentence import Sentence, plain
from tracktwo.casemodel.case import Case, Issue, Option, Position, Steps
from tracktwo.errors import BriefError

NAMES = (
    "what",
    "judgements",
    "sources",
    "parties",
    "demands",
    "objectives",
    "narrative",
    "talks",
    "room",
    "holding",
    "outlook",
    "questions",
    "gaps",
    "annex",
)

HALT = "“A halt to the filling of the upper dam”"
GAUGE = "“A joint gauge on the river, the canal, and the delta”"
AGAIN = "“a joint gauge on the river and the canal” and the delta"


def blocks(brief: Brief, section: str) -> tuple[Block, ...]:
    return next(each.blocks for each in brief.sections if each.name == section)


def table(brief: Brief, name: str) -> Table:
    found = [b.table if isinstance(b, Pair) else b for s in brief.sections for b in s.blocks]
    return next(each for each in found if isinstance(each, Table) and each.name == name)


def lines(given: Table) -> list[str]:
    """Give a table as text: cells by bars, numbers in brackets."""
    return [
        " | ".join(
            plain(cell.parts) + ("".join(f"[{n}]" for n in cell.evidence)) for cell in row.cells
        )
        for row in given.rows
    ]


def sentences(brief: Brief, section: str) -> list[Sentence]:
    return [
        item
        for block in blocks(brief, section)
        if isinstance(block, Sentences)
        for item in block.items
    ]


def absences(brief: Brief) -> list[str]:
    return [b.text for s in brief.sections for b in s.blocks if isinstance(b, Absence)]


def exchange(brief: Brief, question: str) -> Exchange:
    found = (b for b in blocks(brief, "questions") if isinstance(b, Exchange))
    return next(each for each in found if each.question == question)


def test_every_brief_has_every_section_in_one_order(world: ModuleType) -> None:
    for material in (Material((), ()), world.article(), world.with_case()):
        assert tuple(section.name for section in compose(material).sections) == NAMES


def test_nothing_at_all_still_makes_a_brief_that_says_what_was_not_found() -> None:
    brief = compose(Material((), (), made=Made("0.1.0")), strict=True)
    assert brief.title == "A reading of 0 documents"
    assert "The sources hold no demand." in absences(brief)
    assert "No case is at hand" in " ".join(absences(brief))
    assert all(section.blocks for section in brief.sections)


def test_a_document_without_statements_makes_a_brief(world: ModuleType) -> None:
    document = world.document("Nothing is said here.\n")
    brief = compose(Material((document,), ()), strict=True)
    assert brief.citations == ()
    assert lines(table(brief, "sources"))[0].startswith("arn.txt | not graded")


def test_numbers_follow_the_text(world: ModuleType) -> None:
    citations = compose(world.article()).citations
    assert [each.number for each in citations] == list(range(1, len(citations) + 1))
    starts = [each.hull.start for each in citations]
    assert starts == sorted(starts)


def test_the_ledger_names_who_asks_whom_since_when_and_what_came_of_it(world: ModuleType) -> None:
    rows = lines(table(compose(world.article()), "ledger"))
    assert [row.split(" | ") for row in rows] == [
        ["Demands of Darsa"],
        ["1", f"{HALT}[2]", "Velm", "March 2024", "stated", "rejected[4]"],
        ["2", f"{GAUGE}[3]", "Velm", "March 2024", "stated", "rejected[4]"],
        ["again", f"{AGAIN}[12]", "", "by Lena Ostrow", "", "narrower: without “and the delta”"],
    ]


def test_words_that_only_name_demands_are_no_demand_of_their_own(world: ModuleType) -> None:
    told = [plain(each.parts) for each in sentences(compose(world.article()), "demands")]
    assert told == ["In March 2024 Darsa put forward “a list of demands to Velm”."]


def test_drafted_judgements_count_and_name_and_say_that_nobody_reviewed_them(
    world: ModuleType,
) -> None:
    drafts = sentences(compose(world.article()), "judgements")
    assert [plain(each.parts) for each in drafts] == [
        "Darsa makes two demands in the sources, of Velm; all are reported rejected, by Velm.",
        "One voice names something as negotiable, Lena Ostrow: “flood warnings”.",
        (
            "On talks, the latest act recorded of each party is an offer by Velm; nothing is "
            "recorded from Darsa."
        ),
        "The sources set something against one claim.",
    ]
    assert {each.by for each in drafts} == {"drafted by rules, unreviewed"}
    assert {each.confidence for each in drafts} == {"low"}
    assert all(each.evidence for each in drafts)


def test_signed_judgements_take_the_place_of_drafted_ones(world: ModuleType) -> None:
    key = sentences(compose(world.with_case()), "judgements")
    assert [plain(each.parts) for each in key] == [
        "The dam decides.",
        "Will talks open by 31 December 2024? Yes is likely (50–70\u00a0%, best 60\u00a0%).",
    ]
    assert {each.by for each in key} == {"an analyst"}


def test_a_judgement_stands_in_the_section_that_its_case_names(world: ModuleType) -> None:
    told = [plain(each.parts) for each in sentences(compose(world.with_case()), "demands")]
    assert "The gauge is the smaller matter." in told


def test_positions_say_best_acceptable_refused_or_not_stated(world: ModuleType) -> None:
    assert lines(table(compose(world.with_case()), "positions")) == [
        "The dam | weight 50 (40–60) | weight 50 (40–60)",
        "filling halts | best[2] | refused[4]",
        "slowly | acceptable | acceptable",
        "as planned | refused[2] | best[4]",
        "The gauge | weight 50 (40–60) | ",
        "joint | best | not stated",
        "none | acceptable | not stated",
    ]


def test_a_zone_lists_its_packages_and_which_solution_each_is(world: ModuleType) -> None:
    assert lines(table(compose(world.with_case()), "packages")) == [
        "1 | slowly; joint | Nash, Kalai–Smorodinsky, egalitarian, utilitarian | 80 | 35",
        "2 | slowly; none | dominated | 30 | 35",
    ]


def test_trades_are_told_from_what_each_issue_by_itself_would_give(world: ModuleType) -> None:
    told = [plain(s.parts) for s in sentences(compose(world.with_case()), "room")]
    (start,) = [each for each in told if each.startswith("Suppose that each issue")]
    assert start == (
        "Suppose that each issue were settled by itself, on the option that serves the party "
        "served worst there best: the outcome would be the Nash, Kalai–Smorodinsky, egalitarian "
        "and utilitarian package."
    )
    assert "From there no change of one or two issues gains for anyone and costs nobody." in told


def logrolling(world: ModuleType) -> Case:
    """Give a case in which each side cares for one of two issues, with a middle way on both."""
    case: Case = world.case()
    three = tuple(Option(name, name) for name in ("left", "middle", "right"))
    issues = (Issue("dam", "The dam", three), Issue("gauge", "The gauge", three))

    def wants(party: str, issue: str, weight: str, points: tuple[int, ...]) -> Position:
        worth = tuple((o.id, Decimal(p)) for o, p in zip(three, points, strict=True))
        return Position(party, issue, world.estimate(weight, weight, weight), worth)

    positions = (
        wants("darsa", "dam", "80", (100, 50, 0)),
        wants("darsa", "gauge", "20", (100, 50, 0)),
        wants("velm", "dam", "20", (0, 50, 100)),
        wants("velm", "gauge", "80", (0, 50, 100)),
    )
    return replace(case, issues=issues, positions=positions)


def test_a_trade_says_who_gives_way_on_what_and_what_both_gain(world: ModuleType) -> None:
    case = logrolling(world)
    material = replace(world.with_case(), case=case, settlement=settle(case))
    told = [plain(s.parts) for s in sentences(compose(material), "room")]
    assert (
        "Velm gives way as “The dam” goes from “middle” to “left”; Darsa gives way as “The gauge” "
        "goes from “middle” to “right”. By that Darsa gains 30 points and Velm 30." in told
    )


def test_what_each_issue_by_itself_would_give_is_written_out(world: ModuleType) -> None:
    case = logrolling(world)
    material = replace(world.with_case(), case=case, settlement=settle(case))
    told = [plain(s.parts) for s in sentences(compose(material), "room")]
    assert (
        "Suppose that each issue were settled by itself, on the option that serves the party "
        "served worst there best: “middle” on “The dam”; “middle” on “The gauge”. It is worth 50 "
        "points to Darsa and 50 points to Velm, and is acceptable." in told
    )


def room_with(world: ModuleType, case: Case) -> list[str]:
    """Give what the section on room says of a case that was settled over its ranges."""
    material = replace(
        world.with_case(), case=case, settlement=settle(case), over_ranges=robustness(case, 50)
    )
    return [plain(s.parts) for s in sentences(compose(material, strict=True), "room")]


def test_a_conclusion_that_stands_over_all_ranges_is_said_to(world: ModuleType) -> None:
    case: Case = world.case()
    floor = world.estimate("10", "20", "25")
    parties = tuple(replace(party, no_agreement=floor) for party in case.parties)
    told = room_with(world, replace(case, parties=parties))
    assert (
        "The conclusion stands: a zone exists wherever the estimates lie between low and high, "
        "which the ends of the ranges decide." in told
    )
    told = room_with(world, world.case(zone=False))
    assert any(each.startswith("The conclusion stands: there is no zone") for each in told)


def test_a_single_estimate_that_flips_the_conclusion_is_named(world: ModuleType) -> None:
    case: Case = world.case()
    wary = replace(case.parties[1], no_agreement=world.estimate("10", "20", "40"))
    told = room_with(world, replace(case, parties=(case.parties[0], wary)))
    assert any(each.startswith("The conclusion hangs on the estimates: a zone") for each in told)
    assert (
        "One estimate alone closes the zone: the value of no agreement to Velm, if it is 40; "
        "there is room up to 35." in told
    )


def test_a_case_without_ranges_says_that_nothing_was_tried(world: ModuleType) -> None:
    case = logrolling(world)
    still = world.estimate("10", "10", "10")
    parties = tuple(replace(party, no_agreement=still) for party in case.parties)
    case = replace(case, parties=parties)
    material = replace(
        world.with_case(), case=case, settlement=settle(case), over_ranges=robustness(case, 5)
    )
    assert any("each estimate as one number" in each for each in absences(compose(material)))


def test_rankings_are_told_by_what_holds_for_all_some_or_no_points(world: ModuleType) -> None:
    case: Case = world.case()
    order = (("slow",), ("halt",), ("fill",))
    ranking = Position("velm", "dam", order=order, rank=1, refuses=("fill",))
    parties = tuple(replace(party, no_agreement=None) for party in case.parties)
    case = replace(case, parties=parties, positions=(*case.positions[:2], ranking))
    told = room_with(world, case)
    (said,) = [each for each in told if "an order instead of points" in each]
    assert said.startswith(
        "Velm gives an order instead of points. A zone exists for all points that agree with that:"
    )


def test_where_all_name_one_package_as_no_agreement_trades_start_there(world: ModuleType) -> None:
    case = logrolling(world)
    today = (("dam", "right"), ("gauge", "left"))
    parties = tuple(
        replace(party, no_agreement=None, no_agreement_as=today) for party in case.parties
    )
    case = replace(case, parties=parties)
    material = replace(world.with_case(), case=case, settlement=settle(case))
    told = [plain(s.parts) for s in sentences(compose(material), "room")]
    assert any(
        each.startswith("The case describes no agreement as a package: “right” on “The dam”;")
        for each in told
    )


def test_options_in_an_order_and_steps_of_a_scale_stand_in_the_table(world: ModuleType) -> None:
    case: Case = world.case()
    steps = tuple(Option(str(n), f"{n} gates") for n in range(6))
    scale = Issue("gates", "Gates", steps, Steps(Decimal(0), Decimal(5), Decimal(1), "gates"))
    order = (("joint",), ("none",))
    points = tuple((option.id, Decimal(20 * at)) for at, option in enumerate(steps))
    positions = (
        Position("darsa", "gauge", order=order, rank=1),
        Position("velm", "gates", world.estimate("1", "1", "1"), points, ("0", "1")),
    )
    material = replace(
        world.with_case(),
        case=replace(case, issues=(case.issues[1], scale), positions=positions),
        settlement=None,
    )
    assert lines(table(compose(material), "positions")) == [
        "The gauge | rank 1 | ",
        "joint | best | not stated",
        "none | acceptable | not stated",
        "Gates |  | weight 1",
        "0 gates to 1 gates | not stated | refused",
        "2 gates to 4 gates | not stated | acceptable",
        "5 gates | not stated | best",
    ]


def test_options_of_one_title_stand_with_their_issue_in_a_package(world: ModuleType) -> None:
    case = logrolling(world)
    material = replace(world.with_case(), case=case, settlement=settle(case))
    first = lines(table(compose(material), "packages"))[0]
    assert first.startswith("1 | The dam: left; The gauge: right | Nash")


def test_an_empty_zone_says_in_words_which_red_lines_exclude_each_other(world: ModuleType) -> None:
    told = [plain(s.parts) for s in sentences(compose(world.with_case(zone=False)), "room")]
    assert (
        "On these estimates there is no zone: none of the 6 packages that the rules permit is "
        "acceptable to Darsa and Velm." in told
    )
    assert (
        "These cannot all hold in one package: Darsa refuses “slowly” and “as planned” on “The "
        "dam”; Velm refuses “filling halts” on “The dam”." in told
    )


def test_a_question_is_answered_with_cited_statements_or_not_at_all(world: ModuleType) -> None:
    brief = compose(world.with_case())
    assert [each.evidence for each in exchange(brief, "What does Darsa demand?").answers] == [
        (2,),
        (3,),
    ]
    assert [s.evidence for s in exchange(brief, "Who rejected the demands?").answers] == [(4,)]
    moon = exchange(brief, "Who owns the moon?")
    assert moon.answers == ()
    assert moon.absence == Absence("The sources do not say.")


def test_a_question_of_a_turn_is_answered_by_that_turn(world: ModuleType) -> None:
    answers = exchange(compose(world.article()), "Who pays for the gauge?").answers
    assert [plain(each.parts) for each in answers] == [
        "Lena Ostrow said: “That has not been said”."
    ]


def test_what_is_struck_out_on_review_is_told_nowhere_but_in_the_annex(world: ModuleType) -> None:
    material = world.article()
    halt = material.readings[0].statements[1].id
    verdict = replace(world.accepted(halt), verdict="reject")
    brief = compose(replace(material, standing={halt: verdict}), strict=True)
    assert not any("halt" in line for line in lines(table(brief, "ledger")))
    assert [each.rejected for each in brief.citations].count(True) == 1


def test_a_reading_of_another_text_is_refused(world: ModuleType) -> None:
    material = world.article()
    with pytest.raises(BriefError, match="none of the 0 documents"):
        compose(replace(material, documents=()))


def test_the_same_material_gives_the_same_brief(world: ModuleType) -> None:
    assert compose(world.with_case()) == compose(world.with_case())


def test_a_timeline_gives_each_dated_thing_once(world: ModuleType) -> None:
    figure = next(b for b in blocks(compose(world.article()), "talks") if isinstance(b, Figure))
    assert [(item.head, item.evidence) for item in figure.items] == [
        ("2019", (8,)),
        ("March 2024", (2, 3)),
        ("April 2024", (4,)),
    ]


def test_evidence_that_no_source_holds_is_a_breach_and_is_named(world: ModuleType) -> None:
    material = world.with_case()
    gone = replace(material.case.judgements[0].basis[0], words="words that nobody wrote")
    judgement = replace(material.case.judgements[0], basis=(gone,))
    brief = compose(replace(material, case=replace(material.case, judgements=(judgement,))))
    flaws = [str(breach) for breach in breaches(brief)]
    assert any("evidence not found: arn.txt" in flaw for flaw in flaws)
    assert any("no basis: The dam decides." in flaw for flaw in flaws)
