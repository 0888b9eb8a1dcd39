"""Which names stand in a passage?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tracktwo.actors.actor import ActorType
from tracktwo.actors.naming import strip_titles
from tracktwo.actors.registry import Registry
from tracktwo.reading.lexicon import lexicon
from tracktwo.reading.offices import holder_of, is_office, names_office, office_of, stands_by_office
from tracktwo.reading.passages import Passage

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

TYPES: Final[dict[str, ActorType]] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "state",
    "NORP": "group",
    "LOC": "region",
}
"""The parser's labels of names, and what such a name is taken for."""

_LINKS = frozenset({"of", "for", "on", "in"})
_HONORIFICS = frozenset({"mr", "ms", "mrs", "miss", "mr.", "ms.", "mrs."})
_SEVERAL = frozenset({"people", "women", "men", "children"})
_ACRONYM = 5
_BEFORE_NAMES = _HONORIFICS | {"the"}


@dataclass(frozen=True, slots=True)
class Name:
    """A name at tokens ``[start, end)`` of a passage, before names of one actor are put together.

    `label` is the parser's, `title` the office that the text gives, `of` the id of the actor
    whose office that is, `known` the id under which the registry knows the name ("" for none).
    """

    passage: int
    start: int
    end: int
    text: str
    label: str
    title: str = ""
    of: str = ""
    known: str = ""


def names(passage: Passage, registry: Registry) -> list[Name]:
    """Give the names of a passage, in order, none overlapping.

    Names that the registry knows come first; then those that the parser sees, and runs of
    capitalised words that it does not. The full name of a person wins over a known name in it.
    """
    found = list(_known(passage, registry))
    taken = {at for name in found for at in range(name.start, name.end)}
    for stretch, label in _entities(passage):
        tokens = set(range(stretch.start, stretch.end))
        if tokens & taken:
            if label != "PERSON" or len(stretch) < 2 or tokens <= taken:
                continue
            found = [name for name in found if not tokens & set(range(name.start, name.end))]
        taken |= tokens
        found.append(_titled(passage.number, stretch, label, registry))
    return sorted(found, key=lambda name: name.start)


def _known(passage: Passage, registry: Registry) -> Iterator[Name]:
    for start, end, actor in registry.find(passage.parse.text):
        stretch = passage.parse.char_span(start, end, alignment_mode="expand")
        if stretch is not None and not _is_adjective(stretch, registry):
            yield Name(
                passage.number,
                stretch.start,
                stretch.end,
                stretch.text,
                "KNOWN",
                known=actor.id,
            )


def _is_adjective(stretch: "Tokens", registry: Registry) -> bool:
    if len(stretch) != 1 or stretch.root.pos_ != "ADJ":
        return False
    return registry.by_adjective(stretch.text) is not None


def _titled(passage: int, stretch: "Tokens", label: str, registry: Registry) -> Name:
    """Make a name of a stretch, with the office that the text gives it."""
    office = office_of(stretch, label)
    bare = strip_titles(stretch.text)[1] or stretch.text
    before = stretch.doc[stretch.start - 1].lower_ if stretch.start else ""
    label = "PERSON" if names_office(office.title) or before in _HONORIFICS else label
    of = holder_of(office.holder, registry) if office.title else ""
    return Name(passage, stretch.start, stretch.end, bare, label, office.title, of)


def _entities(passage: Passage) -> Iterator[tuple["Tokens", str]]:
    """Give the stretches that are names to the parser, then those that look like names."""
    entities = [each for each in passage.parse.ents if each.label_ in TYPES]
    for stretch in entities:
        trimmed = _trimmed(stretch)
        if trimmed is None or _is_no_name(trimmed) or _is_dateline(trimmed):
            continue
        if stretch.label_ != "NORP" or trimmed.root.pos_ != "ADJ":
            whole = _with_members(trimmed)
            body = whole is not trimmed or _speaks(trimmed, stretch.label_)
            yield whole, "ORG" if body else stretch.label_
    covered = {token.i for stretch in entities for token in stretch}
    for run in _capitalised(passage):
        if covered.isdisjoint(range(run.start, run.end)) and not _is_no_name(run):
            beside = stands_by_office(run)
            whole = run if beside else _with_members(run)
            if beside or len(whole) > 1:
                yield whole, "PERSON" if beside else "ORG"


def _with_members(stretch: "Tokens") -> "Tokens":
    """Take in whose body it is, where its name says that: "Growers' Union", "People's Party"."""
    doc, start = stretch.doc, stretch.start
    if start < 2 or doc[start - 1].tag_ != "POS":
        return stretch
    mark, members = doc[start - 1].text, doc[start - 2]
    several = mark in {"'", "’"} if members.lower_.endswith("s") else members.lower_ in _SEVERAL
    named = members.text[:1].isupper() and members.ent_type_ not in {"PERSON", "GPE"}
    if not several or not named or members.pos_ not in {"PROPN", "NOUN"}:
        return stretch
    first = start - 2
    while first > 0 and doc[first - 1].pos_ == "PROPN" and not doc[first - 1].ent_type_:
        first -= 1
    return doc[first : stretch.end]


def _trimmed(stretch: "Tokens") -> "Tokens | None":
    """Leave out an article before, a genitive or bracket behind; None where no name is left."""
    doc, start, end = stretch.doc, stretch.start, stretch.end
    end = next((t.i for t in stretch[1:] if t.text == "(" or _begins_another(t)), end)
    while start < end and (
        doc[start].pos_ in {"DET", "PUNCT", "PRON"} or doc[start].lower_ in _BEFORE_NAMES
    ):
        start += 1
    while start < end and (doc[end - 1].tag_ == "POS" or doc[end - 1].is_punct):
        end -= 1
    if not any(token.text[:1].isupper() for token in doc[start:end]):
        return None
    return doc[start:end]


def _speaks(stretch: "Tokens", label: str) -> bool:
    """Tell whether what the parser takes for a region or a people says or does something as one."""
    name, verb = stretch.root, stretch.root.head
    if label not in {"LOC", "NORP"} or name.dep_ != "nsubj" or verb.pos_ not in {"VERB", "AUX"}:
        return False
    as_one = name.tag_ == "NNP" and any(t.tag_ == "VBZ" or t.lower_ == "was" for t in _finite(verb))
    return verb.lemma_.lower() in lexicon().verbs and (label == "LOC" or as_one)


def _finite(verb: "Token") -> Iterator["Token"]:
    """Give a verb with its auxiliaries, one of which agrees with the subject."""
    yield verb
    yield from (each for each in verb.lefts if each.dep_ in {"aux", "auxpass"})


def _is_dateline(stretch: "Tokens") -> bool:
    """Tell whether a stretch is where a report was filed: "VELM, March 3 –"."""
    if stretch.start or not stretch.text.isupper() or stretch.end == len(stretch.doc):
        return False
    after = stretch.doc[stretch.end]
    return after.text in {",", "–", "—", "-", "("} and len(stretch.text) > _ACRONYM


def _begins_another(token: "Token") -> bool:
    """Tell whether an article within a stretch begins something else: "Front | a ministry"."""
    return token.lower_ in {"a", "an"} and token.nbor(-1).pos_ not in {"ADP", "PUNCT"}


def _is_no_name(stretch: "Tokens") -> bool:
    """Tell whether a stretch is a mere title, or runs over a conjunction or verb."""
    if any(t.tag_ in {"IN", "VBD", "VBZ"} and t.lower_ not in _LINKS for t in stretch):
        return True
    return len(stretch) < 4 and is_office(stretch[-1].text)


def _capitalised(passage: Passage) -> Iterator["Tokens"]:
    """Give runs of proper nouns that the parser named nothing."""
    start = None
    for token in passage.parse:
        proper = token.pos_ == "PROPN" and token.text[:1].isupper() and not token.ent_type_
        if proper and start is None:
            start = token.i
        elif not proper and start is not None:
            yield passage.parse[start : token.i]
            start = None
    if start is not None:
        yield passage.parse[start : len(passage.parse)]
