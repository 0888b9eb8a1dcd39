"""Who still speaks where no cue says so? "The army would not move, he added. It had no orders."""

from typing import TYPE_CHECKING

from tracktwo.reading.draft import Draft
from tracktwo.reading.grammar import auxiliaries
from tracktwo.reading.scene import Scene
from tracktwo.reading.speakers import Voice

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_SHIFTED = frozenset({"would", "had", "could"})


def retold(
    scene: Scene, sentence: "Tokens", drafts: list[Draft], before: Voice | None
) -> Voice | None:
    """Give whose words a sentence goes on with, None where it is the author's.

    It goes on with those of the sentence before where that ends with "X said", or goes on itself,
    and it has the shifted tense of what is reported: "would", "could", "had gone". A turn has no
    such sentences.
    """
    if scene.passage.turn is not None or not sentence.start:
        return None
    last = _said_behind(scene, scene.passage.parse[sentence.start - 1].sent, drafts)
    voice = last or before
    return voice if voice is not None and _is_shifted(sentence.root) else None


def _is_shifted(root: "Token") -> bool:
    aux = {each.lower_ for each in auxiliaries(root)}
    return not _SHIFTED.isdisjoint(aux)


def _said_behind(scene: Scene, sentence: "Tokens", drafts: list[Draft]) -> Voice | None:
    """Give who said what a sentence says, where its cue stands behind it: "…, he added"."""
    span = scene.sentence(sentence.root)
    for draft in drafts:
        cue = draft.cue
        if cue is None or draft.reporting != "indirect" or not draft.reports:
            continue
        if draft.sentence == span and draft.content[0].end <= cue.start:
            return draft.voice
    return None
