"""Will it hold, and how could we get there? The whole analysis of a case."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from tracktwo import __version__
from tracktwo.analyses.settlement.settlement import Making
from tracktwo.analyses.stability.bitsets import Bits, members
from tracktwo.analyses.stability.coalition import all_coalitions, coalition_view
from tracktwo.analyses.stability.concepts import Concept, stable_states
from tracktwo.analyses.stability.flips import Flip, flips
from tracktwo.analyses.stability.from_case import model_of
from tracktwo.analyses.stability.inverse import Inverse, inverse
from tracktwo.analyses.stability.limited_move import limited_move
from tracktwo.analyses.stability.model import Model
from tracktwo.analyses.stability.party_view import party_view
from tracktwo.analyses.stability.reachability import Route, routes
from tracktwo.analyses.stability.reasons import Reason, reason
from tracktwo.analyses.stability.relations import MOST_STATES, Relations, relations_of
from tracktwo.analyses.stability.result import Asked, StabilityResult, Upset, Verdicts
from tracktwo.analyses.stability.simultaneous import simultaneous
from tracktwo.analyses.stability.solve import solve
from tracktwo.analyses.stability.strength import strongly_stable
from tracktwo.analyses.stability.unknown_preference import EXTENSIONS, uncertain_view
from tracktwo.casemodel.case import Case
from tracktwo.errors import CaseError, Problem

_ALL_REASONS = 64
MOST_SIMULTANEOUS = 512


def stability(case: Case, asked: Asked | None = None) -> StabilityResult:
    """Analyse the graph model of a case.

    Parameters
    ----------
    case : Case
        With a ``[stability]`` section.
    asked : Asked, optional
        What to look at beside the verdicts; by default all concepts, and the ways from the
        status quo where the case names it.

    Returns
    -------
    StabilityResult
        Deterministic: the same case and question give the same.

    Raises
    ------
    CaseError
        If the section is missing or does not hold together, or a state or party asked about is
        not in it.
    StabilityError
        If a question beyond the four classical concepts is asked of too large a model.

    Examples
    --------
    >>> from tracktwo.casemodel.read import parse_case
    >>> found = stability(parse_case('''
    ... case = { id = "x", title = "X", as_of = "2025-01-31" }
    ... parties.a = { name = "A" }
    ... parties.b = { name = "B" }
    ... [stability.options]
    ... ours = { title = "Cooperate", by = "a" }
    ... theirs = { title = "Cooperate", by = "b" }
    ... [stability.preferences]
    ... a.ranking = ["NY", "YY", "NN", "YN"]
    ... b.ranking = ["YN", "YY", "NN", "NY"]
    ... '''))
    >>> [found.model.bits[state] for state in found.verdicts["seq"].equilibria]
    ['NN', 'YY']
    """
    asked = asked or Asked()
    model = model_of(case)
    marks = solve(model, asked.concepts)
    verdicts = {concept: _verdicts(marks[concept]) for concept in asked.concepts}
    small = model.states <= MOST_STATES
    relations = relations_of(model) if small or _needs_sets(asked) else None
    start = find_state(case, model, asked.start) if asked.start else model.status_quo
    teams = _coalitions(case, model) if asked.coalitions else ()
    if relations is None:
        return StabilityResult(
            model, _making(case, asked), verdicts, {}, flips=_flips(model, asked)
        )
    by_team = _by_coalition(relations, teams, asked.concepts)
    strong = _strong(model, relations, asked.concepts)
    return StabilityResult(
        model=model,
        making=_making(case, asked),
        verdicts=verdicts,
        reasons=_reasons(model, relations, verdicts),
        uncertain=_uncertain(model, relations, asked.concepts),
        strong=strong,
        weak={concept: _weak(verdicts[concept], each) for concept, each in strong.items()},
        coalitions=by_team,
        together=_together(by_team, asked.concepts),
        upsets=_upsets(relations, teams, by_team, verdicts),
        start=start,
        routes=_routes(relations, start, verdicts),
        limited=_limited(relations, asked.horizon),
        simultaneous=_simultaneous(model, relations),
        inverses=_inverses(case, model, asked, teams),
        flips=_flips(model, asked),
    )


def find_state(case: Case, model: Model, text: str) -> int:
    """Give the place of a state named by its code, its letters, its id or its name.

    Raises
    ------
    CaseError
        If no state, or more than one, is named so.
    """
    named = [
        at
        for at in range(model.states)
        if text in (model.ids[at], model.labels[at], str(model.codes[at]))
    ]
    if model.ids and text in model.ids:
        named = [model.ids.index(text)]
    if len(named) == 1:
        return named[0]
    shown = ", ".join(model.ids[:6]) + (", …" if model.states > 6 else "")
    problem = Problem("state", f'"{text}" names {len(named)} states; name one, such as {shown}')
    raise CaseError(case.id, (problem,))


def _needs_sets(asked: Asked) -> bool:
    return bool(asked.coalitions or asked.start or asked.inverse or asked.horizon)


def _verdicts(marks: NDArray[np.bool_]) -> Verdicts:
    found = np.flatnonzero(marks.all(axis=0)).tolist() if len(marks) else []
    return Verdicts(marks, tuple(found))


def _marked(stable: Sequence[Bits], states: int) -> Verdicts:
    rows = [[bool(bits >> at & 1) for at in range(states)] for bits in stable]
    return _verdicts(np.array(rows, dtype=np.bool_).reshape(len(stable), states))


def _reasons(
    model: Model, relations: Relations, verdicts: Mapping[Concept, Verdicts]
) -> dict[tuple[int, Concept, int], Reason]:
    views = [party_view(relations, party) for party in range(relations.parties)]
    found = {}
    for concept, verdict in verdicts.items():
        states = set(range(model.states))
        if model.states > _ALL_REASONS:
            quo = () if model.status_quo is None else (model.status_quo,)
            states = {*verdict.equilibria[:_ALL_REASONS], *quo}
        for state in sorted(states):
            for party, view in enumerate(views):
                found[party, concept, state] = reason(view, concept, state)
    return found


def _uncertain(
    model: Model, relations: Relations, concepts: Sequence[Concept]
) -> dict[tuple[Concept, str], Verdicts]:
    if not any(model.unknown):
        return {}
    found: dict[tuple[Concept, str], Verdicts] = {}
    for extension in EXTENSIONS:
        views = [uncertain_view(relations, each, extension) for each in range(relations.parties)]
        for concept in concepts:
            stable = [stable_states(view, concept) for view in views]
            found[concept, extension] = _marked(stable, model.states)
    return found


def _strong(
    model: Model, relations: Relations, concepts: Sequence[Concept]
) -> dict[Concept, Verdicts]:
    if not any(any(rows) for rows in relations.much_worse):
        return {}
    return {
        concept: _marked(
            [strongly_stable(relations, each, concept) for each in range(relations.parties)],
            model.states,
        )
        for concept in concepts
        if concept != "nash"
    }


def _weak(stable: Verdicts, strong: Verdicts) -> Verdicts:
    held = tuple(state for state in stable.equilibria if state not in strong.equilibria)
    return Verdicts(stable.marks & ~strong.marks, held)


def _coalitions(case: Case, model: Model) -> tuple[tuple[int, ...], ...]:
    """Give the coalitions of the case, with every single party; all where it names none."""
    named = case.stability.coalitions if case.stability else ()
    if not named:
        return all_coalitions(len(model.parties))
    places = {party: at for at, party in enumerate(model.parties)}
    teams = {tuple(sorted(places[each] for each in team if each in places)) for team in named}
    singles = {(party,) for party in range(len(model.parties))}
    return tuple(sorted({team for team in teams if team} | singles, key=lambda t: (len(t), t)))


def _by_coalition(
    relations: Relations, teams: Sequence[tuple[int, ...]], concepts: Sequence[Concept]
) -> dict[tuple[Concept, tuple[int, ...]], tuple[int, ...]]:
    found = {}
    for team in teams:
        view = coalition_view(relations, team, teams)
        for concept in concepts:
            found[concept, team] = tuple(members(stable_states(view, concept)))
    return found


def _upsets(
    relations: Relations,
    teams: Sequence[tuple[int, ...]],
    by_team: Mapping[tuple[Concept, tuple[int, ...]], tuple[int, ...]],
    verdicts: Mapping[Concept, Verdicts],
) -> tuple[Upset, ...]:
    """Say which coalitions would leave a state that every single party would keep."""
    views = {team: coalition_view(relations, team, teams) for team in teams if len(team) > 1}
    return tuple(
        Upset(team, reason(view, concept, state))
        for concept, verdict in verdicts.items()
        for state in verdict.equilibria
        for team, view in views.items()
        if state not in by_team[concept, team]
    )


def _together(
    by_team: Mapping[tuple[Concept, tuple[int, ...]], tuple[int, ...]], concepts: Sequence[Concept]
) -> dict[Concept, tuple[int, ...]]:
    if not by_team:
        return {}
    return {
        concept: tuple(
            sorted(
                set.intersection(
                    *(set(found) for (of, _), found in by_team.items() if of == concept)
                )
            )
        )
        for concept in concepts
    }


def _routes(
    relations: Relations, start: int | None, verdicts: Mapping[Concept, Verdicts]
) -> dict[str, tuple[Route, ...]]:
    if start is None:
        return {}
    wanted = {state for each in verdicts.values() for state in each.equilibria}
    return {
        name: tuple(
            route
            for route in routes(relations, start, improving=improving)
            if route.state in wanted
        )
        for name, improving in (("improvements", True), ("moves", False))
    }


def _limited(relations: Relations, horizon: int) -> tuple[tuple[int, ...], ...] | None:
    if not horizon:
        return None
    return tuple(tuple(members(limited_move(relations, each, horizon))) for each in (0, 1))


def _simultaneous(model: Model, relations: Relations) -> tuple[tuple[int, ...], ...] | None:
    fits = len(model.parties) == 2 and model.levers and model.arcs is None
    if not fits or model.states > MOST_SIMULTANEOUS:
        return None
    return tuple(tuple(members(simultaneous(model, relations, each))) for each in (0, 1))


def _inverses(
    case: Case, model: Model, asked: Asked, teams: Sequence[tuple[int, ...]]
) -> tuple[Inverse, ...]:
    if not asked.inverse:
        return ()
    if asked.party not in model.parties:
        known = ", ".join(model.parties)
        problem = Problem("party", f'"{asked.party}" has no preferences here; name one of {known}')
        raise CaseError(case.id, (problem,))
    state, party = find_state(case, model, asked.inverse), model.parties.index(asked.party)
    return tuple(inverse(model, state, party, concept, teams) for concept in asked.concepts)


def _flips(model: Model, asked: Asked) -> tuple[Flip, ...] | None:
    return flips(model, asked.concepts) if asked.flips else None


def _making(case: Case, asked: Asked) -> Making:
    parameters = (
        ("concepts", ", ".join(asked.concepts)),
        ("coalitions", "asked" if asked.coalitions else "single parties"),
        ("from", asked.start or (case.stability.status_quo if case.stability else "")),
        ("horizon", str(asked.horizon)),
    )
    return Making(case.sha256, "graph model", __version__, parameters)
