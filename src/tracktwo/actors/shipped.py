"""Which actors come with the program? States, capitals, seats, organisations, groups; no people.

The lists are data files beside this module: ``states.json`` (made by `gather_states`),
``seats.toml``, ``organisations.toml`` and ``decoys.toml`` (edited by hand).
"""

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tracktwo.actors.actor import Actor
from tracktwo.actors.naming import slug

_DATA = Path(__file__).parent / "data"


def states() -> tuple[Actor, ...]:
    """Give every state, and every capital by whose name its government is spoken of.

    Members and observers of the United Nations, Kosovo, Taiwan, the Cook Islands, Niue, and
    states of history that chronologies name. To be listed says nothing about recognition, and
    a capital nothing about the status of a city. Capitals that are common words, many places
    at once or the state's own name are left out; ``corrections.toml`` says which and why.

    >>> [actor.name for actor in states() if "russia" in (actor.id, actor.speaks_for)]
    ['Russia', 'Moscow']
    """
    rows = json.loads((_DATA / "states.json").read_text("utf-8"))
    capitals = (_capital(row) for row in rows if row["capital"])
    return (*(_state(row) for row in rows), *capitals)


def organisations() -> tuple[Actor, ...]:
    """Give organisations, alliances, media, groups and entities that are no states."""
    return tuple(_listed(key, entry, entry["type"]) for key, entry in _read("organisations"))


def seats() -> tuple[Actor, ...]:
    """Give the seats and ministries by whose names newspapers speak of a government."""
    return tuple(_listed(key, entry, "government") for key, entry in _read("seats"))


def epithets() -> dict[str, tuple[str, ...]]:
    """Give the words that stand for an organisation once it has been named in the text.

    Ids are in the order of the file.

    >>> epithets()["the alliance"][0]
    'nato'
    """
    found: dict[str, list[str]] = {}
    for key, entry in _read("organisations"):
        for words in entry.get("epithets", ()):
            ids = found.setdefault(words.lower(), [])
            ids += [key] if key not in ids else []
    return {words: tuple(ids) for words, ids in found.items()}


def decoys() -> tuple[str, ...]:
    """Give the phrases that hold an actor's name and mean something else: "New Mexico"."""
    return tuple(tomllib.loads((_DATA / "decoys.toml").read_text("utf-8"))["decoys"])


def _read(name: str) -> list[tuple[str, Mapping[str, Any]]]:
    return list(tomllib.loads((_DATA / f"{name}.toml").read_text("utf-8")).items())


def _state(row: Mapping[str, Any]) -> Actor:
    return Actor(
        id=row["id"],
        name=row["name"],
        type="state",
        aliases=tuple(row["aliases"]),
        adjectives=tuple(row["adjectives"]),
    )


def _capital(row: Mapping[str, Any]) -> Actor:
    return Actor(
        id=slug(row["capital"]),
        name=row["capital"],
        type="government",
        aliases=tuple(row["capital_names"]),
        speaks_for=row["id"],
    )


def _listed(key: str, entry: Mapping[str, Any], kind: Any) -> Actor:  # noqa: ANN401 - a Literal
    return Actor(
        id=key,
        name=entry["name"],
        type=kind,
        aliases=tuple(entry.get("aliases", ())),
        speaks_for=entry.get("for", ""),
        adjectives=tuple(entry.get("adjectives", ())),
    )
