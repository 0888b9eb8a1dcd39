"""Are grades proposed by rules that are shown, and corroboration counted only where it is one?"""

from collections.abc import Callable
from dataclasses import replace
from itertools import permutations

import pytest

from tracktwo.documents.document import Document, Span
from tracktwo.reading.corroboration import corroborated
from tracktwo.reading.grading import is_unnamed, proposals, published_by
from tracktwo.reading.independence import independent
from tracktwo.reading.reading import Reading
from tracktwo.reading.statement import Speaker, Statement, statement_id

Make = Callable[..., Document]
Paper = Callable[..., tuple[Document, Reading]]

WORDS = (
    "a full withdrawal from the northern valley",
    "the release of every prisoner before winter",
    "an inspection of the dam by neutral engineers",
)


def said(document: Document, words: str, speaker: str = "Ada Lind", *, by: str = "") -> Statement:
    """Put a statement where its words stand; `by` hands it on."""
    at = document.text.index(words)
    content = (Span(at, at + len(words)),)
    chain = (document.publisher or "author", *filter(None, [by]), speaker)
    return Statement(
        id=statement_id(document.sha256, content),
        document=document.sha256,
        content=content,
        quote=words,
        speaker=Speaker(speaker.lower().replace(" ", "-"), speaker),
        chain=chain,
        act="demand",
        reporting="indirect",
    )


@pytest.fixture
def paper(document: Make) -> Paper:
    """Give what makes a document and a reading of it from what is said in it."""

    def make(
        publisher: str, *words: str, opening: str = "", speaker: str = "Ada Lind", by: str = ""
    ) -> tuple[Document, Reading]:
        own = (
            f"as {publisher} heard in the {publisher} hall from {publisher} readers in their seats"
        )
        text = f"{opening} " + " ".join(f"{speaker} demanded {each}, {own}." for each in words)
        page = replace(document(text), publisher=publisher)
        statements = tuple(said(page, each, speaker, by=by) for each in words)
        return page, Reading(page.sha256, "rules", statements)

    return make


def proposed(*papers: tuple[Document, Reading], parties: tuple[str, ...] = ()) -> list[str]:
    documents, readings = [each for each, _ in papers], [each for _, each in papers]
    found = proposals(documents, readings, published_by(parties))
    return [str(found[each.sha256]) for each in documents]


def test_a_source_that_names_nobody_cannot_be_judged(paper: Paper) -> None:
    assert proposed(paper("", *WORDS)) == ["F3"]


def test_what_attributes_nothing_cannot_be_judged(paper: Paper) -> None:
    assert proposed(paper("The Gazette")) == ["C6"]


def test_a_named_source_alone_is_fairly_reliable_and_possibly_true(
    paper: Paper,
) -> None:
    assert proposed(paper("The Gazette", *WORDS)) == ["C3"]


def test_a_source_of_a_party_to_the_conflict_is_one_step_down(
    paper: Paper,
) -> None:
    page = paper("Ministry of Water of Darsania", *WORDS)
    assert proposed(page, parties=("Darsania", "Torvay")) == ["D3"]
    assert proposed(page, parties=("Torvay",)) == ["C3"]


def test_people_without_a_name_take_a_step_off_both_scales(
    paper: Paper,
) -> None:
    assert proposed(paper("The Gazette", *WORDS, speaker="A senior official")) == ["D4"]


def test_what_is_second_hand_is_a_step_less_credible(
    paper: Paper,
) -> None:
    assert proposed(paper("The Gazette", *WORDS, by="Remy Oduya")) == ["C4"]


def test_an_independent_document_takes_both_up_a_step(
    paper: Paper,
) -> None:
    ours, theirs = paper("The Gazette", *WORDS), paper("Coast Radio", *WORDS, opening="Today")
    assert proposed(ours, theirs) == ["B2", "B2"]


def test_two_independent_documents_confirm(paper: Paper) -> None:
    openings = ("In Velim", "Yesterday evening at the lake", "After a day of talks")
    papers = [
        paper(name, *WORDS, opening=f"{opening}, and so on in words of its own without end.")
        for name, opening in zip(
            ("The Gazette", "Coast Radio", "North Wire"), openings, strict=True
        )
    ]
    assert proposed(*papers) == ["B1", "B1", "B1"]


def test_a_text_told_twice_confirms_nothing(paper: Paper) -> None:
    story = "The two delegations met for four hours in the mint and left without a word. " * 9
    ours = paper("The Gazette", *WORDS, opening=story)
    copied = paper("Coast Radio", *WORDS, opening="Tonight: " + story + story.upper())
    assert not independent(ours[0], copied[0])
    assert proposed(ours, copied) == ["C3", "C3"]


def test_one_publisher_confirms_nothing_of_its_own(
    paper: Paper,
) -> None:
    assert proposed(
        paper("The Gazette", *WORDS), paper("the gazette", *WORDS, opening="Again")
    ) == ["C3", "C3"]


def test_one_author_confirms_nothing_of_his_own(
    paper: Paper,
) -> None:
    ours, theirs = paper("The Gazette", *WORDS), paper("Coast Radio", *WORDS, opening="Today")
    one, other = (replace(page, author="N. Sorrell") for page, _ in (ours, theirs))
    assert proposed((one, ours[1]), (other, theirs[1])) == ["C3", "C3"]


def test_nobody_knows_whether_a_source_without_a_name_is_independent(
    paper: Paper,
) -> None:
    assert proposed(paper("The Gazette", *WORDS), paper("", *WORDS, opening="Today")) == [
        "C3",
        "F3",
    ]


def test_what_both_have_from_the_same_agency_is_one_report(
    paper: Paper,
) -> None:
    ours = paper("The Gazette", *WORDS, by="Agri Wire")
    theirs = paper("Coast Radio", *WORDS, by="Agri Wire", opening="Today")
    assert corroborated([ours[0], theirs[0]], [ours[1], theirs[1]]) == {}


def test_what_one_has_from_the_other_is_one_report(
    paper: Paper,
) -> None:
    ours, theirs = paper("Agri Wire", *WORDS), paper("Coast Radio", *WORDS, by="Agri Wire")
    assert corroborated([ours[0], theirs[0]], [ours[1], theirs[1]]) == {}


def test_another_speaker_or_act_confirms_nothing(
    paper: Paper,
) -> None:
    ours = paper("The Gazette", *WORDS)
    other_speaker = paper("Coast Radio", *WORDS, opening="Today", speaker="Remy Oduya")
    denied = paper("North Wire", *WORDS, opening="Tonight")
    statements = tuple(replace(each, negated=True) for each in denied[1].statements)
    papers = ours, other_speaker, (denied[0], replace(denied[1], statements=statements))
    assert corroborated([d for d, _ in papers], [r for _, r in papers]) == {}


def test_every_step_gives_its_reason(paper: Paper) -> None:
    ours = paper("The Gazette", *WORDS, speaker="A senior official")
    theirs = paper("Coast Radio", *WORDS, speaker="A senior official", opening="Today")
    found = proposals([ours[0], theirs[0]], [ours[1], theirs[1]], published_by(["The Gazette"]))
    assert found[ours[0].sha256].reasons == (
        "C to begin with: it names who publishes it (The Gazette)",
        "one step down: it comes from a party to the conflict",
        "one step down: 3 of 3 attributed statements are from people without a name",
        "one step up: 3 of 3 attributed statements are reported by an independent document too",
        "3 to begin with: nothing yet confirms it, nothing speaks against it",
        "one step up: 3 of 3 attributed statements are reported by an independent document too",
        "one step down: most of what it attributes is from people without a name",
    )
    assert str(found[ours[0].sha256]) == "D3"


def test_the_order_of_documents_changes_no_proposal(
    paper: Paper,
) -> None:
    papers = [
        paper("The Gazette", *WORDS),
        paper("Coast Radio", *WORDS[:2], opening="Today"),
        paper("North Wire", *WORDS[1:], opening="Tonight"),
    ]
    wanted = dict(zip([d.sha256 for d, _ in papers], proposed(*papers), strict=True))
    for order in permutations(papers):
        assert dict(zip([d.sha256 for d, _ in order], proposed(*order), strict=True)) == wanted


@pytest.mark.parametrize(
    ("publisher", "party"),
    [
        ("Darsania", True),
        ("The Ministry of Water of Darsania", True),
        ("Irena Halvard", True),
        ("Office of Irena Halvard", True),
        ("The Darsania Post", False),
        ("Ministry of Water of Torvay", False),
        ("", False),
    ],
)
def test_a_partys_offices_are_the_party_and_papers_named_after_it_are_not(
    document: Make,
    publisher: str,
    party: bool,  # noqa: FBT001 - a column of the table
) -> None:
    is_party = published_by(["Darsania", "Irena Halvard", ""])
    assert is_party(replace(document("x"), publisher=publisher)) is party


@pytest.mark.parametrize(
    ("name", "unnamed"),
    [
        ("A senior Torvayan official", True),
        ("two people familiar with the plans", True),
        ("Russian officials", True),
        ("Ada Lind's aides", True),
        ("Ada Lind", False),
        ("the spokesman, Remy Oduya", False),
        ("the foreign ministry", False),
        ("Darsania", False),
    ],
)
def test_an_occupation_without_a_name_is_nobody_one_could_ask(
    document: Make,
    name: str,
    unnamed: bool,  # noqa: FBT001 - a column of the table
) -> None:
    page = document("They want peace.")
    assert is_unnamed(said(page, "peace", name)) is unnamed
