"""A sentence that a computation says: signed by its method, based on the case."""

from tracktwo.analyses.settlement.settlement import Settlement
from tracktwo.brief.sentence import Sentence


def computed(settlement: Settlement, words: str, evidence: tuple[int, ...]) -> Sentence:
    """Give a judgement of the program: the method that made it, and the case that it is about."""
    making = settlement.making
    return Sentence(
        "judgement",
        (words,),
        evidence=evidence,
        by=f"computed, {making.method}",
        basis=f"case {making.case_sha256[:12]}, its estimates and red lines",
    )
