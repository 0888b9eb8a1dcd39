"""What is said to follow from what? Conditions, outcomes and likelihood words."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tracktwo.documents.document import Span
from tracktwo.reading.grammar import auxiliaries, children, subtree
from tracktwo.reading.lexicon import lexicon
from tracktwo.reading.reading import Scenario
from tracktwo.reading.scene import Scene
from tracktwo.reading.statement import Statement

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_MARKS = frozenset({"if", "unless", "provided", "providing", "should", "had", "were", "once"})
_FUTURE = frozenset(
    {"will", "would", "could", "can", "may", "might", "’ll", "'ll", "shall", "must"}
)
_GOES_ON = ("This would", "That would", "This could")


def scenarios(scene: Scene, statements: Sequence[Statement]) -> Iterator[Scenario]:
    """Give a scenario for each condition whose main clause looks ahead.

    Conditions joined by "or if" make a scenario each, with the same outcomes. An outcome ends
    where the next sentence begins, and takes that in where it goes on with "This would".

    Parameters
    ----------
    scene : Scene
        The passage.
    statements : sequence of Statement
        Those of the passage: the shortest that has more than half of an outcome says it.
    """
    sentences = list(scene.passage.parse.sents)
    for number, sentence in enumerate(sentences):
        for main, conditions in _conditional(sentence):
            outcomes = list(_outcomes(scene, main, conditions))
            outcomes += _further(scene, sentences[number + 1 : number + 2])
            said = _said(statements, outcomes[0]) if outcomes else None
            for condition in conditions if outcomes else ():
                yield Scenario(
                    condition=_condition(scene, condition, conditions),
                    outcomes=tuple(outcomes),
                    likelihood=tuple(_likelihood(scene.text, outcomes)),
                    by=said.speaker.name if said and said.speaker else "",
                    statement=said.id if said else "",
                )


def _conditional(sentence: "Tokens") -> Iterator[tuple["Token", list["Token"]]]:
    """Give each main verb that conditions hang on, with them."""
    for token in sentence:
        if token.pos_ not in {"VERB", "AUX"}:
            continue
        first = [each for each in children(token, "advcl") if _is_condition(each)]
        also = [c for each in first for c in children(each, "conj") if _is_condition(c)]
        if first and _looks_ahead(token):
            yield token, first + also


def _looks_ahead(verb: "Token") -> bool:
    modal = {each.lower_ for each in auxiliaries(verb)} & _FUTURE
    return bool(modal) or any(each.lower_ in {"likely", "unlikely"} for each in verb.subtree)


def _is_condition(clause: "Token") -> bool:
    marks = {each.lower_ for each in children(clause, "mark", "advmod")}
    opens = clause.left_edge.lower_ in {"should", "provided"} or clause.lower_ == "provided"
    return opens or not _MARKS.isdisjoint(marks)


def _condition(scene: Scene, clause: "Token", others: list["Token"]) -> Span:
    inside = {each.i for each in clause.subtree}
    without = [each for each in others if each.i != clause.i and each.i in inside]
    return scene.span_of(subtree(clause, [*without, *children(clause, "cc")]))


def _outcomes(scene: Scene, main: "Token", conditions: list["Token"]) -> Iterator[Span]:
    """Give the main clause, on the side of the conditions on which its verb stands."""
    marks = children(main, "mark") if main.dep_ != "ROOT" else []
    tokens = subtree(main, [*conditions, *marks])
    edge = min(each.left_edge.i for each in conditions)
    last = max(each.right_edge.i for each in conditions)
    before = [t for t in tokens if t.i < edge and not t.is_punct and t.dep_ not in {"cc", "advmod"}]
    after = [t for t in tokens if t.i > last]
    side = after if any(t.i == main.i for t in after) else before
    span = scene.span_of(side) if side else None
    if span is not None and span.end > span.start:
        yield span


def _further(scene: Scene, following: list["Tokens"]) -> list[Span]:
    """Give the next sentence where it goes on with what would follow."""
    return [scene.span_of(each) for each in following if each.text.startswith(_GOES_ON)]


def _likelihood(text: str, outcomes: list[Span]) -> Iterator[Span]:
    for outcome in outcomes:
        for match in lexicon().patterns["likelihood"].finditer(text, outcome.start, outcome.end):
            yield Span(*match.span())


def _said(statements: Sequence[Statement], outcome: Span) -> Statement | None:
    """Give the shortest statement that has more than half of an outcome."""
    half = outcome.end - outcome.start
    inside = [each for each in statements if each.hull.overlap(outcome) * 2 > half]
    return min(inside, key=lambda each: each.hull.end - each.hull.start, default=None)
