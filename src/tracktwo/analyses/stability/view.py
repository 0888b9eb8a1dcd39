"""How does somebody look at a state: where to go, what deters, how the others may answer?"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tracktwo.analyses.stability.bitsets import Bits, Steps, legal_reach


@dataclass(frozen=True)
class View:
    """A party's, or a coalition's, side of the model; every concept is defined on it.

    Attributes
    ----------
    reach : by state
        Where it can go.
    leaves : by state
        Where it would go: those of `reach` that are an improvement.
    hurts : by state
        States that deter it from leaving this one.
    answers : by opponent, by state
        Moves of the opponents.
    improving : by opponent, by state
        Those of their moves that improve on the state just before, by their own preference.
    who, movers : tuple of tuple of int
        The parties behind each row of `improving`, and behind each row of `answers`.
    """

    reach: Sequence[Bits]
    leaves: Sequence[Bits]
    hurts: Sequence[Bits]
    answers: Steps
    improving: Steps
    who: tuple[tuple[int, ...], ...]
    movers: tuple[tuple[int, ...], ...]
    _moved: dict[int, Bits] = field(default_factory=dict)
    _improved: dict[int, Bits] = field(default_factory=dict)

    def answered(self, state: int) -> Bits:
        """Give the ends of the opponents' legal sequences of moves."""
        if state not in self._moved:
            self._moved[state] = legal_reach(state, self.answers)
        return self._moved[state]

    def answered_improving(self, state: int) -> Bits:
        """Give the ends of the opponents' legal sequences of improvements."""
        if state not in self._improved:
            self._improved[state] = legal_reach(state, self.improving)
        return self._improved[state]

    def inescapable(self, state: int, candidates: Bits) -> Bits:
        """Keep the candidates that deter, and from which every move still ends where deterred."""
        hurt, kept, left = self.hurts[state], 0, candidates & self.hurts[state]
        while left:
            lowest = left & -left
            if not self.reach[lowest.bit_length() - 1] & ~hurt:
                kept |= lowest
            left ^= lowest
        return kept
