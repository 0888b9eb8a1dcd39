"""Questions to a dependency tree, on sentences that a person can parse."""

from functools import cache

import pytest
from spacy.tokens import Doc, Token

from tracktwo.reading.complements import complement, is_subjunctive
from tracktwo.reading.coordination import parts
from tracktwo.reading.grammar import (
    auxiliaries,
    conjuncts,
    is_passive,
    negation,
    noun_phrase,
    runs,
    subject,
    subtree,
)
from tracktwo.reading.mood import is_live
from tracktwo.reading.pipeline import pipeline


@cache
def parse(text: str) -> Doc:
    return pipeline()(text)


def word(text: str, form: str) -> Token:
    return next(token for token in parse(text) if token.text == form)


@pytest.mark.parametrize(
    ("text", "verb", "who"),
    [
        ("Torvay asked for water.", "asked", "Torvay"),
        ("The plan was rejected by Torvay.", "rejected", "Torvay"),
        ("Torvay came and asked for water.", "asked", "Torvay"),
        ("Torvay wanted to ask for water.", "ask", "Torvay"),
        ("The envoys who asked for water left.", "asked", "envoys"),
    ],
)
def test_who_does_what_a_verb_says(text: str, verb: str, who: str) -> None:
    found = subject(word(text, verb))
    assert found is not None
    assert found.text == who


def test_a_passive_without_an_agent_has_no_subject() -> None:
    assert subject(word("The plan was rejected.", "rejected")) is None
    assert is_passive(word("The plan was rejected.", "rejected"))
    assert not is_passive(word("Torvay rejected the plan.", "rejected"))


@pytest.mark.parametrize(
    ("text", "denial"),
    [
        ("Torvay did not ask.", "not"),
        ("Torvay never asked.", "never"),
        ("Torvay no longer asked.", "longer"),
        ("Torvay asked.", None),
    ],
)
def test_what_denies_a_verb(text: str, denial: str | None) -> None:
    verb = next(token for token in parse(text) if token.lemma_ == "ask")
    found = negation(verb)
    assert (found.text if found is not None else None) == denial


def test_a_coordinated_verb_shares_its_auxiliaries() -> None:
    asked = word("Torvay has come and asked.", "asked")
    assert [each.text for each in auxiliaries(asked)] == ["has"]


def test_branches_are_left_out_of_a_subtree() -> None:
    text = "the old bridge of stone that fell"
    bridge = word(text, "bridge")
    assert [t.text for t in noun_phrase(bridge)] == ["the", "old", "bridge", "of", "stone"]
    assert [t.text for t in subtree(bridge, bridge.children)] == ["bridge"]


def test_what_is_coordinated_is_of_one_kind_and_in_order() -> None:
    bread = word("They want bread, salt and water.", "bread")
    assert [each.text for each in conjuncts(bread)] == ["bread", "salt", "water"]


def test_runs_break_at_gaps() -> None:
    doc = parse("one two three four five")
    tokens = [doc[at] for at in (0, 1, 3, 4)]
    assert [[t.i for t in run] for run in runs(tokens)] == [[0, 1], [3, 4]]
    assert [[t.i for t in run] for run in runs(tokens, gap=1)] == [[0, 1, 3, 4]]


@pytest.mark.parametrize(
    ("text", "verb", "live"),
    [
        ("Torvay asked for water.", "asked", True),
        ("Torvay would ask for water.", "ask", False),
        ("We would ask for water.", "ask", True),
        ("If Torvay asked for water, it would rain.", "asked", False),
        ("Had Torvay asked for water?", "asked", False),
        ("Torvay came to ask for water.", "ask", False),
    ],
)
def test_an_act_took_place(text: str, verb: str, live: bool) -> None:  # noqa: FBT001 - a column of the table
    assert is_live(word(text, verb)) is live


def test_a_clause_asks_in_the_subjunctive_and_tells_in_the_indicative() -> None:
    assert is_subjunctive(word("They insisted that the river stay open.", "stay"))
    assert is_subjunctive(word("They insisted that it should stay.", "stay"))
    assert not is_subjunctive(word("They insisted that it had stopped.", "stopped"))


def test_the_first_pattern_that_fits_gives_the_complement() -> None:
    urged = word("Torvay urged Darsa to stop.", "urged")
    found = complement(urged, ("clause", "infinitive", "object"), "object")
    assert found is not None
    assert ([t.text for t in found.tokens], found.kind) == (["to", "stop"], "infinitive")
    assert found.addressee is not None
    assert found.addressee.text == "Darsa"
    assert complement(urged, ("as", "quote"), "object") is None


def test_parts_of_one_word_are_not_cut() -> None:
    found = complement(word("They demanded bread and salt.", "demanded"), ("object",), "")
    assert found is not None
    assert [[t.text for t in part] for part in parts(found)] == [["bread", "and", "salt"]]
