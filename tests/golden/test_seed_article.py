"""The first real input: what the reader finds in the messy article of the design folder.

The article is not ours to ship, so these claims are held where the folder lies beside the project.
"""

import json
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tracktwo.actors.registry import Registry
from tracktwo.documents.document import Document
from tracktwo.documents.load import load
from tracktwo.reading.export import as_json
from tracktwo.reading.reading import Demand, Reading, check_spans
from tracktwo.reading.rules import read
from tracktwo.reading.statement import Statement

SHARED = Path(__file__).parents[3] / "shared"
ARTICLE = SHARED / "seed" / "000_baa482db7a53bbda.txt"
pytestmark = pytest.mark.skipif(not ARTICLE.is_file(), reason=f"{ARTICLE.name} is not here")

FIVE = {
    "A commitment from NATO to never admit Ukraine or other nations as new members": "NATO",
    "A halt to the alliance’s expansion, especially in countries that joined "
    "after May 1997": "NATO",
    "A ban on NATO military activities in ukraine,Eastern Europe,the Caucasus,"
    "and Central Asia": "NATO",
    "Restrictions on the deployment of medium-range missiles capable of reaching "
    "Russian territory": "NATO",
    "prohibiting the U.S. from stationing intermediate-range missiles or nuclear weapons "
    "outside its borders": "United States",
}


@pytest.fixture(scope="module")
def article() -> Document:
    return load(ARTICLE)


@pytest.fixture(scope="module")
def reading(article: Document, registry: Registry) -> Reading:
    return read(article, registry)


def said(reading: Reading, words: str) -> Statement:
    """Give the statement whose quotation holds some words, the shortest where several do."""
    found = [each for each in reading.statements if words in each.quote]
    assert found, words
    return min(found, key=lambda each: len(each.quote))


def raised(reading: Reading) -> dict[str, tuple[Statement, Demand]]:
    """Give the bulleted demands by their words, each with its demand."""
    by_id = {each.id: each for each in reading.statements}
    firsts = ((by_id[demand.statements[0]], demand) for demand in reading.demands)
    return {first.quote: (first, demand) for first, demand in firsts if first.quote in FIVE}


def test_all_five_demands_of_december_2021_have_their_exact_words(reading: Reading) -> None:
    assert set(raised(reading)) == set(FIVE)


def test_each_demand_inherits_demander_and_date_and_names_of_whom_it_asks(reading: Reading) -> None:
    for words, (statement, demand) in raised(reading).items():
        assert (demand.demander, statement.date) == ("Vladimir Putin", "2021-12"), words
        assert statement.addressees == (FIVE[words],), words


def test_the_five_are_one_set(reading: Reading) -> None:
    assert len({demand.set for _, demand in raised(reading).values()} - {""}) == 1


def test_the_three_repeats_of_the_interview_are_linked(reading: Reading) -> None:
    by_id = {each.id: each for each in reading.statements}
    later = [by_id[i] for _, demand in raised(reading).values() for i in demand.statements[1:]]
    assert len(later) == 3
    assert {each.chain[1:] for each in later} == {("Elena Sokolov", "Vladimir Putin")}


def test_the_repeat_that_drops_central_asia_says_so(reading: Reading) -> None:
    dropped = [each.dropped for _, demand in raised(reading).values() for each in demand.repeats]
    assert [each for each in dropped if each] == [("and Central Asia",)]


def test_twelve_turns_of_two_voices(reading: Reading) -> None:
    assert len(reading.turns) == 12
    assert [turn.speaker for turn in reading.turns] == ["Archyde News Editor", "Elena Sokolov"] * 6


@pytest.mark.parametrize(
    ("words", "chain"),
    [
        ("go beyond the borders of Ukraine", ("Institute for the Study of War",)),
        ("this narrative was instrumental", ("Institute for the Study of War",)),
        ("No negotiations will lead to", ("Institute for the Study of War",)),
        (
            "the complete surrender of Ukraine",
            ("Institute for the Study of War", "Vladimir Putin"),
        ),
    ],
)
def test_the_words_of_the_institute_have_their_chains(
    reading: Reading, words: str, chain: tuple[str, ...]
) -> None:
    assert said(reading, words).chain[1:] == chain


@pytest.mark.parametrize(
    ("words", "who", "act"),
    [
        ("preliminary peace proposals from the", "Sergei Lavrov", "reject"),
        ("the need for guarantees", "Volodymyr Zelensky", "demand"),
        ("a desire to mediate", "Donald Trump", "propose"),
    ],
)
def test_rejection_precondition_and_offer(reading: Reading, words: str, who: str, act: str) -> None:
    statement = said(reading, words)
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.act) == (who, act)


def test_the_span_law_holds(article: Document, reading: Reading) -> None:
    check_spans(article, reading)
    assert all(article.text[s.hull.start : s.hull.end] == s.quote for s in reading.statements)


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    """Give the scoring program that lies beside the gold files."""
    spec = spec_from_file_location("score", SHARED / "reading" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def scored(scorer: ModuleType, gold: Path, registry: Registry) -> dict[str, int]:
    held = scorer.load_gold(gold)
    source = load(held["input"])
    answer: dict[str, Any] = json.loads(json.dumps(as_json(source, read(source, registry))))
    counts: dict[str, int] = scorer.score(held, answer)
    return counts


def test_the_article_is_read_at_sixty_per_cent_and_more(
    scorer: ModuleType, registry: Registry
) -> None:
    counts = scored(scorer, SHARED / "seed" / "seed_gold.json", registry)
    precision, recall, _ = scorer.f1(counts["hit"], counts["pred"], counts["gold"])
    assert precision >= 0.9
    assert recall >= 0.9


def test_all_gold_documents_together_do_not_fall_behind(
    scorer: ModuleType, registry: Registry
) -> None:
    rows = [scored(scorer, gold, registry) for gold in sorted((SHARED / "reading/gold").glob("*"))]
    total = {key: sum(row[key] for row in rows) for key in rows[0]}
    assert scorer.f1(total["hit"], total["pred"], total["gold"])[2] >= 0.78
    assert total["speaker"] >= 0.9 * total["hit"]
    assert total["act"] >= 0.92 * total["hit"]
    assert total["chain"] >= 0.94 * total["hit"]
