"""The challenge model: each party weighs challenging each other, and moves by its best offer.

A contested lens, not the default. On the one open set of 351 European decisions it does worse
than the plain weighted mean, and its equations leave much open: every choice that they leave is
a field of `Specification`, and `multiverse` runs them all.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.kernels.weighted_median import weighted_median
from tracktwo.analyses.outlook.field import Field
from tracktwo.analyses.outlook.forecast import Trajectory
from tracktwo.analyses.outlook.order import neutral_order
from tracktwo.analyses.outlook.sample import Sample
from tracktwo.analyses.outlook.sound import require_sound
from tracktwo.analyses.outlook.turns import turn_of

Array: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Specification:
    """What the equations of the challenge model leave open. The defaults read them as printed.

    Attributes
    ----------
    span : str
        Distances are shares of the range of positions at the start ("initial") or in the round
        ("current").
    quiet : str
        The chance Q that the other stays put when it is not challenged: "1" in Bueno de
        Mesquita 1985, "0.5" in 1986 and 2009.
    view : str
        Whether a party judges the other's side of a pair with its "own" risk exponent or with
        "each" one's.
    denominator : str
        A challenge's odds are shares of the votes cast on this "pair", or on all "pairs" of
        parties together, which makes them small.
    votes : str
        Distances in votes are "straight", or "curved" by the voter's risk exponent.
    conflict : str
        Whether who is weaker in a conflict "moves" or "stays".
    pick : str
        Among offers of a class: the "least" move, or the "strongest" proposer.
    compromise : str
        Among compromises: as `pick` says ("pick"), or the "lowest" mean of the two positions,
        weighted by what is at stake for each. The latter favours the low end of the scale.
    borders : str
        A challenge that is worth exactly nothing to one side makes an offer ("closed") or none
        ("open").
    risk : str
        Risk exponents follow from "security", or all are "neutral".
    rounds : int
        How many, 0 or more. There is no guarantee that positions settle, as the authors say.
    """

    span: Literal["initial", "current"] = "initial"
    quiet: Literal["1", "0.5"] = "1"
    view: Literal["own", "each"] = "own"
    denominator: Literal["pair", "pairs"] = "pair"
    votes: Literal["straight", "curved"] = "straight"
    conflict: Literal["moves", "stays"] = "moves"
    pick: Literal["least", "strongest"] = "least"
    compromise: Literal["pick", "lowest"] = "pick"
    borders: Literal["open", "closed"] = "open"
    risk: Literal["security", "neutral"] = "security"
    rounds: int = 10

    def __post_init__(self) -> None:
        """Refuse fewer rounds than none."""
        if self.rounds < 0:
            raise ValueError(f"rounds is {self.rounds}; 0 or more is needed")


AS_PRINTED = Specification()
"""The equations of Scholz, Calbert and Smith (2011) as they stand on the page."""

AS_RUN = Specification(denominator="pairs", votes="curved", compromise="lowest")
"""What comes near the medians that the same paper prints, and its equations do not give."""


def challenge(field: Field, specification: Specification | None = None) -> tuple[Trajectory, ...]:
    """Follow the parties' positions through rounds of challenges, on each scale alone.

    In each round every party i weighs challenging every other party j that stands elsewhere:
    the expected utility E(i, j) counts winning, losing, and j giving way because it cares
    little. The pair's two utilities say what j's challenge is to i:

    - both above 0, and j's greater: a conflict, which i loses; it moves to j;
    - i's below 0, j's above 0 and greater in size: a compromise; i moves by ``|E(i)/E(j)|`` of
      the way;
    - i's below 0 and greater in size: i gives in, and moves to j.

    A party takes one offer: of a conflict before a compromise before giving in; among those by
    `specification`. Offers that tie are shared: it moves to the mean of where they lead.
    Risk exponents come first, from a pass with all at 1: whom others would challenge most
    dares least. Parties without weight on the scale neither challenge nor move.

    Parameters
    ----------
    field : Field
        Parties on their scales; no leading axes.
    specification : Specification, optional
        How open points are read; the equations as printed if left out.

    Returns
    -------
    tuple of Trajectory
        One for each scale, in the order of the field: round 0 and each round; one outcome, the
        weighted median after the last. Shifting or stretching a scale with its ends shifts or
        stretches all; parties of weight 0 change nothing. Two parties at one position do *not*
        count as one: each makes offers, and each is challenged.

    Raises
    ------
    ArrayError
        If the field is not sound; see `require_sound`.

    Notes
    -----
    Bueno de Mesquita 1985, 1994, 2009; the equations as in Scholz, Calbert and Smith,
    "Unravelling Bueno De Mesquita's Group Decision Model", ICAART 2011. We depart from them in
    sharing ties, where the paper names no rule, so that no result depends on the order of the
    parties. O(rounds n²), O(rounds n³) with curved votes.

    Examples
    --------
    By hand, with all risk exponents at 1: a has weight 3, b weight 1, so a's challenge carries
    with 3/4. E(a, b) = 1/2 (3/4 · 2 - 1/4 · 2) + 1/2 · 2 = 3/2; E(b, a) = 1/4 · 2 - 3/4 · 2 = -1.
    So b moves two thirds of the way.

    >>> field = Field(("a", "b"), ("price",), np.array([[0.0, 12.0]]), np.array([3.0, 2.0]),
    ...               np.array([[1.0], [0.5]]), np.array([[0.0], [12.0]]))
    >>> neutral = Specification(risk="neutral", rounds=1)
    >>> [turn.positions for turn in challenge(field, neutral)[0].turns]
    [(0.0, 12.0), (0.0, 4.0)]
    """
    require_sound(field)
    chosen = specification or AS_PRINTED
    return tuple(_on_scale(field, column, chosen) for column in range(len(field.scales)))


def challenges(field: Field, specification: Specification | None = None) -> Sample:
    """Run the model over draws, on one scale.

    Parameters
    ----------
    field : Field
        With one leading axis, and one scale.
    specification : Specification, optional
        The same for all draws.

    Returns
    -------
    Sample
        One outcome a draw; the path of the weighted median.
    """
    chosen = specification or AS_PRINTED
    weight = field.capability * field.salience[..., 0]
    places = paths(field.position[..., 0], field.salience[..., 0], field.capability, chosen)
    path = weighted_median(np.broadcast_to(weight[:, np.newaxis], places.shape), places)
    return Sample(path[:, -1:], np.ones_like(path[:, -1:]), path)


def paths(
    position: Array, salience: Array, capability: Array, specification: Specification
) -> Array:
    """Give the positions of each draw after each round.

    Parameters
    ----------
    position, salience, capability : float, shape (draws, n)
        Salience from 0 to 1.
    specification : Specification
        The same for all draws.

    Returns
    -------
    float, shape (draws, rounds + 1, n)
        Round 0 first. Reordering the parties reorders them and changes no bit: they are taken
        by position, salience and capability, not by name.

    Examples
    --------
    >>> one = np.array([[4.0, 4.0]])
    >>> paths(one, one / 4, one, Specification(rounds=1)).tolist()
    [[[4.0, 4.0], [4.0, 4.0]]]
    """
    from tracktwo.analyses.kernels.challenge_rounds import challenge_rounds  # noqa: PLC0415 - numba

    order = np.lexsort((capability, salience, position), axis=-1)
    place, keen, strong = (
        np.ascontiguousarray(np.take_along_axis(values, order, -1))
        for values in (position, salience, capability)
    )
    quiet, rounds = float(specification.quiet), specification.rounds
    places = challenge_rounds(place, keen, strong, quiet, _flags(specification), rounds)
    back = np.argsort(order, axis=-1)[:, np.newaxis, :]
    return np.take_along_axis(places, np.broadcast_to(back, places.shape), -1)


def _on_scale(field: Field, column: int, specification: Specification) -> Trajectory:
    salience, order = field.salience[:, column], neutral_order(field)
    weight = field.capability * salience
    (places,) = paths(
        field.position[np.newaxis, :, column],
        salience[np.newaxis],
        field.capability[np.newaxis],
        specification,
    )
    turns = tuple(turn_of(number, place, weight, order) for number, place in enumerate(places))
    return Trajectory(
        model="challenge",
        scale=field.scales[column],
        parties=field.parties,
        parameters=tuple(_described(specification)),
        turns=turns,
        outcomes=np.array([turns[-1].median]),
        probabilities=np.ones(1),
    )


def _described(specification: Specification) -> Iterator[tuple[str, str]]:
    for each in fields(specification):
        yield each.name, str(getattr(specification, each.name))


def _flags(specification: Specification) -> NDArray[np.int64]:
    from tracktwo.analyses.kernels import challenge_rounds as kernel  # noqa: PLC0415 - numba

    flags = np.zeros(kernel.FLAGS, dtype=np.int64)
    flags[kernel.CURRENT_SPAN] = specification.span == "current"
    flags[kernel.EACH_OWN_RISK] = specification.view == "each"
    flags[kernel.ALL_PAIRS] = specification.denominator == "pairs"
    flags[kernel.CURVED_VOTES] = specification.votes == "curved"
    flags[kernel.CONFLICT_MOVES] = specification.conflict == "moves"
    flags[kernel.STRONGEST] = specification.pick == "strongest"
    flags[kernel.SMALLEST_POSITION] = specification.compromise == "lowest"
    flags[kernel.CLOSED_BORDERS] = specification.borders == "closed"
    flags[kernel.NEUTRAL_RISK] = specification.risk == "neutral"
    return flags
