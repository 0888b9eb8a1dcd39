"""What do the sources expect under which condition, and what do the case's signers forecast?"""

from collections.abc import Iterator

from tracktwo.brief.blocks import Absence, Block, Cell, Column, Row, Section, Sentences, Table
from tracktwo.brief.cells import words
from tracktwo.brief.figures import Chance, Figure, Item, LikelihoodScale
from tracktwo.brief.ground import Ground
from tracktwo.brief.lists import counted, figured
from tracktwo.brief.quoting import passage
from tracktwo.brief.scale import agreed, reach
from tracktwo.brief.sections.futures import futures
from tracktwo.brief.sections.hanging import hanging
from tracktwo.brief.sections.heading import heading
from tracktwo.brief.sections.kept import kept
from tracktwo.brief.sections.signed import assumptions, forecasts, judgements, scenarios
from tracktwo.brief.sentence import Part, Sentence
from tracktwo.brief.sides import folded
from tracktwo.casemodel.estimate import Estimate
from tracktwo.documents.document import Document, Span
from tracktwo.reading.reading import Reading, Scenario


def outlook(ground: Ground) -> Section:
    """Give the sources' scenarios, the case's scenarios and forecasts, and the scale of words."""
    blocks: list[Block] = []
    rows = tuple(
        _row(ground, reading, scenario)
        for reading in ground.readings
        for scenario in reading.scenarios
    )
    if rows:
        blocks.append(_table(rows))
    else:
        blocks.append(
            Absence("The sources say of nothing what would follow from it.", ground.searched())
        )
    blocks += _titled("Scenarios of the case", scenarios(ground))
    blocks += [*futures(ground), *heading(ground), *hanging(ground)]
    blocks += _titled("Forecasts", forecasts(ground))
    blocks += _titled("", judgements(ground, "outlook") + assumptions(ground, "outlook"))
    blocks += kept(ground)
    if not forecasts(ground):
        blocks.append(Absence("Nobody has signed a forecast.", "searched: the case"))
    chances = tuple(_chances(ground))
    if len(chances) > 1 or any(not chance.theirs for chance in chances):
        blocks.append(_scale(chances))
    return Section("outlook", "Outlook", tuple(blocks))


def _titled(title: str, sentences: tuple[Sentence, ...]) -> tuple[Sentences, ...]:
    return (Sentences(sentences, heading=title),) if sentences else ()


def _table(rows: tuple[Row, ...]) -> Table:
    return Table(
        "scenarios",
        f"What the sources say would follow: {figured(len(rows), 'scenario')}",
        "Every row is an attributed claim. Likelihood words are the speaker’s own; a word without "
        "an agreed range gets no number.",
        (Column("If", "quote"), Column("then", "quote"), Column("Likelihood words"), Column("By")),
        rows,
        kind="claim",
    )


def _row(ground: Ground, reading: Reading, scenario: Scenario) -> Row:
    document = ground.document(reading)
    condition = ground.citations.at(reading.document, scenario.condition)
    outcomes = {
        ground.citations.at(reading.document, outcome).number for outcome in scenario.outcomes
    }
    by = ground.author(document) if folded(scenario.by) in ("", "author") else scenario.by
    return Row(
        (
            Cell((passage(document, scenario.condition),), (condition.number,)),
            Cell(_outcomes(document, scenario.outcomes), tuple(sorted(outcomes))),
            Cell(_likelihood(document, scenario.likelihood)),
            words(by),
        )
    )


def _outcomes(document: Document, spans: tuple[Span, ...]) -> tuple[Part, ...]:
    parts: list[Part] = []
    for span in spans:
        parts += ["; " if parts else "", passage(document, span)]
    return tuple(part for part in parts if part)


def _likelihood(document: Document, spans: tuple[Span, ...]) -> tuple[Part, ...]:
    found = dict.fromkeys(" ".join(document.quote(span).split()) for span in spans)
    hedged = [word for word in found if reach(word) != "categorical"]
    words = "; ".join(f"{word} ({reach(word)})" for word in hedged or found)
    return (words or "none",)


def _chances(ground: Ground) -> Iterator[Chance]:
    case = ground.material.case
    for forecast in case.forecasts if case else ():
        yield _ours(forecast.question, forecast.probability)
    for future in case.scenarios if case else ():
        if future.probability is not None:
            yield _ours(future.name, future.probability)
    for word in _likelihood_words(ground):
        known = agreed(word)
        if known:
            yield Chance(f"“{word}”, as the sources use it", known.low, known.high, theirs=True)


def _likelihood_words(ground: Ground) -> dict[str, None]:
    return dict.fromkeys(
        ground.document(reading).quote(span).casefold()
        for reading in ground.readings
        for scenario in reading.scenarios
        for span in scenario.likelihood
    )


def _ours(name: str, estimate: Estimate) -> Chance:
    low, best, high = (float(value) * 100 for value in (estimate.low, estimate.best, estimate.high))
    return Chance(" ".join(name.split()), low, high, best)


def _scale(chances: tuple[Chance, ...]) -> Figure:
    ours = [chance for chance in chances if not chance.theirs]
    return Figure(
        caption="Likelihood words" + (f" and {counted(len(ours), 'estimate')}" if ours else ""),
        how="The scale is the same in all briefs. Dots: best estimate; lines: range. Dashed: a "
        "word used by a source.",
        label=f"Scale of likelihood words from almost no chance to almost certain with "
        f"{counted(len(chances), 'entry', 'entries')}; the list below gives the same in words.",
        chart=LikelihoodScale(chances),
        items=tuple(Item(chance.name, (_figures(chance),)) for chance in chances),
        illustrative=bool(ours),
    )


def _figures(chance: Chance) -> str:
    span = f"{chance.low:g}–{chance.high:g}\u00a0%"
    return span if chance.best is None else f"{span}, best {chance.best:g}\u00a0%"
