"""What is said to follow from what? Conditions, outcomes and likelihood words."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tracktwo.documents.document import Span
from tracktwo.reading.frames import Scene
from tracktwo.reading.grammar import auxiliaries, children, subtree
from tracktwo.reading.lexicon import lexicon
from tracktwo.reading.reading import Scenario
from tracktwo.reading.statement import Statement

if TYPE_CHECKING:
    from spacy.tokens import Token

_MARKS = frozenset({"if", "unless", "provided", "providing", "should", "had", "were", "once"})
_FUTURE = frozenset(
    {"will", "would", "could", "can", "may", "might", "’ll", "'ll", "shall", "must"}
)


def scenarios(scene: Scene, statements: tuple[Statement, ...]) -> Iterator[Scenario]:
    """Give a scenario for each condition whose main clause looks ahead.

    Conditions joined by "or if" make a scenario each, with the same outcomes. An outcome ends
    where the next sentence begins, and takes that in where it goes on with "This would".
    """
    sentences = list(scene.passage.parse.sents)
    for number, sentence in enumerate(sentences):
        for main, conditions in _conditional(list(sentence)):
            outcomes = list(_outcomes(scene, main, conditions))
            following = sentences[number + 1] if number + 1 < len(sentences) else None
            if following is not None and following.text.startswith(
                ("This would", "That would", "This could")
            ):
                outcomes.append(scene.passage.span_of(following, scene.text))
            if not outcomes:
                continue
            by = _by(statements, outcomes[0])
            for condition in conditions:
                yield Scenario(
                    condition=_condition(scene, condition, conditions),
                    outcomes=tuple(outcomes),
                    likelihood=tuple(_likelihood(scene.text, outcomes)),
                    by=by.speaker.name if by and by.speaker else "",
                    statement=by.id if by else "",
                )


def _conditional(tokens: list["Token"]) -> Iterator[tuple["Token", list["Token"]]]:
    """Give each main verb that conditions hang on, with them."""
    for token in tokens:
        if token.pos_ not in {"VERB", "AUX"}:
            continue
        conditions = [each for each in children(token, "advcl") if _is_condition(each)]
        conditions += [c for each in conditions for c in children(each, "conj") if _is_condition(c)]
        modal = {each.lower_ for each in auxiliaries(token)} & _FUTURE
        likely = any(each.lower_ in {"likely", "unlikely"} for each in token.subtree)
        if conditions and (modal or likely):
            yield token, conditions


def _is_condition(clause: "Token") -> bool:
    marks = {each.lower_ for each in children(clause, "mark", "advmod")}
    first = clause.left_edge
    return (
        bool(marks & _MARKS)
        or first.lower_ in {"should", "provided"}
        or clause.lower_ == "provided"
    )


def _condition(scene: Scene, clause: "Token", others: list["Token"]) -> Span:
    loose = [each for each in children(clause, "cc")]
    tokens = subtree(
        clause, [*(o for o in others if o.i != clause.i and o in set(clause.subtree)), *loose]
    )
    return scene.passage.span_of(tokens, scene.text)


def _outcomes(scene: Scene, main: "Token", conditions: list["Token"]) -> Iterator[Span]:
    marks = children(main, "mark") if main.dep_ != "ROOT" else []
    tokens = subtree(main, [*conditions, *marks])
    edge = min((c.left_edge.i for c in conditions), default=0)
    last = max(t.i for c in conditions for t in c.subtree)
    before = [t for t in tokens if t.i < edge and not t.is_punct and t.dep_ not in {"cc", "advmod"}]
    after = [t for t in tokens if t.i > last]
    side = after if any(t.i == main.i for t in after) else before
    if side:
        span = scene.passage.span_of(side, scene.text)
        if span.end > span.start:
            yield span


def _likelihood(text: str, outcomes: list[Span]) -> Iterator[Span]:
    for outcome in outcomes:
        for match in lexicon().patterns["likelihood"].finditer(text, outcome.start, outcome.end):
            yield Span(*match.span())


def _by(statements: tuple[Statement, ...], outcome: Span) -> Statement | None:
    inside = [
        each for each in statements if each.hull.overlap(outcome) * 2 > outcome.end - outcome.start
    ]
    return min(inside, key=lambda each: each.hull.end - each.hull.start, default=None)
