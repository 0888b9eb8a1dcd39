"""What stands in a section? Sentences, tables, figures, notes on how to read: data, no markup."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from tracktwo.brief.figures import Figure
from tracktwo.brief.sentence import Kind, Part, Sentence

Sign = Literal["", "best", "acceptable", "refused", "not stated"]
Level = Literal["row", "again", "group"]
Align = Literal["left", "number", "centre", "quote"]


@dataclass(frozen=True, slots=True)
class Note:
    """Lines on how to read what follows. They are about the brief, never about the world.

    Each line has an opening word or two, set in bold, and the rest. A note `aside` may stand
    beside the text, where prose follows it.
    """

    lines: tuple[tuple[str, str], ...]
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Legend:
    """The five types of sentence, each with what it promises."""

    lines: tuple[tuple[Kind, str], ...]


@dataclass(frozen=True, slots=True)
class Absence:
    """What was looked for and not found, and in what."""

    text: str
    searched: str = ""
    nearest: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentences:
    """A run of sentences; under `heading`, when it has one. `key` sets them large."""

    items: tuple[Sentence, ...]
    heading: str = ""
    key: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table.

    Attributes
    ----------
    parts : tuple of Part
        Its words; none makes an empty cell.
    evidence : tuple of int
        Numbers after the words.
    under : tuple of Part
        A smaller line below.
    sign : str
        One of `Sign`, for a party's position on an option.
    estimate : bool
        Whether it is somebody's estimate and no quotation.
    party : int or None
        Place of the party whose mark stands before the words.
    """

    parts: tuple[Part, ...] = ()
    evidence: tuple[int, ...] = ()
    under: tuple[Part, ...] = ()
    sign: Sign = ""
    estimate: bool = False
    party: int | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column's head, and how its cells are set; the first column heads the rows."""

    title: str
    align: Align = "left"
    party: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row; `again` is a repeat of the row above, `group` heads the rows below it.

    `silent` says that the row reports the lack of words, and so has no evidence.
    """

    cells: tuple[Cell, ...]
    level: Level = "row"
    silent: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose rows are of one type, said once in its caption.

    `kind` is None for tables of counts and of positions, whose cells say what they are.
    A `grid` keeps its columns on a phone, where other tables become lists of records.
    """

    name: str
    caption: str
    how: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    kind: Kind | None = None
    foot: str = ""
    illustrative: bool = False
    grid: bool = False


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question, who asks it, and what the sources say to it."""

    question: str
    asked: tuple[Part, ...]
    asked_at: tuple[int, ...]
    answers: tuple[Sentence, ...]
    absence: Absence | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """A table and a figure side by side where there is room."""

    table: Table
    figure: Figure


@dataclass(frozen=True, slots=True)
class Annex:
    """The place of the annex: every citation of the brief, and the documents in full."""


Block: TypeAlias = Note | Legend | Absence | Sentences | Table | Figure | Exchange | Pair | Annex


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered section. `name` is its anchor."""

    name: str
    title: str
    blocks: tuple[Block, ...]
