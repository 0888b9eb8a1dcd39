"""What does a settlement analysis give? Counts, frontier, solutions, conflicts: exact, frozen."""

from dataclasses import dataclass
from fractions import Fraction

MOST_TIES = 100
MOST_EXAMPLES = 20_000  # packages of a whole frontier that are listed
MOST_LISTED = 20_000


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
        "frontier": the best of all efficient packages, with all ties. "milp": the best that an
        integer programme found; there may be ties that are not listed.
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
    relaxations : tuple of (RedLine, int)
        For each red line, how many packages become acceptable when it alone is dropped.
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
    relaxations: tuple[tuple[RedLine, int], ...] = ()
    conflicts_complete: bool = True
    count: Count = Count(0, 0)
    openings: tuple[Relaxation, ...] = ()
    frontier_exact: bool = True
    certificates: tuple[Certificate, ...] = ()
    efficient: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def room(self) -> bool:
        """Tell whether some package is acceptable."""
        return bool(self.frontier)
