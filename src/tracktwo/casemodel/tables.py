"""What all tables of a case file share: strictness, lists of one, and evidence."""

from typing import Annotated

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetJsonSchemaHandler,
    WithJsonSchema,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from tracktwo.casemodel.evidence import Evidence
from tracktwo.casemodel.field import Words, shown
from tracktwo.casemodel.steps import ORDERS


class Part(BaseModel):
    """A table of the file: no unknown keys, and no value turned into another type."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


def _in_a_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


_WORDS = {"type": "string", "minLength": 1}
Options = Annotated[
    list[Words],
    BeforeValidator(_in_a_list),
    WithJsonSchema({"anyOf": [_WORDS, {"type": "array", "items": _WORDS, "minItems": 1}]}),
]


def _in_places(value: object) -> object:
    """Take a list of options and of lists of options; the words for a scale's order as they are."""
    if value in ORDERS:
        return [[value]]
    if isinstance(value, list):
        places = [place if isinstance(place, list) else [place] for place in value]
        if all(place and all(isinstance(o, str) and o for o in place) for place in places):
            return places
    words = " or ".join(f'"{word}"' for word in ORDERS)
    raise ValueError(
        f"{shown(value)} is no order; list the options from best to worst, ties in a list "
        f'inside, such as ["barred", ["deferred", "invited"]], or write {words} on a scale'
    )


Order = Annotated[
    list[list[str]],
    BeforeValidator(_in_places),
    WithJsonSchema(
        {
            "anyOf": [
                {
                    "type": "array",
                    "items": {"anyOf": [_WORDS, {"type": "array", "items": _WORDS, "minItems": 1}]},
                },
                {"enum": list(ORDERS)},
            ]
        }
    ),
]


class EvidenceTable(Part):
    """What something rests on: a statement's id, or exact words of a file in ``sources/``."""

    statement: str = ""
    source: str = ""
    words: str = ""

    @model_validator(mode="before")
    @classmethod
    def _one_of_two(cls, value: object) -> object:
        """Take "st:…", or a table with exactly `source` and `words`."""
        if isinstance(value, str) and value.startswith("st:") and value != "st:":
            return {"statement": value}
        if isinstance(value, dict) and set(value) == {"source", "words"} and all(value.values()):
            return value
        keys = ", ".join(map(shown, value)) if isinstance(value, dict) else ""
        arrived = f"a table of {keys}" if keys else shown(value)
        raise ValueError(
            f"{arrived} is no evidence; write a statement's id, such as "
            '"st:9c1f", or { source = "file.md", words = "exact words of it" }'
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Show editors the two forms."""
        return {
            "description": handler.resolve_ref_schema(handler(core_schema))["description"],
            "anyOf": [
                {"type": "string", "pattern": "^st:."},
                {
                    "type": "object",
                    "properties": {"source": _WORDS, "words": _WORDS},
                    "required": ["source", "words"],
                    "additionalProperties": False,
                },
            ],
        }


def evidence_of(tables: list[EvidenceTable]) -> tuple[Evidence, ...]:
    """Freeze a list of evidence."""
    return tuple(Evidence(table.statement, table.source, table.words) for table in tables)
