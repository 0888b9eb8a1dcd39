"""Which sentences of a talk or letter do no more than open it, close it or steer it?"""

import re
import tomllib
from pathlib import Path

from tracktwo.documents.document import Span

_KINDS = tomllib.loads((Path(__file__).parent / "data" / "courtesies.toml").read_text("utf-8"))
_WHOLE = "|".join(pattern for kind in _KINDS.values() for pattern in kind)
_COURTESY = re.compile(
    rf"[\W_]*(?:(?:and|but|so|well|now),? )?(?:{_WHOLE})[\W_]*", re.IGNORECASE | re.DOTALL
)
_PREFACE = re.compile(
    r"(?:[^:.!?;]{0,80}\b(?:say|tell|this|these|clear|plain|simple|frank|blunt|message|answer|"
    r"position|point|word|repeat|add|record|thing|fact|truth|view)\b[^:.!?;]{0,25}"
    r"|(?:and )?(?:to|as for|as to) [^:.!?;]{2,60}):\s+",
    re.IGNORECASE,
)
_OPENERS = re.compile(
    r"(?:However|Ultimately|Meanwhile|On the other hand|On one hand|On the one hand|For now|"
    r"Moreover|Furthermore|Indeed|What I can say is that|Though|Still|But|And|So|Then|"
    r"With (?:all due |great |the greatest )?respect(?: to [^,]{2,60}(?=,))?|Well|Now|First|Second|"
    r"Third|Secondly|Thirdly|Finally|Lastly|Frankly|Honestly|For the record|In short|"
    r"In other words|"
    r"Of course|Again|Also|To be (?:clear|frank|fair)|As I (?:have )?said|And yet|Yet|"
    r"(?:The|My|Our) (?:\w+ )?(?:fact|truth|point|view|conviction|belief|answer|position) "
    r"(?:here )?is that|I (?:say|put it) to [^,.;:]{2,40}? that)\b,?\s*"
)


def is_courtesy(sentence: str) -> bool:
    """Tell whether a sentence greets, thanks, calls to order, announces what comes, or signs off.

    >>> is_courtesy("Thank you, Madam Speaker."), is_courtesy("Let me recall how we got here.")
    (True, True)
    >>> is_courtesy("We are grateful, and we accept."), is_courtesy("Order the ships back.")
    (False, False)
    """
    return _COURTESY.fullmatch(sentence.strip()) is not None


def without_preface(text: str, span: Span) -> Span:
    """Leave out the words by which a speaker only comes to the point.

    >>> text = "But to the miners I say this: stay at home"
    >>> found = without_preface(text, Span(0, len(text)))
    >>> text[found.start : found.end]
    'stay at home'
    """
    for pattern in (_OPENERS, _PREFACE, _OPENERS):
        match = pattern.match(text, span.start, span.end)
        if match and match.end() < span.end:
            span = Span(match.end(), span.end)
    return span
