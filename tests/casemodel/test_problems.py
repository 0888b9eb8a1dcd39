"""Reading a case that is not sound: all that is wrong is said at once, with place and cure."""

from pathlib import Path

import pytest

from tracktwo.casemodel.read import parse_case
from tracktwo.errors import CaseError, InputError

HEAD = '[case]\nid = "x"\ntitle = "X"\nas_of = 2025-01-31\n'
SOUND = Path(__file__).with_name("sound.toml").read_text(encoding="utf-8")


def wrong(text: str) -> list[str]:
    """Give every line that the error of a case says."""
    with pytest.raises(CaseError) as caught:
        parse_case(text)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        pytest.param(
            'refuses = ["member"]',
            'refuses = ["membr"]',
            'positions[0].refuses[0]: "membr" is no option of issue "membership"; options are '
            '"member", "barred", "deferred"; did you mean "member"?',
        ),
        pytest.param(
            'party = "ukraine"',
            'party = "ukrain"',
            'positions[1].party: "ukrain" is no party; parties are "russia", "ukraine"; '
            'did you mean "ukraine"?',
        ),
        pytest.param(
            'party = "ukraine"\nissue = "membership"',
            'party = "ukraine"\nissue = "x"',
            'positions[1].issue: "x" is no issue; issues are "membership", "forces"',
        ),
        pytest.param(
            'party = "ukraine"',
            'party = "russia"',
            'positions[1]: repeats positions[0], "russia" on "membership"; keep one of them',
        ),
        pytest.param(
            'refuses = ["member"]',
            'refuses = ["member", "member"]',
            'positions[0].refuses[1]: names "member" again; once is enough',
        ),
        pytest.param(
            'best = "40.5"',
            "best = 40.50",
            'positions[0].weight.best: 40.50 is a TOML float, which rounds; write it as "40.50"',
        ),
        pytest.param(
            'best = "40.5"',
            'best = "60"',
            "positions[0].weight: low 30, best 60, high 50 are out of order; "
            "low <= best <= high is needed",
        ),
        pytest.param(
            'low = "30"',
            'low = "-1"',
            "positions[0].weight: -1 is too low; 0 is the least that it may be",
        ),
        pytest.param(
            'best = "40.5"',
            'best = "40,5"',
            'positions[0].weight.best: "40,5" is no number; write a decimal in quotes, such as '
            '"40.5", with at most 15 digits on each side of the point',
        ),
        pytest.param(
            "deferred = 20",
            "deferred = true",
            "positions[0].points.deferred: true is no number; write a decimal in quotes, such as "
            '"40.5", with at most 15 digits on each side of the point',
        ),
        pytest.param(
            ', deferred = 20, member = "0"',
            "",
            'positions[0].points: gives no points for "member", "deferred" of issue "membership"',
        ),
        pytest.param(
            "deferred = 20",
            'deferd = "1", deferred = 20',
            'positions[0].points.deferd: "deferd" is no option of issue "membership"; options are '
            '"member", "barred", "deferred"; did you mean "deferred"?',
        ),
        pytest.param(
            'weight = { low = "30", best = "40.5", high = "50" }',
            "",
            "positions[0]: has points but no weight; say what the issue is worth to the party",
        ),
        pytest.param(
            'refuses = ["barred"]',
            'weight = "1"',
            "positions[1]: has a weight but no points; give every option its points",
        ),
        pytest.param(
            'note = "n"',
            'colour = ["member"]',
            'positions[0].colour: "colour" is no key here; keys are "party", "issue", "weight", '
            '"rank", "points", "order", "refuses", "evidence", "estimate_by", "note"',
        ),
        pytest.param(
            "[[rules]]",
            "[[rule]]\n[[rules]]",
            'rule: "rule" is no key here; keys are "case", "parties", "issues", "positions", '
            '"refusals", "rules", "acceptance", "actors", "judgements", "assumptions", '
            '"scenarios", "forecasts", "questions", "sources", "stability", "outlook"; '
            'did you mean "rules"?',
        ),
        pytest.param(
            'if = { membership = "member" }',
            'if = { members = "member" }',
            'rules[0].if.members: "members" is no issue; issues are "membership", "forces"; '
            'did you mean "membership"?',
        ),
        pytest.param(
            '"limited"]',
            '"limit"]',
            'rules[0].then.forces[1]: "limit" is no option of issue "forces"; options are "none", '
            '"limited"; did you mean "limited"?',
        ),
        pytest.param(
            '["none", "limited"]',
            "[]",
            'rules[0].then: needs an issue with its options, such as { membership = ["barred"] }',
        ),
        pytest.param(
            '"st:9c1f"',
            '"9c1f"',
            'positions[0].evidence[0]: "9c1f" is no evidence; write a statement\'s id, such as '
            '"st:9c1f", or { source = "file.md", words = "exact words of it" }',
        ),
        pytest.param(
            ', words = "never" }',
            ', word = "never" }',
            'positions[0].evidence[1]: a table of "source", "word" is no evidence; write a '
            'statement\'s id, such as "st:9c1f", or '
            '{ source = "file.md", words = "exact words of it" }',
        ),
        pytest.param(
            '{ none = "none", limited = "some" }',
            '{ none = "none" }',
            "issues.forces.options: has 1 option; an issue needs two or more to be one",
        ),
        pytest.param(
            'issue = "membership"\nrefuses = ["barred"]',
            "issue = 5",
            "positions[1].issue: text in quotes is needed, but 5 arrived",
        ),
        pytest.param(
            "[parties.ukraine]",
            '[parties."U A"]',
            'parties."U A": "U A" is no id; use letters, digits, - and _ only',
        ),
        pytest.param(
            "as_of = 2025-01-31",
            'as_of = "2025-02-31"',
            "case.as_of: 2025-02-31 is no day of the calendar",
        ),
        pytest.param(
            "as_of = 2025-01-31",
            'as_of = "2025-02"',
            'case.as_of: "2025-02" is no day; write year, month and day: 2025-01-31',
        ),
        pytest.param('title = "X"\n', "", "case.title: is missing"),
        pytest.param(
            'title = "X"',
            'title = " "',
            "case.title: is empty; write something or leave the key out",
        ),
        pytest.param(
            'name = "Ukraine"',
            'name = "Ukraine"\nno_agreement = "5"',
            'parties.ukraine.no_agreement: is in points, but no position of "ukraine" has any; '
            "give it points on an issue, or leave no_agreement out",
        ),
    ],
)
def test_what_is_wrong_is_named_with_its_place_and_its_cure(old: str, new: str, said: str) -> None:
    assert old in SOUND
    assert said in wrong(SOUND.replace(old, new, 1))


@pytest.mark.parametrize(
    ("section", "said"),
    [
        pytest.param(
            '[acceptance]\nmust = ["rusia"]',
            'acceptance.must[0]: "rusia" is no party; parties are "russia", "ukraine"; '
            'did you mean "russia"?',
        ),
        pytest.param(
            '[acceptance]\nmust = ["russia"]\nat_least = 2',
            "acceptance.at_least: asks for 2 of the rest, but beside must there are 1",
        ),
        pytest.param(
            '[acceptance]\nmust = ["russia"]\nat_least = -1',
            "acceptance.at_least: a whole number, 0 or more is needed, but -1 arrived",
        ),
        pytest.param(
            '[acceptance]\nmust = ["russia", "russia"]',
            'acceptance.must[1]: names "russia" again; once is enough',
        ),
        pytest.param(
            "[acceptance]", "acceptance: asks nobody to accept; name who must, or set at_least"
        ),
        pytest.param(
            '[[judgements]]\ntext = "t"\nby = "me"\non = 2025-01-30\nconfidence = "low"',
            "judgements[0].basis: is missing",
        ),
        pytest.param(
            '[[judgements]]\ntext = "t"\nby = "me"\non = 2025-01-30\nconfidence = "low"\n'
            "basis = []",
            "judgements[0].basis: is empty; at least one item is needed",
        ),
        pytest.param(
            '[[judgements]]\nconfidence = "hi"',
            'judgements[0].confidence: "hi" is no choice; choices are "low", "moderate", "high"; '
            'did you mean "high"?',
        ),
        pytest.param('[[forecasts]]\nquestion = "q"', "forecasts[0].resolves_on: is missing"),
        pytest.param(
            '[[forecasts]]\nprobability = "1.5"',
            "forecasts[0].probability: 1.5 is too high; 1 is the most that it may be",
        ),
        pytest.param(
            '[[forecasts]]\nquestion = "q"\nprobability = "0.5"\nby = "me"\ncriteria = "c"\n'
            "made_on = 2025-02-01\nresolves_on = 2025-01-01",
            "forecasts[0]: resolves on 2025-01-01, before it was made on 2025-02-01; "
            "set resolves_on to that day or later",
        ),
        pytest.param(
            "[[forecasts]]\nmade_on = 2025-02-01T10:00:00",
            "forecasts[0].made_on: 2025-02-01 10:00:00 is no day; "
            "write year, month and day: 2025-01-31",
        ),
        pytest.param(
            '[[scenarios]]\nname = "s"\ntext = "t"\nprobability = "0.5"',
            "scenarios[0].by: is missing; say whose probability this is",
        ),
        pytest.param(
            '[[sources]]\nfile = "a"\nreliability = "b"',
            'sources[0].reliability: "b" is none of the choices; write "B"',
        ),
        pytest.param(
            '[[sources]]\nfile = "a"\nreliability = "G"',
            'sources[0].reliability: "G" is no choice; choices are "A", "B", "C", "D", "E", "F"',
        ),
        pytest.param(
            '[[sources]]\nfile = "a"\ncredibility = 2',
            'sources[0].credibility: 2 needs quotes: write "2"',
        ),
        pytest.param(
            '[[sources]]\nfile = "a"\n[[sources]]\nfile = "a"',
            'sources[1].file: "a" is taken by sources[0]; choose another',
        ),
        pytest.param(
            '[[sources]]\nfile = "a"\ndate = "2024-13"',
            "sources[0].date: 2024-13 is no day of the calendar",
        ),
        pytest.param(
            '[[sources]]\nfile = "a"\ndate = 2024',
            'sources[0].date: 2024 is no date; write "2025", "2025-01" or 2025-01-31',
        ),
        pytest.param(
            '[[actors]]\nid = "a"\n[[actors]]\nid = "a"',
            'actors[1].id: "a" is taken by actors[0]; choose another',
        ),
        pytest.param(
            '[[actors]]\ntype = "king"',
            'actors[0].type: "king" is no choice; choices are "person", "office", "government", '
            '"state", "alliance", "organisation", "media", "group", "region"',
        ),
        pytest.param(
            '[questions]\naks = ["why?"]',
            'questions.aks: "aks" is no key here; keys are "ask"; did you mean "ask"?',
        ),
        pytest.param(
            '[sources]\nfile = "a"',
            "sources: a list in [[double brackets]] is needed, but a table arrived",
        ),
    ],
)
def test_what_is_wrong_in_the_other_sections_is_named_as_well(section: str, said: str) -> None:
    assert said in wrong(SOUND + section)


def test_everything_wrong_is_said_at_once_in_the_order_of_the_file() -> None:
    text = SOUND.replace('refuses = ["member"]', 'refuses = ["membr"]').replace(
        'best = "40.5"', "best = 40.5"
    )
    text = text.replace('title = "X"', 'titel = "X"').replace('"limited"]', '"limit"]')
    places = [line.split(":")[0] for line in wrong(text)]
    assert places == [
        "case.titel",
        "case.title",
        "positions[0].refuses[0]",
        "positions[0].weight.best",
        "rules[0].then.forces[1]",
    ]


def test_the_tenth_position_comes_after_the_second() -> None:
    row = '[[positions]]\nparty = "p"\nissue = "i"\nx = 1\n'
    places = [line for line in wrong(HEAD + row * 11) if ".x:" in line]
    assert [line.split(".")[0] for line in places] == [f"positions[{i}]" for i in range(11)]


def test_an_error_names_the_file_and_counts() -> None:
    with pytest.raises(InputError, match=r"(?s)nile\.toml: 1 to mend\ncase: is missing"):
        parse_case("", "nile.toml")
