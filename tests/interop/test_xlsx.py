"""Workbooks of cases: the way there and back, what people type, and what is refused by its cell."""

import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracktwo.casemodel.case import Case
from tracktwo.casemodel.read import parse_case
from tracktwo.casemodel.toml_text import toml_of
from tracktwo.errors import CaseError, InputError
from tracktwo.interop.from_xlsx import case_from_xlsx
from tracktwo.interop.to_xlsx import comparable, xlsx_of

ROOT = Path(__file__).parents[2]
CASES = sorted([*ROOT.glob("cases/*/case.toml"), *ROOT.glob("catalog/*/case.toml")])

RIVER = """
[case]
id = "river"
title = "=A river"
as_of = 2025-01-31

[parties.up]
name = "Up"
speakers = ["its minister", "its envoy"]
no_agreement = { low = "20", best = "30.5", high = "45" }

[parties.down]
name = "Down"
no_agreement_as = { dam = "none", tariff = "0.5" }

[issues.dam]
title = "The dam"
options = { full = "filled at once", slow = "filled slowly", none = "not built" }

[issues.tariff]
title = "Tariff"
scale = { from = "0", to = "2", step = "0.5", unit = "USD" }

[[positions]]
party = "up"
issue = "dam"
weight = { low = "40", best = "60", high = "70" }
points = { full = "100", slow = "123456789012.123456", none = "0.10" }
refuses = ["none"]
evidence = [
    "st:9c1f",
    { source = "a.md", words = "no dam" },
    { source = "b | c.md", words = "x\\ny" },
]
estimate_by = "analyst"
note = "As they said."

[[positions]]
party = "up"
issue = "tariff"
weight = 40
points = { "0" = "0", "2" = "100" }
refuses = ["<=0.5"]

[[positions]]
party = "down"
issue = "dam"
rank = 1
order = ["none", ["full", "slow"]]

[[positions]]
party = "down"
issue = "tariff"
rank = 2
order = "lowest first"
refuses = ["2", ">1"]

[[refusals]]
party = "down"
together = { dam = ["full", "slow"], tariff = ">=1.5" }
note = "Not both."

[[rules]]
if = { dam = "full" }
then = { tariff = ["<1", "2"] }
because = "It was said so."
evidence = ["st:1"]

[acceptance]
must = ["up"]
at_least = 1

[[judgements]]
text = "It will hold."
by = "A. Analyst"
on = 2025-01-31
confidence = "low"
basis = ["st:9c1f"]
"""
Change = Callable[[Any], None]


written = cache(xlsx_of)


def same(one: Case, other: Case) -> bool:
    return comparable(one) == comparable(other)


def changed(change: Change, text: str = RIVER) -> bytes:
    """Write the river as a workbook, and change it as somebody might."""
    book = openpyxl.load_workbook(BytesIO(written(text)))
    change(book)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def refused(data: bytes) -> list[str]:
    with pytest.raises(CaseError) as caught:
        case_from_xlsx("river.xlsx", data)
    return [str(problem) for problem in caught.value.problems]


def cell_of(book: Any, tab: str, text: object) -> Any:  # noqa: ANN401 - a cell
    return next(cell for row in book[tab].iter_rows() for cell in row if cell.value == text)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)
def test_every_case_goes_there_and_back_whole(path: Path) -> None:
    text = path.read_text("utf-8")
    assert same(parse_case(case_from_xlsx("x.xlsx", xlsx_of(text))), parse_case(text))


def test_everything_that_a_case_may_hold_comes_back() -> None:
    back = parse_case(case_from_xlsx("river.xlsx", xlsx_of(RIVER)))
    assert same(back, parse_case(RIVER))
    assert back.title == "=A river"
    assert back.judgements[0].text == "It will hold."
    assert back.positions[0].points[1][1] == Decimal("123456789012.123456")


def test_the_same_case_gives_the_same_bytes() -> None:
    assert xlsx_of(RIVER) == xlsx_of(RIVER)


def test_a_tab_for_each_party_has_issues_down_and_options_across() -> None:
    book = openpyxl.load_workbook(BytesIO(xlsx_of(RIVER)))
    assert book.sheetnames == ["Case", "Issues", "Rules", "Refused together", "up", "down", "Other"]
    rows = [[cell.value for cell in row] for row in book["up"].iter_rows(min_row=9, max_row=12)]
    assert rows[0][:10] == [
        *["issue", "title", "weight low", "weight best", "weight high", "rank", "row"],
        *["option 1", "option 2", "option 3"],
    ]
    assert rows[1][:10] == [
        *["dam", "The dam", 40, 60, 70, None, "option"],
        *["filled at once", "filled slowly", "not built"],
    ]
    assert rows[2][6:10] == ["points", 100, "123456789012.123456", 0.1]
    assert rows[3][6:10] == ["refused", None, None, "x"]
    assert book["up"].freeze_panes == "C10"


def test_a_number_typed_in_a_spreadsheet_is_its_shortest_decimal() -> None:
    def typed(book: Any) -> None:  # noqa: ANN401 - a workbook
        cell_of(book, "up", 60).value = 60.1
        cell_of(book, "up", 0.1).value = 12.0

    position = parse_case(case_from_xlsx("x.xlsx", changed(typed))).positions[0]
    assert position.weight is not None
    assert position.weight.best == Decimal("60.1")
    assert position.points[2][1] == Decimal(12)


def test_a_date_typed_in_a_spreadsheet_is_a_day() -> None:
    def typed(book: Any) -> None:  # noqa: ANN401 - a workbook
        cell_of(book, "Case", "2025-01-31").value = datetime(2024, 12, 1, tzinfo=UTC).replace(
            tzinfo=None
        )

    assert parse_case(case_from_xlsx("x.xlsx", changed(typed))).as_of == "2024-12-01"


def test_an_export_is_a_template_that_takes_a_third_party() -> None:
    def third(book: Any) -> None:  # noqa: ANN401 - a workbook
        tab = book.copy_worksheet(book["up"])
        tab.title = "Third"
        tab["B1"], tab["B2"] = "third", "The third"

    case = parse_case(case_from_xlsx("x.xlsx", changed(third)))
    assert [party.id for party in case.parties] == ["up", "down", "third"]
    assert sum(position.party == "third" for position in case.positions) == 2


def test_columns_may_stand_in_any_order() -> None:
    def swapped(book: Any) -> None:  # noqa: ANN401 - a workbook
        book["Rules"].move_range("C1:C2", cols=5)

    assert same(parse_case(case_from_xlsx("x.xlsx", changed(swapped))), parse_case(RIVER))


def _set(tab: str, place: str, value: object) -> Change:
    def change(book: Any) -> None:  # noqa: ANN401 - a workbook
        book[tab][place] = value

    return change


def _merged(book: Any) -> None:  # noqa: ANN401 - a workbook
    book["up"].merge_cells("C10:D10")


def _without_issues(book: Any) -> None:  # noqa: ANN401 - a workbook
    del book["Issues"]


def _notes(book: Any) -> None:  # noqa: ANN401 - a workbook
    book.create_sheet("My notes")["A1"] = "call them"


def _far(book: Any) -> None:  # noqa: ANN401 - a workbook
    book["up"]["XFD1048576"] = "x"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_merged, "up!C10:D10: is merged; unmerge it"),
        (_set("up", "H11", "=50+50"), "up!H11: is a formula, which is not worked out here"),
        (_set("up", "H11", "#REF!"), "up!H11: holds an error of the spreadsheet"),
        (_set("up", "H11", "40,5"), 'up!H11: "40,5" is no number; type it with a point'),
        (_set("up", "H11", 1e300), "is no number"),
        (_set("up", "H11", None), 'gives no points for "full"'),
        (_set("up", "J12", "perhaps"), 'up!J12: "perhaps" is no mark; write x'),
        (_set("up", "I10", "slowly"), 'up!I10: reads "slowly", but there the tab Issues has'),
        (_set("Issues", "J2", None), 'up!J10: reads "not built", but there the tab Issues has no'),
        (_set("down", "J17", "x"), "down!J17: stands under no option"),
        (_set("up", "B10", "A dam"), 'up!B10: reads "A dam", but the tab Issues says otherwise'),
        (_set("up", "A10", "damm"), 'up!A10: "damm" is no issue of the tab Issues'),
        (_set("up", "G11", "pionts"), 'up!G11: "pionts" is no row here; rows are option'),
        (_set("up", "G12", "points"), 'up!G12: is a second row "points"'),
        (_set("up", "G11", None), "has no label under row"),
        (_set("up", "C11", 3), "up!C11: stands below the first row of its block"),
        (_set("up", "C10", 65), "up!E10: low 65, best 60, high 70 are out of order"),
        (_set("up", "C9", "wieght low"), 'up!C9: "wieght low" is no heading here'),
        (_set("up", "D9", "weight low"), 'up!D9: is a second column "weight low"'),
        (_set("up", "Z10", "a thought"), "up!Z10: stands under no heading"),
        (_set("up", "A1", "partei"), 'up!A1: is no tab of a case: a party\'s tab has "party"'),
        (_set("up", "A3", "speaks"), "up!A3: is no row of a party; rows are party, name"),
        (_set("up", "B2", None), "up!A2: is missing"),
        (_set("up", "C4", 30), "up!C4: stands beside the value"),
        (_set("up", "A9", "issues"), "has no row of headings"),
        (_set("down", "B1", "up"), 'down!B1: repeats the party "up"'),
        (_set("down", "F10", "first"), 'down!F10: "first" is no whole number'),
        (_set("Case", "A2", "titel"), 'Case!A2: "titel" is no new row here'),
        (_set("Case", "C2", "note"), "Case!C2: stands beside the value"),
        (_set("Case", "B3", "soon"), 'Case!B3: "soon" is no day'),
        (_set("Case", "B6", "up, them"), 'Case!B6: [1]: "them" is no party'),
        (_set("Case", "B7", "many"), 'Case!B7: "many" is no whole number'),
        (_set("Issues", "A4", "dam"), 'Issues!A4: repeats the issue "dam"'),
        (_set("Issues", "I2", "full"), 'Issues!I2: repeats the option "full"'),
        (_set("Issues", "H2", None), "Issues!H3: is a title without an id above it"),
        (_set("Issues", "E4", "0.7"), "is no whole number of steps"),
        (_set("Issues", "A2", None), 'Issues!A2: stands above the first "issue"'),
        (_set("Rules", "A2", "dam full"), 'Rules!A2: "dam full" is no new issue'),
        (_set("Rules", "B2", "tarif = 2"), 'Rules!B2: tarif: "tarif" is no issue'),
        (_set("Rules", "A1", "when"), 'Rules!A1: no column is headed "if"'),
        (_set("Refused together", "A2", "we"), 'Refused together!A2: "we" is no party'),
        (_set("Rules", "D2", "they said it"), "Rules!D2: [0]:"),
        (_set("Other", "A1", "[[judgements"), "Other!A1: is no TOML"),
        (_set("Other", "A1", "[case]"), "Other: holds [case], which has a tab of its own"),
        (_set("Other", "A4", "#"), "Other: [0].on: is missing"),
        (_without_issues, 'Issues: is missing; the tabs are "Case"'),
        (_notes, "My notes!A1: is no tab of a case"),
        (_far, "up: reaches to row 1,048,576 and column 16,384"),
    ],
)
def test_what_is_wrong_is_named_by_its_cell(change: Change, said: str) -> None:
    assert any(said in line for line in refused(changed(change))), refused(changed(change))


def test_all_that_is_wrong_is_said_at_once() -> None:
    def spoilt(book: Any) -> None:  # noqa: ANN401 - a workbook
        for change in (_merged, _notes, _set("up", "H11", "=1"), _set("Case", "B7", "many")):
            change(book)

    assert len(refused(changed(spoilt))) == 4


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def packed(content: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name, part in content.items():
            new.writestr(name, part)
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
BLANKS = b" " * 5_000_000
DOCTYPE = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>'


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        (lambda _: b"", "breaks off"),
        (lambda _: b"PK\x03\x04 and then nothing", "breaks off"),
        (lambda whole: whole[:-200], "breaks off"),
        (lambda _: packed({"a.txt": b"x"}), "is no workbook"),
        (lambda whole: packed(parts(whole) | {SHEET: b"<worksheet"}), "is no workbook"),
        (lambda whole: packed(parts(whole) | {SHEET: BLANKS}), "unpack"),
        (lambda whole: packed(parts(whole) | {SHEET: DOCTYPE}), "declares a DOCTYPE"),
    ],
)
def test_what_is_no_workbook_is_refused(broken: Callable[[bytes], bytes], said: str) -> None:
    with pytest.raises(InputError, match=said):
        case_from_xlsx("x.xlsx", broken(written(RIVER)))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (RIVER.replace("=A river", "A \\u0007 river"), "Case!B2: this text has a control"),
        (RIVER.replace("=A river", "x" * 40_000), "Case!B2: this text has a control"),
        (RIVER.replace("its envoy", "its\\nenvoy"), "two lines"),
        (RIVER.replace('"up"\nissue = "dam"', '"us"\nissue = "dam"'), '"us" is no party'),
    ],
)
def test_what_no_workbook_can_hold_is_not_written(text: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        xlsx_of(text)


NUMBERS = st.decimals("0", "99999", places=9, allow_nan=False).map(lambda n: f"{n:f}")
TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Cn"]), min_size=1
)


@settings(max_examples=25, deadline=None)
@given(NUMBERS, NUMBERS, TEXTS.filter(str.strip), TEXTS.filter(str.strip))
def test_any_numbers_and_words_go_there_and_back(a: str, b: str, title: str, note: str) -> None:
    table: dict[str, Any] = {
        "case": {"id": "x", "title": title, "as_of": "2025-01-31"},
        "parties": {"a": {"name": title, "no_agreement": a}},
        "issues": {"i": {"title": note, "options": {"y": title, "n": note}}},
        "positions": [
            {"party": "a", "issue": "i", "weight": b, "points": {"y": a, "n": b}, "note": note}
        ],
    }
    text = toml_of(table)
    assert same(parse_case(case_from_xlsx("x", xlsx_of(text))), parse_case(text))
