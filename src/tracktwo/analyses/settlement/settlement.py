"""What does a settlement analysis give? Counts, frontier, solutions, conflicts: exact, frozen."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, TypeAlias

MOST_TIES = 100
MOST_EXAMPLES = 20_000  # packages of a whole frontier that are listed
MOST_LISTED = 20_000

Holds: TypeAlias = Literal["all", "some", "none", "some or all", "none or some", "undecided"]


@dataclass(frozen=True, slots=True)
class Package:
    """One option per issue, and what it is worth to each party.

    `options` holds (issue, option) in the order of the case's issues; `utilities` holds
    (party, worth) in the order of the case's parties, for the parties that have points.
    """

    options: tuple[tuple[str, str], ...]
    utilities: tuple[tuple[str, Fraction], ...]


@dataclass(frozen=True, slots=True)
class FrontierPoint:
    """One point of the Pareto frontier, and the packages that reach it.

    `count` of them do; all are in `packages`, or examples: past `MOST_TIES`, or past fewer where
    the frontier has so many points that more than `MOST_EXAMPLES` would be listed.
    """

    utilities: tuple[tuple[str, Fraction], ...]
    packages: tuple[tuple[tuple[str, str], ...], ...]
    count: int = 0


@dataclass(frozen=True, slots=True)
class Count:
    """A number of packages: ``low <= number <= high``, exact where both are the same."""

    low: int
    high: int

    @classmethod
    def exactly(cls, number: int) -> "Count":
        """Give a number that is known."""
        return cls(number, number)

    @property
    def exact(self) -> bool:
        """Tell whether the number is known."""
        return self.low == self.high


@dataclass(frozen=True, slots=True)
class Certificate:
    """Why a solution is one: how it was found, and how far any other package could surpass it.

    Attributes
    ----------
    solution : str
        "nash", "kalai_smorodinsky", "egalitarian" or "utilitarian".
    by : str
        "frontier": the best of all efficient packages, with all ties. "search": every package
        that could be as good was looked at, ties too. "milp": the best that an integer programme
        found; there may be ties that are not listed.
    objective : str
        What is largest: "product", "smallest share", "smallest gain" or "sum".
    value, bound : Fraction
        What the solution reaches, computed from whole numbers, and what no package surpasses. For
        "milp" the bound is the solver's own, as it gave it.
    """

    solution: str
    by: str
    objective: str
    value: Fraction
    bound: Fraction

    @property
    def gap(self) -> Fraction:
        """Give how far the bound lies above the value, as a share of the bound."""
        return (self.bound - self.value) / abs(self.bound) if self.bound else Fraction(0)


@dataclass(frozen=True, slots=True)
class RedLine:
    """One thing that a party refuses.

    `kind` is "option" (`issue` and `option` say which), "combination" (`combination` says which
    options of which issues it does not accept together) or "no_agreement" (the party's total must
    reach `value`). `id` is short and stable: ``russia:membership=member``,
    ``russia:membership=member+forces=large`` or ``russia:no-agreement``.
    """

    id: str
    party: str
    kind: str
    issue: str = ""
    option: str = ""
    value: Fraction | None = None
    combination: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def together(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Give the options, issue by issue, that cross it together; none for a total."""
        return ((self.issue, (self.option,)),) if self.kind == "option" else self.combination


@dataclass(frozen=True, slots=True)
class Relaxation:
    """A smallest set of red lines without which there is room.

    Attributes
    ----------
    without : tuple of RedLine
        Dropping all of them opens a zone; dropping only some does not.
    opens : Count
        How many packages become acceptable.
    to : Fraction or None
        Where it is one no-agreement value: the largest value at which a package would be
        acceptable. None otherwise.
    """

    without: tuple[RedLine, ...]
    opens: Count
    to: Fraction | None = None


@dataclass(frozen=True, slots=True)
class RankedPackage:
    """A package, and for which consistent points it is acceptable, and acceptable and efficient."""

    options: tuple[tuple[str, str], ...]
    acceptable: Holds
    efficient: Holds


@dataclass(frozen=True, slots=True)
class Ranked:
    """What holds for all, for some or for no points that are consistent with the rankings.

    Attributes
    ----------
    parties : tuple of str
        Who ranks something, so that more than one set of points is consistent.
    room : Holds
        Whether some package is acceptable, perhaps another one for other points.
    acceptable_for_all, acceptable_for_some : Count
        How many packages are acceptable whatever the points, and for some.
    efficient : tuple of RankedPackage
        The packages that are acceptable and not dominated for all or for some points, in the
        order of the case; the first so many where they are very many, none where packages are.
    efficient_for_all, efficient_for_some : Count
        How many there are.
    """

    parties: tuple[str, ...]
    room: Holds
    acceptable_for_all: Count
    acceptable_for_some: Count
    efficient: tuple[RankedPackage, ...]
    efficient_for_all: Count
    efficient_for_some: Count


@dataclass(frozen=True, slots=True)
class Making:
    """How a result was made."""

    case_sha256: str
    method: str
    version: str
    parameters: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Settlement:
    """Whether there is room for an agreement, where, and if not, why not.

    Attributes
    ----------
    packages : int
        Combinations of options, rules between issues not yet applied.
    permitted : int
        Those that the rules permit.
    acceptable : tuple of Package
        Those permitted that everyone who must accepts, and enough of the rest. Listed where
        `packages` is at most `MOST_LISTED`; empty otherwise. `count` says how many there are.
    frontier : tuple of FrontierPoint
        Acceptable packages that no other acceptable one dominates; ties together. Where it is
        too large to hold (`frontier_exact` is false), the solutions and each party's best only.
    nash, kalai_smorodinsky, egalitarian, utilitarian : tuple of Package
        The solutions with all ties; empty where nothing is acceptable.
    conflicts : tuple of tuple of RedLine
        Where nothing is acceptable: every minimal set of red lines that exclude each other.
    blocks : tuple of (RedLine, int)
        For each red line, how many permitted packages it alone refuses.
    relaxations : tuple of (RedLine, Count)
        For each red line, how many packages become acceptable when it alone is dropped; bounds
        where that could not be counted.
    conflicts_complete : bool
        Whether `conflicts` are all; if not, they are all those of the fewest lines.
    count : Count
        How many packages are acceptable.
    openings : tuple of Relaxation
        Where nothing is acceptable: the smallest sets of red lines to drop, fewest lines first.
    frontier_exact : bool
        Whether `frontier` is the whole frontier.
    certificates : tuple of Certificate
        One for each solution, where something is acceptable.
    efficient : tuple of (issue, options)
        The options that occur on the frontier, all ties looked at; empty where it is not whole.
    best : tuple of (party, tuple of FrontierPoint)
        For each party with points, the efficient points that are worth most to it, all ties; where
        the frontier is not whole, a package that is.
    top_nash : tuple of FrontierPoint
        The ten efficient points with the largest products of gains, and what ties with the last;
        empty where the frontier is not whole, or no package gains every party something.
    ranked : Ranked or None
        Where parties rank instead of giving points: what holds for all, some or no points. All
        else is then said of the middle of the consistent points, one example among them.
    """

    packages: int
    permitted: int
    acceptable: tuple[Package, ...]
    frontier: tuple[FrontierPoint, ...]
    nash: tuple[Package, ...]
    kalai_smorodinsky: tuple[Package, ...]
    egalitarian: tuple[Package, ...]
    utilitarian: tuple[Package, ...]
    conflicts: tuple[tuple[RedLine, ...], ...]
    blocks: tuple[tuple[RedLine, int], ...]
    making: Making
    relaxations: tuple[tuple[RedLine, Count], ...] = ()
    conflicts_complete: bool = True
    count: Count = Count(0, 0)
    openings: tuple[Relaxation, ...] = ()
    frontier_exact: bool = True
    certificates: tuple[Certificate, ...] = ()
    efficient: tuple[tuple[str, tuple[str, ...]], ...] = ()
    best: tuple[tuple[str, tuple[FrontierPoint, ...]], ...] = ()
    top_nash: tuple[FrontierPoint, ...] = ()
    ranked: Ranked | None = None

    @property
    def room(self) -> bool:
        """Tell whether some package is acceptable."""
        return bool(self.frontier)
