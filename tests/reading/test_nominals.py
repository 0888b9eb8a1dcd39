"""Nouns of saying: whose they are, what carries them, and what they ask."""

from collections.abc import Callable

import pytest

from tracktwo.reading.reading import Reading
from tracktwo.reading.statement import Statement

Only = Callable[..., Statement]
Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "speaker", "act", "words"),
    [
        ("Torvay renewed its call for a ceasefire.", "Torvay", "demand", "a ceasefire"),
        (
            "Torvay repeated its demand that the canal be reopened.",
            "Torvay",
            "demand",
            "the canal be reopened",
        ),
        (
            "A demand by Torvay to reopen the canal was left unanswered.",
            "Torvay",
            "demand",
            "to reopen the canal",
        ),
        (
            "Torvay's request that the canal be reopened went unanswered.",
            "Torvay",
            "demand",
            "the canal be reopened",
        ),
        ("Torvay issued an appeal to Darsa.", "Torvay", "demand", "an appeal"),
        (
            "Torvay made a series of demands on Darsa.",
            "Torvay",
            "demand",
            "a series of demands on Darsa",
        ),
        (
            "Torvay tabled a proposal for a joint patrol.",
            "Torvay",
            "propose",
            "a proposal for a joint patrol",
        ),
    ],
)
def test_a_noun_reports(only: Only, text: str, speaker: str, act: str, words: str) -> None:
    found = only(text)
    assert found.speaker is not None
    assert (found.speaker.name, found.act, found.quote) == (speaker, act, words)
    assert found.reporting == "nominal"


def test_a_dropped_demand_is_withdrawn(only: Only) -> None:
    found = only("Darsa dropped the demand for a new bridge.")
    assert (found.act, found.subtype, found.quote) == ("accept", "withdrawn_demand", "a new bridge")


def test_a_dropped_threat_is_a_threat_negated(only: Only) -> None:
    found = only("Darsa withdrew its threat to close the border.")
    assert (found.act, found.negated, found.demand) == ("threaten", True, "")


def test_a_call_that_was_not_renewed_is_negated(only: Only) -> None:
    found = only("Torvay did not renew its call for a ceasefire.")
    assert (found.act, found.negated) == ("demand", True)


def test_to_whom_a_noun_is_addressed(only: Only) -> None:
    assert only("Torvay issued an appeal to Darsa.").addressees == ("Darsa",)


def test_the_owner_acts_though_another_answers(read: Read) -> None:
    found = read("Darsa's proposal for a joint patrol was rejected by Torvay.").statements
    assert [(s.speaker.name, s.act, s.addressees) for s in found if s.speaker] == [
        ("Torvay", "reject", ("Darsa",))
    ]


def test_a_noun_that_nobody_owns_reports_nothing(read: Read) -> None:
    assert not any(s.core for s in read("The call for a ceasefire came late.").statements)
