"""Does the conclusion stand when the estimates move within their ranges?"""

from collections.abc import Iterator

from tracktwo.analyses.settlement.robust import Flip, Robustness, half_width
from tracktwo.analyses.settlement.settlement import Settlement
from tracktwo.brief.blocks import Absence, Block, Sentences
from tracktwo.brief.computed import computed
from tracktwo.brief.ground import Ground
from tracktwo.brief.lists import figured, in_text, listed
from tracktwo.brief.red_lines import decimal, title_of
from tracktwo.casemodel.case import Case

_FLIPS = 6
_NAMES = {
    "nash": "Nash",
    "kalai_smorodinsky": "Kalai–Smorodinsky",
    "egalitarian": "egalitarian",
    "utilitarian": "utilitarian",
}


def robust(
    ground: Ground, case: Case, settlement: Settlement, found: Robustness
) -> Iterator[Block]:
    """Say whether the conclusion stands over the low-to-high ranges, and what would change it."""
    if not _ranged(case):
        yield Absence(
            "The case gives each estimate as one number, so how far the conclusion depends on "
            "them was not tried.",
            "to try it: give low, best and high",
        )
        return
    told = [computed(settlement, _verdict(found), ())]
    told += [
        computed(settlement, _flip(case, found, flip), _behind(ground, case, flip))
        for flip in found.flips[:_FLIPS]
    ]
    if len(found.flips) > _FLIPS:
        more = f"{figured(len(found.flips) - _FLIPS, 'more estimate')} would do so alone."
        told.append(computed(settlement, f"There are others: {more}", ()))
    if found.kept and found.with_room:
        told.append(computed(settlement, _kept(found), ()))
    yield Sentences(tuple(told), heading="Does the conclusion stand?")


def _ranged(case: Case) -> bool:
    """Tell whether any estimate that a settlement rests on has a range."""
    estimates = [party.no_agreement for party in case.parties]
    estimates += [position.weight for position in case.positions]
    return any(each.low != each.high for each in estimates if each is not None)


def _verdict(found: Robustness) -> str:
    says = "a zone exists" if found.room else "there is no zone"
    if found.holds == ("all" if found.room else "none"):
        return (
            f"The conclusion stands: {says} wherever the estimates lie between low and high, "
            "which the ends of the ranges decide."
        )
    draws = figured(found.samples, "draw")
    if found.with_room == (found.samples if found.room else 0) and not found.flips:
        return (
            f"The conclusion was not overturned: {says} with each estimate alone at either end of "
            f"its range, and in all {draws} from all ranges at once (± {_share(found.error)})."
        )
    share = _share(found.with_room / found.samples) if found.samples else "no share"
    return (
        f"The conclusion hangs on the estimates: a zone exists in {found.with_room:,} of {draws} "
        f"from all ranges at once ({share}, ± {_share(found.error)})."
    )


def _share(share: float) -> str:
    return f"{100 * share:.1f}".removesuffix(".0") + "\u00a0%"


def _flip(case: Case, found: Robustness, flip: Flip) -> str:
    """Say which single estimate changes the answer, and to what."""
    name = in_text(next(party.name for party in case.parties if party.id == flip.party))
    what = (
        f"the weight of “{title_of(case, flip.issue)}” to {name}"
        if flip.issue
        else f"the value of no agreement to {name}"
    )
    changed = "closes the zone" if found.room else "opens one"
    until = "" if flip.until is None else f"; there is room up to {decimal(flip.until)}"
    return f"One estimate alone {changed}: {what}, if it is {flip.value}{until}."


def _kept(found: Robustness) -> str:
    shares = [
        f"{_NAMES[solution]} in {_share(count / found.with_room)} "
        f"(± {_share(half_width(count, found.with_room))})"
        for solution, count in found.kept
    ]
    draws = figured(found.with_room, "draw")
    return f"In the {draws} with a zone, a package named above stays: {listed(shares)}."


def _behind(ground: Ground, case: Case, flip: Flip) -> tuple[int, ...]:
    """Give the numbers of what the party's positions rest on: on that issue, or all."""
    return ground.citations.of_case(
        each
        for position in case.positions
        if position.party == flip.party and flip.issue in ("", position.issue)
        for each in position.evidence
    )
