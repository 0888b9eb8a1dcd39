"""What may the parties do, and what do they prefer? The graph model of a case, as written."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from tracktwo.casemodel.evidence import Evidence

Direction = Literal["both", "N->Y", "Y->N"]


@dataclass(frozen=True, slots=True)
class Lever:
    """An option of the graph model: something that its parties can do or leave.

    Several parties share an option when each of them alone can change it. `moves` says whether
    it can be taken and left, only taken ("N->Y") or only left ("Y->N").
    """

    id: str
    title: str
    parties: tuple[str, ...]
    moves: Direction = "both"


@dataclass(frozen=True, slots=True)
class Preference:
    """What a party prefers among the states.

    Exactly one of `ranking`, `statements`, `weights` and `points` says how states are ordered.

    Attributes
    ----------
    ranking : tuple of tuple of str
        Best first; each place holds the states that tie. The place ``(">>",)`` is a bar: all
        above it is much preferred to all below.
    statements : tuple of str
        Conditions, most important first: a state that meets the first statement on which two
        states differ is preferred.
    weights : tuple of (condition, Decimal)
        A state is worth the sum of the weights of the conditions that it meets.
    points : bool
        Whether the order follows from the party's points in the settlement, by `Outcome`.
    unknown, much : tuple of (state, state)
        Pairs whose order is not known; pairs of which the first is much preferred.
    """

    party: str
    ranking: tuple[tuple[str, ...], ...] = ()
    statements: tuple[str, ...] = ()
    weights: tuple[tuple[str, Decimal], ...] = ()
    points: bool = False
    unknown: tuple[tuple[str, str], ...] = ()
    much: tuple[tuple[str, str], ...] = ()
    evidence: tuple[Evidence, ...] = ()
    by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Which package the states that meet a condition amount to; none is no agreement."""

    when: str
    package: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Stability:
    """The graph model for conflict resolution of a case.

    In option form `levers` are given; in graph form `nodes` and `arcs`.

    Attributes
    ----------
    levers : tuple of Lever
        In the order of the file: the first is the least significant bit of a state's code.
    impossible : tuple of str
        Conditions that no state may meet.
    merged : tuple of str
        Conditions: all states that meet one cannot be told apart, and are one state.
    nodes : tuple of (id, label)
        States of the graph form.
    arcs : tuple of (party, tuple of (from, to))
        Moves of the graph form.
    preferences : tuple of Preference
        One per party that has a say.
    status_quo : str
        A state, or "" where none is named.
    coalitions : tuple of tuple of str
        Those that may act together; empty for all.
    names : tuple of (state, name)
        What states are called.
    """

    levers: tuple[Lever, ...] = ()
    impossible: tuple[str, ...] = ()
    merged: tuple[str, ...] = ()
    nodes: tuple[tuple[str, str], ...] = ()
    arcs: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    preferences: tuple[Preference, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    status_quo: str = ""
    coalitions: tuple[tuple[str, ...], ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    evidence: tuple[Evidence, ...] = ()
    note: str = ""
