"""What may stand under ``[stability]`` in a case file: its shape, key by key."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from tracktwo.casemodel.field import ExactNumber, Id, Words
from tracktwo.casemodel.tables import EvidenceTable, Options, Part


def _a_pair(words: list[str]) -> list[str]:
    if len(words) != 2:
        raise ValueError(f"holds {len(words)} states; a pair is two")
    return words


Pair = Annotated[list[Words], AfterValidator(_a_pair)]


class LeverTable(Part):
    """An option of the graph model: something that a party can do or leave."""

    title: Words
    by: Options = Field(description="The party whose option it is, or several that share it.")
    moves: Literal["both", "N->Y", "Y->N"] = Field(
        "both", description="Whether it can be taken and left, only taken, or only left."
    )


class PreferenceTable(Part):
    """How a party orders the states: by exactly one of ranking, statements, weights, points."""

    ranking: list[Options] = Field(
        [], description='Best first; ties as lists; ">>" as a bar: all above is much preferred.'
    )
    statements: list[Words] = Field([], description="Conditions, the most important first.")
    weights: dict[str, ExactNumber] = Field({}, description="What each condition is worth.")
    points: bool = Field(default=False, description="Take the points of the settlement.")
    unknown: list[Pair] = Field([], description="Pairs of states whose order is not known.")
    much: list[Pair] = Field([], description="Pairs of which the first is much preferred.")
    evidence: list[EvidenceTable] = []
    by: str = Field("", description="Who judges so.")
    note: str = ""


class OutcomeTable(Part):
    """Which package the states that meet a condition amount to."""

    when: Words
    package: dict[str, Words] = Field({}, description="Issue = option; none is no agreement.")


class NameTable(Part):
    """What a state is called."""

    state: Words
    name: Words


class StabilityTable(Part):
    """The graph model: what the parties may do, and how they order the states that follow."""

    options: dict[Id, LeverTable] = {}
    impossible: list[Words] = Field([], description="Conditions that no state may meet.")
    merged: list[Words] = Field([], description="Conditions whose states are one state.")
    states: dict[Id, Words] = Field({}, description="Graph form: each state's id and label.")
    moves: dict[Id, list[Pair]] = Field({}, description="Graph form: each party's moves.")
    preferences: dict[Id, PreferenceTable] = {}
    outcomes: list[OutcomeTable] = []
    status_quo: str = Field("", description="The state that holds on the day of the case.")
    coalitions: list[list[Words]] = Field([], description="Parties that may act together.")
    names: list[NameTable] = []
    evidence: list[EvidenceTable] = []
    note: str = ""
