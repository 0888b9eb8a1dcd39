"""The JSON of GMCR+ and gmcr-py: read from the format alone, into a case file."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tracktwo.errors import CaseError, Problem

_MOVES = {"both": "both", "fwd": "N->Y", "back": "Y->N"}
MOST_BYTES = 10_000_000
MOST_OPTIONS = 20


def case_from_gmcr(content: bytes, name: str, as_of: str) -> str:
    """Write a case file from a conflict that GMCR+ or gmcr-py saved.

    States are numbered from 1 over the possible ones, ordered by the binary code with the first
    option least significant. A ranking is taken where the file says that it is used
    (``useManualPreferenceRanking``), or has no statements for the party; otherwise the party's
    statements are.

    Parameters
    ----------
    content : bytes
        The file.
    name : str
        Its name, for errors and as the title.
    as_of : str
        The day for which the case holds, such as "2025-01-31".

    Returns
    -------
    str
        A ``case.toml``.

    Raises
    ------
    CaseError
        With everything that is wrong in the file.
    """
    data = _data(content, name)
    reader = _Reader(data)
    lines = [*_head(name, as_of), *reader.parties(), *reader.stability()]
    if reader.problems:
        raise CaseError(name, tuple(dict.fromkeys(reader.problems)))
    return "\n".join(lines) + "\n"


def _data(content: bytes, name: str) -> Mapping[str, Any]:
    problem = None
    data: Any = None
    if len(content) > MOST_BYTES:
        problem = Problem("the file", f"is larger than {MOST_BYTES:,} bytes; no conflict is")
    else:
        try:
            data = json.loads(content)
        except (ValueError, RecursionError) as error:
            problem = Problem("the file", f"is no JSON: {error}")
    if problem is None and not isinstance(data, dict):
        problem = Problem("the file", "needs an object with options and decisionMakers")
    if problem:
        raise CaseError(name, (problem,))
    return dict(data)


def _head(name: str, as_of: str) -> Iterator[str]:
    title = re.sub(r"\.\w+$", "", name)
    short = re.sub(r"[^A-Za-z0-9_-]+", "-", title).strip("-").lower() or "conflict"
    yield f"# Imported from {_text(name)[1:-1]}, a file of GMCR+ or gmcr-py."
    yield ""
    yield "[case]"
    yield f"id = {_text(short)}"
    yield f"title = {_text(title or short)}"
    yield f"as_of = {_text(as_of)}"


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=True).replace("\\u007f", "\\u007F")


class _Reader:
    """Takes the parts out of the file, and keeps what is wrong with them."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.problems: list[Problem] = []
        self.options = self._objects(data, "options")
        self.makers = self._objects(data, "decisionMakers")
        self.manual = bool(data.get("useManualPreferenceRanking"))
        if not 1 <= len(self.options) <= MOST_OPTIONS:
            found = len(self.options)
            self._wrong("options", f"are {found}; 1 to {MOST_OPTIONS} can be read")
            self.options = self.options[:MOST_OPTIONS]
        self.ids = _ids([str(each.get("name", "")) for each in self.options], "option")
        self.who = _ids([str(each.get("name", "")) for each in self.makers], "party")
        self.infeasible = [
            self._pairs(f"infeasibles[{at}]", each)
            for at, each in enumerate(self._list(data, "infeasibles"))
        ]
        self.states = self._states()

    def parties(self) -> Iterator[str]:
        """Give the tables of the parties."""
        for id_, maker in zip(self.who, self.makers, strict=True):
            yield ""
            yield f"[parties.{id_}]"
            yield f"name = {_text(str(maker.get('name') or id_))}"

    def stability(self) -> Iterator[str]:
        """Give the graph model."""
        yield ""
        if self.infeasible:
            yield "[stability]"
            rows = ", ".join(_text(self._words(each)) for each in self.infeasible if each)
            yield f"impossible = [{rows}]"
            yield ""
        yield "[stability.options]"
        owners = self._owners()
        for at, option in enumerate(self.options):
            direction = option.get("permittedDirection", "both")
            if direction not in _MOVES:
                self._wrong(
                    f"options[{at}].permittedDirection",
                    f"is {json.dumps(direction)[:40]}; both, fwd or back is needed",
                )
            by = ", ".join(_text(owner) for owner in owners[at])
            if not by:
                self._wrong(f"options[{at}]", "belongs to no decision maker")
            moves = (
                "" if direction == "both" else f', moves = "{_MOVES.get(str(direction), "both")}"'
            )
            title = _text(str(option.get("name") or self.ids[at]))
            yield f"{self.ids[at]} = {{ title = {title}, by = [{by}]{moves} }}"
        for at, maker in enumerate(self.makers):
            yield from self._preference(at, maker)

    def _preference(self, at: int, maker: Mapping[str, Any]) -> Iterator[str]:
        place = f"decisionMakers[{at}]"
        ranking = self._list(maker, "preferenceRanking", place)
        statements = self._list(maker, "preferences", place)
        yield ""
        yield f"[stability.preferences.{self.who[at]}]"
        if ranking and (self.manual or not statements):
            rows = [self._tied(f"{place}.preferenceRanking[{n}]", r) for n, r in enumerate(ranking)]
            yield f"ranking = [{', '.join(rows)}]"
        elif statements:
            words = [
                self._statement(f"{place}.preferences[{n}]", s) for n, s in enumerate(statements)
            ]
            yield f"statements = [{', '.join(_text(each) for each in words)}]"
        else:
            self._wrong(place, "has neither preferenceRanking nor preferences")
        yield 'by = "imported"'

    def _tied(self, place: str, entry: object) -> str:
        numbers = entry if isinstance(entry, list) else [entry]
        names = []
        for number in numbers:
            if isinstance(number, bool) or not isinstance(number, int):
                self._wrong(place, f"is {json.dumps(number)[:40]}; a state's number is needed")
            elif not 1 <= number <= len(self.states):
                self._wrong(place, f"is {number}, but states go from 1 to {len(self.states)}")
            else:
                names.append(_text(self.states[number - 1]))
        return names[0] if len(names) == 1 else f"[{', '.join(names)}]"

    def _statement(self, place: str, entry: object) -> str:
        if isinstance(entry, dict):
            parts = [self._pairs(place, each) for each in entry.get("members") or ()]
            return " or ".join(f"({self._words(each)})" for each in parts if each) or self.ids[0]
        return self._words(self._pairs(place, entry)) or self.ids[0]

    def _pairs(self, place: str, entry: object) -> list[tuple[int, bool]]:
        found = []
        for pair in entry if isinstance(entry, list) else [None]:
            match pair:
                case [int(at), "Y" | "N" as letter] if 0 <= at < len(self.ids):
                    found.append((at, letter == "Y"))
                case _:
                    shown = json.dumps(pair)[:40]
                    self._wrong(place, f'holds {shown}; pairs such as [0, "Y"] are needed')
        return found

    def _words(self, pairs: Sequence[tuple[int, bool]]) -> str:
        return " and ".join(f"{'' if taken else 'not '}{self.ids[at]}" for at, taken in pairs)

    def _states(self) -> list[str]:
        """Write the possible states with letters, in the order of their codes."""
        width = len(self.ids)
        return [
            "".join("Y" if code >> at & 1 else "N" for at in range(width))
            for code in range(1 << width)
            if not any(
                pairs and all((code >> at & 1 == 1) == taken for at, taken in pairs)
                for pairs in self.infeasible
            )
        ]

    def _owners(self) -> list[list[str]]:
        owners: list[list[str]] = [[] for _ in self.options]
        for at, maker in enumerate(self.makers):
            for number in self._list(maker, "options", f"decisionMakers[{at}]"):
                if isinstance(number, int) and 0 <= number < len(owners):
                    owners[number].append(self.who[at])
                else:
                    shown = json.dumps(number)[:40]
                    self._wrong(f"decisionMakers[{at}].options", f"{shown} is no option's index")
        return owners

    def _objects(self, data: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
        found = self._list(data, key)
        sound: list[Mapping[str, Any]] = [each for each in found if isinstance(each, dict)]
        if not sound or len(sound) < len(found):
            self._wrong(key, "needs a list of objects, one or more")
        return sound

    def _list(self, data: Mapping[str, Any], key: str, place: str = "") -> list[Any]:
        found = data.get(key, [])
        if not isinstance(found, list):
            self._wrong(f"{place}.{key}".lstrip("."), "is no list")
            return []
        return found

    def _wrong(self, place: str, message: str) -> None:
        self.problems.append(Problem(place, message))


def _ids(names: Sequence[str], otherwise: str) -> list[str]:
    """Make short names that conditions can hold, each once."""
    reserved = {"not", "and", "or", "if", "iff", "then"}
    ids: list[str] = []
    for name in names:
        short = re.sub(r"[^A-Za-z0-9]+", "-", name).strip("-").lower() or otherwise
        short = f"{short}-{otherwise}" if short in reserved else short
        number, unique = 2, short
        while unique in ids:
            unique, number = f"{short}-{number}", number + 1
        ids.append(unique)
    return ids
