"""Who is the subject of a passage that leaves it out? What leads it in names them, or its row."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from tracktwo.documents.document import Span
from tracktwo.reading.covered import Covered
from tracktwo.reading.draft import Draft
from tracktwo.reading.grammar import child, children
from tracktwo.reading.headed import named_in
from tracktwo.reading.passages import tidied
from tracktwo.reading.scene import Scene
from tracktwo.reading.speakers import Voice
from tracktwo.reading.statement import Act

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

_HIGHEST = 4
_LINE = 90
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_READY = frozenset({"would", "could", "can", "might", "may"})
_BOUND = frozenset({"will", "shall", "must"})


def implied(scene: Scene, earlier: Mapping[int, Scene], names: Mapping[int, Voice]) -> Voice | None:
    """Give who acts in a passage without a subject: the first above it that names somebody.

    Parameters
    ----------
    scene : Scene
        The passage.
    earlier : mapping of int to Scene
        Those before it, by number.
    names : mapping of int to Voice
        By number whom a cell names that is no more than a name.

    Returns
    -------
    Voice or None
        Whom the line, heading or column's head above names, else the first cell of its row;
        else who speaks in the turn.
    """
    at = scene.passage.lead
    for _ in range(_HIGHEST):
        if at is None or at not in earlier:
            break
        found = _line(earlier[at])
        if found is not None:
            return found
        at = earlier[at].passage.lead
    row = scene.passage.row
    if row is not None and row in names:
        return names[row]
    return None if scene.first is None else Voice(scene.first)


def _line(scene: Scene) -> Voice | None:
    """Give whom a line above names: the noun that it is, the subject or owner in it."""
    if scene.passage.kind == "heading":
        return named_in(scene)
    for sentence in reversed(list(scene.passage.parse.sents)):
        root = sentence.root
        subject = child(root, "nsubj", "nsubjpass") or root
        for noun in (child(subject, "appos"), subject, child(subject, "poss")):
            voice = scene.speaking(noun)
            if voice is not None:
                return voice
    return None


def filled(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Give the drafts of a passage without a subject, each with all that its verb asks.

    Such a passage is one verb of saying and what it takes: what the parser hung elsewhere
    ("restore, without delay, their rights") belongs to what is asked, up to a further verb of
    the same subject.
    """
    if scene.implied is None:
        return drafts
    ends = {end for end in map(partial(_end, scene), scene.passage.parse.sents) if end is not None}
    found = list(drafts)
    for end in ends:
        inside = [
            (each.hull.end, -each.hull.start, at)
            for at, each in enumerate(drafts)
            if each.cue is not None and end.start <= each.cue.start < end.end
        ]
        if inside:
            at = max(inside)[2]
            rest = Span(drafts[at].content[-1].start, max(drafts[at].content[-1].end, end.end))
            whole = tidied(rest, scene.text, scene.passage.quotes)
            found[at] = replace(drafts[at], content=(*drafts[at].content[:-1], whole))
    return found


def _end(scene: Scene, sentence: "Tokens") -> Span | None:
    """Give the span of what the verb of a sentence takes, whose subject is left out."""
    root = sentence.root
    who = child(root, "nsubj", "nsubjpass")
    if who is None or not scene.passage.is_supplied(who):
        return None
    further = [each for each in children(root, "conj") if each.tag_ in _FINITE]
    stop = min((each.left_edge.i for each in further), default=sentence.end)
    words = [each for each in sentence if root.i <= each.i < stop]
    while len(words) > 1 and (words[-1].is_punct or words[-1].pos_ == "CCONJ"):
        words.pop()
    return scene.span_of(words)


def unreported(scene: Scene, drafts: list[Draft]) -> Iterator[Draft]:
    """Give what a passage without a subject says that no verb of saying reports: "Would pay 2%".

    Under "would" or "could" it is an offer, under "will" a promise, denied a refusal.
    """
    if scene.implied is None:
        return
    covered = Covered.by(span for each in drafts for span in (*each.content, each.cue) if span)
    for verb in scene.passage.parse:
        who = child(verb, "nsubj", "nsubjpass")
        if who is None or not scene.passage.is_supplied(who):
            continue
        words = [each for each in verb.subtree if each.i > who.i]
        further = {t.i for each in children(verb, "conj") for t in each.subtree}
        words = [each for each in words if each.i not in further] or [verb]
        span, act = scene.span_of(words), _act({each.lower_ for each in verb.children})
        if act is not None and not covered.mostly(span):
            yield Draft(
                passage=scene.passage.number,
                content=(span,),
                act=act,
                reporting="list_item",
                voice=scene.implied,
                sentence=scene.sentence(verb),
                rank=7,
            )


def _act(auxiliaries: set[str]) -> Act | None:
    """Give the act that auxiliaries show; None where they show none."""
    modal = auxiliaries & (_READY | _BOUND)
    if auxiliaries & {"not", "n't", "never", "cannot"} and modal:
        return "reject"
    if modal & _READY:
        return "propose"
    return "promise" if modal else None


def _named(scene: Scene) -> Voice | None:
    """Give whom a heading names, or describes and nothing more: "The dockers"."""
    roots = [each for each in scene.passage.parse if each.dep_ == "ROOT" and each.pos_ == "NOUN"]
    described = scene.speaking(roots[0]) if len(roots) == 1 else None
    return named_in(scene) or described


def _heads(scene: Scene) -> bool:
    """Tell whether a passage heads the next: a heading, or a short question that fills a line."""
    span = scene.passage.span
    asks = scene.text[span.start : span.end].rstrip().endswith("?") and scene.first is None
    return scene.passage.kind == "heading" or (asks and span.end - span.start <= _LINE)


def with_implied(scene: Scene, earlier: Mapping[int, Scene], names: Mapping[int, Voice]) -> Scene:
    """Give the scene, knowing whose acts it tells where it leaves out its subject."""
    if not scene.passage.omits:
        above = earlier.get(scene.passage.number - 1)
        headed = above is not None and _heads(above)
        return replace(scene, headed=_named(above)) if headed and above else scene
    return replace(scene, implied=implied(scene, earlier, names))
