"""Is there a zone of agreement; which packages lie in it; if none, which red lines forbid it?"""

from collections.abc import Iterator

from tracktwo.analyses.settlement.settlement import Settlement
from tracktwo.brief.blocks import Absence, Block, Sentences
from tracktwo.brief.computed import computed
from tracktwo.brief.figures import Figure, Zone
from tracktwo.brief.ground import Ground
from tracktwo.brief.lists import counted, figured, in_text, listed
from tracktwo.brief.sections.acceptable import acceptable, how_many, packages_in_words
from tracktwo.brief.sections.blocking import blocking
from tracktwo.brief.sections.conflicting import conflicts, openings
from tracktwo.brief.sections.ranked import ranked
from tracktwo.brief.sections.robust import robust
from tracktwo.brief.sections.trading import trading
from tracktwo.brief.sections.zone import plots
from tracktwo.brief.sentence import Sentence
from tracktwo.casemodel.case import Case


def agreement(ground: Ground, case: Case) -> Iterator[Block]:
    """Give the zone as a picture and a table, or in words why there is none."""
    settlement = ground.material.settlement
    if settlement is None:
        yield Absence("No settlement was worked out for this case.", "run: tracktwo settle")
        return
    verdict = [_verdict(ground, case, settlement)]
    if settlement.ranked is not None:
        verdict.append(ranked(case, settlement, settlement.ranked))
    yield Sentences(tuple(verdict), heading="Is there a zone?")
    picture = plots(case, settlement)
    if picture:
        yield _figure(settlement, Zone(picture))
    if settlement.room:
        yield acceptable(case, settlement)
    elif settlement.conflicts:
        yield Sentences(
            tuple(conflicts(ground, case, settlement)),
            heading="Which red lines exclude each other",
        )
    if settlement.openings:
        yield Sentences(tuple(openings(ground, case, settlement)), heading="What would open a zone")
    if ground.material.over_ranges is not None:
        yield from robust(ground, case, settlement, ground.material.over_ranges)
    yield from trading(ground, case, settlement)
    blocks = [(line, count) for line, count in settlement.blocks if count]
    if blocks:
        yield blocking(ground, case, settlement, blocks)
    else:
        yield Absence(
            "No red line refuses any package that the rules permit.",
            f"searched: {figured(settlement.permitted, 'package')}",
        )


def _verdict(ground: Ground, case: Case, settlement: Settlement) -> Sentence:
    accepted = settlement.count
    must = _must(case)
    if settlement.room:
        says = (
            f"On these estimates a zone exists: {how_many(accepted)} of the "
            f"{settlement.permitted:,} packages that the rules permit "
            f"{'is' if accepted.high == 1 else 'are'} acceptable to {must}."
        )
    else:
        says = (
            f"On these estimates there is no zone: none of the {settlement.permitted:,} packages "
            f"that the rules permit is acceptable to {must}."
        )
    evidence = [e for p in case.positions if p.refuses for e in p.evidence]
    return computed(settlement, says, ground.citations.of_case(evidence)[:12])


def _must(case: Case) -> str:
    names = {party.id: party.name for party in case.parties}
    acceptance = case.acceptance
    if acceptance is None:
        return "all parties"
    rest = f" and {counted(acceptance.at_least, 'other')}" if acceptance.at_least else ""
    return listed(in_text(names[party]) for party in acceptance.must) + rest


def _figure(settlement: Settlement, zone: Zone) -> Figure:
    pairs = listed(f"{plot.parties[0][1]} and {plot.parties[1][1]}" for plot in zone.plots[:6])
    return Figure(
        caption="Packages by their points to two parties at a time"
        if len(zone.plots) > 1
        else f"Packages by points to {zone.plots[0].parties[0][1]} and to "
        f"{zone.plots[0].parties[1][1]}",
        how=f"{settlement.permitted:,} packages, one option per issue, as far as the rules permit "
        "them. Crosses: one of the two refuses an option in it. Grey dots: refused by neither, "
        "below a no-agreement value. Black dots: acceptable to both. Rings: on the frontier of "
        "all who must accept; square: the Nash package. Bands: low to high no-agreement value. "
        "Points that fall on the same whole point are drawn once.",
        label=f"Packages by points to {pairs}; "
        f"{packages_in_words(settlement.count)} acceptable to all who must accept. "
        "The tables give the packages and the red lines in words.",
        chart=zone,
        illustrative=True,
    )
