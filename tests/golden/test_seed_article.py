"""The seed article and the gold files: what was promised about them, and the level that holds.

The files lie in ``shared/``, beside the repository; without it these tests are skipped.
"""

import importlib.util
import json
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tracktwo.documents.document import Document
from tracktwo.documents.load import load
from tracktwo.reading.export import as_json
from tracktwo.reading.reading import Reading, check_spans
from tracktwo.reading.rules import read
from tracktwo.reading.statement import Statement

SHARED = Path(__file__).parents[3] / "shared"
SEED = SHARED / "seed"
GOLD = SHARED / "reading"

pytestmark = pytest.mark.skipif(
    not (SEED / "seed_gold.json").is_file() or not (GOLD / "score.py").is_file(),
    reason="shared/ does not lie beside the repository",
)


@cache
def gold() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SEED / "seed_gold.json").read_text("utf-8"))
    return found


@cache
def seed() -> tuple[Document, Reading]:
    document = load(SEED / str(gold()["document"]["path"]))
    return document, read(document)


def statements(speaker: str, act: str) -> list[Statement]:
    return [
        each
        for each in seed()[1].statements
        if each.act == act and each.speaker is not None and each.speaker.name == speaker
    ]


def listed() -> list[Statement]:
    """Give the items of the bulleted list, which stands before the interview."""
    start = seed()[1].turns[0].span.start
    items = [each for each in seed()[1].statements if each.reporting == "list_item"]
    return [each for each in items if each.hull.start < start]


def test_the_text_is_that_of_the_gold_file_and_its_spans_hold() -> None:
    document, reading = seed()
    assert document.sha256 == gold()["document"]["sha256"]
    check_spans(document, reading)


def test_the_five_demands_have_exact_spans() -> None:
    wanted = [demand["mention_spans"][0] for demand in gold()["demands"] if demand["set"]]
    assert [(each.hull.start, each.hull.end) for each in listed()] == [
        (span["start"], span["end"]) for span in wanted
    ]


def test_each_of_the_five_has_demander_addressee_and_date() -> None:
    assert [each.addressees for each in listed()] == [("NATO",)] * 4 + [("United States",)]
    for each in listed():
        assert each.speaker is not None
        assert (each.speaker.name, each.act, each.date) == ("Vladimir Putin", "demand", "2021-12")


def test_the_five_are_one_set() -> None:
    by_id = {each.id: each for each in seed()[1].demands}
    sets = {by_id[each.demand].set for each in listed()}
    assert len(sets) == 1
    lead = by_id[sets.pop()]
    first = next(each for each in seed()[1].statements if each.id == lead.statements[0])
    assert first.quote == "a series of demands to NATO"


def test_the_three_repeats_of_the_interview_are_linked_and_one_drops_central_asia() -> None:
    by_id = {each.id: each for each in seed()[1].demands}
    repeats = [by_id[each.demand].repeats for each in listed()]
    assert [len(each) for each in repeats] == [1, 1, 1, 0, 0]
    assert [each[0].dropped for each in repeats[:3]] == [(), (), ("and Central Asia",)]
    assert [each[0].added for each in repeats[:3]] == [(), (), ()]


def test_twelve_of_twelve_turns_are_found() -> None:
    names = {"editor": "Archyde News Editor", "sokolov": "Elena Sokolov"}
    assert [(each.speaker, each.span.start, each.span.end) for each in seed()[1].turns] == [
        (names[turn["speaker"]], turn["text"]["start"], turn["text"]["end"])
        for turn in gold()["turns"]
    ]


def test_the_institute_is_quoted_with_chains() -> None:
    name = "Institute for the Study of War"
    quoted = [each for each in statements(name, "claim") if "“" in each.quote]
    assert [each.chain for each in quoted] == [("author", name)] * 2
    assert "aimed at rolling back NATO.”" in quoted[0].quote
    assert quoted[1].quote.startswith("“No negotiations will lead to a meaningful or lasting peace")
    inside = [each for each in statements("Vladimir Putin", "demand") if name in each.chain]
    assert [each.chain for each in inside] == [("author", name, "Vladimir Putin")]


def test_a_rejection_a_precondition_and_an_offer() -> None:
    rejected, reluctant = statements("Sergei Lavrov", "reject")
    assert reluctant.quote == "to compromise"
    assert rejected.quote == "preliminary peace proposals from the Trump administration"
    (asked,) = statements("Volodymyr Zelensky", "demand")
    assert (asked.subtype, asked.addressees) == ("precondition", ("Donald Trump",))
    assert asked.quote == "the need for guarantees from Trump before engaging in negotiations"
    (offered,) = statements("Donald Trump", "propose")
    assert offered.quote == "a desire to mediate between Kyiv and Moscow"


@cache
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", GOLD / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def counts(path: Path) -> dict[str, int]:
    """Give what the scorer counts for one gold file."""
    wanted = scorer().load_gold(path)
    document = load(Path(wanted["input"]))
    found: dict[str, int] = scorer().score(wanted, as_json(document, read(document)))
    return found


@cache
def total() -> dict[str, int]:
    paths = [*sorted((GOLD / "gold").glob("*.json")), SEED / "seed_gold.json"]
    rows = [counts(path) for path in paths]
    return {key: sum(row[key] for row in rows) for key in rows[0]}


def test_the_seed_is_read_at_the_level_that_was_promised() -> None:
    row = counts(SEED / "seed_gold.json")
    assert row["hit"] >= 0.6 * row["gold"]
    assert row["hit"] >= 0.6 * row["pred"]


def test_all_gold_files_together_are_read_at_the_level_reached() -> None:
    row = total()
    assert 2 * row["hit"] / (row["gold"] + row["pred"]) >= 0.83


@pytest.mark.parametrize(
    ("what", "level"), [("speaker", 0.92), ("act", 0.95), ("chain", 0.96), ("neg", 0.96)]
)
def test_of_the_hits_most_are_read_right(what: str, level: float) -> None:
    assert total()[what] / total()["hit"] >= level


def test_most_demands_and_all_turns_are_found() -> None:
    row = total()
    assert row["items_found"] / row["items"] >= 0.78
    assert row["turn_hit"] == row["turn_gold"] == row["turn_pred"]
