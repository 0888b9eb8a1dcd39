"""What does a lead-in ask for without a word of asking? "What A needs:", "not without:"."""

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from tracktwo.reading.grammar import child, children, climbs, object_of, preposition, subject
from tracktwo.reading.lexicon import Sense, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

_OBLIGED = frozenset({"must", "should", "has", "have", "needs"})
_PRICED = re.compile(
    r"\b(?:without|nothing (?:less|short) (?:than|of)|(?:if|unless|until|once) (?:it|they|he|she) "
    r"(?:gets?|receives?|sees?|(?:is|are) (?:given|granted|promised)))\W*$"
)
_FOR = frozenset({"for", "according"})
_HIGHEST = 4
_SHORT = 5


class Wanting(NamedTuple):
    """The word that shows it, in what sense, and the nouns of which one names who wants it."""

    cue: "Token"
    sense: Sense
    owners: tuple["Token | None", ...]
    verb: "Token | None" = None


def wanting(sentence: list["Token"]) -> "Iterator[Wanting]":
    """Give what a lead-in may ask for, the surest first, where no verb or noun of asking leads.

    A verb of need ("sets out what it needs"); a noun of what one wants that somebody owns, puts
    or lists ("its priorities", "put four points to B", "the sticking points for A"); what a deal
    "must include", for or by the word of somebody; a price ("will not return without", "will
    settle for nothing less than"). "Is prepared to" offers.

    Parameters
    ----------
    sentence : list of Token
        Of the lead-in, up to its list.
    """
    words = lexicon().words
    demand = lexicon().nouns["demand"]
    for token in sentence:
        if token.lemma_.lower() in words["needing"] and token.pos_ == "VERB":
            yield Wanting(token, demand, _needing(token))
    for token in sentence:
        if token.pos_ in {"NOUN", "PROPN"} and token.lemma_.lower() in words["wishes"]:
            yield Wanting(token, demand, (*_owners(token), _putting(token), _having(token)))
        elif token.pos_ in {"NOUN", "PROPN"} and token.lemma_.lower() in words["wished"]:
            wished = any(each.lemma_.lower() in words["wishing"] for each in token.lefts)
            yield Wanting(token, demand, _owners(token) if wished else (_putting(token),))
            if token.lower_ == "list" and preposition(token, "of") is None:
                yield Wanting(token, demand, (_having(token),))
    yield from _mattering(sentence, demand)
    yield from _included(sentence, demand)
    tail = "".join(each.text_with_ws for each in sentence[-8:])
    if sentence and _PRICED.search(tail):
        subjects = [each for each in sentence if each.dep_ == "nsubj"]
        yield Wanting(sentence[-1], demand, tuple(subjects[:2]))
    yield from _longed_for(sentence, demand)
    yield from _offered(sentence)


def _needing(verb: "Token") -> tuple["Token | None", ...]:
    """Give who needs: of "A sets out what it needs" A before "it"."""
    who = subject(verb)
    if who is None or who.pos_ != "PRON":
        return (who,)
    above = (each for each, _ in islice(climbs(verb), _HIGHEST) if each.pos_ == "VERB")
    return (*(subject(each) for each in above if each is not verb), who)


def _owners(noun: "Token") -> tuple["Token | None", ...]:
    """Give who may own what a noun names: "A's priorities", "the sticking points for A"."""
    prep = preposition(noun, "for", "of", "from")
    return (child(noun, "poss"), object_of(prep) if prep is not None else None)


def _putting(noun: "Token") -> "Token | None":
    """Give who puts it to somebody: "A put four points to B", "handed over a paper with …"."""
    verb = next(
        (above for above, _ in islice(climbs(noun), _HIGHEST) if above.pos_ == "VERB"), None
    )
    put = verb is not None and verb.lemma_.lower() in lexicon().words["putting"]
    return subject(verb) if verb is not None and put else None


def _having(noun: "Token") -> "Token | None":
    """Give who has a list that is of nothing else: "The guild has a list. On it: …"."""
    return subject(noun.head) if noun.head.lemma_ == "have" else None


def _mattering(sentence: list["Token"], demand: Sense) -> "Iterator[Wanting]":
    """Read "Three things matter to A:", "two points are crucial for A:"."""
    for noun in sentence:
        counted = noun.tag_ == "NNS" and child(noun, "nummod", "amod") is not None
        verb = noun.head if counted and noun.dep_ == "nsubj" else None
        if verb is None or verb.lemma_.lower() not in {"matter", "count", "be", "remain"}:
            continue
        inner = next((each for each in children(verb, "acomp", "attr")), verb)
        preps = [preposition(each, "to", "for") for each in (verb, inner)]
        named = [object_of(each) for each in preps if each is not None]
        if verb.lemma_ != "be" or inner.lower_ in lexicon().words["vital"]:
            yield Wanting(noun, demand, tuple(named))


def _included(sentence: list["Token"], demand: Sense) -> "Iterator[Wanting]":
    """Read "For A, any deal must include:", "A says that a deal has to contain:"."""
    for verb in sentence:
        if verb.lemma_.lower() not in lexicon().words["including"] or verb.pos_ != "VERB":
            continue
        near = {each.lower_ for each in (*children(verb, "aux"), verb.head)}
        if not near & _OBLIGED:
            continue
        named = [object_of(each) for each in sentence[:3] if each.lower_ in _FOR]
        above = [subject(each) for each, _ in islice(climbs(verb), _HIGHEST) if each.pos_ == "VERB"]
        yield Wanting(verb, demand, (*named, *above))


def _longed_for(sentence: list["Token"], demand: Sense) -> "Iterator[Wanting]":
    """Read "A would like to see:", "A is after:", "what A wants to hear is:"."""
    for verb in sentence[-_SHORT:]:
        longs = verb.lemma_.lower() in {"like", "love", "want", "wish", "hope", "prefer"}
        would = any(each.lower_ in {"would", "'d", "’d"} for each in children(verb, "aux"))
        if verb.pos_ == "VERB" and longs and (would or verb.lemma_ == "want"):
            yield Wanting(verb, demand, (subject(verb),))


def _offered(sentence: list["Token"]) -> "Iterator[Wanting]":
    for token in sentence:
        sense = lexicon().adjectives.get(token.lower_)
        if sense is not None and sense.act == "propose" and sentence[-1].lower_ in {"to", ":"}:
            yield Wanting(token, sense, (subject(token.head), subject(token)))
