"""Chains: who reports whom, from the author to the speaker."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tracktwo.actors.registry import Registry
from tracktwo.documents.document import Document
from tracktwo.reading.reading import Reading
from tracktwo.reading.rules import read as read_document
from tracktwo.reading.statement import Statement

Only = Callable[..., Statement]
Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Torvay said that it rained.", ("author", "Torvay")),
        (
            "The institute reported that Torvay had claimed that Darsa had said that it rained.",
            ("author", "institute", "Torvay", "Darsa"),
        ),
        ("Mira Halvard said that, according to Darsa, it rained.",
         ("author", "Mira Halvard", "Darsa")),
        ("Mira Halvard recalled that the committee had concluded that it rained.",
         ("author", "Mira Halvard", "committee")),
    ],
)  # fmt: skip
def test_each_stands_in_what_the_one_before_reports(
    only: Only, text: str, chain: tuple[str, ...]
) -> None:
    assert only(text).chain == chain


def test_the_speaker_of_a_turn_reports_what_stands_in_it(read: Read) -> None:
    text = "Q: Why?\nHalvard: Darsa said that it rained.\nQ: When?\nHalvard: Last year, they say."
    found = [each for each in read(text).statements if each.core]
    assert [each.chain for each in found] == [
        ("author", "Halvard", "Darsa"),
        ("author", "Halvard"),
    ]


def test_an_author_or_publisher_that_the_document_names_stands_first(
    document: Callable[..., Document], registry: Registry
) -> None:
    page = document("Torvay said that it rained.")
    for named, first in (
        (replace(page, publisher="Valley News"), "Valley News"),
        (replace(page, publisher="Valley News", author="Jon Eskeland"), "Jon Eskeland"),
    ):
        assert read_document(named, registry).statements[0].chain == (first, "Torvay")


def test_who_only_hands_on_makes_no_statement_of_its_own(read: Read) -> None:
    found = read("She recalled that the committee had concluded that it rained.").statements
    assert [each.quote for each in found if each.core] == ["it rained"]
