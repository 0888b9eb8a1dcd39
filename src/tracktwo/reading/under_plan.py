"""What would a plan have each side do? "Under the mediators' plan, the rebels would disarm."."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tracktwo.documents.document import Span
from tracktwo.reading.draft import Draft
from tracktwo.reading.grammar import child, object_of, preposition, subject
from tracktwo.reading.lexicon import lexicon
from tracktwo.reading.passages import tidied
from tracktwo.reading.scene import Scene
from tracktwo.reading.speakers import Voice

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_FURTHEST = 12


def under_plan(scene: Scene, last: Draft | None) -> Iterator[Draft]:
    """Give what somebody's plan would have done, as proposed by him.

    The sentence opens with "under" or "according to" and a noun of offering ("plan", "draft",
    "terms") and says what "would" be done; so do those right behind it whose verb is "would" as
    well. The owner of the noun offers; where it has none, whoever made the last offer.

    Parameters
    ----------
    scene : Scene
        The passage.
    last : Draft or None
        The last offer before it.
    """
    voice = None
    for sentence in scene.passage.parse.sents:
        root = sentence.root
        would = any(each.lower_ == "would" for each in root.lefts)
        plan = _plan(sentence)
        if plan is not None:
            voice = _owner(scene, plan) or _last(plan, last) or voice
        elif not would:
            voice = None
        if voice is None or not would or subject(root) is None:
            continue
        span = scene.passage.span_of(sentence)
        first = next((t for t in sentence if plan is None or t.i > _end_of(plan)), None)
        start = scene.passage.place_of(first).start if first is not None else span.start
        content = tidied(Span(start, span.end), scene.text, scene.passage.quotes)
        yield Draft(
            passage=scene.passage.number,
            content=(content,),
            act="propose",
            reporting="indirect",
            voice=voice,
            sentence=span,
            cue=None if plan is None else scene.span_of([plan]),
            rank=4,
        )


def _end_of(plan: "Token") -> int:
    """Give the last token of a plan's phrase, with the comma behind it."""
    near = plan.doc[plan.i : min(plan.sent.end, plan.i + _FURTHEST)]
    return next((each.i for each in near if each.text == ","), plan.right_edge.i)


def _plan(sentence: "Tokens") -> "Token | None":
    """Give the noun of offering with which a sentence opens: "Under the *plan*"."""
    first = sentence[0]
    if first.lower_ not in {"under", "according", "in", "as"}:
        return None
    for token in sentence[1:8]:
        if token.text == ",":
            return None
        if token.lemma_.lower() in lexicon().words["plans"]:
            return token
    return None


def _owner(scene: Scene, plan: "Token") -> Voice | None:
    of = preposition(plan, "of", "by", "from")
    made = child(plan, "acl")
    by = preposition(made, "by") if made is not None else None
    who = [child(plan, "poss"), object_of(by) if by is not None else None]
    who += [object_of(of) if of is not None else None]
    who += [child(plan, "compound", "amod", "nmod")]
    found = (scene.speaking(each) for each in who if each is not None)
    return next((each for each in found if each is not None), None)


def _last(plan: "Token", last: Draft | None) -> Voice | None:
    """Give who made the last offer, for "the plan" that nobody owns."""
    the = any(each.lower_ in {"the", "this", "that"} for each in plan.lefts)
    return last.voice if last is not None and the else None
