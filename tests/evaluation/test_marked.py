"""Are gold files what was marked, with every span where it says?"""

import json
from pathlib import Path
from typing import Any

import pytest

from evaluation.reading.build import HERE, built
from evaluation.reading.marked import MarkingError, compile_gold, unmark

SOURCES = sorted(HERE.glob("*/*.marked"))

SMALL = """\
{1.s,2.s Quell} {1.c wants} {1 a port} and, {2.i,x1.i if it gets one}, {2.c offers} {2,x1 peace}.

Q: {q1 Is that new?}
MINISTER: {3 It is.}
====
author | A Paper | media
actor quell | Quell | state
labels Q=author; MINISTER=quell
demand D1 quell > : a port
1 demand quell ; d=D1 rep=nominal
2 propose quell ; alt=promise,accept
3 claim quell ; rep=turn noncore
counter 1 2 2.c
scenario x1 quell
question q1 author
"""


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_each_gold_file_is_what_its_marked_text_makes(source: Path) -> None:
    for path, content in built(source).items():
        assert path.read_text(encoding="utf-8") == content


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_span_of_a_gold_file_quotes_its_text(source: Path) -> None:
    text = source.with_suffix(".txt").read_text(encoding="utf-8")
    gold = json.loads(source.with_suffix(".json").read_text(encoding="utf-8"))
    quoted = list(_spans(gold))
    assert len(quoted) > 40
    assert [span for span in quoted if text[span["start"] : span["end"]] != span["text"]] == []


def _spans(value: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - any value of JSON
    if isinstance(value, list):
        return [span for each in value for span in _spans(each)]
    if isinstance(value, dict):
        inside = [span for each in value.values() for span in _spans(each)]
        return [*inside, value] if "text" in value and "start" in value else inside
    return []


def test_marks_leave_the_text_as_it_was_written() -> None:
    text, gold = compile_gold(SMALL, "small.txt")
    assert text.startswith("Quell wants a port and, if it gets one, offers peace.")
    assert [c["text"] for s in gold["statements"] for c in s["content"]] == [
        "a port",
        "peace",
        "It is",
    ]
    assert gold["statements"][1]["condition"]["text"] == "if it gets one"
    assert gold["demands"][0]["statements"] == ["S01"]
    assert [text[turn["start"] : turn["end"]] for turn in gold["turns"]] == [
        "Is that new?",
        "It is.",
    ]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("1 demand quell", "1 demand quill", "quill"),
        ("1 demand quell", "1 wish quell", "S01"),
        ("3 claim quell ; rep=turn noncore\n", "", "'3'"),
        ("d=D1", "d=D2", "D2"),
        ("noncore", "noncor", "noncor"),
        ("question q1 author", "question q2 author", "q2"),
        ("{3 It is.}", "{3 It is.", "never close"),
        ("{3 It is.}", "It} is.", "never opened"),
        ("counter 1 2 2.c", "contra 1 2", "contra"),
    ],
)
def test_a_slip_of_the_annotator_is_told(old: str, new: str, told: str) -> None:
    assert old in SMALL
    with pytest.raises(MarkingError, match=told):
        compile_gold(SMALL.replace(old, new), "small.txt")


def test_a_label_used_twice_gives_two_spans() -> None:
    spans = unmark("{1 If it rains}, he said, {1 we go}.").spans["1"]
    assert [span["text"] for span in spans] == ["If it rains", "we go"]
