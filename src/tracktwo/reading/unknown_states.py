"""Which names are states that no list holds? Those with officials, and those of a "Republic of"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from tracktwo.reading.demonyms import stem
from tracktwo.reading.lexicon import lexicon
from tracktwo.reading.names import Name

if TYPE_CHECKING:
    from tracktwo.reading.passages import Passage

_STYLED = re.compile(
    r"\b(?:Republic|Kingdom|State|Federation|Emirate|Principality|Duchy|Sultanate|government) of "
    r"(?:the )?(?P<name>[A-Z][\w’'-]+)"
)
_OWNING = re.compile(r"\b(?P<name>[A-Z][\w-]{1,40})[’']s (?P<owned>(?:[a-z]+ ){0,2}[a-z]+)\b")
_WITHIN = re.compile(
    r"\b(?:in|into|inside|across|throughout|around) (?P<name>[A-Z][\w-]+)(?![\w’'-]| [A-Z])"
)
_ADJECTIVE = re.compile(r"\b(?P<word>[^\W\d_]{4,}(?:n|sh|ese|i|ic))\s+(?P<noun>[a-z]+)\b")
_BEARING = re.compile(
    r"(?<=[a-z,] )(?P<word>[A-Z][a-z]{3,}(?:n|sh|ese|i|ic)) (?!and\b|in\b|of\b)[a-z]{3,}"
)


def recognised(found: Iterable[Name], passages: "Iterable[Passage]") -> list[Name]:
    """Give names with the label of a state where the text shows that they are one.

    A single word that the parser takes for a person or body is a state where the text speaks
    of the "Republic of" it, of officials, troops or a government with its adjective ("Torvayan
    officials"), or of what a state owns ("Torvay's waters"); one that the parser takes for a
    person also where the text speaks of being in it. A person's surname is none. An adjective
    before a noun is no name of its own.
    """
    held = list(found)
    parsed = {passage.number: passage.parse for passage in passages}
    texts = [parse.text for parse in parsed.values()]
    adjectives = set(_adjectives(texts))
    styled = _named_by(_STYLED, texts)
    surnames = _surnames(held)
    owning = {m["name"] for text in texts for m in _OWNING.finditer(text) if _of_state(m["owned"])}
    owning -= surnames
    within = _named_by(_WITHIN, texts) - surnames
    stems = {word[: len(word) - cut] for word in adjectives for cut in range(1, 5)}
    states = {
        name.text
        for name in held
        if not name.known and " " not in name.text and not name.title
        if name.text in styled
        or name.text in owning
        or (name.label in {"PERSON", "NORP"} and name.text in within)
        or (stem(name.text.casefold()) in stems and name.text.casefold() not in adjectives)
    }
    roots = {stem(name.casefold()) for name in states}
    kept = []
    for name in held:
        word = name.text.casefold()
        if word in adjectives and any(word[: len(word) - cut] in roots for cut in range(1, 5)):
            token = parsed[name.passage][name.end - 1]
            if token.dep_ in {"amod", "compound", "nmod"}:
                continue
        kept.append(replace(name, label="GPE") if name.text in states else name)
    return kept


def _of_state(words: str) -> bool:
    """Tell whether only a state owns what some words name: its waters, its northern coast."""
    return not lexicon().words["owned_by_a_state"].isdisjoint(words.split())


def _named_by(pattern: re.Pattern[str], texts: Iterable[str]) -> set[str]:
    return {match["name"] for text in texts for match in pattern.finditer(text)}


def _surnames(found: Iterable[Name]) -> set[str]:
    return {n.text.split()[-1] for n in found if n.label == "PERSON" and " " in n.text}


def _adjectives(texts: Iterable[str]) -> Iterator[str]:
    """Give the words, folded, that stand like a nation's adjective before officials or troops."""
    for text in texts:
        for match in _ADJECTIVE.finditer(text):
            if match["noun"] in lexicon().words["of_a_state"]:
                yield match["word"].casefold()
        yield from (match["word"].casefold() for match in _BEARING.finditer(text))
