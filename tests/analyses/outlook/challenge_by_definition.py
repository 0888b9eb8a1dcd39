"""The challenge model once more: plain Python, sentence by sentence, slow, no code shared."""

from collections.abc import Sequence
from dataclasses import dataclass

from tracktwo.analyses.outlook.challenge import Specification


@dataclass
class Player:
    """A party as the definitions speak of it."""

    capability: float
    salience: float
    place: float
    risk: float = 1.0

    @property
    def weight(self) -> float:
        """What its vote weighs."""
        return self.capability * self.salience


class Round:
    """One round among the parties that have weight."""

    def __init__(self, players: list[Player], span: float, chosen: Specification) -> None:
        self.players, self.span, self.chosen = players, span, chosen

    def apart(self, one: float, other: float) -> float:
        """How far two places lie apart, as a share of the span."""
        return abs(one - other) / self.span

    def condorcet_winner(self) -> float:
        """The least place that no other place beats."""
        places = sorted({each.place for each in self.players})
        for place in places:
            if all(
                sum(p.weight * (abs(p.place - other) - abs(p.place - place)) for p in self.players)
                >= -1e-12
                for other in places
            ) and 2 * sum(p.weight for p in self.players if p.place <= place) >= sum(
                p.weight for p in self.players
            ) * (1 - 1e-12):
                return place
        raise AssertionError("single-peaked votes have a winner")

    def vote(self, voter: Player, for_: Player, against: Player) -> float:
        """What a voter puts behind one place against another; below 0 if it is for the other."""
        bend = voter.risk if self.chosen.votes == "curved" else 1.0
        far: float = self.apart(voter.place, against.place) ** bend
        near: float = self.apart(voter.place, for_.place) ** bend
        return voter.weight * (far - near)

    def chance(self, i: Player, j: Player) -> float:
        """The chance that i carries its challenge of j."""
        behind = sum(max(0.0, self.vote(k, i, j)) for k in self.players)
        if self.chosen.denominator == "pairs":
            cast = sum(
                abs(self.vote(k, a, b))
                for k in self.players
                for a in self.players
                for b in self.players
            )
        else:
            cast = sum(abs(self.vote(k, i, j)) for k in self.players)
        return behind / cast

    def expected(self, i: Player, j: Player, risk: float) -> float:
        """E(i, j): what i may expect of challenging j, seen with a risk exponent."""
        distance = self.apart(i.place, j.place)
        success: float = 2 - 4 * (0.5 - 0.5 * distance) ** risk
        failure: float = 2 - 4 * (0.5 + 0.5 * distance) ** risk
        status_quo: float = 2 - 4 * 0.5**risk
        middle = self.apart(i.place, self.condorcet_winner())
        better: float = 2 - 4 * max(0.0, 0.5 - 0.25 * (middle + distance)) ** risk
        worse: float = 2 - 4 * (0.5 + 0.25 * (middle + distance)) ** risk
        unforced = better if middle < distance else worse
        p, q = self.chance(i, j), float(self.chosen.quiet)
        resisted = j.salience * (p * success + (1 - p) * failure)
        yielded = (1 - j.salience) * success
        return resisted + yielded - q * status_quo - (1 - q) * unforced

    def set_risks(self) -> None:
        """Risk exponents from a first pass in which all are 1."""
        for player in self.players:
            player.risk = 1.0
        if self.chosen.risk == "neutral":
            return
        danger = [
            sum(self.expected(j, i, 1.0) for j in self.players if j.place != i.place)
            for i in self.players
        ]
        most, least = max(danger), min(danger)
        for player, own in zip(self.players, danger, strict=True):
            dared = (2 * own - most - least) / (most - least) if most > least else 0.0
            player.risk = (1 - dared / 3) / (1 + dared / 3)

    def offers(self, i: Player) -> list[tuple[int, float, float]]:
        """Offers to i: class (the lower is taken first), key (the lower is better), target."""
        found = []
        for j in self.players:
            if j.place == i.place:
                continue
            a = self.expected(i, j, i.risk)
            b = self.expected(j, i, j.risk if self.chosen.view == "each" else i.risk)
            if b <= 0:
                continue
            class_, target = 3, i.place
            if a > 0:
                if b > a and self.chosen.conflict == "moves":
                    class_, target = 0, j.place
            elif (a < 0 or self.chosen.borders == "closed") and b > -a:
                class_, target = 1, i.place + (j.place - i.place) * (-a / b)
            elif a < 0 and (b < -a or self.chosen.borders == "closed"):
                class_, target = 2, j.place
            if class_ == 3:
                continue
            key = -b if self.chosen.pick == "strongest" else abs(target - i.place)
            if class_ == 1 and self.chosen.compromise == "lowest":
                key = (abs(a) * i.place + abs(b) * j.place) / (abs(a) + abs(b))
            found.append((class_, key, target))
        return found

    def after(self) -> list[float]:
        """Where the parties stand afterwards."""
        self.set_risks()
        places = []
        for player in self.players:
            offers = self.offers(player)
            best = min(((kind, key) for kind, key, _ in offers), default=None)
            taken = [target for kind, key, target in offers if (kind, key) == best]
            places.append(middle(taken) if taken else player.place)
        return places


def middle(places: Sequence[float]) -> float:
    """The mean; of places that are one, that place to the last bit."""
    return places[0] if len(set(places)) == 1 else sum(places) / len(places)


def challenged(
    rows: Sequence[tuple[float, float, float]], chosen: Specification
) -> list[list[float]]:
    """Give the positions after each round; rows are capability, salience, position."""
    path = [[place for _, _, place in rows]]
    heard = [i for i, (c, s, _) in enumerate(rows) if c * s > 0]
    first = [rows[i][2] for i in heard]
    span = max(first) - min(first)
    for _ in range(chosen.rounds):
        now = list(path[-1])
        players = [Player(rows[i][0], rows[i][1], now[i]) for i in heard]
        places = [each.place for each in players]
        if chosen.span == "current":
            span = max(places) - min(places)
        if max(places) > min(places):
            for i, place in zip(heard, Round(players, span, chosen).after(), strict=True):
                now[i] = place
        path.append(now)
    return path
