"""What does somebody want done? "wants the shaft reopened, the men taken back and a vote held"."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tracktwo.documents.document import Span
from tracktwo.reading.draft import Draft
from tracktwo.reading.grammar import negation, subject, subject_left_of
from tracktwo.reading.lexicon import lexicon
from tracktwo.reading.mood import is_live, is_offered
from tracktwo.reading.scene import Scene
from tracktwo.reading.trailing import names_all

if TYPE_CHECKING:
    from spacy.tokens import Token

_JOINT = re.compile(r"\s*(?:,\s*(?:and\s+)?|;\s*(?:and\s+)?|(?<!\s)\s+and\s+)(?:for\s+)?")
_END = re.compile(
    r"[.!?](?=\s|$)|\s[–—]\s|:|,?\s(?:but|while|although|because|or else)\s|"
    r",\s(?=(?:said|says|which|who|saying|according|he|she|they|it)\b)"
)
_NAMING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "PART"})
_DONE = frozenset({"VBN", "VBD", "JJ"})
_LONGEST = 25


def wanted_done(scene: Scene) -> Iterator[Draft]:
    """Give a draft for each thing that somebody wants done, as a row of such clauses.

    Each is a noun with a participle ("the fees halved") or an infinitive ("the vote to be held
    again") behind it, in a row of two or more parted by commas and a last "and". Read off the
    words, as parsers make main clauses of the later ones. Who is to act ("the minister to
    resign") is asked, and stands outside the content.
    """
    for verb in scene.passage.parse:
        if verb.lemma_.lower() not in lexicon().words["wanting_done"] or verb.pos_ != "VERB":
            continue
        if not (is_live(verb) or is_offered(verb)) or negation(verb) is not None:
            continue
        rows = _row(scene, verb)
        who = subject(verb) or subject_left_of(verb)
        voice = scene.speaking(who) if len(rows) > 1 else None
        if voice is None:
            continue
        for words, at in rows:
            actor = scene.voice(words[at - 1]) if _acts(scene, words, at) else None
            content = (scene.span_of(words[at:] if actor is not None else words),)
            yield Draft(
                passage=scene.passage.number,
                content=content,
                act="demand",
                reporting=scene.reporting(content, "infinitive"),
                voice=voice,
                sentence=scene.sentence(verb),
                cue=scene.span_of([verb]),
                to=() if actor is None else (actor,),
                rank=0,
            )


def _acts(scene: Scene, words: "list[Token]", at: int) -> bool:
    """Tell whether the noun before "to" is somebody who is to act, not a thing to be done."""
    infinitive = words[at].lower_ == "to" and words[at + 1].lower_ not in {"be", "have"}
    return infinitive and scene.speaking(words[at - 1]) is not None


def _row(scene: Scene, verb: "Token") -> "list[tuple[list[Token], int]]":
    """Give the clauses behind a verb, each with where its participle or "to" stands.

    Empty where one of them, but for the last, is no such clause: then this is no such row.
    """
    start = scene.passage.place_of(verb).end
    stop = _END.search(scene.text, start, scene.sentence(verb).end)
    whole = Span(start, stop.start() if stop else scene.sentence(verb).end)
    cuts = list(_JOINT.finditer(scene.text, whole.start, whole.end))
    starts, ends = [whole.start, *(c.end() for c in cuts)], [*(c.start() for c in cuts), whole.end]
    rows: list[tuple[list[Token], int]] = []
    for first, last in zip(starts, ends, strict=True):
        words = [each for each in scene.passage.tokens(Span(first, last)) if not each.is_space]
        if words and names_all(tuple(words)):
            break
        at = turn(words)
        if at is not None:
            rows.append((words, at))
        elif rows and _goes_on(words):
            rows[-1][0].extend(scene.passage.tokens(Span(first, last)))
        else:
            return []
    return rows


def _goes_on(words: "list[Token]") -> bool:
    """Tell whether words only go on with the clause before: "by May and at once"."""
    return not any(each.tag_ in {"VBZ", "VBP", "MD", "VBD"} for each in words)


def turn(words: "list[Token]") -> int | None:
    """Give where a noun ends and what is to be done begins: "the fees halved"; else None."""
    if not 1 < len(words) <= _LONGEST or words[0].pos_ not in _NAMING:
        return None
    noun = False
    for at, token in enumerate(words):
        later = words[at + 1 :]
        if noun and token.lower_ == "to" and later and later[0].tag_ in {"VB", "VBP"}:
            return at
        if noun and token.tag_ in _DONE and token.lower_.endswith(("ed", "n", "t", "ft", "ut")):
            named = any(each.pos_ in {"NOUN", "PROPN"} for each in later[:1])
            return None if named else at
        if noun and token.lower_ in lexicon().words["done"]:
            return at
        qualifies = not noun and token.tag_ in {"VBN", "VBG", "JJ"}
        noun = noun or token.pos_ in {"NOUN", "PROPN", "PRON"}
        if qualifies:
            continue
        if token.pos_ not in _NAMING and token.lower_ not in {"of", "in", "on", "from", "at"}:
            return None
    return None
