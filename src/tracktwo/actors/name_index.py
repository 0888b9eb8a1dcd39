"""Where do known names stand in a text? A dictionary of names by their first word.

The rules of spelling, for looking up and finding alike:

- Case does not matter ("ukraine"), with two exceptions. An abbreviation of up to three letters
  needs its capitals: "us" and "who" are words. A name that is also a common word needs its
  first capital: "Turkey", not "turkey". "U.S." with stops is found in any case.
- Any run of white space stands for a space, any apostrophe and hyphen for the plain one.
- "the" before a name is no part of it, unless the name is only known with it: "the West",
  "The Hague". A name needs no alias without its article when it has one with it, and the
  reverse.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from tracktwo.actors.naming import COMMON_WORDS

_PLAIN = str.maketrans(
    {**dict.fromkeys("’ʼ‘`´＇", "'"), **dict.fromkeys("‐‑‒–", "-"), "\u00a0": " ", "\u202f": " "}
)
_WORD = re.compile(r"[^\W_]+")
_GAP = re.compile(r"\s+")

Named = TypeVar("Named")


@dataclass(frozen=True, slots=True)
class _Name(Generic[Named]):
    """One name: its lower-case pieces, how it was written, and what it names."""

    pieces: tuple[str, ...]
    written: tuple[str, ...]
    strict: str
    value: Named


@dataclass(frozen=True, slots=True)
class NameIndex(Generic[Named]):
    """Names and what they stand for; where several stand for one name, the latest comes first."""

    exact: dict[str, tuple[_Name[Named], ...]]
    by_first_word: dict[str, tuple[_Name[Named], ...]]

    def lookup(self, name: str) -> tuple[Named, ...]:
        """Give everything that goes by exactly this name."""
        pieces = plain(name).split()
        return tuple(
            each.value
            for each in self.exact.get(" ".join(pieces).lower(), ())
            if _spelled(each, pieces)
        )

    def find(self, text: str) -> Iterator[tuple[int, int, tuple[Named, ...]]]:
        """Find names from left to right: the longest at each place, none overlapping.

        A name starts and ends at the bounds of words. Time is linear in the text: at each word
        only the names that begin with it are tried.
        """
        same = plain(text)
        at = 0
        for word in _WORD.finditer(same):
            if word.start() < at:
                continue
            found = self._longest(same, word.start(), word.group().lower())
            if found:
                at = found[0]
                yield word.start(), *found

    def _longest(self, text: str, start: int, first: str) -> tuple[int, tuple[Named, ...]] | None:
        """Give the end and the bearers of the longest name that starts at a place."""
        end, values = 0, []
        for name in self.by_first_word.get(first, ()):
            stop = _match(name, text, start)
            if stop > end:
                end, values = stop, [name.value]
            elif stop and stop == end:
                values.append(name.value)
        return (end, tuple(values)) if end else None


def index(names: Iterable[tuple[str, Named]]) -> NameIndex[Named]:
    """Build the index of (name, what it names); an empty name is passed over."""
    exact: dict[str, list[_Name[Named]]] = {}
    first: dict[str, list[_Name[Named]]] = {}
    for written, value in names:
        pieces = tuple(plain(written).split())
        word = _WORD.match(pieces[0].lower()) if pieces else None
        if word:
            lower = tuple(piece.lower() for piece in pieces)
            name = _Name(lower, pieces, _strictness(pieces), value)
            exact.setdefault(" ".join(lower), []).insert(0, name)
            first.setdefault(word.group(), []).insert(0, name)
    return NameIndex(
        {key: tuple(each) for key, each in exact.items()},
        {key: tuple(each) for key, each in first.items()},
    )


def plain(text: str) -> str:
    """Put the plain apostrophe, hyphen and space for their typographic forms, one for one."""
    return text.translate(_PLAIN)


def _strictness(pieces: tuple[str, ...]) -> str:
    """Tell what a name asks of the case: "capitals", "first" or nothing."""
    words = [piece for piece in pieces if piece.lower() != "the"]
    if len(words) != 1:
        return ""
    if words[0].isupper() and words[0].isalpha() and len(words[0]) <= 3:
        return "capitals"
    return "first" if words[0].lower() in COMMON_WORDS else ""


def _match(name: _Name[Named], text: str, start: int) -> int:
    """Give the end of a name that starts at a place, 0 where it does not."""
    at, seen = start, []
    for number, piece in enumerate(name.pieces):
        if number:
            gap = _GAP.match(text, at)
            if not gap:
                return 0
            at = gap.end()
        here = text[at : at + len(piece)]
        if here.lower() != piece:
            return 0
        seen.append(here)
        at += len(piece)
    bounded = not text[at - 1 : at].isalnum() or not text[at : at + 1].isalnum()
    return at if bounded and _spelled(name, seen) else 0


def _spelled(name: _Name[Named], pieces: list[str]) -> bool:
    """Hold the last word of a name to the capitals that it needs."""
    if name.strict == "capitals":
        return pieces[-1] == name.written[-1]
    return not name.strict or pieces[-1][:1].isupper()
