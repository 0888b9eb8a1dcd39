"""A graph model as a Gambit strategic game (``.nfg``): every party chooses its options once."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.stability.from_case import model_of
from tracktwo.analyses.stability.model import Model
from tracktwo.analyses.stability.states import states_of
from tracktwo.casemodel.case import Case
from tracktwo.casemodel.stability import Lever
from tracktwo.errors import StabilityError

Cells = NDArray[np.intp]  # by the strategy of each party: the place of the state, or -1

MOST_OUTCOMES = 65_536
_IMPOSSIBLE = -1


def nfg_of(case: Case) -> str:
    """Write the graph model of a case as a strategic game in Gambit's ``.nfg`` format.

    A strategy is one choice of all of a party's options, and a cell of the game is the state
    that follows. Payoffs are the states' places in the rankings, so only their order means
    anything. A strategy that no choice of the others makes possible is left out, and of several
    that lead to the same states whatever the others choose the first stands for all. A cell that
    is no state after that is the outcome "impossible", which pays every party one less than its
    worst state.

    The pure Nash equilibria of the game are the states that hold under Nash, where every option
    can be taken and left and no states are merged: who would leave for an impossible cell would
    lose by it, and from each of these somebody can leave. A strategic game has no state to
    start from, so one-way options are written as if they could go both ways.

    Parameters
    ----------
    case : Case
        With a graph model in option form of two to four parties, no option shared.

    Returns
    -------
    str
        ``NFG 1 R`` with strategies and outcomes by name; the first party's strategy changes
        fastest.

    Raises
    ------
    CaseError
        If the case has no graph model, or one that does not hold together.
    StabilityError
        If a strategic game cannot say what the model says: in graph form there are no options to
        choose; a shared option is nobody's strategy; an impossible cell from which nobody alone
        can leave would be an equilibrium. Also past `MOST_OUTCOMES` cells.

    Examples
    --------
    >>> from tracktwo.casemodel.read import parse_case
    >>> print(nfg_of(parse_case('''
    ... case = { id = "x", title = "Chicken", as_of = "2025-01-31" }
    ... parties.a = { name = "A" }
    ... parties.b = { name = "B" }
    ... [stability.options]
    ... ours = { title = "Swerve", by = "a" }
    ... theirs = { title = "Swerve", by = "b" }
    ... [stability.preferences]
    ... a.ranking = ["NY", "YY", "YN", "NN"]
    ... b.ranking = ["YN", "YY", "NY", "NN"]
    ... ''')).partition("{ {")[2])
     "no option" "ours" } { "no option" "theirs" } } "Payoffs are places in rankings."
    <BLANKLINE>
    { { "NN" 0, 0 } { "YN" 1, 3 } { "NY" 3, 1 } { "YY" 2, 2 } }
    1 2 3 4
    <BLANKLINE>
    """
    model = model_of(case)
    own = _options(model)
    cells = _cells(case, model, own)
    names = {party.id: party.name for party in case.parties}
    cells, kept = _without_needless(cells)
    _hold(cells)
    strategies = [
        [_strategy(model.levers, own[party], choice) for choice in choices]
        for party, choices in enumerate(kept)
    ]
    players = " ".join(_quoted(names[party]) for party in model.parties)
    lists = " ".join(f"{{ {' '.join(map(_quoted, each))} }}" for each in strategies)
    head = f"NFG 1 R {_quoted(case.title)} {{ {players} }} {{ {lists} }}"
    return f"{head} {_quoted(_remark(model, cells))}\n\n{_payoffs(model, cells)}\n"


def _options(model: Model) -> list[list[int]]:
    """Give the places of each party's options, after holding that a game can have them."""
    parties = len(model.parties)
    if not 2 <= parties <= 4:
        raise StabilityError(f"a strategic game is written for two to four parties, not {parties}")
    if not model.levers:
        raise StabilityError(
            "a strategic game needs options that its players choose; the graph form has none, so "
            "write the model in option form to export it"
        )
    shared = [lever for lever in model.levers if len(lever.parties) > 1]
    if shared:
        owners = " and ".join(shared[0].parties)
        raise StabilityError(
            f'option "{shared[0].id}" is shared by {owners}, and in a strategic game every choice '
            "is one player's; give it to one party to export the model"
        )
    return [
        [at for at, lever in enumerate(model.levers) if party in lever.parties]
        for party in model.parties
    ]


def _cells(case: Case, model: Model, own: Sequence[Sequence[int]]) -> Cells:
    """Give the state of every profile of choices, one axis per party."""
    if 1 << len(model.levers) > MOST_OUTCOMES:
        raise StabilityError(
            f"{1 << len(model.levers):,} outcomes; {MOST_OUTCOMES:,} is the most written"
        )
    assert case.stability is not None  # noqa: S101 - there is a model of it
    states = states_of(case.stability, case.id)
    by_code = np.full(1 << len(model.levers), _IMPOSSIBLE, dtype=np.intp)
    by_code[states.members] = states.state
    codes = np.zeros((), dtype=np.intp)
    for places in own:
        choices = np.array([_spread(choice, places) for choice in range(1 << len(places))])
        codes = codes[..., np.newaxis] + choices
    return np.asarray(by_code[codes], dtype=np.intp)


def _spread(choice: int, places: Sequence[int]) -> int:
    return sum(1 << place for at, place in enumerate(places) if choice >> at & 1)


def _without_needless(cells: Cells) -> tuple[Cells, list[list[int]]]:
    """Leave out strategies that are never possible, and all but the first of equal ones."""
    kept = []
    for party in range(cells.ndim):
        rows = np.moveaxis(cells, party, 0).reshape(cells.shape[party], -1)
        first = np.unique(rows, axis=0, return_index=True)[1]
        here = [at for at in sorted(first.tolist()) if (rows[at] != _IMPOSSIBLE).any()]
        cells = np.take(cells, here, axis=party)
        kept.append(here)
    return cells, kept


def _hold(cells: Cells) -> None:
    """Hold that from every impossible cell some player alone can leave."""
    possible = cells != _IMPOSSIBLE
    leaves = np.zeros_like(possible)
    for party in range(cells.ndim):
        leaves |= possible.any(axis=party, keepdims=True)
    if not (possible | leaves).all():
        raise StabilityError(
            "some impossible combinations can be left by no party alone, and a strategic game "
            "would count them as equilibria; it cannot say what this model says"
        )


def _strategy(levers: Sequence[Lever], places: Sequence[int], choice: int) -> str:
    taken = [levers[place].id for at, place in enumerate(places) if choice >> at & 1]
    return " + ".join(taken) or "no option"


def _remark(model: Model, cells: Cells) -> str:
    said = ["Payoffs are places in rankings."]
    if (cells == _IMPOSSIBLE).any():
        said.append("The outcome impossible is no state of the model.")
    if any(lever.moves != "both" for lever in model.levers):
        said.append("One-way options are written as if they could go both ways.")
    return " ".join(said)


def _payoffs(model: Model, cells: Cells) -> str:
    """List the outcomes in the order of states, then which of them each cell is."""
    ids = [*range(model.states), *([_IMPOSSIBLE] if (cells == _IMPOSSIBLE).any() else [])]
    outcomes = " ".join(_outcome(model, state) for state in ids)
    number = {state: at for at, state in enumerate(ids, start=1)}
    order = cells.transpose().ravel().tolist()
    return f"{{ {outcomes} }}\n{' '.join(str(number[state]) for state in order)}"


def _outcome(model: Model, state: int) -> str:
    if state == _IMPOSSIBLE:
        return f'{{ "impossible" {", ".join(["-1"] * len(model.parties))} }}'
    label = f": {model.labels[state]}" if model.labels[state] else ""
    payoffs = ", ".join(str(worth) for worth in model.worth[:, state].tolist())
    return f"{{ {_quoted(model.bits[state] + label)} {payoffs} }}"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{" ".join(escaped.split())}"'
