"""What do speakers and authors say in their own voice? The sentences that no cue covers."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from tracktwo.documents.document import Span
from tracktwo.reading.covered import Covered
from tracktwo.reading.draft import Draft
from tracktwo.reading.grammar import child, children, subtree
from tracktwo.reading.lexicon import lexicon
from tracktwo.reading.retold import retold
from tracktwo.reading.scene import Scene
from tracktwo.reading.speakers import Voice

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_GREETING = re.compile(
    r"^\W*(?:good (?:morning|afternoon|evening|day)|welcome|hello|hi|certainly|"
    r"it['’]s been a pleasure|my pleasure|goodbye|that['’]s all|(?:two|three|four) things)\b"
    r"(?:[^.!?]|\b(?:Dr|Mr|Ms|Mrs)\.){0,60}[.!?]?\s*$|^\W*thank(?:s| you)\b",
    re.IGNORECASE,
)
_OPENERS = re.compile(
    r"(?:However|Ultimately|Meanwhile|On the other hand|On one hand|On the one hand|For now|"
    r"Moreover|Furthermore|Indeed|What I can say is that|Though|Still|But|And|So|Then|"
    r"With respect|Well|Now)\b,?\s*"
)
_ANSWER = re.compile(
    r"\W*(?:yes|no|absolutely|agreed|exactly|never|indeed|certainly|of course|perhaps|"
    r"(?:some|part|most|all|none) of (?:it|that|them)|"
    r"(?:he|she|it|they|that|you) (?:is|was|are|were) (?:right|wrong|true|false)|"
    r"(?:i|we) (?:welcome|accept|reject|support|oppose|doubt) (?:it|that|this)|"
    r"(?:i|we) (?:do|did|will|refuse|agree|accept|object|decline|disagree|don['’]t|won['’]t))\W*$",
    re.IGNORECASE,
)
_COUNTERS = re.compile(
    r"\W*(?:Despite (?:these|this|those|the|such)|Nor (?:was|were|did|is|has)|Contrary to|"
    r"In (?:fact|reality))\b"
)
_SCENE_SETTING = frozenset({"as", "when", "while", "although", "though"})
_MIN_WORDS = 3


def spoken(scene: Scene, drafts: list[Draft]) -> Iterator[Draft]:
    """Give a draft for each sentence, or clause of its own, that no other draft covers.

    In a turn the words are the speaker's (a host's are no core statements); elsewhere they are
    the author's narrative, core only where they set a record against a claim. Questions and
    greetings are none. A sentence of which other drafts cover more than half is theirs.
    """
    covered, told = Covered.by(_parts(drafts)), None
    for sentence in scene.passage.parse.sents:
        told = retold(scene, sentence, drafts, told)
        if sentence.text.rstrip(' ”"’').endswith(("?", ":")) or _GREETING.match(sentence.text):
            continue
        for tokens in _clauses(sentence):
            span = _without_opener(scene.text, scene.span_of(tokens))
            if _says_enough(scene, span) and not covered.mostly(span):
                draft = _draft(scene, sentence, span)
                yield draft if told is None else replace(draft, voice=told, core=True, rank=7)


def _parts(drafts: Iterable[Draft]) -> Iterator[Span]:
    """Give the spans that drafts have: their contents and cues, and the speakers that cues name."""
    for draft in drafts:
        yield from draft.content
        if draft.cue is not None:
            yield draft.cue
            if draft.voice is not None and draft.voice.mention is not None:
                yield draft.voice.mention


def _says_enough(scene: Scene, span: Span) -> bool:
    """Tell whether a span has words enough for a statement, or is a short answer in a turn."""
    words = scene.text[span.start : span.end]
    if len(words.split()) >= _MIN_WORDS:
        return True
    if scene.passage.turn is None:
        return False
    return _ANSWER.match(words) is not None or bool(lexicon().patterns["blame"].search(words))


def _draft(scene: Scene, sentence: "Tokens", span: Span) -> Draft:
    turn = scene.passage.turn
    counters = turn is None and _COUNTERS.match(sentence.text) is not None
    return Draft(
        passage=scene.passage.number,
        content=(span,),
        act="claim",
        reporting="turn" if turn is not None else "narrative",
        voice=Voice(scene.first) if turn is not None and scene.first is not None else None,
        sentence=scene.span_of(sentence),
        core=counters or (turn is not None and not turn.host),
        subtype="counter_evidence" if counters else "",
        rank=8,
    )


def _clauses(sentence: "Tokens") -> list["list[Token]"]:
    """Cut a sentence where clauses with subjects of their own are coordinated."""
    root = sentence.root
    own = [each for each in children(root, "conj") if _stands_alone(each, root)]
    loose = children(root, "cc") if own else []
    first = subtree(root, [*own, *_leading_clauses(root), *loose])
    return [first, *(subtree(each) for each in own)]


def _stands_alone(conj: "Token", root: "Token") -> bool:
    before = conj.doc[conj.left_edge.i - 1].text if conj.left_edge.i else ""
    if conj.pos_ not in {"VERB", "AUX"} or conj.i - root.i <= 3 or before == ";":
        return False
    if _points_back(conj):
        return False
    return child(conj, "nsubj", "expl", "nsubjpass") is not None


def _points_back(verb: "Token") -> bool:
    """Tell whether a clause says something of the one before: "and I cannot go below that"."""
    last = next((each for each in reversed(list(verb.subtree)) if not each.is_punct), verb)
    return last.lower_ in {"that", "this"} and last.dep_ in {"dobj", "pobj"}


def _leading_clauses(root: "Token") -> list["Token"]:
    """Give what before the main clause sets its scene: "As tensions rise, …", "Despite that, …"."""
    return [each for each in root.children if each.i < root.i and _sets_scene(each)]


def _sets_scene(branch: "Token") -> bool:
    if branch.dep_ == "prep":
        return branch.lower_ in {"by", "despite"}
    marks = {each.lower_ for each in children(branch, "mark", "advmod")}
    return branch.dep_ == "advcl" and not _SCENE_SETTING.isdisjoint(marks)


def _without_opener(text: str, span: Span) -> Span:
    match = _OPENERS.match(text, span.start, span.end)
    return Span(match.end(), span.end) if match and match.end() < span.end else span
