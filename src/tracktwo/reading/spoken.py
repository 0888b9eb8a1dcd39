"""What do speakers and authors say in their own voice? The sentences that no cue covers."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tracktwo.documents.document import Span
from tracktwo.reading.draft import Draft
from tracktwo.reading.frames import Scene
from tracktwo.reading.grammar import child, children, subtree
from tracktwo.reading.lexicon import lexicon
from tracktwo.reading.speakers import Voice

if TYPE_CHECKING:
    from spacy.tokens import Span as Stretch
    from spacy.tokens import Token

_GREETING = re.compile(
    r"^\W*(?:good afternoon|good (?:morning|afternoon|evening|day)|welcome|hello|hi|certainly|it['’]s been a pleasure|"
    r"my pleasure|goodbye|that['’]s all|three things|two things)\b(?:[^.!?]|\b(?:Dr|Mr|Ms|Mrs)\.){0,60}[.!?]?\s*$|^\W*thank(?:s| you)\b", re.IGNORECASE
)  # fmt: skip
_OPENERS = re.compile(
    r"(?:However|Ultimately|Meanwhile|On the other hand|On one hand|On the one hand|For now|Moreover|Furthermore|Indeed|"
    r"With respect|What I can say is that|Though|Still|But|And|So|Then|Well|Now),?\s*"
)
_MIN_WORDS = 3


def spoken(scene: Scene, drafts: list[Draft]) -> Iterator[Draft]:
    """Give a draft for each sentence, or clause of its own, that no other draft covers.

    In a turn the words are the speaker's (a host's are no core statements); elsewhere they are
    the author's narrative, core only where they set a record against a claim. Questions and
    greetings are none. A sentence of which other drafts cover more than half is theirs.
    """
    turn = scene.passage.turn
    for sentence in scene.passage.parse.sents:
        if sentence.text.rstrip(' ”"’').endswith(("?", ":")) or _GREETING.match(sentence.text):
            continue
        for tokens in _clauses(sentence):
            span = _without_opener(scene, scene.passage.span_of(tokens, scene.text))
            if span.end - span.start < 2 or _is_covered(span, drafts, scene):
                continue
            words = scene.text[span.start : span.end]
            short = len(words.split()) < _MIN_WORDS
            if short and (turn is None or not _answers(words)):
                continue
            yield _draft(scene, sentence, span, tokens)


def _answers(words: str) -> bool:
    return bool(
        re.match(
            r"\W*(?:yes|no|absolutely|agreed|exactly|never|some of it|she was right|i welcome that)\W*$",
            words,
            re.IGNORECASE,
        )
    )


def _draft(scene: Scene, sentence: "Stretch", span: Span, tokens: "list[Token]") -> Draft:
    turn = scene.passage.turn
    host = turn is not None and turn.host
    counters = turn is None and bool(
        _counter_cue(
            scene.text[span.start - 30 if span.start > 30 else 0 : span.start], sentence.text
        )
    )
    voice = Voice(scene.first) if turn is not None and scene.first is not None else None
    return Draft(
        passage=scene.passage.number,
        content=(span,),
        act="claim",
        reporting="turn" if turn is not None else "narrative",
        voice=voice,
        sentence=scene.passage.span_of(sentence, scene.text),
        core=(turn is not None and not host) or counters,
        subtype="counter_evidence" if counters else "",
        rank=8,
        reports=False,
        lead=next((t.i for t in tokens if t.dep_ == "ROOT"), tokens[0].i),
    )


def _counter_cue(_before: str, sentence: str) -> bool:
    return bool(
        re.match(
            r"\W*(?:Despite (?:these|this|those|the|such)|Nor (?:was|were|did|is|has)|Contrary to|In (?:fact|reality))\b",
            sentence,
        )
    )


def _clauses(sentence: "Stretch") -> list["list[Token]"]:
    """Cut a sentence where clauses with subjects of their own are coordinated by a comma and "and"."""
    root = sentence.root
    own = [each for each in children(root, "conj") if each.pos_ in {"VERB", "AUX"} and child(each, "nsubj", "expl", "nsubjpass") is not None
           and each.i - root.i > 3 and not _is_semicolon(each)]  # fmt: skip
    leading = _leading_clauses(root)
    loose = [each for each in root.children if each.dep_ == "cc"]
    first = subtree(root, [*own, *leading, *(loose if own else [])])
    return [first, *([*subtree(each)] for each in own)]


def _is_semicolon(conj: "Token") -> bool:
    before = conj.doc[conj.left_edge.i - 1].text if conj.left_edge.i else ""
    return before == ";"


def _leading_clauses(root: "Token") -> list["Token"]:
    """Give subordinate clauses before the main one that set its scene: "As tensions rise, …"."""
    found = []
    for each in root.children:
        if each.dep_ == "advcl" and each.i < root.i:
            marks = {m.lower_ for m in children(each, "mark", "advmod")}
            if marks & {"as", "when", "while", "although", "though"}:
                found.append(each)
        if each.dep_ == "prep" and each.lower_ in {"by", "despite"} and each.i < root.i:
            found.append(each)
    return found


def _without_opener(scene: Scene, span: Span) -> Span:
    match = _OPENERS.match(scene.text, span.start, span.end)
    return Span(match.end(), span.end) if match and match.end() < span.end else span


def _is_covered(span: Span, drafts: list[Draft], scene: Scene) -> bool:
    """Tell whether other drafts have more than half of a span, their cues and speakers counted."""
    covered = set()
    for draft in drafts:
        if draft.passage != scene.passage.number:
            continue
        for part in [*draft.content, *([draft.cue] if draft.cue else [])]:
            covered |= set(range(max(part.start, span.start), min(part.end, span.end)))
        mention = draft.voice.mention if draft.voice else None
        if mention is not None and draft.cue is not None:
            covered |= set(range(max(mention.start, span.start), min(mention.end, span.end)))
    return len(covered) * 2 > span.end - span.start


def counter_opening(words: str) -> bool:
    """Tell whether a sentence sets itself against what went before it."""
    return bool(lexicon().patterns["counter"].match(words.lstrip(' “"')))
