"""Reading a sound case: every section, in the order of the file, exactly."""

from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from tracktwo.actors.actor import Actor, Role
from tracktwo.casemodel.case import (
    Acceptance,
    Assumption,
    Forecast,
    Judgement,
    Option,
    Position,
    Rule,
    Scenario,
    SourceNote,
)
from tracktwo.casemodel.estimate import Estimate
from tracktwo.casemodel.evidence import Evidence
from tracktwo.casemodel.read import parse_case

SOUND = Path(__file__).with_name("sound.toml").read_text(encoding="utf-8")


def test_options_keep_the_order_of_the_file() -> None:
    case = parse_case(SOUND)
    assert case.issues[0].options == (
        Option("member", "member"),
        Option("barred", "never"),
        Option("deferred", "later"),
    )


def test_a_position_is_read_exactly_with_both_kinds_of_evidence() -> None:
    assert parse_case(SOUND).positions[0] == Position(
        party="russia",
        issue="membership",
        weight=Estimate(Decimal(30), Decimal("40.5"), Decimal(50)),
        points=(("barred", Decimal(100)), ("deferred", Decimal(20)), ("member", Decimal(0))),
        refuses=("member",),
        evidence=(Evidence("st:9c1f"), Evidence(source="a.md", words="never")),
        estimate_by="analyst",
        note="n",
    )


def test_one_option_in_a_rule_is_a_list_of_one() -> None:
    given_, then = (("membership", ("member",)),), (("forces", ("none", "limited")),)
    assert parse_case(SOUND).rules == (Rule(given_, then, "b"),)


def test_one_number_stands_for_low_best_and_high() -> None:
    text = SOUND.replace('{ low = "30", best = "40.5", high = "50" }', '"40.5"')
    weight = parse_case(text).positions[0].weight
    assert weight == Estimate(Decimal("40.5"), Decimal("40.5"), Decimal("40.5"))


def test_the_hash_is_of_the_bytes_of_the_file() -> None:
    text = "\ufeff" + SOUND.replace("\n", "\r\n")
    assert parse_case(text).sha256 == sha256(text.encode()).hexdigest()


def test_the_other_sections_are_read_whole() -> None:
    case = parse_case(
        SOUND
        + """
[acceptance]
must = ["russia"]
at_least = 1
[[actors]]
id = "minister"
name = "the minister"
type = "office"
aliases = ["her"]
speaks_for = "ukraine"
adjectives = ["Ukrainian"]
roles = [{ title = "minister", of = "ukraine", since = "2019-04", until = 2020-03-01 }]
[[judgements]]
text = "t"
by = "me"
on = 2025-01-30
confidence = "low"
basis = ["st:1"]
would_change = "w"
section = "s"
[[assumptions]]
text = "t"
by = "me"
[[scenarios]]
name = "s"
text = "t"
probability = "0.3"
by = "me"
[[forecasts]]
question = "q"
probability = { low = "0", best = "0.5", high = "1" }
by = "me"
made_on = 2025-01-31
resolves_on = 2025-01-31
criteria = "c"
outcome = "no"
[questions]
ask = ["why?"]
[[sources]]
file = "a.md"
reliability = "B"
credibility = "2"
date = "2024"
"""
    )
    assert case.acceptance == Acceptance(("russia",), 1)
    role = Role("minister", "ukraine", "2019-04", "2020-03-01")
    assert case.actors == (
        Actor("minister", "the minister", "office", ("her",), "ukraine", (role,), ("Ukrainian",)),
    )
    basis = (Evidence("st:1"),)
    assert case.judgements == (Judgement("t", "me", "2025-01-30", "low", basis, "w", "s"),)
    assert case.assumptions == (Assumption("t", "me"),)
    third = Estimate(Decimal("0.3"), Decimal("0.3"), Decimal("0.3"))
    assert case.scenarios == (Scenario("s", "t", third, "me"),)
    half = Estimate(Decimal(0), Decimal("0.5"), Decimal(1))
    day = "2025-01-31"
    assert case.forecasts == (Forecast("q", half, "me", day, day, "c", "no"),)
    assert case.questions == ("why?",)
    assert case.sources == (SourceNote("a.md", "B", "2", date="2024"),)
