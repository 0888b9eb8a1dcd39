"""What do the parties of an agreement undertake? "Torvay shall open the dam", "[Torvay: …]"."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tracktwo.documents.document import Span
from tracktwo.reading.draft import Draft
from tracktwo.reading.grammar import child, children
from tracktwo.reading.listed import only_named
from tracktwo.reading.passages import tidied
from tracktwo.reading.scene import Scene
from tracktwo.reading.speakers import Voice
from tracktwo.reading.statement import Act

if TYPE_CHECKING:
    from spacy.tokens import Token

_TITLE = re.compile(
    r"\b(?:agreement|treaty|accord|protocol|convention|memorandum of understanding|pact|"
    r"settlement|truce|armistice|ceasefire|declaration of principles|terms)\b",
    re.IGNORECASE,
)
_HEAD = 400
_BRACKETED = re.compile(r"\[\s*(?P<name>[A-Z][^\]\[:]{1,40}):\s*(?P<words>[^\]\[]{8,})\]")
_PARTY = frozenset({"party", "parties", "side", "sides"})


def agreed(scene: Scene) -> Iterator[Draft]:
    """Give what an agreement binds somebody to, and what its brackets leave to one party.

    The head of the document must name it an agreement; then what a named party, or "the
    Parties", "shall" do is that party's promise. What stands in square brackets behind the name
    of a party is what that party proposes, in any document.
    """
    if scene.passage.turn is not None:
        return
    bracketed = list(_bracketed(scene))
    yield from bracketed
    if bracketed or _TITLE.search(scene.text, 0, _HEAD) is None:
        return
    for verb in scene.passage.parse:
        voice = _bound(scene, verb)
        if voice is not None:
            yield _draft(scene, scene.span_of(_clause(verb)), voice, "promise", verb)


def _bracketed(scene: Scene) -> Iterator[Draft]:
    """Give the alternatives "[Torvay: within ten days]"."""
    whole = scene.passage.span
    for match in _BRACKETED.finditer(scene.text, whole.start, whole.end):
        voice = only_named(scene, Span(match.start("name"), match.end("name")), beside=True)
        if voice is not None:
            span = tidied(Span(match.start("words"), match.end("words")), scene.text)
            yield _draft(scene, span, voice, "propose", None)


def _bound(scene: Scene, verb: "Token") -> Voice | None:
    """Give who "shall" do what a verb says: a named party, or the parties."""
    shall = any(each.lower_ == "shall" for each in children(verb, "aux"))
    who = child(verb, "nsubj") if shall and verb.dep_ in {"ROOT", "conj", "ccomp"} else None
    if who is None:
        return None
    named = scene.speakers.cast.named(scene.passage.number, who.i) is not None
    return scene.speaking(who) if named or who.lower_ in _PARTY else None


def _clause(verb: "Token") -> list["Token"]:
    """Give the words of a clause, without a further clause coordinated with it."""
    further = (each for each in children(verb, "conj") if child(each, "nsubj") is not None)
    loose = {token.i for conj in further for token in conj.subtree}
    loose |= {each.i for each in children(verb, "cc")} if loose else set()
    return [each for each in verb.subtree if each.i not in loose]


def _draft(scene: Scene, span: Span, voice: Voice, act: Act, verb: "Token | None") -> Draft:
    first = verb if verb is not None else next(iter(scene.passage.tokens(span)))
    return Draft(
        passage=scene.passage.number,
        content=(span,),
        act=act,
        reporting="narrative" if verb is not None else "list_item",
        voice=voice,
        sentence=scene.sentence(first),
        firmness="firm" if verb is not None else "tentative",
        rank=4,
    )
