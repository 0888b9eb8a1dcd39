"""Where are positions heading: the forecast of each scale, and what it hangs on."""

from collections.abc import Iterator

from tracktwo.analyses.outlook.multiverse import Family
from tracktwo.analyses.outlook.outlook import Forecast
from tracktwo.analyses.robustness.robustness import Tested
from tracktwo.analyses.robustness.tornado import Bar
from tracktwo.brief.amounts import amount, placed, title_of
from tracktwo.brief.blocks import Block, Sentences
from tracktwo.brief.figures import Fan, Figure, Item, Lane, OnScale
from tracktwo.brief.ground import Ground
from tracktwo.brief.lists import counted, in_text
from tracktwo.brief.sentence import Sentence
from tracktwo.casemodel.case import Case
from tracktwo.casemodel.outlook import Stance

_BARS = 8
_ROUNDS = 10
_HUNDRED = {"salience": 100.0}


def heading(ground: Ground) -> Iterator[Block]:
    """Give for each scale its forecast in sentences, who stands where, and what moves it."""
    case, found = ground.material.case, ground.material.outlook
    if case is None or found is None:
        return
    rounds = ground.material.rounds.forecasts if ground.material.rounds else ()
    tested = {
        each.scale.id: each
        for each in (ground.material.robustness.scales if ground.material.robustness else ())
    }
    moving = {each.scale.id: each for each in rounds}
    for forecast in found.forecasts:
        words = _Words(ground, case, forecast)
        test = tested.get(forecast.scale.id)
        yield Sentences(tuple(words.sentences(test)), heading=words.title)
        yield words.positions()
        if test and test.tornado.bars:
            yield words.tornado(test)
        if test:
            yield words.multiverse(test)
        if forecast.scale.id in moving:
            yield words.fan(moving[forecast.scale.id])


class _Words:
    """The names of a scale and its parties, and what is said and drawn of them."""

    def __init__(self, ground: Ground, case: Case, found: Forecast) -> None:
        assert case.outlook is not None  # noqa: S101 - there is a forecast
        self.found, self.scale = found, found.scale
        self.title = title_of(found.scale, {issue.id: issue.title for issue in case.issues})
        self.names = {party.id: party.name for party in case.parties}
        self.places = {party.id: at for at, party in enumerate(case.parties)}
        self.stances = [each for each in case.outlook.stances if each.scale == found.scale.id]
        self.evidence = {
            each.party: ground.citations.of_case(each.evidence) for each in self.stances
        }
        making = ground.material.outlook.making if ground.material.outlook else None
        self.by = f"computed, {making.method}" if making else ""
        draws = dict(making.parameters).get("draws", "") if making else ""
        self.case = f"case {case.sha256[:12]}, its stances and ranges"
        self.basis = f"{self.case}, {draws} draws"
        ends = f" on a scale from {found.scale.low} to {found.scale.high}"
        self.unit = f" {found.scale.unit}" if found.scale.unit else ends
        self.anchors = tuple((float(each.at), each.words) for each in found.scale.anchors)

    def forecast(self, words: str) -> Sentence:
        """Sign a sentence as computed from the stances, with what they rest on."""
        numbers = tuple(sorted({number for each in self.evidence.values() for number in each}))
        return Sentence("judgement", (words,), numbers, by=self.by, basis=self.basis)

    def tested(self, words: str, how: str) -> Sentence:
        """Sign a sentence as computed from the forecast."""
        return Sentence("judgement", (words,), by=f"computed, {how}", basis=self.case)

    def sentences(self, test: Tested | None) -> Iterator[Sentence]:
        """Say the forecast, what moves it, and whether the models agree on it."""
        found, (low, high) = self.found, self.found.interval
        where = placed(self.scale, found.point)
        spread = (
            f"80 % of the outcomes over the ranges of the estimates lie between {amount(low)} and "
            f"{amount(high)}"
            if low < high
            else "no estimate has a range, so there is no interval"
        )
        yield self.forecast(
            f"On these stances the positions meet at {amount(found.point)}{self.unit}"
            f"{f', {where}' if where else ''}; {spread}."
        )
        if test is None:
            return
        if test.tornado.bars and not test.tornado.bars[0].dead:
            yield self.tested(self._first(test.tornado.bars[0]), "one number at a time")
        draws = test.multiverse.draws
        yield self.tested(_decides(test), f"multiverse of models, {draws} draws each")

    def _first(self, bar: Bar) -> str:
        ends = " to ".join(self._number(bar))
        return (
            f"The number that moves this most is the {bar.input.kind} of "
            f"{in_text(self.names[bar.input.party])}: from {ends} it takes the forecast from "
            f"{amount(bar.at_low)} to {amount(bar.at_high)}."
        )

    def _number(self, bar: Bar) -> tuple[str, str]:
        """Write the range of a number as the case file has it."""
        unit = _HUNDRED.get(bar.input.kind, 1.0)
        return amount(bar.input.low * unit), amount(bar.input.high * unit)

    def positions(self) -> Figure:
        """Draw who stands where, with ranges, and the forecast through them."""
        return Figure(
            caption=f"{self.title}: who stands where",
            how="Dots: best estimate; lines: range. Dashed: the forecast of the compromise; grey: "
            "80 % of the outcomes.",
            label=f"Positions on {self.title}; the list below gives the same in words.",
            chart=OnScale(
                float(self.scale.low),
                float(self.scale.high),
                tuple(self._lane(each) for each in self.stances),
                self.anchors,
                self.found.point,
                self.found.interval,
            ),
            items=tuple(self._item(each) for each in self.stances),
            illustrative=True,
        )

    def _lane(self, stance: Stance) -> Lane:
        at = stance.position
        return Lane(
            self.names[stance.party],
            self.places[stance.party],
            (float(at.low), float(at.high)) if at.low < at.high else None,
            float(at.best),
        )

    def _item(self, stance: Stance) -> Item:
        at, keen = stance.position, stance.salience
        ranged = f", {at.low} to {at.high}" if at.low < at.high else ""
        words = f"{at.best}{ranged}; salience {keen.best}"
        return Item(self.names[stance.party], (words,), self.evidence[stance.party])

    def tornado(self, test: Tested) -> Figure:
        """Draw how far each number alone takes the forecast."""
        bars = [bar for bar in test.tornado.bars[:_BARS] if not bar.dead]
        ends = [end for bar in bars for end in (bar.at_low, bar.at_high)] + [test.tornado.best]
        low, high = min(ends), max(ends)
        rest = len(test.tornado.bars) - len(bars)
        dead = [bar for bar in test.tornado.bars if bar.dead]
        return Figure(
            caption=f"{self.title}: which number moves the forecast",
            how="Each number alone goes from its low to its high value. Dashed: the forecast on "
            f"the best estimates. {rest} more move it less"
            f"{f', {len(dead)} of them not at all' if dead else ''}.",
            label=f"How far each number moves the forecast on {self.title}; the list below gives "
            "the same in words.",
            chart=OnScale(
                low if low < high else low - 1,
                high if low < high else high + 1,
                tuple(
                    Lane(
                        f"{self.names[bar.input.party]}: {bar.input.kind}",
                        self.places[bar.input.party],
                        (bar.at_low, bar.at_high),
                    )
                    for bar in bars
                ),
                point=test.tornado.best,
            ),
            items=tuple(self._bar(bar) for bar in bars),
            illustrative=True,
        )

    def _bar(self, bar: Bar) -> Item:
        low, high = self._number(bar)
        words = f"{bar.input.kind} {low} to {high}: {amount(bar.at_low)} to {amount(bar.at_high)}"
        return Item(self.names[bar.input.party], (words,))

    def multiverse(self, test: Tested) -> Figure:
        """Draw what every reading of every model forecasts."""
        found = test.multiverse
        return Figure(
            caption=f"{self.title}: what every reading of every model says",
            how="A dot for each reading, on the same draws. Dashed: the compromise.",
            label=f"Forecasts of {len(found.families)} models on {self.title}; the list below "
            "gives the same in words.",
            chart=OnScale(
                float(self.scale.low),
                float(self.scale.high),
                tuple(
                    Lane(each.model, points=tuple(round(x, 1) for x in each.forecasts.tolist()))
                    for each in found.families
                ),
                self.anchors,
                self.found.point,
            ),
            items=tuple(Item(each.model, (_readings(each),)) for each in found.families),
            illustrative=True,
        )

    def fan(self, moving: Forecast) -> Figure:
        """Draw where the middle goes when the parties bargain in rounds."""
        turns = moving.trajectory.turns
        middles = [turn.mean for turn in turns]
        middles += middles[-1:] * (len(moving.fan) - len(middles))
        pairs = zip(middles, moving.fan, strict=True)
        rounds = tuple((best, *band) for best, band in list(pairs)[: _ROUNDS + 1])
        rest = len(moving.fan) - len(rounds)
        return Figure(
            caption=f"{self.title}: round by round, if the parties bargain",
            how="Spatial model of politics. Line: mean of the positions by weight, on the best "
            f"estimates; grey: 80 % of the draws.{' Later rounds are left out.' if rest else ''}",
            label=f"The middle of the positions on {self.title} over {len(rounds) - 1} rounds; "
            "the list below gives the same in words.",
            chart=Fan(float(self.scale.low), float(self.scale.high), rounds),
            items=tuple(
                Item(f"Round {at}", (f"{amount(best)}, {amount(low)} to {amount(high)}",))
                for at, (best, low, high) in enumerate(rounds)
            ),
            illustrative=True,
        )


def _readings(family: Family) -> str:
    """Say how many readings a model has, and between what they forecast."""
    count, low, high = len(family.forecasts), family.forecasts[0], family.forecasts[-1]
    ends = f"{amount(float(low))} to {amount(float(high))}" if count > 1 else amount(float(low))
    return f"{counted(count, 'reading')}: {ends}"


def _decides(test: Tested) -> str:
    """Say whether the numbers or the choice of model decide."""
    found = test.multiverse
    count = sum(len(family.forecasts) for family in found.families)
    low, high = found.spread
    readings = (
        f"{count:,} readings of {len(found.families)} models forecast {amount(low)} to "
        f"{amount(high)}"
    )
    shares = (
        f"{found.model + found.reading:.0%} of the variance is due to the choice of model and of "
        f"its reading, {found.inputs:.0%} to the numbers, {found.together:.0%} to both together"
    ).replace("%", "\u00a0%")
    if found.specification_decides:
        return f"The specification decides the answer: {readings}; {shares}."
    return f"The numbers decide more than the choice of model: {readings}; {shares}."
