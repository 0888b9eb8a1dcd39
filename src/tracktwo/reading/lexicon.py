"""Which words report an act? The lexicon that a linguist edits, as frozen look-ups."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from tracktwo.reading.statement import FIRMNESS_ORDER, Act, Firmness


@dataclass(frozen=True, slots=True)
class Sense:
    """One way in which a word reports: the act, what it takes, where the addressee stands.

    `indicative` is the act where the clause tells instead of asking ("insisted that it was").
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
    """The look-ups of ``data/lexicon.toml``; patterns match whole words, case folded."""

    verbs: Mapping[str, tuple[Sense, ...]]
    nouns: Mapping[str, Sense]
    adjectives: Mapping[str, Sense]
    support: Mapping[str, str]
    negative: frozenset[str]
    unreal: frozenset[str]
    harm: frozenset[str]
    given: frozenset[str]
    speaker_nouns: frozenset[str]
    speaker_endings: tuple[str, ...]
    firmness: Mapping[Firmness, re.Pattern[str]] = field(repr=False)
    patterns: Mapping[str, re.Pattern[str]] = field(repr=False)

    def can_speak(self, noun: str) -> bool:
        """Tell whether a common noun, in lower case, names somebody who can speak."""
        return noun in self.speaker_nouns or noun.endswith(self.speaker_endings)

    def firmest(self, text: str, default: Firmness) -> tuple[Firmness, tuple[int, int] | None]:
        """Give the firmness that the words of a text show, and where they stand.

        The order of `FIRMNESS_ORDER` decides between several; `default` where none shows.
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
    return Lexicon(
        verbs=_grouped(data["verb"]),
        nouns={lemma: senses[0] for lemma, senses in _grouped(data["noun"]).items()},
        adjectives={lemma: senses[0] for lemma, senses in _grouped(data["adjective"]).items()},
        support={verb: kind for kind, verbs in data["support"].items() for verb in verbs},
        negative=frozenset(data["negative"]["verbs"]),
        unreal=frozenset(data["modal"]["unreal"]),
        harm=frozenset(data["harm"]["verbs"]),
        given=frozenset(data["given"]["nouns"]),
        speaker_nouns=frozenset(data["speaker"]["nouns"]),
        speaker_endings=tuple(data["speaker"]["endings"]),
        firmness={level: _any_of(data["firmness"][level]) for level in data["firmness"]},
        patterns={
            name: _any_of(data[name]["words" if "words" in data[name] else "openers"])
            for name in ("likelihood", "counter", "refutation", "blame", "room", "negotiation")
        },
    )


def _grouped(rows: list[dict[str, Any]]) -> dict[str, tuple[Sense, ...]]:
    found: dict[str, tuple[Sense, ...]] = {}
    for row in rows:
        sense = _sense(row)
        for lemma in row["lemma"]:
            found[lemma] = (*found.get(lemma, ()), sense)
    return found


def _sense(row: dict[str, Any]) -> Sense:
    takes = tuple(row.get("takes", ()))
    return Sense(
        act=row["act"],
        takes=takes,
        firmness=row.get("firmness", "stated"),
        subtype=row.get("subtype", ""),
        addressee=row.get("addressee", ""),
        report=row.get("report", row["act"] in {"claim", "accuse", "deny"}),
        owned=row.get("owned", True),
        indicative=row.get("indicative"),
    )


def _any_of(words: list[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(
        r"(?<![\w-])(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)", re.IGNORECASE
    )
