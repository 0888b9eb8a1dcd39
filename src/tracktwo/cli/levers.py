"""Levers for people and programs: what one unit of persuasion does to the compromise."""

from collections.abc import Sequence
from dataclasses import asdict
from math import isnan
from typing import TYPE_CHECKING, Any

from tracktwo.analyses.outlook.from_case import field_of, scales_of
from tracktwo.analyses.outlook.levers import Lever, levers
from tracktwo.brief.amounts import amount, title_of
from tracktwo.cli.guard import DONE
from tracktwo.cli.printing import print_json, print_table

if TYPE_CHECKING:
    from tracktwo.casemodel.case import Case

_UNITS = {"position": "1 on the scale", "salience": "1 of 100", "capability": "1"}


def show_levers(case: "Case", names: Sequence[str], *, as_json: bool) -> int:
    """Print the levers of each scale, those that move the compromise most first."""
    scales = scales_of(case, names)
    found = {scale.id: levers(field_of(case, [scale.id])) for scale in scales}
    if as_json:
        print_json({"levers": [_plain(each) for rows in found.values() for each in rows]})
        return DONE
    titles = {issue.id: issue.title for issue in case.issues}
    parties = {party.id: party.name for party in case.parties}
    columns = ("lever", "unit", "one more", "one less")
    for scale in scales:
        ranked = sorted(found[scale.id], key=lambda each: -abs(each.slope))
        rows = [
            (
                f"{parties[each.party]}: {each.handle}",
                _UNITS[each.handle],
                _moved(each.raised),
                _moved(each.lowered),
            )
            for each in ranked
        ]
        print_table(f"The compromise on {title_of(scale, titles)} moves by", columns, rows)
        print()
    return DONE


def _plain(each: Lever) -> dict[str, Any]:
    """Give a lever as JSON, null where there is no compromise left to move."""
    return {
        key: None if isinstance(value, float) and isnan(value) else value
        for key, value in asdict(each).items()
    }


def _moved(change: float) -> str:
    """Write a change with its sign; a change of nothing is 0."""
    if isnan(change):
        return "no compromise left"
    return f"{'+' * (change > 0)}{amount(change)}".replace("-", "−") if change else "0"
