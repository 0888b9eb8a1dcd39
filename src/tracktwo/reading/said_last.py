"""Who is named behind what he said? "The firm would close, its chief executive warned."."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tracktwo.documents.document import Span
from tracktwo.reading.covered import Covered
from tracktwo.reading.draft import Draft
from tracktwo.reading.lexicon import lexicon
from tracktwo.reading.passages import tidied
from tracktwo.reading.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_FURTHEST = 12
_LATEST = 7
_NAMING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "PART", "ADP"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def said_last(scene: Scene, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Give what stands before "X warned" at the end of a sentence, where no other rule read it.

    Behind the last comma stand a name or a noun of somebody and a verb of saying, and little
    more ("warned both capitals last month"). Read off the words, as parsers coordinate such a
    clause with what stands before it.
    """
    covered = Covered.by(each.hull for each in drafts)
    for sentence in scene.passage.parse.sents:
        found = _verb(sentence)
        if found is None:
            continue
        comma, verb = found
        whole = scene.passage.span_of(sentence)
        content = Span(whole.start, scene.passage.place_of(comma).start)
        quoted = any(each.span.overlap(content) for each in scene.passage.quotes)
        read = quoted or covered.mostly(content)
        voice = None if read else scene.speaking(_head(comma, verb))
        if voice is None:
            continue
        yield Draft(
            passage=scene.passage.number,
            content=(tidied(content, scene.text, scene.passage.quotes),),
            act="claim",
            reporting="indirect",
            voice=voice,
            sentence=whole,
            cue=scene.span_of([verb]),
            reports=True,
            rank=4,
        )


def _head(comma: "Token", verb: "Token") -> "Token":
    """Give the noun that names who speaks: the last before a preposition or the verb."""
    named = list(verb.doc[comma.i + 1 : verb.i])
    prep = next((at for at, each in enumerate(named) if each.pos_ == "ADP"), len(named))
    return named[prep - 1] if prep else named[-1]


def _verb(sentence: "Tokens") -> "tuple[Token, Token] | None":
    """Give the last comma of a sentence and the verb of saying behind it, if it is such a one."""
    tokens = list(sentence)
    commas = [each for each in tokens if each.text == ","]
    if not commas or tokens[-1].text == "?":
        return None
    comma = commas[-1]
    after = [each for each in tokens if each.i > comma.i and not each.is_punct]
    at = next((n for n, each in enumerate(after) if _says(each)), None)
    if not at or at > _FURTHEST or len(after) - at > _LATEST:
        return None
    named = all(each.pos_ in _NAMING and each.tag_[0] != "W" for each in after[:at])
    told = any(each.tag_ in _FINITE for each in after[at + 1 :])
    before = any(each.tag_ in _FINITE for each in tokens if each.i < comma.i)
    return (comma, after[at]) if named and before and not told else None


def _says(token: "Token") -> bool:
    """Tell whether a token is a verb that reports, also where the parser takes it for a noun."""
    senses = lexicon().verbs.get(token.lemma_.lower(), ())
    reports = any(each.report or "quote" in each.takes for each in senses)
    return reports and token.pos_ != "AUX" and token.tag_ in _FINITE | {"NN", "NNS"}
