"""Does our score count as READING.md says, and as the scorer that came with the task?"""

import runpy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from evaluation.reading.figures import FIGURES
from evaluation.reading.found import Found, FoundStatement, found
from evaluation.reading.gold import Gold, load_gold
from evaluation.reading.measure import SETS, SHARED
from evaluation.reading.names import Roll
from evaluation.reading.score import Counts, score
from tracktwo.documents.load import load
from tracktwo.reading.export import as_json
from tracktwo.reading.rules import read

OURS = [path for texts in SETS if SHARED not in texts.place.parents for path in texts.gold_files()]
ALL = [path for texts in SETS for path in texts.gold_files()]
GIVEN_SCORER = SHARED / "reading" / "score.py"
THEIRS = {
    "gold": "gold",
    "found": "pred",
    "hit": "hit",
    "speaker": "speaker",
    "act": "act",
    "chain": "chain",
    "negated": "neg",
    "conditional": "cond",
    "addressed": "addr_n",
    "items": "items",
    "items_found": "items_found",
    "same": "link_gold",
    "same_found": "link_pred",
    "same_hit": "link_hit",
    "turns": "turn_gold",
    "turns_found": "turn_pred",
    "turns_hit": "turn_hit",
}


def perfect(gold: Gold) -> Found:
    """Give what a reader would find that reads exactly what the gold says."""
    names = {actor.id: actor.name for actor in gold.actors}
    return Found(
        tuple(
            FoundStatement(
                each.hull,
                names[each.speakers[0]],
                each.acts[0],
                each.chain_lengths[0],
                tuple(names[who] for who in each.addressees),
                each.negated,
                each.conditional,
                each.demand,
            )
            for each in gold.statements
            if each.core
        ),
        tuple((hull, names[who]) for hull, who in gold.turns),
    )


def told(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


@pytest.mark.parametrize("path", ALL, ids=told)
def test_reading_what_the_gold_says_is_right_in_every_figure(path: Path) -> None:
    gold = load_gold(path)
    counts = score(gold, perfect(gold))
    assert {figure.of(counts) for figure in FIGURES} <= {1.0, None}
    assert counts.gold > 10


@pytest.mark.parametrize("path", OURS[:2], ids=told)
def test_reading_nothing_finds_nothing(path: Path) -> None:
    counts = score(load_gold(path), Found((), ()))
    assert (counts.found, counts.hit, counts.items_found, counts.turns_hit) == (0, 0, 0, 0)
    assert counts.gold > 10


def test_each_field_that_is_wrong_costs_its_own_figure_only() -> None:
    gold = load_gold(OURS[0])
    right = perfect(gold)
    first = next(each for each in gold.statements if each.core)
    act = next(a for a in ("deny", "accept", "threaten") if a not in first.acts)
    wrong = replace(right.statements[0], act=act, speaker="Nobody Known", chain_length=9)
    whole = score(gold, right)
    counts = score(gold, replace(right, statements=(wrong, *right.statements[1:])))
    assert counts == replace(
        whole, act=whole.act - 1, speaker=whole.speaker - 1, chain=whole.chain - 1
    )


def test_what_is_only_background_counts_neither_for_nor_against() -> None:
    gold = load_gold(OURS[0])
    right = perfect(gold)
    background = next(each for each in gold.statements if not each.core)
    extra = FoundStatement(background.hull, None, "claim", 1, (), False, False, "")  # noqa: FBT003 - a row of fields
    invented = replace(extra, hull=(0, 3))
    assert score(gold, replace(right, statements=(*right.statements, extra))) == score(gold, right)
    counts = score(gold, replace(right, statements=(*right.statements, invented)))
    assert counts.found == score(gold, right).found + 1


def test_a_capital_stands_for_its_state_and_a_person_does_not() -> None:
    roll = Roll(load_gold(OURS[0]).actors)
    assert roll.same("Tambre", ["quell"])
    assert not roll.same("Amara Destin", ["quell"])
    assert roll.same("President Destin", ["destin"])
    assert roll.same(None, ["author"])
    assert not roll.same("Somebody Else", ["author"])


def test_counts_of_documents_add_up() -> None:
    assert Counts(gold=2, hit=1) + Counts(gold=3, turns=4) == Counts(gold=5, hit=1, turns=4)


@pytest.mark.skipif(not GIVEN_SCORER.exists(), reason="the given scorer is not on this machine")
@pytest.mark.parametrize("path", ALL, ids=told)
def test_our_counts_are_those_of_the_scorer_that_was_given(path: Path) -> None:
    theirs: dict[str, Any] = runpy.run_path(str(GIVEN_SCORER))
    gold = load_gold(path)
    document = load(gold.source)
    reading = read(document)
    wanted = theirs["score"](theirs["load_gold"](path), as_json(document, reading))
    counts = score(gold, found(document, reading, gold.text))
    # theirs does not know of texts whose turns nobody marked, which ours leaves uncounted
    compared = {o: n for o, n in THEIRS.items() if gold.turns_marked or o != "turns_found"}
    assert {ours: getattr(counts, ours) for ours in compared} == {
        ours: wanted[name] for ours, name in compared.items()
    }
    # of theirs, an addressee counts only where the gold names one, and so does ours
    assert counts.addressee == wanted["addr"]
