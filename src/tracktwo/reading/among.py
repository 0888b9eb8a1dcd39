"""Which demands does a sentence name as some of them? "Among its demands are A, B and C"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from tracktwo.documents.document import Span
from tracktwo.reading.draft import Draft
from tracktwo.reading.enumerated import in_series
from tracktwo.reading.grammar import child, object_of, preposition, subject
from tracktwo.reading.leading import LISTED_ACTS, governing, names_an_act
from tracktwo.reading.lexicon import lexicon
from tracktwo.reading.listed import as_item
from tracktwo.reading.passages import tidied
from tracktwo.reading.scene import Scene
from tracktwo.reading.speakers import Voice

if TYPE_CHECKING:
    from spacy.tokens import Token

_INVERTED = re.compile(r"[^.:;?!]{0,60}?\b(?:are|were|is|was|stand|stood|figure|figured)\s+")
_OPENS = re.compile(
    r"[^.:;?!,]{0,80}?(?:,|\s[–—-]|\s\()\s*(?:among (?:them|these)|including|such as|"
    r"namely|notably|chief among (?:them|these)|above all|not least|starting with|"
    r"beginning with|ranging from)\s+"
)
_CLOSES = re.compile(
    r"[.!?](?=\s|$)|;|\)|\s[–—]\s|,\s(?:but|while|which|who|although|has|have|had|was|were|is|are|he|"
    r"she|they|it|said|says|according)\b"
)


def among(scene: Scene) -> Iterator[Draft]:
    """Give the items of a sentence that names some of somebody's demands or offers.

    They stand behind "are" where "among" leads ("Among the union's demands are A and B"), or
    behind ", among them", ", including" or "such as". The owner of the noun, or who makes, has or
    puts it, is the speaker.
    """
    for noun in scene.passage.parse:
        sense = names_an_act(noun) if noun.tag_ in {"NNS", "NNPS"} else None
        if sense is None or sense.act not in LISTED_ACTS:
            continue
        voice = _owner(scene, noun)
        span = _named(scene, noun) if voice is not None else None
        if span is None or voice is None:
            continue
        draft = Draft(
            passage=scene.passage.number,
            content=(span,),
            act=sense.act,
            reporting="nominal",
            voice=voice,
            sentence=scene.sentence(noun),
            cue=scene.span_of([noun]),
            firmness=sense.firmness,
            rank=1,
        )
        for each in in_series(scene.text, span):
            tidy = tidied(each, scene.text, scene.passage.quotes)
            if tidy.end > tidy.start:
                item = as_item(draft, tidy, scene.passage.number)
                yield replace(item, sentence=draft.sentence, lead=None)


def _owner(scene: Scene, noun: "Token") -> Voice | None:
    """Give whose the demands are: "its demands", "the demands of A", "A laid down conditions"."""
    of = preposition(noun, "of", "by", "from")
    verb = child(noun, "relcl") or governing(noun)
    does = verb.pos_ == "VERB" and verb.lemma_.lower() in _MAKING | lexicon().words["putting"]
    who = [child(noun, "poss"), object_of(of) if of is not None else None]
    who += [subject(verb)] if does else []
    found = (scene.speaking(each) for each in who if each is not None and each.i != noun.i)
    return next((each for each in found if each is not None), None)


_MAKING = frozenset(
    {"make", "have", "raise", "set", "lay", "attach", "impose", "add", "draw", "come"}
)


def _named(scene: Scene, noun: "Token") -> Span | None:
    """Give what stands behind the words that open the row, to where it closes."""
    start, sentence = scene.passage.place_of(noun).end, scene.sentence(noun)
    inverted = noun.i > noun.sent.start and any(
        each.lower_ == "among" for each in noun.doc[noun.sent.start : noun.i][:3]
    )
    opens = (_INVERTED if inverted else _OPENS).match(scene.text, start, sentence.end)
    if opens is None:
        return None
    closes = _CLOSES.search(scene.text, opens.end(), sentence.end)
    return Span(opens.end(), closes.start() if closes else sentence.end)
