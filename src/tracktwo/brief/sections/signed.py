"""How are the judgements, assumptions and forecasts of a case told? As their signers wrote them."""

from tracktwo.brief.ground import Ground
from tracktwo.brief.scale import band, ranged
from tracktwo.brief.sentence import Likelihood, Part, Sentence, capitalised, stopped
from tracktwo.casemodel.case import Case, Forecast, Judgement, Scenario

SECTIONS = (
    "what",
    "judgements",
    "sources",
    "parties",
    "demands",
    "objectives",
    "narrative",
    "talks",
    "room",
    "outlook",
    "questions",
    "gaps",
)


def judgements(ground: Ground, section: str) -> tuple[Sentence, ...]:
    """Give the judgements that a case places in a section.

    Those that name no section, or one that no brief has, are key judgements.
    """
    return tuple(
        _judgement(ground, judgement)
        for judgement in _case(ground).judgements
        if _place(judgement.section, "judgements") == section
    )


def assumptions(ground: Ground, section: str) -> tuple[Sentence, ...]:
    """Give the assumptions that a case places in a section; "" for those that name none."""
    return tuple(
        Sentence(
            "assumption",
            stopped((" ".join(assumption.text.split()),)),
            evidence=ground.citations.of_case(assumption.evidence),
            by=assumption.by,
        )
        for assumption in _case(ground).assumptions
        if _place(assumption.section, "") == section
    )


def forecasts(ground: Ground) -> tuple[Sentence, ...]:
    """Give the forecasts of a case."""
    return tuple(_forecast(ground, forecast) for forecast in _case(ground).forecasts)


def scenarios(ground: Ground) -> tuple[Sentence, ...]:
    """Give the scenarios of a case as judgements: a scenario has no day of settlement."""
    return tuple(_scenario(ground, scenario) for scenario in _case(ground).scenarios)


def _case(ground: Ground) -> Case:
    return ground.material.case or _NO_CASE


_NO_CASE = Case("", "", "", "", "", (), (), ())


def _place(section: str, otherwise: str) -> str:
    name = section.strip().casefold()
    return next((known for known in SECTIONS if name and known.startswith(name)), otherwise)


def _judgement(ground: Ground, judgement: Judgement) -> Sentence:
    return Sentence(
        "judgement",
        stopped((" ".join(judgement.text.split()),)),
        evidence=ground.citations.of_case(judgement.basis),
        by=judgement.by,
        confidence=judgement.confidence,
        made_on=judgement.on,
        note=judgement.would_change,
    )


def _forecast(ground: Ground, forecast: Forecast) -> Sentence:
    likely = Likelihood(band(forecast.probability.best).words)
    settled = f" It was settled: {forecast.outcome}." if forecast.outcome else ""
    question = " ".join(forecast.question.split())
    parts: tuple[Part, ...] = (
        f"{question} Yes is " if question.endswith("?") else f"{question.rstrip('.')}: ",
        likely,
        f" ({ranged(forecast.probability)}).{settled}",
    )
    return Sentence(
        "forecast",
        parts,
        evidence=ground.citations.of_case(forecast.evidence),
        by=forecast.by,
        made_on=forecast.made_on,
        resolves_on=forecast.resolves_on,
        note=forecast.criteria,
    )


def _scenario(ground: Ground, scenario: Scenario) -> Sentence:
    parts: list[Part] = [f"{scenario.name}. {stopped((' '.join(scenario.text.split()),))[0]}"]
    if scenario.probability is not None:
        parts += [
            ". " if not str(parts[0]).endswith((".", "!", "?")) else " ",
            "Held to be ",
            Likelihood(band(scenario.probability.best).words),
            f" ({ranged(scenario.probability)})",
        ]
    return Sentence(
        "judgement",
        stopped(capitalised(tuple(parts))),
        evidence=ground.citations.of_case(scenario.evidence),
        by=scenario.by,
        basis=f"an estimate of {scenario.by}" if scenario.by and not scenario.evidence else "",
    )
