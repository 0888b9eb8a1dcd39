"""The probabilistic Condorcet election in plain loops, written from its definition."""

import math
from collections.abc import Callable

NEAR, FAINTEST = 1e-8, 1e-12


def clipped(stake: float) -> float:
    return max(-1.0, min(1.0, stake / NEAR))


VOTES: dict[str, Callable[[float], float]] = {
    "binary": clipped,
    "prop-bin": lambda stake: 0.8 * stake + 0.2 * clipped(stake),
    "proportional": lambda stake: stake,
    "prop-cubic": lambda stake: (stake + stake**3) / 2,
    "cubic": lambda stake: stake**3,
    "asym-prop": lambda stake: stake * 2 / 3 if stake > 0 else stake,
}


def strengths(weights: list[float], utilities: list[list[float]], voting: str) -> list[list[float]]:
    """Give the strength of option i against option j; the later of a pair challenges."""
    options = range(len(utilities[0]))
    table = [[FAINTEST for _ in options] for _ in options]
    for late in options:
        for early in range(late):
            for weight, worth in zip(weights, utilities, strict=True):
                stake = worth[late] - worth[early]
                vote = weight * VOTES[voting](stake if abs(stake) >= 1e-12 else 0.0)
                if vote > 0:
                    table[late][early] += vote
                else:
                    table[early][late] -= vote
    return table


def beats(mine: float, theirs: float, rule: str) -> float:
    """Give the probability that a coalition beats another."""
    if rule == "binary":
        if mine >= 1.1 * theirs:
            return 1 / (1 + 1e-6)
        if theirs >= 1.1 * mine:
            return 1e-6 / (1 + 1e-6)
        return (mine / (mine + theirs) * 2.1 - 1) / 0.1
    power = {"linear": 1, "square": 2, "quartic": 4, "octic": 8}[rule]
    return mine**power / (mine**power + theirs**power)


def victories(table: list[list[float]], rule: str) -> list[list[float]]:
    options = range(len(table))
    return [[beats(table[i][j], table[j][i], rule) for j in options] for i in options]


def product_of_victories(wins: list[list[float]]) -> list[float]:
    """Give each option's chance to beat all others, given that one does."""
    products = [math.prod(row) for row in wins]
    return [each / sum(products) for each in products]


def after_one_challenge(
    chance: list[float], table: list[list[float]], wins: list[list[float]], method: str
) -> list[float]:
    """Let a challenger stand up against the favourite: who is the favourite then?"""
    options = range(len(chance))
    following = [0.0 for _ in options]
    for favourite in options:
        urges = [
            1.0 if method == "markov-uniform" else table[i][favourite] * wins[i][favourite]
            for i in options
        ]
        for challenger in options:
            stands_up = chance[favourite] * urges[challenger] / sum(urges)
            following[challenger] += stands_up * wins[challenger][favourite]
            following[favourite] += stands_up * wins[favourite][challenger]
    return following
