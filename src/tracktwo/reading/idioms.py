"""Which act does a set phrase report? "drew the line at", "poured cold water on"."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from tracktwo.reading.draft import Draft
from tracktwo.reading.grammar import child, negation, subject
from tracktwo.reading.lexicon import lexicon
from tracktwo.reading.mood import is_live, is_refused
from tracktwo.reading.pronouns import FIRST
from tracktwo.reading.reach import reach
from tracktwo.reading.scene import Scene
from tracktwo.reading.statement import Act, Firmness

if TYPE_CHECKING:
    from spacy.tokens import Token

_SLOTS = frozenset({"…", "~", "_"})
_LOOSE = frozenset({"DET", "ADV", "ADJ", "NUM", "PART"})
_OWN = frozenset({"its", "their", "his", "her", "our", "my", "your"})
_SELF = frozenset({"itself", "themselves", "himself", "herself", "myself", "ourselves", "yourself"})
_SKIPPED, _LONGEST_SLOT, _NEAR = 3, 25, 5


@dataclass(frozen=True, slots=True)
class Idiom:
    """A set phrase: its words from the verb's lemma on, and the act that it reports.

    `fixed` are those of its words that no slot or pronoun fills.
    """

    words: tuple[str, ...]
    act: Act
    firmness: Firmness = "stated"
    subtype: str = ""
    denied: bool = False
    fixed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """An idiom in a sentence: its own words, and what fills its slots."""

    idiom: Idiom
    words: "tuple[Token, ...]"
    content: "tuple[Token, ...]"
    addressee: "Token | None" = None


@cache
def idioms() -> Mapping[str, tuple[Idiom, ...]]:
    """Give the set phrases of ``data/idioms.toml`` by the lemma of their verb.

    Those that are denied stand first, then the longest.

    >>> [each.act for each in idioms()["pour"]][:1]
    ['reject']
    """
    source = files("tracktwo.reading").joinpath("data/idioms.toml").read_text(encoding="utf-8")
    found: dict[str, list[Idiom]] = {}
    for row in tomllib.loads(source)["idiom"]:
        for phrase in row["phrases"]:
            words = tuple(phrase.split())
            level, subtype = row.get("firmness", "stated"), row.get("subtype", "")
            fixed = frozenset(words[1:]) - _SLOTS - {"one's", "oneself"}
            idiom = Idiom(words, row["act"], level, subtype, row.get("denied", False), fixed)
            found.setdefault(words[0], []).append(idiom)
    return {
        lemma: tuple(sorted(held, key=lambda each: (not each.denied, -len(each.words))))
        for lemma, held in found.items()
    }


def idiomatic(scene: Scene) -> Iterator[Draft]:
    """Give a draft for each set phrase of a passage that says what somebody did.

    As with any verb it must say that the act took place, and of somebody who can speak; one that
    is set down with its denial ("would not budge on") counts under any auxiliary. What speakers
    say so of themselves in a turn is left to their own words.
    """
    for token in scene.passage.parse:
        found = idiom_at(token)
        if found is not None:
            yield from _draft(scene, token, found)


def idiom_at(verb: "Token") -> Found | None:
    """Give the set phrase that begins with a verb, None where none does or nothing fills it."""
    held = idioms().get(verb.lemma_.lower(), ()) if verb.pos_ in {"VERB", "AUX"} else ()
    if not held:
        return None
    behind = list(verb.doc[verb.i + 1 : verb.sent.end])
    words = {word for each in behind for word in (each.lower_, each.lemma_)}
    denied = any(negation(each) is not None for each in (verb, _main(verb)))
    for idiom in held:
        if (idiom.denied and not denied) or not words.issuperset(idiom.fixed):
            continue
        found = _match(verb, idiom, behind)
        if found is not None and found.content:
            return found
    return None


def _main(verb: "Token") -> "Token":
    """Give the verb to which an auxiliary belongs: of "would not *be* drawn" "drawn"."""
    return verb.head if verb.dep_ in {"aux", "auxpass"} else verb


def _match(verb: "Token", idiom: Idiom, behind: "list[Token]") -> Found | None:
    """Lay the words of an idiom along the sentence behind its verb."""
    doc, first, at = verb.doc, verb.i + 1, verb.i + 1
    end = first + len(behind)
    words, slots, open_slot = [verb], {}, ""
    for word in idiom.words[1:]:
        if word in _SLOTS:
            open_slot = word
            continue
        if word == "one's":
            at += at < end and doc[at].lower_ in _OWN
            continue
        place = _place(word, behind[at - first :], slot=bool(open_slot))
        if place is None:
            return None
        if open_slot:
            slots[open_slot] = tuple(doc[at:place])
        open_slot, at = "", place + 1
        words.append(doc[place])
    if open_slot:
        slots[open_slot] = _rest(words)
    return Found(idiom, tuple(words), slots.get("…", ()), _head(slots.get("~", ())))


def _place(word: str, tokens: "list[Token]", *, slot: bool) -> int | None:
    """Give where a word stands next: behind anything in a slot, else behind loose words alone."""
    most = _LONGEST_SLOT if slot else _SKIPPED
    for number, token in enumerate(tokens):
        own = token.lower_ in _SELF if word == "oneself" else word in {token.lower_, token.lemma_}
        if own and (number or not slot):
            return token.i
        loose = token.pos_ in _LOOSE or token.lower_ in _OWN
        if number >= most or not (loose or (slot and token.text not in {";", ":", "."})):
            return None
    return None


def _rest(words: "list[Token]") -> "tuple[Token, ...]":
    """Give the clause behind an idiom, with the "to" of its infinitive."""
    tokens = reach(words[0], words[-1].i + 1)
    last = words[-1]
    if tokens and last.lower_ == "to" and tokens[0].tag_ == "VB":
        return (last, *tokens)
    near = [at for at, each in enumerate(tokens[:_NEAR]) if _joins(each)]
    return tokens[near[0] + 1 :] if near else tokens


def _joins(token: "Token") -> bool:
    return token.lower_ == "that" and token.dep_ == "mark"


def _head(tokens: "tuple[Token, ...]") -> "Token | None":
    """Give the head of some words that name somebody."""
    held = {each.i for each in tokens}
    return next((each for each in tokens if each.head.i not in held), None)


def _is_first(who: "Token") -> bool:
    """Tell whether a speaker speaks of what is his own: "I", "we", "our members"."""
    return any(each.lower_ in FIRST for each in (who, *who.children))


def _act(found: Found) -> Act:
    """Give the act of a set phrase; who puts his wishes on the table demands."""
    words = lexicon().words
    head = _head(found.content)
    word = head.lemma_.lower() if head is not None else ""
    wishes = word in words["wishes"] | words["conditions"] | words["askings"] | {"demand", "list"}
    return "demand" if wishes and found.idiom.act == "propose" else found.idiom.act


def _draft(scene: Scene, verb: "Token", found: Found) -> Iterator[Draft]:
    verb = _main(verb)
    if not is_live(verb) and not (found.idiom.denied and is_refused(verb)):
        return
    who = subject(verb) or child(verb, "nsubjpass")
    voice = scene.speaking(who)
    own = who is not None and scene.passage.turn is not None and _is_first(who)
    content = scene.span_of(found.content)
    if voice is None or own or content.end == content.start:
        return
    to = scene.voice(found.addressee)
    says = any(each.tag_ in {"VBD", "VBZ", "VBP", "MD"} for each in found.content)
    yield Draft(
        passage=scene.passage.number,
        content=(content,),
        act=_act(found),
        reporting=scene.reporting((content,), "clause" if says else "object"),
        voice=voice,
        sentence=scene.sentence(verb),
        cue=scene.span_of(each for each in found.words if each.i - verb.i < _LONGEST_SLOT),
        to=(to,) if to is not None else (),
        subtype=found.idiom.subtype,
        firmness=found.idiom.firmness,
        negated=not found.idiom.denied and negation(verb) is not None,
        reports=found.idiom.act == "claim",
        rank=1,
    )
