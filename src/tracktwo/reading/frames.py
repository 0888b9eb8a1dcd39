"""What do verbs of saying report? One draft per act that a verb carries."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from tracktwo.actors.actor import Actor
from tracktwo.documents.document import Span
from tracktwo.reading.adjectives import adjective
from tracktwo.reading.complement import Complement
from tracktwo.reading.complements import (
    complement,
    is_subjunctive,
    reported_beside,
    small_words,
)
from tracktwo.reading.coordination import parts
from tracktwo.reading.deeds import cue_of, plain_answer, unwilling, within_quotes
from tracktwo.reading.draft import Draft
from tracktwo.reading.expected import expected
from tracktwo.reading.grammar import (
    agent_behind,
    child,
    children,
    is_passive,
    negation,
    noun_phrase,
    object_of,
    preposition,
    subject,
    subject_left_of,
    subtree,
    suffers,
)
from tracktwo.reading.idioms import idiom_at
from tracktwo.reading.lexicon import Sense, lexicon
from tracktwo.reading.mood import is_live, is_performed, is_refused
from tracktwo.reading.relative_asides import without_relative_asides
from tracktwo.reading.scene import Scene
from tracktwo.reading.speakers import Voice
from tracktwo.reading.terms import with_terms, without_verdicts
from tracktwo.reading.trailing import without_trailing

if TYPE_CHECKING:
    from spacy.tokens import Token

_NO_PREDICATE = frozenset({"amod", "compound", "aux", "auxpass"})
_PREDICATE = frozenset({"acomp", "oprd", "attr", "ROOT", "conj"})
_THINGS = frozenset({"object", "prepositional"})
_SPLIT = frozenset({"demand", "promise", "accept", "claim"})
_DENIED = frozenset({"demand", "promise", "propose", "threaten"})
_FURTHER_THAT = re.compile(
    r";\s+(?:and\s+)?|(?:,|(?<!\s))\s+(?:and|but)\s+that\s+|,\s+that\s+(?=(?:the|it|an?|its|they|no|[A-Z])\b)"
)
_NO_CONTENT = frozenset({"PUNCT", "CCONJ", "SCONJ", "which", "that", "who"})
_EVIDENCE = frozenset({"show", "demonstrate"})
_UNNAMED = Actor("many", "many (unnamed)", "group")


def frames(scene: Scene) -> Iterator[Draft]:
    """Give a draft for each act that a verb or adjective of the passage reports.

    A verb counts when the act took place (`is_live`) and its subject is somebody who can speak.
    Of its senses the first whose complement stands there counts. What is coordinated in a
    demand or promise, or goes on with "and that", makes a draft each.
    """
    for token in scene.passage.parse:
        if token.pos_ in {"VERB", "AUX"} and token.dep_ not in _NO_PREDICATE:
            yield from _verb(scene, token)
        if token.pos_ in {"ADJ", "VERB"} and token.dep_ in _PREDICATE:
            yield from adjective(scene, token)


def lemma_of(verb: "Token") -> str:
    """Give the lexicon's key for a verb: its lemma, with the small words that it needs.

    The longest that the lexicon holds: "hold_out_for" before "hold_out" before "hold".
    """
    lemma, known = verb.lemma_.lower(), lexicon().phrasal
    if lemma not in known:
        return lemma
    small = [each.lower_ for each in small_words(verb)]
    for length in (2, 1):
        for at in range(len(small) - length + 1):
            key = "_".join([lemma, *small[at : at + length]])
            if key in known[lemma]:
                return key
    return lemma


def _verb(scene: Scene, verb: "Token") -> Iterator[Draft]:
    if idiom_at(verb) is not None:
        return
    senses = lexicon().verbs.get(lemma_of(verb), ())
    if not senses:
        yield from unwilling(scene, verb)
        return
    if is_refused(verb) and any(each.act == "accept" for each in senses):
        yield from _refusal(scene, verb, senses)
        return
    if not is_live(verb):
        return
    yield from plain_answer(scene, verb)
    for sense in senses:
        found = complement(verb, sense.takes, sense.addressee) or _relative(verb, sense)
        if found is not None:
            if found.kind == "infinitive" and _names_an_act(found.head):
                return
            if not _is_beside(verb, sense, found):
                yield from _drafts(scene, verb, _meant(verb, sense, found), found)
            return


def _relative(verb: "Token", sense: Sense) -> Complement | None:
    """Give the noun of which a relative clause says what somebody does: "aid that X rejects"."""
    rejoins = sense.act in {"reject", "deny", "accept"} and "object" in sense.takes
    if not rejoins or verb.dep_ != "relcl" or is_passive(verb):
        return None
    thing = child(verb, "dobj")
    taken = thing is not None and thing.lower_ not in {"which", "that", "whom"}
    noun, who = verb.head, child(verb, "nsubj")
    if taken or who is None or who.tag_ in {"WDT", "WP"} or noun.pos_ != "NOUN":
        return None
    return Complement(noun, tuple(noun_phrase(noun)), "object")


def _names_an_act(verb: "Token") -> bool:
    """Tell whether what somebody wants to do is an act that he thereby does: "I wish to ask"."""
    known = lemma_of(verb) in lexicon().verbs or verb.head.lemma_ == "beg"
    return known and is_performed(verb)


def _refusal(scene: Scene, verb: "Token", senses: tuple[Sense, ...]) -> Iterator[Draft]:
    """Read "could not agree to X", "would not accept X" as a refusal of X."""
    sense = next((each for each in senses if each.act == "accept"), None)
    if sense is None or not is_refused(verb):
        return
    found = complement(verb, tuple(t for t in sense.takes if t != "on"), sense.addressee)
    if found is not None:
        refused = replace(sense, act="reject", firmness="firm", subtype="")
        drafts = _drafts(scene, verb, refused, found)
        yield from (replace(draft, negated=False) for draft in drafts)


def _is_beside(verb: "Token", sense: Sense, found: Complement) -> bool:
    """Tell whether an act stands beside the clause ("as X demanded, …") without asking it."""
    around = verb.dep_ == "advcl" and found.kind == "clause" and found.head.i == verb.head.i
    return around and sense.act != "claim"


def _meant(verb: "Token", sense: Sense, found: Complement) -> Sense:
    """Give the sense of a verb by what it takes.

    It tells where its clause does ("insisted that it was so"); to reject a charge is to deny it.
    """
    if sense.act == "reject" and "accuse" in lexicon().taken_up.get(found.head.lemma_, ()):
        return replace(sense, act="deny")
    if verb.lemma_ == "expect":
        return expected(verb, sense, found)
    if sense.indicative is None or found.kind != "clause" or is_subjunctive(found.head):
        return sense
    return replace(sense, act=sense.indicative, report=True)


def _drafts(scene: Scene, verb: "Token", sense: Sense, found: Complement) -> Iterator[Draft]:
    voice = _speaker(scene, verb, found)
    if voice is None and not _is_authors(scene, verb, sense):
        return
    denial = _denial(verb) if sense.act in _DENIED else ""
    if (denial == "never" and _is_first(verb)) or _is_named_act(verb, found, sense):
        return
    if denial == "longer" and sense.act == "demand":
        sense = replace(sense, act="accept", subtype="withdrawn_demand", firmness="stated")
    to = _told(scene, found) or _written_to(scene, verb, sense)
    if _leads_a_list(found):
        lead = _lead(scene, verb, sense, voice, to or scene.voice(_led_to(found)))
        yield replace(lead, core=found.kind in _THINGS)  # "demanded three things:"
        return
    draft = Draft(
        passage=scene.passage.number,
        content=(),
        act=sense.act,
        reporting="indirect",
        voice=voice,
        sentence=scene.sentence(verb),
        cue=cue_of(scene, verb),
        to=(to,) if to is not None else (),
        subtype=sense.subtype,
        firmness=sense.firmness,
        negated=(_is_denied(verb) and sense.subtype != "withdrawn_demand")
        or verb.lower_ in {"neither", "nor"},
        reports=sense.report and found.kind in {"clause", "as", "named"},
        rank=1 if found.kind == "clause" else 2,
        relay=sense.subtype == "evidence" and found.kind == "as",
    )
    if sense.act in _SPLIT | {"propose"} and sense.act != "claim":
        found = _with_purpose(verb, found)
    if sense.act != "claim":
        found = without_trailing(with_terms(verb, found, sense.act))
    else:
        found = replace(found, tokens=tuple(without_verdicts(found.tokens)))
    found = without_relative_asides(found)
    several = parts(found) if sense.act in {"demand", "promise"} else [list(found.tokens)]
    for tokens in map(_before_quote, several):
        content = _content(scene, tokens, verb)
        for part in (
            _that_clauses(scene.text, content, draft.cue) if sense.act in _SPLIT else [content]
        ):
            if part:
                yield replace(draft, content=part, reporting=scene.reporting(part, found.kind))


def _told(scene: Scene, found: Complement) -> Voice | None:
    """Give whom a verb addresses; a thing is nobody: "pressed for a cut, a higher levy"."""
    who = found.addressee
    thing = who is not None and who.pos_ == "NOUN" and who.i > found.head.i
    return scene.speaking(who) if thing else scene.voice(who)


def _written_to(scene: Scene, verb: "Token", sense: Sense) -> Voice | None:
    """Give to whom somebody writes or turns, "demanding" something."""
    beside = verb.dep_ in {"advcl", "xcomp", "acl"} and verb.tag_ == "VBG"
    if sense.act != "demand" or not beside or child(verb, "nsubj") is not None:
        return None
    prep = preposition(verb.head, "to") if verb.head.pos_ == "VERB" else None
    told = object_of(prep) if prep is not None else child(verb.head, "dobj")
    writes = verb.head.lemma_.lower() in {"write", "turn", "appeal", "speak", "petition", "email"}
    return scene.speaking(told) if writes else None


def _is_authors(scene: Scene, verb: "Token", sense: Sense) -> bool:
    """Tell whether the author does by these words what they name: "I urge both sides to stop"."""
    plain = verb.tag_ == "VBP" and child(verb, "aux") is None and _is_first(verb)
    own = scene.first is None and not within_quotes(scene, verb)
    return plain and own and sense.act != "claim"


def _with_purpose(verb: "Token", found: Complement) -> Complement:
    """Take in the "for" behind a thing that the parser hung on the verb: "an exit *for* miners"."""
    last = found.tokens[-1]
    after = last.nbor() if last.i + 1 < len(last.doc) else last
    times = lexicon().words["times"] | {"time"}
    inner = object_of(after) if after.lower_ == "for" and after.head.i == verb.i else None
    if found.kind != "object" or inner is None or inner.lemma_.lower() in times:
        return found
    return replace(found, tokens=(*found.tokens, *after.subtree))


def _denial(verb: "Token") -> str:
    """Give the word that denies a verb, "" for none: "no *longer* demand"."""
    denied = negation(verb)
    return "" if denied is None else denied.lower_


def _before_quote(tokens: list["Token"]) -> list["Token"]:
    """Leave out a quotation that a colon adds to a clause: "demanded that it wait: “…”"."""
    for at, token in enumerate(tokens[:-1]):
        if at and token.text == ":" and tokens[at + 1].is_quote:
            return tokens[:at]
    return tokens


def _is_named_act(verb: "Token", found: Complement, sense: Sense) -> bool:
    """Tell whether a verb takes an act by its name: "insist on its demand that …".

    The noun then says what is asked; or what is done: "announced an offer of 4 crowns".
    """
    named = lexicon().nouns.get(found.head.lemma_.lower())
    things = found.kind in {"object", "prepositional"}
    if named is not None and found.kind == "object" and sense.act == "claim" != named.act:
        return lexicon().support.get(verb.lemma_.lower()) == "do"
    same = things and named is not None and named.act == sense.act == "demand"
    return same and child(found.head, "acl", "ccomp", "relcl") is not None


def _that_clauses(
    text: str, content: tuple[Span, ...], cue: Span | None = None
) -> list[tuple[Span, ...]]:
    """Cut "A do this, that B do that, and that it stop" into what each "that" asks."""
    if len(content) != 1 or (cue is not None and content[0].end <= cue.start):
        return [_of_one_clause(text, content)]
    whole = content[0]
    cuts = list(_FURTHER_THAT.finditer(text, whole.start, whole.end))
    starts = [whole.start, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), whole.end]
    return [(Span(start, end),) for start, end in zip(starts, ends, strict=True) if end > start]


def _of_one_clause(text: str, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """Leave out what ";" or ":" parts from the clause around a cue: "A; B, she said, C"."""
    if not content:
        return content
    first = content[0]
    cut = max(text.rfind(each, first.start, first.end) for each in ("; ", ": "))
    start = first.start if cut < 0 else cut + 2
    return (Span(start, first.end), *content[1:]) if start < first.end else content[1:]


def _leads_a_list(found: Complement) -> bool:
    """Tell whether what a verb takes breaks off at a colon: "demanded that NATO:"."""
    last = found.tokens[-1]
    after = last.doc[last.i + 1] if last.i + 1 < len(last.doc) else last
    ends = after.i == len(last.doc) - 1
    return ends and len(found.tokens) <= 4 and ":" in {last.text, after.text}


def _led_to(found: Complement) -> "Token | None":
    """Give of whom a lead-in asks: the subject of its broken clause, or what it takes itself."""
    return child(found.head, "nsubj") if found.head.pos_ in {"VERB", "AUX"} else found.head


def _lead(
    scene: Scene, verb: "Token", sense: Sense, voice: Voice | None, to: Voice | None
) -> Draft:
    """Give the draft of a lead-in: its words from the cue to the colon; the list holds the rest."""
    words = [verb, *(t for t in verb.doc[verb.i + 1 : verb.sent.end] if not t.is_punct)]
    return Draft(
        passage=scene.passage.number,
        content=(scene.span_of(words),),
        act=sense.act,
        reporting="indirect",
        voice=voice,
        sentence=scene.sentence(verb),
        cue=cue_of(scene, verb),
        to=(to,) if to is not None else (),
        firmness=sense.firmness,
        negated=_is_denied(verb),
        rank=2,
    )


def _is_denied(verb: "Token") -> bool:
    return negation(verb) is not None or verb.lower_ in {"neither", "nor"}


def _speaker(scene: Scene, verb: "Token", found: Complement) -> Voice | None:
    """Give who acts; None where the subject is nobody who could, or a paper known by "it"."""
    who = subject(reported_beside(verb) or verb) or subject_left_of(verb)
    if who is None:
        return Voice(_UNNAMED) if _is_widely(verb) else None
    inside = found.head.i == who.i and found.kind != "clause"
    bare = verb.lemma_ in _EVIDENCE and who.pos_ == "PRON"
    if who.lemma_.lower() in lexicon().words["papers"]:
        who = _issuer(who) or who
    if inside or bare or who.tag_ in {"WDT", "WP"} or suffers(verb):
        return None
    return scene.speaking(who)


def _issuer(paper: "Token") -> "Token | None":
    """Give who puts out the paper that speaks: "A has issued a statement which says …"."""
    verb = paper.head if paper.dep_ == "dobj" else None
    return subject(verb) if verb is not None and verb.pos_ == "VERB" else None


def _is_first(verb: "Token") -> bool:
    """Tell whether the subject of a verb is "I" or "we"."""
    who = subject(verb)
    return who is not None and who.lower_ in {"i", "we"}


def _is_widely(verb: "Token") -> bool:
    """Tell whether a passive without an agent speaks for many: "were widely interpreted as"."""
    return any(each.lower_ in lexicon().words["widely"] for each in verb.children)


def _content(scene: Scene, tokens: "list[Token]", verb: "Token") -> tuple[Span, ...]:
    """Give the spans of what is reported, without the clause that reports it.

    A mere pronoun as content ("said so") stands for the whole clause.
    """
    own = {verb.i, *(each.i for branch in _own_words(verb) for each in branch.subtree)}
    kept = [each for each in sorted(tokens, key=lambda each: each.i) if each.i not in own]
    if not kept:
        return ()
    if all(each.pos_ in {"PRON", "DET", "PUNCT"} for each in kept):
        return (scene.span_of(subtree(verb, children(verb, "advcl", "conj", "cc"))),)
    split = [each for each in kept if each.i < verb.i], [each for each in kept if each.i > verb.i]
    spans = (scene.span_of(side) for side in split if _is_content(side))
    return tuple(span for span in spans if span.end > span.start)


def _own_words(verb: "Token") -> list["Token"]:
    """Give the branches that belong to the reporting clause itself."""
    by = agent_behind(verb) if is_passive(verb) else None
    own = children(verb, "nsubj", "aux", "auxpass", "neg", "mark", "agent")
    return own if by is None else [*own, by]


def _is_content(tokens: "list[Token]") -> bool:
    return any(_NO_CONTENT.isdisjoint({each.pos_, each.lower_}) for each in tokens)
