"""What do verbs and adjectives of saying report? One draft per act that a verb carries."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracktwo.actors.actor import Actor
from tracktwo.documents.document import Span
from tracktwo.reading.complements import Complement, complement, is_subjunctive, parts
from tracktwo.reading.draft import Draft
from tracktwo.reading.grammar import (
    auxiliaries,
    child,
    children,
    climbs,
    negation,
    object_of,
    preposition,
    subject,
    subtree,
)
from tracktwo.reading.lexicon import Lexicon, Sense, lexicon
from tracktwo.reading.passages import Passage
from tracktwo.reading.speakers import Speakers, Voice
from tracktwo.reading.statement import Reporting

if TYPE_CHECKING:
    from spacy.tokens import Token

_PARTICLES = {"rule": "out", "turn": "down"}
_FIRST = frozenset({"i", "we"})
_UNREAL_CLAUSES = frozenset({"if", "unless", "whether", "should", "were", "once", "until"})
_SPLIT = frozenset({"demand", "promise", "accept"})
_FURTHER_THAT = re.compile(r",?\s+and\s+that\s+|,\s+that\s+(?=(?:the|it|an?|its|they|no|[A-Z])\b)")
UNNAMED = Actor("many", "many (unnamed)", "group")


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """What the rules for one passage need: the passage, the text, and who says "I" in it."""

    passage: Passage
    text: str
    speakers: Speakers
    first: Actor | None = None
    quoted: tuple[tuple[Span, Actor], ...] = ()

    def within(self, quoted: tuple[tuple[Span, Actor], ...]) -> "Scene":
        """Give the same scene, knowing whose words stand in its quotations."""
        return replace(self, quoted=quoted)

    def sentence(self, token: "Token") -> Span:
        """Give the sentence of a token as a span of the document."""
        return self.passage.span_of(token.sent, self.text)

    def voice(self, token: "Token | None") -> Voice | None:
        """Give whom a token means."""
        if token is None:
            return None
        return self.speakers.voice(token, self.passage, self._first_person(token))

    def _first_person(self, token: "Token") -> Actor | None:
        """Give who says "I" at a token: the speaker of the quotation around it, or of the turn."""
        if not self.quoted:
            return self.first
        place = self.passage.place(token.idx, token.idx + len(token))
        return next((actor for span, actor in self.quoted if span.covers(place)), self.first)


def frames(scene: Scene) -> Iterator[Draft]:
    """Give a draft for each act that a verb or adjective of the passage reports.

    A verb counts when the act took place: not under "would" or "could" (unless the speaker
    says "I" or "we"), not in a condition or question, not as a mere infinitive.
    """
    words = lexicon()
    for token in scene.passage.parse:
        if token.pos_ in {"VERB", "AUX"} and token.dep_ not in {
            "amod",
            "compound",
            "aux",
            "auxpass",
        }:
            yield from _verb(scene, token, words)
        if token.pos_ in {"ADJ", "VERB"} and token.dep_ in {
            "acomp",
            "oprd",
            "attr",
            "ROOT",
            "conj",
        }:
            yield from _adjective(scene, token, words)


def lemma_of(verb: "Token") -> str:
    """Give the lexicon's key for a verb: its lemma, with a particle it needs ("rule_out")."""
    particle = _PARTICLES.get(verb.lemma_.lower())
    if particle and any(each.lower_ == particle for each in verb.children):
        return f"{verb.lemma_.lower()}_{particle}"
    return verb.lemma_.lower()


def _verb(scene: Scene, verb: "Token", words: Lexicon) -> Iterator[Draft]:
    senses = words.verbs.get(lemma_of(verb), ())
    if not senses or not is_live(verb, words):
        return
    for sense in senses:
        found = complement(verb, sense.takes, sense.addressee)
        if found is not None:
            yield from _drafts(scene, verb, sense, found)
            return


def is_live(verb: "Token", words: Lexicon) -> bool:
    """Tell whether a verb says that its act took place; a bare "rule out" in a wish does not."""
    if verb.sent.text.rstrip().endswith("?") or _in_condition(verb) or _is_doubted(verb):
        return False
    aux = {each.lower_ for each in auxiliaries(verb)}
    if "to" in aux or (not aux and (verb.tag_ == "VB" or (verb.tag_, verb.dep_) == ("VBN", "advcl"))):
        return False
    who = subject(verb)
    first = who is not None and who.lower_ in _FIRST
    return first or not aux & words.unreal


def _is_doubted(verb: "Token") -> bool:
    """Tell whether a verb stands in a clause of which there is "little indication"."""
    for ancestor, _ in climbs(verb):
        if ancestor.pos_ == "NOUN" and any(
            each.lower_ in {"little", "no", "few"} for each in ancestor.children
        ):
            return True
    return False


def _in_condition(verb: "Token") -> bool:
    """Tell whether a verb stands in a condition or an indirect question."""
    for each in (verb, *(ancestor for ancestor, _ in climbs(verb))):
        if each.dep_ in {"advcl", "ccomp"}:
            marks = {m.lower_ for m in children(each, "mark")} | {
                a.lower_ for a in children(each, "aux") if a.i == each.left_edge.i
            }
            if marks & _UNREAL_CLAUSES:
                return True
    return False


def _drafts(scene: Scene, verb: "Token", sense: Sense, found: Complement) -> Iterator[Draft]:
    voice = _speaker(scene, verb, found)
    if voice is None or (verb.dep_ == "advcl" and found.kind == "clause" and found.head.i == verb.head.i and sense.act != "claim"):
        return
    if sense.indicative is not None and found.kind == "clause" and not is_subjunctive(found.head):
        sense = replace(sense, act=sense.indicative, report=True)
    cue = _cue(scene, verb)
    to = scene.voice(found.addressee)
    if _leads_a_list(found):
        who = child(found.head, "nsubj") if found.head.pos_ in {"VERB", "AUX"} else found.head
        yield _lead(scene, verb, sense, voice, to or scene.voice(who))
        return
    denied = negation(verb) is not None or verb.lower_ in {"neither", "nor"}
    several = (
        parts(found) if sense.act in {"demand", "promise"} else [(found.head, list(found.tokens))]
    )
    for head, tokens in several:
        content = _content(scene, tokens, verb)
        if not content:
            continue
        for part in _that_clauses(scene.text, content) if sense.act in _SPLIT else [content]:
            yield Draft(
                passage=scene.passage.number,
                content=part,
                act=sense.act,
                reporting=reporting(scene, part, found.kind),
                voice=voice,
                sentence=scene.sentence(verb),
                cue=cue,
                to=(to,) if to is not None else (),
                subtype=sense.subtype,
                firmness=sense.firmness,
                negated=denied,
                reports=sense.report and found.kind in {"clause", "as", "named"},
                rank=1 if found.kind == "clause" else 2,
                lead=head.i,
                relay=sense.subtype == "evidence" and found.kind == "as",
            )


def _that_clauses(text: str, content: tuple[Span, ...]) -> list[tuple[Span, ...]]:
    """Cut "A do this, that B do that, and that it stop" into what each "that" asks."""
    if len(content) != 1:
        return [content]
    whole = content[0]
    cuts = list(_FURTHER_THAT.finditer(text, whole.start, whole.end))
    starts = [whole.start, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), whole.end]
    return [(Span(start, end),) for start, end in zip(starts, ends, strict=True) if end > start]


def _leads_a_list(found: Complement) -> bool:
    """Tell whether what a verb takes breaks off at a colon: "demanded that NATO:"."""
    last = found.tokens[-1]
    after = last.doc[last.i + 1] if last.i + 1 < len(last.doc) else last
    return (
        len(found.tokens) <= 4 and ":" in {last.text, after.text} and after.i == len(last.doc) - 1
    )


def _lead(scene: Scene, verb: "Token", sense: Sense, voice: Voice, to: Voice | None) -> Draft:
    """Give the draft of a lead-in: its words from the cue to the colon; the list holds the rest."""
    cue = _cue(scene, verb)
    words = [each for each in verb.doc[verb.i : verb.sent.end] if not each.is_punct]
    content = scene.passage.span_of(words, scene.text)
    return Draft(
        passage=scene.passage.number, content=(content,), act=sense.act, reporting="indirect", voice=voice,
        sentence=scene.sentence(verb), cue=cue, to=(to,) if to is not None else (),
        firmness=sense.firmness, rank=2, lead=verb.i,
    )  # fmt: skip


def _speaker(scene: Scene, verb: "Token", found: Complement) -> Voice | None:
    """Give who acts; None where the subject is nobody who could."""
    who = subject(verb)
    if who is None and _is_widely(verb):
        return Voice(UNNAMED)
    if who is None or (found.head.i == who.i and found.kind != "clause"):
        return None
    if who.tag_ in {"WDT", "WP"}:
        return None
    voice = scene.voice(who)
    if voice is None or not can_speak(who, voice, scene):
        return None
    return voice


def _is_widely(verb: "Token") -> bool:
    """Tell whether a passive without an agent speaks for many: "were widely interpreted as"."""
    return any(
        each.lower_ in {"widely", "generally", "commonly", "broadly"} for each in verb.children
    )


def can_speak(who: "Token", voice: Voice, scene: Scene) -> bool:
    """Tell whether a subject is somebody: named, a pronoun that was resolved, or a speaking noun."""
    if who.pos_ == "PRON" or voice.actor.type not in {"group", "person", "region"}:
        return True
    if scene.speakers.cast.named(scene.passage.number, who.i) is not None:
        return voice.actor.type != "region"
    if voice.actor.id in scene.speakers.cast.actors:
        return True
    if who.pos_ == "PROPN":
        return True
    of = preposition(who, "of")
    return lexicon().can_speak(who.lower_) or (who.pos_ == "NUM" and of is not None)


def _cue(scene: Scene, verb: "Token") -> Span:
    """Give the words that signal the act: the verb with its auxiliaries, denial and particle."""
    tokens = [verb, *children(verb, "aux", "auxpass", "neg", "prt")]
    prep = preposition(verb, "on", "upon", "for")
    if prep is not None and verb.lemma_ in {"call", "ask"} and prep.i - verb.i < 4:
        tokens.append(prep)
    near = [each for each in tokens if abs(each.i - verb.i) < 4]
    return scene.passage.span_of(sorted(near, key=lambda each: each.i), scene.text)


def _content(scene: Scene, tokens: "list[Token]", verb: "Token") -> tuple[Span, ...]:
    """Give the spans of what is reported, without the clause that reports it."""
    own = {verb.i, *(each.i for branch in _own_words(verb) for each in branch.subtree)}
    kept = [each for each in sorted(tokens, key=lambda each: each.i) if each.i not in own]
    if not kept:
        return ()
    if all(each.pos_ in {"PRON", "DET", "PUNCT"} for each in kept):
        return (
            scene.passage.span_of(subtree(verb, children(verb, "advcl", "conj", "cc")), scene.text),
        )
    split = [each for each in kept if each.i < verb.i], [each for each in kept if each.i > verb.i]
    spans = [scene.passage.span_of(side, scene.text) for side in split if _is_content(side)]
    return tuple(span for span in spans if span.end > span.start)


def _own_words(verb: "Token") -> list["Token"]:
    """Give the branches that belong to the reporting clause itself."""
    return [
        each
        for each in verb.children
        if each.dep_ in {"nsubj", "aux", "auxpass", "neg", "mark", "agent"}
    ]


def _is_content(tokens: "list[Token]") -> bool:
    return any(not each.is_punct and each.pos_ not in {"CCONJ", "SCONJ"} for each in tokens)


def reporting(scene: Scene, content: tuple[Span, ...], kind: str) -> Reporting:
    """Give how content is reported, from the quotation marks in it and the kind of complement."""
    hull = Span(content[0].start, content[-1].end)
    quoted = [quote.span for quote in scene.passage.quotes if quote.span.overlap(hull)]
    if quoted and all(any(q.covers(span) for q in quoted) for span in content):
        return "direct"
    if any(hull.covers(quote) for quote in quoted):
        return "mixed"
    if scene.first is not None and scene.passage.turn is not None and kind == "turn":
        return "turn"
    return "nominal" if kind in {"object", "prepositional"} else "indirect"


def _adjective(scene: Scene, adjective: "Token", words: Lexicon) -> Iterator[Draft]:
    """Read "is ready to talk", "remains opposed to quotas"."""
    sense = words.adjectives.get(adjective.lower_)
    verb = adjective if adjective.dep_ in {"ROOT", "conj"} else adjective.head
    if sense is None or not is_live(verb, words):
        return
    clause = next((c for c in children(adjective, "xcomp", "ccomp")), None)
    prep = preposition(adjective, "to", "about", "of", "for")
    inner = clause if clause is not None else object_of(prep) if prep is not None else None
    who = subject(verb)
    voice = scene.voice(who)
    if inner is None or who is None or voice is None or not can_speak(who, voice, scene):
        return
    tokens = (
        subtree(adjective)
        if sense.subtype
        else subtree(clause)
        if clause is not None
        else subtree(inner)
    )
    content = (scene.passage.span_of(tokens, scene.text),)
    yield Draft(
        passage=scene.passage.number,
        content=content,
        act=sense.act,
        reporting="indirect",
        voice=voice,
        sentence=scene.sentence(verb),
        cue=scene.passage.span_of([adjective], scene.text),
        subtype=sense.subtype,
        firmness=sense.firmness,
        negated=negation(verb) is not None or child(adjective, "neg") is not None,
        rank=3,
        lead=inner.i,
    )
