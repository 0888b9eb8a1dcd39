"""What follows if a demand is not met? "… until midnight. Failing that, no train will leave."."""

import re
from collections.abc import Iterator, Sequence

from tracktwo.documents.document import Span
from tracktwo.reading.draft import Draft
from tracktwo.reading.passages import tidied
from tracktwo.reading.scene import Scene

_OPENING = re.compile(
    r"(?:failing (?:that|this|which)|otherwise|or else|if (?:it|they|he|she) (?:does|do) not|"
    r"if not|should (?:it|they|he|she) (?:fail|refuse)|without (?:that|this|it))\b,? ",
    re.IGNORECASE,
)
_FUTURE = frozenset({"will", "would", "shall"})


def otherwise(scene: Scene, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Give a threat for a sentence that tells what follows if the demand before it is not met.

    It stands right behind the sentence of the demand, outside any turn, opens with "failing
    that", "otherwise" or the like and tells what will happen. The demander threatens.
    """
    whole = scene.passage.span
    if scene.first is not None or _OPENING.search(scene.text, whole.start, whole.end) is None:
        return
    demands = {each.sentence: each for each in drafts if each.act == "demand" and each.voice}
    before: Span | None = None
    for sentence in scene.passage.parse.sents:
        span = scene.passage.span_of(sentence)
        opening = _OPENING.match(scene.text, span.start, span.end)
        demand = demands.get(before) if before is not None else None
        future = any(each.lower_ in _FUTURE for each in sentence)
        if opening is not None and demand is not None and future:
            content = tidied(Span(opening.end(), span.end), scene.text, scene.passage.quotes)
            yield Draft(
                passage=scene.passage.number,
                content=(content,),
                act="threaten",
                reporting="indirect",
                voice=demand.voice,
                sentence=span,
                rank=4,
            )
        before = span
