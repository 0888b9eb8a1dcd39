"""Which act does a lead-in name before its list? "They asked for:", "its demands:", "shall:"."""

import re
from itertools import islice
from typing import TYPE_CHECKING

from tracktwo.documents.document import Span
from tracktwo.reading.draft import Draft
from tracktwo.reading.frames import lemma_of
from tracktwo.reading.grammar import (
    child,
    children,
    climbs,
    negation,
    object_of,
    preposition,
    subject,
)
from tracktwo.reading.layout import counts_what_follows
from tracktwo.reading.lexicon import Sense, lexicon
from tracktwo.reading.mood import is_live
from tracktwo.reading.scene import Scene
from tracktwo.reading.speakers import Voice
from tracktwo.reading.wanting import wanting

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

LISTED_ACTS = frozenset({"demand", "propose", "accept", "reject", "promise", "threaten", "accuse"})
_CLIMBED = 3
_WISHING = frozenset({"expect", "need", "like", "hope", "seek", "require"})
_BOUND = frozenset({"shall", "will"})
_OBLIGED = frozenset({"must", "should", "ought"})
_FAILING = re.compile(
    r"\b(?:non-?(?:compliance|fulfil\w+|performance|payment)|fail\w*|breach\w*|violat\w*|default|"
    r"refus\w*|unless|if\b[^,.;]*\bnot)\b",
    re.IGNORECASE,
)


def lead_in(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Give the act that a lead-in names before its list, as the drafts that lead it in.

    Only the sentence before the colon counts, or the one before it where that says what is
    wanted: a draft in it; else its last verb of saying whose subject can speak ("They agreed
    that:"); else a noun of saying ("The demands that A put to B included:", "Put to B were these
    demands:"); else what is needed or obliged (`wanting`). Where it names none, the passage's own
    drafts.
    """
    sentences = list(scene.passage.parse.sents)
    words = scene.text[scene.passage.span.start : scene.passage.span.end]
    ends = words.rstrip().endswith(":") or _breaks_off(words)
    if not sentences or not (ends or counts_what_follows(scene.text, scene.passage.span)):
        return drafts
    start = scene.sentence(sentences[-1][0]).start
    own = [each for each in drafts if each.act in LISTED_ACTS and each.hull.start >= start]
    named = None if own else leading(scene) or _announced(scene, sentences)
    return own or (drafts if named is None else [named])


def _announced(scene: Scene, sentences: list["Tokens"]) -> Draft | None:
    """Read "The Guild sets out what it needs. Nobody will be surprised:"; the last says nothing."""
    before = list(sentences[-2]) if len(sentences) > 1 else []
    tells = any(each.lower_ == "what" or each.pos_ == "NUM" for each in before)
    return _by_want(scene, before) if tells else None


def _breaks_off(words: str) -> bool:
    """Tell whether words end in mid-sentence, as before a list: "Calls upon Darsa"."""
    return words[-1:].isalnum()


def leading(scene: Scene, place: int | None = None) -> Draft | None:
    """Give the act that a sentence names without a content of its own.

    The sentence is the passage's last; or the one that stands before a place, or around it.
    """
    start, end = scene.passage.span.start, scene.passage.span.end
    tokens = scene.passage.tokens(Span(start, end if place is None else place))
    if not len(tokens):
        return None
    sentence = [each for each in tokens[-1].sent if each.i <= tokens[-1].i]
    named = _by_verb(scene, sentence) or _by_noun(scene, sentence) or _by_modal(scene, sentence)
    return named or _by_want(scene, sentence)


def announcing(scene: Scene, sentence: Span) -> Draft | None:
    """Give the act of several things that a sentence names and does not yet say.

    "The rebels have three conditions for a truce", "The union has made its demands known".
    """
    tokens = list(scene.passage.tokens(sentence))
    several = [each for each in tokens if each.tag_ in {"NNS", "NNPS"} or each.lower_ == "list"]
    if not any(names_an_act(each) or _is_wish(each) for each in several):
        return None
    return _by_noun(scene, tokens) or _by_want(scene, tokens)


def announced_before(scene: Scene, place: int) -> Draft | None:
    """Give what the sentence before a place leads in; also a question: "What does Velm want?"."""
    before = list(scene.passage.tokens(Span(scene.passage.span.start, place)))
    if not before:
        return None
    sentence = scene.passage.span_of(before[-1].sent)
    return _asked_what(scene, before[-1].sent) or announcing(scene, sentence)


def _asked_what(scene: Scene, sentence: "Tokens") -> Draft | None:
    """Read "What does Velm want?", "what did she expect of him": the verb's subject wants it."""
    if not any(each.lower_ == "what" for each in sentence):
        return None
    for verb in sentence:
        senses = lexicon().verbs.get(verb.lemma_.lower(), ())
        asks = verb.lemma_.lower() in _WISHING or any(each.act == "demand" for each in senses)
        what = child(verb, "dobj", "pobj", "mark", "dep")
        if asks and verb.pos_ == "VERB" and what is not None:
            return _bare(scene, verb, lexicon().nouns["demand"], subject(verb))
    return None


def _is_wish(token: "Token") -> bool:
    word, words = token.lemma_.lower(), lexicon().words
    return (
        word in words["wishes"]
        or word in words["wished"]
        or token.lower_ in {"terms", "list"}
        or word in words["askings"]
    )


def _by_verb(scene: Scene, sentence: list["Token"]) -> Draft | None:
    for token in reversed(sentence):
        key = lemma_of(token) if token.pos_ in {"VERB", "AUX"} else ""
        senses = lexicon().verbs.get(key, ())
        sense = next((each for each in senses if each.act in LISTED_ACTS), None)
        if sense is not None and is_live(token):
            draft = _bare(scene, token, sense, subject(token))
            if draft is not None:
                return draft
    return None


def _by_noun(scene: Scene, sentence: list["Token"]) -> Draft | None:
    """Read "A's demands included:", "The demands that A put to B were:", "A put these demands:"."""
    for token in sentence:
        sense = names_an_act(token)
        if sense is None or sense.act not in LISTED_ACTS or not sense.owned:
            continue
        verb = child(token, "relcl", "acl") or governing(token)
        owner = child(token, "poss")
        owners = [owner, subject(verb) if verb.pos_ in {"VERB", "AUX"} else None]
        if owner is not None and owner.pos_ == "PRON":  # "The rebels have made their terms known"
            owners += [subject(each) for each, _ in islice(climbs(token), _CLIMBED)]
        for who in owners:
            draft = _bare(scene, token, sense, who, verb) if who not in {None, token} else None
            if draft is not None:
                return draft
    return None


def governing(noun: "Token") -> "Token":
    """Give the verb that a noun completes, also behind a preposition: "came with demands"."""
    head = noun.head
    for _ in range(_CLIMBED):
        if head.pos_ in {"VERB", "AUX"} or head.dep_ not in {"prep", "pobj"}:
            break
        head = head.head
    return head


def _by_modal(scene: Scene, sentence: list["Token"]) -> Draft | None:
    """Read "the League shall:", whose verb stands in the items: a promise, or a threat.

    It is a threat where it tells what follows a failure ("in the event of non-compliance"). What
    another "must" do is demanded by whose words they are, where that is known.
    """
    at = next((n for n, each in enumerate(sentence) if each.tag_ == "MD"), None)
    if at is None or any(each.pos_ == "VERB" for each in sentence[at + 1 :]):
        return None
    modal = sentence[at]
    who = next((w for t in (modal, modal.head) for w in children(t, "nsubj", "nsubjpass")), None)
    who = who or (sentence[at - 1] if at else None)
    voice = scene.speaking(who) or _of_ours(scene, who)
    if voice is None or modal.lower_ not in _BOUND | _OBLIGED:
        return None
    if modal.lower_ in _OBLIGED:
        asking = None if scene.first is None else Voice(scene.first)
        return None if asking is None else _modal_lead(scene, modal, Sense("demand"), asking, voice)
    fails = _FAILING.search(scene.text, scene.passage.span.start, scene.passage.span.end)
    sense = Sense("threaten" if fails else "promise", firmness="firm")
    return _modal_lead(scene, modal, sense, voice, None)


def _of_ours(scene: Scene, who: "Token | None") -> Voice | None:
    """Give the speaker where those who act are his: "our units will:"."""
    owner = child(who, "poss") if who is not None else None
    ours = owner is not None and owner.lower_ in {"our", "my"} and scene.first is not None
    return scene.voice(owner) if ours else None


def _by_want(scene: Scene, sentence: list["Token"]) -> Draft | None:
    """Read what asks without a verb or noun of asking: "sets out what it needs:"."""
    for cue, sense, owners, verb in wanting(sentence):
        for who in owners:
            draft = _bare(scene, cue, sense, who, verb) if who is not None else None
            if draft is not None:
                return draft
    return None


def _modal_lead(
    scene: Scene, modal: "Token", sense: Sense, voice: Voice, to: Voice | None
) -> Draft:
    return Draft(
        passage=scene.passage.number,
        content=(scene.span_of([modal]),),
        act=sense.act,
        reporting="indirect",
        voice=voice,
        sentence=scene.sentence(modal),
        cue=scene.span_of([modal]),
        to=() if to is None else (to,),
        firmness=sense.firmness,
        negated=negation(modal) is not None or negation(modal.head) is not None,
        core=False,
        rank=2,
    )


def names_an_act(token: "Token") -> Sense | None:
    """Give the sense of a noun of saying; "its conditions" and "red lines" are demands.

    One "condition" is none where somebody's state is meant; so only several are, or one that
    stands as the subject.
    """
    if token.pos_ not in {"NOUN", "PROPN"}:
        return None
    word = token.lemma_.lower()
    red = word == "line" and any(each.lower_ == "red" for each in token.children)
    counts = token.tag_ in {"NNS", "NNPS"} or token.dep_ == "nsubj"
    if red or (word in lexicon().words["conditions"] and counts):
        return lexicon().nouns["demand"]
    return lexicon().nouns.get(word)


def _bare(
    scene: Scene, cue: "Token", sense: Sense, who: "Token | None", verb: "Token | None" = None
) -> Draft | None:
    """Give the draft of a lead-in: its content is its words from the cue to the colon."""
    voice = scene.speaking(who)
    if voice is None:
        return None
    tokens = [cue, *(t for t in cue.doc[cue.i + 1 : cue.sent.end] if not t.is_punct)]
    denied = negation(verb if verb is not None else cue)
    to = _led_to(scene, [cue] if verb is None else [cue, verb])
    return Draft(
        passage=scene.passage.number,
        content=(scene.span_of(tokens),),
        act=sense.act,
        reporting="indirect",
        voice=voice,
        sentence=scene.sentence(cue),
        cue=scene.span_of([cue]),
        to=() if to is None else (to,),
        firmness=sense.firmness,
        negated=denied is not None,
        core=verb is not None or _names_things(scene, cue),
        rank=2,
    )


def _names_things(scene: Scene, cue: "Token") -> bool:
    """Tell whether a lead-in says what it lists: "demanded three things:"."""
    thing = child(cue, "dobj")
    return thing is not None and thing.pos_ == "NOUN" and scene.speaking(thing) is None


def _led_to(scene: Scene, holders: list["Token"]) -> Voice | None:
    """Give of whom a lead-in asks: "demanded of B:", "called on B to:", "demands put to B:"."""
    for holder in holders:
        for word in ("of", "on", "to", "from"):
            prep = preposition(holder, word)
            inner = object_of(prep) if prep is not None else None
            noun = inner if inner is not None and inner.pos_ in {"PROPN", "NOUN"} else None
            voice = scene.speaking(noun)
            if voice is not None:
                return voice
    return None
