"""The scenarios side by side: what is otherwise in each, and what the analyses say then."""

from collections.abc import Iterator

from tracktwo.analyses.outlook.scenarios import Future, Scenarios
from tracktwo.brief.amounts import amount
from tracktwo.brief.blocks import Block, Cell, Column, Row, Sentences, Table
from tracktwo.brief.cells import words
from tracktwo.brief.ground import Ground
from tracktwo.brief.lists import counted
from tracktwo.brief.scale import per_cent
from tracktwo.brief.sections.hanging import packages
from tracktwo.brief.sections.otherwise import otherwise, titles_in
from tracktwo.brief.sentence import Sentence
from tracktwo.casemodel.case import Case


def futures(ground: Ground) -> Iterator[Block]:
    """Give the table of scenarios, and what they come to together, or why that is not said."""
    case, found = ground.material.case, ground.material.futures
    if case is None or found is None:
        return
    titles = titles_in(case)
    yield Table(
        "futures",
        f"Settlement, stability and outlook in {counted(len(found.futures), 'scenario')}",
        "Each scenario changes the values that it names and no other; probabilities are those of "
        "their signers.",
        (
            Column("Scenario"),
            Column("Probability", "number"),
            Column("Packages", "number"),
            Column("States held (SEQ)", "number"),
            *(Column(titles[scale], "number") for scale, *_ in found.stands.forecasts),
            Column("What is otherwise"),
        ),
        tuple(_row(case, each) for each in (found.stands, *found.futures)),
        illustrative=True,
    )
    yield Sentences((_together(case, found),))


def _row(case: Case, future: Future) -> Row:
    scenario = future.scenario
    name = scenario.name if scenario else "as the case stands"
    chance = scenario.probability if scenario else None
    held = dict(future.held or ()).get("seq")
    changes = "; ".join(otherwise(case, scenario)) if scenario else ""
    return Row(
        (
            words(" ".join(name.split())),
            words(f"{per_cent(chance.best)}\u00a0%" if chance else ""),
            words(packages(future.acceptable) if future.acceptable else ""),
            words(str(len(held)) if held is not None else ""),
            *(Cell((amount(point),)) for _, point, _ in future.forecasts),
            words(changes or "nothing"),
        )
    )


def _together(case: Case, found: Scenarios) -> Sentence:
    signers = sorted({each.by for each in case.scenarios if each.by})
    basis = f"probabilities by {', '.join(signers)}" if signers else "no probability is signed"
    said, by = _said(found, titles_in(case)), "computed, mixture of scenarios"
    return Sentence("judgement", (said,), by=by, basis=basis)


def _said(found: Scenarios, titles: dict[str, str]) -> str:
    if found.total is None:
        return "Not every scenario has a probability, so nothing is said of them together."
    if found.mixture is None:
        return (
            f"The probabilities of the scenarios add up to {per_cent(found.total)}\u00a0% and not "
            "to 100\u00a0%, so nothing is said of them together."
        )
    room = found.mixture.room
    points = "; ".join(f"{titles[scale]} {amount(point)}" for scale, point in found.mixture.points)
    parts = [
        f"there is room for an agreement in scenarios that hold {per_cent(room)}\u00a0% of the "
        "probability"
        if room is not None
        else "",
        f"the mean forecasts are: {points}" if points else "",
    ]
    return f"Over the scenarios together {'; '.join(filter(None, parts))}."
