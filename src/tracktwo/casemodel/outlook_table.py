"""What may stand under ``[outlook]`` in a case file: its shape, key by key."""

from pydantic import Field

from tracktwo.casemodel.estimate_table import EstimateTable, SalienceTable, WeightTable
from tracktwo.casemodel.field import ExactNumber, Id, Words
from tracktwo.casemodel.tables import EvidenceTable, Part


class CapabilityTable(WeightTable):
    """What a party could bring to bear: a number, or its range and what that rests on."""

    evidence: list[EvidenceTable] = []
    estimate_by: str = Field("", description="Who set the number.")
    note: str = ""


class ScaleTable(Part):
    """A question whose answers lie in an order, from low to high."""

    title: str = Field("", description="Not needed where the id is that of an issue.")
    low: ExactNumber
    high: ExactNumber
    unit: str = ""
    options: dict[Id, ExactNumber] = Field({}, description="Where the issue's options lie.")
    anchors: dict[str, Words] = Field({}, description='What a point means: "0" = "never".')


class StanceTable(Part):
    """Where a party stands on a scale, and how much it cares."""

    party: Words
    scale: Words
    position: EstimateTable = Field(description="In the units of the scale.")
    salience: SalienceTable = Field(description="How much it cares, from 0 to 100.")
    evidence: list[EvidenceTable] = []
    estimate_by: str = Field("", description="Who set the numbers.")
    note: str = ""


class OutlookTable(Part):
    """Where the parties stand on scales, how strong they are, how much they care."""

    capability: dict[Id, CapabilityTable] = Field(
        {}, description="What each party could bring to bear, 0 or more, in one unit for all."
    )
    scales: dict[Id, ScaleTable] = {}
    stances: list[StanceTable] = []
    note: str = ""
