"""Does ``[stability]`` contradict itself, or name what the case does not have?"""

from collections.abc import Iterator, Mapping
from typing import Any

from tracktwo.casemodel.condition import parse_condition
from tracktwo.casemodel.raw import known_options, no_issue
from tracktwo.casemodel.shape import none_of
from tracktwo.errors import Problem

_WAYS = ("ranking", "statements", "weights", "points")
_BAR = ">>"
MOST_OPTIONS = 24


def stability_problems(data: Mapping[str, Any]) -> Iterator[Problem]:
    """Name everything in ``[stability]`` that the rest of it, or of the case, does not bear out.

    Values of the wrong kind are passed over: `shape_problems` names those.
    """
    if "stability" not in data:
        return
    table = _table(data["stability"])
    yield from _form(table)
    yield from _parties(data, table)
    yield from _conditions(table)
    yield from _arcs(table)
    for party, preference in _table(table.get("preferences")).items():
        yield from _preference(table, party, _table(preference))
    yield from _everyone_prefers(table)
    yield from _packages(data, table)
    if isinstance(state := table.get("status_quo"), str) and state:
        yield from _states(table, "stability.status_quo", [state])


def _table(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value] if isinstance(value, str) else []


def _form(table: Mapping[str, Any]) -> Iterator[Problem]:
    options, states = _table(table.get("options")), _table(table.get("states"))
    if bool(options) == bool(states):
        yield Problem(
            "stability",
            "has options and states; keep one of the two forms"
            if options
            else "has neither options nor states; name the options of the parties",
        )
    if len(options) > MOST_OPTIONS:
        yield Problem(
            "stability.options", f"are {len(options)}; at most {MOST_OPTIONS} can be worked out"
        )
    if options and "moves" in table:
        yield Problem("stability.moves", "belongs to the graph form; options give the moves here")
    for key in ("impossible", "merged"):
        if states and key in table:
            yield Problem(f"stability.{key}", "belongs to the option form; leave the states out")


def _parties(data: Mapping[str, Any], table: Mapping[str, Any]) -> Iterator[Problem]:
    known = list(_table(data.get("parties")))
    named = [
        (f"stability.options.{option}.by", party)
        for option, lever in _table(table.get("options")).items()
        for party in _list(_table(lever).get("by"))
    ]
    for key in ("preferences", "moves"):
        named += [(f"stability.{key}.{party}", party) for party in _table(table.get(key))]
    for number, members in enumerate(_list(table.get("coalitions"))):
        named += [(f"stability.coalitions[{number}]", party) for party in _list(members)]
    for place, party in named:
        if isinstance(party, str) and party not in known:
            yield Problem(place, none_of("party", party, known, "parties"))


def _conditions(table: Mapping[str, Any]) -> Iterator[Problem]:
    placed = [
        (f"stability.{key}[{number}]", text)
        for key in ("impossible", "merged")
        for number, text in enumerate(_list(table.get(key)))
    ]
    for party, preference in _table(table.get("preferences")).items():
        place = f"stability.preferences.{party}"
        for number, text in enumerate(_list(_table(preference).get("statements"))):
            placed.append((f"{place}.statements[{number}]", text))
        placed += [
            (f'{place}.weights."{text}"', text)
            for text in _table(_table(preference).get("weights"))
        ]
    for number, outcome in enumerate(_list(table.get("outcomes"))):
        placed.append((f"stability.outcomes[{number}].when", _table(outcome).get("when")))
    for place, text in placed:
        yield from _condition(table, place, text)


def _condition(table: Mapping[str, Any], place: str, text: object) -> Iterator[Problem]:
    """Hold that a condition can be read; in graph form it names states, joined by ``or``."""
    names = list(_table(table.get("options"))) or list(_table(table.get("states")))
    if isinstance(text, str) and names:
        try:
            parse_condition(text, names)
        except ValueError as error:
            yield Problem(place, str(error))


def _arcs(table: Mapping[str, Any]) -> Iterator[Problem]:
    for party, pairs in _table(table.get("moves")).items():
        for number, pair in enumerate(_list(pairs)):
            place = f"stability.moves.{party}[{number}]"
            yield from _states(table, place, _list(pair))
            if isinstance(pair, list) and len(pair) == 2 and pair[0] == pair[1]:
                yield Problem(place, f'leads from "{pair[0]}" to itself, which is no move')


def _preference(
    table: Mapping[str, Any], party: str, preference: Mapping[str, Any]
) -> Iterator[Problem]:
    place = f"stability.preferences.{party}"
    ways = [way for way in _WAYS if preference.get(way)]
    if len(ways) != 1:
        given = " and ".join(ways) or "none of them"
        yield Problem(place, f"needs one of {', '.join(_WAYS)}, and has {given}")
    if preference.get("points") and not table.get("outcomes"):
        text = "needs stability.outcomes, which say what package a state amounts to"
        yield Problem(f"{place}.points", text)
    for number, tied in enumerate(_list(preference.get("ranking"))):
        states = [state for state in _list(tied) if state != _BAR]
        yield from _states(table, f"{place}.ranking[{number}]", states)
    for key in ("unknown", "much"):
        for number, pair in enumerate(_list(preference.get(key))):
            yield from _states(table, f"{place}.{key}[{number}]", _list(pair))


def _everyone_prefers(table: Mapping[str, Any]) -> Iterator[Problem]:
    movers = dict.fromkeys(_table(table.get("moves")))
    for lever in _table(table.get("options")).values():
        owners = _list(_table(lever).get("by"))
        movers.update(dict.fromkeys(owner for owner in owners if isinstance(owner, str)))
    for party in movers:
        if party not in _table(table.get("preferences")):
            yield Problem(
                f"stability.preferences.{party}",
                "is missing; a party that can move needs a preference over the states",
            )


def _packages(data: Mapping[str, Any], table: Mapping[str, Any]) -> Iterator[Problem]:
    issues = _table(data.get("issues"))
    for number, outcome in enumerate(_list(table.get("outcomes"))):
        place = f"stability.outcomes[{number}].package"
        package = _table(_table(outcome).get("package"))
        for issue in issues if package else ():
            if issue not in package:
                yield Problem(place, f'leaves out issue "{issue}"; name one option of each issue')
        for issue, option in package.items():
            if issue not in issues:
                yield no_issue(data, place, issue)
            elif isinstance(option, str):
                yield from known_options(data, issue, [(place, option)], singly=True)


def _states(table: Mapping[str, Any], place: str, states: list[Any]) -> Iterator[Problem]:
    """Hold that each text names a state: its id, or a letter for each option."""
    options, nodes = _table(table.get("options")), list(_table(table.get("states")))
    for state in states:
        if not isinstance(state, str):
            continue
        if nodes and state not in nodes:
            yield Problem(place, none_of("state", state, nodes, "states"))
        elif options and (len(state) != len(options) or set(state) - set("YN-")):
            yield Problem(
                place,
                f'"{state}" is no state; write Y, N or - for each of the {len(options)} options, '
                f"in the order of the file, such as {'Y' + 'N' * (len(options) - 1)}",
            )
