"""Where do the names of states come from? Writes ``data/states.json`` from a kept library.

Run ``python -m tracktwo.actors.gather_states`` after an update of the library `countryinfo` or
a change in ``data/corrections.toml``, and read the difference before you commit it. A test
holds the committed file to what this module makes. Nothing else imports `countryinfo`.
"""

import json
import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tracktwo.actors.naming import slug

DATA = Path(__file__).parent / "data"

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class StateNames:
    """What a state, its people and its government are called.

    `capital` is the city by whose name its government is spoken of, "" where there is none;
    `code` is the ISO 3166 alpha-2 code, "" for states of history and those without one.
    """

    id: str
    code: str
    name: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    capital: str
    capital_names: tuple[str, ...]


def gather(records: Iterable[Record], corrections: Mapping[str, Record]) -> tuple[StateNames, ...]:
    """Put the library's records and our corrections together, in order of id.

    A record belongs to the table that has its code, else to the one that has its name's slug.
    Tables without a record stand for themselves.
    """
    skipped = set(corrections["library"]["skip"])
    by_code = {table["code"]: key for key, table in corrections.items() if "code" in table}
    states: dict[str, StateNames] = {}
    for record in records:
        if record["name"] not in skipped:
            key = by_code.get(record["ISO"]["alpha2"]) or slug(record["name"])
            states[key] = _state(key, record, corrections.get(key, {}))
    for key in corrections.keys() - states.keys() - {"library"}:
        states[key] = _state(key, {}, corrections[key])
    return tuple(states[key] for key in sorted(states))


def library_records() -> list[Record]:
    """Read what the library holds, sorted by name."""
    from countryinfo import all_countries  # noqa: PLC0415 - only those who gather need it

    return sorted((each.info() for each in all_countries()), key=lambda record: record["name"])


def written(states: Iterable[StateNames]) -> str:
    """Give the data file: one state per line, so that a change shows as one line."""
    lines = (json.dumps(asdict(state), ensure_ascii=False) for state in states)
    return "[\n" + ",\n".join(lines) + "\n]\n"


def made() -> str:
    """Give the data file as the library and the corrections make it today."""
    corrections = tomllib.loads((DATA / "corrections.toml").read_text("utf-8"))
    return written(gather(library_records(), corrections))


def _state(key: str, record: Record, table: Record) -> StateNames:
    name = table.get("name") or record["name"]
    adjectives = [*(table.get("adjectives") or _demonyms(record)), *table.get("also", ())]
    capital = table.get("capital", _capital(record))
    drop = {*table.get("drop", ()), *adjectives, name} - set(table.get("add", ()))
    aliases = [each for each in _spellings(record) if each not in drop] + [*table.get("add", ())]
    return StateNames(
        id=key,
        code=str(record["ISO"]["alpha2"]) if record else "",
        name=name,
        aliases=_all_forms(name, aliases),
        adjectives=_unique(adjectives),
        capital=capital,
        capital_names=_all_forms(capital, table.get("capital_names", ())) if capital else (),
    )


def _spellings(record: Record) -> list[str]:
    """Keep the library's Latin spellings: no codes, no "Korea, Republic of"."""
    spellings = [record["name"], *record["altSpellings"]] if record else []
    stripped = (spelling.strip() for spelling in spellings)
    return [each for each in stripped if _is_latin(each) and not re.fullmatch(r"[A-Z]{2,3}", each)]


def _is_latin(name: str) -> bool:
    letters = [letter for letter in name if letter.isalpha()]
    latin = all("LATIN" in unicodedata.name(letter, "") for letter in letters)
    return bool(letters) and latin and not set(name) & set(",()")


def _demonyms(record: Record) -> list[str]:
    return [each.strip() for each in re.split(r"[,/]", record.get("demonym") or "") if each.strip()]


def _capital(record: Record) -> str:
    capital = record.get("capital") or ""
    return capital if isinstance(capital, str) else ""


def _all_forms(name: str, others: Iterable[str]) -> tuple[str, ...]:
    """Give the other names, and every name without its accents, but not the name itself."""
    names = [*others]
    forms = _unique([*names, *(_unaccented(each) for each in [name, *names])])
    return tuple(each for each in forms if each != name)


def _unaccented(name: str) -> str:
    apart = unicodedata.normalize("NFKD", name.replace("‘", "'").replace("’", "'"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


if __name__ == "__main__":
    (DATA / "states.json").write_text(made(), "utf-8")
