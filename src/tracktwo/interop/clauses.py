"""Options by issue, and evidence, as a person writes them into one cell."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from tracktwo.errors import Problem
from tracktwo.interop.grid import Spot


def clauses_text(clauses: Mapping[str, Any]) -> str:
    """Write options by issue.

    >>> clauses_text({"membership": "barred", "forces": ["none", "few"]})
    'membership = barred; forces = none, few'
    """
    return "; ".join(
        f"{issue} = {options if isinstance(options, str) else ', '.join(options)}"
        for issue, options in clauses.items()
    )


def read_clauses(spot: Spot | None, problems: list[Problem]) -> dict[str, list[str]]:
    """Read options by issue; a part without "=" is a problem.

    >>> read_clauses(Spot("membership = barred; tariff = <=40, >90", "Rules!A2"), [])
    {'membership': ['barred'], 'tariff': ['<=40', '>90']}
    """
    found: dict[str, list[str]] = {}
    for part in (spot.text if spot else "").replace("\n", ";").split(";"):
        issue, sign, options = (each.strip() for each in part.partition("="))
        if not part.strip() or spot is None:
            continue
        if not sign or not issue or issue in found:
            said = f'"{part.strip()[:40]}" is no new issue with its options'
            problems.append(Problem(spot.place, f"{said}; write membership = barred, deferred"))
            continue
        found[issue] = [option.strip() for option in options.split(",") if option.strip()]
    return found


def evidence_text(evidence: Iterable[Any]) -> str:
    """Write evidence, a line each: a statement's id, or a file, a bar and its words.

    >>> print(evidence_text(["st:9c1f", {"source": "a.md", "words": "no dam"}]))
    st:9c1f
    a.md | no dam
    """
    return "\n".join(map(_evidence_line, evidence))


def _evidence_line(item: Any) -> str:  # noqa: ANN401 - a TOML value
    if isinstance(item, str):
        return item
    source, words = item["source"], item["words"]
    line = f"{source} | {words}"
    plain = _evidence(line)
    return line if plain == item and "\n" not in line else json.dumps(item, ensure_ascii=False)


def read_evidence(spot: Spot | None) -> list[Any]:
    """Read evidence as it was written; what is none stays for the check of the case to name."""
    lines = spot.text.split("\n") if spot else []
    return [_evidence(line) for line in lines if line.strip()]


def _evidence(line: str) -> Any:  # noqa: ANN401 - a TOML value
    source, bar, words = line.partition(" | ")
    if line.startswith("{"):
        try:
            return json.loads(line)
        except ValueError:
            return line
    return {"source": source.strip(), "words": words.strip()} if bar else line.strip()
