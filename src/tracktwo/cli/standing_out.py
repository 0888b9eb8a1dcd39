"""What of a settlement stands out, and what stays over rankings and ranges, for the terminal."""

from typing import TYPE_CHECKING

from tracktwo.cli.printing import print_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracktwo.analyses.settlement.robust import Flip, Robustness
    from tracktwo.analyses.settlement.settlement import Count, FrontierPoint, Ranked, Settlement
    from tracktwo.casemodel.case import Case

_SHOWN = 12
_HOLDS = {
    "all": "for all",
    "some": "for some, and not for all",
    "none": "for none",
    "some or all": "for some, perhaps for all",
    "none or some": "perhaps for some, not for all that were tried",
    "undecided": "for which could not be decided",
}


def count_words(count: "Count") -> str:
    """Say how many; where it is not known, between what.

    >>> from tracktwo.analyses.settlement.settlement import Count
    >>> count_words(Count(1000, 1000)), count_words(Count(3, 1200))
    ('1,000', 'between 3 and 1,200')
    """
    return f"{count.high:,}" if count.exact else f"between {count.low:,} and {count.high:,}"


def print_ranks(case: "Case", ranked: "Ranked") -> None:
    """Print what holds for all, some or no points that are consistent with the rankings."""
    names = {party.id: party.name for party in case.parties}
    who = ", ".join(names[party] for party in ranked.parties)
    print(f"Ranked instead of given points: {who}. Over all points consistent with that:")
    print(f"   There is room {_HOLDS[ranked.room]}.")
    print(
        f"   Acceptable for all: {count_words(ranked.acceptable_for_all)}; "
        f"for some: {count_words(ranked.acceptable_for_some)}."
    )
    print(
        f"   Efficient for all: {count_words(ranked.efficient_for_all)}; "
        f"for some: {count_words(ranked.efficient_for_some)}."
    )
    rows = [
        (f"for {each.efficient}", f"for {each.acceptable}", _options(each.options))
        for each in ranked.efficient[:_SHOWN]
    ]
    if rows:
        print_table("", ("efficient", "acceptable", "package"), rows)
    left = len(ranked.efficient) - len(rows)
    if left > 0:
        print(f"   and {left:,} more (--json lists them)")
    print()
    print("What follows holds at the middle of these points, one example among them:")


def print_standing_out(case: "Case", settlement: "Settlement") -> None:
    """Print each party's best, the largest products, and how few points stand for a frontier."""
    from tracktwo.analyses.settlement.cover import cover

    parties = [party for party, _ in settlement.best]
    if len(parties) < 2:
        return
    names = {party.id: party.name for party in case.parties}
    columns = ("", *(names[party] for party in parties), "package")
    best = [(f"best for {names[p]}", point) for p, points in settlement.best for point in points]
    top = [(f"Nash product {n}", point) for n, point in enumerate(settlement.top_nash, start=1)]
    print()
    print_table("", columns, _rows([*best, *top[1:]]))
    few = cover(settlement.frontier)
    if settlement.frontier_exact and len(few.points) < len(settlement.frontier):
        print(
            f"{len(few.points)} of the {len(settlement.frontier):,} points stand for all: none is "
            f"worse for anyone by more than {float(few.short):.1%} of the party's span (--json)"
        )


def _rows(named: "Sequence[tuple[str, FrontierPoint]]") -> "Iterator[tuple[str, ...]]":
    for name, point in named:
        more = f"\nand {point.count - 1:,} more" if point.count > 1 else ""
        worths = (f"{float(worth):.2f}" for _, worth in point.utilities)
        yield name, *worths, _options(point.packages[0]) + more


def _options(options: "tuple[tuple[str, str], ...]") -> str:
    return "; ".join(f"{issue}: {option}" for issue, option in options)


def print_robustness(case: "Case", found: "Robustness") -> None:
    """Print whether the answer stays over the ranges of the estimates."""
    said = {True: "room", False: "no room"}
    print()
    print(
        f"At the best estimates: {said[found.room]}. With every no-agreement value at its lowest: "
        f"{said[found.floors_low]}; at its highest: {said[found.floors_high]}."
    )
    how = "exact, from the two ends" if found.monotone else "from the draws"
    print(f"   Of all estimates within their ranges, there is room {_HOLDS[found.holds]} ({how}).")
    for flip in found.flips:
        print(f"   {_flip_words(case, flip, said[not found.room])}")
    print(
        f"   {found.with_room} of {found.samples} draws over all ranges have room "
        f"(± {found.error:.1%}, seed {found.seed})."
    )
    if found.with_room and found.kept:
        kept = ", ".join(f"{name.replace('_', '-')} {part}" for name, part in found.kept)
        print(f"   Of these, so many keep a package of the solution: {kept}.")


def _flip_words(case: "Case", flip: "Flip", answer: str) -> str:
    """Say which single estimate changes the answer, and until where there is room."""
    from tracktwo.analyses.settlement.exact_text import exact_text

    name = next(party.name for party in case.parties if party.id == flip.party)
    of = f"its weight of {flip.issue}" if flip.issue else "its no-agreement value"
    until = "" if flip.until is None else f"; there is room up to {exact_text(flip.until)}"
    return f"{name}: {of} at {flip.value} alone gives {answer}{until}."
