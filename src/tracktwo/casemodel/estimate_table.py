"""What an estimate looks like in a case file: low, best and high, or one number for all three."""

from decimal import Decimal
from typing import ClassVar

from pydantic import GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from tracktwo.casemodel.estimate import Estimate
from tracktwo.casemodel.field import ExactNumber, exact_number
from tracktwo.casemodel.tables import Part


class EstimateTable(Part):
    """A number that somebody estimated: low, best and high, or one number for all three."""

    least: ClassVar[Decimal | None] = None
    most: ClassVar[Decimal | None] = None

    low: ExactNumber
    best: ExactNumber
    high: ExactNumber

    @model_validator(mode="before")
    @classmethod
    def _spread(cls, value: object) -> object:
        """Let one number stand for all three."""
        if isinstance(value, dict):
            return value
        number = exact_number(value)
        return {"low": number, "best": number, "high": number}

    @model_validator(mode="after")
    def _in_order(self) -> "EstimateTable":
        """Hold low <= best <= high, inside the range."""
        if not self.low <= self.best <= self.high:
            raise ValueError(
                f"low {self.low}, best {self.best}, high {self.high} are out of order; "
                "low <= best <= high is needed"
            )
        if self.least is not None and self.low < self.least:
            raise ValueError(f"{self.low} is too low; {self.least} is the least that it may be")
        if self.most is not None and self.high > self.most:
            raise ValueError(f"{self.high} is too high; {self.most} is the most that it may be")
        return self

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Tell editors that one number will do."""
        table = handler.resolve_ref_schema(handler(core_schema))
        number = table["properties"]["best"]["anyOf"]
        return {"description": table["description"], "anyOf": [*number, table]}


class WeightTable(EstimateTable):
    """What an issue is worth to a party, 0 or more."""

    least: ClassVar[Decimal | None] = Decimal(0)


class ProbabilityTable(EstimateTable):
    """How likely something is held to be, from 0 to 1."""

    least: ClassVar[Decimal | None] = Decimal(0)
    most: ClassVar[Decimal | None] = Decimal(1)


class SalienceTable(EstimateTable):
    """How much a party cares, from 0 to 100."""

    least: ClassVar[Decimal | None] = Decimal(0)
    most: ClassVar[Decimal | None] = Decimal(100)


def estimate_of(table: EstimateTable) -> Estimate:
    """Freeze an estimate."""
    return Estimate(table.low, table.best, table.high)
