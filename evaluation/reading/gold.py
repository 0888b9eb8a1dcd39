"""What does a gold file say? Its statements, demands and turns, as far as the score asks."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Hull = tuple[int, int]
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class GoldActor:
    """Someone whom the text names: every form of the name, and for whom he speaks ("")."""

    id: str
    name: str
    kind: str
    speaks_for: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """A statement as it should be read: for each field all answers that count as right.

    `hull` goes from the first start of the content to its last end; `demand` is "" for none.
    """

    id: str
    hull: Hull
    speakers: tuple[str, ...]
    acts: tuple[str, ...]
    chain_lengths: tuple[int, ...]
    addressees: tuple[str, ...]
    negated: bool
    conditional: bool
    core: bool
    demand: str
    reporting: str


@dataclass(frozen=True, slots=True)
class Gold:
    """One gold file.

    Attributes
    ----------
    name : str
        The file's name without its ending.
    text : str
        The text to which offsets refer.
    source : Path
        What a reader is given: the text, or the page from which it was drawn.
    turns : tuple of (Hull, str)
        Each with the actor who speaks.
    turns_marked : bool
        False where a text has turns and nobody marked them: they do not count.
    items : tuple of tuple of str
        For each demand that is no set of others, the ids of its statements.
    """

    name: str
    text: str
    source: Path
    actors: tuple[GoldActor, ...]
    statements: tuple[GoldStatement, ...]
    turns: tuple[tuple[Hull, str], ...]
    items: tuple[tuple[str, ...], ...]
    turns_marked: bool = True


def load_gold(path: Path) -> Gold:
    """Read a gold file and the text that it names.

    Raises
    ------
    ValueError
        If a statement's words are not in the text where its offsets say.
    """
    rows = json.loads(path.read_text(encoding="utf-8"))
    text_path = path.parent / rows["document"]["path"]
    text = text_path.read_bytes().decode("utf-8")
    for row in rows["statements"]:
        _hold_to_text(row, text, path.name)
    given = rows["document"].get("source")
    source = path.parent / given if given else text_path
    source = source if source.exists() else text_path
    sets = {row.get("set") for row in rows["demands"]}
    return Gold(
        name=path.stem,
        text=text,
        source=source,
        actors=tuple(_actor(row) for row in rows["actors"]),
        statements=tuple(_statement(row) for row in rows["statements"]),
        turns=tuple(_turn(row) for row in rows["turns"]),
        items=tuple(_stated(row) for row in rows["demands"] if row["id"] not in sets)
        + tuple(_asked(rows, name) for name in _sets_alone(rows)),
        turns_marked=rows.get("turns_marked", True),
    )


def _hold_to_text(row: Row, text: str, name: str) -> None:
    for span in row["content"]:
        if text[span["start"] : span["end"]] != span["text"]:
            raise ValueError(f"{name} {row['id']}: {span['text']!r} does not stand at its offsets")


def _actor(row: Row) -> GoldActor:
    """Take an actor; the seed article writes "government (Russia)" for a type and whose it is."""
    kind = row.get("type", "")
    mentions = (each["text"] for each in row.get("mentions", []))
    names = dict.fromkeys([row["id"], row["name"], *row.get("aliases", []), *mentions])
    whose = re.match(r"government \((.+)\)", kind)
    state = row.get("for") or (whose[1] if whose else "")
    return GoldActor(row["id"], row["name"], kind, state, tuple(names))


def _statement(row: Row) -> GoldStatement:
    speaker = row["speaker"]["actor"] if isinstance(row["speaker"], dict) else row["speaker"]
    also = row.get("alt_speakers") or [_id(each) for each in row.get("co_speakers") or []]
    chain = row.get("chain") or row["attribution_chain"]
    return GoldStatement(
        id=row["id"],
        hull=(min(c["start"] for c in row["content"]), max(c["end"] for c in row["content"])),
        speakers=(speaker, *also),
        acts=(row["act"], *row["alt_acts"]),
        chain_lengths=(len(chain), *row.get("alt_chain_lengths", [])),
        addressees=tuple(_id(each) for each in row["addressees"]),
        negated=row.get("negated", False),
        conditional=bool(row.get("condition")),
        core=row["core"],
        demand=row["demand"] or "",
        reporting=row.get("reporting", ""),
    )


def _id(row: Row | str) -> str:
    return row["actor"] if isinstance(row, dict) else row


def _turn(row: Row) -> tuple[Hull, str]:
    block = row.get("text")
    place = block if isinstance(block, dict) else row
    return (place["start"], place["end"]), row["speaker"]


def _stated(row: Row) -> tuple[str, ...]:
    return tuple(row["statements"] if "statements" in row else row["mentions"])


def _sets_alone(rows: Row) -> list[str]:
    """Give the demand sets of the seed article: they stand in a list of their own."""
    known = {row["id"] for row in rows["demands"]} | {row.get("set") for row in rows["demands"]}
    return [row["id"] for row in rows.get("demand_sets", []) if row["id"] not in known]


def _asked(rows: Row, name: str) -> tuple[str, ...]:
    return tuple(row["id"] for row in rows["statements"] if row["demand"] == name)
