"""Whose view is a whole sentence? "According to X, …", "in the version told by X, …"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tracktwo.documents.document import Span
from tracktwo.reading.draft import Draft
from tracktwo.reading.grammar import child, children, object_of, runs, subtree
from tracktwo.reading.lexicon import lexicon
from tracktwo.reading.scene import Scene
from tracktwo.reading.speakers import Voice
from tracktwo.reading.terms import without_verdicts

if TYPE_CHECKING:
    from spacy.tokens import Token


def attributed(scene: Scene) -> Iterator[Draft]:
    """Give a draft for each clause that an adverbial attributes to somebody.

    The content is the clause without the adverbial, in two spans where that interrupts it.
    Where the clause has a verb of saying of its own, the draft reports, and the statement
    inside is one link further down the chain. A question attributes nothing.
    """
    for token in scene.passage.parse:
        source = _source(token)
        asks = source is not None and token.sent.text.rstrip().endswith("?")
        voice = None if asks else scene.speaking(source)
        if voice is not None:
            clause = _clause(token)
            content = _content(scene, clause, token)
            if content and not _is_bare(scene, content):
                yield _draft(scene, token, content, voice, clause)


def _is_bare(scene: Scene, content: tuple[Span, ...]) -> bool:
    """Tell whether nothing is left but where or when: "In it, according to X, she demands …"."""
    tokens = [each for span in content for each in scene.passage.tokens(span)]
    clause = any(each.pos_ in {"VERB", "AUX"} for each in tokens)
    return not clause and tokens[0].pos_ == "ADP"


def _content(scene: Scene, clause: "Token", phrase: "Token") -> tuple[Span, ...]:
    """Give the spans of a clause without an adverbial and without what joins it to the last."""
    first = clause.left_edge.i
    marks = [each for each in children(clause, "mark") if each.lower_ == "that"]
    clause_tokens = without_verdicts(subtree(clause, [phrase, *marks]))
    tokens = [t for t in clause_tokens if t.pos_ != "CCONJ" or t.i > first]
    pieces = [run for run in runs(tokens, gap=1) if any(not each.is_punct for each in run)]
    spans = (scene.span_of(piece) for piece in pieces)
    return tuple(span for span in spans if span.end > span.start)


def _draft(
    scene: Scene, phrase: "Token", content: tuple[Span, ...], voice: Voice, clause: "Token"
) -> Draft:
    who = child(clause, "nsubj")
    bare = clause.lemma_ == "show" and who is not None and who.pos_ == "PRON"
    says = clause.lemma_.lower() in lexicon().verbs and not bare
    return Draft(
        passage=scene.passage.number,
        content=content,
        act="claim",
        reporting=scene.reporting(content, "clause"),
        voice=voice,
        sentence=scene.sentence(clause),
        cue=scene.span_of(each for each in phrase.subtree if each.i <= phrase.i + 1),
        reports=True,
        rank=4 if says else 1,
        relay=says and child(clause, "ccomp") is not None,
    )


def _source(token: "Token") -> "Token | None":
    """Give whom an adverbial names, if a token is its head."""
    if token.lower_ == "according":
        to = next((each for each in token.children if each.lower_ == "to"), None)
        return object_of(to) if to is not None else None
    if token.lower_ == "for" and token.is_sent_start:
        return _viewing(token)
    if token.lower_ in {"in", "by"} and token.dep_ == "prep":
        noun = object_of(token)
        if noun is not None and noun.lower_ in lexicon().words["views"]:
            return _owner(noun)
    return None


def _viewing(token: "Token") -> "Token | None":
    """Give for whom something is so: "For the unions, the deal is a trap"; a time is nobody."""
    who = object_of(token)
    end = who.right_edge.i + 1 if who is not None else 0
    if who is None or end >= len(token.doc) or token.doc[end].text != ",":
        return None
    verb = token.head
    judges = verb.lemma_ == "be" and child(verb, "attr", "acomp") is not None
    return who if judges and who.ent_type_ not in {"DATE", "TIME", "GPE"} else None


def _owner(noun: "Token") -> "Token | None":
    """Give whose a view is: "X's account", "the version told by X", "the view of X"."""
    links = [t for t in noun.subtree if t.dep_ in {"agent", "prep"} and t.lower_ in {"by", "of"}]
    owners = [child(noun, "poss"), *(object_of(link) for link in links)]
    return next((each for each in owners if each is not None), None)


def _clause(phrase: "Token") -> "Token":
    """Give the verb of the clause in which an adverbial stands."""
    verbs = (each for each in phrase.ancestors if each.pos_ in {"VERB", "AUX"})
    return next(verbs, phrase.sent.root)
