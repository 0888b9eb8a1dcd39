"""What does a heading say of the list below it? "Torvay's demands", "What does Velm want?"."""

from dataclasses import replace

from tracktwo.reading.draft import Draft
from tracktwo.reading.lexicon import Sense, lexicon
from tracktwo.reading.listed import LISTED_ACTS, only_named
from tracktwo.reading.scene import Scene
from tracktwo.reading.speakers import Voice


def headed(scene: Scene, above: list[Draft], *, beside: bool = False) -> list[Draft]:
    """Give what a heading leads in: an act, and whose it is where it names one actor.

    "Torvay" alone takes its act from what leads in the heading itself ("The demands"). A draft
    without a voice leaves that to the items. Headings are no statements of their own.

    Parameters
    ----------
    scene : Scene
        The heading, or the head of a column.
    above : list of Draft
        The drafts of what leads it in.
    beside : bool
        Whether a heading beside it, led in by the same, names somebody.
    """
    voice, sense = named_in(scene), _sense(scene)
    if sense is not None:
        return [_draft(scene, sense, voice)]
    alone = only_named(scene, scene.passage.span, beside=beside)
    lead = next((each for each in reversed(above) if each.act in LISTED_ACTS), None)
    if alone is None or lead is None:
        return []
    return [replace(lead, passage=scene.passage.number, voice=alone, to=())]


def named_in(scene: Scene) -> Voice | None:
    """Give the one actor that a heading names; None for several."""
    cast, number = scene.speakers.cast, scene.passage.number
    mentions = cast.within(number)
    if not mentions:
        return _described(scene)
    if len({mention.actor for mention in mentions}) != 1:
        return None
    first = mentions[0]
    span = scene.span_of(scene.passage.parse[first.start : first.end])
    return Voice(cast.actors[first.actor], span)


def _described(scene: Scene) -> Voice | None:
    """Give whom a heading means that names nobody: "What the ministry wants"."""
    nouns = (each for each in scene.passage.parse if each.dep_ in {"nsubj", "poss", "compound"})
    return next((found for each in nouns if (found := scene.speaking(each))), None)


def _sense(scene: Scene) -> Sense | None:
    """Give the act that a heading names: by a plural noun of saying, or by a verb."""
    for token in scene.passage.parse:
        word, several = token.lemma_.lower(), token.lower_.endswith("s")
        if several and word in lexicon().words["conditions"]:
            return lexicon().nouns["demand"]
        found = [lexicon().nouns[word]] if several and word in lexicon().nouns else []
        found += lexicon().verbs.get(word, ()) if token.pos_ in {"VERB", "AUX"} else ()
        for sense in found:
            if sense.act in LISTED_ACTS and sense.owned:
                return sense
    return None


def _draft(scene: Scene, sense: Sense, voice: Voice | None) -> Draft:
    span = scene.span_of(scene.passage.parse)
    return Draft(
        passage=scene.passage.number,
        content=(span,),
        act=sense.act,
        reporting="nominal",
        voice=voice,
        sentence=span,
        firmness=sense.firmness,
        negated=any(each.dep_ == "neg" for each in scene.passage.parse),
    )
