"""Of whom does an answer ask? The question says it: "What do you want of the airline?"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from tracktwo.reading.draft import Draft
from tracktwo.reading.grammar import object_of, preposition
from tracktwo.reading.lexicon import lexicon
from tracktwo.reading.scene import Scene
from tracktwo.reading.speakers import Voice

if TYPE_CHECKING:
    from spacy.tokens import Token

_OF = ("of", "from")


def asked_of(scene: Scene, drafts: Iterable[Draft], before: Scene | None) -> Iterator[Draft]:
    """Give the drafts, the speaker's demands of nobody named as made of whom the question names.

    The question stands in the passage before ("What do you expect of the minister?"), or leads in
    the quotation ("Asked what she wanted from the airline, …").
    """
    held = list(drafts)
    told = _questioned(before, before.passage.parse) if before is not None else None
    for draft in held:
        open_ = draft.act == "demand" and not draft.to and draft.reporting in {"turn", "direct"}
        own = told if draft.reporting == "turn" else _of_sentence(scene, draft)
        if open_ and own is not None and own.actor.id != draft.speaker:
            yield replace(draft, to=(own,))
        else:
            yield draft


def _of_sentence(scene: Scene, draft: Draft) -> Voice | None:
    tokens = [each for each in scene.passage.tokens(draft.sentence) if each.lower_ == "asked"]
    return _questioned(scene, tokens[0].subtree) if tokens else None


def _questioned(scene: Scene, tokens: "Iterable[Token]") -> Voice | None:
    """Give of whom or from whom something is wanted in the words of a question."""
    words = lexicon().words
    for verb in tokens:
        wants = verb.lemma_.lower() in words["wanting_done"] or verb.lemma_ in {"expect", "seek"}
        prep = preposition(verb, *_OF) if wants and verb.pos_ == "VERB" else None
        who = object_of(prep) if prep is not None else None
        voice = scene.speaking(who) if who is not None else None
        asks = any(each.lower_ in {"what", "which"} for each in verb.subtree)
        if voice is not None and asks:
            return voice
    return None
