"""Demands over documents and time: one entry, its moves, and what answers it."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.world import ByName, document, statement

from tracktwo.documents.document import Document
from tracktwo.ledger.changes import moved
from tracktwo.ledger.entry import Entry
from tracktwo.ledger.ledger import Ledger, keep
from tracktwo.reading.reading import Reading
from tracktwo.reading.statement import Statement

Source = tuple[Document, Reading]
TROOPS = "the withdrawal of all troops from the islands of Lune and Tarn"


def kept(*sources: Source) -> Ledger:
    return keep([doc for doc, _ in sources], [reading for _, reading in sources], ByName())


def only(*sources: Source) -> Entry:
    (entry,) = kept(*sources).entries
    return entry


def told(date: str, words: str, by: str = "Westmark", **fields: object) -> Source:
    """Give a document of a day on which somebody demands something."""
    return document(date, [statement(words, "demand", by, date=date, **fields)])


def kinds(entry: Entry) -> list[tuple[str, ...]]:
    return [move.kinds for move in entry.moves]


def test_a_demand_is_raised_once_and_then_repeated() -> None:
    entry = only(told("2024-03-04", TROOPS), told("2024-06-14", TROOPS))
    assert kinds(entry) == [("raised",), ("repeated",)]
    first, later = entry.moves
    assert (later.before, later.order) == (first.telling, "dates")


@pytest.mark.parametrize(
    ("earlier", "later", "kind", "dropped", "added"),
    [
        (TROOPS, "the withdrawal of all troops from the island of Lune", "narrowed", 1, 0),
        ("a ban on night flights", "a ban on night flights and on drones", "widened", 0, 1),
        ("an end to the blockade by 1 June 2025", "an end to the blockade by May 2025", "", 0, 0),
        (
            "a fund of 900 million to fish",
            "a fund of 600 million to fish",
            "softened",
            0,
            0,
        ),
        (
            "a fund of 600 million to fish",
            "a fund of 900 million to fish",
            "hardened",
            0,
            0,
        ),
        ("a cut of the quota to 60 tonnes", "a cut of the quota to 35 tonnes", "hardened", 0, 0),
        ("no more than 85 ships in the bay", "no more than 90 ships in the bay", "softened", 0, 0),
        (TROOPS, "that all its soldiers leave the islands of Lune and Tarn", "repeated", 0, 0),
    ],
)
def test_what_differs_says_how_a_demand_moved(
    earlier: str, later: str, kind: str, dropped: int, added: int
) -> None:
    entry = only(told("2024-03-04", earlier), told("2024-06-14", later))
    move = entry.moves[1]
    assert move.kinds == ((kind,) if kind else ("hardened",))
    if dropped or added:
        assert (len(move.difference.dropped), len(move.difference.added)) == (dropped, added)


def test_a_deadline_that_moves_is_told_with_both_days() -> None:
    entry = only(
        told("2024-03-04", "an end to the blockade by 1 June 2024"),
        told("2024-06-14", "an end to the blockade by 1 September 2024"),
    )
    assert entry.moves[1].kinds == ("softened",)
    change = entry.moves[1].difference.deadline
    assert change is not None
    assert (change.was, change.now) == ("2024-06-01", "2024-09-01")
    assert entry.moves[1].difference.amount is None


def test_more_firmness_hardens_and_less_softens() -> None:
    entry = only(
        told("2024-03-04", TROOPS),
        told("2024-06-14", TROOPS, firmness="non_negotiable"),
        told("2024-09-01", TROOPS, firmness="hedged"),
    )
    assert kinds(entry) == [("raised",), ("hardened",), ("softened",)]


def test_a_new_condition_softens() -> None:
    words = "a bridge over the strait, provided that both pay"
    later = statement(words, date="2024-06-14")
    doc, reading = document("2024-06-14", [later])
    (said,) = reading.statements
    start = said.hull.start + words.index("provided")
    conditional = replace(said, condition=type(said.hull)(start, said.hull.end))
    entry = only(
        told("2024-03-04", "a bridge over the strait"),
        (doc, replace(reading, statements=(conditional,))),
    )
    assert entry.moves[1].kinds == ("softened",)


def test_a_shorter_telling_is_no_narrower_demand() -> None:
    entry = only(
        told("2024-03-04", "a guaranteed release of water through the upper gate"),
        told("2024-06-14", "a guaranteed release of water"),
    )
    assert kinds(entry) == [("raised",), ("repeated",)]
    assert entry.moves[1].difference.dropped == ("through the upper gate",)


def test_the_same_act_told_again_is_no_repeat() -> None:
    entry = only(told("2024-03-04", TROOPS), told("2024-03", TROOPS), told("2024", TROOPS))
    assert sorted(kinds(entry)) == [("raised",), ("retold",), ("retold",)]
    assert list(moved(kept(told("2024-03-04", TROOPS), told("2024-03", TROOPS)), "2024-04")) == []


def test_an_undated_telling_is_in_no_order_with_the_dated_one() -> None:
    entry = only(told("2024-03-04", TROOPS), document("2024-06-14", [statement(TROOPS)]))
    assert kinds(entry) == [("raised",), ("retold",)]
    assert entry.moves[1].order == "open"
    assert entry.latest is None


def test_words_show_what_follows_in_one_text() -> None:
    again = ("repeated its demand for", statement(TROOPS))
    entry = only(document("2024-06-14", [("demanded", statement(TROOPS)), again]))
    assert entry.moves[1].kinds == ("repeated",)
    assert entry.moves[1].order == "words"


def test_turns_follow_one_another() -> None:
    said = [statement(TROOPS, reporting="turn"), statement(TROOPS, reporting="turn")]
    assert kinds(only(document("2024-06-14", said))) == [("raised",), ("repeated",)]


def withdrawal(words: str, date: str = "") -> Statement:
    return statement(words, "accept", subtype="withdrawn_demand", date=date)


def test_a_withdrawn_demand_stands_so_until_it_is_made_again() -> None:
    raised, gone = told("2024-03-04", TROOPS), withdrawal(TROOPS, "2024-06-14")
    dropped = document("2024-06-14", [gone])
    assert kinds(only(raised, dropped)) == [("raised",), ("withdrawn",)]
    assert only(raised, dropped).standing == "withdrawn"
    assert only(raised, dropped, told("2024-08-01", TROOPS)).standing == "no reply"


def reply(act: str, words: str, date: str = "") -> Statement:
    return statement(words, act, by="Eastmark", date=date)


@pytest.mark.parametrize(("act", "standing"), [("reject", "rejected"), ("accept", "accepted")])
def test_a_later_reply_of_the_other_side_answers(act: str, standing: str) -> None:
    answer = document(
        "2024-04-01", [reply(act, "the withdrawal of troops from Lune", "2024-04-01")]
    )
    entry = only(told("2024-03-04", TROOPS), answer)
    assert entry.standing == standing
    assert entry.moves[1].before == entry.first


def test_a_refusal_before_the_demand_is_no_rejection_of_it() -> None:
    before = document("2022-04-15", [reply("reject", TROOPS, "2022-04-15")])
    entry = only(before, told("2024-06-14", TROOPS))
    assert (entry.replies, entry.standing) == ((), "no reply")


def test_a_refusal_without_a_date_in_another_source_answers_nothing() -> None:
    undated = document("2024-09-01", [reply("reject", TROOPS)])
    assert only(told("2024-06-14", TROOPS), undated).standing == "no reply"


def test_a_refusal_behind_the_demand_in_one_text_answers() -> None:
    entry = only(document("2024-09-01", [statement(TROOPS), reply("reject", TROOPS)]))
    assert (entry.standing, entry.moves[1].order) == ("rejected", "words")


def test_a_refusal_before_the_demand_in_one_text_answers_nothing() -> None:
    assert only(document("2024-09-01", [reply("reject", TROOPS), statement(TROOPS)])).replies == ()


def test_a_third_party_does_not_answer() -> None:
    other = statement(TROOPS, "reject", by="Norland", date="2024-04-01")
    entry = only(told("2024-03-04", TROOPS), document("2024-04-01", [other]))
    assert entry.standing == "no reply"


def test_the_same_words_of_another_party_are_another_demand() -> None:
    ledger = kept(told("2024-03-04", TROOPS), told("2024-06-14", TROOPS, by="Norland"))
    assert [entry.party for entry in ledger.entries] == ["Westmark", "Norland"]


def test_other_words_of_another_are_another_demand_though_they_share_some() -> None:
    ledger = kept(
        told("2024-03-04", "a seat on the board"),
        told("2024-06-14", "a seat on the board", addressees=("Norland",)),
        told("2024-07-14", "a seat in the council", addressees=("Norland",)),
    )
    assert len(ledger.entries) == 2


def test_what_only_names_demands_is_loose() -> None:
    ledger = kept(told("2024-03-04", "a series of demands"), told("2024-06-14", TROOPS))
    assert [each.statement.quote for each in ledger.loose] == ["a series of demands"]
    assert len(ledger.entries) == 1


def test_what_a_person_struck_out_is_passed_over() -> None:
    doc, reading = told("2024-03-04", TROOPS)
    struck = {each.id for each in reading.statements}
    assert keep([doc], [reading], ByName(), struck) == Ledger((), ())


def test_changes_since_a_day_are_those_shown_to_be_of_it_or_later() -> None:
    ledger = kept(
        told("2024-03-04", TROOPS),
        told("2024-06-14", TROOPS),
        document("2024-07-01", [statement("an apology for the raid")]),
    )
    found = [(each.move.kinds, each.dated) for each in moved(ledger, "2024-06")]
    assert found == [(("repeated",), True), (("raised",), False)]
    assert [each.dated for each in moved(ledger, "2024-07-02")] == []
    assert len(list(moved(ledger))) == 3


days = st.sampled_from(["2023-01-05", "2023-06-01", "2024", "2024-02", "2025-01-31", ""])
demanded = st.lists(st.tuples(days, st.sampled_from([TROOPS, "an apology", "a fund of 5 euros"])))


@given(demanded)
def test_every_demand_has_one_entry_that_opens_with_raised(said: Sequence[tuple[str, str]]) -> None:
    sources = [
        document(f"2025-02-{n:02d}", [statement(words, date=day)])
        for n, (day, words) in enumerate(said[:20], start=1)
    ]
    ledger = kept(*sources)
    ids = [t.statement.id for entry in ledger.entries for t in entry.tellings]
    assert sorted(ids) == sorted(s.id for _, reading in sources for s in reading.statements)
    for entry in ledger.entries:
        assert [move.kinds for move in entry.moves].count(("raised",)) == 1
        for move in entry.moves:
            earlier = move.before is not None and move.order == "dates"
            assert not earlier or move.before.when.before(move.telling.when)  # type: ignore[union-attr] # said above


@given(demanded)
def test_the_order_of_the_documents_changes_no_move(said: Sequence[tuple[str, str]]) -> None:
    dated = [(day, words) for day, words in said[:12] if day]
    sources = [
        document(f"2025-02-{n:02d}", [statement(words, date=day)])
        for n, (day, words) in enumerate(dated, start=1)
    ]
    there, back = kept(*sources), kept(*reversed(sources))
    assert sorted(len(e.tellings) for e in there.entries) == sorted(
        len(e.tellings) for e in back.entries
    )


def test_an_offer_elsewhere_that_gives_ground_softens_the_demand_that_holds_its_things() -> None:
    offer = statement("it could accept a withdrawal of half the troops", "propose", date="2024-06")
    entry = only(told("2024-03-04", TROOPS), document("2024-06-14", [offer]))
    assert kinds(entry)[0] == ("raised",)
    assert "softened" in kinds(entry)[1]


def test_an_offer_of_other_things_softens_nothing() -> None:
    offer = statement("it could accept a smaller bridge", "propose", date="2024-06")
    entry = only(told("2024-03-04", TROOPS), document("2024-06-14", [offer]))
    assert kinds(entry) == [("raised",)]


def test_what_is_called_not_negotiable_elsewhere_is_no_new_demand() -> None:
    firm = told(
        "2024-06-14",
        "the withdrawal was not negotiable",
        subtype="position_firmness",
        firmness="non_negotiable",
    )
    entry = only(told("2024-03-04", TROOPS), firm)
    assert len(entry.tellings) == 2
