"""Whose view is a whole sentence? "According to X, …", "in the version told by X, …"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tracktwo.documents.document import Span
from tracktwo.reading.draft import Draft
from tracktwo.reading.frames import Scene, can_speak, reporting
from tracktwo.reading.grammar import child, object_of, runs, subtree
from tracktwo.reading.lexicon import lexicon
from tracktwo.reading.speakers import Voice

if TYPE_CHECKING:
    from spacy.tokens import Token

_VIEWS = frozenset({"version", "view", "account", "words", "opinion", "telling", "reading"})


def attributed(scene: Scene) -> Iterator[Draft]:
    """Give a draft for each clause that an adverbial attributes to somebody.

    The content is the clause without the adverbial, in two spans where that interrupts it.
    Where the clause has a verb of saying of its own, the draft reports, and the statement
    inside is one link further down the chain.
    """
    for token in scene.passage.parse:
        source = _source(token)
        if source is None:
            continue
        phrase, who = source
        voice = scene.voice(who)
        if voice is None or not can_speak(who, voice, scene):
            continue
        clause = _clause(phrase)
        tokens = [
            each
            for each in subtree(clause, [phrase])
            if each.pos_ != "CCONJ" or each.i > clause.left_edge.i
        ]
        pieces = [run for run in runs(tokens, gap=1) if any(not each.is_punct for each in run)]
        content = tuple(scene.passage.span_of(piece, scene.text) for piece in pieces)
        content = tuple(span for span in content if span.end > span.start)
        if content:
            yield _draft(scene, phrase, content, voice, clause)


def _draft(
    scene: Scene, phrase: "Token", content: tuple[Span, ...], voice: Voice, clause: "Token"
) -> Draft:
    cue = [each for each in phrase.subtree if each.i <= phrase.i + 1]
    return Draft(
        passage=scene.passage.number,
        content=content,
        act="claim",
        reporting=reporting(scene, content, "clause"),
        voice=voice,
        sentence=scene.sentence(clause),
        cue=scene.passage.span_of(cue, scene.text),
        reports=True,
        rank=4 if lexicon().verbs.get(clause.lemma_.lower()) else 1,
        lead=clause.i,
        relay=bool(lexicon().verbs.get(clause.lemma_.lower()))
        and child(clause, "ccomp") is not None,
    )


def _source(token: "Token") -> "tuple[Token, Token] | None":
    """Give the adverbial's head and whom it names."""
    if token.lower_ == "according":
        to = next((each for each in token.children if each.lower_ == "to"), None)
        who = object_of(to) if to is not None else None
        return (token, who) if who is not None else None
    if token.lower_ in {"in", "by"} and token.dep_ == "prep":
        noun = object_of(token)
        if noun is None or noun.lower_ not in _VIEWS:
            return None
        owner = child(noun, "poss")
        for each in noun.subtree:
            if owner is None and each.dep_ in {"agent", "prep"} and each.lower_ in {"by", "of"}:
                owner = object_of(each)
        return (token, owner) if owner is not None else None
    return None


def _clause(phrase: "Token") -> "Token":
    """Give the verb of the clause in which an adverbial stands."""
    for ancestor in phrase.ancestors:
        if ancestor.pos_ in {"VERB", "AUX"}:
            return ancestor
    return phrase.sent.root
