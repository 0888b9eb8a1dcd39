"""Whom do the words of an act name? Of whom it is asked, who is accused, who is promised."""

from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING

from tracktwo.actors.actor import Actor
from tracktwo.reading.cast import Mention
from tracktwo.reading.dealings import NO_PARTY
from tracktwo.reading.draft import Draft
from tracktwo.reading.grammar import climbs, is_passive, subject
from tracktwo.reading.ground import Ground
from tracktwo.reading.lexicon import lexicon
from tracktwo.reading.offices import is_office
from tracktwo.reading.passages import Passage
from tracktwo.reading.pronouns import HE, IT, THEY

if TYPE_CHECKING:
    from spacy.tokens import Token

_NAMES_ITS_PARTY = frozenset({"demand", "accuse", "reject", "promise", "propose"})
_BESIDE = frozenset(
    {"against", "about", "over", "into", "despite", "without", "than", "like", "as", "under"}
)
_AROUND = frozenset({"in", "at", "near", "on", "around", "for", "to"})
_BENEFIT = frozenset({"for", "to", "with"})
_CONDITIONAL = frozenset({"if", "unless", "provided", "once", "until"})
_OPEN = frozenset({"any", "no", "every", "each", "some"})
_OWNED = frozenset({"poss", "amod", "compound", "nmod"})


def required(draft: Draft, ground: Ground) -> tuple[Actor, ...]:
    """Give of whom the content itself says that he is to do something, or has done it.

    Of a demand: who is to give ("a commitment from X", "recognition by X"), who is to be kept
    from something ("prohibiting X from …"), the subject of what is to be done ("that X
    withdraw"). Of an accusation: the subject of what is said to have been done. Of a threat:
    whom it is to strike. Never the speaker's own side.
    """
    if draft.voice is None or draft.act not in _REQUIRING:
        return ()
    named = list(_others(draft, ground))
    for tells in _REQUIRING[draft.act]:
        meant = dict.fromkeys(actor for actor, token in named if tells(token, draft, ground))
        if meant:
            return tuple(meant)
    return _subject(draft, ground) if draft.act in {"demand", "accuse"} else ()


def _subject(draft: Draft, ground: Ground) -> tuple[Actor, ...]:
    """Give whom the first words mean that are the subject of what is asked or charged."""
    tokens = ground.passages[draft.passage].tokens(draft.hull)
    own = ground.own(draft)
    for token in tokens:
        if token.dep_ == "nsubj" and token.left_edge.i <= tokens[0].i + 1:
            if token.pos_ not in {"NOUN", "PROPN"}:
                return ()
            voice = ground.speakers.voice(token, ground.passages[draft.passage])
            known = voice is not None and voice.actor.id in ground.cast.actors
            plain = token.lower_ in lexicon().speaker_nouns or is_office(token.lemma_)
            plain = plain and not any(each.lower_ in _OPEN for each in token.lefts)
            if not known and not plain:
                return ()
            if (
                voice is None
                or voice.candidates
                or own & {voice.actor.id, _side(voice.actor, ground)}
            ):
                return ()
            return (voice.actor,)
    return ()


def referred(draft: Draft, ground: Ground) -> tuple[Actor, ...] | None:
    """Give whom a pronoun means with which a demand or charge begins: "that it withdraw".

    None where it begins with none; empty where the text leaves open whom it means.
    """
    if draft.act not in {"demand", "accuse"} or draft.reporting == "list_item":
        return None
    passage = ground.passages[draft.passage]
    first = next(iter(passage.tokens(draft.hull)), None)
    if first is None or first.dep_ != "nsubj" or first.lower_ not in IT | HE | THEY:
        return None
    voice = ground.speakers.voice(first, passage)
    if voice is None or voice.candidates or voice.actor.type == "group":
        return ()
    return (
        () if ground.own(draft) & {voice.actor.id, _side(voice.actor, ground)} else (voice.actor,)
    )


def _side(actor: Actor, ground: Ground) -> str:
    return ground.cast.side(actor).id


def touched(draft: Draft, ground: Ground) -> tuple[Actor, ...]:
    """Give whom the content of an act names otherwise as those whom it concerns.

    Of a demand the owner of what is to change ("X's quota", "the Torvayan troops"); of a promise
    or offer whom it is for; of any other act the first party that the content names, both of
    "between X and Y". Not whom the words only touch on ("a law against X"), nor the
    speaker's own side.
    """
    if draft.act not in _NAMES_ITS_PARTY or draft.voice is None:
        return ()
    named = list(_others(draft, ground))
    for tells in _TOUCHING.get(draft.act, ()):
        meant = dict.fromkeys(actor for actor, token in named if tells(token, draft, ground))
        if meant:
            return tuple(meant)
    if draft.reporting == "list_item":
        return ()
    start = ground.passages[draft.passage].offset(draft.hull.start)
    loose = _BESIDE | _AROUND if draft.act == "demand" else _BESIDE
    free = [
        actor
        for actor, token in named
        if not _is_under(token, loose, start) and not _is_its_object(actor, token, draft)
    ]
    if "between" in ground.document.quote(draft.hull):
        return tuple(dict.fromkeys(free[:2]))
    return tuple(free[:1]) if draft.act not in {"promise", "propose"} else ()


def _others(draft: Draft, ground: Ground) -> Iterator[tuple[Actor, "Token"]]:
    """Give the parties that content names, the speaker's own left out, with their nouns.

    By name, or by adjective ("Torvayan troops"); not those in a condition.
    """
    passage, own = ground.passages[draft.passage], ground.own(draft)
    start, taken = passage.offset(draft.hull.start), -1
    for token in passage.tokens(draft.hull):
        mention = ground.cast.mention(draft.passage, token.i)
        if mention is not None:
            if mention.start <= taken or passage.parse[mention.start].idx < start:
                continue
            taken, token = mention.start, _root(mention, passage)  # noqa: PLW2901  # its noun
            actor = ground.cast.actors[mention.actor]
        elif token.pos_ in {"ADJ", "PROPN"} and token.text[:1].isupper():
            found = ground.cast.by_adjective(token.text)
            if found is None:
                continue
            actor = found
        else:
            continue
        if actor.type in NO_PARTY or own & {actor.id, _side(actor, ground)}:
            continue
        if not _in_condition(token):
            yield actor, token


def _root(mention: Mention, passage: Passage) -> "Token":
    return passage.parse[mention.start : mention.end].root


def _in_condition(token: "Token") -> bool:
    """Tell whether a name stands in a condition ("if X withdrew"), not in what depends on it."""
    clauses = (above for above, _ in climbs(token) if above.dep_ == "advcl")
    return any(
        each.dep_ == "mark" and each.lower_ in _CONDITIONAL
        for clause in clauses
        for each in clause.children
    )


def _is_giver(name: "Token", _draft: Draft, _ground: Ground) -> bool:
    """Tell whether a name is from whom something is asked: "a commitment from X"."""
    from_it = name.dep_ == "pobj" and name.head.lower_ == "from"
    return from_it and name.head.head.lemma_.lower() in lexicon().words["given"]


def _is_barred(name: "Token", _draft: Draft, _ground: Ground) -> bool:
    """Tell whether a name is of whom it is asked to be kept from something: "prohibiting X"."""
    return name.dep_ == "dobj" and name.head.lemma_.lower() in lexicon().words["barring"]


def _does(name: "Token", _draft: Draft, _ground: Ground) -> bool:
    """Tell whether a name is by whom something is to be done: "recognition by X"."""
    return name.dep_ == "pobj" and name.head.lower_ == "by" and name.head.head.pos_ != "ADP"


def _acts(name: "Token", draft: Draft, ground: Ground) -> bool:
    """Tell whether a name is the subject of the main clause of what is asked or charged."""
    start = ground.passages[draft.passage].tokens(draft.hull)[0].idx
    main = name.dep_ == "nsubj" and name.head.dep_ in {"ccomp", "ROOT", "xcomp", "conj"}
    return main and name.left_edge.idx <= start + 8


def _owns(name: "Token", draft: Draft, ground: Ground) -> bool:
    """Tell whether a name owns what is asked for: "X's troops", "the Torvayan barrier"."""
    start = ground.passages[draft.passage].offset(draft.hull.start)
    return name.dep_ in _OWNED and not _is_under(name, _BESIDE, start)


def _gains(name: "Token", _draft: Draft, _ground: Ground) -> bool:
    """Tell whether a name is for whom something is promised: "membership for X"."""
    return name.dep_ in {"pobj", "dative", "conj"} and any(
        each.lower_ in _BENEFIT and each.pos_ == "ADP" for each in (name.head, name.head.head)
    )


def _is_under(name: "Token", words: frozenset[str], start: int) -> bool:
    """Tell whether a name stands under one of some prepositions, from a place on."""
    for above, _ in climbs(name):
        if above.idx < start or above.pos_ in {"VERB", "AUX"}:
            return False
        if above.pos_ == "ADP" and above.lower_ in words:
            return True
    return False


def _is_its_object(actor: Actor, name: "Token", draft: Draft) -> bool:
    """Tell whether a demand is about a person it names: "the removal of Ms X"."""
    if draft.act != "demand" or actor.type != "person" or name.dep_ == "poss":
        return False
    return any(above.lower_ == "of" for above, _ in islice(climbs(name), 3))


def _is_struck(name: "Token", _draft: Draft, _ground: Ground) -> bool:
    """Tell whether a name is whom a threat is to strike: "to attack X"."""
    return name.dep_ == "dobj" and name.head.lemma_.lower() in lexicon().harm


def _is_met(name: "Token", _draft: Draft, _ground: Ground) -> bool:
    """Tell whether a name is whom somebody offers to meet, pay or help."""
    return name.dep_ == "dobj"


def _is_given(name: "Token", _draft: Draft, _ground: Ground) -> bool:
    """Tell whether a name is who has been given a term: "X had been given until June"."""
    return name.dep_ == "nsubjpass" and name.head.lemma_.lower() in {"give", "tell", "warn"}


_Telling = Callable[["Token", Draft, Ground], bool]
_REQUIRING: Mapping[str, tuple[_Telling, ...]] = {
    "demand": (_is_giver, _is_barred, _acts, _does),
    "accuse": (_acts,),
    "threaten": (_is_struck, _is_given),
}
_TOUCHING: Mapping[str, tuple[_Telling, ...]] = {
    "demand": (_owns,),
    "promise": (_gains, _is_met),
    "propose": (_gains, _is_met),
}


def answering(draft: Draft, ground: Ground) -> Actor | None:
    """Give who accepts, refuses or does what a noun of saying names.

    Of "A rejected a demand by B" it is A of whom B demanded it.
    """
    if draft.reporting != "nominal" or draft.cue is None or draft.voice is None:
        return None
    passage = ground.passages[draft.passage]
    nouns = [each for each in passage.tokens(draft.cue) if each.pos_ == "NOUN"]
    for above, relation in climbs(nouns[-1]) if nouns else ():
        if above.pos_ == "VERB":
            replies = lexicon().verbs.get(above.lemma_.lower(), ())
            taken = relation in {"dobj", "nsubjpass"}
            if not taken or not any(each.act in {"accept", "reject"} for each in replies):
                return None
            who = subject(above)
            found = ground.cast.named(draft.passage, who.i) if who is not None else None
            if found is None or is_passive(above):
                return None
            side = ground.cast.side(found)
            return None if {found.id, side.id} & ground.own(draft) else side
        if above.pos_ != "NOUN":
            return None
    return None
