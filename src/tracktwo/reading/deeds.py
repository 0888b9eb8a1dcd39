"""Which acts are told without a verb of saying? "would not withdraw its boats", "said no"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from tracktwo.documents.document import Span
from tracktwo.reading.draft import Draft
from tracktwo.reading.grammar import child, children, preposition, subject, subtree
from tracktwo.reading.mood import is_refused
from tracktwo.reading.quotations import near
from tracktwo.reading.scene import Scene
from tracktwo.reading.statement import Act

if TYPE_CHECKING:
    from spacy.tokens import Token

_WILLING = frozenset({"would", "will", "wo"})
_CONDITIONS = frozenset({"if", "unless", "had", "were", "once", "until"})
_PLAIN: Final[dict[str, Act]] = {"no": "reject", "yes": "accept"}


def unwilling(scene: Scene, verb: "Token") -> Iterator[Draft]:
    """Read "X would not withdraw its troops", told as what X did, as a refusal of it."""
    main = verb.dep_ in {"ROOT", "conj"} and child(verb, "nsubj") is not None
    would = any(each.lower_ in _WILLING for each in children(verb, "aux"))
    who = subject(verb) if main and would and is_refused(verb) else None
    if who is None or who.pos_ == "PRON" or _has_condition(verb) or within_quotes(scene, verb):
        return
    voice = scene.speaking(who)
    if voice is None:
        return
    prep = preposition(verb, "of") if verb.lemma_ == "hear" else None
    behind = [each for each in subtree(prep or verb) if each.i > (prep or verb).i]
    loose = {each.i for each in children(verb, "punct", "cc") if each.i > verb.i}
    loose |= {t.i for conj in children(verb, "conj") for t in conj.subtree}
    words = [each for each in behind if each.i not in loose]
    words = words if prep is not None else [verb, *words]
    if len(words) > 1:
        yield Draft(
            passage=scene.passage.number,
            content=(scene.span_of(words),),
            act="reject",
            reporting="indirect",
            voice=voice,
            sentence=scene.sentence(verb),
            cue=cue_of(scene, verb),
            firmness="firm",
            rank=2,
        )


def _has_condition(verb: "Token") -> bool:
    clauses = children(verb, "advcl")
    return any(each.lower_ in _CONDITIONS for c in clauses for each in children(c, "mark"))


def within_quotes(scene: Scene, verb: "Token") -> bool:
    """Tell whether a verb stands in a quotation."""
    place = scene.passage.place_of(verb)
    return any(each.span.covers(place) for each in near(scene.passage.quotes, place))


def plain_answer(scene: Scene, verb: "Token") -> Iterator[Draft]:
    """Read "X said no" and "X said yes", with all that hangs from the verb, as the act itself."""
    word = child(verb, "intj", "dobj")
    if word is not None and near(scene.passage.quotes, scene.passage.place_of(word)):
        return
    act = _PLAIN.get(word.lower_) if word is not None and verb.lemma_ == "say" else None
    voice = scene.speaking(subject(verb)) if act is not None else None
    if act is None or voice is None or word is None:
        return
    yield Draft(
        passage=scene.passage.number,
        content=(scene.span_of(subtree(verb, children(verb, "advcl", "conj", "cc"))),),
        act=act,
        reporting="indirect",
        voice=voice,
        sentence=scene.sentence(verb),
        cue=scene.span_of([verb, word]),
        firmness="firm",
        rank=0,
    )


def cue_of(scene: Scene, verb: "Token") -> Span:
    """Give the words that signal the act: the verb with its auxiliaries, denial and particle."""
    tokens = [verb, *children(verb, "aux", "auxpass", "neg", "prt")]
    prep = preposition(verb, "on", "upon", "for")
    if prep is not None and verb.lemma_ in {"call", "ask"} and prep.i - verb.i < 4:
        tokens.append(prep)
    return scene.span_of(each for each in tokens if abs(each.i - verb.i) < 4)
