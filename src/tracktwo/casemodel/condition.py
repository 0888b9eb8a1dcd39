"""A condition on options in words: ``not escalate``, ``if talks then cease_fire``, ``YN-``."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_WORD = re.compile(r"\s*([A-Za-z0-9_-]+|[()])")
_PATTERN = re.compile(r"[YN-]+")
_RESERVED = frozenset({"not", "and", "or", "if", "iff", "then", "(", ")"})


@dataclass(frozen=True, slots=True)
class Condition:
    """A tree: `kind` is "option", "not", "and", "or", "same" or "always".

    An "option" has its id as `name` and no parts; "same" holds where both parts hold or neither
    does.
    """

    kind: str
    name: str = ""
    parts: tuple["Condition", ...] = ()


def parse_condition(text: str, options: Sequence[str]) -> Condition:
    """Read a condition.

    Either one letter per option, in their order, such as ``YN-`` (taken, not taken, either), or
    words: option ids with ``not``, ``and``, ``or``, ``if A then B``, ``A if B``, ``A iff B`` and
    parentheses. ``not`` binds closest, then ``and``, then ``or``, then the rest. An id that is
    also one of these words cannot be named.

    Parameters
    ----------
    text : str
        The condition.
    options : sequence of str
        Ids of the options, in order.

    Returns
    -------
    Condition
        The tree.

    Raises
    ------
    ValueError
        If the text is no condition, or names an option that is not there.

    Examples
    --------
    >>> tree = parse_condition("if talks then not (escalate or strike)",
    ...                        ["talks", "escalate", "strike"])
    >>> holds(tree, {"talks": True, "escalate": False, "strike": True})
    False
    """
    if _PATTERN.fullmatch(text) and len(text) == len(options):
        return _pattern(text, options)
    words = list(_words(text))
    reader = _Reader(words, frozenset(options))
    tree = reader.statement()
    if reader.at < len(words):
        raise ValueError(f'"{words[reader.at]}" cannot stand there; join conditions with and, or')
    return tree


def holds(condition: Condition, taken: Mapping[str, Any]) -> Any:  # noqa: ANN401 - a truth value, or an array of them
    """Tell whether a condition holds.

    Parameters
    ----------
    condition : Condition
        As `parse_condition` gives it.
    taken : mapping of option to bool, or to a NumPy array of bool
        Whether each option is taken; arrays of one shape hold one state per entry.

    Returns
    -------
    bool, or array of bool
        Of the kind that came in.

    Examples
    --------
    >>> holds(parse_condition("a iff b", ["a", "b"]), {"a": False, "b": False})
    True
    """
    if condition.kind == "option":
        return taken[condition.name]
    if condition.kind == "always":
        return next(iter(taken.values())) | True
    found = [holds(part, taken) for part in condition.parts]
    if condition.kind == "not":
        return found[0] ^ True
    result = found[0]
    for other in found[1:]:
        if condition.kind == "and":
            result = result & other
        elif condition.kind == "or":
            result = result | other
        else:
            result = (result ^ other) ^ True
    return result


def _pattern(text: str, options: Sequence[str]) -> Condition:
    marks = zip(text, options, strict=True)
    taken = [(mark, Condition("option", name)) for mark, name in marks if mark != "-"]
    parts = [each if mark == "Y" else Condition("not", parts=(each,)) for mark, each in taken]
    return Condition("and", parts=tuple(parts)) if parts else Condition("always")


def _words(text: str) -> Iterator[str]:
    at, end = 0, len(text.rstrip())
    while at < end:
        match = _WORD.match(text, at)
        if match is None:
            raise ValueError(f'"{text[at:].strip()[:1]}" cannot stand in a condition')
        yield match[1]
        at = match.end()


class _Reader:
    """Reads words from left to right."""

    def __init__(self, words: Sequence[str], options: frozenset[str]) -> None:
        self.words, self.options, self.at, self.depth = words, options, 0, 0

    def took(self, word: str) -> bool:
        """Step over a word if it is the next one."""
        if self.at < len(self.words) and self.words[self.at] == word:
            self.at += 1
            return True
        return False

    def statement(self) -> Condition:
        """Read ``if A then B``, ``A if B``, ``A iff B``, or a plain condition."""
        if self.took("if"):
            given = self.either()
            if not self.took("then"):
                raise ValueError('an "if" at the start needs a "then"')
            return _implies(given, self.statement())
        first = self.either()
        if self.took("iff"):
            return Condition("same", parts=(first, self.either()))
        return _implies(self.either(), first) if self.took("if") else first

    def either(self) -> Condition:
        """Read conditions joined by ``or``."""
        parts = [self.both()]
        while self.took("or"):
            parts.append(self.both())
        return parts[0] if len(parts) == 1 else Condition("or", parts=tuple(parts))

    def both(self) -> Condition:
        """Read conditions joined by ``and``."""
        parts = [self.single()]
        while self.took("and"):
            parts.append(self.single())
        return parts[0] if len(parts) == 1 else Condition("and", parts=tuple(parts))

    def single(self) -> Condition:
        """Read an option, a negation or what stands in parentheses."""
        self.depth += 1
        if self.depth > 100:
            raise ValueError("is nested too deeply; a hundred levels are enough")
        tree = self._single()
        self.depth -= 1
        return tree

    def _single(self) -> Condition:
        if self.took("not"):
            return Condition("not", parts=(self.single(),))
        if self.took("("):
            inside = self.statement()
            if not self.took(")"):
                raise ValueError('a "(" is never closed')
            return inside
        if self.at == len(self.words):
            raise ValueError("ends too early; an option is needed")
        word = self.words[self.at]
        if word in _RESERVED or word not in self.options:
            known = ", ".join(f'"{option}"' for option in sorted(self.options)) or "none yet"
            raise ValueError(f'"{word}" is no option; options are {known}')
        self.at += 1
        return Condition("option", word)


def _implies(given: Condition, then: Condition) -> Condition:
    return Condition("or", parts=(Condition("not", parts=(given,)), then))
