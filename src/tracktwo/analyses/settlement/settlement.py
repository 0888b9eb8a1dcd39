"""What does a settlement analysis give? Counts, frontier, solutions, conflicts: exact, frozen."""

from dataclasses import dataclass
from fractions import Fraction


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
    """One point of the Pareto frontier, and all packages that reach it."""

    utilities: tuple[tuple[str, Fraction], ...]
    packages: tuple[tuple[tuple[str, str], ...], ...]


@dataclass(frozen=True, slots=True)
class RedLine:
    """One thing that a party refuses.

    `kind` is "option" (`issue` and `option` say which) or "no_agreement" (the party's total
    must reach `value`). `id` is short and stable: ``russia:membership=member`` or
    ``russia:no-agreement``.
    """

    id: str
    party: str
    kind: str
    issue: str = ""
    option: str = ""
    value: Fraction | None = None


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
        Those permitted that everyone who must accepts, and enough of the rest.
    frontier : tuple of FrontierPoint
        Acceptable packages that no other acceptable one dominates; ties together.
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
