"""The example cases: their words stand in their sources, and their sources can be checked."""

import calendar
import json
import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from math import prod
from pathlib import Path
from typing import Any

import pytest

from tracktwo.casemodel.case import Case
from tracktwo.casemodel.evidence import Evidence
from tracktwo.casemodel.files import load_case
from tracktwo.documents.document import Document
from tracktwo.documents.load import load
from tracktwo.dossier.log import read_log

CASES = Path(__file__).parents[2] / "cases"
NAMES = ("ukraine-nato", "nile-dam", "cuban-missiles")
MONTHS = calendar.month_name[1:]
DAY = re.compile(rf"(?:(\d{{1,2}}) )?(?:({'|'.join(MONTHS)}) )?\b((?:19|20)\d\d)\b")
QUOTATION = re.compile(r'“([^”]*)”|"([^"]*)"')
LISTED_QUOTATION = re.compile(r"^\| “(.+?)” \|", re.MULTILINE)
LISTED_FILE = re.compile(r"^\| `([^`]+)` \|", re.MULTILINE)

every_case = pytest.mark.parametrize("name", NAMES)


@cache
def case(name: str) -> Case:
    return load_case(CASES / name)


@cache
def documents(name: str) -> dict[str, Document]:
    return {path.name: load(path) for path in sorted((CASES / name / "sources").iterdir())}


@cache
def checklist(name: str) -> str:
    return (CASES / name / "SOURCES.md").read_text(encoding="utf-8")


@cache
def decisions(name: str) -> tuple[dict[str, Any], ...]:
    lines = (CASES / name / "decisions.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(json.loads(line) for line in lines)


def evidence(of: Case) -> tuple[Evidence, ...]:
    stability = of.stability
    return (
        *(stability.evidence if stability else ()),
        *chain.from_iterable(
            each.evidence for each in (stability.preferences if stability else ())
        ),
        *chain.from_iterable(each.evidence for each in of.positions),
        *chain.from_iterable(each.evidence for each in of.rules),
        *chain.from_iterable(each.basis for each in of.judgements),
        *chain.from_iterable(each.evidence for each in of.assumptions),
        *chain.from_iterable(each.evidence for each in of.scenarios),
        *chain.from_iterable(each.evidence for each in of.forecasts),
    )


def days(text: str) -> Iterator[str]:
    """Give every date, month with a year, and year, as the start of an ISO date."""
    for day, month, year in DAY.findall(text):
        parts = [year]
        if month:
            parts.append(f"{MONTHS.index(month) + 1:02d}")
            parts.extend([f"{int(day):02d}"] if day else [])
        yield "-".join(parts)


def quotations(text: str) -> Iterator[str]:
    """Give what stands in double quotation marks, four words or more, on one line."""
    for curly, straight in QUOTATION.findall(text):
        words = (curly or straight).split()
        if len(words) >= 4:
            yield " ".join(words).rstrip(",.")


@every_case
def test_every_piece_of_evidence_stands_in_its_source(name: str) -> None:
    missing = [
        f"{each.source}: {each.words}"
        for each in evidence(case(name))
        if each.words not in documents(name)[each.source].text
    ]
    assert missing == []


@every_case
def test_every_decision_is_on_words_that_stand_once_in_their_source(name: str) -> None:
    loose = [
        f"{each['source']}: {each['words']}"
        for each in decisions(name)
        if documents(name)[each["source"]].text.count(each["words"]) != 1
    ]
    assert loose == []


@every_case
def test_every_decision_is_a_persons_with_a_reason_and_a_day_within_the_case(name: str) -> None:
    for each in decisions(name):
        assert each["verdict"] in {"accept", "reject"}
        assert each["machine"] is False
        assert each["by"].endswith("(illustrative)")
        assert each["note"].endswith(".")
        assert each["at"][:10] <= case(name).as_of


@every_case
def test_every_decision_can_be_taken_into_a_dossier(name: str) -> None:
    log = read_log(CASES / name / "decisions.jsonl", tuple(documents(name).values()), ())
    assert [decision.verdict for decision in log] == [each["verdict"] for each in decisions(name)]


@every_case
def test_the_checklist_names_every_source_and_no_other(name: str) -> None:
    assert sorted(LISTED_FILE.findall(checklist(name))) == sorted(documents(name))


@every_case
def test_every_source_is_graded_and_no_other_file(name: str) -> None:
    graded = {note.file for note in case(name).sources if note.reliability and note.credibility}
    assert graded == set(documents(name))


@every_case
def test_every_source_says_that_it_was_written_for_the_case(name: str) -> None:
    for document in documents(name).values():
        opening = document.text[:700].replace("’", "'")
        assert "Written for Tracktwo's example case from public facts; see SOURCES.md" in opening


@every_case
def test_every_source_has_a_title_a_publisher_and_a_day_within_the_case(name: str) -> None:
    for document in documents(name).values():
        assert document.title
        assert document.publisher == "Tracktwo example case"
        assert "" < document.date <= case(name).as_of


@every_case
def test_no_source_speaks_of_a_day_after_the_case(name: str) -> None:
    as_of = case(name).as_of
    late = [
        f"{document.name}: {day}"
        for document in documents(name).values()
        for day in days(document.text)
        if day > as_of[: len(day)]
    ]
    assert late == []


def test_a_late_day_would_be_seen() -> None:
    assert list(days("By 1 February 2025, in March 2025 and in 2026.")) == [
        "2025-02-01",
        "2025-03",
        "2026",
    ]


@every_case
def test_every_quotation_in_a_source_is_listed_with_its_origin(name: str) -> None:
    listed = set(LISTED_QUOTATION.findall(checklist(name)))
    unlisted = [
        f"{document.name}: {words}"
        for document in documents(name).values()
        for words in quotations(document.text)
        if words not in listed
    ]
    assert unlisted == []


@every_case
def test_quotation_marks_come_in_pairs(name: str) -> None:
    for document in documents(name).values():
        assert document.text.count('"') % 2 == 0
        assert document.text.count("“") == document.text.count("”")


@every_case
def test_every_red_line_and_every_position_has_evidence(name: str) -> None:
    bare = [(each.party, each.issue) for each in case(name).positions if not each.evidence]
    assert bare == []


@every_case
def test_every_estimate_says_that_it_is_illustrative(name: str) -> None:
    whole = case(name)
    assert {position.estimate_by for position in whole.positions} == {"illustrative"}
    signers = [
        *(each.by for each in whole.judgements),
        *(each.by for each in whole.assumptions),
        *(each.by for each in whole.scenarios),
        *(each.by for each in whole.forecasts),
    ]
    assert set(signers) == {"example analyst (illustrative)"}


@every_case
def test_what_each_party_cares_about_adds_up_to_a_hundred(name: str) -> None:
    whole = case(name)
    for party in whole.parties:
        weights = [each.weight for each in whole.positions if each.party == party.id]
        assert sum(weight.best for weight in weights if weight is not None) == 100


@every_case
def test_forecasts_resolve_after_the_case_and_are_left_open(name: str) -> None:
    for forecast in case(name).forecasts:
        assert forecast.resolves_on > case(name).as_of
        assert forecast.outcome == ""


@every_case
def test_the_scenarios_best_estimates_share_out_the_future(name: str) -> None:
    estimates = [each.probability for each in case(name).scenarios]
    assert sum(each.best for each in estimates if each is not None) == 1


def test_the_main_case_has_six_issues_or_more_and_stays_small() -> None:
    issues = case("ukraine-nato").issues
    assert len(issues) >= 6
    assert prod(len(issue.options) for issue in issues) <= 50_000


def test_in_the_main_case_every_side_has_words_of_its_own() -> None:
    whole = case("ukraine-nato")
    assert {position.party for position in whole.positions} == {each.id for each in whole.parties}


def test_the_main_case_comes_in_five_formats() -> None:
    suffixes = {Path(file).suffix for file in documents("ukraine-nato")}
    assert suffixes == {".md", ".txt", ".html", ".pdf", ".docx"}
    assert len(documents("ukraine-nato")) == 8


def test_the_pdf_says_what_the_page_says_that_it_was_printed_from() -> None:
    page = load(CASES / "ukraine-nato" / "sources-src" / "05-istanbul-drafts-2022.html")
    printed = documents("ukraine-nato")["05-istanbul-drafts-2022.pdf"]
    paragraphs = page.text.splitlines()
    assert len(paragraphs) > 10
    assert [each for each in paragraphs if each not in printed.text] == []


def test_a_chrome_of_menus_and_cookies_stays_out_of_the_main_text() -> None:
    text = documents("ukraine-nato")["04-read-out-january-2022.html"].text
    assert "Subscribe" not in text
    assert "cookies" not in text
    assert "newsletter" not in text
