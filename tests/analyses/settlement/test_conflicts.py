"""Conflicts of red lines: who excludes whom, and what is said where there are too many."""

from tracktwo.analyses.settlement.conflicts import MOST_CONFLICTS, conflicts, members


def pairs(count: int) -> list[int]:
    """Make packages each of which crosses two lines of its own: 2^count conflicts."""
    return [0b11 << 2 * i for i in range(count)]


def test_one_line_per_pair_is_a_conflict() -> None:
    found, complete = conflicts(pairs(9), must=2**18 - 1, others=[], at_least=0)
    assert complete
    assert len(set(found)) == len(found) == 2**9
    assert all(len(members(lines)) == 9 for lines in found)


def test_too_many_conflicts_are_cut_at_a_size_and_said_to_be() -> None:
    crossings = [one | 1 << 40 for one in pairs(12)]
    found, complete = conflicts(crossings, must=2**41 - 1, others=[], at_least=0)
    assert (found, complete) == ((1 << 40,), False)
    assert MOST_CONFLICTS < 2**12


def test_where_some_package_crosses_nothing_there_is_no_conflict() -> None:
    assert conflicts([0b1, 0], must=0b1, others=[], at_least=0) == ((), True)


def test_where_there_is_no_package_the_empty_set_is_the_conflict() -> None:
    assert conflicts([], must=0b1, others=[], at_least=0) == ((0,), True)


def test_of_three_others_of_whom_two_must_accept_two_have_to_refuse() -> None:
    found, complete = conflicts([0b111], must=0, others=[0b001, 0b010, 0b100], at_least=2)
    assert (found, complete) == ((0b011, 0b101, 0b110), True)
