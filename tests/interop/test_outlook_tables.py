"""Tables of positions become cases; what is wrong in them is said with line and column."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.analyses.outlook.outlook import Asked, outlook
from tracktwo.casemodel.case import Case
from tracktwo.casemodel.outlook import Anchor, Outlook
from tracktwo.casemodel.read import parse_case
from tracktwo.errors import CaseError
from tracktwo.interop.decide import case_from_decide
from tracktwo.interop.ktab import case_from_ktab, ktab_from_case
from tracktwo.interop.outlook_draft import number
from tracktwo.interop.positions import case_from_positions
from tracktwo.interop.table import case_from_table

DAY = "2025-01-31"
PLAIN = "actor,capability,position,salience\nUpper,2,30,80\nLower land,1.5,90,50\n"
KTAB = """Lake ,"Two sides, made up",2,2,
Actor,Description,Power,Level,Sal1,Toll,Sal2,
North, a side, 100.5, 75.0, 40, 6.4, 59,
South, , 50, 10, 30, 100, 20,
"""
DECIDE = """#O\tThe lake
#/\tmade up
#A\tnorth\tThe north
#A\tsouth\t
#P\tlevel\tHow high the water stands
#M\tlevel\t2\tas in a dry year
#M\tlevel\t12\t
#P\ttoll\t
#D\tnorth\tlevel\t12\t0.5\t0.7
#D\tsouth\tlevel\t3\t1\t0.3
#D\tsouth\ttoll\t100\t0.25\t0.3
"""


def outlook_of(case: Case) -> Outlook:
    assert case.outlook is not None
    return case.outlook


def wrong(write: Callable[[bytes, str, str], str], text: str | bytes) -> list[str]:
    """Give every line that the error of a file says."""
    content = text if isinstance(text, bytes) else text.encode()
    with pytest.raises(CaseError) as caught:
        write(content, "x.csv", DAY)
    return [str(problem) for problem in caught.value.problems]


def test_a_plain_table_becomes_a_scale_with_its_stances() -> None:
    case = parse_case(case_from_table(PLAIN.encode(), "lake.csv", DAY))
    assert [(party.id, party.name) for party in case.parties] == [
        ("Upper", "Upper"),
        ("Lower_land", "Lower land"),
    ]
    found = outlook_of(case)
    assert [found.scales[0].low, found.scales[0].high] == [30, 90]
    assert found.stances[1].salience.best == 50
    assert found.capabilities[1].value.best == Decimal("1.5")


def test_ranges_are_taken_where_they_stand_and_columns_in_any_order() -> None:
    text = (
        "salience;position_high;position;actor;capability;capability_low;note\n"
        "50;12;10;a;4;3;why\n0;;9;b;1;;\n"
    )
    found = outlook_of(parse_case(case_from_positions(text.encode(), "x.csv", DAY)))
    assert found.stances[0].position.high == 12
    assert found.capabilities[0].value.low == 3
    assert found.capabilities[0].note == "why"
    assert found.stances[1].position.low == found.stances[1].position.high == 9


def test_salience_of_one_at_most_is_from_nought_to_one_and_the_case_says_so() -> None:
    text = PLAIN.replace(",80", ",0.8").replace(",50", ",0.5")
    case = parse_case(case_from_positions(text.encode(), "x.csv", DAY))
    assert [stance.salience.best for stance in outlook_of(case).stances] == [80, 50]
    assert "from 0 to 1" in case.about


def test_numbers_that_python_writes_are_read() -> None:
    assert number("0.1234567890123456789") == Decimal("0.123456789012346")
    assert number("1e-7") == Decimal("0.0000001")
    assert str(number("-0.0")) == "0"
    for text in ("nan", "inf", "1e15", "4,5", "", "--1"):
        with pytest.raises(ValueError, match="is no number"):
            number(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "the file: needs a first line of actor, capability, position, salience, and lines"),
        ("actor,capability,position,salience\n", "the file: needs a first line"),
        (PLAIN.replace("salience", "saliense"), 'line 1, column 4: "saliense" is no column here'),
        (PLAIN.replace("position", "actor"), 'line 1, column 3: "actor" heads column 1 already'),
        ("actor,position\na,1\n", 'line 1: has no column "capability"'),
        (PLAIN.replace("30", "x"), 'line 2, column 3 (position): "x" is no number'),
        (PLAIN.replace("80", "101"), "line 2, column 4 (salience): 101 is too high; 100 is"),
        (PLAIN.replace(",2,", ",-2,"), "line 2, column 2 (capability): -2 is too low; 0 is"),
        (PLAIN.replace("Lower land", "Upper"), 'line 3, column 1 (actor): "Upper" stands in line'),
        (PLAIN.replace("Upper", ""), "line 2, column 1 (actor): is empty"),
        (PLAIN.replace(",80", ",80,7"), "line 2: has 5 cells, more than the heads"),
        (
            "actor,capability,position,salience,position_low\na,1,5,50,6\n",
            "line 2, column 3 (position): low 6, best 5, high 5 are out of order",
        ),
    ],
)
def test_what_is_wrong_in_a_plain_table_is_named_with_line_and_column(text: str, said: str) -> None:
    assert any(line.startswith(said) for line in wrong(case_from_positions, text))


def test_all_that_is_wrong_is_said_at_once() -> None:
    text = "actor,capability,position,salience\na,x,y,z\nb,-1,1,1000\n"
    assert len(wrong(case_from_positions, text)) == 5


def test_a_ktab_file_becomes_a_scale_for_each_dimension() -> None:
    case = parse_case(case_from_table(KTAB.encode(), "lake.csv", DAY))
    assert (case.title, case.about) == ("Lake", "Two sides, made up")
    found = outlook_of(case)
    assert [scale.id for scale in found.scales] == ["Level", "Toll"]
    assert [stance.position.best for stance in found.stances[:2]] == [75, Decimal("6.4")]
    assert [stance.salience.best for stance in found.stances[:2]] == [40, 59]
    assert found.capabilities[0].value.best == Decimal("100.5")


def test_a_ktab_file_that_is_written_is_read_back_the_same() -> None:
    first = parse_case(case_from_ktab(KTAB.encode(), "lake.csv", DAY))
    again = parse_case(case_from_ktab(ktab_from_case(first).encode(), "lake.csv", DAY))
    assert outlook_of(again).stances == outlook_of(first).stances
    asked = Asked("median")
    one, other = outlook(first, asked).forecasts, outlook(again, asked).forecasts
    assert [each.point for each in one] == [each.point for each in other]


def test_saliences_that_add_up_to_more_than_all_are_divided_for_every_party_alike() -> None:
    case = parse_case(case_from_ktab(KTAB.replace("59", "80").encode(), "x.csv", DAY))
    text = ktab_from_case(case)
    again = outlook_of(parse_case(case_from_ktab(text.encode(), "x.csv", DAY)))
    north = [each.salience.best for each in again.stances if each.party == "North"]
    south = [each.salience.best for each in again.stances if each.party == "South"]
    assert sum(north) == pytest.approx(100)
    assert south == pytest.approx([30 / Decimal("1.2"), 20 / Decimal("1.2")])


def test_a_party_without_a_stance_is_written_with_salience_nought() -> None:
    case = parse_case(case_from_decide(DECIDE.encode(), "x.csv", DAY))
    line = next(line for line in ktab_from_case(case).splitlines() if line.startswith("north"))
    assert line == "north,north,0.7,100,40,50,0"  # the south's saliences add up to 125


def test_a_case_without_an_outlook_has_no_ktab_file() -> None:
    bare = parse_case('case = { id = "x", title = "X", as_of = "2025-01-31" }')
    with pytest.raises(CaseError, match="outlook: is missing"):
        ktab_from_case(bare)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "line 1: a line of name, description, actors, dimensions"),
        (KTAB.replace(",2,2,", ",3,2,"), "line 1, column 3 (actors): says 3 actors, but 2 lines"),
        (KTAB.replace(",2,2,", ",2,x,"), 'line 1, column 4 (dimensions): "x" is no number'),
        (KTAB.replace("Power", "Strength"), 'line 2, column 3: is "Strength"; the column Power'),
        (KTAB.replace(",Sal2", ""), "line 2: names 3 columns after Power; 2 dimensions need 4"),
        (KTAB.replace("Toll", "Level"), 'line 2, column 6: "Level" names two dimensions'),
        (KTAB.replace("75.0", "175"), "line 3, column 4 (Level): 175 is too high; 100 is"),
        (KTAB.replace(" 59,", " ,"), "line 3, column 7 (salience of Toll): is empty"),
        (KTAB.replace("South", "North"), 'line 4, column 1 (Actor): "North" stands in line 3'),
        (KTAB.replace(" 59,", " 59, 1,"), "line 3: has 8 cells, more than the heads"),
    ],
)
def test_what_is_wrong_in_a_ktab_file_is_named_with_line_and_column(text: str, said: str) -> None:
    assert any(line.startswith(said) for line in wrong(case_from_ktab, text))


@pytest.mark.parametrize("delimiter", ["\t", ";", ","])
@pytest.mark.parametrize("quote", ["", "'"])
def test_a_file_of_the_exchange_model_is_read_however_it_is_set(delimiter: str, quote: str) -> None:
    lines = [line.split("\t") for line in DECIDE.splitlines()]
    text = "\n".join(delimiter.join(f"{quote}{cell}{quote}" for cell in line) for line in lines)
    case = parse_case(case_from_table(text.encode(), "lake.csv", DAY))
    assert case.title == "The lake"
    found = outlook_of(case)
    level, toll = found.scales
    assert (level.title, toll.title) == ("How high the water stands", "toll")
    assert [level.low, level.high, toll.low, toll.high] == [2, 12, 0, 100]
    assert level.anchors == (Anchor(Decimal(2), "as in a dry year"),)
    assert [(stance.party, stance.scale) for stance in found.stances] == [
        ("north", "level"),
        ("south", "level"),
        ("south", "toll"),
    ]
    assert [stance.salience.best for stance in found.stances] == [50, 100, 25]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (DECIDE.replace("#O", "#X"), 'line 1, column 1: "#X" is no mark of a line; marks are'),
        (DECIDE.replace("#D\tnorth", "#D\tnorht"), 'line 9, column 2 (actor): "norht" is no actor'),
        (DECIDE.replace("\ttoll\t100", "\ttol\t100"), 'line 11, column 3 (issue): "tol" is no'),
        (DECIDE.replace("\t3\t1\t", "\t1\t1\t"), "line 10, column 4 (position): 1 is too low; 2"),
        (DECIDE.replace("0.25", "25"), "line 11, column 5 (salience): 25 is too high; 1 is"),
        (DECIDE + "#D\tnorth\ttoll\t5\t1\t0.6\n", 'line 12, column 6 (power): of "north" is 0.6'),
        (DECIDE + "#D\tsouth\ttoll\t5\t1\t0.3\n", 'line 12: repeats "south" on "toll"; keep one'),
        (DECIDE + "#A\tnorth\n", 'line 12, column 2 (actor): "north" is named twice'),
        ("#O\tx\n", "the file: has no line marked #A"),
    ],
)
def test_what_is_wrong_in_a_file_of_the_exchange_model_is_named(text: str, said: str) -> None:
    assert any(line.startswith(said) for line in wrong(case_from_decide, text))


@pytest.mark.parametrize("write", [case_from_positions, case_from_ktab, case_from_decide])
@given(content=st.binary(max_size=300) | st.text(alphabet="#AaDP,;\t\"'1\n\r 0-", max_size=80))
def test_hostile_bytes_give_a_case_or_one_clear_error(
    write: Callable[[bytes, str, str], str], content: bytes | str
) -> None:
    data = content if isinstance(content, bytes) else content.encode()
    for each in (write, case_from_table):
        try:
            text = each(data, "x.csv", DAY)
        except CaseError:
            continue
        assert parse_case(text).outlook


def test_a_file_that_is_not_utf_8_or_too_large_is_refused_before_it_is_read() -> None:
    assert wrong(case_from_table, b"actor\xff") == [
        "byte 5: is not UTF-8; save the file as UTF-8 text"
    ]
    assert "is larger than" in wrong(case_from_table, b"," * 10_000_001)[0]
