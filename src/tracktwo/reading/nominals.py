"""What do nouns of saying report? "his demand for X", "Panama's request", "renewed its call"."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from tracktwo.reading.complement import Complement
from tracktwo.reading.coordination import parts
from tracktwo.reading.draft import Draft
from tracktwo.reading.grammar import (
    child,
    children,
    negation,
    object_of,
    preposition,
    subject,
    subtree,
)
from tracktwo.reading.idioms import idiom_at
from tracktwo.reading.lexicon import Sense, lexicon
from tracktwo.reading.mood import is_live
from tracktwo.reading.scene import Scene
from tracktwo.reading.speakers import Voice

if TYPE_CHECKING:
    from spacy.tokens import Token

_CARRIED = frozenset({"dobj", "pobj", "nsubjpass", "conj", "attr", "prep"})
_CLIMBED = frozenset({"pobj", "prep", "conj"})
_PRONOUNS = frozenset({"its", "their", "his", "her", "our", "my"})
_PROPOSALS = frozenset({"offer", "proposal", "suggestion", "recommendation", "counterproposal"})
_LONGEST_CUE = 8


def nominals(scene: Scene) -> Iterator[Draft]:
    """Give a draft for each act that a noun of the passage reports.

    The owner of the noun ("Panama's request", "a demand by Torvay", "proposals from the
    administration") acts; else the subject of the verb that carries it ("renewed its call").
    A verb that drops a demand makes it a demand withdrawn: an *accept*, as the guide has it;
    any other act that is dropped is negated.
    """
    for token in scene.passage.parse:
        sense = lexicon().nouns.get(token.lemma_.lower())
        if sense is None or token.pos_ != "NOUN" or token.dep_ == "compound":
            continue
        if token.sent.text.rstrip().endswith("?"):
            continue
        if not _is_set_as(token):
            yield from _noun(scene, token, sense)


def _is_set_as(noun: "Token") -> bool:
    """Tell whether something else is made the act: "set a withdrawal as a precondition"."""
    return noun.lemma_.lower() in lexicon().words["conditions"] and noun.head.lower_ == "as"


def _noun(scene: Scene, noun: "Token", sense: Sense) -> Iterator[Draft]:
    verb, does = _carrier(noun)
    owner = _owner(scene, noun)
    does = does if verb is not None and is_live(verb) else ""
    phrase = idiom_at(verb) if verb is not None else None
    if phrase is not None and noun in phrase.words:
        return
    if does and verb is not None:
        voice = _acting(scene, subject(verb)) or owner
    elif owner is None or not sense.owned:
        return
    else:
        voice = owner
    if voice is None:
        return
    draft = _draft(scene, noun, sense, voice, verb if does else None)
    if does == "withdraw" and sense.act == "demand":
        draft = replace(draft, act="accept", subtype="withdrawn_demand", firmness="stated")
    elif does == "withdraw":
        draft = replace(draft, negated=True)
    elif not does and noun.tag_ == "NNS" and sense.act == "demand":
        draft = replace(draft, subtype="characterisation")
    if does and verb is not None and negation(verb) is not None:
        draft = replace(draft, negated=True)
        if does == "insist" and sense.act == "demand":
            draft = replace(draft, subtype="withdrawn_demand")
    yield from _contents(scene, noun, draft, carried=bool(does))


def _contents(scene: Scene, noun: "Token", draft: Draft, *, carried: bool) -> Iterator[Draft]:
    """Give the draft for each thing asked; for the noun itself where nothing else is said."""
    found = _asked(noun)
    asked = draft.act != "propose" or _is_worded(noun, found)
    if asked and found is not None and draft.subtype != "precondition":
        for tokens in parts(found) if carried else [list(found.tokens)]:
            content = (scene.span_of(tokens),)
            yield replace(draft, content=content, reporting=scene.reporting(content, "object"))
    elif found is not None or carried or (draft.act == "propose" and _says_what(noun)):
        yield replace(draft, content=(scene.span_of(_phrase(noun)),))


def _says_what(noun: "Token") -> bool:
    """Tell whether more than the bare noun names an offer: "its peace proposals"."""
    return any(each.dep_ not in {"det", "poss", "punct"} for each in _phrase(noun) if each != noun)


def _is_worded(noun: "Token", found: Complement | None) -> bool:
    """Tell whether an offer is spelled out by a clause: "its offer to chair the talks"."""
    return found is not None and found.kind == "clause" and noun.lemma_.lower() in _PROPOSALS


def _phrase(noun: "Token") -> list["Token"]:
    """Give the words of a noun of saying: without its owner and what "which" adds."""
    head = _measured(noun)
    owners = [each for word in ("by", "from") if (each := preposition(noun, word)) is not None]
    added = [each for each in head.subtree if each.dep_ == "relcl" and each.i != head.i]
    tokens = subtree(head, [*owners, *added])
    if head.dep_ == "dobj":
        late = [p for p in children(head.head, "prep") if p.lower_ in {"before", "until"}]
        tokens += [each for p in late if p.i > head.i for each in p.subtree]
    return [each for each in tokens if each.dep_ != "case" or each.i == head.i]


def _draft(
    scene: Scene, noun: "Token", sense: Sense, voice: Voice, carrier: "Token | None"
) -> Draft:
    """Give the draft of a noun of saying, whose content is still the noun alone."""
    first = noun.i if carrier is None else min(noun.i, carrier.i)
    between = list(noun.doc[first : noun.i + 1])
    to = _addressee(scene, noun)
    return Draft(
        passage=scene.passage.number,
        content=(scene.span_of([noun]),),
        act=sense.act,
        reporting="nominal",
        voice=voice,
        sentence=scene.sentence(noun),
        cue=scene.span_of(between if len(between) < _LONGEST_CUE else [noun]),
        to=(to,) if to is not None else (),
        subtype=sense.subtype,
        firmness=sense.firmness,
        rank=2,
    )


def _carrier(noun: "Token") -> tuple["Token | None", str]:
    """Give the verb that carries a noun, and what it does to it: "do", "withdraw", "insist"."""
    head = noun
    while head.dep_ in _CLIMBED and head.head.pos_ in {"ADP", "NOUN"} and head.head.i != head.i:
        measured = head.head.lemma_ in lexicon().words["measures"]
        if head.head.pos_ == "NOUN" and head.dep_ != "conj" and not measured:
            break
        head = head.head
    verb = head.head
    if head.dep_ in _CARRIED and verb.pos_ == "VERB":
        does = lexicon().support.get(verb.lemma_.lower(), "")
        return verb, "" if does == "do" and head.dep_ == "prep" else does
    return None, ""


def _measured(noun: "Token") -> "Token":
    """Give the head of "a series of demands"."""
    prep = noun.head
    if noun.dep_ != "pobj" or prep.lower_ != "of":
        return noun
    return prep.head if prep.head.lemma_ in lexicon().words["measures"] else noun


def _owner(scene: Scene, noun: "Token") -> Voice | None:
    """Give whose noun it is: a name in the genitive, "by X" or "from X" behind it, a pronoun.

    "of X" tells whose it is only where what is asked follows: "the offer of X to mediate".
    """
    poss = child(noun, "poss")
    if poss is not None and poss.lower_ not in _PRONOUNS:
        return _acting(scene, poss)
    for word in ("by", "from"):
        prep = preposition(noun, word)
        found = _acting(scene, object_of(prep)) if prep is not None else None
        if found is not None:
            return found
    of = preposition(noun, "of") if _asked(noun) is not None else None
    return _acting(scene, poss or (object_of(of) if of is not None else None))


def _acting(scene: Scene, token: "Token | None") -> Voice | None:
    """Give who acts, None for a relative pronoun."""
    return None if token is None or token.tag_ in {"WDT", "WP"} else scene.speaking(token)


def _asked(noun: "Token") -> Complement | None:
    """Give what is asked: "for X", "to do X", "that X be done".

    What stands behind "a precondition for" is not what is asked.
    """
    clauses = (each for each in children(noun, "acl", "ccomp", "relcl") if _is_content(each))
    clause = next(clauses, None)
    if clause is not None:
        marks = [each for each in children(clause, "mark") if each.lower_ == "that"]
        return Complement(clause, tuple(subtree(clause, marks)), "clause")
    after = (p for p in children(noun.head, "prep") if p.lower_ == "for" and p.i == noun.i + 1)
    if noun.lemma_.lower() in lexicon().words["conditions"]:
        return None
    prep = preposition(noun, "for") or next(after, None)
    inner = object_of(prep) if prep is not None else None
    if prep is None or inner is None or inner.i < prep.i:
        return None
    return Complement(inner, tuple(t for t in subtree(prep) if t.i > prep.i), "prepositional")


def _is_content(clause: "Token") -> bool:
    to = any(each.lower_ == "to" for each in children(clause, "aux"))
    return to or any(each.lower_ == "that" for each in children(clause, "mark"))


def _addressee(scene: Scene, noun: "Token") -> Voice | None:
    """Give to whom: "demands to NATO", "an appeal to both sides"."""
    head = _measured(noun)
    for holder in (noun, head, *(each.head for each in (noun, head) if each.head.pos_ == "VERB")):
        prep = preposition(holder, "to")
        inner = object_of(prep) if prep is not None else None
        if inner is not None and inner.pos_ in {"NOUN", "PROPN"}:
            return _acting(scene, inner)
    return None
