"""Which word stands for which probability? One fixed scale for every brief."""

import re
from dataclasses import dataclass
from decimal import Decimal

from tracktwo.casemodel.estimate import Estimate


@dataclass(frozen=True, slots=True)
class Band:
    """A word and its range in per cent, the low end included."""

    words: str
    low: int
    high: int


# Intelligence Community Directive 203 (2015), section 6.e.
BANDS = (
    Band("almost no chance", 1, 5),
    Band("very unlikely", 5, 20),
    Band("unlikely", 20, 45),
    Band("roughly even chance", 45, 55),
    Band("likely", 55, 80),
    Band("very likely", 80, 95),
    Band("almost certain", 95, 99),
)
_SAME = {
    "remote": "almost no chance",
    "almost no chance": "almost no chance",
    "highly improbable": "very unlikely",
    "very unlikely": "very unlikely",
    "highly unlikely": "very unlikely",
    "improbable": "unlikely",
    "unlikely": "unlikely",
    "even chance": "roughly even chance",
    "roughly even chance": "roughly even chance",
    "roughly even odds": "roughly even chance",
    "likely": "likely",
    "probable": "likely",
    "probably": "likely",
    "very likely": "very likely",
    "highly likely": "very likely",
    "highly probable": "very likely",
    "very probable": "very likely",
    "very probably": "very likely",
    "nearly certain": "almost certain",
    "almost certain": "almost certain",
    "almost certainly": "almost certain",
    "virtually certain": "almost certain",
}
_OTHER_ROW = re.compile(
    r"\b(?:remote|highly improbable|improbable|roughly even odds|"
    r"(?:highly |very )?probabl[ey]|nearly certain)\b",
    re.IGNORECASE,
)
_LIKELIHOOD = re.compile(
    r"\b(?:almost no chance|(?:very |highly )?(?:un)?likely|roughly even|even chance|"
    r"almost certain(?:ly)?|remote|(?:highly |very )?(?:im)?probabl[ey]|nearly certain)\b",
    re.IGNORECASE,
)
_CONFIDENCE = re.compile(r"\b(?:low|moderate|medium|high) confidence\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_CATEGORICAL = re.compile(r"(?:will|certain|certainly|inevitable|inevitably|never|cannot|won[’']t)")


def band(probability: Decimal) -> Band:
    """Give the band of a probability between 0 and 1; a boundary belongs to the higher band.

    >>> band(Decimal("0.3")).words, band(Decimal("0.45")).words, band(Decimal(1)).words
    ('unlikely', 'roughly even chance', 'almost certain')
    """
    per_cent = probability * 100
    return max((b for b in BANDS if b.low <= per_cent), key=lambda b: b.low, default=BANDS[0])


def agreed(words: str) -> Band | None:
    """Give the band of a likelihood word that a source uses; None where none is agreed.

    >>> agreed("Likely"), agreed("could")
    (Band(words='likely', low=55, high=80), None)
    """
    known = _SAME.get(" ".join(words.casefold().split()))
    return next((each for each in BANDS if each.words == known), None)


def reach(words: str) -> str:
    r"""Write after a source's likelihood word what range it has, if any.

    >>> reach("likely"), reach("could"), reach("will")
    ('55–80\xa0%', 'no agreed range', 'categorical')
    """
    known = agreed(words)
    if known:
        return f"{known.low}–{known.high}\u00a0%"
    return "categorical" if _CATEGORICAL.fullmatch(words.casefold()) else "no agreed range"


def per_cent(value: Decimal) -> str:
    """Write a probability between 0 and 1 in per cent, without idle zeros.

    >>> per_cent(Decimal("0.30")), per_cent(Decimal("0.125"))
    ('30', '12.5')
    """
    return format((value * 100).normalize(), "f")


def ranged(estimate: Estimate) -> str:
    r"""Write an estimate of a probability: its range, and the best where they differ.

    >>> ranged(Estimate(Decimal("0.2"), Decimal("0.3"), Decimal("0.45")))
    '20–45\xa0%, best 30\xa0%'
    """
    if estimate.low == estimate.high:
        return f"{per_cent(estimate.best)}\u00a0%"
    return (
        f"{per_cent(estimate.low)}–{per_cent(estimate.high)}\u00a0%, "
        f"best {per_cent(estimate.best)}\u00a0%"
    )


def misused(text: str) -> tuple[str, ...]:
    """Say how a text of ours breaks the rules for estimative words; () where it keeps them.

    One row of words is used, never a word of the other; and how likely something is never stands
    in one sentence with how confident somebody is (Directive 203, section 6.e).

    >>> misused("Probably not.")
    ('"Probably" is of another row of words; those used here are almost no chance, very unlikely, \
unlikely, roughly even chance, likely, very likely, almost certain',)
    >>> misused("With high confidence, it is likely.")
    ('says in one sentence how likely and how confident; write two sentences',)
    """
    found = [
        f'"{word}" is of another row of words; those used here are '
        + ", ".join(band.words for band in BANDS)
        for word in dict.fromkeys(_OTHER_ROW.findall(text))
    ]
    if any(
        _LIKELIHOOD.search(sentence) and _CONFIDENCE.search(sentence)
        for sentence in _SENTENCE_END.split(text)
    ):
        found.append("says in one sentence how likely and how confident; write two sentences")
    return tuple(found)
