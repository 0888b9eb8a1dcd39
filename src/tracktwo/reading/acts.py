"""Which act do words carry when the verb that reports them says no more than "said"?"""

import re
from dataclasses import dataclass

from tracktwo.reading.lexicon import lexicon
from tracktwo.reading.statement import Act

_OWN = r"(?:\b(?:i|we|our (?:side|government|members|country))\b)"
_REFUSING = re.compile(
    r"(?:\bwill not\b|\bwon['’]t\b|\bwould not\b|\bcannot\b|\bcan['’]t\b|\bcould not\b|\brefuse\b|"
    r"\bnot on the table\b|\bout of the question\b|\bno longer\b|\bnever (?:accept|sign|agree|give)\b|"
    r"\bthe answer is no\b|\bit (?:was|is|will be) no\b|\bnot one\b)", re.IGNORECASE
)  # fmt: skip
_NO = re.compile(
    r"^\W*(?:no|never|certainly not|absolutely not|of course not)\W*(?:$|[,.;!—–])", re.IGNORECASE
)
_YES = re.compile(
    r"^\W*(?:yes|absolutely|agreed|certainly|of course|exactly|indeed|some of it|that is right|right)\b|"
    r"\bnot opposed\b|\bi welcome\b|\bwe welcome\b|\b(?:she|he|you|they) (?:was|were|are) right\b|"
    r"\bwill consider\b|\bwe agree\b|\bi agree\b", re.IGNORECASE
)  # fmt: skip
_READY = re.compile(
    r"\b(?:ready|willing|prepared) to\b|\bopen to\b|\b(?:could|can) live with\b|\b(?:could|would) accept\b|"
    r"\b(?:could|would) agree\b|\bput it to a vote\b|\bcan sign\b", re.IGNORECASE
)  # fmt: skip
_ROOM = re.compile(
    r"(?<!no )(?<!little )\broom for\b|\bcould be (?:discussed|phased)\b|\bcould begin\b|\bthe key is to\b",
    re.IGNORECASE,
)
_WANTING = re.compile(
    rf"{_OWN} (?:want|need|demand|insist|ask|call|require|expect)\b|\bcannot go below\b|\bis the floor\b|"
    r"\bnot an opening bid\b|\bnon-negotiable\b|\bcarved in stone\b|\bred line\b", re.IGNORECASE
)  # fmt: skip
_FIRST_ACTS = re.compile(
    r"\b(?:i|we|our (?:side|government|party|country|members|answer))(?:['’](?:ll|d|re|m|ve))?\s+(?:\w+\s+)?"
    r"(?:will|won['’]t|would|wouldn['’]t|can|can['’]t|cannot|could|shall|are|am|refuse|reject|offer|offered|['’]ll)\b|"
    r"\bthe answer is\b|\bnot on the table\b|^\W*(?:not one|it was no)\b|\bnobody should\b", re.IGNORECASE
)  # fmt: skip
_OBLIGING = re.compile(r"\b(?:must|has to|have to)\b(?! have)", re.IGNORECASE)
_DENYING = re.compile(
    r"\bnever (?:asked|intended|offered|said|proposed|threatened)\b|\bnot aware\b|\bdid not reflect\b|"
    r"\bhad not been\b|\bwas not used\b|\bno such\b|\bwas quoting\b|\bhave never\b", re.IGNORECASE
)  # fmt: skip
_WILL = re.compile(r"\b(?:will|shall|['’]ll)\b", re.IGNORECASE)
_WOULD = re.compile(r"\b(?:will|would|shall|could)\b", re.IGNORECASE)
_IF = re.compile(r"\b(?:if|unless|should|provided that|as long as|once)\b", re.IGNORECASE)
_FUTURE = re.compile(
    r"\b(?:will|would|could|may|might|is likely to|are likely to)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Reading:
    """The act of some words, and its subtype."""

    act: Act
    subtype: str = ""


def act_of(
    words: str, *, own: bool, speaking: bool = False, verbs: frozenset[str] = frozenset()
) -> Reading:
    """Give the act that words carry by themselves.

    Parameters
    ----------
    words : str
        What was said.
    own : bool
        Whether the speaker or the speaker's side is who acts in them ("we will …").
    speaking : bool
        Whether the words are the speaker's own, so that only "I" and "we" offer and refuse.
    verbs : frozenset of str
        Lemmas of the verbs in them.

    Notes
    -----
    The rules are tried in this order: refusal of one's own, plain no, denial, yes, demand,
    readiness, threat (a harmful act of one's own), promise (any other future act of one's own),
    accusation; a claim else. A claim with a condition and a future is a conditional forecast,
    one with a future a forecast.

    Examples
    --------
    >>> act_of("We will not sign", own=True).act, act_of("Yes, without conditions", own=True).act
    ('reject', 'accept')
    """
    acting = _FIRST_ACTS.sub("", words) != words or len(words.split()) <= 6 if speaking else own
    for applies, act in _rules(words, own=own, acting=own and acting, verbs=verbs):
        if applies:
            return Reading(act, "room_for_compromise" if "room for" in words else "")
    return Reading("claim", _claim_subtype(words))


def _rules(words: str, *, own: bool, acting: bool, verbs: frozenset[str]) -> list[tuple[bool, Act]]:
    patterns = lexicon().patterns
    harmful = bool(verbs & lexicon().harm)
    return [
        (bool(_NO.search(words)), "reject"),
        (own and bool(_YES.search(words)), "accept"),
        (bool(_DENYING.search(words) or patterns["refutation"].search(words)), "deny"),
        (bool(_WANTING.search(words)) and own, "demand"),
        (not own and bool(_OBLIGING.search(words)), "demand"),
        (acting and bool(_REFUSING.search(words)), "reject"),
        (bool(_ROOM.search(words)) or (acting and bool(_READY.search(words))), "propose"),
        (acting and harmful and bool(_WOULD.search(words)), "threaten"),
        (acting and bool(_WILL.search(words)), "promise"),
        (bool(patterns["blame"].search(words)), "accuse"),
    ]


def _claim_subtype(words: str) -> str:
    if _IF.search(words) and _FUTURE.search(words):
        return "conditional_forecast"
    if re.search(r"\bwould mean\b", words):
        return "conditional_forecast"
    if re.search(r"\b(?:will|is likely to|are likely to)\b", words):
        return "forecast"
    if re.search(
        r"\b(?:objectives?|aims?|aimed at|intent|intend\w*|goal|ambitions?|seeks? to|desire to|about reasserting|rooted in)\b",
        words,
    ):
        return "motive_attribution"
    if re.search(
        r"\b(?:remains?|unchanged|elusive|resumed|state of (?:the )?negotiations|willing to compromise)\b",
        words,
    ):
        return "status"
    return "assessment"
