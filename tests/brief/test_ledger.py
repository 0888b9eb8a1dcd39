"""Are demands of several documents one ledger, and is a reply a reply?"""

from dataclasses import replace
from types import ModuleType

from tracktwo.brief.ground import Ground, lay
from tracktwo.brief.material import Material
from tracktwo.brief.sections.moves import moves
from tracktwo.documents.document import Document
from tracktwo.reading.reading import Demand, Reading

TO_VELM = {"addressees": ("Velm",), "addressee_ids": ("velm",)}


def later(world: ModuleType, text: str, words: str, **fields: object) -> tuple[Document, Reading]:
    """Give another document with one demand in it."""
    document = world.document(text, "later.txt")
    given = {"by": "darsa", "demand": "x", **TO_VELM} | fields
    found = world.statement(document, words, "demand", **given)
    demand = Demand("x", str(given["by"]), ("velm",), (found.id,))
    return document, Reading(
        document.sha256, "rules", (found,), demands=(demand,), actors=world.ACTORS
    )


def ground(world: ModuleType, *more: tuple[Document, Reading]) -> Ground:
    first = world.article()
    documents = (*first.documents, *(document for document, _ in more))
    return lay(Material(documents, (*first.readings, *(reading for _, reading in more))))


def test_the_same_demand_in_a_later_document_is_a_repeat(world: ModuleType) -> None:
    text = "Darsa wants the filling of the dam to halt."
    entries = ground(
        world, later(world, text, "the filling of the upper dam to halt".replace("upper ", ""))
    ).ledger.entries
    assert len(entries) == 2
    (telling,) = entries[0].repeats
    assert telling.elsewhere
    assert telling.citation.document.name == "later.txt"


def test_a_later_telling_that_leaves_words_out_is_narrower(world: ModuleType) -> None:
    text = "Darsa wants a joint gauge on the river and the delta."
    found = later(world, text, "a joint gauge on the river and the delta")
    telling = ground(world, found).ledger.entries[1].repeats[-1]
    assert telling.dropped == ("the canal",)
    assert telling.added == ()


def test_the_same_words_of_another_party_are_another_demand(world: ModuleType) -> None:
    text = "Velm wants a joint gauge on the river, the canal, and the delta."
    words = "a joint gauge on the river, the canal, and the delta"
    found = later(world, text, words, by="velm", addressees=("Darsa",), addressee_ids=("darsa",))
    assert [entry.demander for entry in ground(world, found).ledger.entries] == [
        "Darsa",
        "Darsa",
        "Velm",
    ]


def test_few_words_in_common_make_no_repeat(world: ModuleType) -> None:
    found = later(world, "Darsa wants a joint fleet.", "a joint fleet")
    assert len(ground(world, found).ledger.entries) == 3


def test_a_reply_counts_for_those_of_whom_it_was_demanded_only(world: ModuleType) -> None:
    entries = ground(world).ledger.entries
    assert {entry.standing for entry in entries} == {"rejected"}
    material = world.article()
    reading = material.readings[0]
    outsider = tuple(
        replace(each, speaker=replace(each.speaker, actor="observers", name="Observers"))
        if each.act == "reject" and each.speaker
        else each
        for each in reading.statements
    )
    changed = replace(material, readings=(replace(reading, statements=outsider),))
    assert {entry.standing for entry in lay(changed).ledger.entries} == {"no reply"}


def test_demands_are_numbered_party_by_party(world: ModuleType) -> None:
    ledger = ground(world).ledger
    assert [entry.number for entry in ledger.entries] == [1, 2]
    assert [len(group) for group in ledger.by_demander()] == [2]


def test_a_refusal_from_before_a_demand_does_not_reject_it(world: ModuleType) -> None:
    text = "On 5 May 2024 Darsa wants a joint fleet on the lake. Velm rejected a joint fleet."
    asked = later(world, text, "a joint fleet on the lake", date="2024-05-05")
    refusal = world.document("Velm refused a joint fleet on the lake.", "before.txt")
    said = world.statement(
        refusal, "a joint fleet on the lake", "reject", by="velm", date="2022-04-15"
    )
    before = refusal, Reading(refusal.sha256, "rules", (said,), actors=world.ACTORS)
    assert ground(world, asked, before).ledger.entries[-1].standing == "no reply"


def test_a_later_narrower_act_is_shown_as_a_move(world: ModuleType) -> None:
    found = later(
        world,
        "Darsa wants a joint gauge on the river and the delta.",
        "a joint gauge on the river and the delta",
        date="2024-06-01",
    )
    (table,) = moves(ground(world, found))
    (row,) = table.rows
    assert [cell.parts for cell in row.cells[:3]] == [("2",), ("narrowed",), ("1 June 2024",)]
    assert row.cells[3].evidence != row.cells[4].evidence
    assert row.cells[5].parts == ("without “the canal”",)
    assert list(moves(ground(world))) == []
