"""Codes for event data: PLOVER and CAMEO."""

from collections.abc import Callable
from importlib.resources import files
from typing import get_args

import pytest

from tracktwo.documents.document import Document
from tracktwo.reading.codes import codes
from tracktwo.reading.rules import read as read_document
from tracktwo.reading.statement import Act

Make = Callable[..., Document]


def coded(document: Make, text: str) -> tuple[str, str]:
    page = document(text)
    found = codes(next(s for s in read_document(page).statements if s.core), page)
    return found.plover, found.cameo


@pytest.mark.parametrize(
    ("text", "plover", "cameo"),
    [
        ("Egypt demanded a new treaty.", "REQUEST", "100"),
        ("Egypt asked for a new bridge.", "REQUEST", "020"),
        ("Egypt asked for talks with Sudan.", "REQUEST", "026"),
        ("Egypt offered to share the data.", "AGREE", "030"),
        ("Egypt offered to mediate.", "AGREE", "039"),
        ("Egypt dropped its demand for a new bridge.", "CONCEDE", "080"),
        ("Egypt rejected the plan.", "REJECT", "127"),
        ("Egypt vetoed the text.", "REJECT", "129"),
        ("Egypt declined to comment.", "", "011"),
        ("Egypt threatened to attack Sudan.", "THREATEN", "138"),
        (
            "Sudan had been given until May to sign or face sanctions, Egypt said.",
            "THREATEN",
            "139",
        ),
        ("Egypt promised to pay.", "AGREE", "030"),
        ("Egypt accused Sudan of theft.", "ACCUSE", "112"),
        ("Egypt condemned the attack.", "ACCUSE", "111"),
        ("Egypt denied that it had paid.", "", "016"),
        ("Egypt said that the dam was full.", "", "010"),
    ],
)
def test_an_act_is_coded(document: Make, text: str, plover: str, cameo: str) -> None:
    assert coded(document, text) == (plover, cameo)


def test_what_did_not_happen_has_no_code(document: Make) -> None:
    assert coded(document, "Egypt did not demand a new treaty.") == ("", "")


def test_every_act_has_a_row_for_all_that_is_left() -> None:
    table = files("tracktwo.reading").joinpath("data/codes.toml").read_text(encoding="utf-8")
    rows = table.split("[[code]]")[1:]
    last = {act: [row for row in rows if f'act = "{act}"' in row][-1] for act in get_args(Act)}
    assert not any(
        word in row for row in last.values() for word in ("words", "firmness", "subtype")
    )
