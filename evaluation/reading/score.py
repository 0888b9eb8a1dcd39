"""How is a reading scored? Counts as READING.md says, which add up over documents."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from itertools import combinations

from evaluation.reading.found import Found, FoundStatement
from evaluation.reading.gold import Gold, GoldStatement
from evaluation.reading.matching import ENOUGH, matched, overlap
from evaluation.reading.names import Roll


@dataclass(frozen=True, slots=True)
class Counts:
    """What was counted in one document, or in several together.

    Attributes
    ----------
    gold, found, hit : int
        Core statements to find; those found, without those that only meet background of the gold;
        pairs of the two.
    speaker, act, chain, negated, conditional : int
        Hits with the right one; the last two say that it is (not) denied and (not) conditional.
    addressed, addressee : int
        Hits whose gold names an addressee; those of them where one of these is named.
    items, items_found : int
        Demands that are no sets of others; those of which a statement was hit and read as asking.
    same, same_found, same_hit : int
        Pairs of hits that state the same demand: in the gold, as read, in both.
    turns, turns_found, turns_hit : int
        Turns; as read; in the same place and by the same speaker.
    """

    gold: int = 0
    found: int = 0
    hit: int = 0
    speaker: int = 0
    act: int = 0
    chain: int = 0
    negated: int = 0
    conditional: int = 0
    addressed: int = 0
    addressee: int = 0
    items: int = 0
    items_found: int = 0
    same: int = 0
    same_found: int = 0
    same_hit: int = 0
    turns: int = 0
    turns_found: int = 0
    turns_hit: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        both = (getattr(self, f.name) + getattr(other, f.name) for f in fields(self))
        return Counts(*both)


def score(gold: Gold, read: Found) -> Counts:
    """Count what a reading got right of one gold file."""
    roll = Roll(gold.actors)
    core = [each for each in gold.statements if each.core]
    pairs = _statement_pairs(core, read.statements, roll)
    hits = [(core[i], read.statements[j]) for i, j in sorted(pairs.items())]
    turns = _turn_pairs(gold, read, roll)
    return Counts(
        gold=len(core),
        found=len(read.statements) - _only_background(gold, read, set(pairs.values())),
        hit=len(hits),
        speaker=sum(roll.same(f.speaker, g.speakers) for g, f in hits),
        act=sum(f.act in g.acts for g, f in hits),
        chain=sum(f.chain_length in g.chain_lengths for g, f in hits),
        negated=sum(f.negated == g.negated for g, f in hits),
        conditional=sum(f.conditional == g.conditional for g, f in hits),
        addressed=sum(bool(g.addressees) for g, _ in hits),
        addressee=sum(_addressed(g, f, roll) for g, f in hits),
        turns=len(gold.turns),
        turns_found=len(read.turns) if gold.turns_marked else 0,
        turns_hit=turns,
        **_demand_counts(gold, core, hits),
    )


def _statement_pairs(
    core: Sequence[GoldStatement], read: Sequence[FoundStatement], roll: Roll
) -> dict[int, int]:
    def quality(i: int, j: int) -> int:
        g, f = core[i], read[j]
        right = (
            f.act in g.acts,
            roll.same(f.speaker, g.speakers),
            bool(f.demand) == bool(g.demand),
        )
        return sum(right)

    return matched([each.hull for each in core], [each.hull for each in read], quality)


def _only_background(gold: Gold, read: Found, used: set[int]) -> int:
    """Count what was found, is no hit, and is in the gold as the author's own background."""
    background = [each.hull for each in gold.statements if not each.core]
    return sum(
        j not in used and any(overlap(each.hull, hull) >= ENOUGH for hull in background)
        for j, each in enumerate(read.statements)
    )


def _addressed(gold: GoldStatement, read: FoundStatement, roll: Roll) -> bool:
    return any(roll.same(name, [who]) for name in read.addressees for who in gold.addressees)


def _turn_pairs(gold: Gold, read: Found, roll: Roll) -> int:
    def right(i: int, j: int) -> int:
        return int(roll.same(read.turns[j][1], [gold.turns[i][1]]))

    places = [hull for hull, _ in gold.turns], [hull for hull, _ in read.turns]
    return sum(right(i, j) for i, j in matched(*places, right).items())


def _demand_counts(
    gold: Gold, core: Sequence[GoldStatement], hits: Sequence[tuple[GoldStatement, FoundStatement]]
) -> dict[str, int]:
    ids = {each.id for each in core}
    items = [stated for stated in gold.items if ids & set(stated)]
    asking = {g.id for g, f in hits if f.demand}
    same = _alike((each.id, each.demand) for each in core)
    same_found = _alike((g.id, f.demand) for g, f in hits)
    return {
        "items": len(items),
        "items_found": sum(bool(asking & set(stated)) for stated in items),
        "same": len(same),
        "same_found": len(same_found),
        "same_hit": len(same & same_found),
    }


def _alike(named: Iterable[tuple[str, str]]) -> set[frozenset[str]]:
    """Give the pairs of statements that carry one demand."""
    asking = [(each, demand) for each, demand in named if demand]
    return {frozenset((a, b)) for (a, x), (b, y) in combinations(asking, 2) if x == y}
