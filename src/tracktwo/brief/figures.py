"""What does a chart show? Its numbers, its words, and the same numbers as a list."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from tracktwo.brief.sentence import Part

Mark = Literal["excluded", "permitted", "acceptable", "frontier", "nash"]


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the list that says in words what a chart shows."""

    head: str
    parts: tuple[Part, ...] = ()
    evidence: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class GradeGrid:
    """Statements by reliability A to F (rows) and credibility 1 to 6 (columns)."""

    counts: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """Something with a date: years as fractions, from the first day to the last inclusive."""

    start: float
    end: float
    head: str
    words: str = ""
    claimed: bool = True


@dataclass(frozen=True, slots=True)
class Timeline:
    """Moments in order of their start; a `period` is longer than a year."""

    moments: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class Plot:
    """Packages by their worth to two parties, both 0 to 100.

    Attributes
    ----------
    parties : tuple of (place, name), two
        The horizontal party, the vertical one.
    dots : tuple of (mark, ((x, y), …))
        Packages by what they are; a point that several share stands once.
    frontier : tuple of (x, y)
        Ends and corners of the frontier line, from left to right.
    bands : tuple of (low, best, high) or None, two
        The no-agreement value of each.
    named : tuple of (x, y, name)
        Points that carry a label.
    """

    parties: tuple[tuple[int, str], tuple[int, str]]
    dots: tuple[tuple[Mark, tuple[tuple[float, float], ...]], ...]
    frontier: tuple[tuple[float, float], ...] = ()
    bands: tuple[tuple[float, float, float] | None, tuple[float, float, float] | None] = (
        None,
        None,
    )
    named: tuple[tuple[float, float, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Zone:
    """The zone of agreement: one plot for each pair of parties."""

    plots: tuple[Plot, ...]


@dataclass(frozen=True, slots=True)
class Chance:
    """A probability on the likelihood scale, in per cent; `theirs` when a source said it."""

    name: str
    low: float
    high: float
    best: float | None = None
    theirs: bool = False


@dataclass(frozen=True, slots=True)
class LikelihoodScale:
    """Estimates of ours, and words of sources that have an agreed range."""

    chances: tuple[Chance, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A state in a graph: its number, whether it holds, and whether it is the status quo."""

    name: str
    holds: bool
    status_quo: bool = False


@dataclass(frozen=True, slots=True)
class Arrow:
    """An improvement from one node to another, by the place of the party."""

    start: int
    end: int
    party: int


@dataclass(frozen=True, slots=True)
class StateGraph:
    """States and improvements between them; `parties` are (place, name)."""

    nodes: tuple[Node, ...]
    arrows: tuple[Arrow, ...]
    parties: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """A row on a scale: a name, a party's mark, a span with its best point, or many points."""

    name: str
    party: int | None = None
    span: tuple[float, float] | None = None
    best: float | None = None
    points: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class OnScale:
    """Rows on one scale from low to high.

    Attributes
    ----------
    anchors : tuple of (at, words)
        What points of the scale mean; none for a scale of numbers alone.
    point : float or None
        A line through all rows: the forecast.
    interval : tuple of (low, high) or None
        A band behind them.
    """

    low: float
    high: float
    lanes: tuple[Lane, ...]
    anchors: tuple[tuple[float, str], ...] = ()
    point: float | None = None
    interval: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Fan:
    """The middle of the positions round by round, each (middle, low, high), from round 0."""

    low: float
    high: float
    rounds: tuple[tuple[float, float, float], ...]


@dataclass(frozen=True, slots=True)
class Calibration:
    """What was given beside what came true, each (given, came true, how many), shares of 1."""

    bins: tuple[tuple[float, float, int], ...]


Chart: TypeAlias = (
    GradeGrid | Timeline | Zone | LikelihoodScale | StateGraph | OnScale | Fan | Calibration
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart with its caption, the sentence that stands for it, and the list beside it.

    Attributes
    ----------
    caption, how : str
        What it shows, and how to read it.
    label : str
        One sentence of content for those who do not see the chart.
    chart : Chart
        The numbers.
    items : tuple of Item
        The same in words; empty where a table beside it has them.
    illustrative : bool
        Whether its numbers are somebody's estimates.
    """

    caption: str
    how: str
    label: str
    chart: Chart
    items: tuple[Item, ...] = ()
    illustrative: bool = False
