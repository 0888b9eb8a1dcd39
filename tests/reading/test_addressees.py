"""Addressees: of whom it is asked, who is accused, who is answered."""

from collections.abc import Callable

import pytest

from tracktwo.reading.reading import Reading
from tracktwo.reading.statement import Statement

Only = Callable[..., Statement]
Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("Torvay demanded that Darsa leave.", ("Darsa",)),
        ("Torvay demanded a commitment from Darsa.", ("Darsa",)),
        ("Torvay told reporters that Darsa must leave.", ("Darsa",)),
        ("Torvay proposed a treaty between Darsa and Kadra.", ("Darsa", "Kadra")),
        ("Torvay blamed Darsa for the flood.", ("Darsa",)),
        ("Torvay said that it rained in the valley.", ()),
    ],
)
def test_an_act_is_addressed_to(only: Only, text: str, to: tuple[str, ...]) -> None:
    assert only(text).addressees == to


def test_nobody_asks_the_own_party(only: Only) -> None:
    assert only("Russian officials demanded a guarantee from Russia.").addressees == ()


def test_where_there_are_two_sides_the_other_is_meant(read: Read) -> None:
    text = "Torvay and Darsa met. Torvay demanded a new bridge. Darsa demanded a new wall."
    found = read(text).statements
    assert [each.addressees for each in found if each.core] == [("Darsa",), ("Torvay",)]


def test_among_many_parties_nobody_is_guessed(read: Read) -> None:
    text = "Torvay, Darsa, Kadra and Corvane met. Kadra demanded a new bridge."
    assert [each.addressees for each in read(text).statements if each.core] == [()]


def test_ids_go_with_the_names(read: Read) -> None:
    found = read("Egypt urged Ethiopia to sign.").statements[0]
    assert (found.addressees, found.addressee_ids) == (("Ethiopia",), ("ethiopia",))
