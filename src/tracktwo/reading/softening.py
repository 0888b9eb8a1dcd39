"""Which words give ground on a demand without dropping it? "The fees could be phased out"."""

import re

_GIVES_GROUND = re.compile(
    r"\b(?:could|can|would|might|may) (?:also |now |well )?(?:be (?:phased|staged|staggered|spread|"
    r"reduced|lowered|limited|shortened|postponed|delayed|deferred|discussed|enough|acceptable|"
    r"sufficient)|accept|agree to|live with|settle for|do\b|suffice|wait|give way)|"
    r"\brather than\b|\binstead of\b|\bno longer (?:all|full|immediate)|\bsettle for\b|"
    r"\b(?:phased|partial|limited|gradual|smaller|lower|shorter|lesser)\b",
    re.IGNORECASE,
)


def gives_ground(words: str) -> bool:
    """Tell whether an offer asks less than before, or later, or in steps.

    >>> gives_ground("the fees could be phased out over four years"), gives_ground("a bridge")
    (True, False)
    """
    return _GIVES_GROUND.search(words) is not None
