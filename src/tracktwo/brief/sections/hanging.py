"""On which documents do the conclusions hang? Each source left out in turn."""

from collections.abc import Iterator

from tracktwo.analyses.robustness.without import Conclusion, Left
from tracktwo.analyses.settlement.settlement import Count
from tracktwo.brief.blocks import Block, Cell, Column, Row, Table
from tracktwo.brief.cells import words
from tracktwo.brief.ground import Ground
from tracktwo.brief.lists import counted

_KINDS = ("position", "no-agreement value", "joint refusal", "rule", "capability", "stance")


def hanging(ground: Ground) -> Iterator[Block]:
    """Give what each forecast and the settlement become without each source, ranked."""
    found = ground.material.robustness
    if found is None or not found.losses.sources:
        return
    whole = found.losses.whole
    counts = whole.acceptable is not None
    columns = [Column("Without"), *([Column("Packages", "number")] if counts else [])]
    columns += [Column(scale, "number") for scale, _ in whole.points]
    columns.append(Column("What falls with it"))
    yield Table(
        "without",
        f"Without each source: {counted(len(found.losses.sources), 'row')}",
        "The conclusions worked out again, the weightiest loss first: what lists evidence, all of "
        "which is gone, falls.",
        tuple(columns),
        (
            Row((words("nothing left out"), *_numbers(whole), Cell())),
            *(_row(each) for each in found.losses.sources),
        ),
        illustrative=True,
    )


def _row(left: Left) -> Row:
    flips = " Opens or closes the room for an agreement." if left.flips else ""
    fallen = "; ".join(_fallen(left)) or "nothing"
    return Row((words(left.name), *_numbers(left.conclusion), words(f"{fallen}.{flips}")))


def _numbers(found: Conclusion) -> Iterator[Cell]:
    if found.acceptable is not None:
        yield words(packages(found.acceptable))
    for _, point in found.points:
        yield words("none" if point is None else f"{point:.1f}")


def packages(count: Count) -> str:
    """Say how many packages are acceptable, or between what."""
    return f"{count.high:,}" if count.exact else f"{count.low:,} to {count.high:,}"


def _fallen(left: Left) -> Iterator[str]:
    for kind in _KINDS:
        number = sum(1 for each in left.fallen if each.startswith(kind))
        if number:
            plural = "capabilities" if kind == "capability" else f"{kind}s"
            yield counted(number, kind, plural)
