"""Does the brief treat every party by the same rules?"""

from dataclasses import replace
from types import ModuleType

import pytest

from tracktwo.brief.blocks import Pair, Sentences, Table
from tracktwo.brief.brief import Brief
from tracktwo.brief.compose import compose
from tracktwo.brief.sentence import plain

# Names of one length, so that every offset stays; the second exchanges the parties.
NAMES = [{"Darsa": "Zulim", "Velm": "Aber"}, {"Ostrow": "Abbott"}]


def words(brief: Brief) -> list[str]:
    """Give all words of a brief in order."""
    found = [brief.title, *brief.parties]
    for section in brief.sections:
        for block in section.blocks:
            if isinstance(block, Sentences):
                found += [plain(item.parts) for item in block.items]
            table = block.table if isinstance(block, Pair) else block
            if isinstance(table, Table):
                found += [plain(cell.parts) for row in table.rows for cell in row.cells]
    return found


@pytest.mark.parametrize("names", NAMES)
def test_renaming_parties_renames_and_changes_nothing_else(
    world: ModuleType, names: dict[str, str]
) -> None:
    first = compose(world.article())
    second = compose(world.renamed(world.article(), names))
    assert words(second) == [world.exchanged(line, names) for line in words(first)]
    numbers = [
        [item.evidence for block in section.blocks if isinstance(block, Sentences)
         for item in block.items]
        for brief in (first, second) for section in brief.sections
    ]  # fmt: skip
    assert numbers[: len(numbers) // 2] == numbers[len(numbers) // 2 :]


def test_the_order_of_parties_gives_marks_and_columns_and_no_more(world: ModuleType) -> None:
    material = world.with_case()
    turned = replace(material.case, parties=material.case.parties[::-1])
    one, other = compose(material), compose(replace(material, case=turned))
    assert one.parties == other.parties[::-1]
    assert sorted(cells(one)) == sorted(cells(other))


def cells(brief: Brief) -> list[str]:
    blocks = [block for section in brief.sections for block in section.blocks]
    tables = [block.table if isinstance(block, Pair) else block for block in blocks]
    return [
        f"{table.name}: {plain(cell.parts)} {cell.evidence}"
        for table in tables
        if isinstance(table, Table)
        for row in table.rows
        for cell in row.cells
    ]
