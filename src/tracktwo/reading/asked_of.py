"""Of whom does an answer ask? The question says it: "What do you want of the airline?"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from tracktwo.reading.draft import Draft
from tracktwo.reading.grammar import object_of, preposition
from tracktwo.reading.lexicon import lexicon
from tracktwo.reading.scene import Scene
from tracktwo.reading.speakers import Voice

if TYPE_CHECKING:
    from spacy.tokens import Token

_OF = ("of", "from")
_LONGEST = 40


def asked_of(scene: Scene, drafts: Iterable[Draft], before: Scene | None) -> Iterator[Draft]:
    """Give the drafts, the speaker's demands of nobody named as made of whom the question names.

    The question stands in the passage before ("What do you expect of the minister?"), or leads in
    the quotation ("Asked what she wanted from the airline, …").
    """
    held = list(drafts)
    if not any(_is_open(each) for each in held):
        yield from held
        return
    told = _questioned(before, before.passage.parse) if before is not None else None
    for draft in held:
        own = told if draft.reporting == "turn" else _of_sentence(scene, draft)
        if _is_open(draft) and own is not None and own.actor.id != draft.speaker:
            yield replace(draft, to=(own,))
        else:
            yield draft


def _is_open(draft: Draft) -> bool:
    """Tell whether a draft is a demand in a speaker's own words that names nobody."""
    return draft.act == "demand" and not draft.to and draft.reporting in {"turn", "direct"}


def _of_sentence(scene: Scene, draft: Draft) -> Voice | None:
    tokens = [each for each in scene.passage.tokens(draft.sentence) if each.lower_ == "asked"]
    return _questioned(scene, tokens[0].subtree) if tokens else None


def _questioned(scene: Scene, tokens: "Iterable[Token]") -> Voice | None:
    """Give of whom or from whom something is wanted in the words of a question."""
    wanting = lexicon().words["wanting_done"] | {"expect", "seek"}
    for verb in tokens:
        if verb.pos_ != "VERB" or verb.lemma_.lower() not in wanting:
            continue
        prep = preposition(verb, *_OF)
        who = object_of(prep) if prep is not None else None
        asks = any(each.lower_ in {"what", "which"} for each in islice(verb.subtree, _LONGEST))
        voice = scene.speaking(who) if who is not None and asks else None
        if voice is not None:
            return voice
    return None
