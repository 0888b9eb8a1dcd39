"""Words of a brief, and the numbers that lead to their evidence, in HTML."""

from collections.abc import Iterable

from tracktwo.brief.citation import Citation
from tracktwo.brief.element import Html, element, joined
from tracktwo.brief.sentence import Dropped, Likelihood, Part, Quoted, marks, quoted_words

WORD_JOINER = "\u2060"
_TYPES = {
    "fact": "Fact",
    "claim": "Claim",
    "assumption": "Assumption",
    "judgement": "Judgement",
    "forecast": "Forecast",
}


def type_word(kind: str) -> str:
    """Give the word for a type of sentence as it stands beside it."""
    return _TYPES[kind]


def anchor(citation: Citation) -> str:
    """Give the name by which a citation is linked to: of its place, whatever its number."""
    return citation.id.removeprefix("st:")


def worded(parts: tuple[Part, ...]) -> Html:
    """Write the words of a sentence or cell."""
    return joined(*map(_part, parts))


def _part(part: Part) -> Html | str:
    if isinstance(part, Quoted):
        opening, closing = marks(part)
        return element("q", opening, quoted_words(part), closing)
    if isinstance(part, Dropped):
        return element("del", part.words)
    if isinstance(part, Likelihood):
        return element("span", part.words, class_="lk")
    return part


def numbers(evidence: Iterable[int], citations: tuple[Citation, ...]) -> Html:
    """Write the numbers that open the passages; they hold on to the word before them."""
    known = [citations[number - 1] for number in evidence if 1 <= number <= len(citations)]
    if not known:
        return Html()
    return element("span", WORD_JOINER, [_number(citation) for citation in known], class_="rs")


def _number(citation: Citation) -> Html:
    return element(
        "a",
        str(citation.number),
        class_="r",
        href=f"#e-{anchor(citation)}",
        aria_label=f"Evidence {citation.number}",
    )
