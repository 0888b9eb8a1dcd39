"""Who bargains in the spatial model of politics, and by which rules?"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from tracktwo.analyses.kernels.election import Method
from tracktwo.analyses.kernels.spatial_bargain import Vectors
from tracktwo.analyses.kernels.spatial_contest import Commitment
from tracktwo.analyses.kernels.spatial_utility import RiskRange
from tracktwo.analyses.kernels.victory import Victory
from tracktwo.analyses.kernels.votes import Voting

Array: TypeAlias = NDArray[np.float64]
Bargains: TypeAlias = Literal["initiator", "both", "weighted"]


@dataclass(frozen=True, slots=True)
class Rules:
    """How parties bargain, with KTAB's defaults.

    Attributes
    ----------
    voting, victory, method
        Of elections, over positions and over bargains; see `votes`, `victory` and `elected`.
    adjustment : float
        How far a party sees another's attitude to risk as it is, not as its own; 0 to 1.
    risk : "min", "mid", "max"
        The range of attitudes to risk; see `risk_attitudes`.
    third_parties : "none", "semi", "full"
        What a third party stakes in a contest; see `chances`.
    vectors : "s1p1", "s2p2", "s2pmax"
        Where two meet; see `meeting`.
    bargains : "initiator", "both", "weighted"
        Whether the bargain of the one who opens is on the table, that of either side, or one
        between the two, weighted by capability x salience.
    """

    voting: Voting = "proportional"
    victory: Victory = "linear"
    method: Method = "conditional"
    adjustment: float = 1 / 3
    risk: RiskRange = "mid"
    third_parties: Commitment = "semi"
    vectors: Vectors = "s2p2"
    bargains: Bargains = "initiator"


@dataclass(frozen=True, slots=True, eq=False)
class Parties:
    """The parties of a round, draw by draw.

    Attributes
    ----------
    share : float, shape (…, n)
        Of all capability, above 0; adds up to 1.
    salience, ideal, place : float, shape (…, n, D)
        How much each cares for each dimension, above 0 for one of them and 1 at most in all; what
        it would like best; and where it stands. All from 0 to 1.
    """

    share: Array
    salience: Array
    ideal: Array
    place: Array
