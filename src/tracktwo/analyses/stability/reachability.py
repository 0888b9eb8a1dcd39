"""How could we get there? Which states can be reached, by whose moves."""

from dataclasses import dataclass

from tracktwo.analyses.stability.bitsets import legal_paths
from tracktwo.analyses.stability.relations import Relations


@dataclass(frozen=True, slots=True)
class Route:
    """A state, and a shortest legal sequence of moves to it, as (party, state) steps."""

    state: int
    path: tuple[tuple[int, int], ...]


def routes(relations: Relations, start: int, *, improving: bool) -> tuple[Route, ...]:
    """Give every state that can be reached, each with a shortest way.

    Status quo analysis (Li, Kilgour and Hipel 2005 [1]_): nobody moves twice in a row.

    Parameters
    ----------
    relations : Relations
        The model.
    start : int
        The place of the state to start from.
    improving : bool
        Whether every step has to be an improvement for its mover over the state just before.

    Returns
    -------
    tuple of Route
        In the order of the states; the start itself comes first, with no step.

    References
    ----------
    .. [1] Li, Kilgour and Hipel, "Status quo analysis in the graph model for conflict
       resolution", *Journal of the Operational Research Society* 56, 2005, 699-707.
    """
    steps = [
        tuple(bits & better for bits, better in zip(moves, good, strict=True))
        if improving
        else moves
        for moves, good in zip(relations.moves, relations.better, strict=True)
    ]
    paths = legal_paths(start, steps)
    found = [Route(state, path) for state, path in paths.items() if state != start]
    return (Route(start, ()), *found)
