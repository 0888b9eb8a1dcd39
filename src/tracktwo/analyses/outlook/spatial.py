"""The spatial model of politics: parties challenge each other, and bargain, round by round.

In each round every party looks for the one from whose challenge it expects most, given who would
side with whom and how much risk the others take, as it sees them. Bargains follow, and each party
settles on the one of its own that would carry an election.

Source: Wise, Lester and Efird, "Multi-dimensional bargaining using KTAB", KAPSARC 2015; KTAB's
source, examples/smp. With the defaults the positions are those of KTAB's reference runs, digit for
digit, in every round.

We depart from KTAB in this:

- capability counts as a share of the sum, so that its unit does not matter;
- parties without weight take no part and stay where they are; KTAB refuses them;
- gains and chances within 10^-6 of each other are a tie, which falls by `neutral_order` and not by
  the order of the file;
- in "both" and "weighted" bargains the other side's chance and its own capability are used; KTAB's
  source has an expected gain and the opener's capability in their places;
- a bargain is judged from a party's ideal, as positions are; KTAB judges bargains from its
  position. The two are one unless `affinity` is given;
- where all positions are equally likely to win, nobody minds risk; KTAB divides by zero;
- Markov chains are solved, not iterated.
"""

import zlib
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.kernels.election import Method
from tracktwo.analyses.kernels.spatial_bargain import Vectors
from tracktwo.analyses.kernels.spatial_chances import spatial_chances
from tracktwo.analyses.kernels.spatial_contest import Commitment
from tracktwo.analyses.kernels.spatial_path import spatial_path
from tracktwo.analyses.kernels.spatial_setting import Bargains, Parties, Rules
from tracktwo.analyses.kernels.spatial_utility import RiskRange
from tracktwo.analyses.kernels.victory import Victory
from tracktwo.analyses.kernels.votes import Voting
from tracktwo.analyses.kernels.weighted_mean import weighted_mean
from tracktwo.analyses.outlook.field import Field
from tracktwo.analyses.outlook.forecast import Trajectory
from tracktwo.analyses.outlook.order import neutral_order, reordered
from tracktwo.analyses.outlook.sample import Sample
from tracktwo.analyses.outlook.sound import require_sound
from tracktwo.analyses.outlook.turns import turn_of
from tracktwo.errors import ArrayError

Array: TypeAlias = NDArray[np.float64]
Adjustment: TypeAlias = Literal["none", "third", "half", "two-thirds", "full"]

_SHARES: Final[dict[Adjustment, float]] = {
    "none": 0.0,
    "third": 1 / 3,
    "half": 0.5,
    "two-thirds": 2 / 3,
    "full": 1.0,
}


@dataclass(frozen=True, slots=True)
class Spatial:
    """The choices that the model leaves open, with KTAB's defaults.

    Attributes
    ----------
    voting : "binary", "prop-bin", "proportional", "prop-cubic", "cubic", "asym-prop"
        How gain becomes vote; see `votes`.
    victory : "linear", "square", "quartic", "octic", "binary"
        How strength becomes probability in elections; see `victory`.
    method : "conditional", "markov-uniform", "markov-incentive"
        How victories become a distribution; see `elected`.
    transition : "deterministic", "stochastic"
        Whether a party settles on its likeliest bargain or on one drawn by its chance.
    adjustment : "none", "third", "half", "two-thirds", "full"
        How far a party sees others' attitudes to risk as they are, not as its own.
    risk : "min", "mid", "max"
        The range of attitudes to risk; see `risk_attitudes`.
    third_parties : "none", "semi", "full"
        What third parties stake in a contest; see `chances`.
    vectors : "s1p1", "s2p2", "s2pmax"
        Where two meet; see `meeting`.
    bargains : "initiator", "both", "weighted"
        In whose eyes bargains are made; see `Rules`.
    seed : int
        For "stochastic": the same seed, the same draws. 0 or more.
    affinity : tuple of (party, party, share)
        How far the first party's ideal follows the second one's position in each round. Without an
        entry a party follows itself wholly and nobody else. Shares are 0 or more, and add up to 1
        at most for each first party; the rest stays with its old ideal.
    """

    voting: Voting = "proportional"
    victory: Victory = "linear"
    method: Method = "conditional"
    transition: Literal["deterministic", "stochastic"] = "deterministic"
    adjustment: Adjustment = "third"
    risk: RiskRange = "mid"
    third_parties: Commitment = "semi"
    vectors: Vectors = "s2p2"
    bargains: Bargains = "initiator"
    seed: int = 0
    affinity: tuple[tuple[str, str, float], ...] = ()

    def __post_init__(self) -> None:
        """Refuse a seed that no generator takes."""
        if self.seed < 0:
            raise ArrayError(f"seed is {self.seed}; it must be 0 or more")


def spatial(field: Field, choices: Spatial | None = None) -> tuple[Trajectory, ...]:
    """Follow the parties on all scales of a field at once.

    Parameters
    ----------
    field : Field
        Parties on their scales; no leading axes. The saliences of a party add up to 1 at most.
    choices : Spatial, optional
        The open choices; the defaults if left out.

    Returns
    -------
    tuple of Trajectory
        One for each scale, in the order of the field: the positions of all rounds, and as outcomes
        where the parties end, each with the chance of that position in an election.

        Renaming and reordering parties renames and reorders; so does shifting or stretching a
        scale with its ends, but for positions that are rounded to four decimals of its length. A
        party without weight changes nothing. Parties that are alike do *not* count as one: each
        makes a bargain of its own, and each place of theirs counts in what bargains are worth.

    Raises
    ------
    ArrayError
        If the field is not sound, a party's saliences add up to more than 1, or the affinity is
        none.

    Examples
    --------
    >>> field = Field(("a", "b"), ("price",), np.array([[0.0, 10.0]]), np.array([3.0, 1.0]),
    ...               np.array([[0.5], [0.5]]), np.array([[0.0], [10.0]]))
    >>> [turn.positions for turn in spatial(field)[0].turns]
    [(0.0, 10.0), (1.0, 1.0), (1.0, 1.0)]
    """
    require_sound(field)
    chosen = choices or Spatial()
    _require_shares_of_attention(field)
    order = neutral_order(field)
    path, chances = _followed(_as_draws(reordered(field, order)), chosen)
    places = np.empty_like(path[:, 0])
    places[:, order] = path[:, 0]
    weights = field.capability[:, np.newaxis] * field.salience
    trajectories = []
    for column, scale in enumerate(field.scales):
        ends = path[-1, 0, :, column]
        outcomes = np.unique(ends[chances[0] > 0])
        turns = (
            turn_of(number, place, weights[:, column], order)
            for number, place in enumerate(places[..., column])
        )
        trajectories.append(
            Trajectory(
                model="spatial",
                scale=scale,
                parties=field.parties,
                parameters=_named(chosen),
                turns=tuple(turns),
                outcomes=outcomes,
                probabilities=(ends == outcomes[:, np.newaxis]) @ chances[0],
            )
        )
    return tuple(trajectories)


def sampled(field: Field, choices: Spatial | None = None) -> Sample:
    """Follow the parties draw by draw, on one scale.

    Parameters
    ----------
    field : Field
        With one leading axis of draws, and one scale; each draw sound.
    choices : Spatial, optional
        The open choices. For "stochastic" the luck of the draws follows from the seed and from
        their numbers.

    Returns
    -------
    Sample
        By draw: where each party ends, with the chance of that position; and the mean of the
        positions, weighted by capability x salience, round by round.

    Examples
    --------
    >>> one = np.ones((2, 2, 1))
    >>> field = Field(("a", "b"), ("price",), np.array([[0.0, 10.0]]), np.array([[3.0, 1.0]] * 2),
    ...               one / 2, np.array([[[0.0], [10.0]]] * 2))
    >>> sampled(field).path.tolist()
    [[2.5, 1.0, 1.0], [2.5, 1.0, 1.0]]
    """
    path, chances = _followed(field, choices or Spatial())
    weight = field.capability * field.salience[..., 0]
    middle = weighted_mean(weight, np.ones_like(weight), path[..., 0])
    return Sample(path[-1, ..., 0], chances, middle.T)


def _followed(field: Field, chosen: Spatial) -> tuple[Array, Array]:
    """Give positions by round and draw, in units of the scales, and the chances at the end.

    Draws in which the same parties have weight are followed together, without the others.
    """
    low, length = field.ends[:, 0], field.ends[:, 1] - field.ends[:, 0]
    heard = (field.capability > 0) & (field.salience > 0).any(axis=-1)
    patterns, which = np.unique(heard, axis=0, return_inverse=True)
    chances = np.zeros(heard.shape)
    paths = []
    for number, pattern in enumerate(patterns):
        draws, seats = np.flatnonzero(which.ravel() == number), np.flatnonzero(pattern)
        start = _start(field, draws, seats, (field.position - low) / length)
        path, chances[np.ix_(draws, seats)] = _run(start, _affinity(field, seats, chosen), chosen)
        paths.append((draws, seats, path))
    last = max(len(path) for *_, path in paths)
    places = np.repeat(field.position[np.newaxis], last, axis=0)
    for draws, seats, path in paths:
        held = np.concatenate([path, np.repeat(path[-1:], last - len(path), axis=0)])
        places[np.ix_(np.arange(last), draws, seats)] = held * length + low
    places[0] = field.position  # as it was given, not as it comes back from the unit scale
    return places, chances


def _start(field: Field, draws: NDArray[np.intp], seats: NDArray[np.intp], unit: Array) -> Parties:
    """Pick the draws and parties that are followed together."""
    capability = field.capability[np.ix_(draws, seats)]
    share = capability / capability.sum(axis=-1, keepdims=True)
    place = unit[np.ix_(draws, seats)]
    return Parties(share, field.salience[np.ix_(draws, seats)], place, place)


def _run(start: Parties, affinity: Array, chosen: Spatial) -> tuple[Array, Array]:
    """Follow draws to their end, and hold an election there."""
    rules = _rules(chosen)
    drawn = zlib.crc32(start.place.tobytes() + start.share.tobytes())
    luck = (
        np.random.default_rng([chosen.seed, drawn]) if chosen.transition == "stochastic" else None
    )
    path, ideal = spatial_path(start, affinity, rules, luck)
    return path, spatial_chances(Parties(start.share, start.salience, ideal, path[-1]), rules)


def _rules(chosen: Spatial) -> Rules:
    return Rules(
        voting=chosen.voting,
        victory=chosen.victory,
        method=chosen.method,
        adjustment=_SHARES[chosen.adjustment],
        risk=chosen.risk,
        third_parties=chosen.third_parties,
        vectors=chosen.vectors,
        bargains=chosen.bargains,
    )


def _affinity(field: Field, seats: NDArray[np.intp], chosen: Spatial) -> Array:
    """Give who follows whom as a matrix, and refuse what is none."""
    table = np.eye(len(field.parties))
    for follower, followed, share in chosen.affinity:
        unknown = [each for each in (follower, followed) if each not in field.parties]
        if unknown or not share >= 0:
            raise ArrayError(
                f"affinity of {follower} to {followed} is {share}; two parties of the field and a "
                "share of 0 or more are needed"
            )
        table[field.parties.index(follower), field.parties.index(followed)] = share
    for party, total in zip(field.parties, table.sum(axis=1).tolist(), strict=True):
        if total > 1 + 1e-9:
            raise ArrayError(
                f"{party}: affinities add up to {total}, its own included; 1 is the most"
            )
    return table[np.ix_(seats, seats)]


def _require_shares_of_attention(field: Field) -> None:
    """Refuse parties that care for more than there is to care for."""
    totals = zip(field.parties, field.salience.sum(axis=1).tolist(), strict=True)
    problems = [
        f"{party}: saliences add up to {total} over {len(field.scales)} scales; the spatial model "
        "needs 1 at most: share them out, or run each scale alone"
        for party, total in totals
        if total > 1 + 1e-9
    ]
    if problems:
        raise ArrayError("\n".join(problems))


def _as_draws(field: Field) -> Field:
    """Give a field as the only draw of many."""
    return Field(
        field.parties,
        field.scales,
        field.ends,
        field.capability[np.newaxis],
        field.salience[np.newaxis],
        field.position[np.newaxis],
    )


def _named(chosen: Spatial) -> tuple[tuple[str, str], ...]:
    """Name every choice with its value."""
    affinity = ", ".join(f"{one} {other} {share}" for one, other, share in chosen.affinity)
    words = (
        "voting",
        "victory",
        "method",
        "transition",
        "adjustment",
        "risk",
        "third_parties",
        "vectors",
        "bargains",
        "seed",
    )
    return (*((word, str(getattr(chosen, word))) for word in words), ("affinity", affinity))
