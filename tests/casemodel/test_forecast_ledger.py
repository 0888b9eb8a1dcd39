"""The forecast ledger: what was written stays, and what was changed is found."""

import json
from decimal import Decimal
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.casemodel.forecast_ledger import UNSEALED, read_ledger, refusals, sealed
from tracktwo.casemodel.forecast_lines import ForecastLine, Line, OutcomeLine, QuestionLine
from tracktwo.errors import CaseError


def question(id_: str = "q1", words: str = "Rain?", on: str = "2025-01-31") -> QuestionLine:
    return QuestionLine(
        id=id_, question=words, criteria="10 mm", resolves_on="2025-03-31", on=on, by="A"
    )


def forecast(probability: str, on: str = "2025-02-01", by: str = "A") -> ForecastLine:
    return ForecastLine(id="q1", probability=Decimal(probability), words="unlikely", on=on, by=by)


def outcome(on: str = "2025-04-01", id_: str = "q1") -> OutcomeLine:
    return OutcomeLine(id=id_, outcome="no", on=on, by="B")


WHOLE: tuple[Line, ...] = (
    question(),
    forecast("0.3"),
    forecast("0.2", "2025-02-03", "B"),
    forecast("0.4", "2025-02-05"),
    outcome(),
)
TEXT = sealed(UNSEALED, WHOLE)


def wrong(text: str) -> list[str]:
    with pytest.raises(CaseError) as caught:
        read_ledger(text)
    return [str(problem) for problem in caught.value.problems]


def test_what_was_written_is_read_back() -> None:
    ledger = read_ledger(TEXT)
    assert ledger.lines == WHOLE
    (only,) = ledger.questions
    assert only.outcome == WHOLE[-1]
    assert [(each.by, str(each.probability)) for each in only.standing()] == [
        ("A", "0.4"),
        ("B", "0.2"),
    ]


def test_lines_sealed_one_by_one_are_those_sealed_together() -> None:
    text, ledger = "", read_ledger("")
    for line in WHOLE:
        assert refusals(ledger, [line]) == ()
        text += sealed(ledger.seal, [line])
        ledger = read_ledger(text)
    assert text == TEXT


@given(st.data())
def test_a_change_of_any_letter_is_found_at_its_line_or_the_next(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(TEXT) - 1).filter(lambda at: TEXT[at] != "\n"))
    letter = data.draw(st.characters(blacklist_categories=["Cs", "Cc", "Zl", "Zp"]))
    changed = TEXT[:at] + letter + TEXT[at + 1 :]
    if changed != TEXT:
        line = TEXT[:at].count("\n") + 1
        assert wrong(changed)[0].startswith(f"line {line}")


@pytest.mark.parametrize("gone", range(len(WHOLE) - 1))
def test_a_line_taken_out_is_found_where_it_stood(gone: int) -> None:
    lines = TEXT.splitlines(keepends=True)
    assert wrong("".join(lines[:gone] + lines[gone + 1 :]))[0].startswith(f"line {gone + 1}:")


def test_a_line_sealed_anew_after_a_change_breaks_the_next() -> None:
    lines = TEXT.splitlines(keepends=True)
    forged = sealed(read_ledger(lines[0]).seal, [forecast("0.9")])
    (only,) = wrong(lines[0] + forged + "".join(lines[2:]))
    assert only.startswith("line 3: its seal does not fit: this line, or the one before it")


def test_lines_in_another_order_are_found() -> None:
    lines = TEXT.splitlines(keepends=True)
    assert len(wrong("".join([lines[0], lines[2], lines[1], *lines[3:]]))) == 3


@pytest.mark.parametrize("text", ["{", "[]", "1", '{"kind": "question"}', '{"seal": 5}', "\u2028"])
def test_what_is_no_sealed_line_is_said_to_be_none(text: str) -> None:
    assert "is no sealed line" in wrong(text + "\n")[0]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([forecast("0.3")], '"q1" is no question of the ledger; questions are none yet'),
        ([question("q2")], 'has the id "q2"; the next question is q1'),
        ([question(), question("q2")], "is asked already, as q1"),
        ([question(), outcome("2025-03-30")], "is settled on 2025-03-31 and not before"),
        ([question(), outcome(), outcome()], "was settled with no on 2025-04-01"),
        ([question(), outcome(), forecast("0.3", "2025-04-01")], "it is settled once"),
        ([question(), forecast("0.3", "2025-04-01")], "comes too late"),
        ([question(), forecast("0.3", "2025-01-30")], "days only go on"),
        ([question(on="2025-04-01")], "settled on 2025-03-31, before that"),
    ],
)
def test_what_cannot_be_is_refused_when_it_is_added_and_when_it_is_read(
    lines: list[Line], said: str
) -> None:
    assert said in refusals(read_ledger(""), lines)[0].message
    assert said in wrong(sealed(UNSEALED, lines))[0]


@pytest.mark.parametrize("probability", ["0", "1", "-0.1", "1.5"])
def test_nothing_that_is_open_is_certain(probability: str) -> None:
    with pytest.raises(ValueError, match="is no forecast"):
        forecast(probability)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"kind": "wish"}, "line 1: is of a kind that is not known"),
        ({"resolves_on": "soon"}, "line 1, resolves_on: "),
        ({"hope": "1"}, "line 1, hope: "),
    ],
)
def test_a_sealed_line_of_another_kind_or_shape_is_refused(
    change: dict[str, str], said: str
) -> None:
    body = {**question().model_dump(mode="json"), **change}
    content = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    seal = sha256(f"{UNSEALED}\n{content}".encode()).hexdigest()
    assert wrong(json.dumps({**body, "seal": seal}, ensure_ascii=False))[0].startswith(said)
