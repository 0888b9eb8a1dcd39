"""Random models of every kind, each as our own model and as the oracle's."""

from dataclasses import dataclass
from random import Random

import numpy as np
from tests.analyses.stability.oracle import Plain

from tracktwo.analyses.stability.model import Arcs, Model
from tracktwo.casemodel.stability import Direction, Lever

DIRECTIONS: tuple[Direction, ...] = ("both", "N->Y", "Y->N")


@dataclass(frozen=True)
class Wanted:
    """Limits on what is drawn: up to `options` in `large` of the models, up to 4 in the rest.

    `graph` is the share in graph form, `states` the most states.
    """

    parties: tuple[int, int] = (2, 4)
    options: int = 7
    large: float = 0.1
    states: int = 128
    unknown: bool = False
    graph: float = 0.25


def drawn(seed: int, wanted: Wanted = Wanted()) -> tuple[Model, Plain]:
    """Draw a model from a seed."""
    draw = Random(seed)  # noqa: S311 - a test's random models need no secrecy
    parties = draw.randint(*wanted.parties)
    large = wanted.options > 4 and draw.random() < wanted.large
    if draw.random() < wanted.graph:
        return _in_graph_form(draw, parties, wanted, 20 if large else 9)
    count = draw.randint(5, wanted.options) if large else draw.randint(1, min(4, wanted.options))
    one_way = draw.choice((0.0, 0.3, 0.7))
    levers = tuple(
        Lever(
            f"o{at}",
            "",
            tuple(f"p{i}" for i in sorted(draw.sample(range(parties), _owners(draw, parties)))),
            draw.choice(DIRECTIONS[1:]) if draw.random() < one_way else "both",
        )
        for at in range(count)
    )
    codes = _possible(draw, count, wanted.states)
    place = {code: at for at, code in enumerate(codes)}
    arcs = tuple(
        frozenset(
            (place[start], place[end])
            for start in codes
            for end in _ends(levers, f"p{i}", start)
            if end in place
        )
        for i in range(parties)
    )
    return _both(draw, parties, codes, levers, arcs, None, wanted)


def _owners(draw: Random, parties: int) -> int:
    return draw.randint(2, parties) if parties > 1 and draw.random() < 0.15 else 1


def _possible(draw: Random, count: int, most: int) -> tuple[int, ...]:
    """Keep some combinations; of too many, those that a walk from one to a neighbour finds."""
    keep = draw.choice((1.0, 0.8, 0.5, 0.3))
    codes = [code for code in range(1 << count) if draw.random() < keep] or [0]
    if len(codes) > most:
        found = [draw.choice(codes)]
        while len(found) < most:
            found = list({*found, draw.choice(found) ^ 1 << draw.randrange(count)})
        codes = sorted(found)
    return tuple(codes)


def _ends(levers: tuple[Lever, ...], party: str, start: int) -> list[int]:
    """List every other combination that a party can make of one, option by option."""
    ends = [start]
    for at, lever in enumerate(levers):
        taken = start >> at & 1
        if party in lever.parties and lever.moves != ("N->Y" if taken else "Y->N"):
            ends += [end ^ 1 << at for end in ends]
    return ends[1:]


def _in_graph_form(draw: Random, parties: int, wanted: Wanted, most: int) -> tuple[Model, Plain]:
    count = draw.randint(2, min(most, wanted.states))
    density = draw.choice((0.1, 0.25, 0.5))
    pairs = [(a, b) for a in range(count) for b in range(count) if a != b]
    arcs = tuple(
        frozenset(pair for pair in pairs if draw.random() < density) for _ in range(parties)
    )
    listed = tuple(_columns(sorted(each)) for each in arcs)
    return _both(draw, parties, tuple(range(1, count + 1)), (), arcs, listed, wanted)


def _columns(pairs: list[tuple[int, int]]) -> Arcs:
    table = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return table[:, 0].copy(), table[:, 1].copy()


def _both(  # noqa: PLR0917 - all that was drawn
    draw: Random,
    parties: int,
    codes: tuple[int, ...],
    levers: tuple[Lever, ...],
    arcs: tuple[frozenset[tuple[int, int]], ...],
    listed: tuple[Arcs, ...] | None,
    wanted: Wanted,
) -> tuple[Model, Plain]:
    spread = draw.choice((3, len(codes), 10 * len(codes)))
    scores = [[draw.randrange(spread) for _ in codes] for _ in range(parties)]
    rank = tuple(tuple(sorted(set(each)).index(score) for score in each) for each in scores)
    level = [[2 * place // (max(each) + 1) for place in each] for each in rank]
    unknown = tuple(
        frozenset(
            (a, b)
            for a in range(len(codes))
            for b in range(a)
            if wanted.unknown and draw.random() < 0.2
        )
        for _ in range(parties)
    )
    much = tuple(
        frozenset(
            (a, b)
            for a in range(len(codes))
            for b in range(len(codes))
            if levels[a] > levels[b] and (a, b) not in unknown[i] and (b, a) not in unknown[i]
        )
        for i, levels in enumerate(level)
    )
    names = tuple(
        "".join("Y" if code >> at & 1 else "N" for at in range(len(levers))) for code in codes
    )
    model = Model(
        parties=tuple(f"p{i}" for i in range(parties)),
        levers=levers,
        codes=np.array(codes, dtype=np.int64),
        bits=names,
        labels=("",) * len(codes),
        ids=names if levers else tuple(map(str, codes)),
        worth=np.array(rank, dtype=np.int32),
        arcs=listed,
        unknown=tuple(tuple(sorted(each)) for each in unknown),
        much=((),) * parties,
        levels=np.array(level, dtype=np.int32),
    )
    return model, Plain(codes, arcs, rank, unknown, much)
