"""The exchange model in plain loops, written from its definition; positions from 0 to 1."""

from dataclasses import dataclass, replace
from itertools import combinations, permutations


@dataclass(frozen=True)
class Trader:
    """A party: its capability, and salience, position and vote by scale."""

    capability: float
    salience: tuple[float, ...]
    position: tuple[float, ...]
    vote: tuple[float, ...]

    def weight(self, scale: int) -> float:
        """Give what its vote weighs on a scale."""
        return self.capability * self.salience[scale]


@dataclass(frozen=True)
class Deal:
    """The giver moves on scale p, the taker on scale q; outcomes move by these shifts."""

    giver: int
    taker: int
    p: int
    q: int
    shift: float
    return_shift: float
    gain: float


def outcome(traders: list[Trader], scale: int) -> float:
    total = sum(each.weight(scale) for each in traders)
    return sum(each.weight(scale) * each.vote[scale] for each in traders) / total


def loss(traders: list[Trader], who: int, scale: int) -> float:
    me = traders[who]
    return me.salience[scale] * abs(outcome(traders, scale) - me.position[scale])


def opposed(traders: list[Trader], i: int, j: int, scale: int) -> bool:
    middle = outcome(traders, scale)
    one, other = sorted((traders[i].position[scale], traders[j].position[scale]))
    return one < middle - 1e-9 and other > middle + 1e-9


def limit(traders: list[Trader], giver: int, taker: int, scale: int) -> float:
    """Give how far the giver's vote may push the outcome towards the taker."""
    here, there = traders[giver], traders[taker].position[scale]
    way = 1 if there > here.position[scale] else -1
    middle = outcome(traders, scale)
    if way * (middle - here.position[scale]) < -1e-9:
        return 0.0
    total = sum(each.weight(scale) for each in traders)
    by_vote = here.weight(scale) / total * max(way * (there - here.vote[scale]), 0.0)
    return min(by_vote, max(way * (there - middle), 0.0))


def best_deal(traders: list[Trader], i: int, j: int, p: int, q: int) -> Deal | None:
    """Give the largest trade at equal gain in which i gives on p and j on q."""
    one, other = traders[i].salience, traders[j].salience
    if not one[p] * other[q] < other[p] * one[q]:
        return None  # i cares relatively less for p: s_ip / s_iq < s_jp / s_jq
    # i: s_iq y - s_ip x = j: s_jp x - s_jq y, so y = rate x
    rate = (one[p] + other[p]) / (one[q] + other[q])
    shift = min(limit(traders, i, j, p), limit(traders, j, i, q) / rate)
    gain = other[p] * shift - other[q] * rate * shift
    return Deal(i, j, p, q, shift, rate * shift, gain)


def made(traders: list[Trader], deal: Deal) -> list[Trader]:
    """Give the parties with their votes after a trade."""
    after = list(traders)
    for who, other, scale, shift in (
        (deal.giver, deal.taker, deal.p, deal.shift),
        (deal.taker, deal.giver, deal.q, deal.return_shift),
    ):
        me = after[who]
        way = 1 if traders[other].position[scale] > me.position[scale] else -1
        total = sum(each.weight(scale) for each in traders)
        vote = list(me.vote)
        vote[scale] += way * shift * total / me.weight(scale)
        after[who] = replace(me, vote=tuple(vote))
    return after


def market(traders: list[Trader]) -> list[tuple[list[Trader], Deal]]:
    """Make the trades one by one, the best first: the parties before each, and the trade."""
    scales = range(len(traders[0].position))
    open_ = [
        (i, j, p, q)
        for p, q in combinations(scales, 2)
        for i, j in permutations(range(len(traders)), 2)
        if opposed(traders, i, j, p) and opposed(traders, i, j, q)
    ]
    history: list[tuple[list[Trader], Deal]] = []
    while True:
        deals = [deal for each in open_ if (deal := best_deal(traders, *each)) is not None]
        most = max((deal.gain for deal in deals), default=0.0)
        if most <= 1e-9:
            return history
        deal = next(each for each in deals if each.gain >= most - 1e-12)
        open_.remove((deal.giver, deal.taker, deal.p, deal.q))
        history.append((traders, deal))
        traders = made(traders, deal)
