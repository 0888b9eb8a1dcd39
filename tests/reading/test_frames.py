"""Verbs and adjectives of saying: by construction, the act, its words and whom it addresses."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from tracktwo.reading.reading import Reading
from tracktwo.reading.statement import Statement

Only = Callable[..., Statement]
Acts = Callable[[str], list[tuple[str, str, str]]]
Read = Callable[..., Reading]


@dataclass(frozen=True)
class Row:
    """A sentence, and what is read in it."""

    text: str
    act: str
    words: str
    to: tuple[str, ...] = ()
    reporting: str = "indirect"
    speaker: str = "Torvay"


ROWS = [
    Row("Torvay said that the dam was full.", "claim", "the dam was full"),
    Row("Torvay said the dam was full.", "claim", "the dam was full"),
    Row("Torvay told Darsa that the dam was full.", "claim", "the dam was full", ("Darsa",)),
    Row("The dam is full, as Torvay noted.", "claim", "The dam is full"),
    Row("Torvay demanded that Darsa halt the works.", "demand", "Darsa halt the works", ("Darsa",)),
    Row("Torvay asked Darsa to open its archives.", "demand", "to open its archives", ("Darsa",)),
    Row("Torvay urged Darsa to open its archives.", "demand", "to open its archives", ("Darsa",)),
    Row("Torvay called on Darsa to free them.", "demand", "to free them", ("Darsa",)),
    Row("Torvay called for an end to it.", "demand", "an end to it", reporting="nominal"),
    Row("Torvay insisted on a new vote.", "demand", "a new vote", reporting="nominal"),
    Row("Torvay insisted that the river stay open.", "demand", "the river stay open"),
    Row("Torvay insisted that the river was open.", "claim", "the river was open"),
    Row("Torvay offered to pay for the bridge.", "propose", "to pay for the bridge"),
    Row("Torvay suggested linking the bridges.", "propose", "linking the bridges"),
    Row("Torvay suggested that Darsa should pay less.", "propose", "Darsa should pay less"),
    Row("Torvay suggested that Darsa had paid less.", "claim", "Darsa had paid less"),
    Row("Torvay is ready to talk to Darsa.", "propose", "to talk to Darsa", ("Darsa",)),
    Row("Torvay agreed to a pause.", "accept", "a pause", reporting="nominal"),
    Row("Torvay welcomed the offer.", "accept", "the offer", reporting="nominal"),
    Row("Torvay rejected the offer.", "reject", "the offer", reporting="nominal"),
    Row("Torvay refused to sign.", "reject", "to sign"),
    Row("Torvay ruled out holding talks.", "reject", "holding talks", reporting="nominal"),
    Row("Torvay turned down the offer.", "reject", "the offer", reporting="nominal"),
    Row("The offer was rejected by Torvay.", "reject", "The offer", reporting="nominal"),
    Row("Torvay remains opposed to quotas.", "reject", "quotas"),
    Row("Torvay threatened to close the border.", "threaten", "to close the border"),
    Row("Torvay warned that it would close the border.", "threaten", "it would close the border"),
    Row("Torvay promised to open the gates.", "promise", "to open the gates"),
    Row("Torvay accused Darsa of hiding it.", "accuse", "hiding it", ("Darsa",), "nominal"),
    Row("Torvay denied that it had closed it.", "deny", "it had closed it"),
    Row("Torvay described the fee as unfair.", "claim", "the fee as unfair"),
    Row("The fee was widely seen as unfair.", "claim", "The fee was widely seen as unfair",
        speaker="many (unnamed)"),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.text)
def test_a_construction_reports(only: Only, row: Row) -> None:
    found = only(row.text)
    assert found.speaker is not None
    assert (found.speaker.name, found.act, found.quote) == (row.speaker, row.act, row.words)
    assert (found.addressees, found.reporting) == (row.to, row.reporting)


def test_a_clause_around_its_cue_is_in_two_spans(only: Only) -> None:
    text = "The dam, Mira Halvard said, is full."
    spans = [text[each.start : each.end] for each in only(text).content]
    assert spans == ["The dam", "is full"]


def test_words_partly_in_quotation_marks_are_mixed(only: Only) -> None:
    found = only("Torvay said the plan was “a step backwards” for the valley.")
    assert found.reporting == "mixed"
    assert found.quote == "the plan was “a step backwards” for the valley"


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Torvay did not demand a new vote.", "did not demand"),
        ("Torvay never demanded a new vote.", "demanded"),
    ],
)
def test_a_denied_act_is_negated_and_no_demand(only: Only, text: str, cue: str) -> None:
    found = only(text)
    assert (found.act, found.negated, found.demand) == ("demand", True, "")
    assert found.cue is not None
    assert cue in text[found.cue.start : found.cue.end]


def test_what_is_no_longer_demanded_is_given_up(only: Only) -> None:
    found = only("Torvay no longer demands a new vote.")
    assert (found.act, found.subtype, found.negated) == ("accept", "withdrawn_demand", False)


@pytest.mark.parametrize(
    "text",
    [
        "Torvay would demand a new vote.",
        "Torvay may demand a new vote.",
        "If Torvay demanded a new vote, nobody would come.",
        "Did Torvay demand a new vote?",
        "Nobody knows whether Torvay demanded a new vote.",
        "There is little sign that Torvay demanded a new vote.",
        "A chance to demand a new vote was missed by Torvay.",
    ],
)
def test_what_did_not_take_place_is_no_act(acts: Acts, text: str) -> None:
    assert [act for _, act, _ in acts(text)] == []


def test_what_is_coordinated_in_a_demand_is_a_demand_each(acts: Acts) -> None:
    assert acts("Torvay demanded a new bridge and a share of the tolls.") == [
        ("Torvay", "demand", "a new bridge"),
        ("Torvay", "demand", "a share of the tolls"),
    ]
    assert acts("Torvay promised to open the gates and to pay for the repairs.") == [
        ("Torvay", "promise", "to open the gates"),
        ("Torvay", "promise", "to pay for the repairs"),
    ]


def test_and_that_goes_on_with_a_demand_of_its_own(acts: Acts) -> None:
    text = "Torvay demanded that the gates be opened and that the tolls be cut."
    assert [words for _, _, words in acts(text)] == ["the gates be opened", "the tolls be cut"]


def test_a_condition_depends_in_or_behind_the_content(only: Only) -> None:
    for text in (
        "Torvay offered to sign if Darsa paid.",
        "Torvay said that, if Darsa paid, it was ready.",
    ):
        condition = only(text).condition
        assert condition is not None
        assert text[condition.start : condition.end] == "if Darsa paid"
    assert only("Torvay said that the party should pay.").condition is None


def test_who_said_what_stands_on_its_own_when_sentences_differ(acts: Acts) -> None:
    assert acts("Torvay said that it rained. Darsa said that it snowed.") == [
        ("Torvay", "claim", "it rained"),
        ("Darsa", "claim", "it snowed"),
    ]


def test_i_and_we_act_under_would(acts: Acts) -> None:
    text = (
        "Q: Now?\nHalvard: We would ask for a new vote.\nQ: When?\nHalvard: In the autumn, I hope."
    )
    assert ("Halvard", "demand", "a new vote") in acts(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Egypt could not agree to the plan.", "the plan"),
        ("Egypt would not accept a delay.", "a delay"),
        ("Egypt would not withdraw its troops.", "withdraw its troops"),
        ("Egypt would not hear of anything beyond half.", "anything beyond half"),
        ("Egypt said no within an hour.", "Egypt said no within an hour"),
        ("Egypt brushed aside the plan.", "the plan"),
        ("Egypt scoffed at the plan.", "the plan"),
    ],
)
def test_a_refusal_is_read_in_many_words(only: Only, text: str, words: str) -> None:
    found = only(text)
    assert (found.act, found.quote, found.negated) == ("reject", words, False)


@pytest.mark.parametrize("text", ["Egypt would not sign if it rained.", "Would Egypt not agree?"])
def test_what_somebody_would_not_do_under_a_condition_is_no_refusal(read: Read, text: str) -> None:
    assert not any(each.act == "reject" for each in read(text).statements)


def test_the_agent_of_a_passive_acts(only: Only) -> None:
    found = only("Egypt was accused of theft by Sudan.")
    assert found.speaker is not None
    assert (found.speaker.name, found.quote, found.addressees) == ("Sudan", "theft", ("Egypt",))


def test_coordinated_verbs_share_their_subject(read: Read) -> None:
    found = read("Egypt rejected the plan, demanded a new one and threatened to leave.").statements
    acts = [(each.act, each.speaker.name) for each in found if each.core and each.speaker]
    assert acts == [("reject", "Egypt"), ("demand", "Egypt"), ("threaten", "Egypt")]


@pytest.mark.parametrize("verb", ["asked whether", "wondered why", "did not say if"])
def test_a_reported_question_is_no_statement(read: Read, verb: str) -> None:
    found = read(f"Mira Halvard {verb} Egypt would sign.").statements
    assert not [each for each in found if each.core]


def test_who_would_say_only_so_much_did_say_it(only: Only) -> None:
    found = only("The mission would say only that its inspectors had been turned away.")
    assert found.quote == "its inspectors had been turned away"


@pytest.mark.parametrize(
    ("text", "act", "words"),
    [
        ("Torvay expects an apology from Darsa.", "demand", "an apology from Darsa"),
        ("Torvay expected the release of the crew.", "demand", "the release of the crew"),
        ("Analysts expect a withdrawal of the complaint.", "claim",
         "a withdrawal of the complaint"),
        ("Torvay expects a dry summer.", "claim", "a dry summer"),
        ("The minister pleaded with the crews on Monday to keep the locks open.", "demand",
         "to keep the locks open"),
        ("The chair trusted that the council would act on it.", "demand",
         "the council would act on it"),
        ("Torvay could not support a new fund and tabled a draft of its own.", "propose",
         "a draft of its own"),
        ("For the Pilots' Guild, Oswin Tarn pleaded for a longer pause.", "demand",
         "a longer pause"),
    ],
)  # fmt: skip
def test_verbs_of_minutes_and_notes_report_what_is_asked(
    acts: Acts, text: str, act: str, words: str
) -> None:
    assert (act, words) in [(found, said) for _, found, said in acts(text)]
