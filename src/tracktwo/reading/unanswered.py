"""Which question does somebody not answer? "Asked whether the offer was final, X would not say"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tracktwo.reading.draft import Draft
from tracktwo.reading.grammar import child, children, negation, subtree
from tracktwo.reading.lexicon import lexicon
from tracktwo.reading.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

_LOOSE = frozenset({"if", "whether"})


def unanswered(scene: Scene) -> Iterator[Draft]:
    """Give a draft for each question that somebody was asked and refused to answer.

    The content is the question. The refusal is denied ("would not say") or said outright
    ("declined to comment").
    """
    for verb in scene.passage.parse:
        asked = _asked(verb) if _refuses(verb) else None
        voice = scene.speaking(child(verb, "nsubj")) if asked is not None else None
        if asked is None or voice is None:
            continue
        content = (scene.span_of(_question(asked)),)
        yield Draft(
            passage=scene.passage.number,
            content=content,
            act="reject",
            reporting="indirect",
            voice=voice,
            sentence=scene.sentence(verb),
            cue=scene.span_of([verb, *children(verb, "aux", "neg")]),
            subtype="refuses_comment",
            firmness="firm",
            rank=1,
        )


def silences(question: Draft, other: Draft) -> bool:
    """Tell whether a draft only repeats that a question went unanswered: "declined to answer"."""
    if question.subtype != "refuses_comment" or other.cue is None or question.cue is None:
        return False
    return other is not question and other.act == "reject" and question.cue.overlap(other.cue) > 0


def _refuses(verb: "Token") -> bool:
    """Tell whether a verb says that somebody did not answer."""
    words, answering = lexicon().words, lexicon().words["answering"]
    inner = child(verb, "xcomp")
    if verb.lemma_ in words["declining"]:
        return inner is not None and inner.lemma_ in answering
    return verb.lemma_ in answering and negation(verb) is not None


def _asked(verb: "Token") -> "Token | None":
    """Give the participle before a verb that says what somebody was asked."""
    asking = lexicon().words["asking"]
    before = (each for each in children(verb, "advcl") if each.i < verb.i and each.tag_ == "VBN")
    return next((each for each in before if each.lower_ in asking), None)


def _question(asked: "Token") -> "list[Token]":
    """Give the words of the question behind "asked", without "about" or "on" before it."""
    tokens = [each for each in subtree(asked) if each.i > asked.i]
    opens = next((at for at, each in enumerate(tokens[:3]) if each.lower_ in _LOOSE), None)
    if opens is not None:
        return tokens[opens:]
    return (
        tokens[1:] if tokens and tokens[0].pos_ == "ADP" and len(tokens) > 1 else tokens or [asked]
    )
