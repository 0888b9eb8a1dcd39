"""Which decision holds: against the rule as a sentence, one decision at a time."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.dossier.standing import moment, standing
from tracktwo.errors import InputError
from tracktwo.reading.decision import Decision

verdicts = st.sampled_from(["accept", "reject", "edit", "undo", "undo"])
logs = st.lists(
    st.builds(
        Decision,
        statement=st.sampled_from(["st:1", "st:2"]),
        verdict=verdicts,
        by=st.sampled_from(["ann", "bob"]),
        at=st.integers(1, 9).map(lambda day: f"2025-01-0{day}"),
        machine=st.booleans(),
    ),
    max_size=12,
)


def what_holds(log: list[Decision]) -> Decision | None:
    """Say it as the docstring does: an undo takes back the one before it."""
    if not log:
        return None
    return what_holds(log[:-2]) if log[-1].verdict == "undo" else log[-1]


@given(logs)
def test_agrees_with_the_rule_on_each_statement_by_itself(log: list[Decision]) -> None:
    in_time = sorted(log, key=lambda each: each.at)
    slow = {
        statement: what_holds([each for each in in_time if each.statement == statement])
        for statement in ("st:1", "st:2")
    }
    assert standing(log) == {key: held for key, held in slow.items() if held}


@given(logs)
def test_an_undo_never_stands(log: list[Decision]) -> None:
    assert all(held.verdict != "undo" for held in standing(log).values())


@given(logs.filter(bool))
def test_an_undo_of_an_undo_gives_back_what_it_took(log: list[Decision]) -> None:
    again = Decision("st:1", "accept", "ann", "2025-02-01")
    undos = [Decision("st:1", "undo", "ann", f"2025-02-0{day}") for day in (2, 3)]
    assert standing([*log, again, *undos[:1]]) == standing(log)
    assert standing([*log, again, *undos]) == standing([*log, again])


@given(logs, st.randoms())
def test_logs_of_different_times_can_be_joined_in_any_order(
    log: list[Decision], chance: random.Random
) -> None:
    one_a_day = list({each.at: each for each in log}.values())
    joined = one_a_day.copy()
    chance.shuffle(joined)
    assert standing(joined) == standing(one_a_day)


def test_times_are_compared_as_times_and_not_as_words() -> None:
    early = Decision("st:1", "accept", "ann", "2025-01-31T10:00:00+02:00")
    late = Decision("st:1", "reject", "bob", "2025-01-31T09:00:00Z")
    assert standing([late, early]) == {"st:1": late}


def test_a_time_that_is_none_is_refused() -> None:
    with pytest.raises(InputError, match=r"'yesterday'.*ISO 8601"):
        moment("yesterday")
