"""What do the tables of a file hold, as TOML gives it? Values of a wrong kind are passed over."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from pydantic import ValidationError

from tracktwo.casemodel.schema import StepsTable
from tracktwo.casemodel.shape import none_of
from tracktwo.casemodel.steps import meant, steps_of
from tracktwo.errors import Problem

Data: TypeAlias = Mapping[str, Any]


def table_of(value: object) -> dict[str, Any]:
    """Give a table, an empty one in place of anything else."""
    return value if isinstance(value, dict) else {}


def rows_of(data: Data, section: str) -> list[tuple[str, dict[str, Any]]]:
    """Give the tables of a list section, each with its place."""
    rows = data.get(section)
    listed = rows if isinstance(rows, list) else []
    return [(f"{section}[{i}]", row) for i, row in enumerate(listed) if isinstance(row, dict)]


def words_of(place: str, value: object) -> list[tuple[str, str]]:
    """Give each text of a list, or the text itself, with its place."""
    if isinstance(value, str):
        return [(place, value)]
    listed = value if isinstance(value, list) else []
    return [(f"{place}[{i}]", word) for i, word in enumerate(listed) if isinstance(word, str)]


def known_party(data: Data, place: str, party: object) -> Iterator[Problem]:
    """Hold that a party is one of the file's."""
    parties = list(table_of(data.get("parties")))
    if isinstance(party, str) and party not in parties:
        yield Problem(place, none_of("party", party, parties, "parties"))


def no_issue(data: Data, place: str, issue: str) -> Problem:
    """Say that an issue is none of the file's."""
    return Problem(place, none_of("issue", issue, list(table_of(data.get("issues"))), "issues"))


def options_of(data: Data, issue: str) -> list[str]:
    """Give the options of an issue, or the steps of its scale; none where it has no sound ones."""
    table = table_of(table_of(data.get("issues")).get(issue))
    try:
        scale = StepsTable.model_validate(table["scale"]).frozen() if "scale" in table else None
    except ValidationError:
        return []
    return list(table_of(table.get("options")) if scale is None else steps_of(scale))


def known_options(
    data: Data, issue: str, named: list[tuple[str, str]], *, singly: bool = False
) -> Iterator[Problem]:
    """Hold that options are the issue's: on a scale steps, or unless `singly` ranges."""
    options = options_of(data, issue)
    scale = table_of(table_of(table_of(data.get("issues")).get(issue)).get("scale"))
    for place, option in named:
        if not options or option in options:
            continue
        if not scale:
            yield Problem(place, none_of(f'option of issue "{issue}"', option, options, "options"))
        elif singly or not meant(option, options):
            yield Problem(
                place,
                f'"{option}" is no step of issue "{issue}"; its steps are {options[0]}, '
                f"{options[1]}, … to {options[-1]}",
            )


def named_twice(named: list[tuple[str, str]]) -> Iterator[Problem]:
    """Hold that no word stands twice in a list."""
    counts = Counter(word for _, word in named)
    last = {word: place for place, word in named}
    for word, count in counts.items():
        if count > 1:
            yield Problem(last[word], f'names "{word}" again; once is enough')
