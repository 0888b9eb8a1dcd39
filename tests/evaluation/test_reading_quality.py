"""Does the reader stay as good as it was? Floors under the figures of ``make eval``."""

import pytest

from evaluation.reading.figures import f1, share
from evaluation.reading.measure import SETS, measure
from evaluation.reading.page import page
from evaluation.reading.run import PAGE
from evaluation.reading.score import Counts
from evaluation.reading.table import HEADINGS

BY_NAME = {texts.name: texts for texts in SETS}
FLOORS = {"seed": 0.95, "given": 0.88, "tuning": 0.80, "held-out": 0.55, "fresh": 0.74}
SPEAKERS = {"seed": 0.88, "given": 0.88, "tuning": 0.90, "held-out": 0.88, "fresh": 0.88}
ACTS = {"seed": 0.95, "given": 0.95, "tuning": 0.90, "held-out": 0.84, "fresh": 0.87}


@pytest.mark.parametrize("name", FLOORS)
def test_the_reader_finds_no_fewer_statements_than_it_did(name: str) -> None:
    for measured in measure((BY_NAME[name],)):  # none where the set is not on this machine
        total = measured.total
        reached = f1(total.hit, total.found, total.gold) or 0
        assert reached >= FLOORS[name]
        assert (share(total.speaker, total.hit) or 0) >= SPEAKERS[name]
        assert (share(total.act, total.hit) or 0) >= ACTS[name]
        assert (share(total.chain, total.hit) or 0) >= 0.80


def test_of_a_set_that_is_held_out_the_page_shows_the_total_alone() -> None:
    written = PAGE.read_text(encoding="utf-8")
    section = written.split("## Held-out")[1].split("\n## ")[0]
    rows = [line for line in section.splitlines() if line.startswith("| ")]
    assert [line.split(" | ")[0] for line in rows] == ["| text", "| all", "| wanted"]


def test_the_page_has_a_table_for_each_set_and_says_what_was_seen_of_it() -> None:
    written = PAGE.read_text(encoding="utf-8")
    for texts in SETS:
        assert f"## {texts.name.capitalize()}\n\n{texts.seen}" in written
    assert written.count(f"| {HEADINGS[0]} | {HEADINGS[1]} ") == len(SETS)
    assert page([]) == written.split("\n## Seed")[0] + "\n## How" + written.split("\n## How")[1]


def test_the_total_weighs_each_statement_the_same() -> None:
    halves = Counts(gold=10, found=10, hit=10) + Counts(gold=30, found=10, hit=10)
    assert f1(halves.hit, halves.found, halves.gold) == pytest.approx(2 / 3)
