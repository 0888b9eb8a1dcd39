"""What do speakers and authors say in their own voice? The sentences that no cue covers."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from tracktwo.documents.document import Span
from tracktwo.reading.courtesies import is_courtesy, without_preface
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

_ANSWER = re.compile(
    r"\W*(?:yes|no|not (?:yet|now|at all|today|so)|absolutely|agreed|exactly|"
    r"never|indeed|certainly|of course|perhaps|"
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
_AGAINST = frozenset({"though", "although", "whereas"})
_I = re.compile(r"i|we", re.IGNORECASE)
_MIN_WORDS = 3
_BETWEEN = 60


def spoken(scene: Scene, drafts: list[Draft]) -> Iterator[Draft]:
    """Give a draft for each sentence, or clause of its own, that no other draft covers.

    In a turn the words are the speaker's (a host's are no core statements); elsewhere they are
    the author's narrative, core only where they set a record against a claim. Questions and
    greetings are none. A sentence of which other drafts cover more than half is theirs.
    """
    covered, told = Covered.by(_parts(drafts, scene.text)), None
    for sentence in scene.passage.parse.sents:
        told = retold(scene, sentence, drafts, told)
        if _says_nothing(scene, sentence):
            continue
        for tokens in clauses(sentence):
            span = without_preface(scene.text, scene.span_of(tokens))
            said = scene.text[span.start : span.end]
            if _says_enough(scene, span) and not is_courtesy(said) and not covered.mostly(span):
                draft = _draft(scene, sentence, span)
                yield draft if told is None else replace(draft, voice=told, core=True, rank=7)


def _says_nothing(scene: Scene, sentence: "Tokens") -> bool:
    """Tell whether a sentence asks, leads in, or is a courtesy, or a mere line in a turn."""
    words = sentence.text.rstrip(' ”"’')
    if words.endswith(("?", ":")) or is_courtesy(sentence.text):
        return True
    line = scene.passage.turn is not None and scene.passage.kind != "item"
    unended = line and not words.endswith((".", "!", ";", "…"))
    return unended and not any(each.pos_ in {"VERB", "AUX"} for each in sentence)


def own_acts(scene: Scene, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Give drafts, those by which a speaker himself accepts or refuses with their whole clause.

    "We oppose section 4" is what he does; "section 4" alone would not tell. What he asks or
    offers stays what it is, and so does what fills most of its clause anyway.
    """
    held = [each for each in drafts if not _is_courteous(each, scene)]
    if scene.first is None or not any(_is_own_act(each, scene) for each in held):
        yield from held
        return
    spans = [scene.span_of(tokens) for s in scene.passage.parse.sents for tokens in clauses(s)]
    for draft in held:
        around = next(
            (each for each in spans if _is_own_act(draft, scene) and _holds(each, draft)), None
        )
        hull = draft.hull
        if around is None or (hull.end - hull.start) * 10 >= 6 * (around.end - around.start):
            yield draft
        else:
            whole = without_preface(scene.text, around)
            yield replace(draft, content=(whole,), reporting="turn")


def _is_courteous(draft: Draft, scene: Scene) -> bool:
    """Tell whether an act is one of politeness: "I commend the bill to the House"."""
    own = scene.first is not None and draft.speaker == scene.first.id
    return own and is_courtesy(scene.text[draft.sentence.start : draft.sentence.end])


def _holds(span: Span, draft: Draft) -> bool:
    return draft.cue is not None and span.covers(draft.cue) and span.covers(draft.hull)


def _is_own_act(draft: Draft, scene: Scene) -> bool:
    """Tell whether a speaker says "I" or "we" of what he refuses, accepts or is ready for."""
    voice = draft.voice
    if voice is None or scene.first is None or voice.actor.id != scene.first.id:
        return False
    if draft.act == "demand":
        return draft.negated and draft.reporting != "turn"
    if voice.mention is None or not _I.fullmatch(
        scene.text, voice.mention.start, voice.mention.end
    ):
        return False
    return draft.act in {"accept", "reject", "deny"} or (draft.act == "propose" and draft.rank == 3)


def _parts(drafts: Iterable[Draft], text: str) -> Iterator[Span]:
    """Give the spans that drafts have: their contents and cues, and the speakers that cues name.

    Where no comma stands between, with whom a speaker asks or tells: "I have asked *the Council*
    to meet".
    """
    for draft in drafts:
        yield from draft.content
        if draft.cue is None:
            continue
        yield draft.cue
        if draft.voice is not None and draft.voice.mention is not None:
            yield draft.voice.mention
        between = text[draft.cue.end : draft.hull.start]
        if len(between) < _BETWEEN and not any(mark in between for mark in ",;:.!?"):
            yield Span(draft.cue.start, max(draft.cue.end, draft.hull.start))


def _says_enough(scene: Scene, span: Span) -> bool:
    """Tell whether a span has words enough for a statement, or is a short answer in a turn."""
    words = scene.text[span.start : span.end]
    if len(words.split()) >= _MIN_WORDS:
        return True
    if scene.passage.turn is None:
        return False
    whole = span.start - scene.passage.turn.span.start < _MIN_WORDS
    if whole and scene.text[span.end : span.end + 1] == "!":
        return True
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


def clauses(sentence: "Tokens") -> list["list[Token]"]:
    """Cut a sentence where clauses with subjects of their own are coordinated or set against it."""
    root = sentence.root
    under = any(_is_condition(each) and each.i < root.i for each in children(root, "advcl"))
    joined = [] if under else children(root, "conj")
    own = [each for each in joined if _stands_alone(each, root)]
    own += [each for each in children(root, "advcl") if _sets_against(each, root)]
    loose = children(root, "cc") if own else []
    first = subtree(root, [*own, *_leading_clauses(root), *loose])
    cut = min((each.left_edge.i for each in own if each.i > root.i), default=len(root.doc))
    first = [each for each in first if each.i < cut]
    return [first, *(_without_mark(each) for each in own)]


def _is_condition(clause: "Token") -> bool:
    """Tell whether a clause is a condition, under which all stands that is coordinated."""
    return any(each.lower_ in {"if", "unless"} for each in children(clause, "mark"))


def _without_mark(clause: "Token") -> "list[Token]":
    """Give the tokens of a clause without what joins it to the one before."""
    marks = [each for each in children(clause, "mark") if each.lower_ in _AGAINST]
    return subtree(clause, marks)


def _stands_alone(conj: "Token", root: "Token") -> bool:
    before = conj.doc[conj.left_edge.i - 1].lower_ if conj.left_edge.i else ""
    if conj.pos_ not in {"VERB", "AUX"} or conj.i - root.i <= 3 or before in {";", "or"}:
        return False
    if _points_back(conj) or sum(not t.is_punct for t in subtree(conj)) < _MIN_WORDS:
        return False
    return child(conj, "nsubj", "expl", "nsubjpass", "csubj") is not None


def _sets_against(clause: "Token", root: "Token") -> bool:
    """Tell whether a clause behind the main one sets something against it: "…, though we could"."""
    marks = {each.lower_ for each in children(clause, "mark", "advmod")}
    apart = clause.i > root.i and not _AGAINST.isdisjoint(marks)
    return apart and child(clause, "nsubj", "expl", "nsubjpass") is not None


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
