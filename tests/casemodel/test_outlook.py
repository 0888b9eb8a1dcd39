"""``[outlook]`` is read exactly, and what contradicts the case is named all at once."""

from decimal import Decimal
from pathlib import Path

import pytest

from tracktwo.casemodel.estimate import Estimate
from tracktwo.casemodel.evidence import Evidence
from tracktwo.casemodel.outlook import Anchor, Capability, Outlook, Scale, Stance
from tracktwo.casemodel.read import parse_case
from tracktwo.casemodel.write import add_table, set_value
from tracktwo.errors import CaseError

SOUND = Path(__file__).with_name("sound.toml").read_text(encoding="utf-8")
TABLE = """
[outlook]
note = "n"
[outlook.capability]
russia = { low = "80", best = "100", high = "110", evidence = ["st:2"], estimate_by = "me" }
ukraine = "50"
[outlook.scales.membership]
low = "0"
high = "100"
options = { barred = "0", deferred = "70", member = "100" }
anchors = { "100" = "member now", "0" = "never a member" }
[outlook.scales.years]
title = "Years"
low = "-1.5"
high = "20"
unit = "years"
[[outlook.stances]]
party = "russia"
scale = "membership"
position = "0"
salience = { low = "80", best = "95", high = "100" }
evidence = ["st:3"]
estimate_by = "analyst"
note = "w"
[[outlook.stances]]
party = "ukraine"
scale = "years"
position = { low = "-1", best = "2.5", high = "20" }
salience = "50"
"""


def wrong(old: str, new: str) -> list[str]:
    """Give every line that the error says when a part of the table is another."""
    assert old in TABLE
    with pytest.raises(CaseError) as caught:
        parse_case(SOUND + TABLE.replace(old, new))
    return [str(problem) for problem in caught.value.problems]


def estimate(low: str, best: str, high: str) -> Estimate:
    """Make an estimate of three decimals."""
    return Estimate(Decimal(low), Decimal(best), Decimal(high))


def test_the_table_is_read_whole_and_exactly() -> None:
    assert parse_case(SOUND + TABLE).outlook == Outlook(
        scales=(
            Scale(
                "membership",
                "",
                Decimal(0),
                Decimal(100),
                options=(
                    ("barred", Decimal(0)),
                    ("deferred", Decimal(70)),
                    ("member", Decimal(100)),
                ),
                anchors=(Anchor(Decimal(0), "never a member"), Anchor(Decimal(100), "member now")),
            ),
            Scale("years", "Years", Decimal("-1.5"), Decimal(20), "years"),
        ),
        capabilities=(
            Capability("russia", estimate("80", "100", "110"), (Evidence("st:2"),), "me"),
            Capability("ukraine", estimate("50", "50", "50")),
        ),
        stances=(
            Stance(
                "russia",
                "membership",
                estimate("0", "0", "0"),
                estimate("80", "95", "100"),
                (Evidence("st:3"),),
                "analyst",
                "w",
            ),
            Stance("ukraine", "years", estimate("-1", "2.5", "20"), estimate("50", "50", "50")),
        ),
        note="n",
    )


def test_a_case_without_the_table_has_no_outlook() -> None:
    assert parse_case(SOUND).outlook is None


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            'ukraine = "50"',
            'ukrain = "50"',
            (
                'outlook.capability.ukrain: "ukrain" is no party; parties are "russia", "ukraine"; '
                'did you mean "ukraine"?'
            ),
        ),
        (
            'ukraine = "50"\n',
            "",
            (
                'outlook.stances[1].party: "ukraine" has a stance and no capability; '
                "add it under [outlook.capability]"
            ),
        ),
        (
            'ukraine = "50"',
            'ukraine = "-1"',
            "outlook.capability.ukraine: -1 is too low; 0 is the least that it may be",
        ),
        (
            'ukraine = "50"',
            "ukraine = 50.0",
            'outlook.capability.ukraine: 50.0 is a TOML float, which rounds; write it as "50.0"',
        ),
        (
            'title = "Years"\n',
            "",
            (
                "outlook.scales.years.title: is missing; only a scale named as an issue takes its "
                "title"
            ),
        ),
        (
            'high = "20"\nunit',
            'high = "-1.5"\nunit',
            "outlook.scales.years: goes from -1.5 to -1.5; low must lie below high",
        ),
        (
            'unit = "years"',
            'options = { a = "1" }',
            'outlook.scales.years.options: "years" is no issue; issues are "membership", "forces"',
        ),
        (
            'barred = "0"',
            'bared = "0"',
            (
                'outlook.scales.membership.options.bared: "bared" is no option of issue '
                '"membership"; options are "member", "barred", "deferred"; did you mean "barred"?'
            ),
        ),
        (
            'deferred = "70"',
            'deferred = "101"',
            (
                "outlook.scales.membership.options.deferred: 101 lies outside the scale, "
                "which goes from 0 to 100"
            ),
        ),
        (
            '"100" = "member now"',
            '"now" = "member now"',
            (
                'outlook.scales.membership.anchors.now: "now" is no number; write a point of the '
                'scale in quotes: "0"'
            ),
        ),
        (
            '"100" = "member now"',
            '"0.0" = "member now"',
            'outlook.scales.membership.anchors.0: is the point "0.0" again; keep one of them',
        ),
        (
            'position = "0"',
            'position = "-5"',
            "outlook.stances[0].position: -5 lies outside the scale, which goes from 0 to 100",
        ),
        (
            'high = "20" }',
            'high = "21" }',
            (
                "outlook.stances[1].position.high: 21 lies outside the scale, which goes from "
                "-1.5 to 20"
            ),
        ),
        (
            'salience = "50"',
            'salience = "100.5"',
            "outlook.stances[1].salience: 100.5 is too high; 100 is the most that it may be",
        ),
        (
            'scale = "years"',
            'scale = "year"',
            (
                'outlook.stances[1].scale: "year" is no scale; scales are "membership", "years"; '
                'did you mean "years"?'
            ),
        ),
        (
            'party = "ukraine"\nscale = "years"',
            'party = "russia"\nscale = "membership"',
            (
                'outlook.stances[1]: repeats outlook.stances[0], "russia" on "membership"; '
                "keep one of them"
            ),
        ),
        (
            'party = "ukraine"',
            'party = "nobody"',
            'outlook.stances[1].party: "nobody" is no party; parties are "russia", "ukraine"',
        ),
    ],
)
def test_what_the_case_does_not_bear_out_is_named_with_its_cure(
    old: str, new: str, said: str
) -> None:
    assert said in wrong(old, new)


def test_all_that_is_wrong_is_said_at_once() -> None:
    text = TABLE.replace('position = "0"', 'position = "x"').replace('"50"', '"-1"')
    with pytest.raises(CaseError) as caught:
        parse_case(SOUND + text)
    assert [problem.place for problem in caught.value.problems] == [
        "outlook.capability.ukraine",
        "outlook.stances[0].position",
        "outlook.stances[1].salience",
    ]


def test_a_value_is_edited_in_its_place_and_a_scale_added() -> None:
    text = set_value(SOUND + TABLE, "outlook.stances[1].position.best", Decimal("3.5"))
    text = add_table(text, "outlook.stances", {"party": "russia", "scale": "years"})
    text = set_value(text, "outlook.stances[2].position", Decimal(1))
    text = set_value(text, "outlook.stances[2].salience", Decimal(1))
    outlook = parse_case(text).outlook
    assert outlook is not None
    assert [stance.position.best for stance in outlook.stances] == [0, Decimal("3.5"), 1]
