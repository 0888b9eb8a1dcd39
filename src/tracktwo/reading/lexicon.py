"""Which words report an act? The lexicon that a linguist edits, as frozen look-ups."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from tracktwo.reading.statement import FIRMNESS_ORDER, Act, Firmness


@dataclass(frozen=True, slots=True)
class Sense:
    """One way in which a word reports: the act, what it takes, where the addressee stands.

    `report` tells whether what it takes is somebody's words; `owned` whether a noun reports
    only where somebody owns it ("his demand"), without a verb that carries it.
    """

    act: Act
    takes: tuple[str, ...] = ()
    firmness: Firmness = "stated"
    subtype: str = ""
    addressee: str = ""
    report: bool = False
    owned: bool = True
    indicative: Act | None = None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The look-ups of ``data/lexicon.toml``, which explains them.

    Attributes
    ----------
    verbs : mapping of str to tuple of Sense
        By lemma; several senses are tried in order.
    phrasal : mapping of str to frozenset of str
        By lemma of a verb, the keys of it with small words: "rule" has "rule_out".
    nouns, adjectives : mapping of str to Sense
        By lemma, and by the word itself.
    support : mapping of str to str
        What a verb does to a noun of saying that it carries: "do", "withdraw", "insist".
    unreal : frozenset of str
        Auxiliaries under which an act did not take place.
    harm : frozenset of str
        Lemmas of what one threatens with.
    synonyms : tuple of tuple of str
        Groups of words that ask the same.
    opposed : tuple of (tuple of str, tuple of str)
        Words that ask the opposite of one another.
    words : mapping of str to frozenset of str
        The word lists of single rules, in lower case.
    taken_up : mapping of str to frozenset of Act
        By lemma, the acts that a noun with "the" or "this" takes up: "the offer".
    patterns : mapping of str to Pattern
        They match whole words, in any case.
    """

    verbs: Mapping[str, tuple[Sense, ...]]
    phrasal: Mapping[str, frozenset[str]]
    nouns: Mapping[str, Sense]
    adjectives: Mapping[str, Sense]
    support: Mapping[str, str]
    unreal: frozenset[str]
    harm: frozenset[str]
    speaker_nouns: frozenset[str]
    speaker_endings: tuple[str, ...]
    synonyms: tuple[tuple[str, ...], ...]
    opposed: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    words: Mapping[str, frozenset[str]]
    taken_up: Mapping[str, frozenset[Act]]
    firmness: Mapping[Firmness, re.Pattern[str]] = field(repr=False)
    patterns: Mapping[str, re.Pattern[str]] = field(repr=False)

    def can_speak(self, noun: str) -> bool:
        """Tell whether a common noun, in lower case, names somebody who can speak.

        >>> lexicon().can_speak("negotiators"), lexicon().can_speak("harbour")
        (True, False)
        """
        return noun in self.speaker_nouns or noun.endswith(self.speaker_endings)

    def firmest(self, text: str, default: Firmness) -> tuple[Firmness, tuple[int, int] | None]:
        """Give the firmness that the words of a text show, and where they stand.

        The order of `FIRMNESS_ORDER` decides between several; `default` where none shows.

        >>> lexicon().firmest("It might never agree.", "stated")
        ('non_negotiable', (9, 14))
        """
        for level in FIRMNESS_ORDER:
            match = self.firmness[level].search(text) if level in self.firmness else None
            if match:
                return level, match.span()
        return default, None


@cache
def lexicon() -> Lexicon:
    """Read the lexicon once.

    >>> lexicon().verbs["reject"][0].act
    'reject'
    """
    source = files("tracktwo.reading").joinpath("data/lexicon.toml").read_text(encoding="utf-8")
    data = tomllib.loads(source)
    worded = ("likelihood", "refutation", "blame", "room")
    verbs = _grouped(data["verb"])
    return Lexicon(
        verbs=verbs,
        phrasal=_phrasal(verbs),
        nouns={lemma: senses[0] for lemma, senses in _grouped(data["noun"]).items()},
        adjectives={word: senses[0] for word, senses in _grouped(data["adjective"]).items()},
        support={verb: kind for kind, verbs in data["support"].items() for verb in verbs},
        unreal=frozenset(data["modal"]["unreal"]),
        harm=frozenset(data["harm"]["verbs"]),
        speaker_nouns=frozenset(data["speaker"]["nouns"]),
        speaker_endings=tuple(data["speaker"]["endings"]),
        synonyms=tuple(tuple(group["words"]) for group in data["alike"]),
        opposed=tuple((tuple(pair["one"]), tuple(pair["other"])) for pair in data["opposed"]),
        words={name: frozenset(words) for name, words in data["words"].items()},
        taken_up=_inverted(data["taken_up"]),
        firmness={level: _any_of(words) for level, words in data["firmness"].items()},
        patterns={name: _any_of(data[name]["words"]) for name in worded}
        | {
            "office": _office(**data["office"]),
            "happening": _any_of(data["words"]["happening"]),
            "definite": _definite(_inverted(data["taken_up"])),
        },
    )


def _phrasal(verbs: Iterable[str]) -> dict[str, frozenset[str]]:
    """Give for each verb its keys with small words."""
    keys = [key for key in verbs if "_" in key]
    return {
        lemma: frozenset(key for key in keys if key.startswith(f"{lemma}_"))
        for lemma in {key.partition("_")[0] for key in keys}
    }


def _inverted(acts: Mapping[Act, list[str]]) -> dict[str, frozenset[Act]]:
    """Give for each noun the acts under which it is listed."""
    nouns = {noun for listed in acts.values() for noun in listed}
    return {noun: frozenset(act for act in acts if noun in acts[act]) for noun in nouns}


def _definite(nouns: Iterable[str]) -> re.Pattern[str]:
    """Match "the offer", "such a charge", "those three demands"; the noun as a group."""
    return re.compile(
        r"\b(?:the|this|that|these|those|such(?: an?)?|its|his|her|their|your)\s+(?:[\w-]+\s+){0,2}"
        rf"(?P<noun>{_choice(nouns)})s?\b",
        re.IGNORECASE,
    )


def _grouped(rows: list[dict[str, Any]]) -> dict[str, tuple[Sense, ...]]:
    found: dict[str, tuple[Sense, ...]] = {}
    for row in rows:
        sense = _sense(row)
        for lemma in row["lemma"]:
            found[lemma] = (*found.get(lemma, ()), sense)
    return found


def _sense(row: dict[str, Any]) -> Sense:
    return Sense(
        act=row["act"],
        takes=tuple(row.get("takes", ())),
        firmness=row.get("firmness", "stated"),
        subtype=row.get("subtype", ""),
        addressee=row.get("addressee", ""),
        report=row.get("report", row["act"] in {"claim", "accuse", "deny"}),
        owned=row.get("owned", True),
        indicative=row.get("indicative"),
    )


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_choice(words)})(?!\w)", re.IGNORECASE)


def _office(words: Iterable[str], beginnings: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_choice(words)}|(?:{_choice(beginnings)})\w+)\b", re.IGNORECASE)


def _choice(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
