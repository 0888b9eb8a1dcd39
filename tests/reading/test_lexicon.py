"""The lexicon: every entry loads, says what the rules understand, and says it once."""

import tomllib
from collections import Counter
from importlib.resources import files
from typing import Any, get_args

import pytest

from tracktwo.reading.complements import _PATTERNS, _PREPOSITIONS
from tracktwo.reading.lexicon import lexicon
from tracktwo.reading.statement import FIRMNESS_ORDER, Act, Firmness

SOURCE = files("tracktwo.reading").joinpath("data/lexicon.toml").read_text(encoding="utf-8")
DATA: dict[str, Any] = tomllib.loads(SOURCE)
TABLES = ("verb", "noun", "adjective")
every_table = pytest.mark.parametrize("table", TABLES)


@every_table
def test_every_entry_is_loaded(table: str) -> None:
    loaded = {"verb": lexicon().verbs, "noun": lexicon().nouns, "adjective": lexicon().adjectives}
    assert set(loaded[table]) == {lemma for row in DATA[table] for lemma in row["lemma"]}


@every_table
def test_acts_and_firmness_are_those_of_the_guide(table: str) -> None:
    for row in DATA[table]:
        assert row["act"] in get_args(Act)
        assert row.get("indicative", "claim") in get_args(Act)
        assert row.get("firmness", "stated") in get_args(Firmness)


def test_a_verb_takes_only_what_the_rules_can_find() -> None:
    known = {*_PATTERNS, *_PREPOSITIONS, "quote"}
    assert {kind for row in DATA["verb"] for kind in row["takes"]} <= known
    places = {row.get("addressee", "") for row in DATA["verb"]}
    assert places <= {"", "object", "dative", *_PREPOSITIONS}


@every_table
def test_no_lemma_says_the_same_twice(table: str) -> None:
    said = Counter(
        (lemma, row["act"], row.get("subtype", ""), taken)
        for row in DATA[table]
        for lemma in row["lemma"]
        for taken in row.get("takes", [""])
    )
    assert [each for each, times in said.items() if times > 1] == []


def test_no_list_of_words_holds_one_twice() -> None:
    lists = {
        f"{table}.{key}": words
        for table, entry in DATA.items()
        if isinstance(entry, dict)
        for key, words in entry.items()
    }
    twice = {
        key: [w for w, times in Counter(words).items() if times > 1] for key, words in lists.items()
    }
    assert {key: words for key, words in twice.items() if words} == {}


def test_nouns_and_adjectives_have_one_sense() -> None:
    for table in ("noun", "adjective"):
        lemmas = Counter(lemma for row in DATA[table] for lemma in row["lemma"])
        assert [lemma for lemma, times in lemmas.items() if times > 1] == []


def test_words_are_in_lower_case() -> None:
    words = {word for words in DATA["words"].values() for word in words}
    lemmas = {lemma for table in TABLES for row in DATA[table] for lemma in row["lemma"]}
    assert {word for word in words | lemmas if word != word.lower()} == set()


def test_the_firmest_word_decides() -> None:
    assert set(lexicon().firmness) <= set(FIRMNESS_ORDER)
    assert lexicon().firmest("perhaps it must", "stated") == ("firm", (11, 15))
    assert lexicon().firmest("so be it", "vague") == ("vague", None)


def test_patterns_match_whole_words_only() -> None:
    assert lexicon().patterns["likelihood"].search("maybe") is None
    assert lexicon().patterns["likelihood"].search("It MAY.") is not None
