"""What do nouns of saying report? "his demand for X", "Panama's request", "renewed its call"."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from tracktwo.documents.document import Span
from tracktwo.reading.complements import Complement, parts
from tracktwo.reading.draft import Draft
from tracktwo.reading.frames import Scene, can_speak, is_live, reporting
from tracktwo.reading.grammar import (
    child,
    children,
    negation,
    object_of,
    preposition,
    subject,
    subtree,
)
from tracktwo.reading.lexicon import Sense, lexicon
from tracktwo.reading.speakers import Voice

if TYPE_CHECKING:
    from spacy.tokens import Token

_CARRIED = frozenset({"dobj", "pobj", "nsubjpass", "conj", "attr"})
_MEASURES = frozenset({"series", "set", "list", "number", "package", "range", "raft"})


def nominals(scene: Scene) -> Iterator[Draft]:
    """Give a draft for each act that a noun of the passage reports.

    The owner of the noun ("Panama's request", "a demand by Torvay", "proposals from the
    administration") acts; else the subject of the verb that carries it ("renewed its call").
    A verb that drops the noun makes it a demand withdrawn: an *accept*, as the guide has it.
    """
    words = lexicon()
    for token in scene.passage.parse:
        sense = words.nouns.get(token.lemma_.lower())
        if sense is not None and token.pos_ == "NOUN" and token.dep_ != "compound":
            yield from _noun(scene, token, sense)


def _noun(scene: Scene, noun: "Token", sense: Sense) -> Iterator[Draft]:
    carrier, kind = _carrier(noun)
    owner = _owner(scene, noun)
    voice = owner
    if carrier is not None and kind and is_live(carrier, lexicon()):
        actor = _voiced(scene, subject(carrier))
        voice = actor or owner
    elif owner is None or not sense.owned:
        return
    if voice is None:
        return
    found = _asked(noun)
    draft = _draft(scene, noun, sense, voice, carrier if kind else None)
    if not kind and noun.tag_ == "NNS" and sense.act == "demand":
        draft = replace(draft, subtype="characterisation")
    if kind == "withdraw":
        draft = replace(draft, act="accept", subtype="withdrawn_demand", firmness="stated")
    if carrier is not None and negation(carrier) is not None and kind:
        draft = replace(draft, negated=True)
    yield from _contents(scene, noun, draft, found, carried=bool(kind))


def _contents(
    scene: Scene, noun: "Token", draft: Draft, found: Complement | None, *, carried: bool
) -> Iterator[Draft]:
    """Give the draft for each thing asked; for the noun itself where nothing else is said."""
    if found is not None and draft.subtype != "precondition" and draft.act != "propose":
        for head, tokens in parts(found) if carried else [(found.head, list(found.tokens))]:
            content = (scene.passage.span_of(tokens, scene.text),)
            yield replace(
                draft, content=content, reporting=reporting(scene, content, "object"), lead=head.i
            )
        return
    if found is not None or carried or draft.act == "propose":
        yield replace(draft, content=(scene.passage.span_of(_phrase(noun), scene.text),))


def _phrase(noun: "Token") -> list["Token"]:
    """Give the words of a noun of saying: without its owner, and without what is added by "which"."""
    head = _measured(noun)
    owners = [each for word in ("by", "from") if (each := preposition(noun, word)) is not None]
    added = [each for each in head.subtree if each.dep_ == "relcl"]
    tokens = subtree(head, [*owners, *added])
    late = [
        p for p in children(head.head, "prep") if p.lower_ in {"before", "until"} and p.i > head.i
    ]
    tokens += [each for p in late if head.dep_ == "dobj" for each in p.subtree]
    return [each for each in tokens if each.dep_ != "case"]


def _draft(
    scene: Scene, noun: "Token", sense: Sense, voice: Voice, carrier: "Token | None"
) -> Draft:
    cue_tokens = [noun] if carrier is None else [carrier, noun]
    between = [t for t in noun.doc[min(t.i for t in cue_tokens) : noun.i + 1]]
    cue = scene.passage.span_of(between if len(between) < 8 else [noun], scene.text)
    to = _addressee(scene, noun)
    return Draft(
        passage=scene.passage.number,
        content=(scene.passage.span_of([noun], scene.text),),
        act=sense.act,
        reporting="nominal",
        voice=voice,
        sentence=scene.sentence(noun),
        cue=cue,
        to=(to,) if to is not None else (),
        subtype=sense.subtype,
        firmness=sense.firmness,
        rank=2,
        lead=noun.i,
    )


def _carrier(noun: "Token") -> tuple["Token | None", str]:
    """Give the verb that carries a noun, and what it does to it: "do", "withdraw", "insist"."""
    support = lexicon().support
    head = noun
    while (
        head.dep_ in {"pobj", "prep", "conj"}
        and head.head.i != head.i
        and head.head.pos_ in {"ADP", "NOUN"}
    ):
        if head.head.pos_ == "NOUN" and head.dep_ != "conj" and head.head.lemma_ not in _MEASURES:
            break
        head = head.head
    verb = head.head
    if head.dep_ in _CARRIED | {"prep"} and verb.pos_ == "VERB":
        return verb, support.get(verb.lemma_.lower(), "")
    return None, ""


def _measured(noun: "Token") -> "Token":
    """Give the head of "a series of demands"."""
    prep = noun.head
    if noun.dep_ == "pobj" and prep.lower_ == "of" and prep.head.lemma_ in _MEASURES:
        return prep.head
    return noun


def _owner(scene: Scene, noun: "Token") -> Voice | None:
    """Give whose noun it is: a possessive, or "by X", "from X", "of X" behind it."""
    poss = child(noun, "poss")
    if poss is not None and poss.lower_ not in {"its", "their", "his", "her", "our", "my"}:
        return _voiced(scene, poss)
    for word in ("by", "from"):
        prep = preposition(noun, word)
        found = _voiced(scene, object_of(prep)) if prep is not None else None
        if found is not None:
            return found
    if poss is not None:
        return _voiced(scene, poss)
    return None


def _voiced(scene: Scene, token: "Token | None") -> Voice | None:
    if token is None or token.tag_ in {"WDT", "WP"}:
        return None
    voice = scene.voice(token)
    return voice if voice is not None and can_speak(token, voice, scene) else None


def _asked(noun: "Token") -> Complement | None:
    """Give what is asked: "for X", "to do X", "that X be done"."""
    clause = next(
        (c for c in children(noun, "acl", "ccomp", "relcl") if _is_content_clause(c)), None
    )
    if clause is not None:
        marks = [each for each in children(clause, "mark") if each.lower_ == "that"]
        return Complement(clause, tuple(subtree(clause, marks)), "clause")
    prep = preposition(noun, "for")
    if prep is None:
        prep = next(
            (p for p in children(noun.head, "prep") if p.lower_ == "for" and p.i == noun.i + 1),
            None,
        )
    inner = object_of(prep) if prep is not None else None
    if prep is None or inner is None:
        return None
    return Complement(
        inner, tuple(each for each in subtree(prep) if each.i > prep.i), "prepositional"
    )


def _is_content_clause(clause: "Token") -> bool:
    to = any(each.lower_ == "to" for each in children(clause, "aux"))
    return to or any(each.lower_ == "that" for each in children(clause, "mark"))


def _addressee(scene: Scene, noun: "Token") -> Voice | None:
    """Give to whom: "demands to NATO", "an appeal to both sides"."""
    holders = [noun, _measured(noun), *([noun.head] if noun.head.pos_ == "VERB" else [])]
    if _measured(noun).head.pos_ == "VERB":
        holders.append(_measured(noun).head)
    for holder in holders:
        prep = preposition(holder, "to")
        inner = object_of(prep) if prep is not None else None
        if inner is not None and inner.pos_ in {"NOUN", "PROPN"}:
            return _voiced(scene, inner)
    return None


def noun_span(scene: Scene, noun: "Token") -> Span:
    """Give the span of a noun's whole phrase."""
    return scene.passage.span_of(subtree(noun), scene.text)
