"""The spatial model of politics in plain loops, written from its definition; deterministic."""

import math
from dataclasses import dataclass

from tests.analyses.outlook.elections_by_definition import (
    VOTES,
    product_of_victories,
    strengths,
    victories,
)

Point = tuple[float, ...]
Bargain = tuple[int, int, tuple[Point, Point]]


@dataclass(frozen=True)
class Actor:
    """A party with its share of all capability, its saliences, and where it stands, 0 to 1."""

    share: float
    keen: Point
    at: Point

    @property
    def care(self) -> float:
        """Give how much it cares in all."""
        return sum(self.keen)


@dataclass(frozen=True)
class Choices:
    """The open choices, named as in `Spatial`."""

    voting: str = "proportional"
    victory: str = "linear"
    risk: str = "mid"
    adjustment: float = 1 / 3
    third_parties: str = "semi"
    vectors: str = "s2p2"
    bargains: str = "initiator"


def distance(viewer: Actor, one: Point, other: Point) -> float:
    keen = viewer.keen
    gap = sum((s * (a - b)) ** 2 for s, a, b in zip(keen, one, other, strict=True))
    return math.sqrt(gap / sum(s * s for s in keen))


def utility(gap: float, risk: float) -> float:
    return (1 - gap) * (1 + gap * risk) if gap <= 1 else (1 - gap) * (1 + risk)


def hold_election(weights: list[float], worth: list[list[float]], choices: Choices) -> list[float]:
    table = strengths(weights, worth, choices.voting)
    return product_of_victories(victories(table, choices.victory))


def risks(actors: list[Actor], choices: Choices) -> list[float]:
    """Let them vote on all positions as if risk neutral; who is likely to win is averse to risk."""
    worth = [[1 - distance(a, a.at, b.at) for b in actors] for a in actors]
    chances = hold_election([a.share for a in actors], worth, choices)
    least, most = min(chances), max(chances)
    if most - least <= 1e-9:
        return [0.0 for _ in actors]
    low = {"min": 0.0, "mid": -0.5, "max": -1.0}[choices.risk]
    return [low + (1 - low) * (each - least) / (most - least) for each in chances]


class Round:
    """One round: who thinks what of whom, who turns to whom, and what comes of it."""

    def __init__(self, actors: list[Actor], choices: Choices) -> None:
        self.actors, self.choices = actors, choices
        self.risk = risks(actors, choices)

    def worth(self, viewer: int, of: int, place: int) -> float:
        """Give what `viewer` thinks that the position of `place` is worth to `of`."""
        lean = self.choices.adjustment
        risk = (1 - lean) * self.risk[viewer] + lean * self.risk[of]
        one, other = self.actors[of], self.actors[place]
        return utility(distance(one, one.at, other.at), risk)

    def vote(self, voter: int, stake: float) -> float:
        """Give a vote in a contest."""
        return (
            self.actors[voter].share * self.actors[voter].care * VOTES[self.choices.voting](stake)
        )

    def challenge(self, viewer: int, i: int, j: int) -> tuple[float, float]:
        """Give the chance that i beats j and what i gains by trying, in the eyes of `viewer`."""
        sides = [1e-14, 1e-14]
        for party in (i, j):
            stake = self.worth(viewer, party, i) - self.worth(viewer, party, j)
            self.join(sides, self.vote(party, stake))
        principals = tuple(sides)
        for third in range(len(self.actors)):
            if third not in (i, j):
                self.join(sides, self.third_vote(viewer, third, i, j, principals))
        chance = sides[0] / sum(sides)
        own, theirs = self.worth(viewer, i, i), self.worth(viewer, i, j)
        care = self.actors[j].care
        contest = chance * 2 * own + (1 - chance) * 2 * theirs
        return chance, (1 - care) * 2 * own + care * contest - (own + theirs)

    @staticmethod
    def join(sides: list[float], vote: float) -> None:
        """Add a vote to the side that it is for."""
        sides[0] += max(vote, 0)
        sides[1] += max(-vote, 0)

    def third_vote(
        self, viewer: int, third: int, i: int, j: int, principals: tuple[float, ...]
    ) -> float:
        """Let a third party weigh what joining either side would bring it."""
        at_i, at_j, own = (self.worth(viewer, third, place) for place in (i, j, third))
        little = list(principals)
        self.join(little, self.vote(third, at_i - at_j))
        chance = little[0] / sum(little)
        # what each outcome leaves at the places of i, j and the third party itself
        commit = self.choices.third_parties
        won = 2 * at_i + (at_i if commit == "full" else own)
        lost = 2 * at_j + (own if commit == "none" else at_j)
        with_i = chance * won + (1 - chance) * lost
        won = 2 * at_i + (own if commit == "none" else at_i)
        lost = 2 * at_j + (at_j if commit == "full" else own)
        with_j = chance * won + (1 - chance) * lost
        return self.vote(third, with_i - with_j)

    def target(self, i: int) -> int | None:
        """Give whom a party challenges."""
        gains = {j: self.challenge(i, i, j)[1] for j in range(len(self.actors)) if j != i}
        best = max(gains.values(), default=0.0)
        return first_near(gains, best) if best > 1e-5 else None

    def meet(self, i: int, j: int, chance: float) -> tuple[Point, Point]:
        """Give where i and j would stand after a bargain, dimension by dimension."""
        one, other = self.actors[i], self.actors[j]
        pairs = [
            between(*each, chance, self.choices.vectors)
            for each in zip(one.at, one.keen, other.at, other.keen, strict=True)
        ]
        return tuple(a for a, _ in pairs), tuple(b for _, b in pairs)

    def offers(self, i: int, j: int) -> list[tuple[Point, Point]]:
        """Give what comes on the table when i challenges j."""
        ours = self.meet(i, j, self.challenge(i, i, j)[0])
        if self.choices.bargains == "initiator":
            return [ours]
        theirs = self.meet(i, j, self.challenge(j, i, j)[0])
        if self.choices.bargains == "both":
            return [ours, theirs]
        wi, wj = (self.actors[p].share * self.actors[p].care for p in (i, j))
        mixed = [
            tuple((wi * a + wj * b) / (wi + wj) for a, b in zip(mine, yours, strict=True))
            for mine, yours in zip(ours, theirs, strict=True)
        ]
        return [(mixed[0], mixed[1])]

    def value(self, voter: int, i: int, j: int, offer: tuple[Point, Point]) -> float:
        """Give the mean of what all positions would be worth to a voter after a bargain."""
        actor = self.actors[voter]
        places = [a.at for a in self.actors]
        places[i], places[j] = offer
        return sum(
            utility(distance(actor, actor.at, place), self.risk[voter]) for place in places
        ) / len(places)

    def table(self) -> list[list[Bargain]]:
        """Give the bargains that each actor is part of, to stay as it is among them."""
        everyone = range(len(self.actors))
        table: list[list[Bargain]] = [
            [(i, i, (self.actors[i].at, self.actors[i].at))] for i in everyone
        ]
        for i in everyone:
            j = self.target(i)
            if j is not None:
                for offer in self.offers(i, j):
                    table[i].append((i, j, offer))
                    table[j].append((i, j, offer))
        return table

    def settle(self, party: int, bargains: list[Bargain]) -> Point:
        """Let all vote on the bargains of one."""
        worth = [[self.value(v, *bargain) for bargain in bargains] for v in range(len(self.actors))]
        chances = hold_election([a.share for a in self.actors], worth, self.choices)
        i, _, (of_i, of_j) = bargains[first_near(dict(enumerate(chances)), max(chances))]
        return of_i if party == i else of_j


def first_near(values: dict[int, float], best: float) -> int:
    return next(place for place, value in values.items() if value >= best - 1e-6)


def between(  # noqa: PLR0917 - two places, two saliences, a chance
    a: float, keen_a: float, b: float, keen_b: float, chance: float, vectors: str
) -> tuple[float, float]:
    """Give where two meet on one dimension: each pulls by salience and chance."""
    if vectors == "s2pmax":
        ahead, behind = max(2 * chance - 1, 0), max(1 - 2 * chance, 0)
        yields = behind * keen_b**2 / (behind * keen_b**2 + 1e-6 + (1 - behind) * keen_a**2)
        takes = ahead * keen_a**2 / (ahead * keen_a**2 + 1e-6 + (1 - ahead) * keen_b**2)
        return a + yields * (b - a), b + takes * (a - b)
    power = {"s1p1": 1, "s2p2": 2}[vectors]
    pull_a, pull_b = (keen_a * chance) ** power, (keen_b * (1 - chance)) ** power
    total = pull_a + 1e-6 + pull_b
    return (
        struck(((pull_a + 1e-6) * a + pull_b * b) / total),
        struck((pull_a * a + (pull_b + 1e-6) * b) / total),
    )


def struck(place: float) -> float:
    """Round half up to the grid of bargains."""
    return math.floor(place * 1e4 + 0.5) / 1e4


def following(actors: list[Actor], choices: Choices) -> list[Point]:
    """Give where everyone stands after a round."""
    this = Round(actors, choices)
    return [this.settle(party, bargains) for party, bargains in enumerate(this.table())]
