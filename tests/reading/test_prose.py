"""The prose of reports and chronologies: colons, headlines, provisos, verdicts, retold speech."""

from collections.abc import Callable

import pytest

from tracktwo.reading.reading import Reading

Acts = Callable[[str], list[tuple[str, str, str]]]
Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The union's demands: shorter shifts; a new canteen.",
            [("union", "demand", "shorter shifts"), ("union", "demand", "a new canteen")],
        ),
        (
            "The union named its price: a seat on the board and an end to the audits.",
            [
                ("union", "demand", "a seat on the board"),
                ("union", "demand", "an end to the audits"),
            ],
        ),
        (
            "The company's proposals were modest: two extra days of leave.",
            [("company", "propose", "two extra days of leave")],
        ),
    ],
)
def test_a_colon_opens_what_a_noun_of_saying_names(
    acts: Acts, text: str, found: list[tuple[str, str, str]]
) -> None:
    assert set(found) <= set(acts(text))


def test_a_colon_behind_a_verb_of_its_own_opens_nothing(acts: Acts) -> None:
    assert acts("The union's terms changed the mood: people went home.") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "In return Torvay pledges to reopen the shore by 2012.",
            ("Torvay", "promise", "to reopen the shore by 2012"),
        ),
        (
            "Velm's parliament met. Torvay denies wrongdoing.",
            ("Torvay", "deny", "wrongdoing"),
        ),
    ],
)
def test_verbs_of_chronologies_report(acts: Acts, text: str, found: tuple[str, str, str]) -> None:
    assert found in acts(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Torvay is willing to grant licences, but only to small boats.",
            "to grant licences, but only to small boats",
        ),
        (
            "Torvay offered a loan in exchange for the harbour.",
            "a loan in exchange for the harbour",
        ),
        ("Torvay dismissed the report as noise.", "the report as noise"),
        ("Torvay backed the second idea, but never the first.", "the second idea"),
        (
            "Torvay accused the army of shelling a port, a charge that nobody believes.",
            "shelling a port",
        ),
        (
            "Torvay said the quota would breach the accord, a claim that lawyers dispute.",
            "the quota would breach the accord",
        ),
    ],
)
def test_content_goes_as_far_as_its_terms(acts: Acts, text: str, words: str) -> None:
    assert words in [found for _, _, found in acts(text)]


def test_who_denies_a_charge_is_read_beside_it(acts: Acts) -> None:
    text = "Torvay accused them of theft, a charge that the army brushed aside as theatre."
    assert ("army", "reject", "theatre") in acts(text)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The talks had failed, the minister said. The envoy had walked out.", "minister"),
        ("The talks had failed, the minister said. The army would not move.", "minister"),
        ("The talks had failed, the minister said. The army moves at dawn.", ""),
        ("The minister said the talks had failed. The army would not move.", ""),
    ],
)
def test_speech_is_retold_in_its_shifted_tense(read: Read, text: str, speaker: str) -> None:
    last = read(text).statements[-1]
    assert (last.speaker.name if last.speaker else "") == speaker
    assert last.core == bool(speaker)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The ministry admits that the deadline has passed and blames floods.",
            ("ministry", "accuse", "floods"),
        ),
        (
            "Hospital officials reported having treated eleven people.",
            ("Hospital officials", "claim", "having treated eleven people"),
        ),
        ("For the opposition, the deal is a trap.", ("opposition", "claim", "the deal is a trap")),
        (
            "Analysts expect the government to give way.",
            ("Analysts", "claim", "to give way"),
        ),
        ("The wool trade says the quota is dead.", ("wool trade", "claim", "the quota is dead")),
        ("Lawyers press the council to give way.", ("Lawyers", "demand", "to give way")),
        (
            "Two thirds of the voters approved the treaty.",
            ("Two thirds of voters", "accept", "the treaty"),
        ),
        ("The union continues to reject the plan.", ("union", "reject", "the plan")),
        (
            "The union made the release of the nine men its first condition for talks.",
            ("union", "demand", "the release of the nine men"),
        ),
        ("The union complained of delays at the mill.", ("union", "accuse", "delays at the mill")),
    ],
)
def test_reports_of_many_kinds_have_a_speaker(
    acts: Acts, text: str, found: tuple[str, str, str]
) -> None:
    assert found in acts(text)


def test_what_somebody_is_accused_of_is_no_act_of_his(acts: Acts) -> None:
    text = "The company, accused of stalling, said it needed time."
    assert acts(text) == [("company", "claim", "it needed time")]


def test_a_possessive_goes_back_to_the_subject_of_its_clause(read: Read) -> None:
    text = "The League met. The union dropped its demand for damages."
    (found,) = [each for each in read(text).statements if each.core]
    assert found.speaker is not None
    assert found.speaker.name == "union"
